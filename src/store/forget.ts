import { forgetFindings } from "./alerts/entries.ts";
import { dropCards } from "./cards/keep-cards.ts";
import type { Database, Queryable } from "./database.ts";
import { forgetJobs } from "./jobs.ts";
import { keyOf, toId, toKey } from "./keys.ts";
import { dropNeighbourKeys } from "./neighbours.ts";
import { dropFacts } from "./search/fact-index.ts";
import { dropPostings } from "./search/keep-postings.ts";
import { dropStories } from "./stories.ts";

/** What forgetting took away and what it changed. Lists in code unit order. */
export interface Forgotten {
	readonly articles: readonly { readonly id: string; readonly place: string; readonly day: string }[];
	readonly captures: number;
	/** Captures and inputs that had given no article, and what was wrong with them. */
	readonly unread: number;
	readonly annotations: number;
	readonly passages: number;
	readonly copyGroups: number;
	/** Stories that are gone, for their first report is. */
	readonly storiesGone: readonly string[];
	/** Stories that lost a report: their records are out of date and gone too. */
	readonly storiesChanged: readonly string[];
}

/** What is to be forgotten. */
export type ForgetChoice =
	| { readonly kind: "articles"; readonly ids: readonly string[] }
	/** Places or addresses as they were given, or files with all their lines. */
	| { readonly kind: "places"; readonly places: readonly string[] }
	/** Of earlier days than this one, ISO 8601. */
	| { readonly kind: "before"; readonly day: string };

/** Articles that one transaction takes away: what a few seconds do. */
const BATCH = 500;

/**
 * Takes articles out of a store with all that was derived from them. Each batch is a transaction of its own; begun
 * again after a stop, it does the rest.
 */
export async function forget(database: Database, choice: ForgetChoice): Promise<Forgotten> {
	let total = await database.tx((tx) => dropUnread(tx, choice));
	for (;;) {
		const keys = await findArticles(database, choice);
		if (keys.length === 0) return total;
		const gone = await database.tx((tx) => dropArticles(tx, keys));
		total = sum(total, gone);
	}
}

async function findArticles(database: Queryable, choice: ForgetChoice): Promise<readonly bigint[]> {
	const [where, value] =
		choice.kind === "before"
			? ["day < $1::date", choice.day]
			: choice.kind === "articles"
				? ["article_id = ANY ($1::bigint[])", choice.ids.map(toKey)]
				: [
						`article_id IN (SELECT article_id FROM stemma.capture WHERE is_article
							AND (place_key = ANY ($1::bigint[]) OR input_key = ANY ($2::bigint[])))
						OR source_key = ANY ($3::bigint[])`,
						choice.places.map((place) => keyOf("place", place)),
					];
	const more =
		choice.kind === "places"
			? [choice.places.map((place) => keyOf("input", place)), choice.places.map((place) => keyOf("source", place))]
			: [];
	const rows = await database.query<{ article_id: bigint }>(
		`SELECT article_id FROM stemma.article WHERE ${where} ORDER BY day, article_id LIMIT ${BATCH}`,
		[value, ...more],
	);
	return rows.map(({ article_id }) => article_id);
}

/** Takes away captures that gave no article, and problems of inputs. */
async function dropUnread(tx: Queryable, choice: ForgetChoice): Promise<Forgotten> {
	if (choice.kind === "articles") return NOTHING;
	const [where, value] =
		choice.kind === "before"
			? ["day < $1::date", choice.day]
			: [
					"(place_key = ANY ($1::bigint[]) OR input_key = ANY ($2::bigint[]))",
					choice.places.map((place) => keyOf("place", place)),
				];
	const inputs = choice.kind === "places" ? choice.places.map((place) => keyOf("input", place)) : null;
	const rows = await tx.query<{ article_id: bigint }>(
		`DELETE FROM stemma.capture WHERE NOT is_article AND ${where} RETURNING article_id`,
		inputs === null ? [value] : [value, inputs],
	);
	await tx.query("DELETE FROM stemma.content WHERE article_id = ANY ($1::bigint[])", [
		rows.map(({ article_id }) => article_id),
	]);
	const problems =
		inputs === null
			? []
			: await tx.query("DELETE FROM stemma.problem WHERE input_key = ANY ($1::bigint[]) RETURNING 1 AS one", [inputs]);
	return { ...NOTHING, unread: rows.length + problems.length };
}

const NOTHING: Forgotten = {
	articles: [],
	captures: 0,
	unread: 0,
	annotations: 0,
	passages: 0,
	copyGroups: 0,
	storiesGone: [],
	storiesChanged: [],
};

