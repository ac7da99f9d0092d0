import { describe, expect, it } from "vitest";
import { showQuotations } from "../../../test/show-quotations.ts";
import type { Article } from "../../model/article.ts";

/** The lines of a text whose first line is the headline. */
function underHeadline(text: string, overrides: Partial<Article> = {}): readonly string[] {
	const end = text.indexOf("\n");
	const headline = { text: text.slice(0, end), span: { start: 0, end }, from: "first-line", made: false };
	return showQuotations(text, { headline, ...overrides }).quotations.map(
		({ source, exact, found }) => `${source} | ${exact} | ${found.rule.slice("quotations/".length)}`,
	);
}

it("gives a headline's words to sources that it names at its end", () => {
	expect(underHeadline("Chairman to go this week – sources\nThe board met on Monday.")).toEqual([
		"sources | Chairman to go this week | headline",
	]);
});

describe("turns of a transcript", () => {
	const lines = (text: string): readonly string[] => showQuotations(text).lines;

	it("are read by capitals, by Q and A, and with what stands in brackets after the name", () => {
		expect(lines("PIKE (on video): The dam holds.\nVANE: Who tested it?")).toEqual([
			"PIKE | : | The dam holds.",
			"VANE | : | Who tested it?",
		]);
		expect(lines("Q. Who tested it?\nA. Three engineers.")).toEqual([
			"Q | . | Who tested it?",
			"A | . | Three engineers.",
		]);
	});

	it("may begin with when they were spoken", () => {
		expect(lines("[00:01:12] PIKE: The dam holds.\n[00:01:20] VANE: Who tested it?")).toEqual([
			"PIKE | : | The dam holds.",
			"VANE | : | Who tested it?",
		]);
	});

	it("are read even once where an office stands before a name and a sentence follows", () => {
		expect(lines("The council met.\nMayor Orla Pike: We are not ready.\nIt voted.")).toEqual([
			"Mayor Orla Pike | : | We are not ready.",
		]);
		expect(lines("The council met.\nMayor Orla Pike: second from left, in Vell\nIt voted.")).toEqual([]);
	});

	it("give A to the only one named beside Q", () => {
		expect(lines("Q: Who tested it?\nPike: I did.\nQ: When?\nA: In the spring of that year.")).toContain(
			"Pike | : | In the spring of that year.",
		);
	});

	it("stand before words in marks inside the text", () => {
		expect(lines("The council met.\nWater Minister Orla Pike: “The dam is ready.”\nIt voted.")).toEqual([
			"Water Minister Orla Pike | : | The dam is ready.",
		]);
	});

	it("are read by names that come back", () => {
		expect(lines("Orla Pike: It holds.\nAnder Vane: Who tested it?\nOrla Pike: I did.")).toEqual([
			"Orla Pike | : | It holds.",
			"Ander Vane | : | Who tested it?",
			"Orla Pike | : | I did.",
		]);
	});

	it("take in a paragraph between two turns", () => {
		expect(lines("PIKE: It holds.\nWe tested it.\nVANE: Who did?")).toEqual([
			"PIKE | : | It holds. … We tested it.",
			"VANE | : | Who did?",
		]);
	});

	it("are no tables", () => {
		expect(lines("Vell: 3 points\nOrme: 2 points\nVell: 1 point\nOrme: 6 points")).toEqual([]);
	});

	it("are no lists, days or lone labels", () => {
		expect(lines("Salt: two spoons.\nFlour: three cups.\nMilk: a little.")).toEqual([]);
		expect(lines("UPDATE: The dam holds.\nThe council met.")).toEqual([]);
		expect(lines("WHEN: Friday at nine.\nWHERE: Dock Park.")).toEqual([]);
	});
});

describe("labels of a headline", () => {
	it("give its words to a role, a name or an agency, before or after them", () => {
		expect(underHeadline("Minister: Dam will hold\nAnder Vane met them.")).toEqual([
			"Minister | Dam will hold | headline",
		]);
		expect(underHeadline("Pike: Dam will hold\nOrla Pike met them.")).toEqual(["Pike | Dam will hold | headline"]);
		expect(underHeadline("‘The dam will hold’: Pike\nOrla Pike met them.")).toEqual([
			"Pike | The dam will hold | headline",
		]);
		expect(underHeadline("Dam will hold – minister\nThey met.")).toEqual(["minister | Dam will hold | headline"]);
		expect(underHeadline("Dam will hold – Reuters\nThey met.")).toEqual(["Reuters | Dam will hold | headline"]);
	});

	it("are no topics, places or an outlet's own name", () => {
		expect(underHeadline("Floods: Nine villages cut off\nThe river rose. Floods came.")).toEqual([]);
		expect(underHeadline("Tarn: Nine villages cut off\nThe river rose in Tarn.")).toEqual([]);
		expect(underHeadline("LIVE: Nine villages cut off\nThe river rose.")).toEqual([]);
		const outlet = { text: "Reuters", span: null, from: "stated", site: null };
		expect(underHeadline("Dam will hold – Reuters\nThey met.", { outlet })).toEqual([]);
	});

	it("gives words in marks before a colon to whom the headline goes on with", () => {
		expect(underHeadline("‘We are finished’: farmers despair as the lake dries\nThey met in Vell.")).toEqual([
			"farmers | We are finished | headline",
		]);
		expect(underHeadline("‘I would stay’: Mayor Orla Pike on the flood\nOrla Pike led Vell.")).toEqual([
			"Mayor Orla Pike | I would stay | headline",
		]);
		expect(underHeadline("‘The Long Drought’: how a film changed Vell\nIt was made in Vell.")).toEqual([]);
	});
});
