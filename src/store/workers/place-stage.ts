import type { CopyGroup } from "../../model/record.ts";
import { keepPackedAnnotations } from "../annotations.ts";
import { findCopyGroups, findPassages, keepCopyGroups, keepPassages, type StoredPassage } from "../copies.ts";
import { readDecisions, readDecisionsOn } from "../corrections/log.ts";
import type { Database, Queryable } from "../database.ts";
import { askJobs, completeJobs, type Job } from "../jobs.ts";
import { toId, toKey } from "../keys.ts";
import { dropStories, findStoriesOf, keepStory } from "../stories.ts";
import type { PackedArticle, Placed } from "./analysis.ts";
import type { AnalysisPool } from "./analysis-pool.ts";
import { type StageOutcome, settle } from "./batch.ts";
import { readPacked } from "./collate-stage.ts";
import { PLACE_ALL } from "./stages.ts";
import { FRESH, findTouched, findWindow, type Touched, type Window } from "./window.ts";

/** Articles that are read from the store at once. */
const BATCH = 200;

/**
 * Annotated articles → stories, copies and shared passages, and a job for each story that changed. Up to `whole`
 * articles it is the same whatever order they came in, since all are grouped, as collating their files would group
 * them; of more, those that are new are grouped with their neighbours (window.ts).
 *
 * @param pause seconds in which changes gather before a story is collated
 */
export async function placeArticles(
	database: Database,
	jobs: readonly Job[],
	pool: AnalysisPool,
	{ program, whole, pause }: { readonly program: string; readonly whole: number; readonly pause: number },
): Promise<StageOutcome> {
	const [job] = jobs;
	if (!job) return { done: 0, aside: [], again: 0 };
	try {
		const window = await findWindow(database, whole);
		const articles: PackedArticle[] = [];
		for (let at = 0; at < window.articles.length; at += BATCH) {
			articles.push(...(await readPacked(database, window.articles.slice(at, at + BATCH))));
		}
		const beside = (await readPacked(database, window.beside)).map(({ body }) => ({ body, annotation: null }));
		const fresh = window.fresh === null ? null : [...window.fresh];
		const decisions = fresh === null ? await readDecisions(database) : await readDecisionsOn(database, window.articles);
		const placed = await pool.ask({ kind: "place", articles: [...articles, ...beside], fresh, decisions });
		const held = await completeJobs(database, [job], async (tx) => {
			if (placed.outdated.length > 0) {
				await askJobs(
					tx,
					"annotate",
					placed.outdated.map((subject) => ({ subject })),
				);
				return;
			}
			await keepPlaced(tx, window, placed, pause);
			// A look at all stories, which a large store is given when nothing new is there.
			if (fresh === null || fresh.length === 0) await askOutdatedRecords(tx, program, pause);
			await endAgain(tx, window.again);
			const rest = await tx.query(`${FRESH} LIMIT 1`);
			const later = await tx.query("SELECT FROM stemma.place_again LIMIT 1");
			if (rest.length + later.length > 0) await askJobs(tx, "place", [{ subject: PLACE_ALL }]);
		});
		return settle(database, held.length, []);
	} catch (error) {
		return settle(database, 0, [{ job, error }]);
	}
}

async function keepPlaced(tx: Queryable, window: Window, placed: Placed, pause: number): Promise<void> {
	await keepPackedAnnotations(tx, placed.annotations);
	const known = await findKnownStories(tx, window.articles);
	const touched = await findChanged(tx, window, placed, known);
	const found = new Set(placed.stories.map(({ story }) => story.id));
	// Those that are gone first: an article is not in two stories at once.
	await dropStories(
		tx,
		[...known.keys()].filter((id) => !found.has(id) && (touched === null || touched.known.has(id))),
	);
	const annotated = new Set(placed.annotations.map(({ article }) => article));
	const changed: string[] = [];
	for (const { story, packed } of placed.stories) {
		if (touched !== null && !touched.stories.has(story.id)) continue;
		const isKept = isSame(known.get(story.id), packed);
		if (!isKept) await keepStory(tx, story);
		if (!isKept || story.articles.some((article) => annotated.has(article))) changed.push(story.id);
	}
	await keepShared(tx, window.articles, placed, touched?.articles ?? null);
	await askJobs(
		tx,
		"collate",
		changed.map((subject) => ({ subject })),
		pause,
	);
}

