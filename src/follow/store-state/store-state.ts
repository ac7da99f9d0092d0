import { randomUUID } from "node:crypto";
import type { Capture } from "../../model/capture.ts";
import { type Database, errorCode, type Queryable } from "../../store/database.ts";
import { toId } from "../../store/keys.ts";
import { unpackJson } from "../../store/packing.ts";
import { keepPending, type PackedPending, packPending } from "../../store/workers/pending.ts";
import { compareText } from "../../text/compare.ts";
import {
	endMoved,
	type Finished,
	type FollowedSource,
	type FollowState,
	hostOf,
	type Outcome,
	type Task,
	type WantedPage,
} from "../schedule/state.ts";
import { keepEntries, keepKnown, sortEntries } from "./entries.ts";
import { type HostRow, hostKeyOf, keepHost, lockHosts, refreshDue, toHost } from "./hosts.ts";
import {
	dropPage,
	findSource,
	findWanted,
	hostOfSource,
	insertSource,
	isFollowedElsewhere,
	keepPages,
	removeSource,
	updateSource,
} from "./rows.ts";

/**
 * What following keeps, in a store: any number of processes on a server share it. A host is one row, and who has its
 * lease asks it; what was found, the captures and the end of the lease are one transaction, so that who is killed
 * loses nothing and doubles nothing. Captures are kept as `stemma add --queue` keeps them, for workers to read.
 *
 * @param machine whose folders are visited from here
 */
export function openStoreState(database: Database, machine: string): FollowState {
	// What is of a folder is for its own machine alone.
	const isHere = (parameter: string): string => `(host NOT LIKE 'file:%' OR host = ${parameter})`;
	const own = hostOf(`file://${machine}/`);

	return {
		add: (source, known = []) =>
			database.tx(async (tx) => {
				const host = hostOfSource(source);
				await lockHosts(tx, [host]);
				if (!(await insertSource(tx, source))) return false;
				await keepKnown(tx, source.id, known, dayOf(source.due));
				await refreshDue(tx, [hostKeyOf(host)]);
				return true;
			}),
		async sources() {
			const rows = await database.query<{ packed: Uint8Array }>("SELECT packed FROM stemma.followed_source");
			const sources = await Promise.all(rows.map(({ packed }) => unpackJson<FollowedSource>(packed)));
			return sources.sort((a, b) => compareText(a.url, b.url) || compareText(a.id, b.id));
		},
		async countWanted() {
			const rows = await database.query<{ source_id: bigint; pages: number }>(
				"SELECT source_id, count(*)::int AS pages FROM stemma.wanted_page GROUP BY source_id ORDER BY source_id",
			);
			return new Map(rows.map(({ source_id, pages }) => [toId(source_id), pages]));
		},
		async countDue(now) {
			const [row] = await database.query<{ due: number }>(
				`SELECT ((SELECT count(*) FROM stemma.followed_source WHERE due <= $1)
					+ (SELECT count(*) FROM stemma.wanted_page WHERE due <= $1))::int AS due`,
				[new Date(now)],
			);
			return row?.due ?? 0;
		},
		change: (id, to) =>
			again(() =>
				database.tx(async (tx) => {
					const before = await findSource(tx, id, false);
					if (!before) return false;
					const changed = to(before);
					const hosts = [...new Set([before, changed ?? before].map(hostOfSource))];
					await lockHosts(tx, hosts);
					const source = await findSource(tx, id, true);
					if (!source) return false;
					const others = changed === null ? await removeSource(tx, id) : [];
					if (changed !== null) await updateSource(tx, to(source) ?? changed);
					await refreshDue(tx, [...new Set([...hosts.map(hostKeyOf), ...others])]);
					return true;
				}),
			),
		async claim(now, until, most) {
			if (most <= 0) return [];
			return database.tx(async (tx) => {
				const hosts = await tx.query<HostRow>(
					`SELECT host_key, host, free, lease::text AS lease, robots FROM stemma.followed_host
					WHERE due IS NOT NULL AND greatest(due, free, leased_until) <= $1 AND ${isHere("$2")}
					ORDER BY due, host_key LIMIT $3 FOR UPDATE SKIP LOCKED`,
					[new Date(now), own, most],
				);
				if (hosts.length === 0) return [];
				const lease = randomUUID();
				await tx.query(
					"UPDATE stemma.followed_host SET lease = $2::uuid, leased_until = $3 WHERE host_key = ANY ($1::bigint[])",
					[hosts.map(({ host_key }) => host_key), lease, new Date(until)],
				);
				return findTasks(tx, hosts, lease, now);
			});
		},
		async finish(task, outcome, now) {
			const source = task.kind === "visit" ? task.source.id : task.page.source;
			const day = dayOf(now);
			// Packing takes longer than keeping: what is new is known beforehand, for nobody else has the source now.
			const { fresh } = await sortEntries(database, source, outcome.entries, day);
			const captures = [...fresh.map(({ capture }) => capture), outcome.capture].filter((one) => one !== null);
			const packed = await packCaptures(database, source, captures);
			return again(() =>
				database.tx((tx) => finishIn(tx, { task, outcome, source, packed: packed ?? new Map(), day, now })),
			);
		},
		async release({ host, lease }) {
			await database.query(
				"UPDATE stemma.followed_host SET lease = NULL, leased_until = NULL WHERE host_key = $1 AND lease = $2::uuid",
				[hostKeyOf(host.host), lease],
			);
		},
		async next() {
			const [row] = await database.query<{ at: Date | null }>(
				`SELECT min(greatest(due, free, leased_until)) AS at FROM stemma.followed_host
				WHERE due IS NOT NULL AND ${isHere("$1")}`,
				[own],
			);
			return row?.at?.getTime() ?? null;
		},
	};
}

