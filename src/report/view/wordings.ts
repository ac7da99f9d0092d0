import type { Coverage, Rendition, Utterance } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { compareSpans, round } from "../../text/compare.ts";
import { foldCase } from "../../text/fold.ts";
import { isPrimary, orderArticles, type RecordIndex } from "./record-index.ts";
import { CUT } from "./shorten.ts";
import { isWithheld, WITHHELD } from "./withheld.ts";

/** A rendition with its words, ready to be set. */
export interface Wording {
	readonly rendition: Rendition;
	readonly text: string;
	/** Which stretches of `text` stand in the article, and from where; what is between them is set by the page. */
	readonly pieces: readonly WordingPiece[];
	readonly places: readonly Place[];
	/** Whether the report gives the words in marks, as somebody's own. */
	readonly marked: boolean;
}

/** A stretch of a wording's text, and the offset in the article from which it is taken. */
export interface WordingPiece extends Span {
	readonly from: number;
}

/** Renditions that read alike. */
export interface WordingGroup {
	readonly wordings: readonly Wording[];
	/** The member that stands for them. */
	readonly base: Wording;
}

const COVERAGE_ORDER: Readonly<Record<Coverage, number>> = { whole: 0, part: 1, fragment: 2 };
/** By closing mark the one that opens. */
const OPENERS: ReadonlyMap<string, string> = new Map([
	["”", "“"],
	["’", "‘"],
	["»", "«"],
	['"', '"'],
]);
const HAS_WORD = /[\p{L}\p{N}]/u;

/** The wordings of an utterance, in the order of its renditions. */
export function readWordings(index: RecordIndex, { renditions }: Utterance): Wording[] {
	return renditions.map((rendition) => readWording(index, rendition));
}

/** The words of a rendition: between parts stands the sign of a cut where words are left out. */
function readWording(index: RecordIndex, rendition: Rendition): Wording {
	const text = index.articles.get(rendition.article)?.text ?? "";
	const spans = rendition.parts.flatMap((part) => part.spans).sort(compareSpans);
	let words = "";
	let end = -1;
	const pieces: WordingPiece[] = [];
	for (const span of spans) {
		if (end >= 0) words += joinOf(text.slice(end, Math.max(end, span.start)));
		pieces.push({ start: words.length, end: words.length + span.end - span.start, from: span.start });
		words += text.slice(span.start, span.end);
		end = span.end;
	}
	const trimmed = trimEnds(words);
	const lead = words.length - words.trimStart().length;
	const quotations = rendition.parts.map((part) => index.quotations.get(part.quotation ?? ""));
	return {
		rendition,
		text: closeMarks(trimmed, text.charAt(end)),
		pieces: pieces.flatMap((piece) => shiftPiece(piece, lead, trimmed.length)),
		places: spans.map(({ start, end: spanEnd }) => ({ article: rendition.article, start, end: spanEnd })),
		marked:
			quotations.some((quotation) => quotation !== undefined && isMarked(quotation.marked, spans)) ||
			(rendition.parts.every(({ quotation }) => quotation === null) && standsInMarks(text, spans)),
	};
}

/** What stands between two parts: the pause that is in the report, without marks; the sign of a cut for words. */
function joinOf(between: string): string {
	if (HAS_WORD.test(between)) return ` ${CUT} `;
	if (between.length > LONGEST_PAUSE) return " ";
	const pause = between.replace(MARKS, "").replace(/\s+/g, " ");
	return PAUSE.test(pause) ? `${pause.trimEnd()} ` : " ";
}

/** More between two parts is layout. */
const LONGEST_PAUSE = 12;
const PAUSE = /^ ?[,;:\u2013\u2014\u2026-] ?$/;

/** A piece after `lead` characters before it were taken off, within what is left; nothing where none of it is. */
function shiftPiece(piece: WordingPiece, lead: number, length: number): WordingPiece[] {
	const start = Math.max(0, piece.start - lead);
	const end = Math.min(length, piece.end - lead);
	return end > start ? [{ start, end, from: piece.from + start + lead - piece.start }] : [];
}

/** Words with the mark that closes what they open, where it stands right after them. */
function closeMarks(words: string, next: string): string {
	const opener = OPENERS.get(next);
	if (opener === undefined) return words;
	const opened = words.split(opener).length - 1;
	const closed = opener === next ? opened % 2 === 0 : words.split(next).length - 1 >= opened;
	return closed ? words : words + next;
}

