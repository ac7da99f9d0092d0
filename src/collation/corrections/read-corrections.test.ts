import { describe, expect, it } from "vitest";
import { UserError } from "../../model/problem.ts";
import { readCorrections } from "./read-corrections.ts";

const WORDS = { article: "a.txt", start: 3, end: 7, exact: "dark" };
const SPEAKER = {
	kind: "speaker",
	who: "N. N.",
	when: "2031-05-14",
	why: "heard it",
	words: [WORDS],
	speaker: "Orla Vane",
};

const read = (...values: readonly unknown[]): unknown =>
	readCorrections([{ place: "c.jsonl", text: values.map((value) => JSON.stringify(value)).join("\n") }]);

describe("reading corrections", () => {
	it("takes one a line, or a list, with remarks and empty lines between", () => {
		const one = read(SPEAKER);
		expect(one).toMatchObject([
			{ kind: "speaker", speaker: "Orla Vane", words: [WORDS], relation: null, articles: [] },
		]);
		expect(readCorrections([{ place: "c.json", text: `\ufeff [${JSON.stringify(SPEAKER)}]` }])).toEqual(one);
		expect(readCorrections([{ place: "c.jsonl", text: `# ours\n\n${JSON.stringify(SPEAKER)}\r\n` }])).toEqual(one);
	});

	it("fills in what may be left out", () => {
		const { words, speaker, ...rest } = SPEAKER;
		expect(read({ ...rest, kind: "reject-conflict", fact: "0123456789abcdef" })).toMatchObject([
			{ relation: "unclear", words: [] },
		]);
		expect(read({ ...SPEAKER, speaker: null })).toMatchObject([{ speaker: null, from: null, into: null, name: null }]);
		expect(read({ ...rest, kind: "move-reports", articles: ["a.txt"], into: "b.txt" })).toMatchObject([
			{ articles: ["a.txt"], into: "b.txt", from: null },
		]);
	});

	it.each([
		["{", /^c\.jsonl, line 1: not JSON/],
		['"speaker"', /line 1: a correction is one object/],
		[{ ...SPEAKER, kind: "speakr" }, /“kind” is one of same-utterance, /],
		[{ ...SPEAKER, wy: "x" }, /unknown field “wy”; a speaker has kind, who, when, why, words, speaker/],
		[{ ...SPEAKER, who: " " }, /“who” is a text/],
		[{ ...SPEAKER, when: "yesterday" }, /“when” is a day such as 2031-05-14, and got yesterday/],
		[{ ...SPEAKER, when: "2031-13-40" }, /“when” is a day/],
		[{ ...SPEAKER, why: undefined }, /“why” is a text/],
		[{ ...SPEAKER, speaker: undefined }, /“speaker” is a name, or null/],
		[{ ...SPEAKER, words: [] }, /“words” of a speaker is a list of one stretch of text/],
		[{ ...SPEAKER, words: [{ ...WORDS, end: 3 }] }, /offsets into the article's text/],
		[{ ...SPEAKER, words: [{ ...WORDS, exact: "" }] }, /“exact” is the words that stand there/],
		[{ ...SPEAKER, words: [{ ...WORDS, span: 1 }] }, /unknown field “span” in “words”/],
		[
			{ ...SPEAKER, kind: "same-utterance", speaker: undefined, words: [WORDS] },
			/unknown field “speaker”|two|2 stretches/,
		],
	])("refuses %j and says where and why", (value, message) => {
		const text = typeof value === "string" ? value : JSON.stringify(value);
		const run = (): unknown => readCorrections([{ place: "c.jsonl", text }]);
		expect(run).toThrow(UserError);
		expect(run).toThrow(message);
	});

	it("names the entry of a list", () => {
		const text = JSON.stringify([SPEAKER, { ...SPEAKER, when: "" }]);
		expect(() => readCorrections([{ place: "c.json", text }])).toThrow(/^c\.json, entry 2: “when”/);
	});
});
