import { compareReadings } from "../article/same-article.ts";
import type { Article, ArticleRole } from "../model/article.ts";
import type { Capture, CaptureOrigin, StatedMetadata } from "../model/capture.ts";
import type { Problem } from "../model/problem.ts";
import { foldCase } from "../text/fold.ts";
import { hashBytes, keepContents } from "./contents.ts";
import type { Database, Queryable } from "./database.ts";
import { dropArticles } from "./forget.ts";
import { keyOf, toDay, toId, toKey, toShown } from "./keys.ts";
import { pack, packJson } from "./packing.ts";

/** A capture and what came of it. */
export interface Reading {
	readonly capture: Capture;
	/** The file or address that it came from: `list.jsonl` of `list.jsonl#3`. */
	readonly input: string;
	readonly article: Article | null;
	readonly problems: readonly Problem[];
}

/** What a store keeps of a capture beside its bytes. */
export interface CaptureDetail extends CaptureOrigin {
	readonly charset: string | null;
	readonly stated: StatedMetadata;
	readonly input: string;
	readonly problems: readonly Problem[];
}

/** In the place of the version of the program: nothing has read this capture yet. */
export const UNREAD = "";

/** What keeping came to, in counts. */
export interface Kept {
	/** Captures that were not there. */
	readonly captures: number;
	/** Ids of articles that were not there, in code unit order. */
	readonly articles: readonly string[];
	/** How many of these are later texts of a source that the store has. */
	readonly versions: number;
}

/** The id of a capture: all of it that can change what is read. The same bytes from the same place are one. */
export function captureId({ place, url, mediaType, sha256, at, charset, stated }: Capture): string {
	const { outlet, published, title, role } = stated;
	const parts = [place, url, mediaType, sha256, at, charset, outlet, published, title, role];
	return toId(keyOf("capture", ...parts.map((part) => (part === null ? "" : `=${part}`))));
}

/** Those of these captures that the store has, as this program read them. */
export async function findKnown(
	database: Queryable,
	ids: readonly string[],
	program: string,
): Promise<ReadonlySet<string>> {
	const rows = await database.query<{ capture_id: bigint }>(
		"SELECT DISTINCT capture_id FROM stemma.capture WHERE capture_id = ANY ($1::bigint[]) AND program = $2",
		[ids.map(toKey), program],
	);
	return new Set(rows.map(({ capture_id }) => toId(capture_id)));
}

/**
 * Keeps what was read: all of it or, when it fails, none. What the store has already is left as it is, so that the
 * same may be kept twice, by two at once too.
 *
 * @param today the day, ISO 8601, of what says neither when it was published nor when it was captured
 * @param program the version of what read it
 */
export async function keepReadings(
	database: Database,
	readings: readonly Reading[],
	today: string,
	program: string,
): Promise<Kept> {
	const packed = await packReadings(readings, today, program);
	for (let attempt = 1; ; attempt++) {
		try {
			return await database.tx((tx) => keepPackedReadings(tx, packed));
		} catch (error) {
			if (!(error instanceof GoneMeanwhile) || attempt === MOST_ATTEMPTS) throw error;
		}
	}
}

/** Somebody forgot an article between the look whether it was there and its lock: then it is added anew. */
class GoneMeanwhile extends Error {}
const MOST_ATTEMPTS = 5;

/** The same in the transaction of the caller. */
export async function keepPackedReadings(tx: Queryable, packed: readonly PackedReading[]): Promise<Kept> {
	const added = await keepArticles(tx, packed);
	const days = await keepLeaders(tx, packed, added);
	const captures = await keepCaptures(tx, packed, days);
	await replaceOlder(tx, packed);
	const fresh = [...added].map(toId).sort();
	return { captures, articles: fresh, versions: await countVersions(tx, [...added]) };
}

/** A reading as it is kept, packed outside of the transaction. */
export interface PackedReading {
	readonly reading: Reading;
	readonly role: ArticleRole;
	/** The article's, or the capture's own where it gave none. */
	readonly articleKey: bigint;
	readonly captureKey: bigint;
	readonly day: string;
	readonly program: string;
	readonly detail: Uint8Array;
	readonly content: Uint8Array;
	readonly body: Uint8Array | null;
}

