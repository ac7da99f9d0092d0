import type { NumberQualifier } from "../../model/annotation.ts";
import { round } from "../../text/compare.ts";
import type { Qualified } from "./quantities.ts";

export interface Bounds {
	readonly low: number | null;
	readonly high: number | null;
	readonly qualifier: NumberQualifier;
}

export function boundsOf(
	low: number,
	high: number,
	range: boolean,
	before: Qualified | null,
	whole: boolean,
	time: boolean,
): Bounds {
	if (range) return { low, high, qualifier: "range" };
	if (before?.loosely) {
		const around = boundsOf(low, high, false, { qualifier: "about", first: before.first }, whole, time);
		const { qualifier } = boundsOf(low, high, false, { ...before, loosely: false }, whole, time);
		const below = qualifier === "at-most" || qualifier === "fewer-than";
		return below ? { low: null, high: around.high, qualifier } : { low: around.low, high: null, qualifier };
	}
	const step = whole && Number.isInteger(low) ? 1 : 0;
	const slack = Math.max(halfPlace(low), Math.abs(low) / 10, step);
	const near = (value: number): number => (Math.abs(low) < 0.1 ? Number(value.toPrecision(4)) : round(value));
	const least = whole ? Math.ceil(low - slack) : near(low - slack);
	const most = whole ? Math.floor(low + slack) : near(low + slack);
	switch (before?.qualifier) {
		case "more-than":
			return { low: low + step, high: null, qualifier: "more-than" };
		case "over":
			// "over two days" may be a length or more than it.
			return time
				? { low, high: null, qualifier: "at-least" }
				: { low: low + step, high: null, qualifier: "more-than" };
		case "at-least":
			return { low, high: null, qualifier: "at-least" };
		case "fewer-than":
			return { low: null, high: low - step, qualifier: "fewer-than" };
		case "at-most":
			return { low: null, high: low, qualifier: "at-most" };
		case "about":
			return { low: least, high: most, qualifier: "about" };
		case "nearly":
			return { low: Math.min(least, low - step), high: low - step, qualifier: "about" };
		default:
			return { low, high: low, qualifier: "exact" };
	}
}

/** "60-odd": 60 and what is left of its ten. */
export function oddBounds(value: number): Bounds {
	return { low: value, high: value + Math.max(0, Math.round(2 * halfPlace(value)) - 1), qualifier: "about" };
}

/** Half the unit of the last digit that is not 0: 5 for 60, 50 for 2,400, 0.05 for 2.5. */
function halfPlace(value: number): number {
	if (value === 0) return 0;
	const [digits = "", exponent] = value.toExponential().split("e");
	const decimals = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
	return 10 ** (Number(exponent) - decimals) / 2;
}
