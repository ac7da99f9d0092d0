import { describe, expect, it } from "vitest";
import { collateTexts } from "../../../test/collate-texts.ts";
import { findCompared } from "./compared-places.ts";
import { indexRecord } from "./record-index.ts";
import { listUtterances } from "./utterance-lists.ts";

const SCENES = [
	"The harbour council of Port Halden met on Tuesday over the broken breakwater. Waves had torn a hole of ten metres into it.",
	"Port Halden's harbour council heard harbour master Ines Okar on Tuesday about its breakwater, which the storm broke.",
];
const WORDS = "“The western breakwater will be closed to all traffic tonight,” harbour master Ines Okar said.";

/** For each utterance of one line where else it may be told, and whether on the report's own word; and headlines left out. */
function compare(
	first: string,
	second: string,
	headline?: string,
): { readonly found: unknown[]; readonly headlines: number } {
	const record = collateTexts(
		[first, second].map((text, at) => ({
			name: `${at + 1}`,
			text: `${text}\n\n${SCENES[at]}`,
			published: "2031-05-14",
			...(headline !== undefined && at === 0 ? { headline } : {}),
		})),
	);
	const index = indexRecord(record);
	const [story] = record.stories;
	if (!story || story.articles.length < 2) throw new Error("the reports tell no common story");
	const { single, headlines } = listUtterances(index, story);
	const found = single.map((utterance) =>
		findCompared(index, story, utterance).map(({ place, own }) => [
			index.articles.get(place.article)?.text.slice(place.start, place.end),
			own,
		]),
	);
	return { found, headlines: headlines.length };
}

describe("findCompared", () => {
	const claim = "The Salvors' Guild claims that it cleared the sunken barges from the eastern channel.";

	it("leads from a claim to the report that tells the same as a fact", () => {
		const fact = "In spring the guild had cleared the eastern channel of its barges.";
		expect(compare(`${WORDS} ${claim}`, `${WORDS} ${fact}`).found).toEqual([[[fact, true]]]);
	});

	it("calls no question a report's own word", () => {
		const asked = "It was open whether the guild had cleared the eastern channel of its barges.";
		expect(compare(`${WORDS} ${claim}`, `${WORDS} ${asked}`).found).toEqual([[[asked, false]]]);
	});

	it("leads nowhere where others tell something else of the same persons and places", () => {
		const other = "The guild will vote on its next master in the spring.";
		expect(compare(`${WORDS} ${claim}`, `${WORDS} ${other}`).found).toEqual([[]]);
	});
});

describe("isHeadlineOnly", () => {
	it("lists no headline in which somebody says what the report below has them say", () => {
		const head = "Okar Says Breakwater Is Counterstorm Shield";
		const told =
			"Harbour master Ines Okar said that the town saw the eastern breakwater as its shield against the storm.";
		const claims = "The guild claims that it cleared the channel.";
		const { headlines } = compare(`${told} ${claims}`, WORDS, head);
		expect(headlines).toBe(1);
	});
});
