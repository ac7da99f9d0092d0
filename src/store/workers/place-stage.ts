import type { CopyGroup } from "../../model/record.ts";
import { keepPackedAnnotations } from "../annotations.ts";
import { findCopyGroups, findPassages, keepCopyGroups, keepPassages, type StoredPassage } from "../copies.ts";
import type { Database, Queryable } from "../database.ts";
import { askJobs, completeJobs, type Job } from "../jobs.ts";
import { toId, toKey } from "../keys.ts";
import { dropStories, keepStory } from "../stories.ts";
import type { Placed } from "./analysis.ts";
import type { AnalysisPool } from "./analysis-pool.ts";
import { readPacked } from "./collate-stage.ts";
import { type StageOutcome, settle } from "./read-stage.ts";
import { COLLATE_PAUSE, PLACE_ALL } from "./stages.ts";

/**
 * Articles that are grouped at once: those that are in no story yet, with those of the days around them. It bounds
 * what placing takes, however large the store grows. A story that one of them is in belongs to it as a whole; the
 * others stay as they are.
 */
const WINDOW = 5000;

/** Of these, at most so many that are in no story yet: the others are what they are compared with. */
const MOST_FRESH = 2500;

/** Days before and after: reports of one event seldom lie further apart. */
const AROUND = 30;

/** Articles that are read from the store at once. */
const BATCH = 200;

/**
 * Annotated articles → stories, copies and shared passages, and a job for each story that changed. The same whatever
 * order the articles came in: the whole window is grouped, as collating its files would group them.
 */
export async function placeArticles(
	database: Database,
	jobs: readonly Job[],
	pool: AnalysisPool,
	program: string,
): Promise<StageOutcome> {
	const [job] = jobs;
	if (!job) return { done: 0, aside: [], again: 0 };
	try {
		const ids = await findWindow(database);
		const articles = [];
		for (let at = 0; at < ids.length; at += BATCH) {
			articles.push(...(await readPacked(database, ids.slice(at, at + BATCH))));
		}
		const placed = await pool.ask({ kind: "place", articles });
		const held = await completeJobs(database, [job], async (tx) => {
			if (placed.outdated.length > 0) {
				await askJobs(
					tx,
					"annotate",
					placed.outdated.map((subject) => ({ subject })),
				);
				return;
			}
			await keepPlaced(tx, ids, placed);
			await askOutdatedRecords(tx, program);
			const rest = await tx.query(`${FRESH} LIMIT 1`);
			if (rest.length > 0) await askJobs(tx, "place", [{ subject: PLACE_ALL }]);
		});
		return settle(database, held.length, []);
	} catch (error) {
		return settle(database, 0, [{ job, error }]);
	}
}

async function findWindow(database: Queryable): Promise<readonly string[]> {
	const [count] = await database.query<{ articles: number }>("SELECT count(*)::int AS articles FROM stemma.article");
	const rows = await database.query<{ article_id: bigint }>(
		(count?.articles ?? 0) <= WINDOW
			? "SELECT article_id FROM stemma.article ORDER BY article_id LIMIT $1 + 0 * $2::int * $3::int"
			: `WITH fresh AS MATERIALIZED (${FRESH} ORDER BY day, article_id LIMIT $2),
			around AS (
				SELECT coalesce(min(day), current_date) - $3::int AS earliest, coalesce(max(day), current_date) + $3::int AS latest
				FROM fresh
			), chosen AS MATERIALIZED (
				SELECT article_id FROM fresh UNION (SELECT article_id FROM stemma.article, around
					WHERE article.day BETWEEN around.earliest AND around.latest ORDER BY day DESC, article_id LIMIT $1 - $2)
			)
			SELECT article_id FROM chosen UNION SELECT mate.article_id FROM stemma.story_member mate WHERE mate.story_id IN
				(SELECT story_id FROM stemma.story_member WHERE article_id IN (SELECT article_id FROM chosen))
			ORDER BY article_id`,
		[WINDOW, MOST_FRESH, AROUND],
	);
	return rows.map(({ article_id }) => toId(article_id));
}

/** Annotated reports that are in no story. */
export const FRESH = `SELECT article.article_id, article.day FROM stemma.article JOIN stemma.annotation
	ON annotation.article_id = article.article_id AND annotation.day = article.day
	WHERE article.role = 'report' AND NOT EXISTS
		(SELECT FROM stemma.story_member WHERE story_member.article_id = article.article_id)`;

