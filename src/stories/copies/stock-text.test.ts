import { describe, expect, it } from "vitest";
import { annotateText } from "../../../test/annotate-text.ts";
import type { Article } from "../../model/article.ts";
import type { Passage } from "../../model/record.ts";
import { markStock } from "./stock-text.ts";

const articleOf = (id: string, outlet: string): Article =>
	annotateText("Text.", { id, sourceId: id, outlet: { text: outlet, span: null, from: "test", site: null } }).article;

const passage = (a: string, b: string, start: number, end: number): Passage => ({
	a: { article: a, start, end },
	b: { article: b, start, end },
	exact: "…",
	quoted: false,
	stock: false,
});

describe("markStock", () => {
	const articles = [articleOf("a", "Corra Post"), articleOf("b", "Corra Post"), articleOf("c", "Corra Post")];
	const related = (x: string, y: string): boolean => x !== "c" && y !== "c";

	it("calls stock what one outlet prints under unrelated stories, also between two reports of one story", () => {
		const passages = [passage("a", "b", 0, 80), passage("a", "c", 0, 80), passage("a", "b", 200, 300)];
		expect(markStock(passages, articles, related).map(({ stock }) => stock)).toEqual([true, true, false]);
	});

	it("leaves alone what another outlet shares, and what two reports of one story share only with each other", () => {
		const others = [articleOf("a", "Corra Post"), articleOf("b", "Corra Post"), articleOf("c", "Tarn News")];
		const passages = [passage("a", "b", 0, 80), passage("a", "c", 0, 80)];
		expect(markStock(passages, others, related).map(({ stock }) => stock)).toEqual([false, false]);
	});

	it("leaves a passage alone of which only a small part is stock", () => {
		const passages = [passage("a", "b", 0, 400), passage("a", "c", 0, 80)];
		expect(markStock(passages, articles, related).map(({ stock }) => stock)).toEqual([false, true]);
	});
});
