import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FoundDate } from "../../model/annotation.ts";
import { findClockPhrases } from "./clock-phrases.ts";
import { readTimeValue, relateTimes, type TimeValue } from "./time-values.ts";

const made = (exact: string, earliest: string | null = null, latest: string | null = earliest): FoundDate => ({
	start: 0,
	end: exact.length,
	exact,
	date: { earliest, latest, precision: earliest ? "day" : null, zone: null, exact, reason: "", evidence: [] },
});
const value = (exact: string, day: string | null = null, before = ""): TimeValue =>
	readTimeValue(made(exact, day), null, before, undefined);

describe("relateTimes", () => {
	it("takes one minute written in two ways as equal", () => {
		expect(relateTimes(value("9:40 p.m. on Tuesday"), value("21:40"))).toBe("equal");
	});

	it("takes two minutes of one day as apart, and near ones as compatible where one is about", () => {
		expect(relateTimes(value("9:40 p.m. on Tuesday"), value("8.40pm on Tuesday"))).toBe("apart");
		expect(relateTimes(value("9:40 p.m."), value("9:50 p.m.", null, "at about "))).toBe("compatible");
	});

	it("takes a weekday and the date that it is as equal", () => {
		expect(relateTimes(value("Monday", "2031-05-12"), value("May 12, 2031", "2031-05-12"))).toBe("equal");
	});

	it("does not set one report's today against another's yesterday", () => {
		expect(relateTimes(value("today", "2031-05-13"), value("yesterday", "2031-05-12"))).toBe("compatible");
	});

	it("does not compare two weekdays of weeks that nobody knows", () => {
		expect(relateTimes(value("Monday"), value("Thursday"))).toBeNull();
	});

	it("does not compare a deadline with a day on which something was", () => {
		expect(relateTimes(value("October", null, "by "), value("October", null, "in "))).toBeNull();
	});

	it("gives the same in whichever order two times come", () => {
		const one = fc
			.tuple(
				fc.constantFrom("Monday", "Tuesday evening", "9:40 p.m.", "21:40", "May 12", "today", "late on Friday", "noon"),
				fc.constantFrom(null, "2031-05-12", "2031-05-13"),
				fc.constantFrom("", "by ", "since ", "about "),
			)
			.map(([exact, day, before]) => value(exact, day, before));
		fc.assert(
			fc.property(one, one, (a, b) => {
				expect(relateTimes(a, b)).toBe(relateTimes(b, a));
			}),
		);
	});
});

describe("findClockPhrases", () => {
	const find = (text: string): string[] =>
		findClockPhrases(text, { start: 0, end: text.length }).map(({ start, end, minutes, half }) =>
			[text.slice(start, end), minutes, ...(half ? ["half"] : [])].join(" "),
		);

	it("reads times in words and in figures behind a preposition", () => {
		expect(find("It sailed at a quarter past seven on Tuesday evening.")).toEqual(["a quarter past seven 1155"]);
		expect(find("The gate was shut at 5.20, and open by six o'clock in the morning.")).toEqual([
			"5.20 320 half",
			"six o'clock 360",
		]);
		expect(find("They passed it at thirteen minutes to one.")).toEqual(["thirteen minutes to one 47 half"]);
	});

	it("leaves amounts alone that look like times", () => {
		expect(find("Shares rose by 5.20 per cent to 7.40 in the ten past years.")).toEqual([]);
	});
});
