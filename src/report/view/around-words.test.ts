import { describe, expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import type { Entity, Quotation, RecordArticle, Rendition } from "../../model/record.ts";
import { readAround } from "./around-words.ts";
import { indexRecord } from "./record-index.ts";

const [article] = fixtureRecord.articles;
const [quotation] = fixtureRecord.quotations;
if (!article || !quotation) throw new Error("the fixture has no article with a quotation");

const VANE: Entity = {
	id: "vane",
	name: "Oda Vane",
	type: "person",
	names: [],
	reasons: [],
	related: [],
	mentions: [],
};

/** What is around the words of a text that are given as content, the words of its cue and of who speaks. */
function around(text: string, content: readonly string[], cue: string, source: string): string {
	const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
	const found: Quotation = {
		...(quotation as Quotation),
		article: "x",
		content: content.map(spanOf),
		marked: [],
		cue: [spanOf(cue)],
		source: spanOf(source),
		speaker: "vane",
		polarity: "said",
		kind: "indirect",
	};
	const own: RecordArticle = { ...(article as RecordArticle), id: "x", text };
	const index = indexRecord({ ...fixtureRecord, articles: [own], quotations: [found], entities: [VANE] });
	const parts = [{ quotation: found.id, spans: content.map(spanOf) }];
	const rendition: Rendition = { id: "r", article: "x", parts, coverage: "whole" };
	const { behind, before, text: whole, after } = readAround(index, { rendition, marked: false });
	return [behind === "" ? "" : `(${behind})`, before, `<${whole ?? content.join(" … ")}>`, after]
		.filter((part) => part !== "")
		.join(" ");
}

describe("readAround", () => {
	it("gives the verb that leads to words which are no clause", () => {
		const text = "Vane has called on the harbour to close.";
		expect(around(text, ["the harbour to close"], "has called on", "Vane")).toBe(
			"has called on <the harbour to close>",
		);
		expect(around("Vane said that the harbour closed.", ["that the harbour closed"], "said", "Vane")).toBe(
			"<that the harbour closed>",
		);
		expect(around("Vane said the harbour closed.", ["the harbour closed"], "said", "Vane")).toBe(
			"<the harbour closed>",
		);
		expect(around("According to Vane, ferries burn.", ["ferries burn"], "According to", "Vane")).toBe("<ferries burn>");
	});

	it("gives how the sentence goes on where that takes back what was said", () => {
		const text = "Vane said that he welcomed the plan, but he thought it came too late. Others stayed.";
		expect(around(text, ["that he welcomed the plan"], "said", "Vane")).toBe(
			"<that he welcomed the plan> , but he thought it came too late",
		);
		const other = "Vane said that he welcomed the plan, which was made in May.";
		expect(around(other, ["that he welcomed the plan"], "said", "Vane")).toBe("<that he welcomed the plan>");
	});

	it("gives what a relative and a pronoun stand for", () => {
		const relative = "The council turned to Port Halden, which Vane called a good neighbour.";
		expect(around(relative, ["which", "a good neighbour"], "called", "Vane")).toBe(
			"The council turned to Port Halden, <which Vane called a good neighbour>",
		);
		const pronoun = "The ferry line had closed in the spring. Vane said that it could open again.";
		expect(around(pronoun, ["that it could open again"], "said", "Vane")).toBe(
			"(The ferry line had closed in the spring.) <that it could open again>",
		);
		const named = "The line had closed. Vane said that these ferries could sail.";
		expect(around(named, ["that these ferries could sail"], "said", "Vane")).toBe("<that these ferries could sail>");
	});
});
