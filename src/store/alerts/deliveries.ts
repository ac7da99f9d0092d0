import { randomUUID } from "node:crypto";
import type { AlertEntry, DeadDelivery } from "../../model/alert.ts";
import type { Database, Queryable } from "../database.ts";
import { toId, toKey, toStored } from "../keys.ts";
import { type AlertTarget, originOf, type StoredAlert } from "./alerts.ts";
import { type EntryRow, unpackEntry } from "./entries.ts";

/** Somewhere that entries go. */
export interface StoredOutput<Kind extends AlertTarget["kind"] = AlertTarget["kind"]> {
	readonly key: bigint;
	readonly alert: bigint;
	/** The alert's name. */
	readonly name: string;
	readonly target: Extract<AlertTarget, { kind: Kind }>;
}

/** The outputs of a kind that are not stopped, in the order in which they were added. */
export async function readOutputs<Kind extends AlertTarget["kind"]>(
	database: Queryable,
	kind: Kind,
): Promise<readonly StoredOutput<Kind>[]> {
	const rows = await database.query<{ output_id: bigint; alert_id: bigint; name: string; target: string }>(
		`SELECT o.output_id, o.alert_id, a.name, o.target FROM stemma.alert_output o
		JOIN stemma.alert a ON a.alert_id = o.alert_id WHERE o.kind = $1 AND o.stopped IS NULL ORDER BY o.output_id`,
		[kind],
	);
	return rows.map(({ output_id, alert_id, name, target }) => ({
		key: output_id,
		alert: alert_id,
		name,
		target: { kind, ...(JSON.parse(target) as object) } as Extract<AlertTarget, { kind: Kind }>,
	}));
}

/** A message that somebody has taken to send. */
export interface Delivery {
	readonly output: bigint;
	readonly entry: AlertEntry;
	readonly lease: string;
	/** How often it has been tried, this time included. */
	readonly attempts: number;
}

/**
 * Takes the next message that is due for an output; null when there is none. Who takes it and dies gives it back by
 * doing nothing: it comes due again.
 *
 * @param lease seconds until somebody else may take it
 */
export async function claimDelivery(database: Queryable, output: bigint, lease: number): Promise<Delivery | null> {
	const token = randomUUID();
	const [row] = await database.query<EntryRow & { attempts: number }>(
		`WITH due AS MATERIALIZED (
			SELECT d.entry_id, d.output_id FROM stemma.alert_delivery d
			JOIN stemma.alert_output o ON o.output_id = d.output_id
			WHERE d.output_id = $1 AND d.sent_at IS NULL AND d.dead_at IS NULL AND d.due <= now()
				AND o.held_until <= now() AND o.stopped IS NULL
			ORDER BY d.due, d.entry_id LIMIT 1 FOR UPDATE OF d SKIP LOCKED
		), taken AS (
			UPDATE stemma.alert_delivery d SET lease = $2::uuid, due = now() + $3::int * interval '1 second',
				attempts = d.attempts + 1
			FROM due WHERE d.entry_id = due.entry_id AND d.output_id = due.output_id
			RETURNING d.entry_id, d.attempts
		)
		SELECT e.entry_id, e.found_at, e.packed, a.name, taken.attempts FROM taken
		JOIN stemma.alert_entry e ON e.entry_id = taken.entry_id JOIN stemma.alert a ON a.alert_id = e.alert_id`,
		[output, token, lease],
	);
	return row ? { output, entry: await unpackEntry(row), lease: token, attempts: row.attempts } : null;
}

/** Says that a message arrived. */
export async function settleSent(database: Database, { output, entry, lease }: Delivery): Promise<void> {
	await database.tx(async (tx) => {
		await tx.query(
			`UPDATE stemma.alert_delivery SET sent_at = now(), lease = NULL, failure = NULL
			WHERE entry_id = $1 AND output_id = $2 AND lease = $3::uuid`,
			[toKey(entry.id), output, lease],
		);
		await tx.query(
			"UPDATE stemma.alert_output SET failure = NULL, held_until = now() WHERE output_id = $1 AND failure IS NOT NULL",
			[output],
		);
	});
}

/**
 * Says why a message did not arrive. Until it is tried again nothing else is sent to that output, so that one failure
 * costs one message a try and not all of them.
 *
 * @param pause seconds until the next try; null when it is given up
 */
