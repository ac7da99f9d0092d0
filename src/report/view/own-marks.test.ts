import { describe, expect, it } from "vitest";
import { collateTexts, type TestReport } from "../../../test/collate-texts.ts";
import { findOwnMarks } from "./own-marks.ts";
import { indexRecord } from "./record-index.ts";

const SCENES = [
	"The harbour council of Port Halden met on Tuesday over the broken breakwater. Waves had torn a hole of ten metres into it.",
	"Port Halden's harbour council heard harbour master Ines Okar on Tuesday about its breakwater, which the storm broke.",
];
const WORDS = "“The western breakwater will be closed to all traffic tonight,” harbour master Ines Okar said.";

/** What one of the reports marks by itself, counted from 1. */
function marksOf(number: number, ...texts: readonly string[]): string[] {
	const reports = texts.map((text, at): TestReport => {
		return { name: `${at + 1}`, text: `${SCENES[at]}\n\n${text}`, published: "2031-05-14" };
	});
	const record = collateTexts(reports);
	const index = indexRecord(record);
	const [story] = record.stories;
	if (!story) throw new Error("the reports tell no story");
	const all = new Map(
		[...findOwnMarks(index, story)].map(([article, marks]) => [
			index.articles.get(article)?.sourceId ?? "?",
			[...marks.sentences.map(({ text }) => text), ...marks.utterances.map(({ how }) => how), ...marks.voices],
		]),
	);
	return all.get(`${number}`) ?? [];
}

describe("findOwnMarks", () => {
	it("gives the reservation that one report alone has, and none that another has too", () => {
		const doubt = "It is not known whether the eastern ferries can use the old pier.";
		expect(marksOf(1, `${WORDS} ${doubt}`, WORDS)).toEqual([doubt]);
		expect(marksOf(1, `${WORDS} ${doubt}`, `${WORDS} ${doubt}`)).toEqual([]);
	});

	it("takes no reservation of somebody who is quoted for the report's own", () => {
		const own = "“It is not known whether the eastern ferries can use the old pier,” Ines Okar said.";
		expect(marksOf(1, `${WORDS} ${own}`, WORDS)).toEqual([]);
	});

	it("says who gives with reserve what the others give plainly", () => {
		const plain = "Harbour master Ines Okar said that from tonight the western breakwater would be closed to traffic.";
		const held =
			"Harbour master Ines Okar reportedly said that the western breakwater would be closed to all traffic tonight.";
		expect(marksOf(2, plain, held)).toEqual(["with reserve"]);
	});

	it("gives none where another says of the same that it was not done, in other words", () => {
		const short = "The league has fallen short of recognising the harbour board and its flag.";
		const other = "The harbour board is not recognized by the league, as little as by its neighbours.";
		expect(marksOf(1, `${WORDS} ${short}`, WORDS)).toEqual([short]);
		expect(marksOf(1, `${WORDS} ${short}`, `${WORDS} ${other}`)).toEqual([]);
	});

	it("says of nobody whom another report names that he speaks here alone", () => {
		const speaks = "“The old pier will not carry a crane,” the engineer Oren Tasse said.";
		const named = "The pier was looked at by the engineer Oren Tasse.";
		expect(marksOf(1, `${WORDS} ${speaks}`, WORDS)).toEqual(["Oren Tasse"]);
		expect(marksOf(1, `${WORDS} ${speaks}`, `${WORDS} ${named}`)).toEqual([]);
	});
});