async function keepPlaced(tx: Queryable, ids: readonly string[], placed: Placed): Promise<void> {
	await keepPackedAnnotations(tx, placed.annotations);
	const rows = await tx.query<{ story_id: bigint; packed: Uint8Array }>(
		`SELECT story_id, packed FROM stemma.story WHERE story_id IN
			(SELECT story_id FROM stemma.story_member WHERE article_id = ANY ($1::bigint[]))`,
		[ids.map(toKey)],
	);
	const known = new Map(rows.map(({ story_id, packed }) => [toId(story_id), packed]));
	const found = new Set(placed.stories.map(({ story }) => story.id));
	// Those that are gone first: an article is not in two stories at once.
	await dropStories(
		tx,
		[...known.keys()].filter((id) => !found.has(id)),
	);
	const annotated = new Set(placed.annotations.map(({ article }) => article));
	const changed: string[] = [];
	for (const { story, packed } of placed.stories) {
		const isKept = isSame(known.get(story.id), packed);
		if (!isKept) await keepStory(tx, story);
		if (!isKept || story.articles.some((article) => annotated.has(article))) changed.push(story.id);
	}
	await keepShared(tx, ids, placed);
	await askJobs(
		tx,
		"collate",
		changed.map((subject) => ({ subject })),
		COLLATE_PAUSE,
	);
}

function isSame(a: Uint8Array | undefined, b: Uint8Array): boolean {
	return a !== undefined && Buffer.compare(a, b) === 0;
}

/** Keeps the copies and passages of those articles alone for which they changed. */
async function keepShared(tx: Queryable, ids: readonly string[], { copyGroups, passages }: Placed): Promise<void> {
	const groupText = (group: CopyGroup): string => JSON.stringify(group);
	const own = new Set(ids);
	// What reaches out of the window is not known from here, and stays.
	const oldGroups = (await findCopyGroups(tx, ids)).filter(({ members }) =>
		members.every(({ article }) => own.has(article)),
	);
	const [before, now] = [new Set(oldGroups.map(groupText)), new Set(copyGroups.map(groupText))];
	const gone = oldGroups.filter((group) => !now.has(groupText(group)));
	await tx.query("DELETE FROM stemma.copy_member WHERE group_id = ANY ($1::bigint[])", [
		gone.map(({ id }) => toKey(id)),
	]);
	await keepCopyGroups(
		tx,
		copyGroups.filter((group) => !before.has(groupText(group))),
	);
	const passageText = ({ a, b, quoted, stock }: StoredPassage): string => JSON.stringify([a, b, quoted, stock]);
	const kept = await findPassages(tx, ids);
	const [oldPassages, outside] = [true, false].map((isInside) =>
		kept.filter(({ a, b }) => (own.has(a.article) && own.has(b.article)) === isInside),
	) as [StoredPassage[], StoredPassage[]];
	const [was, is] = [new Set(oldPassages.map(passageText)), new Set(passages.map(passageText))];
	const touched = new Set(
		[
			...oldPassages.filter((passage) => !is.has(passageText(passage))),
			...passages.filter((passage) => !was.has(passageText(passage))),
		].flatMap(({ a, b }) => [a.article, b.article]),
	);
	if (touched.size === 0) return;
	const theirs = [...passages, ...outside].filter(({ a, b }) => touched.has(a.article) || touched.has(b.article));
	await keepPassages(tx, [...touched].sort(), theirs);
}

/** Asks for the records that are not there, or of another state of their story, or made by another program or with other data. */
async function askOutdatedRecords(tx: Queryable, program: string): Promise<void> {
	const rows = await tx.query<{ story_id: bigint }>(
		`SELECT story.story_id FROM stemma.story LEFT JOIN stemma.story_record
			ON story_record.article_id = story.article_id AND story_record.story_id = story.story_id
		WHERE (story_record.story_id IS NULL OR story_record.revision <> story.revision OR story_record.program <> $1
				OR story_record.facts IS NULL)
			AND NOT EXISTS (SELECT FROM stemma.job WHERE kind = 'collate' AND subject = story.story_id)`,
		[program],
	);
	await askJobs(
		tx,
		"collate",
		rows.map(({ story_id }) => ({ subject: toId(story_id) })),
		COLLATE_PAUSE,
	);
}
