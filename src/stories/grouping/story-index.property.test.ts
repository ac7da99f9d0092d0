import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packSignature, type Signature } from "./signature.ts";
import { StoryIndex } from "./story-index.ts";
import { STORY } from "./thresholds.ts";

/** An article of a few terms out of few, so that many are alike; a day out of four, or none. */
const signatures = fc
	.record({
		terms: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 }),
		place: fc.integer({ min: 1, max: 3 }),
		figure: fc.integer({ min: 1, max: 3 }),
		day: fc.option(fc.integer({ min: 20_000, max: 20_003 })),
	})
	.map(
		({ terms, place, figure, day }): Signature =>
			packSignature({
				terms: terms.map((term) => ({ hash: term * 7919, weight: 1 / (1 + (term % 5)), telling: term % 2 === 0 })),
				length: Math.sqrt(terms.length),
				phrases: terms.slice(1).map((term, index) => term * 31 + (terms[index] ?? 0)),
				figures: new Map([[figure, 0.5]]),
				persons: new Map(),
				places: new Map([[place, 1]]),
				days: new Set(),
				years: new Set(),
				published: day === null ? null : { earliest: day, latest: day },
			}),
	);

const windows = fc.array(fc.tuple(signatures, fc.boolean()), { minLength: 1, maxLength: 24 });
const steps = fc.array(fc.tuple(fc.nat(23), fc.boolean()), { maxLength: 60 });
const ties = fc.array(fc.tuple(fc.nat(23), fc.nat(23), fc.constantFrom(0.5, 0.9, 1)), { maxLength: 4 });

const idOf = (index: number): string => `a${String(index).padStart(2, "0")}`;

/** Signatures, and whether every fifth stands apart from the reports. */
type Window = readonly (readonly [Signature, boolean])[];

/** Adds the articles at these places of a window, in this order. */
function fill(index: StoryIndex, articles: Window, order: Iterable<number>, apart: boolean = false): StoryIndex {
	for (const at of order) {
		const article = articles[at];
		if (article) index.add(idOf(at), article[0], apart && article[1] && at % 5 === 0);
	}
	return index;
}

/** Adds and removes as the steps say, asking in between, which changes nothing; gives what is held at the end. */
function move(
	index: StoryIndex,
	articles: Window,
	moves: readonly (readonly [number, boolean])[],
	apart: boolean = false,
): number[] {
	const held = new Set<number>();
	for (const [at, stays] of moves) {
		if (at >= articles.length) continue;
		if (stays) {
			fill(index, articles, [at], apart);
			held.add(at);
		} else {
			index.remove(idOf(at));
			held.delete(at);
		}
		if (at % 3 === 0) index.groupOf(idOf(at));
	}
	return [...held].sort((x, y) => x - y);
}

describe("StoryIndex", () => {
	it("ends where a fresh one ends, whatever came, went and came again, in any order", () => {
		fc.assert(
			fc.property(windows, steps, ties, (articles, moves, copies) => {
				const streamed = new StoryIndex(STORY);
				const held = move(streamed, articles, moves, true);
				const batch = fill(new StoryIndex(STORY), articles, held, true);
				for (const [a, b, weight] of copies) {
					streamed.tie(idOf(a), idOf(b), weight);
					batch.tie(idOf(b), idOf(a), weight);
				}
				expect(streamed.pairs()).toEqual(batch.pairs());
				expect(streamed.groups()).toEqual(batch.groups());
				expect(streamed.groups().flat().sort()).toEqual(held.map(idOf));
			}),
			{ numRuns: 300 },
		);
	});

	it("forgets and finds again whom only a place in a long row leads to, the same in any order", () => {
		fc.assert(
			fc.property(windows, steps, ties, fc.integer({ min: 1, max: 5 }), (articles, moves, copies, reach) => {
				const streamed = new StoryIndex(STORY, 1000, reach);
				const held = move(streamed, articles, moves);
				for (const [a, b, weight] of copies) streamed.tie(idOf(a), idOf(b), weight);
				// What comes last and goes again changes no tie.
				articles.forEach(([signature], at) => {
					streamed.add(`z${at}`, signature);
				});
				articles.forEach((_, at) => {
					streamed.remove(`z${at}`);
				});
				const batch = fill(new StoryIndex(STORY, 1000, reach), articles, [...held].reverse());
				for (const [a, b, weight] of copies) batch.tie(idOf(b), idOf(a), weight);
				expect(streamed.pairs()).toEqual(batch.pairs());
				expect(streamed.groups()).toEqual(batch.groups());
			}),
			{ numRuns: 300 },
		);
	});

	it("ties and groups reports as if no document stood apart from them", () => {
		fc.assert(
			fc.property(windows, windows, fc.integer({ min: 1, max: 3 }), (articles, documents, reach) => {
				const [alone, beside] = [new StoryIndex(STORY, 5, reach), new StoryIndex(STORY, 5, reach)];
				documents.forEach(([signature], at) => {
					beside.add(`d${at}`, signature, true);
				});
				for (const index of [alone, beside]) fill(index, articles, articles.keys());
				const own = (id: string): boolean => id.startsWith("a");
				expect(beside.pairs().filter(({ a, b }) => own(a) && own(b))).toEqual(alone.pairs());
				expect(beside.groups().filter(([id]) => own(id ?? ""))).toEqual(alone.groups());
			}),
			{ numRuns: 100 },
		);
	});

	it("says of each article the story that all of them show", () => {
		fc.assert(
			fc.property(windows, (articles) => {
				const index = fill(new StoryIndex(STORY), articles, articles.keys());
				for (const group of index.groups()) for (const id of group) expect(index.groupOf(id)).toEqual(group);
			}),
			{ numRuns: 60 },
		);
	});

	it("parts what connects too many at a higher weight, the same in any order", () => {
		fc.assert(
			fc.property(windows, fc.integer({ min: 1, max: 6 }), (articles, most) => {
				const filled = (places: readonly number[]): StoryIndex => fill(new StoryIndex(STORY, most), articles, places);
				const order = articles.map((_, at) => at);
				const [forth, back] = [filled(order), filled([...order].reverse())];
				expect(back.groups()).toEqual(forth.groups());
				for (const index of [forth, back]) for (const at of order) if (at % 2 === 0) index.remove(idOf(at));
				expect(back.groups()).toEqual(filled(order.filter((at) => at % 2 === 1)).groups());
				expect(forth.groups()).toEqual(back.groups());
			}),
			{ numRuns: 150 },
		);
	});

	it("holds nothing of what was removed", () => {
		fc.assert(
			fc.property(windows, (articles) => {
				const index = fill(new StoryIndex(STORY), articles, articles.keys());
				articles.forEach((_, at) => {
					index.remove(idOf(at));
				});
				expect([index.size, index.pairs(), index.groups()]).toEqual([0, [], []]);
			}),
			{ numRuns: 60 },
		);
	});
});
