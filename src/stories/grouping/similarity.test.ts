import { describe, expect, it } from "vitest";
import { annotateText, type Naming, rarity } from "../../../test/annotate-text.ts";
import { type ArticleFeatures, findFeatures } from "./features.ts";
import { compareSignatures } from "./similarity.ts";
import { STORY } from "./thresholds.ts";

const QUAKE =
	"An earthquake shook the mountains around Tollick before dawn, toppling chimneys and burying a road under boulders.";

function featuresOf(text: string, day?: string, namings: readonly Naming[] = []): ArticleFeatures {
	return findFeatures(annotateText(text, { sourceId: text, ...(day ? { day } : {}) }, namings), rarity);
}

const weigh = (a: ArticleFeatures, b: ArticleFeatures): number => compareSignatures(a.signature, b.signature).weight;

/** Weights are shares; how much more likely one is than another shows in their odds. */
const odds = (a: ArticleFeatures, b: ArticleFeatures): number => weigh(a, b) / (1 - weigh(a, b));

describe("compareSignatures", () => {
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
		expect(odds(first, same)).toBeGreaterThan(3 * odds(first, other));
	});

	it("forgets a likeness as the days between two reports grow", () => {
		const weights = ["2031-05-14", "2031-05-15", "2031-05-20", "2031-07-20"].map((day) =>
			weigh(featuresOf(QUAKE, "2031-05-14"), featuresOf(`${QUAKE} `, day)),
		);
		expect(weights[1]).toBe(weights[0]);
		expect(weights[2]).toBeLessThan(weights[1] ?? 0);
		expect(weights[3]).toBeLessThan(0.01);
	});

	it("lets the years that undated texts name stand in for their dates", () => {
		const [then, now] = [featuresOf(`${QUAKE} It was 1987.`), featuresOf(`${QUAKE} It is 2031.`)];
		expect(weigh(then, now)).toBeLessThan(weigh(now, featuresOf(`${QUAKE} In 2031 it was.`)));
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
		expect(weigh(quake, parking)).toBeLessThan(0.45 * weigh(quake, after));
	});

	it("joins no report to another on two people of one surname", () => {
		const of = (text: string, person: string): ArticleFeatures =>
			featuresOf(text, undefined, [{ type: "person", names: [person] }]);
		const quake = of("An earthquake toppled chimneys in Tollick, Ada Vane said.", "Ada Vane");
		const namesake = of("Parking will cost more in Tollick, Ivo Vane announced.", "Ivo Vane");
		expect(weigh(quake, namesake)).toBeLessThan(STORY.grow);
	});

	it("takes days and months for no names", () => {
		const { features } = featuresOf("The bridge in Tollick was closed on Wednesday, and in March it fell.");
		expect(features.filter(({ name }) => name).map(({ shown }) => shown)).toEqual(["Tollick"]);
		expect(features.filter(({ telling }) => telling).map(({ shown }) => shown)).not.toContain("Wednesday");
	});

	it("weighs a pair the same from either side", () => {
		const [a, b] = [featuresOf(QUAKE), featuresOf("Boulders buried the only road to Tollick.")];
		expect(weigh(a, b)).toBe(weigh(b, a));
	});
});
