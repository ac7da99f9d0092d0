import { describe, expect, it } from "vitest";
import { annotateText, type Naming, rarity } from "../../test/annotate-text.ts";
import { type ArticleFeatures, findFeatures } from "./features.ts";
import { findPairs, weighPair } from "./similarity.ts";

const QUAKE =
	"An earthquake shook the mountains around Tollick before dawn, toppling chimneys and burying a road under boulders.";

function featuresOf(text: string, day?: string, namings: readonly Naming[] = []): ArticleFeatures {
	return findFeatures(annotateText(text, { sourceId: text, ...(day ? { day } : {}) }, namings), rarity);
}

describe("weighPair", () => {
	it("weighs two reports of another place and other people less than two of one", () => {
		const people: readonly Naming[] = [
			{ type: "person", names: ["Ada Vane"] },
			{ type: "person", names: ["Ivo Hale"] },
		];
		const first = featuresOf(`${QUAKE} Mayor Ada Vane opened the school.`, undefined, people);
		const same = featuresOf(
			`Chimneys fell and boulders buried a road when an earthquake shook Tollick, Mayor Ada Vane said.`,
			undefined,
			people,
		);
		const other = featuresOf(
			`Chimneys fell and boulders buried a road when an earthquake shook Osmeray, Mayor Ivo Hale said.`,
			undefined,
			people,
		);
		expect(weighPair(first, same)).toBeGreaterThan(1.5 * weighPair(first, other));
	});

	it("forgets a likeness as the days between two reports grow", () => {
		const weights = ["2031-05-14", "2031-05-15", "2031-05-20", "2031-07-20"].map((day) =>
			weighPair(featuresOf(QUAKE, "2031-05-14"), featuresOf(`${QUAKE} `, day)),
		);
		expect(weights[1]).toBe(weights[0]);
		expect(weights[2]).toBeLessThan(weights[1] ?? 0);
		expect(weights[3]).toBeLessThan(0.01);
	});

	it("lets the years that undated texts name stand in for their dates", () => {
		const [then, now] = [featuresOf(`${QUAKE} It was 1987.`), featuresOf(`${QUAKE} It is 2031.`)];
		expect(weighPair(then, now)).toBeLessThan(weighPair(now, featuresOf(`${QUAKE} In 2031 it was.`)));
	});

	it("weighs a pair the same from either side", () => {
		const [a, b] = [featuresOf(QUAKE), featuresOf("Boulders buried the only road to Tollick.")];
		expect(weighPair(a, b)).toBe(weighPair(b, a));
	});
});

describe("findPairs", () => {
	it("lists no pair that shares none of its heaviest terms", () => {
		expect(findPairs([featuresOf(QUAKE), featuresOf("Parliament passed the budget by two votes.")])).toEqual([]);
	});
});
