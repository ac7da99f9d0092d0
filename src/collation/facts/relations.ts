import type { StatedDate } from "../../model/date.ts";
import type { FactRelation, FactState } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";

/** A relation between two statements of one thing, and why. */
export interface Related {
	readonly relation: FactRelation;
	readonly reason: string;
}

/** Inclusive bounds; null leaves a side open. */
export interface Bounds {
	readonly low: number | null;
	readonly high: number | null;
}

/** Compares two numbers of one thing as intervals: equal, compatible when they share a value, else apart. */
export function relateNumbers(a: Bounds, b: Bounds): "equal" | "compatible" | "apart" {
	if (a.low === b.low && a.high === b.high) return "equal";
	const low = Math.max(a.low ?? Number.NEGATIVE_INFINITY, b.low ?? Number.NEGATIVE_INFINITY);
	const high = Math.min(a.high ?? Number.POSITIVE_INFINITY, b.high ?? Number.POSITIVE_INFINITY);
	return low <= high ? "compatible" : "apart";
}

/** Compares two dates as intervals by their calendar days; null when one of them has no bounds. */
export function relateDates(a: StatedDate, b: StatedDate): "equal" | "compatible" | "apart" | null {
	if (a.earliest === null || a.latest === null || b.earliest === null || b.latest === null) return null;
	const day = (iso: string): string => iso.slice(0, 10);
	if (day(a.earliest) === day(b.earliest) && day(a.latest) === day(b.latest)) return "equal";
	const from = [day(a.earliest), day(b.earliest)].sort(compareText)[1] ?? "";
	const to = [day(a.latest), day(b.latest)].sort(compareText)[0] ?? "";
	return from <= to ? "compatible" : "apart";
}

/**
 * What two equal values come to, given on whose word each stands: one report's own word against what
 * another gives only as a claim is contested, however equal the values.
 */
export function relateModes(a: FactState, b: FactState): Related | null {
	const claimed = (state: FactState): boolean => state.mode === "claimed";
	if (claimed(a) === claimed(b)) return null;
	const other = claimed(a) ? b : a;
	if (other.mode !== "asserted") return null;
	return { relation: "contested", reason: "one report gives it on its own word, another as a claim" };
}

/** The order in which relations matter to a reader. */
export const RELATION_RANK: readonly FactRelation[] = [
	"conflict",
	"contested",
	"unclear",
	"updated",
	"compatible",
	"agree",
	"single-source",
];

/** The gravest relation among pairs is the fact's; `single-source` when there are no pairs. */
export function gravest(pairs: readonly Related[]): Related {
	let found: Related | null = null;
	for (const pair of pairs) {
		if (!found || RELATION_RANK.indexOf(pair.relation) < RELATION_RANK.indexOf(found.relation)) found = pair;
	}
	return found ?? { relation: "single-source", reason: "one report states it" };
}
