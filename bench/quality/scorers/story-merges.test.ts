import { describe, expect, it } from "vitest";
import { describeMerges } from "./story-merges.ts";

describe("describeMerges", () => {
	it("counts groups of several stories and stories in several groups, with their strangers", () => {
		const [merged, missed] = describeMerges(["x", "x", "x", "y", "z"], ["flood", "flood", "quake", "flood", "quake"]);
		expect(merged?.table?.rows).toEqual([["flood, quake", "2 + 1"]]);
		expect(missed?.table?.rows).toEqual([
			["flood", "2 + 1"],
			["quake", "1 + 1"],
		]);
	});
});