/** In the order in which they are to be kept. */
export async function packReadings(
	readings: readonly Reading[],
	today: string,
	program: string,
): Promise<readonly PackedReading[]> {
	const packed = await Promise.all(
		readings.map(async (reading): Promise<PackedReading> => {
			const { capture, article, problems } = reading;
			const { bytes, ...origin } = capture;
			const detail: CaptureDetail = { ...origin, input: reading.input, problems: article ? [] : problems };
			const captureKey = toKey(captureId(capture));
			return {
				reading,
				role: capture.stated.role,
				articleKey: article ? toKey(article.id) : captureKey,
				captureKey,
				day: toDay(article?.published.earliest) ?? toDay(capture.at) ?? today,
				program,
				detail: await packJson(detail),
				content: await pack(bytes),
				body: article ? await packJson(article) : null,
			};
		}),
	);
	// In one order everywhere, so that two who keep the same do not wait for each other; of one article the leader first.
	return packed.sort(
		(a, b) =>
			compareKeys(a.articleKey, b.articleKey) || compareLeading(a, b) || compareKeys(a.captureKey, b.captureKey),
	);
}

function compareLeading(a: PackedReading, b: PackedReading): number {
	return compareReadings({ role: a.role, capture: a.reading.capture }, { role: b.role, capture: b.reading.capture });
}

function compareKeys(a: bigint, b: bigint): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Of each article the capture that it is read from. */
function listLeaders(packed: readonly PackedReading[]): (PackedReading & { readonly article: Article })[] {
	const seen = new Set<bigint>();
	return packed.flatMap((one) => {
		const { article } = one.reading;
		if (article === null || seen.has(one.articleKey)) return [];
		seen.add(one.articleKey);
		return [{ ...one, article }];
	});
}

/** The key of the outlet by which `dropOutletBlocks` tells one from another. */
function outletKey({ outlet }: Article): bigint | null {
	return outlet === null ? null : keyOf("outlet", outlet.site ?? `name ${foldCase(outlet.text)}`);
}

/** The agencies that an article credits, each once; its outlet, where that is one, credits nobody. */
function listAgencies({ outlet, agencies }: Article): readonly string[] {
	const own = outlet === null ? null : foldCase(outlet.text);
	const names = new Map(agencies.map(({ text }) => [foldCase(text), text.replace(/\s+/g, " ").trim()]));
	return [...names].flatMap(([folded, name]) => (folded === own || name === "" ? [] : [name]));
}

const ARTICLE_COLUMNS = `article_id, day, source_key, outlet_key, capture_id, role, published_from, published_to, language,
	captured, place, headline, outlet, agencies, letters`;
const ARTICLE_TYPES = "bigint, date, bigint, bigint, bigint, text, date, date, text, text, text, text, text, text, int";

function articleColumns(leaders: readonly (PackedReading & { readonly article: Article })[]): readonly SqlList[] {
	const list = <T extends Cell>(of: (one: (typeof leaders)[number]) => T): readonly T[] => leaders.map(of);
	return [
		list(({ articleKey }) => articleKey),
		list(({ day }) => day),
		list(({ article }) => keyOf("source", article.sourceId)),
		list(({ article }) => outletKey(article)),
		list(({ captureKey }) => captureKey),
		list(({ article }) => article.role),
		list(({ article }) => toDay(article.published.earliest)),
		list(({ article }) => toDay(article.published.latest)),
		list(({ article }) => (article.language === null ? null : toShown(article.language))),
		list(({ article }) => (article.capture.at === null ? null : toShown(article.capture.at))),
		list(({ article }) => toShown(article.capture.place)),
		list(({ article }) => (article.headline === null ? null : toShown(article.headline.text))),
		list(({ article }) => (article.outlet === null ? null : toShown(article.outlet.text))),
		list(({ article }) => toShown(listAgencies(article).join("\n"))),
		list(({ article }) => article.text.length),
	];
}

type Cell = string | number | bigint | null;
type SqlList = readonly Cell[];

