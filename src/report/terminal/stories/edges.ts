import type { Lineage, LineageEdge, LineageNode, Story } from "../../../model/record.ts";
import type { StoryListing } from "../../../model/story-listing.ts";
import { groupBy } from "../../view/group-by.ts";
import { partOf } from "../../view/lineage-ties.ts";
import { siglumOf } from "../../view/record-index.ts";
import { anchors, firstWords, heading, INDENT, more, type Page, quoted, set } from "../page.ts";
import { type Line, type Run, run, tied } from "../runs.ts";

const SHOWN = 60;
const WORDS_SHOWN = 6;
const LONGEST = 70;

const KIND_WORDS: Readonly<Record<LineageEdge["kind"], string>> = {
	copies: "is its text",
	shares: "has stretches of its text",
	credits: "names it",
	reposts: "says that its text was taken from it",
};

/** Who draws on whom: each tie with how sure it is and where it shows, and what a credit is for. */
export function setEdges(page: Page, listing: StoryListing, story: Story): Line[] {
	const lineage = page.index.record.lineage.find((one) => one.story === story.id);
	if (!lineage || lineage.edges.length === 0) return [];
	const lines = heading(page, "Who draws on whom");
	const ties = [...groupBy(lineage.edges, keyOf).values()];
	for (const edges of ties.slice(0, SHOWN)) lines.push(...setTie(page, listing, lineage, edges));
	return [...lines, ...more(page, ties.length - SHOWN)];
}

/** A credit for the whole text is another thing than one for some words of it. */
function keyOf(edge: LineageEdge): string {
	return [edge.from, edge.to, edge.kind, String(edge.directed), partOf(edge)].join(" ");
}

function setTie(page: Page, { quotations }: StoryListing, lineage: Lineage, edges: readonly LineageEdge[]): Line[] {
	const [edge] = edges;
	const from = lineage.nodes.find(({ id }) => id === edge?.from);
	const to = lineage.nodes.find(({ id }) => id === edge?.to);
	if (!edge || !from || !to) return [];
	const sign = edge.directed ? page.marks.drawsOn : page.marks.shares;
	const sure = Math.max(...edges.map(({ confidence }) => confidence));
	const words = edge.directed || edge.kind === "credits" ? KIND_WORDS[edge.kind] : UNDIRECTED[edge.kind];
	const part = partOf(edge);
	const what = part === "" ? "its text" : edges.length === 1 ? `a ${part}` : `${edges.length} ${part}s`;
	const whole = edge.kind === "credits" ? ` for ${what}` : "";
	const lines = set(
		page,
		[
			nameNode(page, from),
			run(` ${sign} `, "dim"),
			nameNode(page, to),
			run(`  ${words}${whole}, `, "dim"),
			tied(sure.toFixed(2), "dim"),
		],
		{
			hanging: INDENT + 4,
			aside: anchors(
				page,
				edges.flatMap(({ evidence }) => evidence),
				3,
			),
		},
	);
	if (edge.kind !== "credits" && edge.kind !== "reposts") return lines;
	for (const one of edges.slice(0, WORDS_SHOWN)) lines.push(...setCredit(page, one, quotations));
	lines.push(...more(page, edges.length - WORDS_SHOWN, INDENT + 4));
	return lines;
}

const UNDIRECTED: Readonly<Record<LineageEdge["kind"], string>> = {
	...KIND_WORDS,
	copies: "one text; which was first is open",
	shares: "stretches in common; which had them first is open",
};

/** The words that name whom it draws on, and what for. */
function setCredit(page: Page, edge: LineageEdge, quotations: StoryListing["quotations"]): Line[] {
	const [place] = edge.evidence;
	const text = page.index.articles.get(place?.article ?? "")?.text ?? "";
	const named = place ? text.slice(place.start, place.end) : "";
	const passage = edge.passage === null ? null : text.slice(edge.passage.start, edge.passage.end);
	const words = quotations.find(({ id }) => id === edge.for)?.exact ?? passage;
	const runs: Run[] = [run("by ", "dim"), ...quoted(page, firstWords(page, named, LONGEST))];
	if (words !== null) runs.push(run(" for: ", "dim"), run(firstWords(page, words, LONGEST)));
	return named === "" && words === null ? [] : set(page, runs, { indent: INDENT + 4 });
}

function nameNode(page: Page, node: LineageNode): Run {
	return node.article === null ? run(node.name) : run(siglumOf(page.index, node.article), "siglum");
}
