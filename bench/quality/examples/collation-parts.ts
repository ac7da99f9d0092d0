import type { Fact, LineageNode, Utterance } from "../../../src/model/record.ts";
import type { GoldFact, GoldText } from "./gold.ts";
import { isTarget, locate, type Matched } from "./match.ts";
import { pairsOf, Tally } from "./tally.ts";
import { collapse, meets, trimMarks } from "./texts.ts";

/**
 * Utterances, pair of gold parts by pair: two parts are joined when one utterance of the record
 * reaches both. A part is reached by a rendition of its article that shares half of the shorter of
 * the two. Parts that no quotation covers count as missed, never as wrong.
 */
export function compareUtterances(matched: Matched): Tally {
	const tally = new Tally();
	const parts = matched.gold.utterances.flatMap(({ id, renditions }) =>
		renditions.flatMap(({ file, parts: texts, occurrence }) =>
			texts.map((text, at) => ({
				utterance: id,
				id: `${id}/${file}.${at + 1}`,
				reached: reach(matched, occurrence === undefined ? { file, text } : { file, text, occurrence }),
			})),
		),
	);
	let right = 0;
	let joined = 0;
	let known = 0;
	const joins = new Map<string, boolean>();
	for (const [a, b] of pairsOf(parts)) {
		const same = a.utterance === b.utterance;
		const together = meetsAny(a.reached, b.reached);
		if (same) {
			known++;
			for (const part of [a, b]) joins.set(part.id, (joins.get(part.id) ?? false) || together);
		}
		if (together) joined++;
		if (same && together) right++;
	}
	for (const [id, found] of joins) tally.note(`utterances/${id}`, found);
	tally.rates("utterances", right, joined, right, known);
	let wrong = 0;
	for (const [at, { a, b }] of matched.gold.apart.entries()) {
		if (!tally.note(`apart/${at + 1}`, !meetsAny(reach(matched, a), reach(matched, b)))) wrong++;
	}
	tally.figures["utterances wrongly joined (count)"] = wrong;
	return tally;
}

/** The utterances of the record that reach a gold text. */
function reach(matched: Matched, { file, text, occurrence }: GoldText): ReadonlySet<Utterance> {
	const span = locate(matched, file, text, occurrence);
	const article = matched.articleOf.get(file)?.id;
	const reached = new Set<Utterance>();
	if (!span) return reached;
	for (const utterance of matched.record.utterances) {
		const here = utterance.renditions.filter((rendition) => rendition.article === article);
		const spans = here.flatMap(({ parts }) => parts.flatMap((part) => part.spans));
		if (spans.some((one) => meets([one], [span]))) reached.add(utterance);
	}
	return reached;
}

function meetsAny<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
	return [...a].some((one) => b.has(one));
}

/**
 * Variants that matter: one variant of an utterance that reaches the gold's, of an allowed kind, with
 * each gold reading in one of its readings (an empty one needs a reading without words).
 */
export function compareVariants(matched: Matched): Tally {
	const tally = new Tally();
	let right = 0;
	for (const { id, utterance, kinds, readings } of matched.gold.variants) {
		const gold = matched.gold.utterances.find((one) => one.id === utterance);
		const reached = new Set(
			(gold?.renditions ?? []).flatMap(({ file, parts, occurrence }) =>
				parts.flatMap((text) => [
					...reach(matched, occurrence === undefined ? { file, text } : { file, text, occurrence }),
				]),
			),
		);
		const found = [...reached].some(({ variants }) =>
			variants.some(
				(variant) =>
					kinds.includes(variant.kind) &&
					readings.every((wanted) => variant.readings.some(({ text }) => readsAs(text, wanted))),
			),
		);
		if (tally.note(`variants/${id}`, found)) right++;
	}
	tally.share("variants recall", right, matched.gold.variants.length);
	return tally;
}

function readsAs(text: string, wanted: string): boolean {
	const bare = (value: string): string => trimMarks(value).toLowerCase();
	return wanted === "" ? bare(text) === "" : bare(text).includes(bare(wanted));
}

/**
 * Facts: the fact of the record that holds most of a gold fact's states (the first of equals) stands
 * for it. A state is found when it points at the gold's words or gives the same value; it is wrong
 * when it makes a silent report speak. Facts the gold does not name are not counted.
 */
