import type { Variant, VariantKind } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { isNumeral } from "../numerals.ts";
import { WEIGHTY } from "../term-weight.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import type { Witness, WordAlignment } from "./alignment.ts";
import { leavesNegationOut } from "./negations-left-out.ts";
import { kindOf, telling } from "./reading-kinds.ts";
import { findReadings, type Reading, saysSomething } from "./readings.ts";
import { renames } from "./renamings.ts";
import { VARIANT_RANK } from "./variant-kinds.ts";
import { findRuns } from "./variant-runs.ts";

/**
 * The places where renditions differ: runs of columns that not all of them read alike, each with its
 * readings and its kind. Sorted by kind as in `VARIANT_RANK`, then by place.
 */
export function findVariants(alignment: WordAlignment, textOf: (article: string) => string): Variant[] {
	const variants: Variant[] = [];
	const runs = widenAbsences(alignment, findRuns(alignment));
	runs.forEach((run, at) => {
		const room = { start: runs[at - 1]?.end ?? 0, end: runs[at + 1]?.start ?? alignment.columns.length };
		const beside = { before: runs[at - 1], after: runs[at + 1] };
		variants.push(...readVariants(alignment, run, room, beside, textOf));
	});
	for (const { witnesses, matches } of alignment.transposed) {
		const variant = readTransposition(alignment, witnesses, matches, textOf);
		if (variant) variants.push(variant);
	}
	return variants.sort(
		(a, b) =>
			VARIANT_RANK.indexOf(a.kind) - VARIANT_RANK.indexOf(b.kind) ||
			a.columns.start - b.columns.start ||
			a.columns.end - b.columns.end,
	);
}

/** The runs next to one. */
interface Beside {
	readonly before: Span | undefined;
	readonly after: Span | undefined;
}

/** What a run of columns comes to: one variant, and where some leave out what others put otherwise a second. */
function readVariants(
	alignment: WordAlignment,
	run: Span,
	room: Span,
	beside: Beside,
	textOf: (article: string) => string,
): Variant[] {
	const read = findReadings(alignment, run.start, run.end);
	if (read.length < 2) return [];
	const negation = negationDiffers(alignment, run.start) && isInPlace(alignment, read, run.end);
	if (leavesNegationOut(alignment, read)) return [describeVariant("polarity", run, read, textOf)];
	const first = renames(alignment, run, read, textOf)
		? "name"
		: kindOf(read, negation, !sharesName(alignment, run, read));
	const absent = first === "omission" || first === "addition";
	const narrow = absent ? withoutReplaced(alignment, run, beside, read) : read;
	if (narrow.length < 2) return [];
	const kind = absent && isRepeated(alignment, run, narrow) ? "wording" : first;
	// "coming" against nothing tells a reader less than "is coming under" against "was under".
	const wide = SHOWN_IN_PLACE.has(kind) && narrow.some(({ words }) => words.length === 0);
	const { start, end } = wide
		? { start: Math.max(room.start, run.start - 1), end: Math.min(room.end, run.end + 1) }
		: run;
	const found = wide ? findReadings(alignment, start, end) : narrow;
	const describe = (kind: VariantKind, readings: readonly Reading[]): Variant =>
		describeVariant(kind, { start, end }, readings, textOf);
	const given = found.filter(({ words }) => words.length > 0);
	if ((kind !== "omission" && kind !== "addition") || given.length < 2) return [describe(kind, found)];
	// Each reading has its own kind: that one leaves words out makes no omission of another's wording.
	return [describe(kind, found), describe(kindOf(given, false, !sharesName(alignment, run, given)), given)];
}

function describeVariant(
	kind: VariantKind,
	{ start, end }: Span,
	readings: readonly Reading[],
	textOf: (article: string) => string,
): Variant {
	return {
		kind,
		columns: { start, end },
		readings: readings.map(({ renditions, words, article }) => ({
			renditions,
			text: textBetween(words, textOf(article)),
		})),
	};
}

