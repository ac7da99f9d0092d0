import { describe, expect, it } from "vitest";
import { annotateText, quote, rarity } from "../../../test/annotate-text.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Passage } from "../../model/record.ts";
import { findWordSequence } from "./fingerprints.ts";
import { findPassages } from "./passages.ts";

const SHARED = "divers recovered the harbour master's logbook from the wheelhouse shortly after nightfall";

function passagesOf(...articles: readonly AnnotatedArticle[]): Passage[] {
	const own = articles.map((_, index) => index);
	return findPassages(articles, articles.map(findWordSequence), own, own, rarity);
}

describe("findPassages", () => {
	it("gives the longest shared stretch with its exact place on both sides", () => {
		const a = annotateText(`On Tuesday ${SHARED}, police said.`, { id: "a" });
		const b = annotateText(`Marena: “Yes”. D${SHARED.slice(1)} — and left.`, { id: "b" });
		const [passage, ...others] = passagesOf(a, b);
		expect(others).toEqual([]);
		expect(passage?.exact).toBe(SHARED);
		expect(a.article.text.slice(passage?.a.start, passage?.a.end)).toBe(SHARED);
		expect(b.article.text.slice(passage?.b.start, passage?.b.end)).toBe(`D${SHARED.slice(1)}`);
		expect(passage?.quoted).toBe(false);
	});

	it("finds what texts in a script without spaces share, and no set phrase of theirs", () => {
		const long = "潜水员入夜后不久从驾驶室找到了港务长的航海日志";
		const [a, b] = [`星期二，${long}。`, `记者获悉，${long}，警方说。`].map((text, i) =>
			annotateText(text, { id: `a${i}` }),
		);
		expect(a && b ? passagesOf(a, b).map(({ exact }) => exact) : []).toEqual([long]);
		const [c, d] = ["外交部发言人在记者会上表示遗憾", "昨天外交部发言人在记者会上没有回答"].map((text, i) =>
			annotateText(text, { id: `a${i}` }),
		);
		expect(c && d ? passagesOf(c, d) : []).toEqual([]);
	});

	it("finds what a copy shares with a third text and its base lacks", () => {
		const own = "the ministry of ports had answered none of the four letters that pilots sent about the charts";
		const body = `On Tuesday ${SHARED}, police said, and the harbour was closed to ships until the tide had turned.`;
		const [base, copy, third] = [body, `${body} But ${own}.`, `It was late, but ${own}, they said.`].map((text, i) =>
			annotateText(text, { id: `a${i}` }),
		);
		const articles = [base, copy, third].filter((one) => one !== undefined);
		const found = findPassages(articles, articles.map(findWordSequence), [0, 1, 2], [0, 0, 2], rarity);
		expect(found.map(({ a, b, exact }) => [a.article, b.article, exact])).toContainEqual(["a1", "a2", `But ${own}`]);
	});

	it("calls a stretch quoted only when both quote it", () => {
		const first = annotateText(`“We saw how ${SHARED},” he said.`, { id: "a" });
		const second = annotateText(`She told them: “${SHARED}.”`, { id: "b" });
		const withQuote = (one: AnnotatedArticle): AnnotatedArticle => ({
			...one,
			quotations: [quote(one.article, SHARED)],
		});
		expect(passagesOf(withQuote(first), withQuote(second)).map(({ quoted }) => quoted)).toEqual([true]);
		expect(passagesOf(withQuote(first), second).map(({ quoted }) => quoted)).toEqual([false]);
	});

	it("keeps a sentence whole that has a word of its own in marks", () => {
		const sentence =
			"the harbour master's old logbook was 'borrowed' by divers who recovered the wheelhouse shortly after nightfall";
		const [a, b] = ["a", "b"].map((id) => {
			const article = annotateText(`${id}: ${sentence}.`, { id });
			return { ...article, quotations: [quote(article.article, "borrowed")] };
		});
		expect(a && b ? passagesOf(a, b).map(({ exact, quoted }) => [exact, quoted]) : []).toEqual([[sentence, false]]);
	});

	it("parts what both quote from what both say", () => {
		const said = "the divers recovered the harbour master's logbook from the wheelhouse";
		const told = "nobody aboard had ever opened those watertight doors before";
		const [a, b] = ["a", "b"].map((id) => {
			const article = annotateText(`${id} ${said}: “${told}.”`, { id });
			return { ...article, quotations: [quote(article.article, told)] };
		});
		expect(a && b ? passagesOf(a, b).map(({ exact, quoted }) => [exact, quoted]) : []).toEqual([
			[said, false],
			[told, true],
		]);
	});

	it("takes nothing from dropped text and never reaches across it", () => {
		const text = `They said divers recovered the harbour ADVERTISEMENT master's logbook from the wheelhouse shortly after nightfall.`;
		const cut = text.indexOf("ADVERTISEMENT");
		const body = [
			{ start: 0, end: cut },
			{ start: cut + "ADVERTISEMENT".length, end: text.length },
		];
		const a = annotateText(text, {
			id: "a",
			body,
			blocks: body.map((span) => ({ ...span, kind: "paragraph", path: null })),
		});
		const b = annotateText(`Later ${SHARED}.`, { id: "b" });
		for (const { exact } of passagesOf(a, b)) expect(exact).not.toContain("ADVERTISEMENT");
	});

	it("passes over a set phrase of small words", () => {
		const phrase = "he said that it was not to be so and he was to go";
		expect(
			passagesOf(annotateText(`Vane: ${phrase}.`, { id: "a" }), annotateText(`Pike: ${phrase}!`, { id: "b" })),
		).toEqual([]);
	});

	it("gives eight words that both quote, whatever the marks and the pieces around them", () => {
		const said = "Nobody in this valley should sleep outside tonight";
		const [a, b] = [`Mayor Vane: “${said},” he said.`, `The mayor — "${said}." He left.`].map((text, i) => {
			const article = annotateText(text, { id: `a${i}` });
			return { ...article, quotations: [quote(article.article, said)] };
		});
		expect(a && b ? passagesOf(a, b).map(({ exact, quoted }) => [exact, quoted]) : []).toEqual([[said, true]]);
	});

	it("gives a short sentence in common across marks and punctuation", () => {
		const [a, b] = [
			"The miller, Orla Pike, denied that any of the doors was shut.",
			"Orla Pike denied: that any of the doors was shut!",
		].map((text, i) => annotateText(text, { id: `a${i}` }));
		expect(a && b ? passagesOf(a, b).map(({ exact }) => exact) : []).toEqual([
			"Orla Pike, denied that any of the doors was shut",
		]);
	});

	/** The article with the words as the indirect speech of the named person. */
	const told = (text: string, words: string, id: string, name = "Ada Vane"): AnnotatedArticle => {
		const article = annotateText(text, { id }, [{ type: "person", names: [name] }]);
		const speaker = article.entities[0]?.id ?? null;
		return { ...article, quotations: [{ ...quote(article.article, words), kind: "indirect", marked: [], speaker }] };
	};
	const quotedOf = (...articles: readonly AnnotatedArticle[]): boolean[] =>
		passagesOf(...articles).map(({ quoted }) => quoted);

	it("calls a stretch quoted that one has in marks and the other as the same speaker's words", () => {
		const spoken = `Ada Vane said: “We saw how ${SHARED}.”`;
		const named = annotateText(spoken, { id: "a" }, [{ type: "person", names: ["Ada Vane"] }]);
		const marked = (speaker: string | null): AnnotatedArticle => ({
			...named,
			quotations: [{ ...quote(named.article, `We saw how ${SHARED}`), speaker }],
		});
		const vane = named.entities[0]?.id ?? null;
		const indirect = told(`Ada Vane said that ${SHARED}.`, SHARED, "b");
		expect(quotedOf(marked(vane), indirect)).toEqual([true]);
		expect(quotedOf(marked(vane), told(`Orla Pike said that ${SHARED}.`, SHARED, "b", "Orla Pike"))).toEqual([false]);
	});

	it("calls a few words quoted that both give as one speaker's without marks, and a long stretch reuse", () => {
		const few = "divers recovered the harbour master's logbook shortly after nightfall";
		expect(
			quotedOf(told(`Ada Vane said that ${few}.`, few, "a"), told(`Later ${few}, Ada Vane told us.`, few, "b")),
		).toEqual([true]);
		const long = `${SHARED} and handed it to relatives`;
		expect(
			quotedOf(told(`Ada Vane said that ${long}.`, long, "a"), told(`Later ${long}, Ada Vane told us.`, long, "b")),
		).toEqual([false]);
	});
});
