import type { Queryable } from "../../store/database.ts";
import { keyOf, toShown } from "../../store/keys.ts";
import { packJson, unpackJson } from "../../store/packing.ts";
import { compareText } from "../../text/compare.ts";
import type { HostState, KnownRobots } from "../schedule/state.ts";

/** A row of `followed_host`. */
export interface HostRow {
	readonly host_key: bigint;
	readonly host: string;
	readonly free: Date;
	readonly lease: string | null;
	readonly robots: Uint8Array;
}

export function hostKeyOf(host: string): bigint {
	return keyOf("host", host);
}

/**
 * Makes rows for hosts that have none and locks them all, in one order everywhere, so that two who finish at once do
 * not wait for each other. Resolves to the rows by their keys.
 */
export async function lockHosts(tx: Queryable, hosts: readonly string[]): Promise<ReadonlyMap<bigint, HostRow>> {
	const once = [...new Set(hosts)].sort(compareText);
	const keys = once.map(hostKeyOf);
	await tx.query(
		`INSERT INTO stemma.followed_host (host_key, host, free, robots)
		SELECT host_key, host, 'epoch', $3 FROM unnest($1::bigint[], $2::text[]) AS given (host_key, host) ORDER BY host_key
		ON CONFLICT (host_key) DO NOTHING`,
		[keys, once.map(toShown), await packJson(null)],
	);
	const rows = await tx.query<HostRow>(
		`SELECT host_key, host, free, lease::text AS lease, robots FROM stemma.followed_host
		WHERE host_key = ANY ($1::bigint[]) ORDER BY host_key FOR UPDATE`,
		[keys],
	);
	return new Map(rows.map((row) => [row.host_key, row]));
}

/** Says of hosts, whose rows are locked, when the first of what is to be asked of them is due. */
export async function refreshDue(tx: Queryable, keys: readonly bigint[]): Promise<void> {
	await tx.query(
		`UPDATE stemma.followed_host SET due = least(
			(SELECT min(due) FROM stemma.followed_source WHERE followed_source.host_key = followed_host.host_key),
			(SELECT min(due) FROM stemma.wanted_page WHERE wanted_page.host_key = followed_host.host_key))
		WHERE host_key = ANY ($1::bigint[])`,
		[keys],
	);
}

/** Lets go of a host, and keeps what is known of it after a task. @param isAsked whether its robots.txt was asked for */
export async function keepHost(tx: Queryable, { host, free, robots }: HostState, isAsked: boolean): Promise<void> {
	await tx.query(
		`UPDATE stemma.followed_host SET free = $2, robots = coalesce($3, robots), lease = NULL, leased_until = NULL
		WHERE host_key = $1`,
		[hostKeyOf(host), new Date(free), isAsked ? await packJson(robots) : null],
	);
}

export async function toHost({ host, free, robots }: HostRow): Promise<HostState> {
	return { host, free: free.getTime(), robots: await unpackJson<KnownRobots | null>(robots) };
}
