import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedOn } from "../../../test/make-article.ts";
import { traceIn } from "../../../test/trace-texts.ts";

const WORDS =
	"the bridge ferry cable stays shut not until mayor Vell opened twelve nine rope replaced every winter".split(" ");
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 14 }).map((words) => words.join(" "));
const report = fc
	.record({
		said: fc.array(sentence, { minLength: 1, maxLength: 3 }),
		own: sentence,
		speaker: fc.constantFrom("Ira Sand", "Jonas Reck"),
		day: fc.constantFrom("2031-05-14", "2031-05-15"),
	})
	.map(({ said, own, speaker, day }) => ({
		text: `${own}.\n${said.map((words) => `“${words},” ${speaker} said.`).join("\n")}`,
		published: publishedOn(day),
		said,
	}));
const reports = fc
	.array(report, { minLength: 1, maxLength: 4 })
	.map((list) => list.map(({ text, published, said }, at) => ({ name: `${at}.txt`, text, published, said })));

const given = (
	list: readonly { name: string; text: string; published: ReturnType<typeof publishedOn> }[],
): Parameters<typeof traceIn>[1] => list.map(({ name, text, published }) => ({ name, text, published }));

describe("tracing", () => {
	it("points at the words it gives, and no place of a report meets another", () => {
		fc.assert(
			fc.property(reports, sentence, (list, text) => {
				const { places, near, articles, traced } = traceIn(text, given(list));
				const texts = new Map(articles.map((article) => [article.id, article.text]));
				const taken = new Map<string, Set<number>>();
				for (const { article, spans, verbatim, differences, given: share, score } of places) {
					const own = texts.get(article) ?? "";
					const known = taken.get(article) ?? new Set();
					taken.set(article, known);
					for (const { start, end, exact } of spans) {
						expect(own.slice(start, end)).toBe(exact);
						for (let at = start; at < end; at++) {
							expect(known.has(at)).toBe(false);
							known.add(at);
						}
					}
					for (const { start, end } of verbatim)
						expect(spans.some((span) => span.start <= start && end <= span.end)).toBe(true);
					for (const one of differences) {
						for (const { start, end, exact } of one.traced) expect(traced.text.slice(start, end)).toBe(exact);
						for (const { start, end, exact } of one.found) expect(own.slice(start, end)).toBe(exact);
					}
					for (const value of [share, score]) expect(value >= 0 && value <= 1).toBe(true);
				}
				for (const { article, spans } of near)
					for (const { start, end, exact } of spans) expect(texts.get(article)?.slice(start, end)).toBe(exact);
			}),
			{ numRuns: 40 },
		);
	}, 30_000);

	it("does not depend on the order of the reports, and a second run is the same", () => {
		fc.assert(
			fc.property(reports, sentence, (list, text) => {
				const once = traceIn(text, given(list));
				expect(traceIn(text, given([...list].reverse()))).toEqual(once);
				expect(JSON.stringify(traceIn(text, given(list)))).toBe(JSON.stringify(once));
			}),
			{ numRuns: 25 },
		);
	}, 30_000);

	it("finds a report's own words in it, exactly", () => {
		fc.assert(
			fc.property(reports, fc.nat(), (list, pick) => {
				const source = list[pick % list.length];
				const text = source?.said[pick % (source.said.length || 1)] ?? "";
				const { places, articles } = traceIn(text, given(list));
				const own = articles.find(({ sourceId }) => sourceId === source?.name)?.id;
				expect(places.some(({ article, kind }) => article === own && kind === "exact")).toBe(true);
			}),
			{ numRuns: 40 },
		);
	}, 30_000);
});
