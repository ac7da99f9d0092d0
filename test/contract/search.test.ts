import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { AnnotatedArticle } from "../../src/model/annotated.ts";
import type { Story } from "../../src/model/record.ts";
import {
	type AskedSearch,
	type FactHit,
	type SearchListing,
	type Snippet,
	WIDE_SEARCH,
} from "../../src/model/search-listing.ts";
import { collateArticles } from "../../src/pipeline.ts";
import type { Queryable } from "../../src/store/database.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { findArticles } from "../../src/store/stored-articles.ts";
import { annotateStore } from "../../src/store/stored-record.ts";
import { dropStories, keepStory, keepStoryRecord, packRecord } from "../../src/store/stories.ts";
import { makeId } from "../../src/text/hash.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

const LONG = 120_000;

const REPORTS = [
	{
		text: "The ferry Amity Star sank off Port Amity on Tuesday, the coast guard said. Nine people were killed when the ferry sank.\n\n“We will look for the nine missing until dark,” harbour master Ada Vane said on Wednesday. The ferries stay in the harbour until Friday.",
		title: "Ferry sinks off Port Amity",
		url: "https://post.example/ferry",
		outlet: "Harbour Post",
		published: "2031-05-14",
	},
	{
		text: "PORT AMITY – Two ferries were checked on Thursday after the Amity Star sank off Port Amity on Tuesday. Eleven people were killed when the ferry sank, Ada Vane, the harbour master, said.\n\n“Until dark we looked for the missing,” Ada Vane, the harbour master, said. “Nobody should sail before Friday,” said the Müller line's director Ira Quill.",
		title: "Two ferries checked",
		url: "https://ledger.example/checked",
		outlet: "Quay Ledger",
		published: "2031-05-16",
	},
	{
		text: "The council voted on the new tram line on Monday.\n\n“The tram will be late,” council leader Ira Quill said, and mentioned a well-known ferry.",
		title: "Tram vote",
		url: "https://ledger.example/tram",
		outlet: "Quay Ledger",
	},
];

/** What `stemma work` does, in this process: the story of the ferry and that of the tram, with their records. */
async function collateStories(store: Store): Promise<readonly Story[]> {
	const data = await store.loadData({ names: [], corrections: [] });
	const { articles } = await annotateStore(store.database, data);
	const isTram = ({ article }: AnnotatedArticle): boolean => article.text.includes("tram");
	const groups = [articles.filter((one) => !isTram(one)), articles.filter(isTram)];
	return Promise.all(
		groups.map(async (members) => {
			const record = collateArticles(members, data);
			const [story] = record.stories;
			if (!story) throw new Error("the reports tell no story");
			const revision = await keepStory(store.database, story);
			await keepStoryRecord(store.database, story.id, revision, await packRecord(record, members), "test");
			return story;
		}),
	);
}

