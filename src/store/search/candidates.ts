import type { AskedSearch } from "../../model/search-listing.ts";
import type { Queryable, SqlValue } from "../database.ts";
import { numberRelations } from "./fact-index.ts";
import type { PlacesByWord } from "./match.ts";
import { type UnitRanges, unpackPlaces, unpackRanges, type WordPlace } from "./packed-places.ts";
import type { AskedWord, Query } from "./query.ts";

/** An article that has all the words, with what it scores. */
export interface Candidate {
	readonly article: bigint;
	readonly score: number;
}

/** The last candidate of the batch before. */
export type After = Candidate | null;

/** A statement's parameters as they are numbered. */
export class Parameters {
	readonly values: SqlValue[] = [];

	add(value: SqlValue, type: string): string {
		this.values.push(value);
		return `$${this.values.length}::${type}`;
	}
}

/** What is looked for, as the statements have it. */
export interface Sought {
	readonly asked: AskedSearch;
	readonly query: Query;
	/** The story that is asked for, by the id that it has now; null for any. */
	readonly story: bigint | null;
	/** Whether only articles count that state a fact, of the relations that are asked for. */
	readonly facts: boolean;
}

/** The articles that have all words of a query, as the tables and the conditions that a statement joins. */
function writeJoins({ asked, query, story, facts }: Sought, parameters: Parameters): string {
	const words = listRarestFirst(query);
	const required = [...words.map(({ key }) => key), ...(query.speaker ?? []), ...(query.outlet ?? [])];
	const conditions: string[] = [];
	const joins: string[] = [];
	const members = story === null ? null : `article_id IN (${writeMembers(story, parameters)})`;
	const stated = facts ? `article_id IN (${writeStating(asked, story, parameters)})` : null;
	if (required.length === 0) {
		joins.push("stemma.search_article p0");
	} else {
		for (const [i, key] of required.entries()) {
			const word = parameters.add(key, "int");
			if (i === 0) {
				joins.push("stemma.posting p0");
				conditions.push(`p0.word = ${word}`);
			} else {
				joins.push(`JOIN stemma.posting p${i} ON p${i}.article_id = p0.article_id AND p${i}.word = ${word}`);
			}
		}
	}
	for (const condition of [members, stated]) if (condition !== null) conditions.push(`p0.${condition}`);
	if (asked.from !== null || asked.to !== null || asked.language !== null || !hasWords(query)) {
		joins.push("JOIN stemma.article a ON a.article_id = p0.article_id");
		conditions.push(...writeConditions(asked, parameters));
	}
	return `FROM ${joins.join("\n")} WHERE ${conditions.length > 0 ? conditions.join(" AND ") : "true"}`;
}

function hasWords({ words }: Query): boolean {
	return words.length > 0;
}

/** The articles of a story. */
function writeMembers(story: bigint, parameters: Parameters): string {
	return `SELECT article_id FROM stemma.story_member WHERE story_id = ${parameters.add(story, "bigint")}`;
}

/** The articles that state a fact of the relations that are asked for. */
function writeStating({ relations }: AskedSearch, story: bigint | null, parameters: Parameters): string {
	const conditions = [
		...(relations.length === 0 ? [] : [`relation = ANY (${parameters.add(numberRelations(relations), "smallint[]")})`]),
		...(story === null ? [] : [`story_id = ${parameters.add(story, "bigint")}`]),
	];
	return `SELECT article_id FROM stemma.search_fact${conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : ""}`;
}

/** What an article is held to, of a table of articles called `a`. */
export function writeConditions({ from, to, language }: AskedSearch, parameters: Parameters): readonly string[] {
	return [
		...(from === null ? [] : [`a.published_from >= ${parameters.add(from, "date")}`]),
		...(to === null ? [] : [`a.published_to <= ${parameters.add(to, "date")}`]),
		...(language === null ? [] : [`a.language = ${parameters.add(language, "text")}`]),
	];
}

