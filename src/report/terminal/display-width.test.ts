import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth, findClusters, fitStart } from "./display-width.ts";

describe("displayWidth", () => {
	it.each([
		["Latin", "strait", 6],
		["an accent as a mark of its own", "cafe\u0301", 4],
		["wide letters", "東京", 4],
		["Hangul in parts", "\u1112\u1161\u11ab", 2],
		["an emoji", "🚢", 2],
		["an emoji sequence", "👩\u200d🚀", 2],
		["a skin tone", "👍🏽", 2],
		["a sign in emoji style", "❤\ufe0f", 2],
		["a flag", "🇯🇵", 2],
	])("counts the columns of %s", (_, text, columns) => {
		expect(displayWidth(text)).toBe(columns);
	});

	it("is the sum of the clusters, which are the whole text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				const clusters = [...findClusters(text)];
				expect(clusters.map((cluster) => cluster.text).join("")).toBe(text);
				expect(displayWidth(text)).toBe(clusters.reduce((sum, { columns }) => sum + columns, 0));
			}),
		);
	});
});

describe("fitStart", () => {
	it("never cuts a character from its marks or exceeds the columns", () => {
		expect(fitStart("東京", 3)).toBe("東");
		expect(fitStart("ae\u0301b", 2)).toBe("ae\u0301");
		expect(fitStart("👩\u200d🚀x", 2)).toBe("👩\u200d🚀");
	});

	it("gives nothing where nothing fits", () => {
		expect(fitStart("東", 1)).toBe("");
		expect(fitStart("a", 0)).toBe("");
	});
});
