import type { Place, Span } from "../../model/span.ts";
import type { TraceDifference, TracedPlace, TraceForm, TraceKind } from "../../model/trace-listing.ts";
import { compareSpans, round } from "../../text/compare.ts";
import { mergeSpans, sliceOf } from "../../text/spans.ts";
import { compareWordings, spansOf } from "../variants/pair-differences.ts";
import { VARIANT_RANK } from "../variants/variant-kinds.ts";
import { comparePieces, type Piece, shareOf, wordsOf } from "./piece.ts";
import type { ReportWords } from "./report-words.ts";
import type { SearchedReport } from "./search.ts";
import type { Traced } from "./traced-text.ts";

/** Pieces of one report that follow each other as the text's sentences do. */
export type PieceGroup = readonly Piece[];

/** Two pieces of one giving have at most so many words of something else between them. */
const MOST_BETWEEN = 60;

/** Puts the pieces of a report together that give the text sentence by sentence. In reading order. */
export function groupPieces(pieces: readonly Piece[], { words }: SearchedReport): PieceGroup[] {
	const groups: Piece[][] = [];
	for (const piece of [...pieces].sort(comparePieces)) {
		const group = groups[groups.length - 1];
		const last = group?.[group.length - 1];
		if (group && last && goesOn(last, piece, words.speakers)) group.push(piece);
		else groups.push([piece]);
	}
	return groups;
}

function goesOn(before: Piece, piece: Piece, speakers: readonly (string | null)[]): boolean {
	if (piece.traced.start < before.traced.end) return false;
	const end = before.found[before.found.length - 1]?.end ?? 0;
	if ((piece.found[0]?.start ?? 0) - end > MOST_BETWEEN) return false;
	if (before.quotation === piece.quotation) return true;
	const [one, other] = [speakers[before.quotation], speakers[piece.quotation]];
	return before.quotation >= 0 && piece.quotation >= 0 && (one === other || !one || !other);
}

/** What a group comes to, without what names its speaker and its sources. */
export type PlaceDraft = Pick<
	TracedPlace,
	"kind" | "form" | "headline" | "spans" | "verbatim" | "given" | "score" | "typography" | "differences" | "reason"
>;

/** Describes a place: its words, and how they differ from the text. */
export function describePlace(traced: Traced, group: PieceGroup, report: SearchedReport): PlaceDraft {
	const { text } = report.annotated.article;
	const { words, marked } = report.words;
	const at = [...new Set(group.flatMap(wordsOf))].sort((a, b) => a - b);
	const compared = group.map((piece) => comparePiece(traced, piece, report));
	const form = formOf(at, marked, group);
	const kind = isCut(form, at, compared) ? "cut" : kindOf(traced, group);
	const spans = spansOf(words, at);
	const given = compared.flatMap(({ given }) => given.flatMap((index) => traced.words[index] ?? []));
	const left = leftOut(
		traced,
		group.map(({ traced: range }) => range),
	);
	const share = round(shareOf(traced, given));
	return {
		kind,
		form,
		headline: isIn(report.annotated.article.headline?.span ?? null, spans),
		spans: spans.map(({ start, end }) => ({ start, end, exact: text.slice(start, end) })),
		verbatim: mergeSpans(compared.flatMap(({ verbatim }) => verbatim)),
		given: share,
		score: scoreOf(kind, group, share),
		typography: kind === "exact" && !sameLetters(traced, at, report.words, text),
		differences: sortDifferences([
			...compared.flatMap(({ differences }) => differences),
			...left.map((range) => ({ kind: "omission" as const, traced: [exactIn(traced, range)], found: [] })),
		]),
		reason: [...new Set(group.map(({ reason }) => reason))].join("; "),
	};
}

/** Whether words in marks are all the text's own, in order, too few or too plain to be known by themselves. */
function isCut(form: TraceForm, at: readonly number[], compared: readonly Compared[]): boolean {
	const verbatim = compared.reduce((sum, { common }) => sum + common, 0);
	const cuts = compared.every(({ differences }) =>
		differences.every(({ kind, found }) => found.length === 0 && kind !== "polarity" && kind !== "strength"),
	);
	return (
		form === "direct" && cuts && verbatim === at.length && compared.some(({ differences }) => differences.length > 0)
	);
}

interface Compared {
	readonly differences: readonly TraceDifference[];
	readonly verbatim: readonly Span[];
	/** How many of the words there are the text's own. */
	readonly common: number;
	/** Indices of the text's words that stand there. */
	readonly given: readonly number[];
}

function comparePiece(traced: Traced, piece: Piece, report: SearchedReport): Compared {
	const { text } = report.annotated.article;
	const { words, marked } = report.words;
	if (piece.kind !== "reworded") {
		const given = piece.runs.flatMap((run) => range(run.traced, run.traced + run.length));
		const between = leftOut(
			traced,
			piece.runs.map((run) => ({ start: run.traced, end: run.traced + run.length })),
		).filter(({ start, end }) => start >= piece.traced.start && end <= piece.traced.end);
		return {
			differences: [
				...between.map((one) => ({ kind: "omission" as const, traced: [exactIn(traced, one)], found: [] })),
				...addedWithin(piece, report),
			],
			verbatim: piece.runs.flatMap(({ found, length }) => spansOf(words, range(found, found + length))),
			common: given.length,
			given,
		};
	}
	const own = traced.words.slice(piece.traced.start, piece.traced.end);
	const at = wordsOf(piece);
	const others = at.flatMap((index) => words[index] ?? []);
	const { differences, common } = compareWordings(
		{ text: traced.text, words: own, outlet: own.map(() => false), whole: true },
		{ text, words: others, outlet: at.map((index) => marked[index] !== 1), whole: true },
	);
	const exact = ({ start, end }: Span, of: string): TraceDifference["found"][number] => ({
		start,
		end,
		exact: of.slice(start, end),
	});
	return {
		differences: differences.map((one) => ({
			kind: one.kind,
			traced: one.base.map((span) => exact(span, traced.text)),
			found: one.other.map((span) => exact(span, text)),
		})),
		verbatim: spansOf(
			others,
			common.map(({ other }) => other),
		),
		common: common.length,
		given: common.map(({ base }) => piece.traced.start + base),
	};
}

