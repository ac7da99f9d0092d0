import { describe, expect, it } from "vitest";
import { publishedOn } from "../../../test/make-article.ts";
import type { PositionStance } from "../../model/record.ts";
import { type Dated, findChanges } from "./changes.ts";

function at(day: string | null, stance: PositionStance | null, id: string = `${day}-${stance}`): Dated {
	const when = day === null ? { ...publishedOn(""), earliest: null, latest: "2031-01-01" } : publishedOn(day);
	return { id, when, stance, polarity: "said" };
}

describe("changes of stance", () => {
	it("are between days, with what was held before", () => {
		const found = findChanges([at("2031-05-09", "opposes", "b"), at("2031-05-02", "supports", "a")]);
		expect([...found]).toEqual([["b", { before: "a", differs: [] }]]);
	});

	it("are none where reports of one day differ, and no later day is held against that one", () => {
		const found = findChanges([
			at("2031-05-02", "supports", "a"),
			at("2031-05-09", "opposes", "b"),
			at("2031-05-09", "supports", "c"),
			at("2031-05-12", "supports", "d"),
		]);
		expect([...found]).toEqual([
			["b", { before: null, differs: ["c"] }],
			["c", { before: null, differs: ["b"] }],
		]);
	});

	it("are proved by no undated position, demand, warning or silence, and outlast them", () => {
		const found = findChanges([
			at("2031-05-02", "supports", "a"),
			at("2031-05-03", "demands", "b"),
			at("2031-05-04", null, "c"),
			at(null, "opposes", "d"),
			at("2031-05-09", "opposes", "e"),
		]);
		expect([...found]).toEqual([["e", { before: "a", differs: [] }]]);
	});

	it("are not between days that may be one", () => {
		const week = { ...at("2031-05-02", "supports", "a"), when: { ...publishedOn("2031-05-02"), latest: "2031-05-09" } };
		expect(
			[...findChanges([week, at("2031-05-09", "opposes", "b")]).values()].every(({ before }) => before === null),
		).toBe(true);
	});
});