export function compareFacts(matched: Matched): Tally {
	const tally = new Tally();
	const count = { states: 0, right: 0, found: 0, modes: 0, modesRight: 0, silent: 0, silentRight: 0, relations: 0 };
	for (const gold of matched.gold.facts) {
		const { fact, states } = bestFact(matched, gold);
		for (const [at, wanted] of gold.states.entries()) {
			const state = fact ? (states[at] ?? null) : null;
			tally.note(`facts/${gold.id}/state ${at + 1}`, state !== null);
			count.states++;
			if (state) count.right++;
			if (!wanted.modes || !state) continue;
			count.modes++;
			if (wanted.modes.includes(state.mode)) count.modesRight++;
		}
		count.found += states.filter((state) => state !== null).length;
		for (const file of gold.silent) {
			const article = matched.articleOf.get(file)?.id;
			if (fact?.states.some((state) => state.article === article)) count.found++;
			const silent = article !== undefined && fact?.silent.includes(article) === true;
			if (tally.note(`facts/${gold.id}/silent/${file}`, silent)) count.silentRight++;
			count.silent++;
		}
		const related = fact?.relation === gold.relation;
		if (tally.note(`facts/${gold.id}/relation`, related)) count.relations++;
	}
	tally.rates("fact states", count.right, count.found, count.right, count.states);
	tally.share("fact relations right", count.relations, matched.gold.facts.length);
	tally.share("fact modes right", count.modesRight, count.modes);
	tally.share("silent reports named", count.silentRight, count.silent);
	return tally;
}

type States = (Fact["states"][number] | null)[];

function bestFact(matched: Matched, gold: GoldFact): { fact: Fact | null; states: States } {
	let best: { fact: Fact | null; states: States; held: number } = { fact: null, states: [], held: 0 };
	for (const fact of matched.record.facts) {
		const states = gold.states.map((wanted) => {
			const article = matched.articleOf.get(wanted.file)?.id;
			const span = locate(matched, wanted.file, wanted.value, wanted.occurrence);
			return (
				fact.states.find(
					(state) =>
						state.article === article &&
						((span !== null && meets(state.spans, [span])) || collapse(state.value) === collapse(wanted.value)),
				) ?? null
			);
		});
		const held = states.filter((state) => state !== null).length;
		if (held > best.held) best = { fact, states, held };
	}
	return best;
}

/**
 * Lineage: edges that leave a report. An edge between two copies of one text that the gold does not
 * ask for is neither right nor wrong, as are the edges it allows; any other edge is wrong.
 */
export function compareLineage(matched: Matched): Tally {
	const tally = new Tally();
	const { edges, allowed } = matched.gold.lineage;
	const found = edges.map(() => false);
	let right = 0;
	let wrong = 0;
	for (const lineage of matched.record.lineage) {
		const nodes = new Map(lineage.nodes.map((node) => [node.id, node]));
		for (const edge of lineage.edges) {
			const ends = [nodes.get(edge.from), nodes.get(edge.to)];
			const ways = edge.directed ? [ends] : [ends, [...ends].reverse()];
			let verdict = "none";
			for (const [from, to] of ways) {
				const file = from?.article ? matched.fileOf.get(from.article) : undefined;
				if (!file || !to) continue;
				const at = edges.findIndex(
					(one) =>
						one.from === file &&
						one.kinds.includes(edge.kind) &&
						one.to.some((target) => isTarget(matched, target, to)),
				);
				if (at >= 0) {
					found[at] = true;
					verdict = "right";
				} else if (verdict !== "right")
					verdict = isAllowed(matched, file, to) ? "allowed" : verdict === "none" ? "wrong" : verdict;
			}
			if (verdict === "right") right++;
			if (verdict === "wrong") wrong++;
		}
	}
	for (const [at, { from }] of edges.entries()) tally.note(`lineage/${from}/${at + 1}`, found[at] === true);
	tally.rates("lineage", right, right + wrong, found.filter(Boolean).length, edges.length);
	return tally;

	function isAllowed(one: Matched, file: string, to: LineageNode): boolean {
		const other = to.article ? one.fileOf.get(to.article) : undefined;
		const line = one.gold.lines.together.some(
			(files) => files.includes(file) && other !== undefined && files.includes(other),
		);
		return (
			line ||
			allowed.some((edge) => edge.from === file && isTarget(one, edge.to, to)) ||
			edges.some((edge) => edge.from === file && edge.to.some((target) => isTarget(one, target, to)))
		);
	}
}
