import { UserError } from "../../model/problem.ts";
import type { Hits, SpeakerHit } from "../../model/search-listing.ts";
import type { Queryable } from "../database.ts";
import { toDay, toId, toKey } from "../keys.ts";
import { Parameters, type Sought, writeConditions } from "./candidates.ts";
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
 * name; of a story without words, all who are quoted in it. Words that are passed over in texts count in names.
 */
export async function findSpeakers(database: Queryable, { asked, query, story }: Sought): Promise<Hits<SpeakerHit>> {
	const own = findUnits(asked.text).map(({ stem }) => wordKey("speaker", stem));
	const words = [...new Set([...own, ...(query.speaker ?? [])])];
	if (words.length === 0 && story === null) return { total: 0, hits: [], next: null };
	const parameters = new Parameters();
	const joins = words.map(
		(key, i) => `JOIN stemma.speaker_word w${i} ON w${i}.article_id = s.article_id
			AND w${i}.position = s.position AND w${i}.word = ${parameters.add(key, "int")}`,
	);
	for (const [i, key] of (query.outlet ?? []).entries()) {
		const word = parameters.add(key, "int");
		joins.push(`JOIN stemma.posting p${i} ON p${i}.article_id = s.article_id AND p${i}.word = ${word}`);
	}
	if (story !== null) {
		joins.push(`JOIN stemma.story_member m ON m.article_id = s.article_id
			AND m.story_id = ${parameters.add(story, "bigint")}`);
	}
	const conditions = writeConditions(asked, parameters);
	const found = `SELECT s.name_key, min(s.name COLLATE "C") AS name, count(DISTINCT s.article_id)::int AS articles,
			sum(s.quotations)::int AS quotations, min(a.published_from) AS earliest, max(a.published_to) AS latest
		FROM stemma.search_speaker s ${joins.join("\n")}
		JOIN stemma.article a ON a.article_id = s.article_id
		${conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : ""} GROUP BY s.name_key`;
	const [count] = await database.query<{ total: number }>(
		`SELECT count(*)::int AS total FROM (${found}) AS found`,
		parameters.values,
	);
	const cursor = readCursor(asked.after);
	let past = "";
	if (cursor !== null) {
		const [quotations, key] = [parameters.add(cursor.quotations, "int"), parameters.add(cursor.key, "bigint")];
		past = `WHERE quotations < ${quotations} OR (quotations = ${quotations} AND name_key > ${key})`;
	}
	const rows = await database.query<SpeakerRow>(
		`SELECT * FROM (${found}) AS found ${past}
		ORDER BY quotations DESC, name_key LIMIT ${parameters.add(asked.limit + 1, "int")}`,
		parameters.values,
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
