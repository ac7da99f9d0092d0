import { noteSameArticle } from "../article/same-article.ts";
import type { Article } from "../model/article.ts";
import type { Capture } from "../model/capture.ts";
import type { ListedProblem } from "../model/problem.ts";
import { compareProblems } from "../text/compare.ts";
import type { Queryable } from "./database.ts";
import { toId, toKey } from "./keys.ts";
import { unpack, unpackJson } from "./packing.ts";
import type { CaptureDetail } from "./readings.ts";

/** Articles that are read at once. */
const BATCH = 200;

/** All articles as they were read, by id, some at a time. */
export async function* readArticles(database: Queryable): AsyncGenerator<readonly Article[]> {
	for (let last = -1n; ; ) {
		const rows = await database.query<{ article_id: bigint; packed: Uint8Array }>(
			`SELECT article_id, packed FROM stemma.article_body WHERE article_id > $1 ORDER BY article_id LIMIT ${BATCH}`,
			[last],
		);
		const end = rows.at(-1)?.article_id;
		if (end === undefined) return;
		yield await Promise.all(rows.map(({ packed }) => unpackJson<Article>(packed)));
		last = end;
	}
}

/** These articles as they were read, by id; those that are not there are left out. */
export async function findArticles(database: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, Article>> {
	const rows = await database.query<{ article_id: bigint; packed: Uint8Array }>(
		"SELECT article_id, packed FROM stemma.article_body WHERE article_id = ANY ($1::bigint[])",
		[ids.map(toKey)],
	);
	const articles = await Promise.all(
		rows.map(async ({ article_id, packed }) => [toId(article_id), await unpackJson<Article>(packed)] as const),
	);
	return new Map(articles);
}

/** The captures of articles, the bytes included. */
export async function findCaptures(database: Queryable, articles: readonly string[]): Promise<readonly Capture[]> {
	const rows = await database.query<{ detail: Uint8Array; packed: Uint8Array }>(
		`SELECT capture.detail, content.packed FROM stemma.capture JOIN stemma.content
			ON content.article_id = capture.article_id AND content.sha256 = capture.sha256 AND content.day = capture.day
		WHERE capture.article_id = ANY ($1::bigint[]) ORDER BY capture.article_id, capture.capture_id`,
		[articles.map(toKey)],
	);
	return Promise.all(
		rows.map(async ({ detail, packed }) => {
			const { problems: _, input: __, ...origin } = await unpackJson<CaptureDetail>(detail);
			return { ...origin, bytes: await unpack(packed) };
		}),
	);
}

/** What went wrong with inputs, and which gave what another one had given: as collating them would list it. */
export async function readProblems(database: Queryable): Promise<readonly ListedProblem[]> {
	const kept = await database.query<{ packed: Uint8Array }>("SELECT packed FROM stemma.problem");
	const listed = await Promise.all(kept.map(({ packed }) => unpackJson<ListedProblem>(packed)));
	const unread = await database.query<{ detail: Uint8Array }>("SELECT detail FROM stemma.capture WHERE NOT is_article");
	for (const { detail } of unread) {
		const { place, problems } = await unpackJson<CaptureDetail>(detail);
		for (const problem of problems) listed.push({ ...problem, article: null, place });
	}
	// The same place read again is no other input.
	const same = await database.query<{ article_id: bigint; detail: Uint8Array }>(
		`SELECT DISTINCT ON (capture.article_id, capture.place_key) capture.article_id, capture.detail
		FROM stemma.capture JOIN stemma.article ON article.article_id = capture.article_id
		WHERE capture.capture_id <> article.capture_id AND capture.place_key <> (SELECT leader.place_key FROM stemma.capture leader
			WHERE leader.article_id = article.article_id AND leader.capture_id = article.capture_id)
		ORDER BY capture.article_id, capture.place_key, capture.capture_id`,
	);
	for (const { article_id, detail } of same) {
		listed.push(noteSameArticle({ id: toId(article_id), capture: await unpackJson<CaptureDetail>(detail) }));
	}
	return listed.sort(compareProblems);
}
