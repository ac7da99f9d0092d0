import { describe, expect, it } from "vitest";
import type { StatedDate } from "../../model/date.ts";
import { layOutTime, rangeOf } from "./time-axis.ts";

const date = (earliest: string | null, latest: string | null): StatedDate => ({
	earliest,
	latest,
	precision: "day",
	zone: null,
	exact: null,
	reason: "",
	evidence: [],
});

describe("a time axis", () => {
	it("takes a day whole, and a time without a zone as UTC wherever it is drawn", () => {
		expect(rangeOf(date("2031-05-03", "2031-05-03"))).toEqual({
			start: Date.UTC(2031, 4, 3),
			end: Date.UTC(2031, 4, 4) - 1,
		});
		expect(rangeOf(date("2031-05-03T09:30", "2031-05-03T09:30"))?.start).toBe(Date.UTC(2031, 4, 3, 9, 30));
		expect(rangeOf(date("2031-05-03T09:30+02:00", "2031-05-03T09:30+02:00"))?.start).toBe(Date.UTC(2031, 4, 3, 7, 30));
	});

	it("has no place for what is open on one side", () => {
		expect(rangeOf(date(null, "2031-05-03"))).toBeNull();
		expect(rangeOf(date("2031-05-03", null))).toBeNull();
	});

	it("runs from the earliest to the latest, and is none for one moment", () => {
		const days = ["2031-05-03", "2031-05-09"].flatMap((day) => rangeOf(date(day, day)) ?? []);
		const axis = layOutTime(days, 720, 24);
		expect([axis?.x(days[0]?.start ?? 0), axis?.x(days[1]?.end ?? 0)]).toEqual([24, 696]);
		expect(axis?.ticks.map(({ label }) => label)).toContain("2031-05-05");
		expect(layOutTime([{ start: 5, end: 5 }], 720, 24)).toBeNull();
		expect(layOutTime([], 720, 24)).toBeNull();
	});
});
