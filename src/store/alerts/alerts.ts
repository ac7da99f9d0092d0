import type { AskedAlert, ListedAlert, ListedOutput } from "../../model/alert.ts";
import { UserError } from "../../model/problem.ts";
import type { Database, Queryable } from "../database.ts";
import { askJobs } from "../jobs.ts";
import { keyOf, toId, toStored } from "../keys.ts";

/** Where an alert's entries are to go. */
export type AlertTarget =
	| { readonly kind: "feed"; readonly file: string; readonly host: string }
	| { readonly kind: "webhook"; readonly address: string; readonly secret: string };

/** An alert as it is looked with. */
export interface StoredAlert {
	readonly key: bigint;
	readonly name: string;
	readonly asked: AskedAlert;
	/** Null where all counts as new. */
	readonly since: Date | null;
}

/** What is said when an alert is saved. */
export interface NewAlert {
	readonly name: string;
	readonly asked: AskedAlert;
	/** Whether what the store has already counts too. */
	readonly isForAll: boolean;
	readonly targets: readonly AlertTarget[];
}

/** Alerts that a store takes: each story that changes is looked through for all of them. */
const MOST_ALERTS = 1000;

/**
 * Saves an alert.
 *
 * @throws UserError `alerts/name` for a name that there is already, `alerts/too-many`
 */
export async function addAlert(database: Database, { name, asked, isForAll, targets }: NewAlert): Promise<void> {
	const key = keyOf("alert", name);
	await database.tx(async (tx) => {
		const [count] = await tx.query<{ alerts: number }>("SELECT count(*)::int AS alerts FROM stemma.alert");
		if ((count?.alerts ?? 0) >= MOST_ALERTS) {
			throw new UserError("alerts/too-many", `a store takes ${MOST_ALERTS} alerts; remove one first`);
		}
		const added = await tx.query(
			`INSERT INTO stemma.alert (alert_id, name, asked, since) VALUES ($1, $2, $3, CASE WHEN $4 THEN NULL ELSE now() END)
			ON CONFLICT (alert_id) DO NOTHING RETURNING 1 AS one`,
			[key, toStored(name), toStored(JSON.stringify(asked)), isForAll],
		);
		if (added.length === 0) {
			throw new UserError("alerts/name", `there is an alert ${name} already; remove it first, or give another name`);
		}
		for (const { kind, ...target } of targets) {
			await tx.query("INSERT INTO stemma.alert_output (alert_id, kind, target) VALUES ($1, $2, $3)", [
				key,
				kind,
				toStored(JSON.stringify(target)),
			]);
		}
		if (isForAll) await askAllLooks(tx);
	});
}

/** Takes alerts away with all that they found. Throws UserError `alerts/unknown` when there is none of a name. */
export async function removeAlerts(database: Database, names: readonly string[]): Promise<void> {
	await database.tx(async (tx) => {
		const keys = (await requireAlerts(tx, names)).map(({ key }) => key);
		await tx.query(
			`DELETE FROM stemma.alert_delivery WHERE output_id IN
				(SELECT output_id FROM stemma.alert_output WHERE alert_id = ANY ($1::bigint[]))`,
			[keys],
		);
		for (const table of ["alert_output", "alert_key", "alert_entry", "alert"]) {
			await tx.query(`DELETE FROM stemma.${table} WHERE alert_id = ANY ($1::bigint[])`, [keys]);
		}
	});
}

/** All alerts, by name. */
export async function readAlerts(database: Queryable): Promise<readonly StoredAlert[]> {
	const rows = await database.query<{ alert_id: bigint; name: string; asked: string; since: Date | null }>(
		'SELECT alert_id, name, asked, since FROM stemma.alert ORDER BY name COLLATE "C"',
	);
	return rows.map(({ alert_id, name, asked, since }) => ({
		key: alert_id,
		name,
		asked: JSON.parse(asked) as AskedAlert,
		since,
	}));
}

