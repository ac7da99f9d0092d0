import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeArticle } from "../../test/make-article.ts";
import { findLanguage } from "../language/language.ts";
import { findWords } from "../text/words.ts";
import { findMarked } from "./marks/marks.ts";
import { findQuotations } from "./quotations.ts";

const PIECES = fc.constantFrom(
	..."“ ” \" ' ‘ ’ „ « » ‚ 「 」 '' — … , . ? : ; ( ) [ ] \n".split(" "),
	..."Pike said told that according to she he the dam holds quoted as saying Ostra News Orla, who called it “bad”".split(
		" ",
	),
	"\ud83d\ude00",
	"\n",
	" ",
);
const NEWSY = fc.array(PIECES, { maxLength: 60 }).map((pieces) => pieces.join(" "));
const DENSE = fc.array(PIECES, { maxLength: 60 }).map((pieces) => pieces.join(""));

function run(text: string): ReturnType<typeof findQuotations> {
	const article = makeArticle(text);
	const words = findWords(article);
	return findQuotations(article, words, findLanguage(article, words));
}

describe("findQuotations on any text", () => {
	it("slices every span, in order, inside the text", () => {
		fc.assert(
			fc.property(fc.oneof(NEWSY, DENSE, fc.string({ unit: "grapheme" })), (text) => {
				const { quotations, terms } = run(text);
				let before = -1;
				for (const quotation of quotations) {
					expect(quotation.exact).toBe(quotation.content.map(({ start, end }) => text.slice(start, end)).join(" … "));
					const spans = [
						...quotation.content,
						...quotation.marked,
						...quotation.cue,
						quotation.source,
						quotation.addressee,
					];
					for (const span of spans) {
						if (!span) continue;
						expect(span.start).toBeGreaterThanOrEqual(0);
						expect(span.end).toBeGreaterThan(span.start);
						expect(span.end).toBeLessThanOrEqual(text.length);
					}
					for (const list of [quotation.content, quotation.marked, quotation.cue])
						for (const [i, span] of list.entries()) {
							const next = list[i + 1];
							if (next) expect(next.start).toBeGreaterThanOrEqual(span.end);
						}
					const first = quotation.content[0]?.start ?? -1;
					expect(first).toBeGreaterThanOrEqual(before);
					before = first;
					expect(quotation.confidence).toBeGreaterThanOrEqual(0);
					expect(quotation.confidence).toBeLessThanOrEqual(1);
				}
				expect(new Set(quotations.map(({ id }) => id)).size).toBe(quotations.length);
				for (const term of terms) expect(term.exact).toBe(text.slice(term.start, term.end));
			}),
			{ numRuns: 400 },
		);
	});

	it("gives the same twice, and survives JSON", () => {
		fc.assert(
			fc.property(NEWSY, (text) => {
				const once = JSON.stringify(run(text));
				expect(JSON.stringify(run(text))).toBe(once);
				expect(JSON.parse(once)).toEqual(run(text));
			}),
		);
	});

	it("keeps marks sorted and apart, and never splits a surrogate pair", () => {
		fc.assert(
			fc.property(fc.oneof(NEWSY, DENSE), (text) => {
				const article = makeArticle(text);
				let end = 0;
				for (const { outer, parts } of findMarked(text, findWords(article).paragraphs)) {
					expect(outer.start).toBeGreaterThanOrEqual(end);
					end = outer.end;
					for (const part of parts) {
						expect(part.start).toBeGreaterThanOrEqual(outer.start);
						expect(part.end).toBeLessThanOrEqual(outer.end);
						expect(text.slice(part.start, part.end).isWellFormed()).toBe(text.isWellFormed());
					}
				}
			}),
		);
	});
});

/** Marks in one line, as hostile as they come; each is read to the end. */
const HOSTILE: readonly (readonly [name: string, piece: string])[] = [
	["openings", "“"],
	["closings", "”"],
	["straight marks", '"'],
	["spaced straight marks", '" '],
	["single openings", " ‘a"],
	["low openings", "„a "],
	["guillemets turned about", "»a «"],
	["nested openings", " “a ‘b"],
	["short pairs", "“a” "],
	["words and pairs", "she said “a b,” "],
	["cues", "Pike said that "],
	["commas and cues", ", said Pike"],
	["paragraphs that reopen", "“a\n"],
];

describe("findQuotations on 100,000 marks", () => {
	for (const [name, piece] of HOSTILE)
		it(`reads ${name}`, () => {
			const marks = piece.match(/[“”"‘’„«»]/g)?.length ?? 1;
			const text = piece.repeat(Math.ceil(100_000 / marks));
			const article = makeArticle(text);
			const words = findWords(article);
			const { quotations, terms } = findQuotations(article, words, { entities: [], dates: [], numbers: [] });
			expect(quotations.length + terms.length).toBeGreaterThanOrEqual(0);
		}, 60_000);
});
