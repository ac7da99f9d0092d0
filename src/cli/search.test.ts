import { describe, expect, it } from "vitest";
import { type RecordingOptions, recordEffects } from "../../test/recording-effects.ts";
import { type AskedSearch, SEARCH_SCHEMA, type SearchListing } from "../model/search-listing.ts";
import { printSearch } from "../report/search-page.ts";
import type { Store } from "../store/store.ts";
import { runCommandLine } from "./run.ts";

const ARTICLE = {
	id: "00112233445566aa",
	place: "saved/ferry.txt",
	role: "report",
	headline: "Ferry sinks off Port Amity",
	outlet: "Harbour Post",
	published: { earliest: "2031-05-14", latest: "2031-05-14" },
	language: "en",
} as const;

function listing(asked: AskedSearch): SearchListing {
	return {
		schema: SEARCH_SCHEMA,
		store: "kept",
		asked: { ...asked, words: ["ferry"], phrases: [], passedOver: ["the"] },
		coverage: { articles: 12, indexed: 9, cut: 1, undated: null, stories: { all: 5, collated: 3 } },
		articles: {
			total: 7,
			hits: [
				{
					score: 8000,
					article: ARTICLE,
					snippets: [
						{
							start: 30,
							end: 56,
							exact: "The ferry\u001b[31m sank there.",
							matches: [{ start: 34, end: 39, exact: "ferry" }],
						},
					],
				},
			],
			next: "8000-00112233445566aa-0",
		},
		quotations: {
			total: null,
			hits: [
				{
					score: 900,
					article: ARTICLE,
					quotation: "1122334455667788",
					kind: "direct",
					speaker: null,
					source: { start: 90, end: 101, exact: "a spokesman" },
					polarity: "said",
					hedged: false,
					confidence: 0.96,
					content: [
						{ start: 70, end: 88, exact: "No ferry will sail", matches: [{ start: 73, end: 78, exact: "ferry" }] },
					],
				},
			],
			next: null,
		},
		speakers: { total: 0, hits: [], next: null },
		facts: {
			total: 1,
			hits: [
				{
					score: 700,
					article: ARTICLE,
					snippets: [{ start: 60, end: 84, exact: "Nine people were killed.", matches: [] }],
					story: { id: "2233445566778899", headline: "Ferry sinks off Port Amity" },
					fact: "3344556677889900",
					title: "how many died",
					statement: "killed (people)",
					type: "number",
					relation: "conflict",
					reason: "“Nine people” and “Eleven people” cannot both be the number",
					states: [
						{
							article: ARTICLE.id,
							value: "Nine people",
							mode: "asserted",
							polarity: "said",
							by: null,
							spans: [{ start: 60, end: 71, exact: "Nine people" }],
						},
						{
							article: "1122334455667788",
							value: "Eleven people",
							mode: "attributed",
							polarity: "said",
							by: "Ada Vane",
							spans: [{ start: 6, end: 19, exact: "Eleven people" }],
						},
					],
					silent: ["0011223344556677"],
					reports: [ARTICLE, { ...ARTICLE, id: "1122334455667788", outlet: null, place: "saved/quay.txt" }],
				},
			],
			next: null,
		},
	};
}

async function search(
	args: readonly string[],
	options: RecordingOptions = {},
): Promise<{ code: number; out: string; err: string; asked: readonly AskedSearch[] }> {
	const asked: AskedSearch[] = [];
	const store: Pick<Store, "search" | "close"> = {
		search: async (one) => {
			asked.push(one);
			return listing(one);
		},
		close: async () => {},
	};
	const world = recordEffects({ store: store as Store, ...options });
	const code = await runCommandLine(["search", ...args], world.effects);
	return { code, out: world.out(), err: world.err(), asked };
}

