import { describe, expect, it } from "vitest";
import { findTouched } from "./window.ts";

describe("what new articles change", () => {
	it("is the stories they are in, those of the store that share a report with these, and so on", () => {
		const found = new Map([
			["whole", ["a", "b", "new"]],
			["rest", ["c"]],
			["other", ["d", "e"]],
		]);
		const known = new Map([
			["whole", ["a", "b", "c"]],
			["other", ["d"]],
			["lone", ["e"]],
		]);
		const touched = findTouched(new Set(["new"]), found, known);
		expect([...touched.stories].sort()).toEqual(["rest", "whole"]);
		expect([...touched.known]).toEqual(["whole"]);
		expect([...touched.articles].sort()).toEqual(["a", "b", "c", "new"]);
	});
});
