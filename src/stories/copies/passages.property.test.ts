import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotateText, rarity } from "../../../test/annotate-text.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Passage } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import { foldCase } from "../../text/fold.ts";
import { findCopies } from "./copies.ts";
import { findWordSequence } from "./fingerprints.ts";
import { findPassages } from "./passages.ts";

const RUNS = 60;

const WORDS = (
	"ferry harbour captain sandbank charts dredging owners inquiry divers wreck timber lighthouse coastguard pumps " +
	"engineers spring retired judge passengers vessel storm anchor pilot cargo insurer tribunal evidence 𝒮torm"
).split(" ");
const run = fc.array(fc.constantFrom(...WORDS), { minLength: 6, maxLength: 24 }).map((words) => words.join(" "));

/** Texts cut from a common stock of runs, so that they share some of them. */
const texts = fc.array(run, { minLength: 3, maxLength: 6 }).chain((stock) =>
	fc.array(
		fc.array(fc.constantFrom(...stock), { minLength: 1, maxLength: 4 }).map((runs) => `${runs.join(". ")}.`),
		{ minLength: 2, maxLength: 4 },
	),
);

function find(articles: readonly AnnotatedArticle[]): readonly Passage[] {
	const sorted = [...articles].sort((x, y) => compareText(x.article.id, y.article.id));
	const sequences = sorted.map(findWordSequence);
	const { leaders, bases } = findCopies(sorted, sequences);
	return findPassages(sorted, sequences, leaders, bases, rarity);
}

function annotate(text: string, id: string): AnnotatedArticle {
	return annotateText(text, { id, sourceId: id });
}

describe("findPassages, on any texts", () => {
	it("points at the same words on both sides, the spans of one pair never overlapping", () => {
		fc.assert(
			fc.property(texts, (given) => {
				const articles = given.map((text, i) => annotate(text, `a${i}`));
				const textOf = new Map(articles.map(({ article }) => [article.id, article.text]));
				// The same word as the program has it: "𝒮torm" is "storm" in other letters.
				const norms = (text: string): string[] => foldCase(text).match(/[\p{L}\p{N}]+/gu) ?? [];
				const seen = new Map<string, { readonly start: number; readonly end: number }[]>();
				for (const { a, b, exact } of find(articles)) {
					expect(compareText(a.article, b.article)).toBe(-1);
					expect(textOf.get(a.article)?.slice(a.start, a.end)).toBe(exact);
					expect(norms(textOf.get(b.article)?.slice(b.start, b.end) ?? "")).toEqual(norms(exact));
					for (const place of [a, b]) {
						const key = `${a.article} ${b.article} ${place.article}`;
						const list = seen.get(key) ?? [];
						expect(list.every(({ start, end }) => end <= place.start || place.end <= start)).toBe(true);
						seen.set(key, [...list, place]);
					}
				}
			}),
			{ numRuns: RUNS },
		);
	});

	it("finds the same whichever article comes first, and whichever has the lower id", () => {
		fc.assert(
			fc.property(run, run, run, run, (shared, one, two, three) => {
				const [left, right] = [`${one}. ${shared}. ${two}.`, `${three}. ${shared}.`];
				const there = find([annotate(left, "a"), annotate(right, "b")]);
				expect(find([annotate(right, "b"), annotate(left, "a")])).toEqual(there);
				const words = (list: readonly Passage[]): number =>
					list.reduce((sum, { exact }) => sum + exact.split(" ").length, 0);
				expect(words(find([annotate(left, "b"), annotate(right, "a")]))).toBe(words(there));
			}),
			{ numRuns: RUNS },
		);
	});
});