/** The readings without those who do not leave words out: they put their own right beside, or have these elsewhere. */
function withoutReplaced(
	alignment: WordAlignment,
	run: Span,
	{ before, after }: Beside,
	readings: readonly Reading[],
): Reading[] {
	const given = readings.filter(({ words }) => words.length > 0);
	const having = new Set(given.flatMap(({ renditions }) => renditions));
	const beside = [before?.end === run.start ? before : null, after?.start === run.end ? after : null];
	/** Whether none of those who have the words reads in a column. */
	const isOwn = (column: Int32Array): boolean =>
		alignment.witnesses.every(({ rendition }, index) => !having.has(rendition) || (column[index] ?? -1) < 0);
	const replaces = (witness: Witness, index: number): boolean =>
		beside.some((span) =>
			alignment.columns
				.slice(span?.start ?? 0, span?.end ?? 0)
				.some((column) => (witness.words[column[index] ?? -1]?.weight ?? 0) >= WEIGHTY && isOwn(column)),
		);
	return readings.flatMap((reading): Reading[] => {
		if (reading.words.length > 0) return [reading];
		const renditions = reading.renditions.filter((rendition) => {
			const index = alignment.witnesses.findIndex((witness) => witness.rendition === rendition);
			const witness = alignment.witnesses[index];
			return !witness || !(replaces(witness, index) || standsElsewhere(alignment, run, index, given, isOwn));
		});
		return renditions.length > 0 ? [{ ...reading, renditions }] : [];
	});
}

/** Whether those who have nothing in a run all have its words once in the sentence, where others have them twice. */
function isRepeated(alignment: WordAlignment, run: Span, readings: readonly Reading[]): boolean {
	const given = readings.filter(({ words }) => words.length > 0);
	const absent = new Set(readings.flatMap(({ words, renditions }) => (words.length === 0 ? renditions : [])));
	return alignment.witnesses.every(
		({ rendition }, index) => !absent.has(rendition) || standsElsewhere(alignment, run, index, given, () => true),
	);
}

/** Telling words that may stand elsewhere one by one; more of them are a clause that is moved or left out whole. */
const MOST_ELSEWHERE = 2;

/**
 * Whether a witness has the telling words of the readings elsewhere in the sentence, in columns that fit. A number
 * or a negation is never the one that stands elsewhere.
 */
function standsElsewhere(
	alignment: WordAlignment,
	{ start, end }: Span,
	index: number,
	given: readonly Reading[],
	fits: (column: Int32Array) => boolean,
): boolean {
	const kept = (word: SegmentWord): boolean => isNumeral(word) || isNegation(word.norm);
	if (given.some(({ words }) => telling(words).length > MOST_ELSEWHERE || words.some(kept))) return false;
	const sentences = new Set(
		alignment.columns
			.slice(start, end)
			.flatMap((column) => alignment.witnesses.flatMap((one, at) => one.sentences[column[at] ?? -1] ?? [])),
	);
	const witness = alignment.witnesses[index];
	const stems = new Set<string>();
	for (const column of alignment.columns) {
		const position = column[index] ?? -1;
		const word = witness?.words[position];
		if (word && sentences.has(witness?.sentences[position] ?? -1) && fits(column)) stems.add(word.stem);
	}
	return given.every(({ words }) => telling(words).length > 0 && telling(words).every((stem) => stems.has(stem)));
}

/** Kinds that are shown with a word on each side where some have nothing. */
const SHOWN_IN_PLACE: ReadonlySet<VariantKind> = new Set(["wording", "strength", "inflection"]);

/**
 * Runs with the small words beside them that those who have nothing in them have not either: "of this election". Runs that
 * so meet, and that the same leave out, are one: "they sent to the Inspectorate".
 */
function widenAbsences(alignment: WordAlignment, runs: readonly Span[]): Span[] {
	const widened: { start: number; end: number; key: string | null }[] = [];
	runs.forEach((run, at) => {
		const last = widened[widened.length - 1];
		const key = absenceOf(alignment, run);
		let { start, end } = run;
		if (key !== null) {
			const from = last?.end ?? 0;
			const to = runs[at + 1]?.start ?? alignment.columns.length;
			while (start > from && goesWith(alignment, start - 1, key)) start--;
			while (end < to && goesWith(alignment, end, key)) end++;
		}
		// Runs that were neighbours before were parted for a reason.
		const parted = runs[at - 1]?.end === run.start;
		if (last && !parted && key !== null && last.key === key && last.end === start) last.end = end;
		else widened.push({ start, end, key });
	});
	return widened.map(({ start, end }) => ({ start, end }));
}

/** Which witnesses have words in a run, as "01101"; null where none leaves it out. */
function absenceOf(alignment: WordAlignment, { start, end }: Span): string | null {
	if (!findReadings(alignment, start, end).some(({ words }) => words.length === 0)) return null;
	const columns = alignment.columns.slice(start, end);
	return alignment.witnesses
		.map((_, index) => (columns.some((column) => (column[index] ?? -1) >= 0) ? "1" : "0"))
		.join("");
}

