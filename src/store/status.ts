import { type AsideSummary, STATUS_SCHEMA, type StoreStatus } from "../model/store-status.ts";
import type { Database, Queryable } from "./database.ts";
import { countLanguages } from "./held-days.ts";
import { countJobs, listAside } from "./jobs.ts";
import { toId, toKey } from "./keys.ts";
import { describeProgram } from "./program.ts";
import { UNREAD } from "./readings.ts";

/** Counts what a store holds. `disk` is the folder's size, or null to ask the server. */
export async function readStatus(
	database: Database,
	place: Pick<StoreStatus, "store" | "kind">,
	disk: number | null,
): Promise<StoreStatus> {
	const [one] = await database.query<Counts>(
		`SELECT current_setting('server_version') AS server,
			(SELECT max(number) FROM stemma.migration) AS step,
			count(*)::int AS articles,
			count(*) FILTER (WHERE role = 'primary')::int AS primaries,
			count(DISTINCT outlet_key)::int AS outlets,
			min(published_from) AS earliest, max(published_to) AS latest,
			min(added_at) AS first, max(added_at) AS last,
			(SELECT count(*) FROM stemma.capture)::int AS captures,
			(SELECT count(*) FROM stemma.capture WHERE NOT is_article AND program <> $2)::int
				+ (SELECT count(*) FROM stemma.problem)::int AS unread,
			(SELECT count(*) FROM stemma.capture WHERE program NOT IN ($1, $2))::int AS outdated,
			(SELECT coalesce(sum(bytes), 0) FROM stemma.capture)::float8 AS captured,
			(SELECT count(*) FROM stemma.annotation)::int AS annotated,
			(SELECT count(*) FROM stemma.story)::int AS stories,
			(SELECT count(*) FROM stemma.user_file WHERE kind = 'names')::int AS names,
			(SELECT count(*) FROM stemma.user_file WHERE kind = 'corrections')::int AS corrections
		FROM stemma.article`,
		[describeProgram(), UNREAD],
	);
	if (!one) throw new Error("the store gave no counts");
	const [versioned] = await database.query<{ sources: number; articles: number }>(
		`SELECT count(*)::int AS sources, coalesce(sum(n), 0)::int AS articles FROM
			(SELECT count(*) AS n FROM stemma.article GROUP BY source_key HAVING count(*) > 1) AS sources`,
	);
	const languages = await countLanguages(database);
	// A partition counts as its parent.
	const tables = await database.query<{ table: string; bytes: number }>(
		`SELECT regexp_replace(c.relname, '_(default|[0-9]{8})$', '') AS table,
			sum(pg_total_relation_size(c.oid))::float8 AS bytes
		FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE n.nspname = 'stemma' AND c.relkind = 'r' GROUP BY 1 ORDER BY 2 DESC, 1`,
	);
	const used = tables.reduce((sum, { bytes }) => sum + bytes, 0);
	const { server, step, articles, primaries, outlets, captures, unread, outdated, annotated, stories, names } = one;
	return {
		schema: STATUS_SCHEMA,
		store: place.store,
		kind: place.kind,
		server: server.split(" ")[0] ?? server,
		step,
		articles,
		primaries,
		versioned: { sources: versioned?.sources ?? 0, articles: versioned?.articles ?? 0 },
		outlets,
		languages,
		published: { earliest: one.earliest, latest: one.latest },
		added: { first: one.first?.toISOString() ?? null, last: one.last?.toISOString() ?? null },
		captures,
		unread,
		outdated,
		annotated,
		stories,
		names,
		corrections: one.corrections,
		jobs: await countJobs(database),
		aside: await summariseAside(database),
		bytes: {
			captured: one.captured,
			tables: used,
			disk: disk ?? (await databaseSize(database)),
			article: articles === 0 ? null : Math.round(used / articles),
			byTable: tables,
		},
	};
}

interface Counts {
	readonly server: string;
	readonly step: number;
	readonly articles: number;
	readonly primaries: number;
	readonly outlets: number;
	readonly earliest: string | null;
	readonly latest: string | null;
	readonly first: Date | null;
	readonly last: Date | null;
	readonly captures: number;
	readonly unread: number;
	readonly outdated: number;
	readonly captured: number;
	readonly annotated: number;
	readonly stories: number;
	readonly names: number;
	readonly corrections: number;
}

/** Jobs set aside that are named. */
const NAMED = 20;

/** Jobs that were set aside, the latest first, with what they are about; 20 at most. */
export async function summariseAside(database: Queryable): Promise<readonly AsideSummary[]> {
	const jobs = await listAside(database, NAMED);
	if (jobs.length === 0) return [];
	const rows = await database.query<{ id: bigint; about: string | null }>(
		`SELECT capture_id AS id, place AS about FROM stemma.capture WHERE capture_id = ANY ($1::bigint[])
		UNION ALL SELECT article_id, place FROM stemma.article WHERE article_id = ANY ($1::bigint[])
		UNION ALL SELECT story_id, headline FROM stemma.story WHERE story_id = ANY ($1::bigint[])`,
		[jobs.map(({ subject }) => toKey(subject))],
	);
	const abouts = new Map(rows.map(({ id, about }) => [toId(id), about]));
	return jobs.map(({ kind, subject, attempts, failure, at }) => ({
		kind,
		subject,
		about: abouts.get(subject) ?? null,
		tries: attempts,
		reason: failure,
		at: at.toISOString(),
	}));
}

async function databaseSize(database: Database): Promise<number> {
	const [row] = await database.query<{ bytes: number }>("SELECT pg_database_size(current_database())::float8 AS bytes");
	return row?.bytes ?? 0;
}
