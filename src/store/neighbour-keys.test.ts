import { describe, expect, it } from "vitest";
import { makeArticle } from "../../test/make-article.ts";
import { loadTermRarity } from "../system/data.ts";
import { findNeighbourKeys } from "./neighbour-keys.ts";
import { packKeys, unpackKeys } from "./neighbours.ts";
import { findUnits } from "./search/units.ts";

const rarity = loadTermRarity();

function keysOf(text: string): readonly number[] {
	return findNeighbourKeys(makeArticle(text), findUnits(text), rarity);
}

function share(one: string, other: string): number {
	const keys = new Set(keysOf(one));
	return keysOf(other).filter((key) => keys.has(key)).length;
}

const CLOSED = "Harbour master Ada Vane closed Port Amity on Tuesday.";

describe("the keys by which articles are brought together", () => {
	it("bring two reports of one event together, whatever their wording", () => {
		expect(share(CLOSED, "Port Amity stays shut, says Vane.")).toBeGreaterThan(0);
	});

	it("leave reports of two events apart", () => {
		expect(share(CLOSED, "The council of Vell met on Monday.")).toBe(0);
	});

	it("bring a text and its copy in other surroundings together", () => {
		const told =
			"nobody who was on the pier that morning saw the crane fall into the water behind the old customs house";
		const around = Array.from({ length: 40 }, (_, at) => `Figure ${at} of the Zorbian tables was read out.`).join(" ");
		expect(share(`${told}.`, `${around} He said ${told}.`)).toBeGreaterThan(0);
	});

	it("are packed and unpacked as they are", () => {
		const keys = [-(2 ** 31), -1, 0, 7, 2 ** 31 - 1];
		expect(unpackKeys(packKeys(keys))).toEqual(keys);
		expect(unpackKeys(null)).toEqual([]);
		expect(keysOf("")).toEqual([]);
	});
});
