import type { Span } from "../../model/span.ts";
import { normAt, type Reading } from "../shapes.ts";
import { spanOf } from "./number.ts";
import { quantityAt } from "./quantities.ts";

/** "Per so many" behind a number and its noun: "12 per 100,000", "3.4 deaths per 1,000 births". Not "30 per head". */
export function rateBehind(
	reading: Reading,
	at: number,
	limit: number,
): { readonly of: string; readonly span: Span; readonly end: number } | null {
	if (at + 1 >= limit || !/^(?:per|for)$/.test(normAt(reading, at))) return null;
	const every = normAt(reading, at) === "for" ? 1 : 0;
	if (every === 1 && normAt(reading, at + 1) !== "every") return null;
	const base = quantityAt(reading, at + 1 + every, limit);
	if (!base || base.currency !== null || base.value < 100 || !/^10+$/.test(String(base.value))) return null;
	const span = spanOf(reading, at, base.end);
	return { of: `per ${base.value.toString().replace(/\B(?=(\d{3})+$)/g, ",")}`, span, end: base.end };
}
