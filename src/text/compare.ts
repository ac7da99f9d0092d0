import type { ListedProblem } from "../model/problem.ts";
import type { Place, Span } from "../model/span.ts";

/** Orders strings by UTF-16 code unit, the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders spans by start, then by end. */
export function compareSpans(a: Span, b: Span): number {
	return a.start - b.start || a.end - b.end;
}

/** Orders places by article id, then by span. */
export function comparePlaces(a: Place, b: Place): number {
	return compareText(a.article, b.article) || compareSpans(a, b);
}

/**
 * Orders two keys that may be null, null last.
 */
export function compareNullable(a: string | null, b: string | null): number {
	if (a === b) return 0;
	if (a === null) return 1;
	if (b === null) return -1;
	return compareText(a, b);
}

/** Orders problems of whole inputs by place (null last), code and reason. */
export function compareProblems(a: ListedProblem, b: ListedProblem): number {
	return compareNullable(a.place, b.place) || compareText(a.code, b.code) || compareText(a.reason, b.reason);
}

/** Powers of ten up to where rounding is asked for: `**` takes longer than all else of it. */
const SCALES = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];

/**
 * Rounds to `digits` decimals (four by default). Computed numbers are rounded before they are
 * compared or printed, so that the last bits of floating point decide nothing.
 */
export function round(value: number, digits: number = 4): number {
	const scale = SCALES[digits] ?? 10 ** digits;
	const rounded = Math.round(value * scale) / scale;
	return rounded === 0 ? 0 : rounded;
}