/** Words without the comma or colon that leads on to who said them. */
export function trimEnds(text: string): string {
	let end = text.length;
	while (end > 0 && " \t\r\n,;:".includes(text.charAt(end - 1))) end--;
	return text.slice(0, end).trim();
}

/** Whether a mark opens right before the words and one closes right behind them. */
function standsInMarks(text: string, spans: readonly Span[]): boolean {
	const [first] = spans;
	const last = spans[spans.length - 1];
	return (
		first !== undefined &&
		last !== undefined &&
		MARK.test(text.charAt(first.start - 1)) &&
		MARK.test(text.charAt(last.end))
	);
}

const MARK = /["'\u2018-\u201f\u00ab\u00bb]/;
const MARKS = new RegExp(MARK, "g");

function isMarked(marked: readonly Span[], spans: readonly Span[]): boolean {
	const first = spans[0];
	return first !== undefined && marked.some((span) => span.start <= first.start && span.end >= first.end);
}

/**
 * The wordings of an utterance, those that read alike together (marks, case and white space apart).
 * First the group that stands for the utterance: a primary document's, in marks before reported, whole
 * before part, the one most reports carry, the longest, the first report's; the others by the same order.
 */
export function groupWordings(index: RecordIndex, utterance: Utterance): WordingGroup[] {
	const groups = new Map<string, Wording[]>();
	for (const rendition of utterance.renditions) {
		const wording = readWording(index, rendition);
		// What is withheld reads like nothing else.
		const read = wording.text.includes(WITHHELD) ? rendition.id : foldWording(wording.text);
		const key = `${wording.marked ? "marked" : "reported"} ${read}`;
		const group = groups.get(key);
		if (group) group.push(wording);
		else groups.set(key, [wording]);
	}
	const rankOf = (wording: Wording): number => index.rank.get(wording.rendition.article) ?? 0;
	const held = (wording: Wording): number => Number(isPrimary(index, wording.rendition.article));
	const sorted: WordingGroup[] = [];
	for (const group of groups.values()) {
		const wordings = group.sort((a, b) => held(b) - held(a) || rankOf(a) - rankOf(b) || comparePlace(a, b));
		const [base] = wordings;
		if (base) sorted.push({ wordings, base });
	}
	const withheld = ({ text }: Wording): number => Number(isWithheld(text));
	return sorted.sort(
		(a, b) =>
			withheld(a.base) - withheld(b.base) ||
			held(b.base) - held(a.base) ||
			Number(b.base.marked) - Number(a.base.marked) ||
			COVERAGE_ORDER[a.base.rendition.coverage] - COVERAGE_ORDER[b.base.rendition.coverage] ||
			countArticles(b) - countArticles(a) ||
			b.base.text.length - a.base.text.length ||
			rankOf(a.base) - rankOf(b.base) ||
			comparePlace(a.base, b.base),
	);
}

/** Reports that have the words that stand for an utterance, and those that give it otherwise; each in the record's order. */
export function partTellers(
	index: RecordIndex,
	[base, ...others]: readonly WordingGroup[],
): { readonly same: readonly string[]; readonly otherwise: readonly string[] } {
	const articlesOf = (group: WordingGroup): string[] => group.wordings.map(({ rendition }) => rendition.article);
	const same = orderArticles(index, base ? articlesOf(base) : []);
	const otherwise = orderArticles(index, others.flatMap(articlesOf)).filter((article) => !same.includes(article));
	return { same, otherwise };
}

/** The letters and digits of a wording, one space between words. */
function foldWording(text: string): string {
	return foldCase(text)
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
		.trim();
}

function comparePlace(a: Wording, b: Wording): number {
	return (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0);
}

function countArticles(group: WordingGroup): number {
	return new Set(group.wordings.map(({ rendition }) => rendition.article)).size;
}

/** How alike two wordings are, 0–1: words in common over words in all (Dice), each counted as often as it stands. */
export function measureLikeness(a: string, b: string): number {
	const words = foldWording(a).split(" ");
	const others = new Map<string, number>();
	for (const word of foldWording(b).split(" ")) others.set(word, (others.get(word) ?? 0) + 1);
	let total = 0;
	for (const count of others.values()) total += count;
	let common = 0;
	for (const word of words) {
		const left = others.get(word) ?? 0;
		if (left > 0) common++;
		others.set(word, left - 1);
	}
	return round((2 * common) / (words.length + total));
}
