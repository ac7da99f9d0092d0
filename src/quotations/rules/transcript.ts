import { ROLES } from "../../language/names/data/name-words.ts";
import type { Words } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { trimSpan } from "../../text/spans.ts";
import { type Labelled, NOT_SPEAKERS } from "./labelled.ts";

/** A label is no longer than this (UTF-16 units). */
const LONGEST_LABEL = 60;

interface Turn extends Labelled {
	readonly label: string;
	/** Capitals, Q and A: a label by its form. Others are labels when they come back. */
	readonly formal: boolean;
}

/**
 * Speakers named by labels, paragraph by paragraph.
 *
 * Catches: `PIKE: The dam holds.` and `VANE: Who tested it?` after it, `Q.` and `A.`, `Orla Pike: …` where the name
 * comes back and another answers; `Mayor Orla Pike: The dam holds.` alone; `A:` after `Pike:` is Pike's; a paragraph without a label between two turns goes on from the first.
 * Must not: a lone `UPDATE: The dam holds.`, a dateline (`TARN:`), a list (`Salt: two spoons`, `Monday: rain`).
 */
export function findTurns(article: Article, words: Words): Labelled[] {
	const { text } = article;
	const headline = article.headline?.span ?? null;
	const turns: Turn[] = [];
	for (const [index, paragraph] of words.paragraphs.entries()) {
		if (headline && paragraph.start < headline.end && headline.start < paragraph.end) continue;
		const turn = readTurn(text, index, paragraph);
		if (turn) turns.push(turn);
	}
	const formal = turns.filter((turn) => turn.formal);
	const named = namesComeBack(turns) && areSentences(text, turns) ? turns : formal;
	if (named.length < 2) return turns.filter((turn) => isTitled(turn.label) && isStatement(text, turn));
	const answered = withAnswerer(named);
	return article.role === "primary" ? [...answered] : withRest(article, words, answered);
}

/** "Mayor Orla Pike": an office before a name speaks even once. */
function isTitled(label: string): boolean {
	const words = label.split(" ");
	const office = words.findLastIndex((word) => ROLES.has(word.toLowerCase()));
	return office >= 0 && office < words.length - 1 && !/^(?:of|for|the)$/i.test(words[office + 1] ?? "");
}

/** Whether a turn is a whole sentence: a label before a fragment is a caption or a line of a table. */
function isStatement(text: string, { content }: Turn): boolean {
	const [only] = content;
	const words = only ? text.slice(only.start, only.end) : "";
	return /\S\s+\S+\s+\S/.test(words) && /[.!?\u2026]["'\u201d\u2019]?$/.test(words);
}

const FORMAL = /^(?:Q|A|Question|Answer|[\p{Lu}][\p{Lu}.'\u2019-]+(?:\s[\p{Lu}.'\u2019-]+){0,3})$/u;
const NAMED = /^\p{Lu}[\p{L}.'\u2019-]*(?:\s\p{Lu}[\p{L}.'\u2019-]*){0,3}$/u;

/** "[00:01:12]", "14:12": when a turn begins, before its label. */
const CLOCK = /^[[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[\])]?\s*(?:[\u2013\u2014-]\s*)?(?=\p{Lu})/u;

function readTurn(text: string, index: number, whole: Span): Turn | null {
	const clock = CLOCK.exec(text.slice(whole.start, Math.min(whole.end, whole.start + LONGEST_LABEL)))?.[0].length ?? 0;
	const paragraph = { start: whole.start + clock, end: whole.end };
	const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + LONGEST_LABEL));
	const stop = /^[QA]\.(?=\s)/.test(head);
	const colon = stop ? 1 : head.indexOf(":");
	if (colon < 1 || !/\s/.test(text.charAt(paragraph.start + colon + 1))) return null;
	const content = trimSpan(text, { start: paragraph.start + colon + 1, end: paragraph.end });
	// "PIKE (on video):", "VANE [laughing]:"
	const label = head.slice(0, colon).replace(/\s*[([][^)\]]*[)\]]\s*$/, "");
	if (content.end <= content.start || NOT_SPEAKERS.test(label)) return null;
	const formal = FORMAL.test(label);
	if (!formal && !NAMED.test(label)) return null;
	return {
		paragraphs: [index],
		source: { start: paragraph.start, end: paragraph.start + label.length },
		cue: { start: paragraph.start + colon, end: paragraph.start + colon + 1 },
		content: [content],
		rule: "quotations/transcript",
		label,
		formal,
	};
}

/** "Q:", "Pike:", "Q:", "A:": the only one named among the labels gives the answers. */
function withAnswerer(turns: readonly Turn[]): readonly Turn[] {
	const names = turns.filter(({ label }) => !/^(?:Q|A|Question|Answer)$/.test(label));
	const [first] = names;
	const asked = turns.some(({ label }) => /^(?:Q|Question)$/.test(label));
	if (!first || !asked || names.some(({ label }) => label !== first.label)) return turns;
	return turns.map((turn) => (/^(?:A|Answer)$/.test(turn.label) ? { ...turn, source: first.source } : turn));
}

/** Names as labels make a conversation when they are two at least, and one of them speaks again after another. */
function namesComeBack(turns: readonly Turn[]): boolean {
	const labels = turns.map(({ label }) => label);
	return labels.some((label, i) => {
		const before = labels.lastIndexOf(label, i - 1);
		return i > 1 && before >= 0 && before < i - 1;
	});
}

/** Whether most turns are said rather than counted: "Vell: 3", "Orme: 2" are a table. */
function areSentences(text: string, turns: readonly Turn[]): boolean {
	const said = turns.filter(
		({ content: [first] }) => first && /[.!?\u2026\u2019\u201d"]$/.test(text.slice(first.start, first.end)),
	);
	return said.length * 2 > turns.length;
}

/** In a conversation that is printed turn by turn, a paragraph between two turns belongs to the first. */
function withRest(article: Article, words: Words, turns: readonly Turn[]): Labelled[] {
	const first = turns[0]?.paragraphs[0] ?? 0;
	const last = turns[turns.length - 1]?.paragraphs[0] ?? 0;
	const dense = turns.length * 2 > last - first;
	const headings = new Set(article.blocks.filter(({ kind }) => kind === "heading").map(({ start }) => start));
	return turns.map((turn, i) => {
		const next = turns[i + 1]?.paragraphs[0];
		const start = turn.paragraphs[0] ?? 0;
		if (!dense || next === undefined) return turn;
		const rest = words.paragraphs.slice(start + 1, next);
		if (rest.some((paragraph) => headings.has(paragraph.start))) return turn;
		const content = [...turn.content, ...rest.map((paragraph) => trimSpan(article.text, paragraph))];
		return { ...turn, paragraphs: [start, ...rest.map((_, j) => start + 1 + j)], content };
	});
}
