import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ArticleReading } from "../../src/article/article.ts";
import type { AskedAlert } from "../../src/model/alert.ts";
import type { Capture } from "../../src/model/capture.ts";
import { collateInputs } from "../../src/pipeline.ts";
import { formatRecord } from "../../src/report/json.ts";
import { findCopyGroups } from "../../src/store/copies.ts";
import { toId } from "../../src/store/keys.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { findStoryRecord } from "../../src/store/stories.ts";
import { type WorkEffects, type WorkOptions, work } from "../../src/store/workers/worker.ts";
import { nodeCollateEffects } from "../../src/system/collate-effects.ts";
import { readArticleGuarded } from "../../src/system/guarded-article.ts";
import { compiledForTests } from "../compiled-program.ts";
import { NOTHING_GIVEN, writeReports } from "../killed-work.ts";
import { ended, startWithStore } from "../store-process.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

const NONE = { primaries: [], names: [], corrections: [] };
const ANY_STORY: AskedAlert = { kind: "lines", words: "", speaker: null, about: null, lines: 1, edits: [] };
const ONCE: WorkOptions = { once: true, threads: 1, retry: false };

const LONG = 300_000;

for (const driver of testDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("work", driver), () => {
		let root: string;
		let folder: string;
		const open: Store[] = [];

		beforeAll(() => {
			root = mkdtempSync(join(tmpdir(), "stemma-work-"));
			folder = join(root, "reports");
			writeReports(folder, 0, 12);
		});
		afterEach(async () => {
			for (const store of open.splice(0)) await store.close();
		});
		afterAll(async () => {
			rmSync(root, { recursive: true, force: true });
			await driver.dispose();
		});

		async function make(): Promise<Store> {
			const store = await openStore(await driver.createPlace(), true);
			open.push(store);
			return store;
		}

		const never = new AbortController().signal;
		const drain = (store: Store, options: Partial<WorkOptions> = {}) =>
			store.work({ ...ONCE, ...options }, { stop: never });

		/** Work with a reader of our own; what failed is tried again at once. */
		async function workWith(
			store: Store,
			readArticle: (capture: Capture) => Promise<ArticleReading>,
			options: Partial<WorkOptions> = {},
		): ReturnType<typeof work> {
			const effects: WorkEffects = {
				readArticle,
				today: () => "2031-05-20",
				loadFiles: async () => ({ files: { names: [], corrections: [] }, program: "test" }),
				stop: never,
			};
			const hurry = setInterval(
				() =>
					void store.database
						.query("UPDATE stemma.job SET due = now() WHERE lease IS NULL AND failure IS NOT NULL")
						.catch(() => {}),
				100,
			);
			try {
				return await work(store.database, { ...ONCE, ...options }, effects);
			} finally {
				clearInterval(hurry);
			}
		}

		it(
			"that is drained leaves the record of the files, and one of each story",
			async () => {
				const store = await make();
				await store.alerts.add({ name: "any", asked: ANY_STORY, isForAll: false, targets: [] });
				expect(await store.queue([folder], NONE, {})).toMatchObject({ captures: 12, known: 0 });
				expect(await store.status()).toMatchObject({ articles: 0, captures: 12, unread: 0, outdated: 0 });
				expect(await store.queue([folder], NONE, {})).toMatchObject({ captures: 0, known: 12 });
				const worked = await drain(store);
				expect(worked).toMatchObject({ asideInAll: 0, left: 0, done: { read: 12, annotate: 12 } });
				const status = await store.status();
				expect(status).toMatchObject({ articles: 12, captures: 12, annotated: 12, jobs: [], aside: [] });
				const found = await store.database.query("SELECT 1 AS one FROM stemma.search_article");
				expect(found).toHaveLength(12);
				const record = await collateInputs([folder], nodeCollateEffects());
				expect(formatRecord(await store.collate(NONE, () => {}))).toBe(formatRecord(record));
				expect(status.stories).toBe(record.stories.length);
				const [story] = record.stories;
				if (!story) throw new Error("the reports tell no story");
				const places = record.articles
					.filter(({ id }) => story.articles.includes(id))
					.map(({ capture }) => capture.place);
				const kept = await findStoryRecord(store.database, story.id);
				expect(kept?.isCurrent).toBe(true);
				expect(kept && formatRecord(kept.record)).toBe(formatRecord(await collateInputs(places, nodeCollateEffects())));
				expect((await store.alerts.show([], 100)).total).toBe(record.stories.length);
				// Nothing changed: nothing is collated again, and no alert is raised.
				expect((await drain(store)).done).toEqual({ read: 0, annotate: 0, place: 1, collate: 0, alert: 0 });
			},
			LONG,
		);

		it(
			"finds the same stories when it places a few at a time among their neighbours",
			async () => {
				const store = await make();
				const more = join(root, "few");
				writeReports(more, 0, 9);
				await store.queue([more], NONE, {});
				// Four at a time, and what is placed first has no neighbours yet.
				await drain(store, { whole: 4 });
				writeReports(more, 9, 12);
				await store.queue([more], NONE, {});
				await drain(store, { whole: 4 });
				const record = await collateInputs([more], nodeCollateEffects());
				const members = (articles: readonly string[]): string => [...articles].sort().join(" ");
				const rows = await store.database.query<{ articles: bigint[] }>(
					"SELECT array_agg(article_id) AS articles FROM stemma.story_member GROUP BY story_id",
				);
				const found = rows.map(({ articles }) => members(articles.map(toId)));
				expect(found.sort()).toEqual(record.stories.map(({ articles }) => members(articles)).sort());
				const groups = await findCopyGroups(
					store.database,
					record.articles.map(({ id }) => id),
				);
				expect(groups.map(({ id }) => id).sort()).toEqual(record.copyGroups.map(({ id }) => id).sort());
				await store.forget({ kind: "articles", ids: record.articles.map(({ id }) => id) });
				expect(await store.database.query("SELECT 1 AS one FROM stemma.neighbour")).toEqual([]);
			},
			LONG,
		);

		it(
			"takes in what was added without a queue, and what was forgotten out of the stories",
			async () => {
				const store = await make();
				await store.add([folder], NONE, {});
				await drain(store);
				const before = (await store.status()).stories;
				await store.forget({ kind: "places", places: [join(folder, "0000.txt")] });
				await drain(store);
				const files = Array.from({ length: 11 }, (_, at) => join(folder, `${String(at + 1).padStart(4, "0")}.txt`));
				const record = await collateInputs(files, nodeCollateEffects());
				const status = await store.status();
				expect([status.articles, status.stories, status.jobs]).toEqual([11, record.stories.length, []]);
				expect(before).toBeGreaterThan(0);
			},
			LONG,
		);

		it(
			"forgets what is older than it is to be kept",
			async () => {
				const store = await make();
				const more = join(root, "kept");
				writeReports(more, 0, 3);
				await store.add([more], NONE, {});
				expect((await workWith(store, readArticleGuarded, { keep: 10_000 })).left).toBe(0);
				expect(await store.status()).toMatchObject({ articles: 3, annotated: 3 });
				expect((await workWith(store, readArticleGuarded, { keep: 30 })).left).toBe(0);
				expect(await store.status()).toMatchObject({ articles: 0, captures: 0, stories: 0, jobs: [] });
			},
			LONG,
		);

		it(
			"sets aside what fails time and again with the reason, does the rest, and tries again when asked",
			async () => {
				const store = await make();
				await store.queue([folder], NONE, {});
				const poison = join(folder, "0003.txt");
				const worked = await workWith(store, async (capture) => {
					if (capture.place === poison) throw new Error("the letters are upside down");
					return readArticleGuarded(capture);
				});
				expect(worked).toMatchObject({ asideInAll: 1, left: 0, done: { read: 11, annotate: 11 } });
				const status = await store.status();
				expect(status.aside).toMatchObject([
					{ kind: "read", about: poison, tries: 4, reason: "the letters are upside down" },
				]);
				expect(status.articles).toBe(11);
				expect((await workWith(store, readArticleGuarded)).done.read).toBe(0);
				const again = await workWith(store, readArticleGuarded, { retry: true });
				expect(again).toMatchObject({ asideInAll: 0, left: 0, done: { read: 1, annotate: 1 } });
				expect((await store.status()).articles).toBe(12);
			},
			LONG,
		);

		it(
			"reads again what was not read in time, for it may have been the machine that was slow",
			async () => {
				const store = await make();
				await store.queue([folder], NONE, {});
				const late = join(folder, "0002.txt");
				const never = join(folder, "0004.txt");
				let reads = 0;
				const worked = await workWith(store, async (capture) => {
					const isLate = capture.place === never || (capture.place === late && ++reads < 3);
					if (!isLate) return readArticleGuarded(capture);
					return { article: null, problems: [{ code: "article/too-slow", span: null, reason: "it took too long" }] };
				});
				expect([reads, worked.asideInAll, worked.done.read]).toEqual([3, 0, 12]);
				expect(await store.status()).toMatchObject({ articles: 11, unread: 1 });
			},
			LONG,
		);

		it(
			"waits while the queue is long, and says so when nobody reads",
			async () => {
				const store = await make();
				const limits = { captures: 5, bytes: 1e9, patience: 0 };
				const more = join(root, "more");
				writeReports(more, 100, 60);
				await expect(store.queue([more], NONE, {}, limits)).rejects.toMatchObject({
					code: "store/queue-full",
					message: expect.stringContaining("50 captures wait to be read"),
				});
				expect((await store.status()).captures).toBe(50);
				const waited: number[] = [];
				const [queued] = await Promise.all([
					store.queue(
						[more],
						NONE,
						{ waiting: (captures) => void waited.push(captures) },
						{ ...limits, patience: 60_000 },
					),
					workWith(store, readArticleGuarded),
				]);
				expect([queued.captures, queued.known, waited.length]).toEqual([10, 50, 1]);
			},
			LONG,
		);

		it(
			"stops when it is told to, with nothing taken and no try counted",
			async () => {
				const store = await make();
				await store.queue([folder], NONE, {});
				const stop = new AbortController();
				const worked = await store.work(ONCE, { stop: stop.signal, progress: () => stop.abort() });
				expect(worked.left).toBeGreaterThan(0);
				const rows = await store.database.query(
					"SELECT 1 AS one FROM stemma.job WHERE lease IS NOT NULL OR attempts > 0",
				);
				expect(rows).toEqual([]);
				expect(await drain(store)).toMatchObject({ left: 0, asideInAll: 0 });
			},
			LONG,
		);

		it(
			"that a capture kills is begun by others, who set that one aside and do the rest",
			async () => {
				const place = await driver.createPlace();
				const { nameModule } = compiledForTests();
				const code = `
					const { work } = await import(${nameModule("src/store/workers/worker")});
					const { readArticleGuarded } = await import(${nameModule("src/system/guarded-article")});
					await store.queue([${JSON.stringify(folder)}], ${NOTHING_GIVEN}, {});
					await work(store.database, { once: true, threads: 1, retry: false, lease: 1 }, {
						readArticle: (capture) => capture.place.endsWith("0005.txt") ? process.kill(process.pid, "SIGKILL") : readArticleGuarded(capture),
						today: () => "2031-05-20",
						loadFiles: async () => ({ files: { names: [], corrections: [] }, program: "test" }),
						stop: new AbortController().signal,
					});`;
				let deaths = 0;
				for (; deaths < 10; deaths++) {
					const child = startWithStore(place, code);
					if ((await ended(child)).endsWith("done\n")) break;
					expect(child.signalCode).toBe("SIGKILL");
				}
				expect(deaths).toBe(4);
				const store = await openStore(place, false);
				open.push(store);
				expect(await store.status()).toMatchObject({
					articles: 11,
					annotated: 11,
					aside: [{ kind: "read", tries: 4, reason: expect.stringContaining("gone before it was done") }],
				});
			},
			LONG,
		);
	});
}
