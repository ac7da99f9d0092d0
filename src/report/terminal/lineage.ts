import type { LineageNode, Story } from "../../model/record.ts";
import { countOf } from "../view/count-words.ts";
import { foldEdges, type LineageTie, TIE_WORDS } from "../view/lineage-ties.ts";
import { siglumOf } from "../view/record-index.ts";
import { pairPassages, type SharedPair } from "../view/shared-text.ts";
import { anchors, firstWords, heading, INDENT, more, type Page, quoted, set, sigla } from "./page.ts";
import { blank, type Line, type Run, run } from "./runs.ts";

const SHOWN = 24;
const PAIRS_SHOWN = 10;
const LONGEST = 90;

/** Who draws on whom, each edge with the words that show it; then copies and shared passages. */
export function setLineage(page: Page, story: Story): Line[] {
	const ties = page.index.record.lineage.filter((lineage) => lineage.story === story.id).flatMap(foldEdges);
	const lines: Line[] = [];
	if (ties.length > 0) {
		lines.push(...heading(page, "How the text travelled"));
		for (const tie of ties.slice(0, SHOWN)) lines.push(...setTie(page, tie));
		lines.push(...more(page, ties.length - SHOWN));
	}
	return [...lines, ...setCopies(page, story), ...setPassages(page, story)];
}

function setTie(page: Page, { from, to, kind, directed, part, edges }: LineageTie): Line[] {
	const sign = directed ? page.marks.drawsOn : page.marks.shares;
	const runs: Run[] = [nameNode(page, from), run(` ${sign} `, "dim"), nameNode(page, to)];
	runs.push(blank(2), run(TIE_WORDS[kind], "dim"));
	if (part !== "") runs.push(run(edges.length > 1 ? ` for ${edges.length} ${part}s` : ` for a ${part}`, "dim"));
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
		const how = group.kind === "exact" ? "word for word" : "nearly word for word";
		const halves = new Set(articles).size === 1;
		const says = halves ? `has its own text twice, ${how}` : `are one text, ${how}`;
		lines.push(...set(page, [...sigla(page, articles), blank(2), run(says)], { aside: anchors(page, places, 3) }));
	}
	lines.push(...more(page, groups.length - SHOWN, INDENT));
	return lines;
}

function setPassages(page: Page, story: Story): Line[] {
	const pairs = pairPassages(page.index, story.articles);
	if (pairs.length === 0) return [];
	const lines = heading(page, "Shared passages");
	for (const pair of pairs.slice(0, PAIRS_SHOWN)) lines.push(...setPair(page, pair));
	lines.push(...more(page, pairs.length - PAIRS_SHOWN));
	return lines;
}

function setPair(page: Page, pair: SharedPair): Line[] {
	const [longest] = pair.passages;
	if (!longest) return [];
	const merelyQuoted = pair.passages.filter(({ quoted: isQuoted }) => isQuoted);
	const words = countOf(pair.words, "word");
	const amount = pair.passages.length === 1 ? words : `${words} in ${pair.passages.length} passages`;
	const quotedWords = merelyQuoted.reduce((sum, passage) => sum + passage.words, 0);
	const note =
		quotedWords === 0 ? "" : quotedWords === pair.words ? ", all quoted" : `, ${quotedWords} of them quoted by both`;
	const text = page.index.articles.get(longest.a.article)?.text.slice(longest.a.start, longest.a.end) ?? "";
	const opening = quoted(page, firstWords(page, text, Math.min(LONGEST, page.width - 12)), "dim");
	const runs = [...sigla(page, [pair.a, pair.b]), blank(2), run(`${amount}${note}`)];
	return [
		...set(page, runs, { aside: anchors(page, [longest.a, longest.b], 2) }),
		...set(page, opening, { indent: INDENT + 2 }),
	];
}