/** Adds the articles that are not there; their keys. */
async function keepArticles(tx: Queryable, packed: readonly PackedReading[]): Promise<ReadonlySet<bigint>> {
	const leaders = listLeaders(packed);
	if (leaders.length === 0) return new Set();
	const parameters = ARTICLE_TYPES.split(", ").map((type, at) => `$${at + 1}::${type}[]`);
	const rows = await tx.query<{ article_id: bigint }>(
		`INSERT INTO stemma.article (${ARTICLE_COLUMNS}) SELECT * FROM unnest(${parameters.join(", ")})
		ON CONFLICT (article_id) DO NOTHING RETURNING article_id`,
		articleColumns(leaders),
	);
	return new Set(rows.map(({ article_id }) => article_id));
}

/** Keeps what is read of the articles, where a capture leads that is not there yet. Resolves to each article's day. */
async function keepLeaders(
	tx: Queryable,
	packed: readonly PackedReading[],
	added: ReadonlySet<bigint>,
): Promise<ReadonlyMap<bigint, string>> {
	const leaders = listLeaders(packed);
	const days = new Map(leaders.map(({ articleKey, day }) => [articleKey, day]));
	const known = leaders.filter(({ articleKey }) => !added.has(articleKey));
	const changed = leaders.filter(({ articleKey }) => added.has(articleKey));
	for (const leader of known) {
		// One article a statement: a lock on several at once is more than a cluster gives.
		const [row] = await tx.query<ArticleRow>(
			"SELECT day, capture_id, role, place, captured FROM stemma.article WHERE article_id = $1 FOR UPDATE",
			[leader.articleKey],
		);
		if (!row) throw new GoneMeanwhile();
		days.set(leader.articleKey, row.day);
		const { place, at } = leader.article.capture;
		const order =
			compareReadings(
				{ role: leader.role, capture: { place: toShown(place), at: at === null ? null : toShown(at) } },
				{ role: row.role, capture: { place: row.place, at: row.captured } },
			) || compareKeys(leader.captureKey, row.capture_id);
		// The same capture again is one that another program has read; with no leader left, any leads.
		if (order <= 0 || row.capture_id === NO_CAPTURE) changed.push(leader);
	}
	// The day stays: what is kept of the article lies in its partition.
	const names = ARTICLE_COLUMNS.split(",").map((name) => name.trim());
	const set = names.flatMap((name, at) => (name === "article_id" || name === "day" ? [] : [`${name} = $${at + 1}`]));
	for (const leader of changed.filter(({ articleKey }) => !added.has(articleKey))) {
		const values = articleColumns([leader]).map(([value]) => value ?? null);
		// Every parameter has to be named once.
		await tx.query(
			`UPDATE stemma.article SET ${set.join(", ")} WHERE article_id = $1 AND $2::date IS NOT NULL`,
			values,
		);
	}
	const bodies = changed.flatMap(({ articleKey, body }) => {
		const day = days.get(articleKey);
		return body === null || day === undefined ? [] : [{ articleKey, day, body }];
	});
	await tx.query(
		`INSERT INTO stemma.article_body (article_id, day, packed)
		SELECT * FROM unnest($1::bigint[], $2::date[], $3::bytea[])
		ON CONFLICT (article_id, day) DO UPDATE SET packed = excluded.packed`,
		[bodies.map(({ articleKey }) => articleKey), bodies.map(({ day }) => day), bodies.map(({ body }) => body)],
	);
	return days;
}

interface ArticleRow {
	readonly day: string;
	readonly capture_id: bigint;
	readonly role: ArticleRole;
	readonly place: string;
	readonly captured: string | null;
}

