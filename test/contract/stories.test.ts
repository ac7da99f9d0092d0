import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnnotatedArticle } from "../../src/model/annotated.ts";
import type { CollationRecord, CopyGroup, Story } from "../../src/model/record.ts";
import { annotate, collateArticles } from "../../src/pipeline.ts";
import { formatRecord } from "../../src/report/json.ts";
import { findCopyGroups, findPassages, keepCopyGroups, keepPassages } from "../../src/store/copies.ts";
import type { Database } from "../../src/store/database.ts";
import { forget } from "../../src/store/forget.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { keepReadings, type Reading } from "../../src/store/readings.ts";
import {
	dropStories,
	findStories,
	findStoriesOf,
	findStoryRecord,
	keepStory,
	keepStoryRecord,
	listStories,
	packRecord,
} from "../../src/store/stories.ts";
import { loadAnalysisData } from "../../src/system/data.ts";
import { makeId } from "../../src/text/hash.ts";
import { makeArticle, publishedOn } from "../make-article.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

const WIRE = `PORT AMITY (Tarn Press) – The ferry Amity Star sank off Port Amity on Tuesday with nine people aboard, the coast guard said.

“We will not open the harbour until we know why the Amity Star sank, and nobody should expect anything else,” harbour master Ada Vane said on Wednesday.`;

const TEXTS = [
	{ name: "wire", text: WIRE, day: "2031-05-14" },
	{ name: "post", text: WIRE.replace("nine people", "nine men and women"), day: "2031-05-15" },
	{ name: "ledger", text: WIRE, day: "2031-05-16" },
];

