import type { AnnotatedArticle } from "../model/annotated.ts";
import type { CollationRecord, Story } from "../model/record.ts";
import { makeId } from "../text/hash.ts";
import { dropCards, keepCard, moveLabels } from "./cards/keep-cards.ts";
import { type LabelledCard, makeCard } from "./cards/make-card.ts";
import type { Queryable } from "./database.ts";
import { toDay, toId, toKey, toShown } from "./keys.ts";
import { packJson, unpackJson } from "./packing.ts";
import { dropFacts, indexFacts, keepFacts, type StoryFacts } from "./search/fact-index.ts";

/** A story as a store has it. */
export interface StoredStory {
	readonly story: Story;
	/** Grows when what the story holds changes, and not otherwise. */
	readonly revision: bigint;
}

/**
 * The article that a story stands with, by whose id it lies where it does: the one that its id was made from, or its
 * first where that one has left it.
 */
function anchorOf({ id, articles }: Story): bigint {
	const anchor = articles.find((article) => makeId("story", article) === id) ?? articles[0];
	if (anchor === undefined) throw new Error(`the story ${id} has no article`);
	return toKey(anchor);
}

/** What is shown of a story where its record is not read. */
function storyName({ name, headline }: Story): string | null {
	const shown = name ?? headline?.text ?? null;
	return shown === null ? null : toShown(shown);
}

/** Keeps a story with its members and aliases, in the place of an earlier state of it; its revision. */
export async function keepStory(tx: Queryable, story: Story): Promise<bigint> {
	const anchor = anchorOf(story);
	const id = toKey(story.id);
	const [row] = await tx.query<{ revision: bigint }>(
		`INSERT INTO stemma.story (article_id, story_id, when_from, when_to, articles, lines, headline, packed, revision)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8,
			1 + coalesce((SELECT max(revision) FROM stemma.story moved WHERE moved.story_id = $2), 0))
		ON CONFLICT (article_id, story_id) DO UPDATE SET when_from = excluded.when_from, when_to = excluded.when_to,
			articles = excluded.articles, lines = excluded.lines, headline = excluded.headline, packed = excluded.packed,
			changed_at = CASE WHEN story.packed = excluded.packed THEN story.changed_at ELSE now() END,
			revision = CASE WHEN story.packed = excluded.packed THEN story.revision ELSE story.revision + 1 END
		RETURNING revision`,
		[
			anchor,
			id,
			toDay(story.when.earliest),
			toDay(story.when.latest),
			story.articles.length,
			story.lines.length,
			storyName(story),
			await packJson(story),
		],
	);
	await tx.query("DELETE FROM stemma.story WHERE story_id = $1 AND article_id <> $2", [id, anchor]);
	const moved = await tx.query(
		"DELETE FROM stemma.story_record WHERE story_id = $1 AND article_id <> $2 RETURNING 1 AS one",
		[id, anchor],
	);
	if (moved.length > 0) {
		await dropFacts(tx, [id]);
		await dropCards(tx, [id]);
	}
	await moveLabels(tx, story);
	for (const table of ["story_member", "story_alias"]) {
		await tx.query(`DELETE FROM stemma.${table} WHERE story_id = $1`, [id]);
	}
	await tx.query(
		`INSERT INTO stemma.story_member (article_id, story_id, story_article_id, position)
		SELECT article_id, $2, $3, position FROM unnest($1::bigint[]) WITH ORDINALITY AS member (article_id, position)`,
		[story.articles.map(toKey), id, anchor],
	);
	await tx.query(
		`INSERT INTO stemma.story_alias (article_id, alias_id, story_id) SELECT $2, alias, $3 FROM unnest($1::bigint[]) AS alias
		ON CONFLICT (article_id, alias_id) DO UPDATE SET story_id = excluded.story_id`,
		[story.aliases.map(toKey), anchor, id],
	);
	return row?.revision ?? 1n;
}

/** Takes stories away, with their records: those that have become part of others, or of which nothing is left. */
export async function dropStories(tx: Queryable, stories: readonly string[]): Promise<void> {
	const keys = stories.map(toKey);
	for (const table of ["story", "story_member", "story_alias", "story_record"]) {
		await tx.query(`DELETE FROM stemma.${table} WHERE story_id = ANY ($1::bigint[])`, [keys]);
	}
	await dropFacts(tx, keys);
	await dropCards(tx, keys);
}

/** The stories of these ids or former ids, by id. */
export async function findStories(database: Queryable, ids: readonly string[]): Promise<readonly StoredStory[]> {
	const keys = ids.map(toKey);
	const rows = await database.query<StoryRow>(
		`SELECT revision, packed FROM stemma.story WHERE story_id = ANY ($1::bigint[])
			OR story_id IN (SELECT story_id FROM stemma.story_alias WHERE alias_id = ANY ($1::bigint[]))
		ORDER BY story_id`,
		[keys],
	);
	return unpackStories(rows);
}

