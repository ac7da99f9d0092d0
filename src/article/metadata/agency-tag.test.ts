import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAgencyTags } from "./agency-tag.ts";

const MIDDLE = "The ferry Amity Star sank off Port Amity on Monday evening, the coast guard said.";
const blocksOf = (text: string): { start: number; end: number }[] => {
	let at = 0;
	return text.split("\n").map((line) => {
		const span = { start: at, end: at + line.length };
		at += line.length + 1;
		return span;
	});
};
const tagsIn = (text: string): string[] => findAgencyTags(text, blocksOf(text)).map((tag) => tag.text);

describe("an agency credited in the text", () => {
	it.each([
		["… was closed. (AFP, Reuters)", ["AFP", "Reuters"]],
		["The harbour was closed. (APA/dpa)", ["APA", "dpa"]],
		["The harbour was closed (dpa/lno)", ["dpa"]],
		["/AFP/ The ferry sank.", ["AFP"]],
		["(AFP) – The ferry sank.", ["AFP"]],
		["(CNN) — The ferry sank.", ["CNN"]],
		["(AFP/dpa) - The ferry sank.", ["AFP", "dpa"]],
		["With files from Brask News Agency", ["Brask News Agency"]],
		["With files from the Canadian Press and Reuters", ["Canadian Press", "Reuters"]],
		["(mit Material von dpa)", ["dpa"]],
		["avec AFP", ["AFP"]],
		["(Avec AFP)", ["AFP"]],
		["Con información de EFE", ["EFE"]],
		["Quelle: dpa", ["dpa"]],
		["© AFP", ["AFP"]],
		["— with Reuters", ["Reuters"]],
		["Reuters contributed to this report.", ["Reuters"]],
		["The Associated Press contributed to this story.", ["Associated Press"]],
		["(With inputs from PTI)", ["PTI"]],
		["dpa", ["dpa"]],
		["With additional reporting by Reuters", ["Reuters"]],
		["По материалам ТАСС", ["ТАСС"]],
	])("is found in %s", (line, names) => {
		expect(tagsIn(`${MIDDLE}\n${line}`)).toEqual(names);
	});

	it.each([
		"The deal (AFP saw a copy) was closed.",
		"With reporting by Ada Quill",
		"He told Reuters.",
		"The trend (trend) goes on.",
		"The alliance held a meeting (NATO)",
		"With Ada Quill",
		"With information from Port Amity still scarce, nobody knew how many were on board.",
		"По данным МВД",
		"Source: a person in the room",
	])("is not found in %s", (line) => {
		expect(tagsIn(`${MIDDLE}\n${line}`)).toEqual([]);
	});

	it("stands at exactly the place given, whatever the text", () => {
		const piece = fc.oneof(
			fc.constantFrom(
				"(AFP)",
				"/AFP/ ",
				"With files from ",
				"Quelle: ",
				"dpa",
				" and ",
				"© ",
				"Reuters",
				"(",
				")",
				", ",
				"\n",
				"𐊀",
			),
			fc.string({ maxLength: 12 }),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
				const text = pieces.join("");
				const tags = findAgencyTags(text, blocksOf(text));
				for (const tag of tags) expect(tag.span && text.slice(tag.span.start, tag.span.end)).toBe(tag.text);
				expect(findAgencyTags(text, blocksOf(text))).toEqual(tags);
			}),
		);
	});
});