/** Gives back what a process before this one had taken. Only for who owns the store alone. */
export async function endLeases(database: Queryable): Promise<void> {
	await database.query("UPDATE stemma.followed_host SET lease = NULL, leased_until = NULL WHERE lease IS NOT NULL");
}

/** Two sources that move to one address at the same moment: the second finds the first when it tries again. */
async function again<T>(work: () => Promise<T>): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await work();
		} catch (error) {
			if (errorCode(error) !== UNIQUE_VIOLATION || attempt === MOST_ATTEMPTS) throw error;
		}
	}
}
const UNIQUE_VIOLATION = "23505";
const MOST_ATTEMPTS = 3;

/** Of each host the task that is longest due; a host that has none after all is let go. */
async function findTasks(
	tx: Queryable,
	hosts: readonly HostRow[],
	lease: string,
	now: number,
): Promise<readonly Task[]> {
	const rows = await tx.query<{ host_key: bigint; kind: Task["kind"]; packed: Uint8Array }>(
		`SELECT DISTINCT ON (host_key) host_key, kind, packed FROM (
			SELECT h.host_key, 'visit' AS kind, s.id, s.due, s.packed FROM unnest($1::bigint[]) AS h (host_key), LATERAL
				(SELECT source_id AS id, due, packed FROM stemma.followed_source
				WHERE followed_source.host_key = h.host_key AND due <= $2 ORDER BY due, source_id LIMIT 1) s
			UNION ALL
			SELECT h.host_key, 'page' AS kind, p.id, p.due, p.packed FROM unnest($1::bigint[]) AS h (host_key), LATERAL
				(SELECT page_key AS id, due, packed FROM stemma.wanted_page
				WHERE wanted_page.host_key = h.host_key AND due <= $2 ORDER BY due, page_key LIMIT 1) p
		) AS first ORDER BY host_key, due, kind, id`,
		[hosts.map(({ host_key }) => host_key), new Date(now)],
	);
	const byHost = new Map(rows.map((row) => [row.host_key, row]));
	const tasks: Task[] = [];
	for (const row of hosts) {
		const found = byHost.get(row.host_key);
		if (!found) continue;
		const host = await toHost(row);
		tasks.push(
			found.kind === "visit"
				? { kind: "visit", lease, host, source: await unpackJson<FollowedSource>(found.packed) }
				: { kind: "page", lease, host, page: await unpackJson<WantedPage>(found.packed) },
		);
	}
	// What was due there is wanted of another host by now.
	const idle = hosts.flatMap(({ host_key }) => (byHost.has(host_key) ? [] : [host_key]));
	if (idle.length > 0) {
		await tx.query(
			"UPDATE stemma.followed_host SET lease = NULL, leased_until = NULL WHERE host_key = ANY ($1::bigint[])",
			[idle],
		);
		await refreshDue(tx, idle);
	}
	return tasks;
}