/** The alerts of these names, or all where none is named. Throws UserError `alerts/unknown`, naming those there are. */
export async function requireAlerts(database: Queryable, names: readonly string[]): Promise<readonly StoredAlert[]> {
	const alerts = await readAlerts(database);
	if (names.length === 0) return alerts;
	return [...new Set(names)].map((wanted) => {
		const alert = alerts.find(({ name }) => name === wanted);
		if (alert) return alert;
		const there = alerts.map(({ name }) => name).join(", ");
		throw new UserError(
			"alerts/unknown",
			there === "" ? `there is no alert ${wanted}, nor any other` : `there is no alert ${wanted}; there are ${there}`,
		);
	});
}

/** All alerts with what they came to, by name. */
export async function listAlerts(database: Queryable): Promise<readonly ListedAlert[]> {
	const alerts = await readAlerts(database);
	const counts = await database.query<{ alert_id: bigint; entries: number; last: Date | null }>(
		"SELECT alert_id, count(*)::int AS entries, max(found_at) AS last FROM stemma.alert_entry GROUP BY alert_id",
	);
	const outputs = await listOutputs(database);
	return alerts.map(({ key, name, asked, since }) => {
		const own = counts.find(({ alert_id }) => alert_id === key);
		return {
			name,
			asked,
			since: since?.toISOString() ?? null,
			entries: own?.entries ?? 0,
			last: own?.last?.toISOString() ?? null,
			outputs: outputs.flatMap(({ alert, output }) => (alert === key ? [output] : [])),
		};
	});
}

async function listOutputs(
	database: Queryable,
): Promise<readonly { readonly alert: bigint; readonly output: ListedOutput }[]> {
	const rows = await database.query<OutputRow>(
		`SELECT o.output_id, o.alert_id, o.kind, o.target, o.failure, o.stopped,
			count(d.sent_at)::int AS sent, count(d.dead_at)::int AS dead,
			count(*) FILTER (WHERE d.entry_id IS NOT NULL AND d.sent_at IS NULL AND d.dead_at IS NULL)::int AS waiting,
			greatest(o.held_until, min(d.due) FILTER (WHERE d.sent_at IS NULL AND d.dead_at IS NULL)) AS next
		FROM stemma.alert_output o LEFT JOIN stemma.alert_delivery d ON d.output_id = o.output_id
		GROUP BY o.output_id ORDER BY o.output_id`,
	);
	return rows.map(({ output_id, alert_id, kind, target, failure, stopped, sent, dead, waiting, next }) => {
		const output = toId(output_id);
		const stored = { kind, ...(JSON.parse(target) as object) } as AlertTarget;
		return {
			alert: alert_id,
			output:
				stored.kind === "feed"
					? { kind: "feed", output, file: stored.file, host: stored.host }
					: {
							kind: "webhook",
							output,
							origin: originOf(stored.address),
							secret: stored.secret,
							next: waiting > 0 && stopped === null ? (next?.toISOString() ?? null) : null,
							failure,
							stopped,
							sent,
							waiting,
							dead,
						},
		};
	});
}

interface OutputRow {
	readonly output_id: bigint;
	readonly alert_id: bigint;
	readonly kind: AlertTarget["kind"];
	readonly target: string;
	readonly failure: string | null;
	readonly stopped: string | null;
	readonly sent: number;
	readonly dead: number;
	readonly waiting: number;
	readonly next: Date | null;
}

/** An address as far as its host: what follows may be a secret of whoever listens there. */
export function originOf(address: string): string {
	return URL.canParse(address) ? new URL(address).origin : "an address that cannot be read";
}

/** The jobs of looking through stories for alerts. */
export const LOOK_JOB = "alert";

/** Asks for a look at stories, where there is an alert at all. */
export async function askLooks(tx: Queryable, stories: readonly string[]): Promise<void> {
	const alerts = await tx.query("SELECT 1 AS one FROM stemma.alert LIMIT 1");
	if (alerts.length === 0) return;
	await askJobs(
		tx,
		LOOK_JOB,
		stories.map((subject) => ({ subject })),
	);
}

/** Asks for a look at every story that has a record. */
async function askAllLooks(tx: Queryable): Promise<void> {
	const rows = await tx.query<{ story_id: bigint }>("SELECT story_id FROM stemma.story_record");
	for (let at = 0; at < rows.length; at += 1000) {
		await askJobs(
			tx,
			LOOK_JOB,
			rows.slice(at, at + 1000).map(({ story_id }) => ({ subject: toId(story_id) })),
		);
	}
}