describe("stemma search", () => {
	it("asks the store for the words and all that narrows them", async () => {
		const { asked } = await search(
			"the ferry --speaker Vane --outlet post --from 2031-05-14 --to 2031-05-20 --language EN --kind quotation,article --limit 3".split(
				" ",
			),
		);
		expect(asked).toEqual([
			{
				text: "the ferry",
				speaker: "Vane",
				outlet: "post",
				from: "2031-05-14",
				to: "2031-05-20",
				language: "en",
				story: null,
				relations: [],
				kinds: ["article", "quotation"],
				limit: 3,
				after: null,
			},
		]);
	});

	it("takes relations for facts alone", async () => {
		const { asked } = await search(["--relation", "contested,conflict", "--story", "22334455667788AA"]);
		expect(asked).toMatchObject([
			{ relations: ["conflict", "contested"], story: "22334455667788aa", kinds: ["fact"], text: "" },
		]);
	});

	it.each([60, 80, 120])("keeps to %i columns, and says what was not searched", async (width) => {
		const { code, out, asked } = await search(["ferry", "--width", String(width)]);
		expect([code, asked.length]).toEqual([0, 1]);
		for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(width);
		expect(out.replace(/\s+/g, " ")).toContain(
			'in 9 of 12 reports: 3 not analysed yet and not searched; "stemma work" analyses them',
		);
		expect(out.replace(/\s+/g, " ")).toContain('facts of 3 of 5 stories: 2 not collated yet; "stemma work" does');
		expect(out).toContain("passed over as too common: the");
		expect(out).toContain("Reports, 1 of 7");
		expect(out).toContain("more: --kind article --after 8000-00112233445566aa-0");
		expect(out).toContain("Speakers: none");
		expect(out).toContain("conflict  how many died");
		expect(out.replace(/\s+/g, " ")).toContain("Eleven people · according to Ada Vane · quay.txt");
		expect(out.replace(/\s+/g, " ")).toContain("1 report of the story says nothing of it");
		expect(out).not.toContain("\u001b");
	});

	it("says of a headline beside the text that the words stand there, and nothing where none were asked for", () => {
		const asked = {
			text: "",
			speaker: "Vane",
			outlet: null,
			from: null,
			to: null,
			language: null,
			story: null,
			relations: [],
		} as const;
		const found = listing({ ...asked, kinds: [], limit: 1, after: null });
		const bare = { total: 1, hits: [{ score: 0, article: ARTICLE, snippets: [] }], next: null };
		const style = { width: 80, color: false, unicode: true };
		const note = "in the headline, which is not part of the text";
		expect(printSearch({ ...found, articles: bare }, style)).toContain(note);
		const wordless = { ...found.asked, words: [], phrases: [] };
		expect(printSearch({ ...found, articles: bare, asked: wordless }, style)).not.toContain(note);
	});

	it("marks on a terminal what was asked for, and passes no escape of a report on", async () => {
		const { out } = await search(["ferry", "--no-pager"], { isTTY: true, columns: 80 });
		expect(out).toContain("\u001b[4mferry\u001b[0m");
		expect(out).not.toContain("\u001b[31m");
	});

	it("prints data for --json, and names on standard error what was not searched", async () => {
		const { out, err } = await search(["ferry", "--json"]);
		expect(JSON.parse(out)).toMatchObject({ schema: "stemma.search/1", coverage: { indexed: 9 } });
		expect(err).toBe(
			'stemma: 3 of 12 reports are not analysed yet and were not searched; "stemma work" analyses them\n',
		);
	});

	it.each([
		[[], 'search needs words, a --speaker, an --outlet, a --story or a --relation ("stemma search --help")'],
		[["ferry", "--kind", "picture"], "--kind takes article, quotation, speaker, fact, and got picture"],
		[
			["--relation", "agreed"],
			"--relation takes conflict, contested, updated, unclear, compatible, agree, single-source, and got agreed",
		],
		[["--relation", "conflict", "--kind", "article"], "--relation is of facts: leave --kind out, or say --kind fact"],
		[["ferry", "--from", "2031-02-30"], "--from takes a day such as 2031-05-14, and got 2031-02-30"],
		[["ferry", "--limit", "0"], "--limit takes a number from 1 to 1000, and got 0"],
		[["ferry", "--after", "1-2-3"], "--after goes on with one kind: name it with --kind"],
	])("answers %j in one clear line and asks nothing", async (args, message) => {
		const { code, err, asked } = await search(args);
		expect([code, err, asked]).toEqual([2, `stemma: ${message}\n`, []]);
	});
});

describe("a page of what was found", () => {
	it("keeps its signs in ASCII where the terminal has no other", () => {
		const asked = {
			text: "",
			speaker: null,
			outlet: null,
			from: null,
			to: null,
			language: null,
			story: null,
			relations: [],
		} as const;
		const page = printSearch(listing({ ...asked, kinds: [], limit: 1, after: null }), {
			width: 80,
			color: false,
			unicode: false,
		});
		expect(page).toMatch(/^[\n\x20-\x7e]*$/);
	});
});
