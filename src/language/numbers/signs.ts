import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import type { Unit } from "./unit-words.ts";

/**
 * The token of a minus before a measure or a share: "minus 12 degrees", "-0.4%". Null for "- 5 men", a list's mark,
 * and for the dash of "20-30" and "Corra-5".
 */
export function signBefore(reading: Reading, at: number, unit: Unit): number | null {
	if (at < 1) return null;
	const sign = normAt(reading, at - 1);
	const measured = unit.kind === "measure" || unit.kind === "share";
	// "plus or minus 4 points", "12 minus 5"
	if (sign === "minus") {
		const other = normAt(reading, at - 2) === "or" || reading.kinds[at - 2] === TokenKind.number;
		return other || (!measured && unit.noun !== null) ? null : at - 1;
	}
	if (!measured) return null;
	if (!/^[-\u2212\u2013]$/.test(sign) || !has(reading, at, Shape.joined) || has(reading, at - 1, Shape.joined))
		return null;
	return at - 1;
}
