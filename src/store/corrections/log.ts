import { randomBytes } from "node:crypto";
import { contradict, STORY_KINDS } from "../../collation/corrections/stories.ts";
import { writeCorrections } from "../../collation/corrections/write-corrections.ts";
import type { Article } from "../../model/article.ts";
import type { Correction } from "../../model/correction.ts";
import type { Decision } from "../../model/correction-log.ts";
import { UserError } from "../../model/problem.ts";
import type { UserFile } from "../../system/user-files.ts";
import { sha256Hex } from "../../text/hash.ts";
import type { Database, Queryable } from "../database.ts";
import { askJobs } from "../jobs.ts";
import { toId, toKey } from "../keys.ts";
import { packJson, unpackJson } from "../packing.ts";
import { findStoriesOf } from "../stories.ts";
import { PLACE_ALL } from "../workers/stages.ts";

/** An entry as it is kept: a decision, or what undoes one. */
export type KeptEntry = { readonly decision: Correction } | { readonly who: string; readonly why: string };

/** Decisions that hold at once: more are no corrections but another program. */
const MOST = 20_000;

/**
 * Adds a decision to the log and asks for what it changes to be found again. The id of its entry.
 *
 * @throws UserError `corrections/…` for an article that the store has not, and for what contradicts a decision that holds
 */
export async function addDecision(database: Database, who: string, decision: Decision): Promise<string> {
	const id = makeEntryId();
	return database.tx(async (tx) => {
		// Of two that contradict each other and come at once, the second finds the first.
		await tx.query("LOCK TABLE stemma.correction IN SHARE ROW EXCLUSIVE MODE");
		const articles = namedArticles(decision);
		await requireArticles(tx, articles);
		await requireWords(tx, decision);
		await refuseContradiction(tx, decision, articles);
		const [{ count } = { count: 0 }] = await tx.query<{ count: number }>(
			`SELECT count(*)::int AS count FROM stemma.correction entry WHERE ${HOLDS}`,
		);
		if (count >= MOST) throw new UserError("corrections/too-many", `the log holds ${MOST} decisions already`);
		const [{ at } = { at: "" }] = await tx.query<{ at: string }>(`SELECT ${ISO_NOW} AS at`);
		await keepEntry(tx, id, null, { decision: { ...decision, who, when: at } }, articles);
		await askAgain(tx, decision, articles);
		return id;
	});
}

/**
 * Undoes a decision by a further entry. The id of that entry.
 *
 * @throws UserError `corrections/unknown` for what is no decision, `corrections/undone` for one that is undone already
 */
export async function undoDecision(database: Database, who: string, entry: string, why: string): Promise<string> {
	const id = makeEntryId();
	return database.tx(async (tx) => {
		await tx.query("LOCK TABLE stemma.correction IN SHARE ROW EXCLUSIVE MODE");
		const [row] = await tx.query<{ packed: Uint8Array; is_undone: boolean }>(
			`SELECT packed, NOT (${HOLDS}) AS is_undone FROM stemma.correction entry WHERE entry_id = $1 AND undoes IS NULL`,
			[toKey(entry)],
		);
		const kept = row === undefined ? null : await unpackJson<KeptEntry>(row.packed);
		if (kept === null || !("decision" in kept)) {
			throw new UserError("corrections/unknown", `the log has no decision ${entry}`);
		}
		if (row?.is_undone === true) throw new UserError("corrections/undone", `the decision ${entry} is undone already`);
		await keepEntry(tx, id, entry, { who, why }, namedArticles(kept.decision));
		await askAgain(tx, kept.decision, namedArticles(kept.decision));
		return id;
	});
}

/** Whether nothing undoes an entry. */
const HOLDS = "undoes IS NULL AND NOT EXISTS (SELECT FROM stemma.correction later WHERE later.undoes = entry.entry_id)";