/** Whether a column has small words alone, and none of those who leave a run out. */
function goesWith(alignment: WordAlignment, at: number, having: string): boolean {
	const column = alignment.columns[at];
	let any = false;
	const fits = alignment.witnesses.every((witness, index) => {
		const word = witness.words[column?.[index] ?? -1];
		if (!word) return true;
		any = true;
		return having[index] === "1" && !saysSomething(word);
	});
	return any && fits;
}

/** How far behind a negation (in columns) stands what it negates. */
const NEGATED_REACH = 3;

/** Whether every reading without words has what others negate: it leaves out the negation, not the clause. */
function isInPlace(alignment: WordAlignment, readings: readonly Reading[], end: number): boolean {
	const absent = new Set(readings.flatMap(({ words, renditions }) => (words.length === 0 ? renditions : [])));
	return alignment.witnesses.every(
		({ rendition }, index) =>
			!absent.has(rendition) ||
			alignment.columns.slice(end, end + NEGATED_REACH).some((column) => (column[index] ?? -1) >= 0),
	);
}

/** The words as they stand; where they do not follow each other, with an ellipsis between. */
function textBetween(words: readonly SegmentWord[], text: string): string {
	let joined = "";
	words.forEach((word, index) => {
		const before = words[index - 1];
		if (before) {
			const between = text.slice(before.end, word.start);
			joined += /^[^\p{L}\p{Nd}]{1,4}$/u.test(between) ? between.replace(/\s+/g, " ") : " … ";
		}
		joined += text.slice(word.start, word.end);
	});
	return joined;
}

/**
 * Whether some witnesses negate anything in the sentence that a column belongs to and others nothing:
 * "I don't think he won" and "I think he did not win" say the same.
 */
function negationDiffers(alignment: WordAlignment, at: number): boolean {
	const sentenceAt = (witness: number): number => {
		const position = alignment.columns[at]?.[witness] ?? -1;
		return position < 0 ? -1 : (alignment.witnesses[witness]?.sentences[position] ?? -1);
	};
	const sentence = Math.max(...alignment.witnesses.map((_, index) => sentenceAt(index)));
	const negated = alignment.witnesses.flatMap(({ words, sentences }) =>
		sentences.includes(sentence) ? [words.some((word, i) => sentences[i] === sentence && isNegation(word.norm))] : [],
	);
	return new Set(negated).size > 1;
}

/** Whether one who reads otherwise has a name of another's reading elsewhere: it is put in another place, and no other name. */
function sharesName(alignment: WordAlignment, { start, end }: Span, readings: readonly Reading[]): boolean {
	const elsewhere = new Map<string, Set<string>>();
	for (const { rendition } of alignment.witnesses) elsewhere.set(rendition, new Set());
	alignment.columns.forEach((column, at) => {
		if (at >= start && at < end) return;
		alignment.witnesses.forEach(({ rendition, words }, index) => {
			const word = words[column[index] ?? -1];
			if (word?.capital) elsewhere.get(rendition)?.add(word.stem);
		});
	});
	return readings.some((reading) =>
		readings.some(
			(other) =>
				other !== reading &&
				other.words.some(
					({ capital, stem }) => capital && reading.renditions.every((id) => elsewhere.get(id)?.has(stem) === true),
				),
		),
	);
}

function readTransposition(
	alignment: WordAlignment,
	witnesses: readonly [number, number],
	matches: readonly { readonly a: number; readonly b: number }[],
	textOf: (article: string) => string,
): Variant | null {
	const [first, second] = witnesses.map((index) => alignment.witnesses[index]);
	if (!first || !second) return null;
	const columnOf = (witness: number, position: number): number =>
		alignment.columns.findIndex((column) => column[witness] === position);
	const at = matches.flatMap((match) => [columnOf(witnesses[0], match.a), columnOf(witnesses[1], match.b)]);
	const words = matches.flatMap((match) => first.words[match.a] ?? []);
	const others = matches.flatMap((match) => second.words[match.b] ?? []);
	return {
		kind: "order",
		columns: { start: Math.min(...at), end: Math.max(...at) + 1 },
		readings: [
			{ renditions: [first.rendition], text: textBetween(words, textOf(first.article)) },
			{ renditions: [second.rendition], text: textBetween(others, textOf(second.article)) },
		],
	};
}
