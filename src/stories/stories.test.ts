import { describe, expect, it } from "vitest";
import { annotateText, quote, rarity } from "../../test/annotate-text.ts";
import type { AnnotatedArticle } from "../model/annotated.ts";
import { groupStories, type StoryLayer } from "./stories.ts";

const SANK =
	"MARENA (Corra Wire) - A ferry with ninety passengers capsized near Marena harbour on Tuesday after striking a sandbank, the coastguard of Tarn said. " +
	"Divers searched the wreck for survivors until nightfall and found Captain Ada Vane clinging to a lifebelt.";
const SANK_TOO =
	"Ninety passengers were aboard the ferry that capsized off Marena when it struck a sandbank, Tarn's coastguard said on Tuesday. " +
	"Captain Ada Vane was found by divers who searched the wreck.";
const INQUIRY =
	"An inquiry into the ferry that capsized off Marena heard on Thursday that Captain Ada Vane had asked for newer charts. " +
	"Judge Orla Pike told the hearing in Corra that the company's lawyers must hand over its letters by Friday.";
const BUDGET =
	"Parliament in Quell passed the budget by two votes after ministers dropped the disputed fuel levy. " +
	"Opposition deputies walked out before the ballot and called the vote unlawful.";

const NAMES = [
	{ type: "place", names: ["Marena"] },
	{ type: "place", names: ["Corra"] },
	{ type: "agency", names: ["Corra Wire"] },
	{ type: "person", names: ["Ada Vane"] },
	{ type: "person", names: ["Orla Pike"] },
] as const;

function report(id: string, text: string, day?: string): AnnotatedArticle {
	return annotateText(text, { id, sourceId: `${id}.txt`, ...(day ? { day } : {}) }, NAMES);
}

const membersOf = (layer: StoryLayer): (readonly string[])[] => layer.stories.map(({ articles }) => articles);

