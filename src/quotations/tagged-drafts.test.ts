import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { makeArticle } from "../../test/make-article.ts";
import { findLanguage } from "../language/language.ts";
import { findWords } from "../text/words.ts";
import { findUnits } from "./clauses/units.ts";
import { findQuotations } from "./quotations.ts";
import { draftTagged } from "./tagged-drafts.ts";
import { readTaggerWeights } from "./tagger/weights-file.ts";

const weights = readTaggerWeights(new Uint8Array(readFileSync(new URL("data/tagger.bin", import.meta.url))));

it("keeps adverbs of time out of a source that the tagger read", () => {
	const text = "Greta Varda left home. “I only walked,” Varda once wrote.";
	const article = makeArticle(text);
	const words = findWords(article);
	const { quotations } = findQuotations(article, words, findLanguage(article, words), weights);
	expect(quotations.map(({ source }) => source && text.slice(source.start, source.end))).toEqual(["Varda"]);
});

it("finds who was told in a reading of the tagger", () => {
	const text = "Pike told Ostra that the dam leaks.";
	const words = findWords(makeArticle(text));
	const place = (exact: string): { start: number; end: number } => ({
		start: text.indexOf(exact),
		end: text.indexOf(exact) + exact.length,
	});
	const tagged = {
		cue: place("told"),
		source: place("Pike"),
		content: [place("that the dam leaks")],
		presence: 1,
		share: 1,
	};
	const [found] = draftTagged(text, words.paragraphs, findUnits(text, words, []), [], [tagged]);
	expect(found?.draft.addressee).toEqual(place("Ostra"));
});

it("ends a source of the tagger before the occasion", () => {
	const text = "Mayor Orla Pike, at a meeting in Tarn with Ander Vane, asked to wait.";
	const words = findWords(makeArticle(text));
	const place = (exact: string): { start: number; end: number } => ({
		start: text.indexOf(exact),
		end: text.indexOf(exact) + exact.length,
	});
	const tagged = {
		cue: place("asked"),
		source: place("Mayor Orla Pike, at a meeting in Tarn with Ander Vane"),
		content: [place("to wait")],
		presence: 1,
		share: 1,
	};
	const [found] = draftTagged(text, words.paragraphs, findUnits(text, words, []), [], [tagged]);
	expect(found?.draft.source).toEqual(place("Mayor Orla Pike"));
});
