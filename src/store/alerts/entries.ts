import type { AlertEntry } from "../../model/alert.ts";
import type { CollationRecord } from "../../model/record.ts";
import { indexRecord } from "../../report/view/record-index.ts";
import type { TermRarity } from "../../stories/grouping/term-rarity.ts";
import { makeId } from "../../text/hash.ts";
import type { Queryable } from "../database.ts";
import { toId, toKey } from "../keys.ts";
import { packJson, unpackJson } from "../packing.ts";
import { readAlerts, type StoredAlert } from "./alerts.ts";
import type { Finding } from "./finding.ts";
import { look } from "./look.ts";

/** What one alert found in a record. */
export interface Found {
	readonly alert: StoredAlert;
	readonly findings: readonly Finding[];
}

/** What every alert finds in a record that is new since it was saved. */
export async function lookThrough(
	database: Queryable,
	record: CollationRecord,
	rarity: TermRarity,
): Promise<readonly Found[]> {
	const alerts = await readAlerts(database);
	if (alerts.length === 0) return [];
	const rows = await database.query<{ article_id: bigint; added_at: Date }>(
		"SELECT article_id, added_at FROM stemma.article WHERE article_id = ANY ($1::bigint[])",
		[record.articles.map(({ id }) => toKey(id))],
	);
	const added = new Map(rows.map(({ article_id, added_at }) => [toId(article_id), added_at]));
	const index = indexRecord(record);
	return alerts.flatMap((alert) => {
		const { since } = alert;
		// One that is not there any more is in no news.
		const isOld = (article: string): boolean => {
			const at = added.get(article);
			return at === undefined || (since !== null && at < since);
		};
		const findings = look(index, alert.asked, isOld, rarity);
		return findings.length === 0 ? [] : [{ alert, findings }];
	});
}

/**
 * Keeps what was found as entries, each once: what shares a key with something that was found before is that. With an
 * entry goes a message to each webhook of its alert. Resolves to how many are new.
 */
export async function keepFindings(tx: Queryable, found: readonly Found[]): Promise<number> {
	let fresh = 0;
	// In one order everywhere, so that two who keep what the same alerts found do not wait for each other.
	for (const { alert, findings } of [...found].sort((a, b) => (a.alert.key < b.alert.key ? -1 : 1))) {
		const held = await tx.query("SELECT 1 AS one FROM stemma.alert WHERE alert_id = $1 FOR UPDATE", [alert.key]);
		if (held.length > 0) fresh += await keepOf(tx, alert, findings);
	}
	return fresh;
}

async function keepOf(tx: Queryable, alert: StoredAlert, findings: readonly Finding[]): Promise<number> {
	const rows = await tx.query<{ key: bigint; entry_id: bigint }>(
		"SELECT key, entry_id FROM stemma.alert_key WHERE alert_id = $1 AND key = ANY ($2::bigint[])",
		[alert.key, findings.flatMap(({ keys }) => keys.map(({ key }) => toKey(key)))],
	);
	const known = new Map(rows.map(({ key, entry_id }) => [toId(key), entry_id]));
	let fresh = 0;
	for (const { keys, entry } of findings) {
		const [first] = keys;
		if (!first) continue;
		const same = keys.flatMap(({ key }) => known.get(key) ?? [])[0];
		const id = same ?? toKey(makeId("entry", toId(alert.key), first.key));
		if (same === undefined) {
			fresh++;
			await keepEntry(tx, alert, id, entry);
		}
		const unknown = keys.filter(({ key }) => !known.has(key));
		for (const { key } of unknown) known.set(key, id);
		if (unknown.length === 0) continue;
		await tx.query(
			`INSERT INTO stemma.alert_key (alert_id, key, entry_id, subject, is_cited)
			SELECT $1, given.key, $2, given.subject, given.is_cited
			FROM unnest($3::bigint[], $4::bigint[], $5::boolean[]) AS given (key, subject, is_cited)
			ON CONFLICT (alert_id, key) DO NOTHING`,
			[
				alert.key,
				id,
				unknown.map(({ key }) => toKey(key)),
				unknown.map(({ article }) => toKey(article)),
				// Words of reports that came later are not in the entry.
				unknown.map(({ cited }) => cited && same === undefined),
			],
		);
	}
	return fresh;
}

async function keepEntry(tx: Queryable, alert: StoredAlert, id: bigint, entry: Finding["entry"]): Promise<void> {
	const added = await tx.query(
		`INSERT INTO stemma.alert_entry (entry_id, alert_id, packed) VALUES ($1, $2, $3)
		ON CONFLICT (entry_id) DO NOTHING RETURNING 1 AS one`,
		[id, alert.key, await packJson(entry)],
	);
	if (added.length === 0) return;
	await tx.query(
		`INSERT INTO stemma.alert_delivery (entry_id, output_id)
		SELECT $1, output_id FROM stemma.alert_output WHERE alert_id = $2 AND kind = 'webhook' AND stopped IS NULL`,
		[id, alert.key],
	);
}

/** Entries that a feed shows: readers keep what they have seen. */
export const FEED_ENTRIES = 100;

/** Entries of these alerts, the latest first. */
export async function readEntries(
	database: Queryable,
	alerts: readonly StoredAlert[],
	limit: number,
): Promise<{ readonly total: number; readonly entries: readonly AlertEntry[] }> {
	const keys = alerts.map(({ key }) => key);
	const [count] = await database.query<{ total: number }>(
		"SELECT count(*)::int AS total FROM stemma.alert_entry WHERE alert_id = ANY ($1::bigint[])",
		[keys],
	);
	const rows = await database.query<EntryRow>(
		`SELECT e.entry_id, e.found_at, e.packed, a.name FROM stemma.alert_entry e JOIN stemma.alert a ON a.alert_id = e.alert_id
		WHERE e.alert_id = ANY ($1::bigint[]) ORDER BY e.position DESC LIMIT $2`,
		[keys, limit],
	);
	return { total: count?.total ?? 0, entries: await Promise.all(rows.map(unpackEntry)) };
}

export interface EntryRow {
	readonly entry_id: bigint;
	readonly found_at: Date;
	readonly packed: Uint8Array;
	readonly name: string;
}

export async function unpackEntry({ entry_id, found_at, packed, name }: EntryRow): Promise<AlertEntry> {
	const entry = await unpackJson<Finding["entry"]>(packed);
	return { id: toId(entry_id), alert: name, foundAt: found_at.toISOString(), ...entry };
}

/** Takes away what alerts found in articles that are forgotten: entries that give words of them, and their keys. */
export async function forgetFindings(tx: Queryable, articles: readonly bigint[]): Promise<void> {
	const keys = await tx.query<{ alert_id: bigint; entry_id: bigint; is_cited: boolean }>(
		"DELETE FROM stemma.alert_key WHERE subject = ANY ($1::bigint[]) RETURNING alert_id, entry_id, is_cited",
		[articles],
	);
	const cited = keys.filter(({ is_cited }) => is_cited);
	if (cited.length === 0) return;
	const entries = cited.map(({ entry_id }) => entry_id);
	for (const table of ["alert_delivery", "alert_entry"]) {
		await tx.query(`DELETE FROM stemma.${table} WHERE entry_id = ANY ($1::bigint[])`, [entries]);
	}
	// Files that hold them are written again.
	await tx.query("UPDATE stemma.alert_output SET written = 0 WHERE alert_id = ANY ($1::bigint[])", [
		cited.map(({ alert_id }) => alert_id),
	]);
}
