import type { StatedDate } from "../../model/date.ts";
import type { Position } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";

/** What a change is read from. */
export type Dated = Pick<Position, "id" | "when" | "stance" | "polarity">;

/** How a position stands to the others of its ledger. */
export interface Standing {
	/** The position before it, of an earlier day and the other side. */
	readonly before: string | null;
	/** Positions of the same days and the other side. */
	readonly differs: readonly string[];
}

/**
 * Where the sides of one ledger's positions change. Caught: for the accord on 2 May, against it on 9 May. Not caught:
 * for it in one report of 9 May and against it in another (they differ, and neither is held against an earlier day);
 * an undated position; a demand or a warning after either.
 */
export function findChanges(ledger: readonly Dated[]): ReadonlyMap<string, Standing> {
	const sided = ledger
		.flatMap((position) => {
			const days = daysOf(position.when);
			const side = position.stance === "supports" || position.stance === "opposes";
			return side && days && position.polarity === "said" ? [{ position, ...days }] : [];
		})
		.sort(
			(a, b) =>
				compareText(a.first, b.first) || compareText(a.last, b.last) || compareText(a.position.id, b.position.id),
		);
	const found = new Map<string, Standing>();
	// The undisputed position that ends last of those gone by; positions overlap little, so that looking back is short.
	const settled: typeof sided = [];
	const differing = findDiffering(sided);
	for (const one of sided) {
		const differs = differing.get(one.position.id) ?? [];
		if (differs.length > 0) {
			found.set(one.position.id, { before: null, differs });
			continue;
		}
		let before: (typeof sided)[number] | null = null;
		for (const other of settled) {
			if (other.last >= one.first) continue;
			if (before === null || other.last >= before.last) before = other;
		}
		if (before && before.position.stance !== one.position.stance)
			found.set(one.position.id, { before: before.position.id, differs: [] });
		settled.push(one);
		if (settled.length > MOST_OPEN) settled.shift();
	}
	return found;
}

/** Positions looked back upon: those of days that overlap are fewer. */
const MOST_OPEN = 64;

interface Sided {
	readonly position: Dated;
	readonly first: string;
	readonly last: string;
}

/** For each position those whose days overlap its own and whose side is the other. */
function findDiffering(sorted: readonly Sided[]): ReadonlyMap<string, readonly string[]> {
	const found = new Map<string, string[]>();
	sorted.forEach((one, index) => {
		for (let i = index + 1; i < Math.min(sorted.length, index + MOST_OPEN); i++) {
			const other = sorted[i];
			if (!other || other.first > one.last) break;
			if (other.position.stance === one.position.stance) continue;
			found.set(one.position.id, [...(found.get(one.position.id) ?? []), other.position.id]);
			found.set(other.position.id, [...(found.get(other.position.id) ?? []), one.position.id]);
		}
	});
	for (const list of found.values()) list.sort(compareText);
	return found;
}

/** The days of a date that is bounded on both sides; null for one that is not: it proves no order. */
export function daysOf({ earliest, latest }: StatedDate): { readonly first: string; readonly last: string } | null {
	if (earliest === null || latest === null) return null;
	return { first: earliest.slice(0, 10), last: latest.slice(0, 10) };
}
