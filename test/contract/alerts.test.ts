import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AlertEntry, AskedAlert } from "../../src/model/alert.ts";
import { type AlertTarget, askLooks, LOOK_JOB, readAlerts } from "../../src/store/alerts/alerts.ts";
import {
	claimDelivery,
	countWaiting,
	findUnwritten,
	readOutputs,
	settleFailed,
	settleSent,
	settleWritten,
	stopOutput,
} from "../../src/store/alerts/deliveries.ts";
import { keepFindings, lookThrough, readEntries } from "../../src/store/alerts/entries.ts";
import { claimJobs } from "../../src/store/jobs.ts";
import { openStore, restoreStore, type Store } from "../../src/store/store.ts";
import { findStoryRecord, keepStory, keepStoryRecord, packRecord } from "../../src/store/stories.ts";
import { lookThroughStories } from "../../src/store/workers/look-stage.ts";
import { loadTermRarity } from "../../src/system/data.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

const NONE = { primaries: [], names: [], corrections: [] };
const ANY: AskedAlert = { kind: "words", words: "", speaker: null, about: null, lines: null, edits: [] };
const HOOK: AlertTarget = { kind: "webhook", address: "https://desk.example/in?token=s3cret", secret: "own/secret" };

const REPORTS: readonly string[] = [
	"Harbour stays closed\n\nTARN, May 14 – The harbour of Tarn stays closed, Mayor Ada Vane said on Wednesday. “We will not open it before the crane is safe,” Vane said. Only two cranes were working at the quay. Fishing boats went to Kelm instead, where the market was late.\n",
	"Mayor keeps Tarn harbour shut\n\nTARN, May 14 – Ferries wait outside while an inspector looks at bolts and cables. Mayor Ada Vane told the council when it met in the evening: “We will not open it before the crane is safe.” Only nine cranes were working at the quay. Shops along the front lost a day’s trade, their guild counted.\n",
	"Crane falls on quay of Tarn\n\nTARN, May 14 – A crane fell on Wednesday and the harbour of Tarn is closed. Witnesses had heard it creak for weeks. “The council will pay for a new crane,” Mayor Ada Vane said on the quay. Only two cranes were working there after dark, and divers searched the water until midnight.\n",
];