const ISO_NOW = `to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** The decisions that hold, as a file of corrections; null where there is none. */
export async function readDecisions(database: Queryable): Promise<UserFile | null> {
	const rows = await database.query<{ packed: Uint8Array }>(
		`SELECT packed FROM stemma.correction entry WHERE ${HOLDS} ORDER BY position`,
	);
	return toFile(rows);
}

/** Those of them that name one of these articles. */
export async function readDecisionsOn(database: Queryable, articles: readonly string[]): Promise<UserFile | null> {
	const rows = await database.query<{ packed: Uint8Array }>(
		`SELECT packed FROM stemma.correction entry WHERE ${HOLDS} AND EXISTS (SELECT FROM stemma.correction_article named
			WHERE named.entry_id = entry.entry_id AND named.subject = ANY ($1::bigint[])) ORDER BY position`,
		[articles.map(toKey)],
	);
	return toFile(rows);
}

async function toFile(rows: readonly { readonly packed: Uint8Array }[]): Promise<UserFile | null> {
	const kept = await Promise.all(rows.map(({ packed }) => unpackJson<KeptEntry>(packed)));
	const text = writeCorrections(kept.flatMap((entry) => ("decision" in entry ? [entry.decision] : [])));
	if (text === "") return null;
	const sha256 = sha256Hex(new TextEncoder().encode(text));
	// By its content: two stores' logs stay two where evidence brings them together.
	return { place: `corrections of a store, ${sha256.slice(0, 12)}`, sha256, text };
}

/** The ids of all articles that a decision names, sorted. */
export function namedArticles({ words, articles, from, into }: Decision): readonly string[] {
	const named = [...words.map(({ article }) => article), ...articles, ...(from === null ? [] : [from])];
	return [...new Set(into === null ? named : [...named, into])].sort();
}

async function requireArticles(tx: Queryable, articles: readonly string[]): Promise<void> {
	const rows = await tx.query<{ article_id: bigint }>(
		"SELECT article_id FROM stemma.article WHERE article_id = ANY ($1::bigint[])",
		[articles.map(toKey)],
	);
	const known = new Set(rows.map(({ article_id }) => toId(article_id)));
	const missing = articles.find((article) => !known.has(article));
	if (missing !== undefined) throw new UserError("corrections/unknown", `the store has no report ${missing}`);
}

/** Who points at words has them from the record: what stands elsewhere was copied wrongly. */
async function requireWords(tx: Queryable, { words }: Decision): Promise<void> {
	const rows = await tx.query<{ packed: Uint8Array }>(
		"SELECT packed FROM stemma.article_body WHERE article_id = ANY ($1::bigint[])",
		[words.map(({ article }) => toKey(article))],
	);
	const articles = await Promise.all(rows.map(({ packed }) => unpackJson<Article>(packed)));
	for (const { article, start, end, exact } of words) {
		const text = articles.find(({ id }) => id === article)?.text;
		if (text?.slice(start, end) === exact) continue;
		throw new UserError("corrections/words", `the words at ${start}–${end} of ${article} are not those that are given`);
	}
}

/** What contradicts a decision that holds would leave both without effect: the earlier one is to be undone first. */
async function refuseContradiction(tx: Queryable, decision: Decision, articles: readonly string[]): Promise<void> {
	if (!STORY_KINDS.has(decision.kind)) return;
	const rows = await tx.query<{ entry_id: bigint; packed: Uint8Array }>(
		`SELECT entry_id, packed FROM stemma.correction entry WHERE ${HOLDS} AND EXISTS
			(SELECT FROM stemma.correction_article named
			WHERE named.entry_id = entry.entry_id AND named.subject = ANY ($1::bigint[])) ORDER BY position`,
		[articles.map(toKey)],
	);
	for (const { entry_id, packed } of rows) {
		const kept = await unpackJson<KeptEntry>(packed);
		if (!("decision" in kept) || !clash(kept.decision, decision)) continue;
		const { who, when, why, kind } = kept.decision;
		throw new UserError(
			"corrections/contradiction",
			`it contradicts the decision ${toId(entry_id)} (${kind}) of ${who}, ${when.slice(0, 10)}: ${why}. Undo that one first`,
		);
	}
}

function clash(one: Decision, other: Decision): boolean {
	if (one.kind === "rename-story" || other.kind === "rename-story") {
		if (one.kind !== other.kind || one.name === other.name) return false;
		return one.articles.some((article) => other.articles.includes(article));
	}
	if (!STORY_KINDS.has(one.kind)) return false;
	const [x, y] = [one, other].map((decision) => ({ ...decision, correction: decision }));
	return x !== undefined && y !== undefined && contradict(x, y);
}

async function keepEntry(
	tx: Queryable,
	id: string,
	undoes: string | null,
	entry: KeptEntry,
	articles: readonly string[],
): Promise<void> {
	await tx.query("INSERT INTO stemma.correction (entry_id, undoes, packed) VALUES ($1, $2, $3)", [
		toKey(id),
		undoes === null ? null : toKey(undoes),
		await packJson(entry),
	]);
	await tx.query(
		"INSERT INTO stemma.correction_article (entry_id, subject) SELECT $1, subject FROM unnest($2::bigint[]) AS subject",
		[toKey(id), articles.map(toKey)],
	);
}

/** Asks for the stories to be put together again, or for their records alone where they stay as they are. */
async function askAgain(tx: Queryable, { kind }: Decision, articles: readonly string[]): Promise<void> {
	if (!STORY_KINDS.has(kind)) {
		const stories = await findStoriesOf(tx, articles);
		await askJobs(
			tx,
			"collate",
			[...new Set([...stories.values()].flat())].map((subject) => ({ subject })),
		);
		return;
	}
	await tx.query(
		`INSERT INTO stemma.place_again (subject) SELECT subject FROM unnest($1::bigint[]) AS subject ORDER BY subject
		ON CONFLICT (subject) DO NOTHING`,
		[articles.map(toKey)],
	);
	await askJobs(tx, "place", [{ subject: PLACE_ALL }]);
	// Somebody waits for it: not until more has gathered.
	await tx.query(
		"UPDATE stemma.job SET due = now() WHERE kind = 'place' AND subject = $1 AND lease IS NULL AND aside_at IS NULL",
		[toKey(PLACE_ALL)],
	);
}

/** 63 random bits: entries are told apart also where two say the same. */
function makeEntryId(): string {
	const key = randomBytes(8);
	key[0] = (key[0] ?? 0) & 0x7f;
	return key.toString("hex");
}
