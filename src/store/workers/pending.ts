import type { Capture } from "../../model/capture.ts";
import { hashBytes, keepContents } from "../contents.ts";
import type { Queryable } from "../database.ts";
import { askJobs } from "../jobs.ts";
import { keyOf, toDay, toId, toKey, toShown } from "../keys.ts";
import { pack, packJson, unpack, unpackJson } from "../packing.ts";
import { type CaptureDetail, captureId, UNREAD } from "../readings.ts";

/** A capture that is kept and not read yet. */
export interface Pending {
	readonly capture: Capture;
	/** The file or address that it came from. */
	readonly input: string;
}

/** A capture packed outside of the transaction that keeps it. */
export interface PackedPending extends Pending {
	readonly id: string;
	readonly detail: Uint8Array;
	readonly content: Uint8Array;
}

export function packPending(pending: readonly Pending[]): Promise<readonly PackedPending[]> {
	return Promise.all(
		pending.map(async ({ capture, input }): Promise<PackedPending> => {
			const { bytes, ...origin } = capture;
			const detail: CaptureDetail = { ...origin, input, problems: [] };
			const [packedDetail, content] = await Promise.all([packJson(detail), pack(bytes)]);
			return { capture, input, id: captureId(capture), detail: packedDetail, content };
		}),
	);
}

/** Keeps captures with a job for each to be read. What stands there already is left as it is. */
export async function keepPending(tx: Queryable, pending: readonly PackedPending[], today: string): Promise<void> {
	const sorted = [...pending].sort((a, b) => (a.id < b.id ? -1 : 1));
	const days = sorted.map(({ capture }) => toDay(capture.at) ?? today);
	const hashes = sorted.map(({ capture }) => hashBytes(capture.sha256));
	await tx.query(
		`INSERT INTO stemma.capture (article_id, capture_id, day, input_key, place_key, place, sha256, bytes, is_article,
			program, detail)
		SELECT id, id, day, input_key, place_key, place, sha256, bytes, false, $8, detail
		FROM unnest($1::bigint[], $2::date[], $3::bigint[], $4::bigint[], $5::text[], $6::bytea[], $7::int[], $9::bytea[])
			AS given (id, day, input_key, place_key, place, sha256, bytes, detail)
		ON CONFLICT (article_id, capture_id, day) DO NOTHING`,
		[
			sorted.map(({ id }) => toKey(id)),
			days,
			sorted.map(({ input }) => keyOf("input", input)),
			sorted.map(({ capture }) => keyOf("place", capture.place)),
			sorted.map(({ capture }) => toShown(capture.place)),
			hashes,
			sorted.map(({ capture }) => capture.bytes.byteLength),
			UNREAD,
			sorted.map(({ detail }) => detail),
		],
	);
	await keepContents(
		tx,
		sorted.map(({ id, content }, at) => ({
			key: toKey(id),
			sha256: hashes[at] ?? new Uint8Array(),
			day: days[at] ?? today,
			packed: content,
		})),
	);
	await askJobs(
		tx,
		"read",
		sorted.map(({ id, capture }) => ({ subject: id, detail: JSON.stringify({ bytes: capture.bytes.byteLength }) })),
	);
}

/** The captures of these ids that are still to be read, by id. */
export async function findPending(database: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, Pending>> {
	const rows = await database.query<{ capture_id: bigint; detail: Uint8Array; packed: Uint8Array }>(
		`SELECT capture.capture_id, capture.detail, content.packed FROM stemma.capture JOIN stemma.content
			ON content.article_id = capture.article_id AND content.sha256 = capture.sha256 AND content.day = capture.day
		WHERE capture.article_id = ANY ($1::bigint[]) AND capture.program = $2`,
		[ids.map(toKey), UNREAD],
	);
	const found = await Promise.all(
		rows.map(async ({ capture_id, detail, packed }) => {
			const { problems: _, input, ...origin } = await unpackJson<CaptureDetail>(detail);
			return [toId(capture_id), { capture: { ...origin, bytes: await unpack(packed) }, input }] as const;
		}),
	);
	return new Map(found);
}

/** Takes captures away that were to be read, in the transaction that keeps what was read in them. */
export async function dropPending(tx: Queryable, ids: readonly string[]): Promise<void> {
	const keys = ids.map(toKey);
	const rows = await tx.query<{ article_id: bigint }>(
		"DELETE FROM stemma.capture WHERE article_id = ANY ($1::bigint[]) AND program = $2 RETURNING article_id",
		[keys, UNREAD],
	);
	await tx.query("DELETE FROM stemma.content WHERE article_id = ANY ($1::bigint[])", [
		rows.map(({ article_id }) => article_id),
	]);
}