for (const driver of testDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("alerts", driver), () => {
		let root: string;
		let store: Store;

		beforeAll(async () => {
			root = mkdtempSync(join(tmpdir(), "stemma-alerts-"));
			REPORTS.forEach((text, at) => void writeFileSync(join(root, `${at}.txt`), text));
			store = await openStore(await driver.createPlace(), true);
			await store.add([join(root, "0.txt")], NONE, {});
			await collate();
		}, 60_000);
		afterAll(async () => {
			await store?.close();
			rmSync(root, { recursive: true, force: true });
			await driver.dispose();
		});

		/** Keeps the record of all as that of its story, as a worker does of each story. */
		async function collate(): Promise<void> {
			const record = await store.collate(NONE, () => {});
			const [story] = record.stories;
			if (!story || record.stories.length > 1) throw new Error("the reports are to tell one story");
			const packed = await packRecord(record, [], story.id);
			await store.database.tx(async (tx) => {
				const revision = await keepStory(tx, story);
				await keepStoryRecord(tx, story.id, revision, packed, "test");
				await askLooks(tx, [story.id]);
			});
		}

		/** Does the jobs of looking, as a worker does. */
		async function lookAll(): Promise<number> {
			const jobs = await claimJobs(store.database, LOOK_JOB, { limit: 10, lease: 60, attempts: 3 });
			return (await lookThroughStories(store.database, jobs)).done;
		}

		const show = async (...names: string[]): Promise<readonly AlertEntry[]> =>
			(await store.alerts.show(names, 100)).entries;
		const titles = async (...names: string[]): Promise<string[]> => (await show(...names)).map(({ title }) => title);

		it("are saved with where they go, listed by name, and none twice", async () => {
			expect(await lookAll()).toBe(0);
			const targets: AlertTarget[] = [HOOK, { kind: "feed", file: "/srv/quay.atom", host: "desk" }];
			await store.alerts.add({ name: "quay", asked: { ...ANY, words: "quay" }, isForAll: false, targets });
			const cranes = { ...ANY, kind: "conflict" } as const;
			await store.alerts.add({ name: "cranes", asked: cranes, isForAll: false, targets: [] });
			const vane = { ...ANY, kind: "statement", speaker: "Ada Vane" } as const;
			await store.alerts.add({ name: "vane", asked: vane, isForAll: false, targets: [] });
			await expect(store.alerts.add({ name: "vane", asked: vane, isForAll: false, targets: [] })).rejects.toMatchObject(
				{ code: "alerts/name" },
			);
			await expect(
				store.alerts.add({ name: "bad", asked: { ...ANY, words: "…" }, isForAll: false, targets: [] }),
			).rejects.toMatchObject({ code: "search/no-words" });
			const nobody = { ...ANY, kind: "statement", speaker: "…" } as const;
			await expect(store.alerts.test(nobody, 1)).rejects.toMatchObject({ code: "alerts/name" });
			const { alerts } = await store.alerts.list();
			expect(alerts.map(({ name, entries }) => [name, entries])).toEqual([
				["cranes", 0],
				["quay", 0],
				["vane", 0],
			]);
			expect(alerts[1]?.outputs).toMatchObject([
				{ kind: "webhook", origin: "https://desk.example", waiting: 0 },
				{ kind: "feed", file: "/srv/quay.atom", host: "desk" },
			]);
			expect(JSON.stringify(alerts)).not.toContain("s3cret");
		});

		it("find nothing in what the store had, and what is new once, however often it is looked at", async () => {
			await collate();
			expect(await lookAll()).toBe(1);
			expect(await show()).toEqual([]);
			expect((await store.alerts.test("quay", 10)).entries).toHaveLength(1);
			await store.add([join(root, "1.txt")], NONE, {});
			await collate();
			await lookAll();
			expect(await titles("quay")).toEqual(["Mayor keeps Tarn harbour shut"]);
			expect(await titles("cranes")).toMatchObject([expect.stringContaining("In conflict: how many cranes")]);
			// The words were in the store before: the new report only gives them again.
			expect(await titles("vane")).toEqual([]);
			for (let again = 0; again < 2; again++) {
				await collate();
				expect(await lookAll()).toBe(1);
			}
			await store.add([join(root, "2.txt")], NONE, {});
			await collate();
			await lookAll();
			expect(await titles("quay")).toEqual(["Crane falls on quay of Tarn", "Mayor keeps Tarn harbour shut"]);
			expect(await titles("cranes")).toHaveLength(1);
			expect(await titles("vane")).toMatchObject([expect.stringContaining("The council will pay for a new crane")]);
		});

		it("keep each finding once when two look at the same moment", async () => {
			await store.alerts.add({ name: "twice", asked: { ...ANY, words: "quay" }, isForAll: true, targets: [HOOK] });
			const [story] = await store.database.query<{ id: string }>(
				"SELECT lpad(to_hex(story_id), 16, '0') AS id FROM stemma.story",
			);
			const stored = await findStoryRecord(store.database, story?.id ?? "");
			if (!stored) throw new Error("the story has no record");
			const found = await lookThrough(store.database, stored.record, loadTermRarity());
			const kept = await Promise.all([0, 1, 2].map(() => store.database.tx((tx) => keepFindings(tx, found))));
			expect(kept.sort()).toEqual([0, 0, 3]);
			expect(await show("twice")).toHaveLength(3);
			// What was asked for all that the store has is looked for without a new report.
			expect(await lookAll()).toBe(1);
			expect(await show("twice")).toHaveLength(3);
			await store.alerts.remove(["twice"]);
			expect(await countWaiting(store.database)).toBe(2);
		});

		it("hand out messages one by one, wait after a failure, and give up in the end", async () => {
			const { database } = store;
			const [output] = await readOutputs(database, "webhook");
			if (!output) throw new Error("there is no webhook");
			expect(output).toMatchObject({ name: "quay", target: HOOK });
			const first = await claimDelivery(database, output.key, 60);
			if (!first) throw new Error("nothing is due");
			expect(first).toMatchObject({ attempts: 1, entry: { alert: "quay" } });
			await settleFailed(database, first, "it is asleep (503)", 300);
			// The other one waits as well: whoever sleeps is not called for each of them.
			expect(await claimDelivery(database, output.key, 60)).toBeNull();
			const listed = (await store.alerts.list()).alerts.find(({ name }) => name === "quay")?.outputs[0];
			expect(listed).toMatchObject({ waiting: 2, sent: 0, failure: "it is asleep (503)" });
			await database.query("UPDATE stemma.alert_output SET held_until = now()");
			await database.query("UPDATE stemma.alert_delivery SET due = now()");
			const second = await claimDelivery(database, output.key, 0);
			if (!second) throw new Error("nothing is due");
			// Its lease ran out, and somebody else has it: what the first says of it is not heard.
			const taken = await claimDelivery(database, output.key, 60);
			const other = await claimDelivery(database, output.key, 60);
			const mine = taken?.entry.id === second.entry.id ? taken : other;
			if (!mine || !taken || !other) throw new Error("both are to be taken");
			await settleFailed(database, second, "too late", null);
			await settleSent(database, mine);
			await settleFailed(database, mine === taken ? other : taken, "there is nobody (404)", null);
			const dead = await store.alerts.dead([], 10);
			expect(dead).toMatchObject([{ alert: "quay", origin: "https://desk.example", reason: "there is nobody (404)" }]);
			expect(await store.alerts.dead(["vane"], 10)).toEqual([]);
			expect(await store.alerts.retry(["quay"])).toBe(1);
			await stopOutput(database, output.key, "it is gone (410)");
			expect(await readOutputs(database, "webhook")).toEqual([]);
			const stopped = (await store.alerts.list()).alerts.find(({ name }) => name === "quay")?.outputs[0];
			expect(stopped).toMatchObject({ sent: 1, waiting: 0, dead: 1, stopped: "it is gone (410)", next: null });
		});

		it("know which files of feeds are out of date", async () => {
			const { database } = store;
			const [feed] = await readOutputs(database, "feed");
			if (!feed) throw new Error("there is no feed");
			const last = await findUnwritten(database, feed);
			if (last === null) throw new Error("the file is to be written");
			await settleWritten(database, feed.key, last);
			expect(await findUnwritten(database, feed)).toBeNull();
		});

		it("go with a backup and come back", async () => {
			const file = join(root, "kept.stemma");
			await store.backUp(file);
			const place = await driver.createPlace();
			await restoreStore(place, file);
			const other = await openStore(place, false);
			try {
				expect((await other.alerts.list()).alerts).toEqual((await store.alerts.list()).alerts);
				expect((await other.alerts.show([], 100)).entries).toEqual(await show());
			} finally {
				await other.close();
			}
		}, 60_000);

		it("lose what they found in a report that is forgotten, and the files of feeds are written anew", async () => {
			const [feed] = await readOutputs(store.database, "feed");
			await store.forget({ kind: "places", places: [join(root, "1.txt")] });
			expect(await titles("quay")).toEqual(["Crane falls on quay of Tarn"]);
			expect(await titles("cranes")).toEqual([]);
			expect(feed && (await findUnwritten(store.database, feed))).not.toBeNull();
			const rows = await store.database.query("SELECT 1 AS one FROM stemma.alert_delivery");
			expect(rows).toHaveLength(1);
		});

		it("are taken away with all that they found", async () => {
			await store.alerts.remove(["quay", "vane"]);
			expect((await readAlerts(store.database)).map(({ name }) => name)).toEqual(["cranes"]);
			await expect(store.alerts.remove(["quay"])).rejects.toMatchObject({
				code: "alerts/unknown",
				message: "there is no alert quay; there are cranes",
			});
			for (const table of ["alert_entry", "alert_key", "alert_output", "alert_delivery"]) {
				const rows = await store.database.query(`SELECT 1 AS one FROM stemma.${table}`);
				expect([table, rows.length]).toEqual([table, table === "alert_key" ? rows.length : 0]);
			}
			expect((await readEntries(store.database, await readAlerts(store.database), 10)).total).toBe(0);
		});
	});
}