export async function settleFailed(
	database: Database,
	{ output, entry, lease }: Delivery,
	reason: string,
	pause: number | null,
): Promise<void> {
	await database.tx(async (tx) => {
		const held = await tx.query(
			`UPDATE stemma.alert_delivery SET lease = NULL, failure = $4,
				due = now() + coalesce($5::float8, 0) * interval '1 second',
				dead_at = CASE WHEN $5::float8 IS NULL THEN now() END
			WHERE entry_id = $1 AND output_id = $2 AND lease = $3::uuid RETURNING 1 AS one`,
			[toKey(entry.id), output, lease, toStored(reason), pause],
		);
		if (held.length === 0) return;
		await tx.query(
			`UPDATE stemma.alert_output SET failure = $2, held_until = now() + coalesce($3::float8, 0) * interval '1 second'
			WHERE output_id = $1`,
			[output, toStored(reason), pause],
		);
	});
}

/** Sends nothing to an output any more; what waits for it is given up. */
export async function stopOutput(database: Database, output: bigint, reason: string): Promise<void> {
	await database.tx(async (tx) => {
		await tx.query("UPDATE stemma.alert_output SET stopped = $2, failure = $2 WHERE output_id = $1", [
			output,
			toStored(reason),
		]);
		await tx.query(
			`UPDATE stemma.alert_delivery SET dead_at = now(), lease = NULL, failure = $2
			WHERE output_id = $1 AND sent_at IS NULL AND dead_at IS NULL`,
			[output, toStored(reason)],
		);
	});
}

/** Messages that were given up, the latest first. */
export async function listDead(
	database: Queryable,
	alerts: readonly StoredAlert[],
	limit: number,
): Promise<readonly DeadDelivery[]> {
	const rows = await database.query<EntryRow & { attempts: number; failure: string; dead_at: Date; target: string }>(
		`SELECT e.entry_id, e.found_at, e.packed, a.name, d.attempts, d.failure, d.dead_at, o.target
		FROM stemma.alert_delivery d JOIN stemma.alert_entry e ON e.entry_id = d.entry_id
			JOIN stemma.alert a ON a.alert_id = e.alert_id JOIN stemma.alert_output o ON o.output_id = d.output_id
		WHERE d.dead_at IS NOT NULL AND e.alert_id = ANY ($1::bigint[]) ORDER BY d.dead_at DESC, d.entry_id LIMIT $2`,
		[alerts.map(({ key }) => key), limit],
	);
	return Promise.all(
		rows.map(async (row): Promise<DeadDelivery> => {
			const { address } = JSON.parse(row.target) as { address: string };
			return {
				alert: row.name,
				entry: toId(row.entry_id),
				title: (await unpackEntry(row)).title,
				origin: originOf(address),
				tries: row.attempts,
				reason: row.failure,
				at: row.dead_at.toISOString(),
			};
		}),
	);
}

/** Gives what was given up new tries, and outputs that were stopped another chance. Resolves to how many messages. */
export async function retryDead(database: Database, alerts: readonly StoredAlert[]): Promise<number> {
	const keys = alerts.map(({ key }) => key);
	return database.tx(async (tx) => {
		await tx.query(
			`UPDATE stemma.alert_output SET stopped = NULL, failure = NULL, held_until = now()
			WHERE alert_id = ANY ($1::bigint[])`,
			[keys],
		);
		const rows = await tx.query(
			`UPDATE stemma.alert_delivery SET dead_at = NULL, failure = NULL, attempts = 0, due = now()
			WHERE dead_at IS NOT NULL AND output_id IN
				(SELECT output_id FROM stemma.alert_output WHERE alert_id = ANY ($1::bigint[])) RETURNING 1 AS one`,
			[keys],
		);
		return rows.length;
	});
}

/** Messages that are still to be sent. */
export async function countWaiting(database: Queryable): Promise<number> {
	const [row] = await database.query<{ waiting: number }>(
		"SELECT count(*)::int AS waiting FROM stemma.alert_delivery WHERE sent_at IS NULL AND dead_at IS NULL",
	);
	return row?.waiting ?? 0;
}

/** The last entry that an alert has, for a file that does not hold it yet; null when it holds all. */
export async function findUnwritten(database: Queryable, { key, alert }: StoredOutput<"feed">): Promise<bigint | null> {
	const [row] = await database.query<{ written: bigint; last: bigint | null }>(
		`SELECT o.written, (SELECT max(position) FROM stemma.alert_entry WHERE alert_id = $2) AS last
		FROM stemma.alert_output o WHERE o.output_id = $1`,
		[key, alert],
	);
	if (!row) return null;
	const last = row.last ?? UNWRITTEN;
	return last === row.written ? null : last;
}

/** Of a file of an alert that has found nothing. */
const UNWRITTEN = -1n;

/** Says how far a file was written. */
export async function settleWritten(database: Queryable, output: bigint, position: bigint): Promise<void> {
	await database.query("UPDATE stemma.alert_output SET written = $2, failure = NULL WHERE output_id = $1", [
		output,
		position,
	]);
}
