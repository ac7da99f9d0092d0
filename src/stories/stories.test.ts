import { describe, expect, it } from "vitest";
import { makeArticle, publishedOn } from "../../test/make-article.ts";
import type { AnnotatedArticle } from "../model/annotated.ts";
import { findWords } from "../text/words.ts";
import { groupStories } from "./stories.ts";
import type { TermRarity } from "./term-rarity.ts";

const rarity: TermRarity = { rarityOf: (term) => (term.length < 4 ? 0 : term.length < 6 ? 0.5 : 1) };

function report(sourceId: string, text: string, day?: string): AnnotatedArticle {
	const article = makeArticle(text, { sourceId, ...(day ? { published: publishedOn(day) } : {}) });
	return {
		article,
		words: findWords(article),
		entities: [],
		dates: [],
		numbers: [],
		quotations: [],
		terms: [],
		stages: [],
	};
}

const FERRY =
	"A ferry with ninety passengers capsized near Marena harbour on Tuesday after striking a sandbank, the coastguard of Tarn said. " +
	"Divers searched the wreck for survivors until nightfall and found the captain clinging to a lifebelt.";
const FERRY_TOO =
	"Ninety passengers were aboard the ferry that capsized off Marena when it struck a sandbank, Tarn's coastguard said on Tuesday. " +
	"The captain was found by divers who searched the wreck.";
const BUDGET =
	"Parliament in Corra passed the budget by two votes after ministers dropped the disputed fuel levy. " +
	"Opposition deputies walked out before the ballot and called the vote unlawful.";

describe("groupStories", () => {
	it("puts two reports of one event together and another event apart", () => {
		const { stories } = groupStories([report("a", FERRY), report("b", FERRY_TOO), report("c", BUDGET)], rarity);
		expect(stories.map(({ articles }) => articles.length).sort()).toEqual([1, 2]);
	});

	it("finds an exact copy and counts it as one line", () => {
		const { copyGroups, stories } = groupStories(
			[report("a", FERRY, "2031-05-14"), report("b", FERRY, "2031-05-15")],
			rarity,
		);
		expect(copyGroups.map(({ kind, members }) => [kind, members.length])).toEqual([["exact", 2]]);
		expect(stories.map(({ lines }) => lines.length)).toEqual([1]);
	});

	it("gives nothing for nothing", () => {
		expect(groupStories([], rarity).stories).toEqual([]);
	});
});
