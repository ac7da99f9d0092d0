import {
	ALERTS_SCHEMA,
	type AlertEntry,
	type AlertListing,
	type AskedAlert,
	type DeadDelivery,
	ENTRIES_SCHEMA,
	type EntryListing,
} from "../../model/alert.ts";
import { UserError } from "../../model/problem.ts";
import type { Story } from "../../model/record.ts";
import type { TermRarity } from "../../stories/grouping/term-rarity.ts";
import { loadTermRarity } from "../../system/data.ts";
import { makeId } from "../../text/hash.ts";
import type { Database } from "../database.ts";
import { findStoryRecord, listStories } from "../stories.ts";
import { addAlert, listAlerts, type NewAlert, removeAlerts, requireAlerts } from "./alerts.ts";
import { listDead, retryDead } from "./deliveries.ts";
import { readEntries } from "./entries.ts";
import { look } from "./look.ts";
import { makeMatcher } from "./word-matcher.ts";

/** Saved searches of a store, and what they found. Each rejects with a UserError for a name that there is none of. */
export interface StoreAlerts {
	/** Rejects with a UserError, also when the words cannot be looked for. */
	add(alert: NewAlert): Promise<void>;
	remove(names: readonly string[]): Promise<void>;
	list(): Promise<AlertListing>;
	/** What alerts found, the latest first; of all where none is named. */
	show(names: readonly string[], limit: number): Promise<EntryListing>;
	/** What a saved search, or one that is not, would find in all that the store has. Nothing is kept. */
	test(wanted: string | AskedAlert, limit: number): Promise<EntryListing>;
	/** Messages that were given up; the latest first. */
	dead(names: readonly string[], limit: number): Promise<readonly DeadDelivery[]>;
	/** Gives them new tries; how many. */
	retry(names: readonly string[]): Promise<number>;
}

/** Stories that are read at once. */
const BATCH = 50;

/** @param store how the store is called */
export function openAlerts(database: Database, store: string): StoreAlerts {
	return {
		add: async (alert) => {
			refuseUnsearchable(alert.asked);
			await addAlert(database, alert);
		},
		remove: (names) => removeAlerts(database, names),
		list: async () => ({ schema: ALERTS_SCHEMA, store, alerts: await listAlerts(database) }),
		show: async (names, limit) => {
			const found = await readEntries(database, await requireAlerts(database, names), limit);
			return { schema: ENTRIES_SCHEMA, store, alerts: names, looked: null, ...found };
		},
		test: async (wanted, limit) => {
			const [alert] = typeof wanted === "string" ? await requireAlerts(database, [wanted]) : [];
			const asked = typeof wanted === "string" ? alert?.asked : wanted;
			if (!asked) throw new Error("nothing is asked for");
			refuseUnsearchable(asked);
			const found = await testAll(database, asked, loadTermRarity());
			return {
				schema: ENTRIES_SCHEMA,
				store,
				alerts: alert ? [alert.name] : [],
				looked: found.looked,
				total: found.entries.length,
				entries: found.entries.slice(0, limit).map((entry) => ({ ...entry, alert: alert?.name ?? "" })),
			};
		},
		dead: async (names, limit) => listDead(database, await requireAlerts(database, names), limit),
		retry: async (names) => retryDead(database, await requireAlerts(database, names)),
	};
}

/** Throws UserError `search/…` or `alerts/name` for what cannot be looked for: now, and not when a story comes. */
function refuseUnsearchable({ words, speaker, about }: AskedAlert): void {
	if (words !== "") makeMatcher(words, loadTermRarity());
	for (const [option, name] of Object.entries({ speaker, about })) {
		if (name === null || /[\p{L}\p{N}]/u.test(name)) continue;
		throw new UserError("alerts/name", `--${option} takes a name and got ${JSON.stringify(name)}`);
	}
}

/** What is found in the stories as they are, the latest story first; each thing once. */
async function testAll(
	database: Database,
	asked: AskedAlert,
	rarity: TermRarity,
): Promise<{ readonly looked: number; readonly entries: readonly AlertEntry[] }> {
	const entries: AlertEntry[] = [];
	const seen = new Set<string>();
	let looked = 0;
	for (let after: Story | null = null; ; ) {
		const page = await listStories(database, { limit: BATCH, after });
		for (const { story } of page) {
			const stored = await findStoryRecord(database, story.id);
			if (!stored) continue;
			looked++;
			for (const { keys, entry } of look(stored.record, asked, () => false, rarity)) {
				if (keys.some(({ key }) => seen.has(key))) continue;
				for (const { key } of keys) seen.add(key);
				entries.push({ id: makeId("test", keys[0]?.key ?? ""), alert: "", foundAt: null, ...entry });
			}
		}
		const last = page.at(-1);
		if (!last || page.length < BATCH) return { looked, entries };
		after = last.story;
	}
}
