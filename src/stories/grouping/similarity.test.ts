import { describe, expect, it } from "vitest";
import { annotateText, type Naming, rarity } from "../../../test/annotate-text.ts";
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

	it("weighs two short reports little that share a town and its mayor but no word of what happened", () => {
		const namings: readonly Naming[] = [
			{ type: "place", names: ["Tollick Bay"] },
			{ type: "person", names: ["Ada Vane"] },
		];
		const quake = featuresOf(
			"An earthquake toppled chimneys in Tollick Bay on Wednesday. Ada Vane thanked the rescuers.",
			undefined,
			namings,
		);
		const after = featuresOf(
			"Chimneys fell in Tollick Bay when an earthquake struck on Wednesday, Ada Vane said.",
			undefined,
			namings,
		);
		const parking = featuresOf(
			"Parking will cost more in Tollick Bay from Wednesday. Ada Vane missed the ballot.",
			undefined,
			namings,
		);
		expect(weighPair(quake, parking)).toBeLessThan(0.45 * weighPair(quake, after));
	});

	it("takes two people of one surname for strangers where nothing else ties the reports", () => {
		const of = (text: string, person: string): ArticleFeatures =>
			featuresOf(text, undefined, [{ type: "person", names: [person] }]);
		const quake = of("An earthquake toppled chimneys in Tollick, Ada Vane said.", "Ada Vane");
		const namesake = of("Parking will cost more in Tollick, Ivo Vane announced.", "Ivo Vane");
		const herself = of("Parking will cost more in Tollick, Ada Vane announced.", "Ada Vane");
		expect(weighPair(quake, namesake)).toBeLessThan(0.7 * weighPair(quake, herself));
	});

	it("takes days and months for no names", () => {
		const { features } = featuresOf("The bridge in Tollick was closed on Wednesday, and in March it fell.");
		expect(features.filter(({ name }) => name).map(({ shown }) => shown)).toEqual(["Tollick"]);
		expect(features.filter(({ telling }) => telling).map(({ shown }) => shown)).not.toContain("Wednesday");
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