describe("groupStories", () => {
	it("puts two reports of one event together and another event apart", () => {
		const layer = groupStories([report("a", SANK), report("b", SANK_TOO), report("c", BUDGET)], rarity);
		expect(membersOf(layer)).toEqual(expect.arrayContaining([["a", "b"], ["c"]]));
		const story = layer.stories.find(({ articles }) => articles.length === 2);
		expect(story?.why.map(({ reason }) => reason)).toEqual([
			expect.stringContaining("shares the names"),
			expect.stringContaining("Marena"),
		]);
	});

	it("keeps a later event of the same matter apart and ties the two in a thread", () => {
		const reports = [
			report("a", SANK, "2031-05-14"),
			report("b", SANK_TOO, "2031-05-14"),
			report("c", INQUIRY, "2031-06-20"),
		];
		const { stories, threads, entities } = groupStories(reports, rarity);
		expect(stories.map(({ articles }) => articles)).toEqual([["a", "b"], ["c"]]);
		expect(stories[0]?.near.map(({ article, reason }) => [article, reason])).toEqual([
			[
				"c",
				expect.stringMatching(
					/too little for one event; names Orla Pike, which none of these does; published 37 days apart/,
				),
			],
		]);
		expect(threads.map((thread) => thread.stories)).toEqual([stories.map(({ id }) => id)]);
		const vane = entities.find(({ name }) => name === "Ada Vane");
		expect(threads[0]?.about).toContain(vane?.id);
	});

	it("counts an exact copy as one line with its original and says why", () => {
		const { copyGroups, stories, lineage } = groupStories(
			[report("a", SANK, "2031-05-14"), report("b", SANK, "2031-05-16"), report("c", SANK_TOO, "2031-05-14")],
			rarity,
		);
		expect(copyGroups.map(({ kind, members }) => [kind, members.map(({ article }) => article)])).toEqual([
			["exact", ["a", "b"]],
		]);
		expect(stories[0]?.lines).toEqual([
			{ articles: ["a", "b"], reason: "b.txt repeats the text of a.txt" },
			{ articles: ["c"], reason: expect.stringContaining("stands alone") },
		]);
		const [copy] = lineage[0]?.edges.filter(({ kind }) => kind === "copies") ?? [];
		const articleOf = (node: string | undefined): string | null | undefined =>
			lineage[0]?.nodes.find(({ id }) => id === node)?.article;
		expect([articleOf(copy?.from), articleOf(copy?.to), copy?.directed]).toEqual(["b", "a", true]);
	});

	it("leaves a copy undirected when nothing says which came first", () => {
		const { lineage } = groupStories([report("a", SANK), report("b", SANK)], rarity);
		expect(lineage[0]?.edges.filter(({ kind }) => kind === "copies").map(({ directed }) => directed)).toEqual([false]);
	});

	it("makes one line of two reports whose every quotation one agency carried", () => {
		const said = "We had asked for newer charts since the dredging";
		const carried = (id: string, text: string): AnnotatedArticle => {
			const article = report(id, text);
			const agency = article.entities.find(({ type }) => type === "agency") ?? null;
			return { ...article, quotations: [quote(article.article, said, agency)] };
		};
		const a = carried("a", `${SANK_TOO} “${said},” Ada Vane told Corra Wire.`);
		const b = carried(
			"b",
			`After the ferry capsized off Marena with ninety passengers, Captain Ada Vane spoke of the sandbank. “${said},” she was quoted as saying by Corra Wire. Divers searched the wreck.`,
		);
		const { stories, lineage } = groupStories([a, b], rarity);
		expect(stories.map(({ lines }) => lines.map(({ reason }) => reason))).toEqual([
			["a.txt and b.txt both credit Corra Wire"],
		]);
		const credits = lineage[0]?.edges.filter(({ kind }) => kind === "credits") ?? [];
		expect(credits).toHaveLength(2);
		for (const { evidence } of credits) {
			const text = evidence[0]?.article === "a" ? a.article.text : b.article.text;
			expect(text.slice(evidence[0]?.start, evidence[0]?.end)).toBe("Corra Wire");
		}
	});

	const stated = (text: string): NonNullable<AnnotatedArticle["article"]["outlet"]> => ({
		text,
		span: null,
		from: "test",
		site: null,
	});
	const carriedBy = (id: string, outlet: string | null, text: string, carrier: string): AnnotatedArticle => {
		const given = { id, sourceId: `${id}.txt`, ...(outlet === null ? {} : { outlet: stated(outlet) }) };
		const article = annotateText(text, given, [...NAMES, { type: "outlet", names: [carrier] }]);
		const told = article.entities.find(({ type }) => type === "outlet") ?? null;
		return { ...article, quotations: [quote(article.article, "We had asked for newer charts", told)] };
	};

	it("says which report a line of its own has a single quotation from", () => {
		const own = carriedBy("a", "Quell Mirror", `${SANK} “We had asked for newer charts,” Ada Vane said.`, "Tarn Globe");
		const taken = carriedBy(
			"b",
			null,
			`${SANK_TOO} “We had asked for newer charts,” she told Quell Mirror. Relatives waited behind a fence at the fish market for buses that never came, and the bakers of the quay handed them bread.`,
			"Quell Mirror",
		);
		const [story] = groupStories([own, taken], rarity).stories;
		expect(story?.lines.find(({ articles }) => articles[0] === "b")?.reason).toMatch(
			/^stands alone: takes one quotation from .*; its own text otherwise$/,
		);
	});

	it("makes one line of a report and the one it names where it tells nothing else", () => {
		const own = carriedBy("a", "Quell Mirror", `${SANK} “We had asked for newer charts,” Ada Vane said.`, "Tarn Globe");
		const text = `${SANK_TOO} “We had asked for newer charts,” she told Quell Mirror.`;
		const [story] = groupStories([own, carriedBy("b", null, text, "Quell Mirror")], rarity).stories;
		expect(story?.lines.map(({ reason }) => reason)).toEqual([
			"test.txt names Quell Mirror, and all that it tells stands in Quell Mirror",
		]);
	});

	it("makes one line of two reports with twelve words of narration in a row in common, and none with eleven", () => {
		const linesOf = (end: string): number | undefined => {
			const quay =
				"The owner of the ferry, whose three boats have crossed the sound since the war, shut his office at noon and let nobody in, while a clerk handed lists of names through a window to whoever asked for them politely.";
			const pilots =
				"Pilots who know the shallows blame a lamp that has been dark for a month; the port says it was to be mended next week, when the money for oil and wire had come from the capital after a long quarrel.";
			const shared = "Relatives waited behind a torn fence near the fish market for buses that";
			const [story] = groupStories(
				[
					report("a", `${SANK} ${quay} ${shared} never came.`),
					report("b", `${SANK_TOO} ${pilots} ${shared.replace(/ \S+$/, end)}`),
				],
				rarity,
			).stories;
			return story?.lines.length;
		};
		expect(linesOf(" that had gone to Corra.")).toBe(1);
		expect(linesOf("es from Corra.")).toBe(2);
	});

	it("makes one line of two reports of one outlet", () => {
		const two = ["a", "b"].map((id) => carriedBy(id, "Quell Mirror", id === "a" ? SANK : SANK_TOO, "Tarn Globe"));
		const [story] = groupStories(two, rarity).stories;
		expect(story?.lines.map(({ reason }) => reason)).toEqual(["a.txt and b.txt are both of Quell Mirror"]);
	});

	it("names every report of a line, and who repeats whom only where that is told", () => {
		const copies = ["a", "b", "c", "d", "e", "f"].map((id) => report(id, SANK, "2031-05-14"));
		const reasonOf = (list: readonly AnnotatedArticle[]): string | undefined =>
			groupStories(list, rarity).stories[0]?.lines[0]?.reason;
		expect(reasonOf(copies)).toBe(
			"a.txt, b.txt, c.txt, d.txt, e.txt and f.txt are one text, and nothing says which was first",
		);
		expect(reasonOf([report("g", SANK, "2031-05-13"), ...copies])).toBe(
			"a.txt, b.txt, c.txt, d.txt, e.txt and f.txt repeat the text of g.txt",
		);
	});

	it("credits no outlet to itself, by a short name or by its masthead", () => {
		const told = `${SANK_TOO} “We had asked for newer charts,” she told the Mirror.`;
		const edges = (...articles: AnnotatedArticle[]): number =>
			groupStories(articles, rarity)
				.lineage.flatMap((lineage) => lineage.edges)
				.filter(({ kind }) => kind === "credits").length;
		expect(edges(carriedBy("a", "Quell Mirror", told, "Mirror"))).toBe(0);
		expect(edges(carriedBy("a", null, `Ferry sinks\n\nTHE QUELL MIRROR\n${told}`, "QUELL MIRROR"))).toBe(0);
		expect(edges(carriedBy("a", "Tarn Globe", told, "Mirror"))).toBe(1);
	});

	it("calls a closing “Source:” line a repost of the report at that address", () => {
		const line = "Source: https://news.example/ferry";
		const text = `${SANK_TOO}\n${line}`;
		const start = text.indexOf(line);
		const repost = annotateText(text, {
			id: "b",
			sourceId: "b.txt",
			sourceLines: [{ start, end: text.length, exact: line, url: "https://news.example/ferry", name: null }],
		});
		const original = annotateText(SANK_TOO, { id: "a", sourceId: "https://www.news.example/ferry/" });
		const [lineage] = groupStories([original, repost], rarity).lineage;
		const to = lineage?.edges.find(({ kind }) => kind === "reposts")?.to;
		expect(lineage?.nodes.find(({ id }) => id === to)?.article).toBe("a");
	});

	it("says where it was when most reports put it in one place, with the words that do", () => {
		const near = report("b", SANK_TOO.replace("off Marena", "near Marena"));
		const [story] = groupStories([report("a", SANK), near], rarity).stories;
		expect(story?.where?.exact).toBe("Marena");
		expect(story?.where?.evidence.map(({ article }) => article)).toEqual(["a", "b"]);
	});

	it("bounds the date by the first report when no common day is named", () => {
		const [story] = groupStories(
			[report("a", SANK, "2031-05-15"), report("b", SANK_TOO, "2031-05-14")],
			rarity,
		).stories;
		expect([story?.when.earliest, story?.when.latest]).toEqual([null, "2031-05-14"]);
		expect(story?.articles).toEqual(["b", "a"]);
	});

	it("names the day that half of the reports name without a year, and bounds nothing by it", () => {
		const dated = (id: string, text: string, exact: string): AnnotatedArticle => {
			const annotated = report(id, text);
			const start = text.indexOf(exact);
			const date = { ...annotated.article.published, exact, reason: "the year is not written" };
			return { ...annotated, dates: [{ start, end: start + exact.length, exact, date }] };
		};
		const a = dated("a", SANK.replace("on Tuesday", "on Tuesday, July 4"), "Tuesday, July 4");
		const b = dated("b", SANK_TOO.replace("on Tuesday", "on 4 July"), "4 July");
		const [story] = groupStories([a, b], rarity).stories;
		expect(story?.when).toMatchObject({
			earliest: null,
			latest: null,
			exact: "Tuesday, July 4",
			reason: "2 of 2 texts name July 4 and no year",
		});
		expect(story?.when.evidence.map(({ article }) => article)).toEqual(["a", "b"]);
	});

	it("takes no headline that was made up", () => {
		const headline = (made: boolean): AnnotatedArticle["article"]["headline"] => ({
			text: "Ferry sinks",
			span: null,
			from: "test",
			made,
		});
		const made = annotateText(SANK, { headline: headline(true) });
		expect(groupStories([made], rarity).stories[0]?.headline).toBeNull();
		const own = annotateText(SANK, { id: "a", headline: headline(false) });
		expect(groupStories([own], rarity).stories[0]?.headline).toEqual({ article: "a", text: "Ferry sinks" });
	});

	it("gives nothing for nothing, and a story of its own to an article without words", () => {
		expect(groupStories([], rarity).stories).toEqual([]);
		expect(membersOf(groupStories([report("a", ""), report("b", "…")], rarity))).toHaveLength(2);
	});

	it("ends on texts that say one word, or seven, over and over", () => {
		const word = "ferry ".repeat(100_000);
		const seven = "Ada Vane left Marena before the storm ".repeat(15_000);
		const reports = [word, `${word}sank`, seven, `Then ${seven}`].map((text, i) => annotateText(text, { id: `a${i}` }));
		const { stories } = groupStories(reports, rarity);
		expect(stories.map(({ articles }) => articles)).toEqual(
			expect.arrayContaining([
				["a0", "a1"],
				["a2", "a3"],
			]),
		);
	});

	it("takes a text carried by a thousand outlets as one text, once", () => {
		const first = report("0000", `${SANK} ${INQUIRY} ${BUDGET}`);
		const copies = Array.from({ length: 1000 }, (_, i) => {
			const id = String(i).padStart(4, "0");
			return { ...first, article: { ...first.article, id, sourceId: `${id}.txt` } };
		});
		const { stories, copyGroups, passages, lineage } = groupStories(copies, rarity);
		expect(copyGroups.map(({ members }) => members.length)).toEqual([1000]);
		expect(stories.map(({ lines }) => lines.length)).toEqual([1]);
		expect(passages).toEqual([]);
		expect(lineage[0]?.edges.filter(({ kind }) => kind === "copies")).toHaveLength(999);
	});
});