/** Captures as they are queued, by themselves; null when their source is there no more. */
async function packCaptures(
	database: Queryable,
	source: string,
	captures: readonly Capture[],
): Promise<ReadonlyMap<Capture, PackedPending> | null> {
	const input = captures.length === 0 ? null : ((await findSource(database, source, false))?.given ?? null);
	if (input === null) return null;
	const packed = await packPending(captures.map((capture) => ({ capture, input })));
	return new Map(packed.map((one) => [one.capture, one]));
}

interface Finishing {
	readonly task: Task;
	readonly outcome: Outcome;
	/** The source's id. */
	readonly source: string;
	readonly packed: ReadonlyMap<Capture, PackedPending>;
	readonly day: string;
	readonly now: number;
}

async function finishIn(tx: Queryable, finishing: Finishing): Promise<Finished> {
	const { task, outcome, day, now } = finishing;
	const { fresh, rows } = await sortEntries(tx, finishing.source, outcome.entries, day);
	const source = await findSource(tx, finishing.source, false);
	const after = source && (await settleSource(tx, source, outcome.source?.(fresh.length) ?? null, now));
	const pages = [...fresh.map(({ page }) => page), outcome.page].filter((page) => page !== null);
	const hosts = [task.host.host, ...pages.map(({ url }) => hostOf(url)), ...(after ? [hostOfSource(after)] : [])];
	const locked = await lockHosts(tx, hosts);
	if (locked.get(hostKeyOf(task.host.host))?.lease !== task.lease) return NOTHING;
	// The source may have been paused or removed up to here; from here on nobody can.
	const current = await findSource(tx, finishing.source, true);
	const wanted = task.kind === "page" ? await findWanted(tx, task.page) : "same";
	const isKept = current !== null && wanted !== null;
	let kept = 0;
	await keepHost(tx, outcome.host, outcome.host.robots !== task.host.robots);
	if (isKept) {
		if (task.kind === "page" && wanted === "same" && !outcome.page) await dropPage(tx, task.page);
		// What a later version of the entry asked for meanwhile stays asked for.
		await keepPages(tx, wanted === "later" ? pages.filter((page) => page !== outcome.page) : pages);
		await keepEntries(tx, finishing.source, rows, day);
		const captures = [...fresh.map(({ capture }) => capture), outcome.capture].filter((one) => one !== null);
		kept = captures.length;
		await keepPending(tx, await packMissing(finishing, captures, current.given), day);
		if (after) {
			const status = current.status === "paused" && after.status === "active" ? current.status : after.status;
			await updateSource(tx, { ...after, status });
		}
	}
	await refreshDue(tx, [...locked.keys()]);
	return isKept ? { kept: true, fresh: fresh.length, captures: kept } : NOTHING;
}

const NOTHING: Finished = { kept: false, fresh: 0, captures: 0 };

/** The source after a visit: gone where another one has its new address. */
async function settleSource(
	tx: Queryable,
	before: FollowedSource,
	after: FollowedSource | null,
	now: number,
): Promise<FollowedSource | null> {
	if (after === null || after.url === before.url || !(await isFollowedElsewhere(tx, after))) return after;
	return endMoved(after, now);
}

async function packMissing(
	{ packed }: Finishing,
	captures: readonly Capture[],
	input: string,
): Promise<readonly PackedPending[]> {
	const missing = await packPending(
		captures.filter((capture) => !packed.has(capture)).map((capture) => ({ capture, input })),
	);
	return [...captures.flatMap((capture) => packed.get(capture) ?? []), ...missing];
}

/** The day of a moment, UTC. */
function dayOf(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(0, 10);
}
