import type { LineageEdge, LineageNode } from "../../../src/model/record.ts";
import { isTarget, type Matched } from "../examples/match.ts";
import { Tally } from "../examples/tally.ts";
import type { ComparedGold } from "./gold.ts";

/** An edge of the record that leaves a report, judged by the gold. */
export interface JudgedEdge {
	readonly edge: LineageEdge;
	readonly ends: readonly [LineageNode | undefined, LineageNode | undefined];
	/** `allowed` is neither right nor wrong. */
	readonly verdict: "right" | "allowed" | "wrong";
	/** Places in the gold's list of edges that it gives. */
	readonly gives: readonly number[];
}

/**
 * Lineage: edges that leave a report, each kind between two ends once. An edge between two copies of
 * one text that the gold does not ask for is neither right nor wrong, as are the edges it allows; any
 * other edge is wrong.
 */
export function compareLineage(matched: Matched<ComparedGold>): Tally {
	const tally = new Tally();
	const judged = judgeEdges(matched);
	const { edges } = matched.gold.lineage;
	const found = edges.filter(({ from }, at) =>
		tally.note(
			`lineage/${from}/${at + 1}`,
			judged.some(({ gives }) => gives.includes(at)),
		),
	);
	const right = judged.filter(({ verdict }) => verdict === "right").length;
	const wrong = judged.filter(({ verdict }) => verdict === "wrong").length;
	tally.rates("lineage", right, right + wrong, found.length, edges.length);
	return tally;
}

/** The record's edges that leave a report of the set, with what the gold says of them. */
export function judgeEdges(matched: Matched<ComparedGold>): JudgedEdge[] {
	const together = groupCopies(matched.gold);
	const judged: JudgedEdge[] = [];
	for (const lineage of matched.record.lineage) {
		const nodes = new Map(lineage.nodes.map((node) => [node.id, node]));
		const seen = new Set<string>();
		for (const edge of lineage.edges) {
			const key = [edge.kind, edge.from, edge.to].join("\n");
			if (seen.has(key)) continue;
			seen.add(key);
			const ends = [nodes.get(edge.from), nodes.get(edge.to)] as const;
			const one = judgeEdge(matched, together, edge, ends);
			if (one) judged.push(one);
		}
	}
	return judged;
}

function judgeEdge(
	matched: Matched<ComparedGold>,
	together: readonly ReadonlySet<string>[],
	edge: LineageEdge,
	ends: JudgedEdge["ends"],
): JudgedEdge | null {
	const { edges, allowed } = matched.gold.lineage;
	const gives: number[] = [];
	let mayBe = false;
	let leaves = false;
	const [first, second] = ends;
	for (const [from, to] of edge.directed ? [ends] : [ends, [second, first] as const]) {
		const file = from?.article ? matched.fileOf.get(from.article) : undefined;
		if (file === undefined || !to) continue;
		leaves = true;
		const wanted = edges.flatMap((one, at) =>
			one.from === file && one.to.some((target) => isTarget(matched, target, to)) ? [at] : [],
		);
		gives.push(...wanted.filter((at) => edges[at]?.kinds.includes(edge.kind)));
		const other = to.article ? matched.fileOf.get(to.article) : undefined;
		mayBe ||=
			wanted.length > 0 ||
			(other !== undefined && together.some((files) => files.has(file) && files.has(other))) ||
			allowed.some((one) => one.from === file && isTarget(matched, one.to, to));
	}
	if (!leaves) return null;
	return { edge, ends, gives, verdict: gives.length > 0 ? "right" : mayBe ? "allowed" : "wrong" };
}

/** Files that carry one text: as listed, and as edges between files join them. */
function groupCopies(gold: ComparedGold): ReadonlySet<string>[] {
	const lists = [...(gold.lines?.together ?? [])];
	for (const { from, to, kinds } of gold.lineage.edges) {
		if (!kinds.includes("copies") && !kinds.includes("shares")) continue;
		for (const target of to) if ("file" in target) lists.push([from, target.file]);
	}
	let groups: Set<string>[] = [];
	for (const files of lists) {
		const own = new Set(files);
		const apart = groups.filter((group) => files.every((file) => !group.has(file)));
		for (const group of groups) if (!apart.includes(group)) for (const file of group) own.add(file);
		groups = [...apart, own];
	}
	return groups;
}
