import type { UnitRanges, WordPlace } from "./packed-places.ts";
import type { AskedPhrase, Query } from "./query.ts";

/** Where the words that are asked for stand in one article, by word. */
export type PlacesByWord = ReadonlyMap<number, readonly WordPlace[]>;

/** The places of units that are asked for, in order; null where not all stand in the ranges. */
export function matchWithin(
	query: Pick<Query, "loose" | "phrases">,
	places: PlacesByWord,
	ranges: UnitRanges | null,
): readonly number[] | null {
	const found = new Set<number>();
	for (const key of query.loose) {
		const inside = (places.get(key) ?? []).filter(({ at }) => ranges === null || isInside(at, at, ranges));
		if (inside.length === 0) return null;
		for (const { at } of inside) found.add(at);
	}
	for (const phrase of query.phrases) {
		const starts = findPhrase(phrase, places).filter(
			(at) => ranges === null || isInside(at, at + phrase.length - 1, ranges),
		);
		if (starts.length === 0) return null;
		for (const at of starts) for (let n = 0; n < phrase.length; n++) found.add(at + n);
	}
	return [...found].sort((a, b) => a - b);
}

/** Where a phrase begins: each of its words one behind the one before it, and in the form that it has there. */
function findPhrase(phrase: AskedPhrase, places: PlacesByWord): number[] {
	const sets = phrase.map(
		({ key, form }) => new Set((places.get(key) ?? []).flatMap((place) => (place.form === form ? [place.at] : []))),
	);
	// From its rarest word here, so that one of common words costs no more than that.
	let rarest = 0;
	for (const [index, set] of sets.entries()) if (set.size < (sets[rarest]?.size ?? 0)) rarest = index;
	return [...(sets[rarest] ?? [])]
		.map((at) => at - rarest)
		.filter((start) => sets.every((set, index) => set.has(start + index)));
}

function isInside(first: number, last: number, ranges: UnitRanges): boolean {
	return ranges.some(([start, end]) => start <= first && last < end);
}
