import type { Span } from "../../model/span.ts";
import { compareText } from "../../text/compare.ts";
import { TELLING } from "../term-weight.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import type { Traced } from "./traced-text.ts";
import type { WordRun } from "./word-runs.ts";

/** A part of the traced text and the words of one report that give it. */
export interface Piece {
	readonly kind: "exact" | "cut" | "reworded";
	/** Half-open range of the traced text's words that it gives, wholly or in part. */
	readonly traced: Span;
	/** Words that stand there as traced; of a reworded piece the equal ones are found when it is described. */
	readonly runs: readonly WordRun[];
	/** Half-open ranges of the report's words. */
	readonly found: readonly Span[];
	/** Index of the quotation that it stands in; -1 in an outlet's own words. */
	readonly quotation: number;
	/** 0–1. */
	readonly score: number;
	readonly reason: string;
}

/** By place in the report, then in the text. */
export function comparePieces(a: Piece, b: Piece): number {
	return (
		(a.found[0]?.start ?? 0) - (b.found[0]?.start ?? 0) ||
		a.traced.start - b.traced.start ||
		b.score - a.score ||
		compareText(a.kind, b.kind)
	);
}

/** The report's words of a piece, by index. */
export function wordsOf(piece: Pick<Piece, "found">): number[] {
	return piece.found.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at));
}

/** How many telling stems there are among words, and what they say together, each once. */
export function measureWords(words: readonly SegmentWord[]): { readonly telling: number; readonly weight: number } {
	const weights = new Map<string, number>();
	for (const { stem, weight } of words) if (weight >= TELLING) weights.set(stem, weight);
	let weight = 0;
	for (const one of weights.values()) weight += one;
	return { telling: weights.size, weight };
}

/** Share of what the traced text says that given words of it say, 0–1. */
export function shareOf({ words }: Traced, given: readonly SegmentWord[]): number {
	const all = measureWords(words).weight;
	return all === 0 ? given.length / words.length : measureWords(given).weight / all;
}
