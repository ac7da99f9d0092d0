import type { ExactSpan } from "../../model/quotation-listing.ts";
import type { HeldRelation, HeldRendition, VariantKind } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { round } from "../../text/compare.ts";
import { conceptOf } from "../synonyms.ts";
import { TELLING } from "../term-weight.ts";
import type { DraftRendition } from "../utterances/renditions.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import { compareWordings, type PairComparison, spansOf } from "../variants/pair-differences.ts";

/**
 * How each report gives what a primary document has, held against the document's own words.
 *
 * Catches: “We will not open the harbour” of “We will not open the harbour until we know why”: cut, and by which words;
 * “until we understand why”: changed, “know” to “understand”.
 * Leaves: that the harbour "would stay shut for now" as a summary, in which no word stands for one of the document's.
 */

/** An outlet's own words that share this much of what they say with the document's follow them, and are set beside them. */
const FOLLOWS = 0.5;

/**
 * The renditions of reports against the primary's that they share most with, in the order of the drafts; none where
 * no primary document gives the utterance.
 *
 * @param textOf text of an article by id
 */
export function holdRenditions(
	drafts: readonly DraftRendition[],
	isPrimary: (article: string) => boolean,
	textOf: (article: string) => string,
): HeldRendition[] {
	const primaries = drafts.filter(({ article }) => isPrimary(article));
	if (primaries.length === 0) return [];
	const known = new Map<string, Comparison>();
	return drafts.flatMap((draft): HeldRendition[] => {
		const primary = isPrimary(draft.article) ? undefined : nearestOf(draft, primaries);
		if (!primary) return [];
		const given = chooseWords(draft, primary);
		const base = { rendition: draft.id, primary: primary.id };
		if (given.length === 0) return [{ ...base, relation: "summary", leftOut: [], changed: [] }];
		const words = given.flatMap((at) => draft.all[at] ?? []);
		const outlet = given.map((at) => draft.outlet[at] === true);
		// Copies are compared once.
		const key = `${primary.id} ${words.map(({ norm }, at) => `${outlet[at] ? "~" : ""}${norm}`).join(" ")}`;
		const compared = known.get(key) ?? compare(primary, words, outlet, textOf(primary.article), textOf(draft.article));
		known.set(key, compared);
		return [{ ...base, ...describe(compared, primary, words, textOf(primary.article), textOf(draft.article)) }];
	});
}

function nearestOf(draft: DraftRendition, primaries: readonly DraftRendition[]): DraftRendition | undefined {
	const shares = primaries.map((primary) => shareWith(draft.all, primary));
	const most = Math.max(...shares);
	return primaries[shares.indexOf(most)];
}

/** Share of what words say that a primary's rendition says too, 0–1. */
function shareWith(words: readonly SegmentWord[], { all }: DraftRendition): number {
	const concepts = new Set(all.map(({ stem }) => conceptOf(stem)));
	let shared = 0;
	let total = 0;
	for (const { stem, weight } of words) {
		if (weight < TELLING) continue;
		total += weight;
		if (concepts.has(conceptOf(stem))) shared += weight;
	}
	return total === 0 ? 0 : round(shared / total);
}

/**
 * Positions of the words that are set beside the primary's: all that are spoken or follow it; of an outlet's own
 * summary those in marks; none of one without marks, and none of a headline, which sums up, that has none.
 */
function chooseWords({ all, outlet, direct, segments }: DraftRendition, primary: DraftRendition): number[] {
	const every = all.map((_, at) => at);
	if (direct) return every;
	const headline = segments.every(({ headline }) => headline);
	if (!headline && shareWith(all, primary) >= FOLLOWS) return every;
	return every.filter((at) => outlet[at] !== true);
}

/** What differs, by positions on either side, so that it can be told of every copy. */
interface Comparison {
	readonly relation: HeldRelation;
	/** Positions of the primary's words, one list a stretch. */
	readonly leftOut: readonly (readonly number[])[];
	readonly changed: readonly {
		readonly kind: VariantKind;
		readonly primary: readonly number[];
		readonly report: readonly number[];
	}[];
}

function compare(
	{ all }: DraftRendition,
	words: readonly SegmentWord[],
	outlet: readonly boolean[],
	text: string,
	other: string,
): Comparison {
	const { differences }: PairComparison = compareWordings(
		{ text, words: all, outlet: all.map(() => false), whole: true },
		{ text: other, words, outlet, whole: true },
	);
	const changed = differences.filter(({ kind, other }) => other.length > 0 || TURNS.has(kind));
	const leftOut = differences.filter((one) => !changed.includes(one));
	return {
		relation: changed.length > 0 ? "changed" : leftOut.length > 0 ? "cut" : "exact",
		leftOut: leftOut.map(({ base }) => positionsOf(all, base)),
		changed: changed.map(({ kind, base, other: its }) => ({
			kind,
			primary: positionsOf(all, base),
			report: positionsOf(words, its),
		})),
	};
}

/** Leaving such a word out is no cut: “did [not] warn”, “[may] close”. */
const TURNS: ReadonlySet<VariantKind> = new Set<VariantKind>(["polarity", "strength"]);

function positionsOf(words: readonly SegmentWord[], spans: readonly Span[]): number[] {
	return words.flatMap(({ start, end }, at) =>
		spans.some((span) => span.start <= start && end <= span.end) ? [at] : [],
	);
}

function describe(
	{ relation, leftOut, changed }: Comparison,
	primary: DraftRendition,
	words: readonly SegmentWord[],
	text: string,
	other: string,
): Pick<HeldRendition, "relation" | "leftOut" | "changed"> {
	return {
		relation,
		leftOut: leftOut.flatMap((positions) => exactOf(primary.all, positions, text)),
		changed: changed.map(({ kind, primary: own, report }) => ({
			kind,
			primary: exactOf(primary.all, own, text),
			report: exactOf(words, report, other),
		})),
	};
}

/** The stretches of words that follow each other. */
function exactOf(words: readonly SegmentWord[], positions: readonly number[], text: string): ExactSpan[] {
	return spansOf(words, positions).map(({ start, end }) => ({ start, end, exact: text.slice(start, end) }));
}