/** What decisions name is placed: their records say what became of these, also where no story changed. */
async function endAgain(tx: Queryable, again: readonly string[]): Promise<void> {
	if (again.length === 0) return;
	await tx.query("DELETE FROM stemma.place_again WHERE subject = ANY ($1::bigint[])", [again.map(toKey)]);
	const stories = new Set([...(await findStoriesOf(tx, again)).values()].flat());
	await askJobs(
		tx,
		"collate",
		[...stories].map((subject) => ({ subject })),
	);
	await tx.query(
		"UPDATE stemma.job SET due = now() WHERE kind = 'collate' AND subject = ANY ($1::bigint[]) AND lease IS NULL",
		[[...stories].map(toKey)],
	);
}

/** The stories that any of these articles is in, packed, by id. */
async function findKnownStories(tx: Queryable, articles: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
	const rows = await tx.query<{ story_id: bigint; packed: Uint8Array }>(
		`SELECT story_id, packed FROM stemma.story WHERE story_id IN
			(SELECT story_id FROM stemma.story_member WHERE article_id = ANY ($1::bigint[]))`,
		[articles.map(toKey)],
	);
	return new Map(rows.map(({ story_id, packed }) => [toId(story_id), packed]));
}

/** Null where all was grouped, and all is to be kept as it was found. */
async function findChanged(
	tx: Queryable,
	{ articles, fresh, anew }: Window,
	placed: Placed,
	known: ReadonlyMap<string, Uint8Array>,
): Promise<Touched | null> {
	if (fresh === null) return null;
	const rows = await tx.query<{ article_id: bigint }>(
		"SELECT article_id FROM stemma.article WHERE article_id = ANY ($1::bigint[]) AND role <> 'report'",
		[articles.map(toKey)],
	);
	// A document that reports are held against is in several stories, and ties none to another.
	const primaries = new Set(rows.map(({ article_id }) => toId(article_id)));
	const members = await tx.query<{ story_id: bigint; article_id: bigint }>(
		"SELECT story_id, article_id FROM stemma.story_member WHERE story_id = ANY ($1::bigint[])",
		[[...known.keys()].map(toKey)],
	);
	const before = new Map<string, string[]>();
	for (const { story_id, article_id } of members) {
		const [story, article] = [toId(story_id), toId(article_id)];
		if (!primaries.has(article)) before.set(story, [...(before.get(story) ?? []), article]);
	}
	const now = placed.stories.map(
		({ story }) => [story.id, story.articles.filter((article) => !primaries.has(article))] as const,
	);
	return findTouched(new Set([...fresh, ...anew]), new Map(now), before);
}

function isSame(a: Uint8Array | undefined, b: Uint8Array): boolean {
	return a !== undefined && Buffer.compare(a, b) === 0;
}

/**
 * Keeps the copies and passages of those articles alone for which they changed.
 *
 * @param touched those of which what is found now is all there is; null for all
 */
async function keepShared(
	tx: Queryable,
	ids: readonly string[],
	placed: Placed,
	touched: ReadonlySet<string> | null,
): Promise<void> {
	const groupText = (group: CopyGroup): string => JSON.stringify(group);
	const own = new Set(ids);
	const isTouched = (...articles: readonly string[]): boolean =>
		touched === null || articles.some((article) => touched.has(article));
	const copyGroups = placed.copyGroups.filter(({ members }) => isTouched(...members.map(({ article }) => article)));
	const passages = placed.passages.filter(({ a, b }) => isTouched(a.article, b.article));
	// What reaches out of the window is not known from here, and stays.
	const oldGroups = (await findCopyGroups(tx, ids)).filter(
		({ members }) =>
			members.every(({ article }) => own.has(article)) && isTouched(...members.map(({ article }) => article)),
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
		kept.filter(
			({ a, b }) => (own.has(a.article) && own.has(b.article) && isTouched(a.article, b.article)) === isInside,
		),
	) as [StoredPassage[], StoredPassage[]];
	const [was, is] = [new Set(oldPassages.map(passageText)), new Set(passages.map(passageText))];
	const changed = new Set(
		[
			...oldPassages.filter((passage) => !is.has(passageText(passage))),
			...passages.filter((passage) => !was.has(passageText(passage))),
		].flatMap(({ a, b }) => [a.article, b.article]),
	);
	if (changed.size === 0) return;
	const theirs = [...passages, ...outside].filter(({ a, b }) => changed.has(a.article) || changed.has(b.article));
	await keepPassages(tx, [...changed].sort(), theirs);
}

/** Asks for the records that are not there, or of another state of their story, or made by another program or with other data. */
async function askOutdatedRecords(tx: Queryable, program: string, pause: number): Promise<void> {
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
		pause,
	);
}
