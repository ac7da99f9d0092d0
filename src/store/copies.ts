import type { CopyGroup, Passage } from "../model/record.ts";
import { comparePlaces, compareText } from "../text/compare.ts";
import type { Queryable } from "./database.ts";
import { toId, toKey } from "./keys.ts";

/** Keeps copy groups, each in the place of an earlier one of its id. */
export async function keepCopyGroups(tx: Queryable, groups: readonly CopyGroup[]): Promise<void> {
	await dropCopyGroups(
		tx,
		groups.map(({ id }) => id),
	);
	const rows = groups.flatMap(({ id, kind, members }) =>
		members.map(({ article, spans }, position) => ({ id, kind, article, position, spans })),
	);
	for (const { id, kind, article, position, spans } of rows.sort((a, b) => compareText(a.article, b.article))) {
		await tx.query(
			"INSERT INTO stemma.copy_member (article_id, group_id, position, kind, spans) VALUES ($1, $2, $3, $4, $5)",
			[toKey(article), toKey(id), position, kind, spans.flatMap(({ start, end }) => [start, end])],
		);
	}
}

async function dropCopyGroups(tx: Queryable, groups: readonly string[]): Promise<void> {
	await tx.query("DELETE FROM stemma.copy_member WHERE group_id = ANY ($1::bigint[])", [groups.map(toKey)]);
}

/** The groups that any of these articles is in, whole, by id. */
export async function findCopyGroups(database: Queryable, articles: readonly string[]): Promise<readonly CopyGroup[]> {
	const rows = await database.query<{ article_id: bigint; group_id: bigint; kind: CopyGroup["kind"]; spans: number[] }>(
		`SELECT article_id, group_id, kind, spans FROM stemma.copy_member WHERE group_id IN
			(SELECT group_id FROM stemma.copy_member WHERE article_id = ANY ($1::bigint[]))
		ORDER BY group_id, position`,
		[articles.map(toKey)],
	);
	const groups = new Map<string, { id: string; kind: CopyGroup["kind"]; members: CopyGroup["members"][number][] }>();
	for (const { article_id, group_id, kind, spans } of rows) {
		const id = toId(group_id);
		const group = groups.get(id) ?? { id, kind, members: [] };
		groups.set(id, group);
		const pairs = Array.from({ length: spans.length / 2 }, (_, at) => ({
			start: spans[2 * at] ?? 0,
			end: spans[2 * at + 1] ?? 0,
		}));
		group.members.push({ article: toId(article_id), spans: pairs });
	}
	return [...groups.values()];
}

/** A passage without its text, which stands in its articles. */
export type StoredPassage = Omit<Passage, "exact">;

/** Keeps the passages of these articles with any others, in the place of all that they had. */
export async function keepPassages(
	tx: Queryable,
	articles: readonly string[],
	passages: readonly StoredPassage[],
): Promise<void> {
	await tx.query("DELETE FROM stemma.passage WHERE article_id = ANY ($1::bigint[]) OR other_id = ANY ($1::bigint[])", [
		articles.map(toKey),
	]);
	const rows = passages.flatMap(({ a, b, quoted, stock }) => [
		{ own: a, other: b, leads: true, quoted, stock },
		{ own: b, other: a, leads: false, quoted, stock },
	]);
	rows.sort((x, y) => comparePlaces(x.own, y.own) || comparePlaces(x.other, y.other));
	await tx.query(
		`INSERT INTO stemma.passage (article_id, other_id, from_unit, to_unit, other_from, other_to, leads, quoted, stock)
		SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::int[], $5::int[], $6::int[], $7::boolean[],
			$8::boolean[], $9::boolean[])
		ON CONFLICT (article_id, other_id, from_unit, to_unit, other_from, other_to) DO NOTHING`,
		[
			rows.map(({ own }) => toKey(own.article)),
			rows.map(({ other }) => toKey(other.article)),
			rows.map(({ own }) => own.start),
			rows.map(({ own }) => own.end),
			rows.map(({ other }) => other.start),
			rows.map(({ other }) => other.end),
			rows.map(({ leads }) => leads),
			rows.map(({ quoted }) => quoted),
			rows.map(({ stock }) => stock),
		],
	);
}

/** The passages that any of these articles shares with any other, by their places. */
export async function findPassages(
	database: Queryable,
	articles: readonly string[],
): Promise<readonly StoredPassage[]> {
	const rows = await database.query<PassageRow>(
		`SELECT article_id, other_id, from_unit, to_unit, other_from, other_to, leads, quoted, stock
		FROM stemma.passage WHERE article_id = ANY ($1::bigint[])`,
		[articles.map(toKey)],
	);
	const passages = new Map<string, StoredPassage>();
	for (const { article_id, other_id, from_unit, to_unit, other_from, other_to, leads, quoted, stock } of rows) {
		const own = { article: toId(article_id), start: from_unit, end: to_unit };
		const other = { article: toId(other_id), start: other_from, end: other_to };
		const passage = { ...(leads ? { a: own, b: other } : { a: other, b: own }), quoted, stock };
		// Of two of these articles it is found under either.
		passages.set(JSON.stringify([passage.a, passage.b]), passage);
	}
	return [...passages.values()].sort((x, y) => comparePlaces(x.a, y.a) || comparePlaces(x.b, y.b));
}

interface PassageRow {
	readonly article_id: bigint;
	readonly other_id: bigint;
	readonly from_unit: number;
	readonly to_unit: number;
	readonly other_from: number;
	readonly other_to: number;
	readonly leads: boolean;
	readonly quoted: boolean;
	readonly stock: boolean;
}
