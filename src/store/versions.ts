import type { CaptureOrigin } from "../model/capture.ts";
import { hashBytes } from "./contents.ts";
import type { Queryable } from "./database.ts";
import { toId, toKey } from "./keys.ts";
import { unpack, unpackJson } from "./packing.ts";
import type { CaptureDetail } from "./readings.ts";

/** Texts of one source that are looked at together: a live page that was read every minute has more. */
const MOST = 24;

/** The texts of an article's source that the store has, itself among them: the latest of them, by id. */
export async function findTextsOfSource(database: Queryable, article: string): Promise<readonly string[]> {
	const rows = await database.query<{ article_id: bigint }>(
		`SELECT article_id FROM stemma.article WHERE source_key =
			(SELECT source_key FROM stemma.article WHERE article_id = $1)
		ORDER BY article_id = $1 DESC, coalesce(published_from, day) DESC, article_id LIMIT ${MOST}`,
		[toKey(article)],
	);
	return rows.map(({ article_id }) => toId(article_id)).sort();
}

/** A capture that gave an article. */
export interface ListedCapture extends Pick<CaptureOrigin, "place" | "url" | "mediaType" | "sha256" | "at"> {
	/** How many bytes it has. */
	readonly bytes: number;
	/** Whether the article is read from this one. */
	readonly isLeader: boolean;
}

/** The captures that gave an article: the one that it is read from first, then by time and place. */
export async function listCaptures(database: Queryable, article: string): Promise<readonly ListedCapture[]> {
	const rows = await database.query<{ bytes: number; leads: boolean; detail: Uint8Array }>(
		`SELECT capture.bytes, capture.capture_id = article.capture_id AS leads, capture.detail FROM stemma.capture
		JOIN stemma.article ON article.article_id = capture.article_id
		WHERE capture.article_id = $1 AND capture.is_article
		ORDER BY leads DESC, capture.added_at, capture.capture_id LIMIT 100`,
		[toKey(article)],
	);
	return Promise.all(
		rows.map(async ({ bytes, leads, detail }) => {
			const { place, url, mediaType, sha256, at } = await unpackJson<CaptureDetail>(detail);
			return { place, url, mediaType, sha256, at, bytes, isLeader: leads };
		}),
	);
}

/** The bytes of a capture of an article, as they were taken; null where there are none of this hash. */
export async function readCaptureBytes(
	database: Queryable,
	article: string,
	sha256: string,
): Promise<Uint8Array | null> {
	const [row] = await database.query<{ packed: Uint8Array }>(
		"SELECT packed FROM stemma.content WHERE article_id = $1 AND sha256 = $2 LIMIT 1",
		[toKey(article), hashBytes(sha256)],
	);
	return row === undefined ? null : unpack(row.packed);
}
