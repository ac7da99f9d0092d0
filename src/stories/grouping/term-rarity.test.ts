import { describe, expect, it } from "vitest";
import { parseTermRarity } from "./term-rarity.ts";

describe("parseTermRarity", () => {
	it("reads levels, passes over comments, and takes unknown terms for the rarest", () => {
		const { rarityOf } = parseTermRarity("# made by hand\n0\tthe of\n32\tminist\n");
		expect(["the", "minist", "quennack"].map(rarityOf)).toEqual([0, 0.5, 1]);
	});

	it("refuses a line that is no level and its terms", () => {
		expect(() => parseTermRarity("the of")).toThrow("not a level");
	});
});
