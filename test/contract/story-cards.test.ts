import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALL_STORIES, type AskedStories } from "../../src/model/story-card.ts";
import { annotate, collateArticles } from "../../src/pipeline.ts";
import { backUp, restore } from "../../src/store/backup.ts";
import { countCards, listCards, listChoices } from "../../src/store/cards/list-cards.ts";
import type { Database } from "../../src/store/database.ts";
import { forget } from "../../src/store/forget.ts";
import { connectStore, openDatabase } from "../../src/store/open-database.ts";
import { keepReadings } from "../../src/store/readings.ts";
import { dropStories, keepStory, keepStoryRecord, packRecord } from "../../src/store/stories.ts";
import { loadAnalysisData } from "../../src/system/data.ts";
import { makeArticle, publishedOn } from "../make-article.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

/** Stories as their reports: the first has two, which contradict each other. */
const STORIES = [
	[
		["Quay Wire", "2031-05-14", "The ferry Halda sank off Port Amity on Wednesday and 12 people died, Ada Vane said."],
		[
			"The Tarn Post",
			"2031-05-14",
			"Storm waves capsized the Halda, a ferry, off Port Amity on Wednesday. 31 people died, according to Ada Vane.",
		],
	],
	[
		[
			"Quay Wire",
			"2031-05-14",
			"The council of Cardle voted on Wednesday to sell the old tram depot, Lena Brook said.",
		],
	],
	[["Tarn Post", "2031-05-16", "Teachers of Marena went on strike on Friday over their pay, Joss Hale said."]],
	[["Cardle Letter", null, "A choir of forty has sung in the market hall of Cardle."]],
] as const;

