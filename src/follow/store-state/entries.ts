import type { Queryable } from "../../store/database.ts";
import { keyOf, toKey } from "../../store/keys.ts";
import type { FoundEntry } from "../schedule/state.ts";

/** Days for which an entry is remembered that is no longer in its source, and after which it is said to be there still. */
const REMEMBERED = 90;
const SEEN_AGAIN = 7;

type Known = Pick<FoundEntry, "entry" | "mark">;

interface Announced {
	readonly mark: bigint;
	readonly changes: number;
	readonly isOld: boolean;
}

/** What came of the entries that a visit found. */
export interface SortedEntries {
	/** New or changed. */
	readonly fresh: readonly FoundEntry[];
	/** What is to be said of them, and of those that nobody has said for a week to be there still. */
	readonly rows: readonly { readonly key: bigint; readonly mark: bigint; readonly changes: number }[];
}

const entryKeyOf = ({ entry }: Known): bigint => keyOf("entry", entry.id);
const markOf = ({ mark }: Known): bigint => keyOf("mark", mark);

/** Tells what is new or changed of a source's entries from what the store knows of them. */
export async function sortEntries(
	database: Queryable,
	source: string,
	entries: readonly FoundEntry[],
	day: string,
): Promise<SortedEntries> {
	if (entries.length === 0) return { fresh: [], rows: [] };
	const rows = await database.query<{ entry_key: bigint; mark: bigint; changes: number; is_old: boolean }>(
		`SELECT entry_key, mark, changes, seen < $3::date - ${SEEN_AGAIN} AS is_old FROM stemma.announced_entry
		WHERE source_id = $1 AND entry_key = ANY ($2::bigint[])`,
		[toKey(source), entries.map(entryKeyOf), day],
	);
	const known = new Map<bigint, Announced>(
		rows.map(({ entry_key, mark, changes, is_old }) => [entry_key, { mark, changes, isOld: is_old }]),
	);
	const fresh: FoundEntry[] = [];
	const said = new Map<bigint, SortedEntries["rows"][number]>();
	for (const one of entries) {
		const [key, mark] = [entryKeyOf(one), markOf(one)];
		if (said.has(key)) continue;
		const before = known.get(key);
		const changes = before ? before.changes + 1 : 0;
		if (before?.mark === mark || changes > one.most) {
			if (before?.isOld) said.set(key, { key, mark: before.mark, changes: before.changes });
			continue;
		}
		said.set(key, { key, mark, changes });
		fresh.push(one);
	}
	return { fresh, rows: [...said.values()] };
}

/** Says what is known of entries, and forgets what has long been out of the source. */
export async function keepEntries(
	tx: Queryable,
	source: string,
	rows: SortedEntries["rows"],
	day: string,
): Promise<void> {
	if (rows.length === 0) return;
	await tx.query(
		`INSERT INTO stemma.announced_entry (source_id, entry_key, mark, changes, seen)
		SELECT $1::bigint, entry_key, mark, changes, $5::date
		FROM unnest($2::bigint[], $3::bigint[], $4::int[]) AS given (entry_key, mark, changes) ORDER BY entry_key
		ON CONFLICT (source_id, entry_key) DO UPDATE SET mark = excluded.mark, changes = excluded.changes, seen = excluded.seen`,
		[toKey(source), rows.map(({ key }) => key), rows.map(({ mark }) => mark), rows.map(({ changes }) => changes), day],
	);
	await tx.query(`DELETE FROM stemma.announced_entry WHERE source_id = $1 AND seen < $2::date - ${REMEMBERED}`, [
		toKey(source),
		day,
	]);
}

/** Says of entries that were kept otherwise that they are known. */
export async function keepKnown(tx: Queryable, source: string, known: readonly Known[], day: string): Promise<void> {
	const rows = new Map(known.map((one) => [entryKeyOf(one), { key: entryKeyOf(one), mark: markOf(one), changes: 0 }]));
	await keepEntries(tx, source, [...rows.values()], day);
}
