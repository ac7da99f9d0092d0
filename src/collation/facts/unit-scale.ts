import type { FoundNumber } from "../../model/annotation.ts";
import { round } from "../../text/compare.ts";
import type { NumberFrame } from "./number-frames.ts";
import { type Bounds, relateNumbers } from "./relations.ts";

/**
 * Amounts of one dimension, in one unit: "22 km" and "12 nautical miles" can both be right. Must not bring two
 * currencies together, nor a count of miles walked and of minutes.
 */

/** Base unit and factor by a unit's name as numbers give it. */
const UNITS: ReadonlyMap<string, readonly [string, number]> = new Map([
	["mm", ["m", 0.001]],
	["cm", ["m", 0.01]],
	["m", ["m", 1]],
	["km", ["m", 1000]],
	["mile", ["m", 1609.344]],
	["nautical mile", ["m", 1852]],
	["ft", ["m", 0.3048]],
	["foot", ["m", 0.3048]],
	["in", ["m", 0.0254]],
	["inch", ["m", 0.0254]],
	["yard", ["m", 0.9144]],
	["g", ["kg", 0.001]],
	["kg", ["kg", 1]],
	["t", ["kg", 1000]],
	["tonne", ["kg", 1000]],
	["pound", ["kg", 0.45359237]],
	["lb", ["kg", 0.45359237]],
	["second", ["second", 1]],
	["minute", ["second", 60]],
	["hour", ["second", 3600]],
	["day", ["second", 86_400]],
	["week", ["second", 604_800]],
]);

/** Two figures in different units are one amount when they are this near: each is rounded in its own. */
const ROUNDED = 0.03;

/** How two numbers stand to each other as amounts; null when their units measure different things. */
export function relateAmounts(a: FoundNumber, b: FoundNumber): "equal" | "compatible" | "apart" | null {
	if (a.kind === "count" || a.of === b.of) {
		const values = relateNumbers(overTime(a), overTime(b));
		return values === "apart" && (touches(a, b) || touches(b, a)) ? "compatible" : values;
	}
	const left = UNITS.get(a.of ?? "");
	const right = UNITS.get(b.of ?? "");
	if (!left || !right || left[0] !== right[0]) return null;
	const scaled = relateNumbers(scale(a, left[1]), scale(b, right[1]));
	return scaled === "equal" ? "compatible" : scaled;
}

/** "Over 2.5 million" and "2.5 million", "more than 60" and "60": one is the other, rounded. */
function touches(bound: FoundNumber, other: FoundNumber): boolean {
	if (bound.high !== null || bound.low === null || other.low === null || other.low !== other.high) return false;
	return (
		bound.qualifier === "more-than" &&
		other.low >= LEAST_ROUNDED &&
		/0$/.test(String(other.low)) &&
		bound.low <= other.low + 1
	);
}

const LEAST_ROUNDED = 20;

/** The same of two frames; a tally is equal to one of the same two figures in either order, and apart from any other. */
export function relateFrames(
	a: Pick<NumberFrame, "number" | "against">,
	b: Pick<NumberFrame, "number" | "against">,
): "equal" | "compatible" | "apart" | null {
	if (a.against === null || b.against === null) return relateAmounts(a.number, b.number);
	const sides = (one: Pick<NumberFrame, "number" | "against">): string =>
		[one.number.low ?? 0, one.against?.low ?? 0].sort((x, y) => x - y).join("-");
	return sides(a) === sides(b) ? "equal" : "apart";
}

const TIMES = new Set("day night weekend week month season year hour decade".split(" "));

/** "over five weekends" lasts five of them. */
function overTime(number: FoundNumber): Bounds {
	const { low } = number;
	if (!/^over\b/i.test(number.exact) || !TIMES.has(number.of ?? "") || low === null) return number;
	return { low: Number.isInteger(low) ? low - 1 : low, high: null };
}

function scale({ low, high }: Bounds, factor: number): Bounds {
	const widen = (value: number | null, by: number): number | null =>
		value === null ? null : round(value * factor * (1 + by));
	return { low: widen(low, -ROUNDED), high: widen(high, ROUNDED) };
}
