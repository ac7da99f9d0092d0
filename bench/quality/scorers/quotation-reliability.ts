import { overlaps } from "../../../src/text/spans.ts";
import type { Detail } from "../measurement.ts";
import { type Compared, findWordStarts, pairByWords } from "./quotation-comparison.ts";
import type { ComparedArticle } from "./quotation-details.ts";

const BINS = 10;

/** One reading: how sure it is said to be, and whether it is right. */
interface Reading {
	readonly confidence: number;
	readonly right: Readonly<Record<Sense, boolean>>;
}

/** In which sense a reading is right, from the loosest to the strictest. */
const SENSES = ["overlapping", "content exact", "all exact"] as const;
type Sense = (typeof SENSES)[number];

/**
 * How far the confidence can be relied on: of the readings that say they are right in so many of a hundred
 * cases, how many are.
 *
 * @param every all readings of a record
 * @param shown those that pages show unasked
 */
export function showReliability(every: readonly ComparedArticle[], shown: readonly ComparedArticle[]): Detail {
	const all = every.flatMap(judge);
	const rows: string[][] = [];
	for (const [bin, readings] of binned(all).entries()) {
		if (readings.length === 0) continue;
		const right = SENSES.map((sense) => {
			const count = readings.filter((reading) => reading.right[sense]).length;
			return `${count} (${percent(count / readings.length)})`;
		});
		const range = `${(bin / BINS).toFixed(1)} – ${((bin + 1) / BINS).toFixed(1)}`;
		rows.push([range, String(readings.length), mean(readings).toFixed(2), ...right]);
	}
	const errors = (readings: readonly Reading[]): string =>
		SENSES.map((sense) => `${calibrationError(readings, sense).toFixed(3)} (${sense})`).join(", ");
	return {
		title: "How far the confidence can be relied on",
		before: [
			"Every reading of a record is paired with the annotators' attribution that shares most words with it, each with one at most. It is right *overlapping* when source, cue and content each share a character with theirs, or neither side has a source; *content exact* when the content is theirs to the character; *all exact* when all three are.",
		],
		table: { head: ["confidence", "readings", "mean", ...SENSES.map((sense) => `right, ${sense}`)], rows },
		after: [
			`The expected calibration error is how far the mean confidence of a reading's bin lies from the share of that bin which is right, averaged over the readings: ${errors(all)}. Of the readings that pages show unasked: ${errors(shown.flatMap(judge))}.`,
		],
	};
}

function judge({ article, found, gold }: ComparedArticle): Reading[] {
	const starts = (list: readonly Compared[]): Set<number>[] => list.map((one) => findWordStarts(article.text, one));
	const pairs = new Map(pairByWords(starts(found), starts(gold)).map(({ i, j }) => [i, j]));
	return found.map((one, i) => {
		const theirs = gold[pairs.get(i) ?? -1];
		return { confidence: one.confidence ?? 0, right: compare(one, theirs) };
	});
}

function compare(one: Compared, theirs: Compared | undefined): Readonly<Record<Sense, boolean>> {
	if (!theirs) return { overlapping: false, "content exact": false, "all exact": false };
	const content = one.content === theirs.content;
	return {
		overlapping: (["source", "cue", "content"] as const).every((part) => meets(one, theirs, part)),
		"content exact": content,
		"all exact": content && one.cue === theirs.cue && one.source === theirs.source,
	};
}

function meets(one: Compared, theirs: Compared, part: "source" | "cue" | "content"): boolean {
	const [a, b] = [one.spans[part], theirs.spans[part]];
	return a.some((span) => b.some((other) => overlaps(span, other))) || (a.length === 0 && b.length === 0);
}

/** A bin holds its lower bound; the last one holds 1 as well. */
function binned(readings: readonly Reading[]): Reading[][] {
	const bins: Reading[][] = Array.from({ length: BINS }, () => []);
	// Confidence has two decimals: whole hundredths part the bins where floating point would not.
	for (const one of readings) bins[Math.min(BINS - 1, Math.floor(Math.round(one.confidence * 100) / 10))]?.push(one);
	return bins;
}

function mean(readings: readonly Reading[]): number {
	return readings.reduce((sum, { confidence }) => sum + confidence, 0) / readings.length;
}

function calibrationError(readings: readonly Reading[], sense: Sense): number {
	let sum = 0;
	for (const bin of binned(readings)) {
		if (bin.length > 0) sum += Math.abs(mean(bin) * bin.length - bin.filter(({ right }) => right[sense]).length);
	}
	return readings.length === 0 ? 0 : sum / readings.length;
}

function percent(share: number): string {
	return `${Math.round(share * 100)}%`;
}
