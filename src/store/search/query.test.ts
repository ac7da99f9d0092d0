import { describe, expect, it } from "vitest";
import { WIDE_SEARCH } from "../../model/search-listing.ts";
import { loadTermRarity } from "../../system/data.ts";
import { matchWithin } from "./match.ts";
import type { WordPlace } from "./packed-places.ts";
import { type Query, readQuery } from "./query.ts";
import { findUnits, wordKey } from "./units.ts";

const rarity = loadTermRarity();

function read(text: string): Query {
	return readQuery({ ...WIDE_SEARCH, text }, rarity);
}

/** What of a text is what was asked for; null where not all of it stands there. */
function match(asked: string, text: string): readonly string[] | null {
	const units = findUnits(text);
	const places = new Map<number, WordPlace[]>();
	for (const { stem, at, form } of units) {
		const key = wordKey("text", stem);
		places.set(key, [...(places.get(key) ?? []), { at, form }]);
	}
	const found = matchWithin(read(asked), places, null);
	return found && units.filter(({ at }) => found.includes(at)).map(({ start, end }) => text.slice(start, end));
}

describe("what is asked for", () => {
	it("is words outside of marks and phrases inside, of whatever kind", () => {
		expect(read('ferry "stays closed" “until dark” pier').read).toEqual({
			words: ["ferry", "pier"],
			phrases: ["stays closed", "until dark"],
			passedOver: [],
		});
	});

	it("is words behind a mark that nothing closes", () => {
		expect(read('ferry "stays closed').read).toMatchObject({ words: ["ferry", "stays", "closed"], phrases: [] });
	});

	it("passes over very common words, and looks for them where there is nothing else", () => {
		expect(read("the ferry").read).toMatchObject({ words: ["ferry"], passedOver: ["the"] });
		expect(read("the").read).toMatchObject({ words: ["the"], passedOver: [] });
		expect(read('"to be" of').read).toMatchObject({ words: [], phrases: ["to be"], passedOver: ["of"] });
	});
});

describe("what matches", () => {
	it("is a word in any of its forms, and a phrase in its own", () => {
		expect(match("ferry", "Two ferries and a Ferry.")).toEqual(["ferries", "Ferry"]);
		expect(match('"ferry"', "Two ferries and a Ferry.")).toEqual(["Ferry"]);
		expect(match('"two ferry"', "Two ferries and a Ferry.")).toBeNull();
	});

	it("is a phrase over marks, and each time that it stands there", () => {
		expect(match('"no, no"', "No. No, no!")).toEqual(["No", "No", "no"]);
		expect(match("cafe", "The Café was shut.")).toEqual(["Café"]);
	});

	it("is nothing where one word is missing", () => {
		expect(match("ferry tram", "The ferry sank.")).toBeNull();
		expect(match('ferry "stays closed"', "The ferry stays; closed is the pier.")).toEqual(["ferry", "stays", "closed"]);
		expect(match('"stays closed"', "It closed. It stays.")).toBeNull();
	});
});