/** Takes articles away with all that was derived from them, in the transaction of the caller. */
export async function dropArticles(tx: Queryable, keys: readonly bigint[]): Promise<Forgotten> {
	if (keys.length === 0) return NOTHING;
	const drop = async <Row extends object>(table: string, where: string, returning: string): Promise<readonly Row[]> =>
		tx.query<Row>(`DELETE FROM stemma.${table} WHERE ${where} RETURNING ${returning}`, [keys]);
	const own = "article_id = ANY ($1::bigint[])";
	const touched = await tx.query<{ story_id: bigint; story_article_id: bigint }>(
		`SELECT story_id, story_article_id FROM stemma.story_member WHERE ${own}`,
		[keys],
	);
	const groups = await drop<{ group_id: bigint }>("copy_member", own, "group_id");
	await dropSmallGroups(tx, [...new Set(groups.map(({ group_id }) => group_id))]);
	const passages = await drop("passage", `${own} OR other_id = ANY ($1::bigint[])`, "1 AS one");
	const gone = await drop<{ story_id: bigint }>("story", own, "story_id");
	await dropStories(
		tx,
		gone.map(({ story_id }) => toId(story_id)),
	);
	await dropPostings(tx, keys);
	await forgetFindings(tx, keys);
	await dropNeighbourKeys(tx, keys);
	const annotations = await drop("annotation", own, "1 AS one");
	await drop("article_body", own, "1 AS one");
	const captures = await drop("capture", own, "1 AS one");
	await drop("content", own, "1 AS one");
	const articles = await drop<{ article_id: bigint; place: string; day: string }>(
		"article",
		own,
		"article_id, place, day",
	);
	const goneIds = new Set(gone.map(({ story_id }) => story_id));
	const changed = [...new Map(touched.map((row) => [row.story_id, row])).values()].filter(
		({ story_id }) => !goneIds.has(story_id),
	);
	await tx.query(
		`UPDATE stemma.story SET revision = revision + 1, changed_at = now(), articles = (SELECT count(*) FROM
			stemma.story_member WHERE story_member.story_id = story.story_id)
		WHERE story_id = ANY ($1::bigint[]) AND article_id = ANY ($2::bigint[])`,
		[changed.map(({ story_id }) => story_id), changed.map(({ story_article_id }) => story_article_id)],
	);
	await tx.query(
		"DELETE FROM stemma.story_record WHERE story_id = ANY ($1::bigint[]) AND article_id = ANY ($2::bigint[])",
		[changed.map(({ story_id }) => story_id), changed.map(({ story_article_id }) => story_article_id)],
	);
	for (const drop of [dropFacts, dropCards]) {
		await drop(
			tx,
			changed.map(({ story_id }) => story_id),
		);
	}
	await forgetJobs(tx, keys.map(toId));
	return {
		articles: articles
			.map(({ article_id, place, day }) => ({ id: toId(article_id), place, day }))
			.sort((a, b) => (a.id < b.id ? -1 : 1)),
		captures: captures.length,
		unread: 0,
		annotations: annotations.length,
		passages: passages.length / 2,
		copyGroups: new Set(groups.map(({ group_id }) => group_id)).size,
		storiesGone: [...goneIds].map(toId).sort(),
		storiesChanged: changed.map(({ story_id }) => toId(story_id)).sort(),
	};
}

/** One text alone is no copy. */
async function dropSmallGroups(tx: Queryable, groups: readonly bigint[]): Promise<void> {
	await tx.query(
		`DELETE FROM stemma.copy_member WHERE group_id IN (SELECT group_id FROM stemma.copy_member
			WHERE group_id = ANY ($1::bigint[]) GROUP BY group_id HAVING count(*) < 2)`,
		[groups],
	);
}

function sum(a: Forgotten, b: Forgotten): Forgotten {
	const join = (x: readonly string[], y: readonly string[]): string[] => [...new Set([...x, ...y])].sort();
	const storiesGone = join(a.storiesGone, b.storiesGone);
	return {
		articles: [...a.articles, ...b.articles],
		captures: a.captures + b.captures,
		unread: a.unread + b.unread,
		annotations: a.annotations + b.annotations,
		passages: a.passages + b.passages,
		copyGroups: a.copyGroups + b.copyGroups,
		storiesGone,
		storiesChanged: join(a.storiesChanged, b.storiesChanged).filter((id) => !storiesGone.includes(id)),
	};
}
