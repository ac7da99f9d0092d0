import type { StatedDate } from "../model/date.ts";

/** A date of which nothing is known, and why. */
export function unknownDate(reason: string): StatedDate {
	return { earliest: null, latest: null, precision: null, zone: null, exact: null, reason, evidence: [] };
}