for (const driver of testDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("stories", driver), () => {
		let database: Database;
		let annotated: readonly AnnotatedArticle[];
		let record: CollationRecord;
		let story: Story;

		beforeAll(async () => {
			database = await openDatabase(await driver.createPlace(), true);
			const articles = TEXTS.map(({ name, text, day }) =>
				makeArticle(text, { sourceId: name, published: publishedOn(day) }),
			);
			const readings = articles.map(
				(article): Reading => ({
					capture: {
						...article.capture,
						place: article.sourceId,
						bytes: new TextEncoder().encode(article.text),
						charset: null,
						stated: { outlet: null, published: null, title: null, role: "report" },
					},
					input: article.sourceId,
					article,
					problems: [],
				}),
			);
			await keepReadings(database, readings, "2031-06-01", "test");
			annotated = articles.map((article) => annotate(article));
			record = collateArticles(annotated, loadAnalysisData());
			const [first, ...others] = record.stories;
			if (!first) throw new Error("the three texts tell no story");
			story = first;
			expect([others, story.articles.length]).toEqual([[], 3]);
		});
		afterAll(async () => {
			await database?.close();
			await driver.dispose();
		});

		const ids = (): readonly string[] => record.articles.map(({ id }) => id);

		it("are kept with their members, and are the same again", async () => {
			expect(await keepStory(database, story)).toBe(1n);
			expect(await findStories(database, [story.id])).toEqual([{ story, revision: 1n }]);
			const of = await findStoriesOf(database, [...ids(), "0000000000000000"]);
			expect(of).toEqual(new Map([...ids()].map((id) => [id, [story.id]])));
		});

		it("get a new revision when they change, and only then", async () => {
			expect(await keepStory(database, story)).toBe(1n);
			const smaller = { ...story, articles: story.articles.slice(0, 2), aliases: [makeId("former")] };
			expect(await keepStory(database, smaller)).toBe(2n);
			expect((await findStoriesOf(database, ids())).size).toBe(2);
			expect(await findStories(database, [makeId("former")])).toEqual([{ story: smaller, revision: 2n }]);
			expect(await keepStory(database, story)).toBe(3n);
			expect(await findStories(database, [makeId("former")])).toEqual([]);
		});

		it("have a record, which is out of date once they have changed", async () => {
			await keepStoryRecord(database, story.id, 3n, await packRecord(record, annotated, story.id), "test");
			const found = await findStoryRecord(database, story.id);
			expect(found).toMatchObject({ revision: 3n, isCurrent: true, program: "test" });
			expect(found && formatRecord(found.record)).toBe(formatRecord(record));
			// One that was begun earlier and comes later changes nothing.
			await keepStoryRecord(
				database,
				story.id,
				2n,
				await packRecord({ ...record, stories: [] }, annotated, story.id),
				"test",
			);
			expect((await findStoryRecord(database, story.id))?.record.stories).toHaveLength(1);
			await keepStory(database, { ...story, aliases: [makeId("other")] });
			expect(await findStoryRecord(database, makeId("other"))).toMatchObject({ revision: 3n, isCurrent: false });
			expect(await findStoryRecord(database, makeId("none"))).toBeNull();
		});

		it("are listed by when they began, a page at a time", async () => {
			const [second, third] = story.articles.filter((id) => makeId("story", id) !== story.id);
			const undated = { ...story, id: makeId("story", second ?? ""), when: { ...story.when, earliest: null } };
			const later = {
				...story,
				id: makeId("story", third ?? ""),
				when: { ...story.when, earliest: "2032-01-01T10:00" },
			};
			await keepStory(database, { ...story, when: { ...story.when, earliest: "2031-05-13" } });
			await keepStory(database, undated);
			await keepStory(database, later);
			const listed: string[] = [];
			for (let after: Story | null = null; ; ) {
				const [next]: readonly { story: Story }[] = await listStories(database, { limit: 1, after });
				if (!next) break;
				listed.push(next.story.id);
				after = next.story;
			}
			expect(listed).toEqual([later.id, story.id, undated.id]);
			await dropStories(database, [undated.id, later.id]);
			expect((await listStories(database, { limit: 9, after: null })).map((one) => one.story.id)).toEqual([story.id]);
		});

		it("keep copies and passages, which are found by any of their articles", async () => {
			const halves: CopyGroup = {
				id: makeId("halves"),
				kind: "near",
				members: [
					{ article: ids()[0] ?? "", spans: [{ start: 0, end: 5 }] },
					{
						article: ids()[0] ?? "",
						spans: [
							{ start: 6, end: 9 },
							{ start: 10, end: 12 },
						],
					},
				],
			};
			await keepCopyGroups(database, [...record.copyGroups, halves]);
			await keepCopyGroups(database, record.copyGroups);
			const groups = [...record.copyGroups, halves].sort((a, b) => (a.id < b.id ? -1 : 1));
			expect(await findCopyGroups(database, ids())).toEqual(groups);
			const passages = record.passages.map(({ exact: _, ...passage }) => passage);
			expect(passages.length).toBeGreaterThan(0);
			await keepPassages(database, ids(), passages);
			await keepPassages(database, ids(), passages);
			expect(await findPassages(database, ids())).toEqual(passages);
			const [first] = passages;
			const own = await findPassages(database, [first?.b.article ?? ""]);
			expect(own).toEqual(passages.filter(({ a, b }) => [a.article, b.article].includes(first?.b.article ?? "")));
		});

		it("lose a report that is forgotten, and go with their first", async () => {
			await keepStory(database, story);
			await keepStoryRecord(database, story.id, 9n, await packRecord(record, annotated, story.id), "test");
			const last = story.articles[2] ?? "";
			const gone = await forget(database, { kind: "articles", ids: [last] });
			expect(gone).toMatchObject({ storiesGone: [], storiesChanged: [story.id] });
			expect(gone.passages).toBe(record.passages.filter(({ a, b }) => [a.article, b.article].includes(last)).length);
			expect(await findStoryRecord(database, story.id)).toBeNull();
			expect((await findStoriesOf(database, ids())).has(last)).toBe(false);
			expect(await findPassages(database, [last])).toEqual([]);
			const anchor = story.articles.find((id) => makeId("story", id) === story.id) ?? "";
			expect(await forget(database, { kind: "articles", ids: [anchor] })).toMatchObject({ storiesGone: [story.id] });
			for (const table of [
				"story",
				"story_member",
				"story_alias",
				"story_record",
				"search_fact",
				"passage",
				"copy_member",
			]) {
				expect(await database.query(`SELECT article_id FROM stemma.${table}`), table).toEqual([]);
			}
		});
	});
}
