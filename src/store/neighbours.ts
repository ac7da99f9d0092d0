import type { Queryable } from "./database.ts";

/** Rows that go into one statement. */
const MOST_ROWS = 5000;

/** By what an article is brought together with others. */
export interface KeyedArticle {
	readonly article: bigint;
	readonly keys: readonly number[];
}

/**
 * Keeps by what articles are brought together, in the place of what was kept before. Runs in the transaction that keeps
 * their annotations and before it, since these have the keys by which the rows are taken away.
 */
export async function keepNeighbourKeys(tx: Queryable, articles: readonly KeyedArticle[]): Promise<void> {
	const kept = await findKept(
		tx,
		articles.map(({ article }) => article),
	);
	const before = new Map(kept.map((row) => [row.article, row.keys.join()]));
	// Of most that are annotated again the keys are what they were.
	const changed = articles.filter(({ article, keys }) => before.get(article) !== keys.join());
	const again = new Set(changed.map(({ article }) => article));
	await deleteRows(
		tx,
		kept.filter(({ article }) => again.has(article)),
	);
	const rows = changed.flatMap(({ article, keys }) => keys.map((key) => ({ article, key })));
	for (let at = 0; at < rows.length; at += MOST_ROWS) {
		const some = rows.slice(at, at + MOST_ROWS);
		await tx.query(
			`INSERT INTO stemma.neighbour (key, day, article_id)
			SELECT given.key, article.day, given.article_id FROM unnest($1::int[], $2::bigint[]) AS given (key, article_id)
			JOIN stemma.article ON article.article_id = given.article_id
			ON CONFLICT (key, day, article_id) DO NOTHING`,
			[some.map(({ key }) => key), some.map(({ article }) => article)],
		);
	}
}

/** Takes away by what articles are brought together, in the transaction that takes their annotations and before it. */
export async function dropNeighbourKeys(tx: Queryable, articles: readonly bigint[]): Promise<void> {
	await deleteRows(tx, await findKept(tx, articles));
}

interface KeptKeys extends KeyedArticle {
	readonly day: string;
}

async function findKept(tx: Queryable, articles: readonly bigint[]): Promise<readonly KeptKeys[]> {
	const rows = await tx.query<{ article_id: bigint; day: string; keys: Uint8Array | null }>(
		"SELECT article_id, day, keys FROM stemma.annotation WHERE article_id = ANY ($1::bigint[])",
		[articles],
	);
	return rows.map(({ article_id, day, keys }) => ({ article: article_id, day, keys: unpackKeys(keys) }));
}

async function deleteRows(tx: Queryable, kept: readonly KeptKeys[]): Promise<void> {
	const rows = kept.flatMap(({ article, day, keys }) => keys.map((key) => ({ article, day, key })));
	if (rows.length === 0) return;
	await tx.query(
		`DELETE FROM stemma.neighbour USING unnest($1::int[], $2::date[], $3::bigint[]) AS given (key, day, article_id)
		WHERE neighbour.key = given.key AND neighbour.day = given.day AND neighbour.article_id = given.article_id`,
		[rows.map(({ key }) => key), rows.map(({ day }) => day), rows.map(({ article }) => article)],
	);
}

export function packKeys(keys: readonly number[]): Uint8Array {
	const view = new DataView(new ArrayBuffer(4 * keys.length));
	for (const [at, key] of keys.entries()) view.setInt32(4 * at, key);
	return new Uint8Array(view.buffer);
}

export function unpackKeys(packed: Uint8Array | null): readonly number[] {
	if (packed === null) return [];
	const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
	return Array.from({ length: packed.byteLength / 4 }, (_, at) => view.getInt32(4 * at));
}
