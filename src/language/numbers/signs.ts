import { has, normAt, type Reading, Shape } from "../shapes.ts";
import type { Unit } from "./unit-words.ts";

/**
 * The token of a minus before a measure or a share: "minus 12 degrees", "-0.4%". Null for "- 5 men", a list's mark,
 * and for the dash of "20-30" and "Corra-5".
 */
export function signBefore(reading: Reading, at: number, unit: Unit): number | null {
	if (at < 1 || (unit.kind !== "measure" && unit.kind !== "share")) return null;
	const sign = normAt(reading, at - 1);
	// "plus or minus 4 points"
	if (sign === "minus") return normAt(reading, at - 2) === "or" ? null : at - 1;
	if (!/^[-\u2212\u2013]$/.test(sign) || !has(reading, at, Shape.joined) || has(reading, at - 1, Shape.joined))
		return null;
	return at - 1;
}
