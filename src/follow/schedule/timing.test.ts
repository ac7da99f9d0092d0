import { describe, expect, it } from "vitest";
import { adaptInterval, backOff, jitter, TIMING } from "./timing.ts";

const HOUR = 3_600_000;

describe("how often a source is visited", () => {
	it("grows where nothing is new and shrinks where something is, within bounds", () => {
		expect(adaptInterval(HOUR, 0, 20, false)).toBe(1.5 * HOUR);
		expect(adaptInterval(HOUR, 3, 20, false)).toBe(HOUR / 2);
		expect(adaptInterval(23 * HOUR, 0, 20, false)).toBe(TIMING.longest);
		expect(adaptInterval(TIMING.shortest, 3, 20, false)).toBe(TIMING.shortest);
	});

	it("is as often as may be when all it shows is new, for something may have passed unseen", () => {
		expect(adaptInterval(10 * HOUR, 20, 20, false)).toBe(TIMING.shortest);
		expect(adaptInterval(10 * HOUR, 20, 20, true)).toBe(10 * HOUR);
		expect(adaptInterval(10 * HOUR, 1, 1, false)).toBe(5 * HOUR);
	});

	it("falls with each failure, to once a day", () => {
		expect([1, 2, 3].map((failures) => backOff(HOUR, failures))).toEqual([HOUR, 2 * HOUR, 4 * HOUR]);
		expect(backOff(HOUR, 1000)).toBe(TIMING.longest);
	});

	it("is spread a little, always alike for the same source", () => {
		const waits = Array.from({ length: 500 }, (_, i) => jitter("source", i));
		expect(Math.min(...waits)).toBeGreaterThanOrEqual(0.9);
		expect(Math.max(...waits)).toBeLessThanOrEqual(1.1);
		expect(new Set(waits.map((wait) => Math.round(wait * 100))).size).toBeGreaterThan(15);
		expect(jitter("a", 1)).toBe(jitter("a", 1));
	});
});
