import type { VariantKind } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { conceptOf } from "../synonyms.ts";
import { TELLING } from "../term-weight.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import { alignRenditions, type Transposition, type Witness, type WordAlignment } from "./alignment.ts";
import { VARIANT_RANK } from "./variant-kinds.ts";
import { findVariants } from "./variants.ts";

/** One of two wordings that are held against each other. */
export interface WordingSide {
	readonly text: string;
	readonly words: readonly SegmentWord[];
	/** For each word, whether it is an outlet's own and not in marks. */
	readonly outlet: readonly boolean[];
	/** Whether it gives the thing whole, so that what the other has beyond its ends is left out here. */
	readonly whole: boolean;
}

/** Words of one side and what stands for them on the other; no spans where a side has none. */
export interface PairDifference {
	readonly kind: VariantKind;
	readonly base: readonly Span[];
	readonly other: readonly Span[];
}

/** What two wordings come to. */
export interface PairComparison {
	/** Those that may change what is said first, then by place in the base. */
	readonly differences: readonly PairDifference[];
	/** Indices of the words that both have in one place: of the base, and beside each the other's. */
	readonly common: readonly { readonly base: number; readonly other: number }[];
}

const BASE = "base";
const OTHER = "other";

/**
 * Sets two wordings of one thing word by word and says where they differ, as the variants of an utterance are found.
 * What is kind `addition` stands in the other alone, `omission` in the base alone. Time grows with the square of the
 * lengths.
 */
export function compareWordings(base: WordingSide, other: WordingSide): PairComparison {
	const alignment = alignRenditions([witnessOf(BASE, base), witnessOf(OTHER, other)]);
	const textOf = (article: string): string => (article === BASE ? base.text : other.text);
	const at = alignment.witnesses.findIndex(({ rendition }) => rendition === BASE);
	const sideOf = (own: boolean): number => (own ? at : 1 - at);
	const moved = alignment.transposed.map((one) => describeMoved(alignment, one, at));
	const isMoved = (spans: readonly Span[], of: "base" | "other"): boolean =>
		spans.length > 0 &&
		moved.some((one) =>
			spans.every((span) => one[of].some(({ start, end }) => start <= span.start && span.end <= end)),
		);
	const found = findVariants(alignment, textOf).flatMap(({ kind, columns }): Draft[] => {
		if (kind === "order") return [];
		const positions = {
			base: positionsIn(alignment, sideOf(true), columns),
			other: positionsIn(alignment, sideOf(false), columns),
		};
		const spans = { base: spansOf(base.words, positions.base), other: spansOf(other.words, positions.other) };
		// What stands elsewhere is neither left out nor added.
		if (spans.other.length === 0 && isMoved(spans.base, "base")) return [];
		if (spans.base.length === 0 && isMoved(spans.other, "other")) return [];
		return [{ kind: seenFromBase(kind, spans), ...positions }];
	});
	const whole = [
		...found.filter((one) => one.base.length > 0 && one.other.length > 0),
		...joinGaps(alignment, sideOf(true), found, "base"),
		...joinGaps(alignment, sideOf(false), found, "other"),
	];
	return {
		differences: [
			...pairMoved(whole, base.words, other.words).map(
				({ kind, base: own, other: its }): PairDifference => ({
					kind,
					base: spansOf(base.words, own),
					other: spansOf(other.words, its),
				}),
			),
			...moved,
		].sort(
			(a, b) =>
				VARIANT_RANK.indexOf(a.kind) - VARIANT_RANK.indexOf(b.kind) ||
				startOf(a) - startOf(b) ||
				(a.other[0]?.start ?? 0) - (b.other[0]?.start ?? 0),
		),
		common: alignment.columns.flatMap((column) => {
			const [i, j] = [column[sideOf(true)] ?? -1, column[sideOf(false)] ?? -1];
			const same = i >= 0 && j >= 0 && base.words[i]?.norm === other.words[j]?.norm;
			return same ? [{ base: i, other: j }] : [];
		}),
	};
}

function witnessOf(rendition: string, { words, outlet, whole }: WordingSide): Witness {
	return { rendition, article: rendition, words, outlet, sentences: words.map(() => 0), whole };
}

/** Of two wordings one has what the other has not: which of them says whether it was left out or added. */
function seenFromBase(kind: VariantKind, { base, other }: Pick<PairDifference, "base" | "other">): VariantKind {
	if (kind !== "omission" && kind !== "addition") return kind;
	return base.length === 0 ? "addition" : other.length === 0 ? "omission" : "wording";
}

/** A difference by the positions of its words on either side, ascending. */
interface Draft {
	readonly kind: VariantKind;
	readonly base: readonly number[];
	readonly other: readonly number[];
}