/** Which stories these articles are in; an article that is in none is left out. A primary may be in several. */
export async function findStoriesOf(
	database: Queryable,
	articles: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
	const rows = await database.query<{ article_id: bigint; story_id: bigint }>(
		"SELECT article_id, story_id FROM stemma.story_member WHERE article_id = ANY ($1::bigint[]) ORDER BY 1, 2",
		[articles.map(toKey)],
	);
	const stories = new Map<string, string[]>();
	for (const { article_id, story_id } of rows) {
		const list = stories.get(toId(article_id)) ?? [];
		stories.set(toId(article_id), [...list, toId(story_id)]);
	}
	return stories;
}

/**
 * Stories by the day on which they began, the latest first, undated ones last; of one day those with most independent
 * lines first, then by id.
 *
 * @param after the last story of the page before; null for the first page
 */
export async function listStories(
	database: Queryable,
	{ limit, after }: { readonly limit: number; readonly after: Story | null },
): Promise<readonly StoredStory[]> {
	const rows = await database.query<StoryRow>(
		`SELECT revision, packed FROM stemma.story
		WHERE $1::bigint IS NULL
			OR (coalesce(when_from, '-infinity'), lines, story_id) < (coalesce($2::date, '-infinity'), $3::int, $1)
		ORDER BY coalesce(when_from, '-infinity') DESC, lines DESC, story_id DESC LIMIT $4`,
		[
			after === null ? null : toKey(after.id),
			after === null ? null : toDay(after.when.earliest),
			after === null ? null : after.lines.length,
			limit,
		],
	);
	return unpackStories(rows);
}

interface StoryRow {
	readonly revision: bigint;
	readonly packed: Uint8Array;
}

function unpackStories(rows: readonly StoryRow[]): Promise<readonly StoredStory[]> {
	return Promise.all(rows.map(async ({ revision, packed }) => ({ story: await unpackJson<Story>(packed), revision })));
}

/** A story's record as it was last made. */
export interface StoredRecord {
	readonly record: CollationRecord;
	/** The state of the story that it was made of, and whether that is the story's state still. */
	readonly revision: bigint;
	readonly isCurrent: boolean;
	/** The version of the program that made it. */
	readonly program: string;
}

/** A record packed outside of the transaction that keeps it, with what its facts are found by and what lists show of it. */
export interface PackedRecord {
	readonly packed: Uint8Array;
	readonly facts: StoryFacts;
	/** Null for a record of no report. */
	readonly card: LabelledCard | null;
}

/**
 * @param articles those that the record was made of
 * @param story the id of the story that it is kept for; that of its first where it is left out
 */
export async function packRecord(
	record: CollationRecord,
	articles: readonly AnnotatedArticle[],
	story: string = record.stories[0]?.id ?? "",
): Promise<PackedRecord> {
	return {
		packed: await packJson(record),
		facts: await indexFacts(record, articles),
		card: makeCard(record, story),
	};
}

/** Keeps a story's record, unless one of a later state is there or the story is gone. */
export async function keepStoryRecord(
	tx: Queryable,
	story: string,
	revision: bigint,
	{ packed, facts, card }: PackedRecord,
	program: string,
): Promise<void> {
	const kept = await tx.query(
		`INSERT INTO stemma.story_record (article_id, story_id, revision, program, packed, facts)
		SELECT article_id, story_id, $2, $3, $4, $5 FROM stemma.story WHERE story_id = $1
		ON CONFLICT (article_id, story_id) DO UPDATE SET revision = excluded.revision, program = excluded.program,
			packed = excluded.packed, facts = excluded.facts, made_at = now()
			WHERE story_record.revision <= excluded.revision
		RETURNING 1 AS one`,
		[toKey(story), revision, program, packed, facts.packed],
	);
	if (kept.length === 0) return;
	await keepFacts(tx, story, facts.rows);
	if (card === null) await dropCards(tx, [toKey(story)]);
	else await keepCard(tx, card, revision);
}

/** The record of a story by its id or a former one; null where none was made. */
export async function findStoryRecord(database: Queryable, story: string): Promise<StoredRecord | null> {
	const [row] = await database.query<{ revision: bigint; current: bigint; program: string; packed: Uint8Array }>(
		`SELECT story_record.revision, story.revision AS current, story_record.program, story_record.packed
		FROM stemma.story_record JOIN stemma.story
			ON story.article_id = story_record.article_id AND story.story_id = story_record.story_id
		WHERE story_record.story_id = $1 OR story_record.story_id IN
			(SELECT story_id FROM stemma.story_alias WHERE alias_id = $1)
		ORDER BY story_record.story_id = $1 DESC LIMIT 1`,
		[toKey(story)],
	);
	if (!row) return null;
	const { revision, current, program, packed } = row;
	return { record: await unpackJson<CollationRecord>(packed), revision, isCurrent: revision === current, program };
}
