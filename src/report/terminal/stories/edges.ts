import type { LineageEdge, Story } from "../../../model/record.ts";
import type { StoryListing } from "../../../model/story-listing.ts";
import { foldEdges, type LineageTie } from "../../view/lineage-ties.ts";
import { tieWords } from "../../view/tie-words.ts";
import { nameEnds } from "../lineage.ts";
import { anchors, firstWords, heading, INDENT, more, type Page, quoted, set } from "../page.ts";
import { blank, type Line, type Run, run, tied } from "../runs.ts";

const SHOWN = 60;
const WORDS_SHOWN = 6;
const LONGEST = 70;

/** Who draws on whom: each tie with how sure it is and where it shows, and what a credit is for. */
export function setEdges(page: Page, listing: StoryListing, story: Story): Line[] {
	const ties = page.index.record.lineage
		.filter((lineage) => lineage.story === story.id)
		.flatMap((lineage) => foldEdges(lineage, page.index));
	if (ties.length === 0) return [];
	const lines = heading(page, "Who draws on whom");
	for (const tie of ties.slice(0, SHOWN)) lines.push(...setTie(page, listing, tie));
	return [...lines, ...more(page, ties.length - SHOWN)];
}

function setTie(page: Page, { quotations }: StoryListing, tie: LineageTie): Line[] {
	const { from, to, kind, directed, edges } = tie;
	const confidence = Math.max(...edges.map((edge) => edge.confidence));
	const places = edges.flatMap(({ evidence }) => evidence);
	const lines = set(
		page,
		[
			...nameEnds(page, from, directed, to),
			blank(2),
			run(`${tieWords(tie)}, `, "dim"),
			tied(confidence.toFixed(2), "dim"),
		],
		{ hanging: INDENT + 4, aside: anchors(page, places, 3) },
	);
	if (kind !== "credits" && kind !== "reposts") return lines;
	for (const edge of edges.slice(0, WORDS_SHOWN)) lines.push(...setCredit(page, edge, quotations));
	return [...lines, ...more(page, edges.length - WORDS_SHOWN, INDENT + 4)];
}

/** The words that name whom it draws on, and what for. */
function setCredit(page: Page, edge: LineageEdge, quotations: StoryListing["quotations"]): Line[] {
	const [place] = edge.evidence;
	const text = page.index.articles.get(place?.article ?? "")?.text ?? "";
	const named = place ? text.slice(place.start, place.end) : "";
	const passage = edge.passage === null ? null : text.slice(edge.passage.start, edge.passage.end);
	const credited = quotations.find(({ id }) => id === edge.for)?.exact ?? passage;
	const words = credited === null ? null : closeMarks(credited);
	const runs: Run[] = [run("by ", "dim"), ...quoted(page, firstWords(page, named, LONGEST))];
	if (words !== null) runs.push(run(" for: ", "dim"), run(firstWords(page, words, LONGEST)));
	return named === "" && words === null ? [] : set(page, runs, { indent: INDENT + 4 });
}

/** Words cut before the mark that ends them, with it, and without what leads on. */
function closeMarks(words: string): string {
	const cut = words.replace(/[\s,;:]{1,20}$/u, "");
	return cut.lastIndexOf("“") > cut.lastIndexOf("”") ? `${cut}”` : cut;
}