for (const driver of testDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("cards of stories", driver), () => {
		let root: string;
		let database: Database;
		/** Ids, in the order of the stories above. */
		let ids: readonly string[];
		let articles: readonly string[];

		beforeAll(async () => {
			root = mkdtempSync(join(tmpdir(), "stemma-cards-"));
			database = await openDatabase(await driver.createPlace(), true);
			const data = loadAnalysisData();
			const kept = STORIES.map((reports) =>
				reports.map(([outlet, day, text], at) =>
					makeArticle(text, {
						sourceId: `${outlet} ${at} ${text}`,
						language: "en",
						outlet: { text: outlet, span: null, site: null, from: "test" },
						...(day === null ? {} : { published: publishedOn(day) }),
					}),
				),
			);
			const readings = kept.flat().map((article) => ({
				capture: {
					...article.capture,
					place: article.sourceId,
					bytes: new TextEncoder().encode(article.text),
					charset: null,
					stated: { outlet: null, published: null, title: null, role: "report" as const },
				},
				input: article.sourceId,
				article,
				problems: [],
			}));
			await keepReadings(database, readings, "2031-06-01", "test");
			const told: string[] = [];
			for (const own of kept) {
				const annotated = own.map((article) => annotate(article));
				const found = collateArticles(annotated, data);
				const facts = found.facts.map((fact) =>
					fact.type === "number" && fact.states.length > 1 ? { ...fact, relation: "conflict" as const } : fact,
				);
				const record = { ...found, facts };
				const [story] = record.stories;
				if (!story || story.articles.length !== own.length) throw new Error("the reports are to tell one story");
				const revision = await keepStory(database, story);
				await keepStoryRecord(database, story.id, revision, await packRecord(record, annotated, story.id), "test");
				told.push(story.id);
			}
			ids = told;
			articles = kept.flat().map(({ id }) => id);
		});
		afterAll(async () => {
			await database?.close();
			await driver.dispose();
			rmSync(root, { recursive: true, force: true });
		});

		/** Numbers of the stories that a choice has, page by page. */
		async function list(asked: Partial<AskedStories>, from: Database = database): Promise<number[]> {
			const listed: number[] = [];
			for (let after: string | null = null; ; ) {
				const { cards, next } = await listCards(from, { ...ALL_STORIES, limit: 1, ...asked, after });
				listed.push(...cards.map(({ id }) => ids.indexOf(id)));
				if (next === null) break;
				after = next;
			}
			expect(await countCards(from, { ...ALL_STORIES, ...asked }, 10)).toBe(listed.length);
			return listed;
		}

		it("say what lists show", async () => {
			const { cards } = await listCards(database, ALL_STORIES);
			expect(cards.find(({ id }) => id === ids[0])).toMatchObject({
				day: "2031-05-14",
				lastDay: "2031-05-14",
				when: "14 May 2031",
				reports: 2,
				outlets: expect.arrayContaining(["Quay Wire", "The Tarn Post"]),
				languages: ["en"],
				names: expect.arrayContaining(["Ada Vane"]),
				published: [{ earliest: "2031-05-14", latest: "2031-05-14", precision: "day", zone: null, reports: 2 }],
				isCurrent: true,
			});
		});

		it("are listed by day, of one day those of most lines first, and at the end those of none", async () => {
			expect(await list({})).toEqual([2, 0, 1, 3]);
		});

		it.each<[string, Partial<AskedStories>, number[]]>([
			["an outlet, in any case and with or without its article", { outlet: "tarn post" }, [2, 0]],
			["a name, by any form that a report has", { entity: "Ada  VANE" }, [0]],
			["a language", { language: "en" }, [2, 0, 1, 3]],
			["a language that none has", { language: "fi" }, []],
			["what contradicts", { onlyConflicts: true }, [0]],
			["days", { from: "2031-05-13", to: "2031-05-14" }, [0, 1]],
			["days up to one, without those of no day", { to: "2031-05-15" }, [0, 1]],
			["several at once", { outlet: "Quay Wire", language: "en", to: "2031-05-14", entity: "Lena Brook" }, [1]],
			["two that no story has together", { outlet: "Tarn Post", entity: "Lena Brook" }, []],
			["a name without a letter", { entity: "?!" }, []],
		])("are narrowed by %s", async (_, asked, found) => {
			expect(await list(asked)).toEqual(found);
		});

		it("say what there is to choose, what most stories have first", async () => {
			expect(await listChoices(database)).toMatchObject({
				outlets: ["Quay Wire", "Cardle Letter", "Tarn Post", "The Tarn Post"],
				languages: ["en"],
			});
		});

		it("refuse a place that no page ends at", async () => {
			for (const after of ["", "0123456789abcdef", "2031-02-30.1.0123456789abcdef", "2031-05-14.1.x"]) {
				const listed = listCards(database, { ...ALL_STORIES, after });
				await expect(listed).rejects.toMatchObject({ code: "stories/after" });
			}
		});

		it("are made of records that were kept before there were cards", async () => {
			for (const table of ["story_card", "story_label"]) await database.query(`DELETE FROM stemma.${table}`);
			expect(await list({ entity: "Ada Vane" })).toEqual([]);
			expect(await list({})).toEqual([2, 0, 1, 3]);
			expect(await list({ entity: "Ada Vane" })).toEqual([0]);
		});

		it("come with a backup", async () => {
			const file = join(root, "backup");
			await backUp(database, file);
			const other = await connectStore(await driver.createPlace(), true);
			try {
				await restore(other, file);
				expect(await list({ outlet: "Quay Wire" }, other)).toEqual([0, 1]);
			} finally {
				await other.close();
			}
		});

		it("stand in the order of all when their story moves, and say that they are out of date", async () => {
			const [row] = await database.query<{ packed: Uint8Array }>(
				"SELECT packed FROM stemma.story WHERE story_id = ('x' || $1)::bit(64)::bigint",
				[ids[1] ?? ""],
			);
			const { unpackJson } = await import("../../src/store/packing.ts");
			const story = await unpackJson<Parameters<typeof keepStory>[1]>(row?.packed ?? new Uint8Array());
			await keepStory(database, { ...story, when: { ...story.when, earliest: "2031-05-20", latest: "2031-05-20" } });
			expect(await list({})).toEqual([1, 2, 0, 3]);
			expect(await list({ outlet: "Quay Wire" })).toEqual([1, 0]);
			const { cards } = await listCards(database, { ...ALL_STORIES, limit: 1 });
			expect(cards.map(({ isCurrent }) => isCurrent)).toEqual([false]);
		});

		it("are gone with a report that is forgotten until it is collated again, and with the story", async () => {
			const second = await database.query<{ article_id: bigint }>(
				"SELECT article_id FROM stemma.story_member WHERE article_id <> story_article_id",
			);
			expect(second).toHaveLength(1);
			const id = second[0]?.article_id.toString(16).padStart(16, "0") ?? "";
			expect(articles).toContain(id);
			await forget(database, { kind: "articles", ids: [id] });
			expect(await list({ entity: "Ada Vane" })).toEqual([]);
			const { cards } = await listCards(database, ALL_STORIES);
			expect(cards.find((card) => card.id === ids[0])).toMatchObject({ reports: 1, isCurrent: false, names: [] });
			await dropStories(database, ids.slice(0, 2));
			await forget(database, { kind: "articles", ids: articles });
			for (const table of ["story_card", "story_label"]) {
				expect(await database.query(`SELECT 1 AS one FROM stemma.${table}`), table).toEqual([]);
			}
		});
	});
}
