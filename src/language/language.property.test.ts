import fc from "fast-check";
import { expect, it } from "vitest";
import { makeArticle, publishedOn } from "../../test/make-article.ts";
import type { LanguageFindings } from "../model/annotated.ts";
import { compareSpans } from "../text/compare.ts";
import { findWords } from "../text/words.ts";
import { findLanguage } from "./language.ts";

function findingsOf(text: string): LanguageFindings {
	const article = makeArticle(text, { published: publishedOn("2031-05-14") });
	return findLanguage(article, findWords(article));
}

/** Pieces that the rules of this folder look for, in any order, beside arbitrary text. */
const PIECES =
	"Orla Vane|Mr.|President|the mayor of|Corra|Chile|Chilean|TVA|(TVA)|Tarn Valley Authority|, |. |“|”|\"|(|)|[|]|:|-|–|/|May|14|2031|Tuesday|last|next|ago|two|hundred|thousand|million|and|of|the|to|between|more than|nearly|$|%|people|homes|said|he|she|, 33,|Resolution|1988|J.|al-|bin|IS-K|'s|\n|\u00a0|😀|é|\ud800|3-2|05/06/2031|2031-05-14T09:30Z|also known as|Jr.|U.S.|1,000.5|one".split(
		"|",
	);

const newsLike = fc
	.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "grapheme", maxLength: 8 })), { maxLength: 60 })
	.map((pieces) => pieces.join(" "));

function isWhole(text: string, offset: number): boolean {
	const before = text.charCodeAt(offset - 1);
	const after = text.charCodeAt(offset);
	return !(before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff);
}

it("never throws, and every span is whole, exact and in order, whatever the text", () => {
	fc.assert(
		fc.property(fc.oneof(newsLike, fc.string({ unit: "binary", maxLength: 200 })), (text) => {
			const { entities, dates, numbers } = findingsOf(text);
			const lists = [dates, numbers, ...entities.map((entity) => entity.mentions)];
			for (const list of lists) {
				expect([...list].sort(compareSpans)).toEqual(list);
				for (const { start, end, exact } of list) {
					expect(text.slice(start, end)).toBe(exact);
					expect(end).toBeGreaterThan(start);
					expect(isWhole(text, start) && isWhole(text, end)).toBe(true);
				}
			}
			for (const { low, high, counted } of numbers) {
				if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
				if (counted) expect(text.slice(counted.start, counted.end)).toBe(counted.exact);
			}
			for (const { date } of dates) {
				if (date.earliest !== null && date.latest !== null) expect(date.earliest <= date.latest).toBe(true);
			}
			for (const { names, reasons, name, mentions } of entities) {
				expect(names[0]).toBe(name);
				expect(reasons).toHaveLength(names.length - 1);
				expect(new Set(names).size).toBe(names.length);
				expect(mentions.length).toBeGreaterThan(0);
			}
			expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length);
		}),
		{ numRuns: 400 },
	);
});

it("gives the same findings a second time", () => {
	fc.assert(
		fc.property(newsLike, (text) => {
			expect(JSON.stringify(findingsOf(text))).toBe(JSON.stringify(findingsOf(text)));
		}),
		{ numRuns: 100 },
	);
});
