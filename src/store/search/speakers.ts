import { UserError } from "../../model/problem.ts";
import type { AskedSearch, Hits, SpeakerHit } from "../../model/search-listing.ts";
import type { Queryable, SqlValue } from "../database.ts";
import { toDay, toId, toKey } from "../keys.ts";
import type { Query } from "./query.ts";
import { findUnits, wordKey } from "./units.ts";

interface SpeakerRow {
	readonly name_key: bigint;
	readonly name: string;
	readonly articles: number;
	readonly quotations: number;
	readonly earliest: string | null;
	readonly latest: string | null;
}

/**
 * Who is quoted under a name that has all the words asked for: by quotations, the most first, then by the hash of the
 * name. Words that are passed over in texts count in names.
 */
export async function findSpeakers(database: Queryable, asked: AskedSearch, query: Query): Promise<Hits<SpeakerHit>> {
	const own = findUnits(asked.text).map(({ stem }) => wordKey("speaker", stem));
	const [first, ...others] = [...new Set([...own, ...(query.speaker ?? [])])];
	if (first === undefined) return { total: 0, hits: [], next: null };
	const values: SqlValue[] = [];
	const bind = (value: SqlValue, type: string): string => `$${values.push(value)}::${type}`;
	const joins = others.map(
		(key, i) => `JOIN stemma.speaker_word w${i + 1} ON w${i + 1}.article_id = w0.article_id
			AND w${i + 1}.position = w0.position AND w${i + 1}.word = ${bind(key, "int")}`,
	);
	for (const [i, key] of (query.outlet ?? []).entries()) {
		joins.push(`JOIN stemma.posting p${i} ON p${i}.article_id = w0.article_id AND p${i}.word = ${bind(key, "int")}`);
	}
	const conditions = [`w0.word = ${bind(first, "int")}`];
	if (asked.from !== null) conditions.push(`a.published_from >= ${bind(asked.from, "date")}`);
	if (asked.to !== null) conditions.push(`a.published_to <= ${bind(asked.to, "date")}`);
	if (asked.language !== null) conditions.push(`a.language = ${bind(asked.language, "text")}`);
	const found = `SELECT s.name_key, min(s.name COLLATE "C") AS name, count(DISTINCT s.article_id)::int AS articles,
			sum(s.quotations)::int AS quotations, min(a.published_from) AS earliest, max(a.published_to) AS latest
		FROM stemma.speaker_word w0 ${joins.join("\n")}
		JOIN stemma.search_speaker s ON s.article_id = w0.article_id AND s.position = w0.position
		JOIN stemma.article a ON a.article_id = w0.article_id
		WHERE ${conditions.join(" AND ")} GROUP BY s.name_key`;
	const [count] = await database.query<{ total: number }>(
		`SELECT count(*)::int AS total FROM (${found}) AS found`,
		values,
	);
	const cursor = readCursor(asked.after);
	let past = "";
	if (cursor !== null) {
		const [quotations, key] = [bind(cursor.quotations, "int"), bind(cursor.key, "bigint")];
		past = `WHERE quotations < ${quotations} OR (quotations = ${quotations} AND name_key > ${key})`;
	}
	const rows = await database.query<SpeakerRow>(
		`SELECT * FROM (${found}) AS found ${past}
		ORDER BY quotations DESC, name_key LIMIT ${bind(asked.limit + 1, "int")}`,
		values,
	);
	const page = rows.slice(0, asked.limit);
	const last = page.at(-1);
	return {
		total: count?.total ?? 0,
		hits: page.map(({ name, articles, quotations, earliest, latest }) => ({
			score: quotations,
			name,
			articles,
			quotations,
			published: { earliest: toDay(earliest), latest: toDay(latest) },
		})),
		next: rows.length > page.length && last ? `${last.quotations}-${toId(last.name_key)}` : null,
	};
}

function readCursor(after: string | null): { readonly quotations: number; readonly key: bigint } | null {
	if (after === null) return null;
	const parts = /^(\d{1,9})-([0-7][0-9a-f]{15})$/.exec(after);
	if (parts) return { quotations: Number(parts[1]), key: toKey(parts[2] ?? "") };
	throw new UserError("search/after", `${JSON.stringify(after)} names no page; "next" of an earlier one does`);
}