function writeScore(query: Query, parameters: Parameters): string {
	const terms = listRarestFirst(query).map(
		({ rarity }, i) => `p${i}.weight::int * ${parameters.add(Math.max(1, rarity), "int")}`,
	);
	// Where no word ranks them the latest stand first.
	return terms.length > 0 ? terms.join(" + ") : "a.day - DATE '0001-01-01'";
}

/** What is looked up for each row of the first is little then. */
function listRarestFirst({ words }: Query): readonly AskedWord[] {
	return [...words].sort((a, b) => b.rarity - a.rarity || a.key - b.key);
}

/** The next candidates: by score, the highest first, then by article. */
export async function findCandidates(
	database: Queryable,
	sought: Sought,
	{ after, limit }: { readonly after: After; readonly limit: number },
): Promise<readonly Candidate[]> {
	const parameters = new Parameters();
	const from = writeJoins(sought, parameters);
	const score = writeScore(sought.query, parameters);
	let where = "";
	if (after !== null) {
		const [past, article] = [parameters.add(after.score, "int"), parameters.add(after.article, "bigint")];
		where = `WHERE score < ${past} OR (score = ${past} AND article_id > ${article})`;
	}
	const rows = await database.query<{ article_id: bigint; score: number }>(
		`SELECT article_id, score FROM (SELECT p0.article_id, ${score} AS score ${from}) AS found ${where}
		ORDER BY score DESC, article_id LIMIT ${parameters.add(limit, "int")}`,
		parameters.values,
	);
	return rows.map(({ article_id, score: points }) => ({ article: article_id, score: points }));
}

/** How many articles have all words, wherever in them. */
export async function countCandidates(database: Queryable, sought: Sought): Promise<number> {
	const parameters = new Parameters();
	const from = writeJoins(sought, parameters);
	const [row] = await database.query<{ articles: number }>(
		`SELECT count(*)::int AS articles ${from}`,
		parameters.values,
	);
	return row?.articles ?? 0;
}

/** What the index has of an article for one query. */
export interface IndexedArticle {
	readonly places: PlacesByWord;
	readonly quotations: readonly UnitRanges[];
	/** Positions of the quotations whose speaker has the name that is asked for; null where none is. */
	readonly spoken: ReadonlySet<number> | null;
}

/** Where the words stand in these articles, by article. */
export async function readIndex(
	database: Queryable,
	articles: readonly bigint[],
	query: Query,
): Promise<ReadonlyMap<bigint, IndexedArticle>> {
	const speaker = query.speaker ?? [];
	const keys = [...query.words.map(({ key }) => key), ...speaker];
	const rows = await database.query<{ article_id: bigint; quotations: Uint8Array }>(
		"SELECT article_id, quotations FROM stemma.search_article WHERE article_id = ANY ($1::bigint[])",
		[articles],
	);
	const postings = await database.query<{ word: number; article_id: bigint; places: Uint8Array }>(
		`SELECT word, article_id, places FROM stemma.posting
		WHERE word = ANY ($1::int[]) AND article_id = ANY ($2::bigint[])`,
		[keys, articles],
	);
	const places = new Map<bigint, Map<number, readonly WordPlace[]>>();
	for (const { word, article_id, places: packed } of postings) {
		const own = places.get(article_id) ?? new Map<number, readonly WordPlace[]>();
		places.set(article_id, own.set(word, unpackPlaces(packed)));
	}
	return new Map(
		rows.map(({ article_id, quotations }) => {
			const own = places.get(article_id) ?? new Map<number, readonly WordPlace[]>();
			return [article_id, { places: own, quotations: unpackRanges(quotations), spoken: findSpoken(speaker, own) }];
		}),
	);
}

function findSpoken(speaker: readonly number[], places: PlacesByWord): ReadonlySet<number> | null {
	if (speaker.length === 0) return null;
	const [first = [], ...others] = speaker.map((key) => (places.get(key) ?? []).map(({ at }) => at));
	return new Set(first.filter((at) => others.every((list) => list.includes(at))));
}
