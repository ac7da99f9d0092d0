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
	const articles = ["a", "b", "c", "d"].map((id) => articleOf(id, "Corra Post"));
	const matterOf = (article: string): number => (article === "b" ? 0 : article.charCodeAt(0) - 97);
	const under = (start: number, end: number): Passage[] => [
		passage("a", "c", start, end),
		passage("a", "d", start, end),
		passage("c", "d", start, end),
	];

	it("calls stock what one outlet prints under several other stories, also between two reports of one", () => {
		const passages = [passage("a", "b", 0, 80), ...under(0, 80), passage("a", "b", 200, 300)];
		expect(markStock(passages, articles, matterOf).map(({ stock }) => stock)).toEqual([true, true, true, true, false]);
	});

	it("leaves alone what a follow-up tells again, and what another outlet shares", () => {
		const again = [passage("a", "b", 0, 80), passage("a", "c", 0, 80)];
		expect(markStock(again, articles, matterOf).map(({ stock }) => stock)).toEqual([false, false]);
		const others = [articleOf("a", "Corra Post"), ...["b", "c", "d"].map((id) => articleOf(id, "Tarn News"))];
		expect(markStock(under(0, 80), others, matterOf).map(({ stock }) => stock)).toEqual([false, false, false]);
	});

	it("leaves a passage alone of which only a small part is stock", () => {
		expect(markStock([passage("a", "b", 0, 400), ...under(0, 80)], articles, matterOf)[0]?.stock).toBe(false);
	});
});
