import type { LineageNode, Story } from "../../model/record.ts";
import { describeCopies } from "../view/copy-words.ts";
import { countOf } from "../view/count-words.ts";
import { foldEdges, type LineageTie } from "../view/lineage-ties.ts";
import { siglumOf } from "../view/record-index.ts";
import { groupStretches, type SharedStretches } from "../view/shared-text.ts";
import { tieWords } from "../view/tie-words.ts";
import { anchors, firstWords, heading, INDENT, more, type Page, quoted, set, sigla } from "./page.ts";
import { blank, type Line, type Run, run } from "./runs.ts";

const SHOWN = 24;
const PAIRS_SHOWN = 10;
const LONGEST = 90;

/** Who draws on whom, each edge with the words that show it; then copies and shared passages. */
export function setLineage(page: Page, story: Story): Line[] {
	const ties = page.index.record.lineage
		.filter((lineage) => lineage.story === story.id)
		.flatMap((lineage) => foldEdges(lineage, page.index));
	const lines: Line[] = [];
	if (ties.length > 0) {
		lines.push(...heading(page, "How the text travelled"));
		for (const tie of ties.slice(0, SHOWN)) lines.push(...setTie(page, tie));
		lines.push(...more(page, ties.length - SHOWN));
	}
	return [...lines, ...setCopies(page, story), ...setPassages(page, story)];
}

function setTie(page: Page, tie: LineageTie): Line[] {
	const { from, to, kind, directed, edges } = tie;
	const runs: Run[] = [...nameEnds(page, from, directed, to), blank(2), run(tieWords(tie), "dim")];
	const evidence = edges.flatMap((one) => one.evidence);
	const [first] = evidence;
	if (first && kind === "credits") {
		const text = page.index.articles.get(first.article)?.text.slice(first.start, first.end) ?? "";
		// The bare name shows nothing that the name before it does not.
		const words = text.toLowerCase() === to.name.toLowerCase() ? [] : quoted(page, firstWords(page, text, LONGEST));
		if (words.length > 0) runs.push(run(": ", "dim"), ...words);
	}
	return set(page, runs, { hanging: INDENT + 4, aside: anchors(page, evidence, 2) });
}

/** `K ← Tarn Press`: who draws on whom; `A — B` where that is open. */
export function nameEnds(page: Page, from: LineageNode, directed: boolean, to: LineageNode): Run[] {
	return [
		nameNode(page, from),
		run(` ${directed ? page.marks.drawsOn : page.marks.shares} `, "dim"),
		nameNode(page, to),
	];
}

function nameNode(page: Page, node: LineageNode): Run {
	return node.article === null ? run(node.name) : run(siglumOf(page.index, node.article), "siglum");
}

/** Which of its reports are one text. */
export function setCopies(page: Page, story: Story): Line[] {
	const groups = page.index.record.copyGroups.filter((group) =>
		group.members.some(({ article }) => story.articles.includes(article)),
	);
	if (groups.length === 0) return [];
	const lines = heading(page, "Copies");
	for (const group of groups.slice(0, SHOWN)) {
		const articles = group.members.map(({ article }) => article);
		const places = group.members.flatMap(({ article, spans }) => spans.map((span) => ({ ...span, article })));
		lines.push(
			...set(page, [...sigla(page, articles), blank(2), run(describeCopies(page.index, group))], {
				aside: anchors(page, places, 3),
			}),
		);
	}
	lines.push(...more(page, groups.length - SHOWN, INDENT));
	return lines;
}

function setPassages(page: Page, story: Story): Line[] {
	const groups = groupStretches(page.index, story.articles);
	if (groups.length === 0) return [];
	const lines = heading(page, "Shared passages");
	for (const group of groups.slice(0, PAIRS_SHOWN)) lines.push(...setStretches(page, group));
	lines.push(...more(page, groups.length - PAIRS_SHOWN));
	return lines;
}

function setStretches(page: Page, { articles, oneText, stretches, words }: SharedStretches): Line[] {
	const [longest] = stretches;
	const [first] = longest?.places ?? [];
	if (!longest || !first) return [];
	const amount = countOf(words, "word");
	const inAll = stretches.length === 1 ? amount : `${amount} in ${stretches.length} passages`;
	const quotedWords = stretches.reduce((sum, stretch) => sum + (stretch.quoted ? stretch.words : 0), 0);
	const all = articles.length === 2 ? "both" : "all";
	const note =
		quotedWords === 0 ? "" : quotedWords === words ? ", all quoted" : `, ${quotedWords} of them quoted by ${all}`;
	const text = page.index.articles.get(first.article)?.text.slice(first.start, first.end) ?? "";
	const opening = quoted(page, firstWords(page, text, Math.min(LONGEST, page.width - 12)), "dim");
	const runs = [...sigla(page, articles), blank(2), run(`${oneText ? "one text; " : ""}${inAll}${note}`)];
	return [
		...set(page, runs, { aside: anchors(page, longest.places, 2) }),
		...set(page, opening, { indent: INDENT + 2 }),
	];
}
