import { describe, expect, it } from "vitest";
import { makeArticle } from "../../test/make-article.ts";
import type { Article } from "../model/article.ts";
import { dropOutletBlocks, OUTLET_BLOCK_RULE } from "./outlet-blocks.ts";

const LETTER = "Sign up for the Quay Letter, every Friday.";

const FIRE = ["The warehouse on Rope Street burned for six hours.", "Nobody slept there, the brigade said."];
const MATCH = ["Amity Rovers won by two goals on a wet pitch.", "The second came from a corner."];
const VOTE = ["The council raised the harbour dues by a tenth.", "Nine members voted for the plan."];

function report(outlet: string | null, ...lines: readonly string[]): Article {
	const text = lines.join("\n\n");
	return makeArticle(text, {
		sourceId: `https://quay.example/${lines[0]?.length}-${lines[0]?.slice(0, 12)}`,
		outlet: outlet === null ? null : { text: outlet, span: null, from: "test", site: null },
	});
}

function droppedOf(article: Article | undefined): string[] {
	return (article?.dropped ?? [])
		.filter(({ rule }) => rule === OUTLET_BLOCK_RULE)
		.map(({ start, end }) => article?.text.slice(start, end) ?? "");
}

describe("what an outlet repeats", () => {
	it("drops a block that stands in three unlike reports of one outlet", () => {
		const read = dropOutletBlocks([
			report("Quay", ...FIRE, LETTER),
			report("Quay", MATCH[0] ?? "", LETTER, MATCH[1] ?? ""),
			report("Quay", ...VOTE, LETTER),
		]);
		expect(read.map(droppedOf)).toEqual([[LETTER], [LETTER], [LETTER]]);
		const [, match] = read;
		expect(match?.body.map(({ start, end }) => match.text.slice(start, end))).toEqual(MATCH);
		expect(match?.dropped[0]?.reason).toContain("3 of its 3 reports");
	});

	it("takes digits as alike, so that a counter is the same block", () => {
		const count = (n: number): string => `Share with your friends ${n}`;
		const read = dropOutletBlocks([FIRE, MATCH, VOTE].map((lines, i) => report("Quay", ...lines, count(7 + 40 * i))));
		expect(read.flatMap(droppedOf)).toHaveLength(3);
	});

	it("leaves it where two reports hold it, or where the outlets differ or are not known", () => {
		const sets = [
			[report("Quay", ...FIRE, LETTER), report("Quay", ...MATCH, LETTER), report("Quay", ...VOTE)],
			[report("Quay", ...FIRE, LETTER), report("Mole", ...MATCH, LETTER), report("Pier", ...VOTE, LETTER)],
			[report(null, ...FIRE, LETTER), report(null, ...MATCH, LETTER), report(null, ...VOTE, LETTER)],
		];
		for (const set of sets) expect(dropOutletBlocks(set)).toEqual(set);
	});

	it("leaves the sentence on how the ferry sank, word for word in three reports on the ferry", () => {
		const history = "The ferry Corra sank off Amity in March with sixty passengers aboard.";
		const set = [
			report(
				"Quay",
				"Divers reached the ferry off Amity on Monday.",
				"Sixty passengers were aboard the Corra.",
				history,
			),
			report("Quay", "The owner of the ferry was questioned in Amity.", "Families of passengers wept.", history),
			report("Quay", "A crane will lift the Corra, the ferry that sank.", "It takes four days, off Amity.", history),
		];
		expect(dropOutletBlocks(set)).toEqual(set);
	});

	it("leaves versions of one report, which share every block", () => {
		const set = [1, 2, 3].map((n) =>
			report("Quay", ...FIRE, ...MATCH, ...VOTE, `Version ${"I".repeat(n)} of the day.`),
		);
		expect(dropOutletBlocks(set)).toEqual(set);
	});

	it("leaves a stock sentence that few of an outlet's reports hold", () => {
		const stock = "He did not answer when asked about it.";
		const topics = ["lamp", "river", "bakery", "tunnel", "orchard", "violin", "glacier", "pottery", "saddle", "kettle"];
		const set = [...topics, ...topics.map((topic) => `old ${topic}`)].map((topic, i) =>
			report("Quay", `Her ${topic} won a prize of note, ${"x".repeat(i)}.`, ...(i < 3 ? [stock] : [])),
		);
		expect(dropOutletBlocks(set).flatMap(droppedOf)).toEqual([]);
	});

	it("gives each article the same whatever the order", () => {
		const set = [report("Quay", ...FIRE, LETTER), report("Quay", ...MATCH, LETTER), report("Quay", ...VOTE, LETTER)];
		const byId = (articles: readonly Article[]): Map<string, Article> =>
			new Map(articles.map((article) => [article.id, article]));
		expect(byId(dropOutletBlocks([...set].reverse()))).toEqual(byId(dropOutletBlocks(set)));
	});
});
