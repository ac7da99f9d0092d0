import { expect, it } from "vitest";
import { collateTexts } from "../../../test/collate-texts.ts";
import { findOccasionWords } from "./occasion-words.ts";
import { indexRecord } from "./record-index.ts";

it("gives each report its own words for the occasion on which the speaker spoke, the fullest first", () => {
	const record = collateTexts([
		{
			name: "a",
			published: "2031-05-14",
			text: "The harbour council of Port Halden met over the broken breakwater. “The western breakwater will be closed to all traffic tonight,” Ines Okar said at a press briefing after the coastal summit.",
		},
		{
			name: "b",
			published: "2031-05-14",
			text: "Port Halden has lost ten metres of its breakwater. Ines Okar told a news conference that the western breakwater would be shut to all traffic tonight. Okar spoke of it at a news conference, and said: “The western breakwater will be closed tonight.”",
		},
	]);
	const index = indexRecord(record);
	const [story] = record.stories;
	if (!story) throw new Error("the reports tell no story");
	const [first] = findOccasionWords(index, story);
	expect(first?.map(({ words, articles }) => [words, articles.map((id) => index.articles.get(id)?.sourceId)])).toEqual([
		["at a press briefing after the coastal summit", ["a"]],
		["at a news conference", ["b"]],
	]);
});

it("takes no occasion out of the words that somebody says", () => {
	const text =
		"The council of Port Halden met over its breakwater. “I spoke at a rally in May and will not speak again,” Ines Okar said.";
	const record = collateTexts([{ name: "a", text, published: "2031-05-14" }]);
	const [story] = record.stories;
	if (!story) throw new Error("the report tells no story");
	expect(findOccasionWords(indexRecord(record), story)).toEqual([]);
});