/** Keeps captures and their bytes; how many were not there. */
async function keepCaptures(
	tx: Queryable,
	packed: readonly PackedReading[],
	days: ReadonlyMap<bigint, string>,
): Promise<number> {
	const rows = packed.map(({ reading, articleKey, captureKey, day, program, detail, content }) => ({
		...reading,
		articleKey,
		captureKey,
		day: days.get(articleKey) ?? day,
		program,
		detail,
		content,
		sha256: hashBytes(reading.capture.sha256),
	}));
	const inserted = await tx.query<{ article_id: bigint; capture_id: bigint }>(
		`INSERT INTO stemma.capture (article_id, capture_id, day, input_key, place_key, place, sha256, bytes, is_article,
			program, detail)
		SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::date[], $4::bigint[], $5::bigint[], $6::text[], $7::bytea[],
			$8::int[], $9::boolean[], $10::text[], $11::bytea[])
		ON CONFLICT (article_id, capture_id, day) DO NOTHING RETURNING article_id, capture_id`,
		[
			rows.map(({ articleKey }) => articleKey),
			rows.map(({ captureKey }) => captureKey),
			rows.map(({ day }) => day),
			rows.map(({ input }) => keyOf("input", input)),
			rows.map(({ capture }) => keyOf("place", capture.place)),
			rows.map(({ capture }) => toShown(capture.place)),
			rows.map(({ sha256 }) => sha256),
			rows.map(({ capture }) => capture.bytes.byteLength),
			rows.map(({ article }) => article !== null),
			rows.map(({ program }) => program),
			rows.map(({ detail }) => detail),
		],
	);
	const nameRow = (article: bigint, capture: bigint): string => `${article} ${capture}`;
	const fresh = new Set(inserted.map(({ article_id, capture_id }) => nameRow(article_id, capture_id)));
	const added = rows.filter(({ articleKey, captureKey }) => fresh.delete(nameRow(articleKey, captureKey)));
	const there = rows.filter((row) => !added.includes(row));
	for (const { articleKey, captureKey, day, program, detail } of there) {
		await tx.query(
			"UPDATE stemma.capture SET program = $4, detail = $5 WHERE article_id = $1 AND capture_id = $2 AND day = $3",
			[articleKey, captureKey, day, program, detail],
		);
	}
	await keepContents(
		tx,
		added.map(({ articleKey, sha256, day, content }) => ({ key: articleKey, sha256, day, packed: content })),
	);
	return added.length;
}

/** In the place of the capture that an article was read from, once that one has gone to another article. */
const NO_CAPTURE = 0n;

/**
 * Takes away what these readings stand for now: a capture from the article that an earlier program read in it, and of
 * the same place what gave no article.
 */
async function replaceOlder(tx: Queryable, packed: readonly PackedReading[]): Promise<void> {
	const given = new Map(packed.map((one) => [one.captureKey, one.articleKey]));
	const rows = await tx.query<{ article_id: bigint; capture_id: bigint }>(
		`SELECT article_id, capture_id FROM stemma.capture WHERE capture_id = ANY ($1::bigint[])
			OR (place_key = ANY ($2::bigint[]) AND NOT is_article AND program <> $3)`,
		[[...given.keys()], packed.map(({ reading }) => keyOf("place", reading.capture.place)), UNREAD],
	);
	const older = rows.filter(({ article_id, capture_id }) => given.get(capture_id) !== article_id);
	for (const { article_id, capture_id } of older) {
		await tx.query("DELETE FROM stemma.capture WHERE article_id = $1 AND capture_id = $2", [article_id, capture_id]);
		await tx.query("UPDATE stemma.article SET capture_id = $3 WHERE article_id = $1 AND capture_id = $2", [
			article_id,
			capture_id,
			NO_CAPTURE,
		]);
	}
	if (older.length === 0) return;
	await dropBare(
		tx,
		older.map(({ article_id }) => article_id),
	);
}

/** Takes away, of these articles, bytes that no capture names, and the articles that have no capture. */
async function dropBare(tx: Queryable, articles: readonly bigint[]): Promise<void> {
	await tx.query(
		`DELETE FROM stemma.content WHERE article_id = ANY ($1::bigint[]) AND NOT EXISTS (SELECT FROM stemma.capture
			WHERE capture.article_id = content.article_id AND capture.sha256 = content.sha256)`,
		[articles],
	);
	const bare = await tx.query<{ article_id: bigint }>(
		`SELECT article_id FROM stemma.article WHERE article_id = ANY ($1::bigint[]) AND NOT EXISTS
			(SELECT FROM stemma.capture WHERE capture.article_id = article.article_id)`,
		[articles],
	);
	await dropArticles(
		tx,
		bare.map(({ article_id }) => article_id),
	);
}

async function countVersions(tx: Queryable, added: readonly bigint[]): Promise<number> {
	const [row] = await tx.query<{ versions: number }>(
		`SELECT count(*)::int AS versions FROM stemma.article a WHERE article_id = ANY ($1::bigint[])
			AND EXISTS (SELECT FROM stemma.article b WHERE b.source_key = a.source_key AND b.article_id <> a.article_id)`,
		[added],
	);
	return row?.versions ?? 0;
}
