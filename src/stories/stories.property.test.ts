import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotateText, quote, rarity } from "../../test/annotate-text.ts";
import type { AnnotatedArticle } from "../model/annotated.ts";
import { groupStories } from "./stories.ts";

const SENTENCES = [
	"The ferry Halcyon left Marena harbour at dawn with ninety passengers and a cargo of timber.",
	"It struck a sandbank off the northern lighthouse twenty minutes later and began to list.",
	"Coastguard cutters reached the vessel within the hour, and Captain Ada Vane was the last to leave.",
	"“We had asked for newer charts since the dredging of last spring,” Vane told Corra Wire.",
	"Judge Orla Pike opened the inquiry in Corra and asked the company's lawyers for its letters.",
	"Parliament in Quell passed the budget by two votes after ministers dropped the fuel levy.",
	"Opposition deputies walked out before the ballot and called the vote unlawful.",
	"A second ferry, the Kestrel, ran aground near Tollick in June without loss of life.",
	"Ädä Väne 😀 sagte: „Wir bleiben.“",
];
const NAMES = [
	{ type: "person", names: ["Ada Vane", "Vane"] },
	{ type: "person", names: ["Orla Pike"] },
	{ type: "place", names: ["Marena"] },
	{ type: "agency", names: ["Corra Wire"] },
] as const;

const sets = fc
	.array(
		fc.record({
			sentences: fc.array(fc.nat(SENTENCES.length - 1), { minLength: 0, maxLength: 6 }),
			day: fc.option(fc.constantFrom("2031-05-14", "2031-05-15", "2031-07-01")),
			source: fc.nat(5),
		}),
		{ maxLength: 9 },
	)
	.map((reports) =>
		reports.map(({ sentences, day, source }): AnnotatedArticle => {
			const text = sentences.map((at) => SENTENCES[at]).join(" ");
			const article = annotateText(text, { sourceId: `source-${source}`, ...(day === null ? {} : { day }) }, NAMES);
			const words = "We had asked for newer charts since the dredging of last spring";
			return text.includes(words) ? { ...article, quotations: [quote(article.article, words)] } : article;
		}),
	);

const print = (articles: readonly AnnotatedArticle[]): string => {
	const layer = groupStories(articles, rarity);
	return JSON.stringify({ ...layer, entityOf: [...layer.entityOf] });
};

describe("groupStories, for any set of reports", () => {
	it("gives the same for any order of the articles, and on a second run", () => {
		fc.assert(
			fc.property(
				sets.chain((articles) =>
					fc.tuple(
						fc.constant(articles),
						fc.shuffledSubarray(articles, { minLength: articles.length, maxLength: articles.length }),
					),
				),
				([articles, shuffled]) => {
					// Articles of one id are one article: the same source and text, of which either may be kept.
					const distinct = new Map(articles.map((one) => [one.article.id, one]));
					const order = shuffled.flatMap((one) => distinct.get(one.article.id) ?? []);
					expect(print(order)).toBe(print([...distinct.values()]));
					expect(print(order)).toBe(print(order));
				},
			),
			{ numRuns: 60 },
		);
	});

	it("puts every article in one story and one of its lines, and every local entity in one entity", () => {
		fc.assert(
			fc.property(sets, (articles) => {
				const { stories, entities, entityOf } = groupStories(articles, rarity);
				const ids = [...new Set(articles.map(({ article }) => article.id))].sort();
				expect(stories.flatMap((story) => story.articles).sort()).toEqual(ids);
				expect(stories.flatMap(({ lines }) => lines.flatMap((line) => line.articles)).sort()).toEqual(ids);
				const known = new Set(entities.map(({ id }) => id));
				expect(known.size).toBe(entities.length);
				for (const { entities: locals } of articles) {
					for (const { id } of locals) expect(known.has(entityOf.get(id) ?? "")).toBe(true);
				}
			}),
			{ numRuns: 60 },
		);
	});

	it("points at exact characters, and passages read alike on both sides", () => {
		fc.assert(
			fc.property(sets, (articles) => {
				const texts = new Map(articles.map(({ article }) => [article.id, article.text]));
				const slice = (place: { readonly article: string; readonly start: number; readonly end: number }): string =>
					(texts.get(place.article) ?? "").slice(place.start, place.end);
				const { passages, entities, lineage } = groupStories(articles, rarity);
				for (const { a, b, exact } of passages) {
					expect(slice(a)).toBe(exact);
					const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{Nd}]+/gu) ?? [];
					expect(words(slice(b))).toEqual(words(exact));
				}
				for (const { mentions } of entities) for (const mention of mentions) expect(slice(mention)).toBe(mention.exact);
				for (const { nodes, edges } of lineage) {
					const known = new Set(nodes.map(({ id }) => id));
					for (const { from, to } of edges)
						expect([known.has(from), known.has(to), from !== to]).toEqual([true, true, true]);
				}
			}),
			{ numRuns: 60 },
		);
	});
});