function startOf({ base, other }: PairDifference): number {
	return base[0]?.start ?? other[0]?.start ?? 0;
}

function positionsIn({ columns }: WordAlignment, witness: number, range: Span): number[] {
	const positions: number[] = [];
	for (let at = range.start; at < range.end; at++) {
		const position = columns[at]?.[witness] ?? -1;
		if (position >= 0) positions.push(position);
	}
	return positions;
}

/**
 * Words that one side alone has, each stretch of them whole: small words between two that tell something, which are no
 * difference by themselves, belong to what is left out or added.
 */
function joinGaps(
	{ columns }: WordAlignment,
	witness: number,
	drafts: readonly Draft[],
	side: "base" | "other",
): Draft[] {
	const alone = new Set(
		columns.flatMap((column) => {
			const position = column[witness] ?? -1;
			return position >= 0 && (column[1 - witness] ?? -1) < 0 ? [position] : [];
		}),
	);
	const rank = (one: Draft): number => VARIANT_RANK.indexOf(one.kind);
	const own = drafts.filter((one) => one[side].length > 0 && one[side === "base" ? "other" : "base"].length === 0);
	const joined: Draft[] = [];
	for (const draft of [...own].sort((a, b) => (a[side][0] ?? 0) - (b[side][0] ?? 0))) {
		const last = joined[joined.length - 1];
		let [start, end] = [draft[side][0] ?? 0, (draft[side][draft[side].length - 1] ?? 0) + 1];
		while (alone.has(start - 1)) start--;
		while (alone.has(end)) end++;
		const before = last?.[side] ?? [];
		if (last && start <= (before[before.length - 1] ?? -1)) {
			if (rank(draft) < rank(last)) joined[joined.length - 1] = { ...last, kind: draft.kind };
			continue;
		}
		const positions = Array.from({ length: end - start }, (_, at) => start + at);
		joined.push(
			side === "base"
				? { kind: draft.kind, base: positions, other: [] }
				: { kind: draft.kind, base: [], other: positions },
		);
	}
	return joined;
}

/** What is put in another place has this share of its telling concepts there, and two of them. */
const MOVED = 0.6;
const LEAST_MOVED = 2;

/**
 * A clause that one side has in front and the other behind, in forms of the same words: neither left out nor added,
 * nor put for the word that stands where it stood.
 */
function pairMoved(drafts: readonly Draft[], base: readonly SegmentWord[], other: readonly SegmentWord[]): Draft[] {
	const conceptsOf = (words: readonly SegmentWord[], positions: readonly number[]): Set<string> =>
		new Set(positions.flatMap((at) => ((words[at]?.weight ?? 0) >= TELLING ? [conceptOf(words[at]?.stem ?? "")] : [])));
	const paired = new Set<Draft>();
	const moved: Draft[] = [];
	for (const gone of drafts) {
		const own = conceptsOf(base, gone.base);
		if (own.size < LEAST_MOVED || paired.has(gone) || conceptsOf(other, gone.other).size > 0) continue;
		const come = drafts.find((one) => {
			if (one === gone || paired.has(one) || conceptsOf(base, one.base).size > 0) return false;
			const its = conceptsOf(other, one.other);
			const shared = [...own].filter((concept) => its.has(concept)).length;
			return shared >= LEAST_MOVED && shared >= MOVED * Math.max(own.size, its.size);
		});
		if (!come) continue;
		paired.add(gone).add(come);
		moved.push({ kind: "order", base: gone.base, other: come.other });
	}
	return [...drafts.filter((one) => !paired.has(one)), ...moved];
}

/** The stretches that words stand in, those that follow each other as one. */
export function spansOf(words: readonly SegmentWord[], positions: readonly number[]): Span[] {
	const spans: { start: number; end: number }[] = [];
	let before = -2;
	for (const position of positions) {
		const word = words[position];
		if (!word) continue;
		const last = spans[spans.length - 1];
		if (last && position === before + 1) last.end = word.end;
		else spans.push({ start: word.start, end: word.end });
		before = position;
	}
	return spans;
}

function describeMoved(
	{ witnesses }: WordAlignment,
	{ witnesses: pair, matches }: Transposition,
	base: number,
): PairDifference {
	const [first, second] = pair;
	const ofFirst = spansOf(
		witnesses[first]?.words ?? [],
		matches.map(({ a }) => a),
	);
	const ofSecond = spansOf(
		witnesses[second]?.words ?? [],
		matches.map(({ b }) => b),
	);
	return first === base
		? { kind: "order", base: ofFirst, other: ofSecond }
		: { kind: "order", base: ofSecond, other: ofFirst };
}
