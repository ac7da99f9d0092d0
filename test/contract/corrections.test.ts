import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Decision, LogEntry } from "../../src/model/correction-log.ts";
import { collateInputs } from "../../src/pipeline.ts";
import { formatRecord } from "../../src/report/json.ts";
import { openStore, restoreStore, type Store } from "../../src/store/store.ts";
import { findStories, findStoryRecord, listStories } from "../../src/store/stories.ts";
import { nodeCollateEffects } from "../../src/system/collate-effects.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

const NONE = { primaries: [], names: [], corrections: [] };
const SANK =
	"A ferry with ninety passengers capsized near Marena harbour on Tuesday after striking a sandbank, the coastguard of Tarn said. Divers searched the wreck until nightfall.";
const REPORTS: Readonly<Record<string, string>> = {
	a: `${SANK} “We had asked the ministry for newer charts of the bay,” Captain Ada Vane said.`,
	b: `${SANK} “The authorities were told that our maps were old,” Captain Ada Vane said on the quay. Joren Hale, a diver, wept.`,
	c: "Parliament in Quell passed the budget by two votes after ministers dropped the fuel levy.",
};

for (const driver of testDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("the log of corrections", driver), () => {
		let root: string;
		let store: Store;
		let stop: AbortController;
		let working: Promise<unknown>;
		/** Article ids by the names of their files. */
		const ids: Record<string, string> = {};

		beforeAll(async () => {
			root = mkdtempSync(join(tmpdir(), "stemma-log-"));
			mkdirSync(join(root, "in"));
			for (const [name, text] of Object.entries(REPORTS)) {
				writeFileSync(join(root, "in", `${name}.txt`), `TARN, May 14, 2031 (Post ${name}) - ${text}`);
			}
			store = await openStore(await driver.createPlace(), true);
			await store.queue([join(root, "in")], NONE, {});
			await store.work({ once: true, threads: 1, retry: false }, { stop: new AbortController().signal });
			begin();
			for (const { story } of await listStories(store.database, { limit: 9, after: null })) {
				const record = (await findStoryRecord(store.database, story.id))?.record;
				for (const { id, capture } of record?.articles ?? []) ids[capture.place.at(-5) ?? ""] = id;
			}
		});
		afterAll(async () => {
			await end();
			await store?.close();
			await driver.dispose();
			rmSync(root, { recursive: true, force: true });
		});

		/** Works beside the tests: a thread takes seconds to start. */
		function begin(whole?: number): void {
			stop = new AbortController();
			const options = { once: false, threads: 1, retry: false, ...(whole === undefined ? {} : { whole }) };
			working = store.work(options, { stop: stop.signal });
		}

		async function end(): Promise<void> {
			stop.abort();
			await working;
		}

		/** Waits until all is done. */
		async function settle(): Promise<void> {
			for (;;) {
				const jobs = await store.database.query("SELECT 1 AS one FROM stemma.job LIMIT 1");
				if (jobs.length === 0) return;
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
		}

		const decision = (kind: Decision["kind"], given: Partial<Decision>): Decision => ({
			...{ kind, why: "I was there", words: [], speaker: null, fact: null, relation: null, articles: [] },
			...{ from: null, into: null, name: null },
			...given,
		});

		const id = (name: string): string => ids[name] ?? "";

		/** The names of the reports of each story. */
		async function groups(): Promise<string[]> {
			const stories = await listStories(store.database, { limit: 9, after: null });
			const names = new Map(Object.entries(ids).map(([name, article]) => [article, name]));
			return stories
				.map(({ story }) =>
					story.articles
						.map((article) => names.get(article) ?? "?")
						.sort()
						.join(""),
				)
				.sort();
		}

		async function latest(): Promise<LogEntry> {
			const [entry] = (await store.corrections.list({ limit: 1, after: null, story: null })).entries;
			if (entry === undefined) throw new Error("the log is empty");
			return entry;
		}

		it("holds what was decided when stories are put together again, and gives it up when it is undone", async () => {
			expect(await groups()).toEqual(["ab", "c"]);
			const [apart] = await findStories(store.database, [id("c")]);
			expect(apart).toBeUndefined();
			const join = await store.corrections.decide("Ona", decision("join-stories", { articles: [id("a"), id("c")] }));
			await settle();
			expect(await groups()).toEqual(["abc"]);
			const { entries } = await store.corrections.list({ limit: 9, after: null, story: null });
			expect(entries).toMatchObject([
				{
					...{ id: join, who: "Ona", why: "I was there", undoes: null, undoneBy: null },
					outcomes: [{ applied: true, reason: "joined by Ona: I was there" }],
				},
			]);
			// A former id leads to what the story became.
			const [story] = await listStories(store.database, { limit: 1, after: null });
			expect(story?.story.aliases).toHaveLength(1);
			const [alias] = await findStories(store.database, story?.story.aliases ?? []);
			expect(alias?.story.id).toBe(story?.story.id);
			const undo = await store.corrections.undo("Piet", join, "it was another ferry");
			await settle();
			expect(await groups()).toEqual(["ab", "c"]);
			expect((await store.corrections.list({ limit: 9, after: null, story: null })).entries).toMatchObject([
				{ id: undo, undoes: join, decision: null, who: "Piet", why: "it was another ferry" },
				{ id: join, undoneBy: undo, outcomes: [] },
			]);
			await expect(store.corrections.undo("Piet", join, "again")).rejects.toThrow(/undone already/);
			await expect(store.corrections.undo("Piet", undo, "again")).rejects.toThrow(/has no decision/);
		});

		it("says in both records that a report was moved, and holds it where few are placed at a time", async () => {
			await end();
			begin(1);
			const move = decision("move-reports", { articles: [id("b")], from: id("a"), into: id("c") });
			const entry = await store.corrections.decide("Ona", move);
			await settle();
			expect(await groups()).toEqual(["a", "bc"]);
			const { outcomes } = await latest();
			expect(outcomes.map(({ applied, reason }) => [applied, reason]).sort()).toEqual([
				[true, "moved by Ona: I was there"],
				[true, "one report moved to another story by Ona: I was there"],
			]);
			await expect(store.corrections.decide("Ona", decision("split-story", { articles: [id("b")] }))).rejects.toThrow(
				new RegExp(`contradicts the decision ${entry} \\(move-reports\\) of Ona`),
			);
			await store.corrections.undo("Ona", entry, "no");
			await settle();
			expect(await groups()).toEqual(["ab", "c"]);
			const split = await store.corrections.decide(
				"Ona",
				decision("split-story", { articles: [id("b")], from: id("a") }),
			);
			await settle();
			expect(await groups()).toEqual(["a", "b", "c"]);
			await store.corrections.undo("Ona", split, "no");
			await settle();
			expect(await groups()).toEqual(["ab", "c"]);
		});

		it("renames, joins what was said, and touches no other story's record", async () => {
			const [other] = (await listStories(store.database, { limit: 9, after: null })).filter(({ story }) =>
				story.articles.includes(id("c")),
			);
			const before = await findStoryRecord(store.database, other?.story.id ?? "");
			const start = (name: string, exact: string) => {
				const text = `TARN, May 14, 2031 (Post ${name}) - ${REPORTS[name]}`;
				return { article: id(name), start: text.indexOf(exact), end: text.indexOf(exact) + exact.length, exact };
			};
			const words = [start("a", "We had asked the ministry"), start("b", "The authorities were told")];
			await store.corrections.decide(
				"Ona",
				decision("rename-story", { articles: [id("a")], name: "The Marena ferry" }),
			);
			await store.corrections.decide("Ona", decision("same-utterance", { words }));
			await store.corrections.decide(
				"Ona",
				decision("rename-entity", { words: [start("b", "Joren Hale")], name: "Jorén Hale" }),
			);
			await settle();
			const [found] = (await listStories(store.database, { limit: 9, after: null })).filter(({ story }) =>
				story.articles.includes(id("a")),
			);
			expect(found?.story.name).toBe("The Marena ferry");
			const record = (await findStoryRecord(store.database, found?.story.id ?? ""))?.record;
			expect(record?.corrections.map(({ kind, applied }) => `${kind} ${applied}`).sort()).toEqual([
				"rename-entity true",
				"rename-story true",
				"same-utterance true",
			]);
			expect(record?.entities.map(({ name }) => name)).toContain("Jorén Hale");
			const after = await findStoryRecord(store.database, other?.story.id ?? "");
			expect(after && formatRecord(after.record)).toBe(before && formatRecord(before.record));
			expect(after?.record.corrections).toEqual([]);
		});

		it("is what a file of the same decisions does, stands in evidence, and comes back with a backup", async () => {
			const whole = await store.collate({ names: [], corrections: [] }, () => {});
			expect(whole.generator.corrections).toBe(3);
			const evidence = await store.gatherEvidence(
				{ story: whole.stories.find(({ name }) => name !== null)?.id ?? "", choose: null },
				{ names: [], corrections: [] },
				() => {},
			);
			const log = evidence.given.filter(({ kind }) => kind === "corrections");
			expect(log).toHaveLength(1);
			const file = join(root, "decisions.jsonl");
			writeFileSync(file, log[0]?.bytes ?? "");
			const read = await collateInputs([join(root, "in")], nodeCollateEffects([], [file]));
			expect({ ...read, generator: null }).toEqual({ ...whole, generator: null });
			await store.tokens.add("Ona", ["correct"], null);
			await store.backUp(join(root, "kept"));
			const place = await driver.createPlace();
			await restoreStore(place, join(root, "kept"));
			const restored = await openStore(place, false);
			const choice = { limit: 99, after: null, story: null };
			const [here, there] = [await store.corrections.list(choice), await restored.corrections.list(choice)];
			expect(there.entries).toEqual(here.entries);
			expect(await restored.tokens.list()).toEqual([]);
			await store.tokens.revoke(["Ona"]);
			await restored.close();
		});

		it("is listed page by page, and refuses what the store has not", async () => {
			const all = (await store.corrections.list({ limit: 99, after: null, story: null })).entries;
			const paged: LogEntry[] = [];
			for (let after: string | null = null; ; ) {
				const page = await store.corrections.list({ limit: 2, after, story: null });
				paged.push(...page.entries);
				after = page.next;
				if (after === null) break;
			}
			expect(paged).toEqual(all);
			await expect(
				store.corrections.decide("Ona", decision("split-story", { articles: ["0000000000000000"] })),
			).rejects.toThrow(/has no report 0000000000000000/);
		});

		it("has tokens that are known by their secrets alone, and until they are revoked or expire", async () => {
			const token = await store.tokens.add("desk", ["correct", "read"], 30);
			expect(token).toMatch(/^stemma_[0-9a-f]{8}_[\w-]{43}$/);
			const holder = await store.tokens.check(token);
			expect(holder).toMatchObject({ name: "desk", scopes: ["read", "correct"] });
			expect(await store.tokens.find(holder?.id ?? "")).toEqual(holder);
			const last = token.at(-2) === "A" ? "B" : "A";
			for (const wrong of [`${token.slice(0, -2)}${last}${token.at(-1)}`, "", "stemma_", token.slice(1), `${token}x`])
				expect(await store.tokens.check(wrong)).toBeNull();
			const listed = (await store.tokens.list()).at(-1);
			expect(listed).toMatchObject({ name: "desk", revokedAt: null, usedAt: expect.stringMatching(/T\d\d:\d\d:00Z$/) });
			const rows = await store.database.query("SELECT * FROM stemma.token");
			expect(JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? `${value}` : value))).not.toContain(
				token.slice(-43),
			);
			await store.tokens.revoke(["desk"]);
			expect(await store.tokens.check(token)).toBeNull();
			expect(await store.tokens.find(holder?.id ?? "")).toBeNull();
			await expect(store.tokens.add("desk", ["read"], null)).rejects.toThrow(/there is or was a token desk/);
			await expect(store.tokens.revoke(["nobody"])).rejects.toThrow(/no token nobody/);
			const brief = await store.tokens.add("brief", ["read"], 1);
			await store.database.query(
				"UPDATE stemma.token SET expires_at = now() - interval '1 second' WHERE name = 'brief'",
			);
			expect(await store.tokens.check(brief)).toBeNull();
		});
	});
}
