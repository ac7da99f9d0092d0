import { describe, expect, it } from "vitest";
import { makeArticle } from "../../test/make-article.ts";
import type { Span } from "../model/span.ts";
import { findWords } from "../text/words.ts";
import { findUnits, type Item } from "./clauses/units.ts";
import { findMarked } from "./marks/marks.ts";
import { mendContent, mendSource } from "./torn-readings.ts";

function place(text: string, words: string): Span {
	const start = text.indexOf(words);
	expect(start, words).toBeGreaterThanOrEqual(0);
	return { start, end: start + words.length };
}

function read(text: string): { readonly items: readonly Item[]; readonly outers: readonly Span[] } {
	const words = findWords(makeArticle(text));
	const marked = findMarked(text, words.paragraphs);
	return {
		items: findUnits(text, words, marked).flatMap(({ items }) => items),
		outers: marked.map(({ outer }) => outer),
	};
}

function content(text: string, source: string, cue: string, proposed: string): string[] {
	const { items, outers } = read(text);
	const reading = { cue: place(text, cue), source: place(text, source) };
	return mendContent(text, items, reading, [place(text, proposed)], outers).map(({ start, end }) =>
		text.slice(start, end),
	);
}

describe("a content torn at the wrong places", () => {
	it("ends with a sign's own words, where the sentence goes on with what the sign did", () => {
		expect(
			content("A sign reading “Closed” hung on the gate.", "A sign", "reading", "Closed” hung on the gate"),
		).toEqual(["Closed"]);
		expect(content("A sign reading “Closed” in red hung there.", "A sign", "reading", "Closed” in red")).toEqual([
			"Closed” in red",
		]);
	});

	it("takes in the short form of the name that it ends with", () => {
		const text = "While the crews claim to fight the River Guard, RG, they met it.";
		expect(content(text, "the crews", "claim", "to fight the River Guard")).toEqual(["to fight the River Guard, RG"]);
		const other = "Pike said she met the River Guard, who left.";
		expect(content(other, "Pike", "said", "she met the River Guard")).toEqual(["she met the River Guard"]);
	});

	it("goes on with what it says of a part", () => {
		const text = "Pike said two cranes were moving, both of them driven by clerks, before Vane left.";
		expect(content(text, "Pike", "said", "two cranes were moving")).toEqual([
			"two cranes were moving, both of them driven by clerks",
		]);
		const other = "Pike said two cranes were moving, both crews left.";
		expect(content(other, "Pike", "said", "two cranes were moving")).toEqual(["two cranes were moving"]);
	});

	it("holds none of the cue's words", () => {
		const text = "Pike repeated the opinion that the dam leaks.";
		expect(content(text, "Pike", "repeated the opinion", "the opinion that the dam leaks")).toEqual([
			"that the dam leaks",
		]);
	});
});

describe("a source that is only whose something is", () => {
	const source = (text: string, owner: string, cue: string): string | null => {
		const span = mendSource(text, read(text).items, place(text, cue), place(text, owner));
		return span && text.slice(span.start, span.end);
	};

	it("gives way to what tells, where that stands before the cue", () => {
		expect(
			source(
				"Pike’s remarks clash with reports, some of them Ormish, indicating that it leaks.",
				"Pike’s",
				"indicating",
			),
		).toBe("reports, some of them Ormish");
	});

	it("is nobody where nothing that tells stands there", () => {
		expect(source("Pike’s remarks came with the flood, indicating that it leaks.", "Pike’s", "indicating")).toBe(null);
	});

	it("takes in the noun that it breaks off before", () => {
		const text = "The Tarnian government has moved to end a row, insisting that the dam holds.";
		expect(source(text, "The Tarnian", "insisting")).toBe("The Tarnian government");
		expect(source("The Tarnian slept before insisting that it holds.", "The Tarnian", "insisting")).toBe("The Tarnian");
	});

	it("is not who hears it", () => {
		const text = "Orla Pike reported to the minister that the dam leaks.";
		expect(source(text, "to the minister", "reported")).toBe("Orla Pike");
		const passive = "Residents have been warned by the council that the dam leaks.";
		expect(source(passive, "Residents", "have been warned")).toBe("the council");
	});

	it("stays where the cue is what is owned", () => {
		expect(source("Pike’s latest plan to close the dam failed.", "Pike’s", "plan")).toBe("Pike’s");
	});
});

describe("a clause that is torn before its verb", () => {
	it("goes on to its end", () => {
		const text = "Pike did not rule out that somebody in the town had helped, the clerk wrote.";
		expect(content(text, "Pike", "did not rule out", "that somebody")).toEqual([
			"that somebody in the town had helped",
		]);
		expect(content("Pike said that it leaks every day.", "Pike", "said", "that it leaks")).toEqual(["that it leaks"]);
	});
});
