import { NO_ANCHOR, WIDEST_ANCHOR } from "./anchor-days.ts";
import { dayOf } from "./calendar.ts";
import { type Bounds, exactly, type Setting, unknown } from "./setting.ts";

/** As for "March 9": a day soon to come beside a verb of the past, and two years that lie near alike. */
const SOON = 60;
const NEAR = 120;
const FAR = 250;

/**
 * A day that comes once a year, in the year that the verb and the report's day tell: the last one for the past, the
 * next for what is to come, else the nearest. Two years where both may be meant.
 *
 * @param inYear the day in a year; null when that year has none
 */
export function fitYear(inYear: (year: number) => number | null, setting: Setting, says: string): Bounds {
	const { anchor, tense } = setting;
	if (!anchor) return unknown(`${says} and cannot be told: ${NO_ANCHOR}`);
	if (anchor.latest - anchor.earliest > WIDEST_ANCHOR)
		return unknown(`${says}, and the report's own day is too uncertain (${anchor.says})`);
	const { year } = dayOf(anchor.latest);
	const days = [year - 1, year, year + 1].flatMap((of) => inYear(of) ?? []);
	const last = days.findLast((day) => day <= anchor.latest);
	const next = days.find((day) => day >= anchor.earliest);
	const both = (why: string): Bounds =>
		last === undefined || next === undefined
			? unknown(`no year near the report's day has it (${anchor.says})`)
			: {
					earliest: last,
					latest: next,
					precision: "range",
					reason: `${says}; ${why} (${anchor.says})`,
					from: anchor.places,
				};
	const one = (day: number | undefined, which: string): Bounds =>
		day === undefined
			? unknown(`no year near the report's day has it (${anchor.says})`)
			: exactly(day, `${says}; ${which} the report's day is meant (${anchor.says})`, anchor.places);
	if (tense === "future") return one(next, "the first one next to");
	const ahead = next === undefined ? FAR : next - anchor.latest;
	if (tense === "past") {
		const soon = ahead > 0 && ahead < SOON;
		return soon
			? both("the last one before the report's day or the one soon after it")
			: one(last, "the last one up to");
	}
	const behind = last === undefined ? FAR : anchor.latest - last;
	if (Math.min(ahead, behind) > NEAR && Math.max(ahead, behind) < FAR)
		return both("the one before and the one after both lie near");
	return one(ahead < behind ? next : last, "the nearest to");
}