for (const driver of testDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("search", driver), () => {
		let store: Store;
		let folder: string;

		beforeAll(async () => {
			folder = mkdtempSync(join(tmpdir(), "stemma-search-"));
			mkdirSync(join(folder, "reports"));
			writeFileSync(
				join(folder, "reports", "list.jsonl"),
				REPORTS.map((report) => `${JSON.stringify(report)}\n`).join(""),
			);
			store = await openStore(await driver.createPlace(), true);
			await store.add([join(folder, "reports")], { primaries: [], names: [], corrections: [] }, {});
		}, LONG);
		afterAll(async () => {
			await store?.close();
			rmSync(folder, { recursive: true, force: true });
			await driver.dispose();
		});

		const ask = (text: string, more: Partial<AskedSearch> = {}): Promise<SearchListing> =>
			store.search({ ...WIDE_SEARCH, text, ...more }, () => {});
		const titles = async (text: string, more: Partial<AskedSearch> = {}): Promise<readonly (string | null)[]> => {
			const { articles } = await ask(text, { ...more, kinds: ["article"] });
			return (articles?.hits ?? []).map(({ article }) => article.headline);
		};
		const words = async (text: string, more: Partial<AskedSearch> = {}): Promise<readonly string[]> => {
			const { quotations } = await ask(text, { ...more, kinds: ["quotation"] });
			return (quotations?.hits ?? []).map(({ content }) => content.map(({ exact }) => exact).join(" … "));
		};

		it("says how much of the store it covers, and indexes what is added before it answers", async () => {
			const { coverage, articles } = await ask("ferry");
			expect(coverage).toEqual({ articles: 3, indexed: 3, cut: 0, undated: null, stories: { all: 0, collated: 0 } });
			expect(articles?.total).toBe(3);
			await store.database.query("UPDATE stemma.search_article SET form = 0");
			expect((await ask("ferry")).coverage).toMatchObject({ articles: 3, indexed: 3 });
		});

		it("takes what it is asked as values alone, never as part of a statement", async () => {
			const statements: string[] = [];
			const { database } = store;
			const ownQuery = database.query.bind(database);
			const ownTx = database.tx.bind(database);
			const listen = (query: Queryable["query"]): Queryable["query"] => {
				return (sql, values) => {
					statements.push(sql);
					return query(sql, values);
				};
			};
			const spies = [
				vi.spyOn(database, "query").mockImplementation(listen(ownQuery) as typeof database.query),
				vi
					.spyOn(database, "tx")
					.mockImplementation((work) => ownTx((tx) => work({ query: listen(tx.query.bind(tx)) as typeof tx.query }))),
			];
			try {
				const evil = "zzq'); DROP TABLE stemma.article; --";
				await ask(evil, { speaker: evil, outlet: evil, language: evil });
				await ask("", { speaker: evil, kinds: ["fact", "speaker"], relations: ["conflict"] });
				await store.trace(`“${evil}” said the keeper of the ferry in the harbour of Port Amity`, [], () => {});
				await store.forget({ kind: "places", places: [evil] });
			} finally {
				for (const spy of spies) spy.mockRestore();
			}
			expect(statements.length).toBeGreaterThan(8);
			expect(statements.filter((sql) => /zzq/i.test(sql))).toEqual([]);
			expect((await ask("ferry")).coverage.articles).toBe(3);
		});

		it("finds words in any inflection and case, all of them, the best match first", async () => {
			expect(await titles("FERRY sank")).toEqual(["Ferry sinks off Port Amity", "Two ferries checked"]);
			expect(await titles("ferry tram")).toEqual(["Tram vote"]);
			expect(await titles("muller")).toEqual(["Two ferries checked"]);
			expect(await titles("submarine")).toEqual([]);
			expect((await ask("the ferry")).asked).toMatchObject({ words: ["ferry"], passedOver: ["the"] });
		});

		it("finds phrases as they are written, over marks between the words and not over paragraphs", async () => {
			expect(await titles('"until dark"')).toHaveLength(2);
			expect(await titles('"missing until dark"')).toEqual(["Ferry sinks off Port Amity"]);
			expect(await titles('"missing until the dark"')).toEqual([]);
			expect(await titles('"two ferry"')).toEqual([]);
			expect(await titles("well-known")).toEqual(["Tram vote"]);
			expect(await titles('"guard said we will"')).toEqual([]);
		});

		it("gives spans into the text of each article that hold exactly what is shown", async () => {
			const { articles, quotations } = await ask("ferry missing");
			const texts = await findArticles(store.database, [
				...new Set([...(articles?.hits ?? []), ...(quotations?.hits ?? [])].map(({ article }) => article.id)),
			]);
			const shown: (readonly [string, Snippet])[] = [
				...(articles?.hits ?? []).flatMap(({ article, snippets }) => snippets.map((one) => [article.id, one] as const)),
				...((await ask("missing")).quotations?.hits ?? []).flatMap(({ article, content }) =>
					content.map((one) => [article.id, one] as const),
				),
			];
			expect(shown.length).toBeGreaterThan(3);
			for (const [id, { start, end, exact, matches }] of shown) {
				const text = texts.get(id)?.text ?? "";
				expect(text.slice(start, end)).toBe(exact);
				expect(matches.length).toBeGreaterThan(0);
				for (const match of matches) {
					expect(text.slice(match.start, match.end)).toBe(match.exact);
					expect(match.exact).toMatch(/^(?:ferry|ferries|missing)$/i);
				}
			}
		});

		it("finds quotations by what is said in them alone, and by who says it", async () => {
			expect(await words("missing")).toHaveLength(2);
			expect(await words("ferry late")).toEqual([]);
			expect(await words("", { speaker: "vane" })).toHaveLength(3);
			expect(await words("nobody", { speaker: "Ada Vane" })).toEqual([]);
			expect(await words("friday", { speaker: "quill" })).toEqual(["Nobody should sail before Friday,"]);
		});

		it("finds who is quoted by a name, with how often", async () => {
			const { speakers } = await ask("quill", { kinds: ["speaker"] });
			expect(speakers).toMatchObject({ total: 1, hits: [{ name: "Ira Quill", articles: 2, quotations: 3 }] });
			expect((await ask("vane quill", { kinds: ["speaker"] })).speakers?.hits).toEqual([]);
		});

		it("keeps to an outlet, days and a language, and says what has no day", async () => {
			expect(await titles("ferry", { outlet: "ledger" })).toHaveLength(2);
			expect(await titles("", { outlet: "harbour post" })).toEqual(["Ferry sinks off Port Amity"]);
			expect(await titles("ferry", { from: "2031-05-15" })).toEqual(["Two ferries checked"]);
			expect(await titles("ferry", { to: "2031-05-15" })).toEqual(["Ferry sinks off Port Amity"]);
			expect((await ask("ferry", { from: "2031-05-15" })).coverage.undated).toBe(1);
			expect(await titles("ferry", { language: "en" })).toHaveLength(3);
			expect(await titles("ferry", { language: "de" })).toEqual([]);
		});

		it("gives page after page, nothing twice and nothing left out", async () => {
			for (const kind of ["article", "quotation"] as const) {
				const all = await ask("ferry", { kinds: [kind] });
				const whole =
					(kind === "article"
						? all.articles?.hits
						: (await ask("", { outlet: "ledger", kinds: [kind] })).quotations?.hits) ?? [];
				const paged: unknown[] = [];
				for (let after: string | null = null; ; ) {
					const page = await ask(kind === "article" ? "ferry" : "", {
						kinds: [kind],
						limit: 1,
						after,
						...(kind === "quotation" ? { outlet: "ledger" } : {}),
					});
					const found: SearchListing["articles"] | SearchListing["quotations"] =
						kind === "article" ? page.articles : page.quotations;
					paged.push(...(found?.hits ?? []));
					if (!found?.next) break;
					after = found.next;
				}
				expect(whole.length).toBeGreaterThan(1);
				expect(paged).toEqual(whole);
			}
		});

		describe("of stories that are collated", () => {
			const factsOf = async (text: string, more: Partial<AskedSearch> = {}): Promise<readonly FactHit[]> =>
				(await ask(text, { kinds: ["fact"], ...more })).facts?.hits ?? [];
			let ferry: Story;
			let tram: Story;

			beforeAll(async () => {
				const [first, second] = await collateStories(store);
				if (!first || !second) throw new Error("the reports tell two stories");
				[ferry, tram] = [first, second];
			}, LONG);

			it("finds facts by the sentences that state them, each once, with what every report has", async () => {
				expect((await ask("killed", { kinds: ["fact"] })).coverage.stories).toEqual({ all: 2, collated: 2 });
				const hits = (await factsOf("killed")).filter(({ type }) => type === "number");
				expect(hits).toMatchObject([{ relation: "updated", story: { id: ferry.id }, silent: [] }]);
				const [hit] = hits;
				expect(hit?.states.map(({ value }) => value)).toEqual(["Nine people", "Eleven people"]);
				expect(hit?.reports.map(({ outlet }) => outlet).sort()).toEqual(["Harbour Post", "Quay Ledger"]);
				const text =
					(await findArticles(store.database, [hit?.article.id ?? ""])).get(hit?.article.id ?? "")?.text ?? "";
				expect(hit?.snippets.map(({ matches }) => matches.map(({ exact }) => exact))).toEqual([["killed"]]);
				for (const { start, end, exact } of hit?.snippets ?? []) expect(text.slice(start, end)).toBe(exact);
				expect(await factsOf("killed tram")).toEqual([]);
			});

			it("keeps to a relation, to whoever states it, and to outlets and days", async () => {
				expect((await factsOf("", { relations: ["updated"] })).map(({ type }) => type)).toEqual(["number"]);
				expect(await factsOf("killed", { relations: ["conflict"] })).toEqual([]);
				const byVane = (await factsOf("killed", { speaker: "ada vane" })).filter(({ type }) => type === "number");
				expect(byVane.map(({ article }) => article.outlet)).toEqual(["Quay Ledger"]);
				expect((await factsOf("killed", { outlet: "post" }))[0]?.article.outlet).toBe("Harbour Post");
				expect(await factsOf("killed", { from: "2031-05-17" })).toEqual([]);
			});

			it("keeps to a story, by its id or a former one", async () => {
				expect(await titles("", { story: ferry.id })).toEqual(["Two ferries checked", "Ferry sinks off Port Amity"]);
				expect(await titles("ferry", { story: tram.id })).toEqual(["Tram vote"]);
				expect((await ask("", { story: ferry.id, kinds: ["speaker"] })).speakers?.hits.length).toBeGreaterThan(1);
				const former = makeId("former");
				await keepStory(store.database, { ...ferry, aliases: [former] });
				expect(await titles("tuesday", { story: former })).toHaveLength(2);
				await expect(ask("ferry", { story: "0123456789abcdef" })).rejects.toMatchObject({ code: "search/story" });
			});

			it("gives facts page after page, none twice", async () => {
				const whole = await factsOf("ferry");
				const paged: FactHit[] = [];
				for (let after: string | null = null; ; ) {
					const { facts } = await ask("ferry", { kinds: ["fact"], limit: 2, after });
					paged.push(...(facts?.hits ?? []));
					after = facts?.next ?? null;
					if (after === null) break;
				}
				expect(paged.length).toBeGreaterThan(3);
				expect(paged.slice(0, whole.length)).toEqual(whole);
				expect(new Set(paged.map(({ fact }) => fact)).size).toBe(paged.length);
			});

			it("loses the facts of a story that is gone or has changed", async () => {
				await keepStory(store.database, { ...ferry, articles: ferry.articles.slice(0, 1), aliases: [] });
				await dropStories(store.database, [tram.id]);
				expect(await factsOf("tram")).toEqual([]);
			});
		});

		it("refuses what is no question", async () => {
			await expect(ask("…")).rejects.toMatchObject({ code: "search/no-words" });
			await expect(ask("ferry", { kinds: ["article"], after: "first" })).rejects.toMatchObject({
				code: "search/after",
			});
			await expect(ask(Array.from({ length: 99 }, (_, i) => `word${i}`).join(" "))).rejects.toMatchObject({
				code: "search/too-many-words",
			});
		});

		it("finds nothing of what is forgotten, and keeps none of its words", async () => {
			await store.forget({ kind: "places", places: ["https://ledger.example/tram"] });
			expect(await titles("tram")).toEqual([]);
			const { articles } = await ask("ferry");
			expect(articles?.total).toBe(2);
			await store.forget({ kind: "before", day: "2999-01-01" });
			for (const table of ["posting", "search_article", "search_speaker", "speaker_word", "search_fact"]) {
				expect(await store.database.query(`SELECT article_id FROM stemma.${table}`), table).toEqual([]);
			}
		});
	});
}