/**
 * What the speaker's sentence has beside the words of an exact or cut piece: before them, behind them, and where the
 * text has an ellipsis.
 */
function addedWithin(piece: Piece, { words, annotated }: SearchedReport): TraceDifference[] {
	const { text } = annotated.article;
	const own = new Set(piece.runs.flatMap(({ found, length }) => range(found, found + length)));
	const [first, last] = [Math.min(...own), Math.max(...own)];
	const goesOn = (at: number, edge: number): boolean =>
		words.quotations[at] === piece.quotation && words.sentences[at] === words.sentences[edge];
	if (piece.quotation < 0) return [];
	let [start, end] = [first, last + 1];
	while (start > 0 && goesOn(start - 1, first)) start--;
	while (end < words.words.length && goesOn(end, last)) end++;
	const added = range(start, end).filter((at) => !own.has(at) && goesOn(at, at) && words.marked[at] === 1);
	return spansOf(words.words, added).map((span) => ({
		kind: "addition",
		traced: [],
		found: [{ ...span, exact: text.slice(span.start, span.end) }],
	}));
}

/** Ranges of the text's words that none of the given ones holds. */
function leftOut({ words }: Traced, given: readonly Span[]): Span[] {
	const left: Span[] = [];
	let from = 0;
	for (const { start, end } of [...given].sort(compareSpans)) {
		if (start > from) left.push({ start: from, end: start });
		from = Math.max(from, end);
	}
	if (from < words.length) left.push({ start: from, end: words.length });
	return left;
}

function exactIn({ words, text }: Traced, { start, end }: Span): TraceDifference["traced"][number] {
	const span = { start: words[start]?.start ?? 0, end: words[end - 1]?.end ?? 0 };
	return { ...span, exact: sliceOf(text, span) };
}

function kindOf({ words }: Traced, group: PieceGroup): TraceKind {
	if (group.some(({ kind }) => kind === "reworded")) return "reworded";
	const given = group.reduce((sum, { runs }) => sum + runs.reduce((own, { length }) => own + length, 0), 0);
	return given === words.length ? "exact" : "cut";
}

function scoreOf(kind: TraceKind, group: PieceGroup, share: number): number {
	if (kind === "exact") return 1;
	if (kind === "cut") return share;
	const reworded = group.filter(({ kind }) => kind === "reworded");
	return round(reworded.reduce((sum, { score }) => sum + score, 0) / reworded.length);
}

function formOf(at: readonly number[], marked: Uint8Array, group: PieceGroup): TraceForm {
	if (group.every(({ quotation }) => quotation < 0)) return "own-words";
	const inMarks = at.filter((index) => marked[index] === 1).length;
	return inMarks === at.length ? "direct" : inMarks > 0 ? "mixed" : "indirect";
}

function isIn(headline: Span | null, spans: readonly Span[]): boolean {
	return headline !== null && spans.every(({ start, end }) => headline.start <= start && end <= headline.end);
}

/** Whether words stand with equal letters, marks and spacing, but for where an attribution parts them. */
function sameLetters(
	{ words, text: traced }: Traced,
	at: readonly number[],
	{ words: found }: ReportWords,
	text: string,
): boolean {
	return words.every((word, i) => {
		const other = found[at[i] ?? -1];
		if (!other || traced.slice(word.start, word.end) !== text.slice(other.start, other.end)) return false;
		const [before, otherBefore] = [words[i - 1], found[at[i - 1] ?? -1]];
		if (!before || !otherBefore || (at[i - 1] ?? 0) + 1 !== at[i]) return true;
		const gap = (of: string, start: number, end: number): string => of.slice(start, end).replace(/\s+/g, " ");
		return gap(traced, before.end, word.start) === gap(text, otherBefore.end, other.start);
	});
}

function sortDifferences(differences: readonly TraceDifference[]): TraceDifference[] {
	const startOf = ({ traced, found }: TraceDifference): number => traced[0]?.start ?? found[0]?.start ?? 0;
	return [...differences].sort(
		(a, b) =>
			VARIANT_RANK.indexOf(a.kind) - VARIANT_RANK.indexOf(b.kind) ||
			startOf(a) - startOf(b) ||
			(a.found[0]?.start ?? 0) - (b.found[0]?.start ?? 0),
	);
}

function range(start: number, end: number): number[] {
	return Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at);
}

/** The stretches of a piece as places. */
export function placesOf(piece: Piece, { words, annotated }: SearchedReport): Place[] {
	return spansOf(words.words, wordsOf(piece)).map((span) => ({ article: annotated.article.id, ...span }));
}
