import { idOf } from "../../collation/corrections/plan.ts";
import type { Correction } from "../../model/correction.ts";
import {
	CORRECTION_LOG_SCHEMA,
	type CorrectionLog,
	type Decision,
	type LogEntry,
	type LogOutcome,
} from "../../model/correction-log.ts";
import type { Database } from "../database.ts";
import { toId, toKey } from "../keys.ts";
import { unpackJson } from "../packing.ts";
import { findStories, findStoriesOf, findStoryRecord, type StoredRecord } from "../stories.ts";
import { addDecision, type KeptEntry, namedArticles, undoDecision } from "./log.ts";

/** Which entries of the log are listed. */
export interface LogChoice {
	readonly limit: number;
	/** The last entry of the page before; null for the first page. */
	readonly after: string | null;
	/** Only what names a report of this story; null for all. */
	readonly story: string | null;
}

/** The log of people's decisions on what a store found: it only grows. */
export interface StoreCorrections {
	/**
	 * Adds a decision; the id of its entry. What it changes is found again by who works on the store.
	 *
	 * @throws UserError `corrections/…`
	 */
	decide(who: string, decision: Decision): Promise<string>;
	/** Undoes a decision by a further entry, whose id it gives. Rejects with a UserError. */
	undo(who: string, entry: string, why: string): Promise<string>;
	/** The latest entry first. */
	list(choice: LogChoice): Promise<CorrectionLog>;
}

/** @param store how the store is called */
export function openCorrections(database: Database, store: string): StoreCorrections {
	return {
		decide: (who, decision) => addDecision(database, who, decision),
		undo: (who, entry, why) => undoDecision(database, who, entry, why),
		list: async (choice) => ({ schema: CORRECTION_LOG_SCHEMA, store, ...(await listEntries(database, choice)) }),
	};
}

async function listEntries(
	database: Database,
	{ limit, after, story }: LogChoice,
): Promise<Pick<CorrectionLog, "entries" | "next">> {
	const [own] = story === null ? [] : await findStories(database, [story]);
	if (story !== null && own === undefined) return { entries: [], next: null };
	const rows = await database.query<{
		entry_id: bigint;
		at: string;
		undoes: bigint | null;
		undone_by: bigint | null;
		packed: Uint8Array;
	}>(
		`SELECT entry_id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, undoes, packed,
			(SELECT later.entry_id FROM stemma.correction later WHERE later.undoes = entry.entry_id) AS undone_by
		FROM stemma.correction entry
		WHERE ($1::bigint IS NULL OR position < (SELECT position FROM stemma.correction WHERE entry_id = $1))
			AND ($2::bigint[] IS NULL OR EXISTS (SELECT FROM stemma.correction_article named
				WHERE named.entry_id = entry.entry_id AND named.subject = ANY ($2::bigint[])))
		ORDER BY position DESC LIMIT $3`,
		[after === null ? null : toKey(after), own === undefined ? null : own.story.articles.map(toKey), limit + 1],
	);
	const shown = rows.slice(0, limit);
	const records = new Map<string, StoredRecord | null>();
	const entries: LogEntry[] = [];
	for (const { entry_id, at, undoes, undone_by, packed } of shown) {
		const kept = await unpackJson<KeptEntry>(packed);
		const decision = "decision" in kept ? kept.decision : null;
		const { who, why } = "decision" in kept ? kept.decision : kept;
		entries.push({
			...{ id: toId(entry_id), at, who, why, decision },
			undoes: undoes === null ? null : toId(undoes),
			undoneBy: undone_by === null ? null : toId(undone_by),
			outcomes: decision === null || undone_by !== null ? [] : await findOutcomes(database, decision, records),
		});
	}
	return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
}

/** What became of a decision in each story that it names a report of. */
async function findOutcomes(
	database: Database,
	decision: Correction,
	records: Map<string, StoredRecord | null>,
): Promise<readonly LogOutcome[]> {
	const id = idOf(decision);
	const ids = new Set([...(await findStoriesOf(database, namedArticles(decision))).values()].flat());
	const outcomes: LogOutcome[] = [];
	for (const { story } of await findStories(database, [...ids])) {
		const known = records.get(story.id);
		const stored = known === undefined ? await findStoryRecord(database, story.id) : known;
		records.set(story.id, stored);
		const found = stored?.record.corrections.find((one) => one.id === id);
		outcomes.push({
			story: story.id,
			title: story.name ?? story.headline?.text ?? "Untitled",
			applied: found?.applied ?? null,
			reason: found?.reason ?? null,
		});
	}
	return outcomes;
}
