import type { AnnotatedArticle } from "../../model/annotated.ts";
import { compareText } from "../../text/compare.ts";
import { foldAccents } from "../../text/fold.ts";
import type { Queryable } from "../database.ts";
import { keyOf, toId, toKey, toShown } from "../keys.ts";
import {
	packNumbers,
	packPlaces,
	packRanges,
	type UnitRanges,
	unpackNumbers,
	type WordPlace,
} from "./packed-places.ts";
import { findHeadlineUnits, findUnits, selectIndexed, type Unit, unitRange, wordKey } from "./units.ts";

/** Grows when what is kept for search changes its form: what is kept in another one counts as not indexed. */
export const INDEX_FORM = 1;

/** Units of one article that are indexed: a book of 50,000 words is, a file of anything else is not to its end. */
const MOST_UNITS = 50_000;

/** Words that go into one statement. */
const MOST_ROWS = 5000;

/** Okapi BM25 (Robertson and Zaragoza 2009) with its usual constants and a frozen usual length, in units. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;
const USUAL_LENGTH = 500;
/** A word of the headline counts as so many. */
const HEADLINE = 3;

/** One row of the index. */
interface Posting {
	readonly word: number;
	readonly weight: number;
	readonly places: readonly WordPlace[];
}

/** What search keeps of one article. */
export interface ArticleIndex {
	readonly postings: readonly Posting[];
	readonly isCut: boolean;
	readonly quotations: readonly UnitRanges[];
	readonly speakers: readonly IndexedSpeaker[];
}

interface IndexedSpeaker {
	/** The fullest that the article has. */
	readonly name: string;
	/** Of all names that it has for the same speaker. */
	readonly words: readonly number[];
	readonly quotations: readonly number[];
}

/** @param units those of the article's text */
export function indexArticle(
	{ article, quotations, entities }: AnnotatedArticle,
	units: readonly Unit[] = findUnits(article.text),
): ArticleIndex {
	const shown = [...selectIndexed(article, units), ...findHeadlineUnits(article, units)];
	const indexed = shown.slice(0, MOST_UNITS);
	const words = new Map<number, { places: WordPlace[]; count: number }>();
	const add = (word: number, place: WordPlace, count: number): void => {
		const known = words.get(word);
		if (known) {
			known.places.push(place);
			known.count += count;
		} else words.set(word, { places: [place], count });
	};
	const headline = article.headline?.span ?? null;
	const last = units.at(-1)?.at ?? 0;
	const keys = new Map<string, number>();
	for (const { stem, at, form, start } of indexed) {
		const inHeadline = at > last || (headline !== null && headline.start <= start && start < headline.end);
		const key = keys.get(stem) ?? wordKey("text", stem);
		keys.set(stem, key);
		add(key, { at, form }, inHeadline ? HEADLINE : 1);
	}
	const speakers = listSpeakers(quotations, entities);
	for (const { words: own, quotations: positions } of speakers) {
		for (const word of own) for (const at of positions) add(word, { at, form: 0 }, 1);
	}
	const { outlet } = article;
	const outletWords = outlet === null ? [] : [outlet.text, outlet.site ?? ""].flatMap((text) => findUnits(text));
	for (const stem of new Set(outletWords.map((unit) => unit.stem))) add(wordKey("outlet", stem), { at: 0, form: 0 }, 1);
	const share = 1 - LENGTH_SHARE + (LENGTH_SHARE * indexed.length) / USUAL_LENGTH;
	return {
		postings: [...words]
			.map(([word, { places, count }]) => ({
				word,
				weight: Math.round((100 * count * (SATURATION + 1)) / (count + SATURATION * share)),
				places: [...places].sort((a, b) => a.at - b.at),
			}))
			.sort((a, b) => a.word - b.word),
		isCut: shown.length > indexed.length,
		quotations: quotations.map(({ content }) => content.map((span) => unitRange(units, span))),
		speakers,
	};
}

/** Who is quoted, by name. */
function listSpeakers(
	quotations: AnnotatedArticle["quotations"],
	entities: AnnotatedArticle["entities"],
): readonly IndexedSpeaker[] {
	const positions = new Map<string, number[]>();
	for (const [position, { speaker }] of quotations.entries()) {
		if (speaker !== null) positions.set(speaker, [...(positions.get(speaker) ?? []), position]);
	}
	return entities
		.flatMap(({ id, name, names }) => {
			const own = positions.get(id);
			const stems = new Set([name, ...names].flatMap((one) => findUnits(one).map(({ stem }) => stem)));
			const words = [...stems].map((stem) => wordKey("speaker", stem)).sort((a, b) => a - b);
			return own ? [{ name, words, quotations: own }] : [];
		})
		.sort((a, b) => compareText(a.name, b.name) || (a.quotations[0] ?? 0) - (b.quotations[0] ?? 0));
}

/**
 * Makes articles findable, each in the place of what was kept of it before; of an article that is gone, nothing. Runs
 * in the transaction that keeps their annotations, so that what is found is what is annotated.
 */
export async function keepPostings(tx: Queryable, annotated: readonly AnnotatedArticle[]): Promise<void> {
	await keepIndexes(
		tx,
		annotated.map((one) => ({ article: one.article.id, index: indexArticle(one) })),
	);
}

/** The same with what was made before, as in a thread. */
export async function keepIndexes(
	tx: Queryable,
	kept: readonly { readonly article: string; readonly index: ArticleIndex }[],
): Promise<void> {
	// Against another who indexes or forgets the same; in one order everywhere.
	const there = await tx.query<{ article_id: bigint }>(
		`SELECT article_id FROM stemma.article WHERE article_id = ANY ($1::bigint[]) ORDER BY article_id FOR NO KEY UPDATE`,
		[kept.map(({ article }) => toKey(article))],
	);
	const present = new Set(there.map(({ article_id }) => toId(article_id)));
	await dropPostings(tx, [...present].map(toKey));
	const indexed = kept
		.filter(({ article }) => present.has(article))
		.map(({ article, index }) => ({ key: toKey(article), index }))
		.sort((a, b) => (a.key < b.key ? -1 : 1));
	if (indexed.length > 0) await keepIndexRows(tx, indexed);
}

async function keepIndexRows(
	tx: Queryable,
	indexed: readonly { readonly key: bigint; readonly index: ArticleIndex }[],
): Promise<void> {
	await tx.query(
		`INSERT INTO stemma.search_article (article_id, form, is_cut, words, quotations)
		SELECT article_id, $2, is_cut, words, quotations
		FROM unnest($1::bigint[], $3::boolean[], $4::bytea[], $5::bytea[]) AS given (article_id, is_cut, words, quotations)`,
		[
			indexed.map(({ key }) => key),
			INDEX_FORM,
			indexed.map(({ index }) => index.isCut),
			indexed.map(({ index }) => packWords(index.postings.map(({ word }) => word))),
			indexed.map(({ index }) => packRanges(index.quotations)),
		],
	);
	const postings = indexed.flatMap(({ key, index }) => index.postings.map((posting) => ({ key, ...posting })));
	for (let at = 0; at < postings.length; at += MOST_ROWS) {
		const rows = postings.slice(at, at + MOST_ROWS);
		await tx.query(
			`INSERT INTO stemma.posting (word, article_id, weight, places)
			SELECT * FROM unnest($1::int[], $2::bigint[], $3::smallint[], $4::bytea[])`,
			[
				rows.map(({ word }) => word),
				rows.map(({ key }) => key),
				rows.map(({ weight }) => weight),
				rows.map(({ places }) => packPlaces(places)),
			],
		);
	}
	const speakers = indexed.flatMap(({ key, index }) =>
		index.speakers.map((speaker, at) => ({ key, position: at + 1, ...speaker })),
	);
	if (speakers.length === 0) return;
	await tx.query(
		`INSERT INTO stemma.search_speaker (article_id, position, name_key, name, quotations)
		SELECT * FROM unnest($1::bigint[], $2::int[], $3::bigint[], $4::text[], $5::int[])`,
		[
			speakers.map(({ key }) => key),
			speakers.map(({ position }) => position),
			speakers.map(({ name }) => keyOf("speaker", foldAccents(name))),
			speakers.map(({ name }) => toShown(name)),
			speakers.map(({ quotations }) => quotations.length),
		],
	);
	const words = speakers.flatMap(({ key, position, words: own }) => own.map((word) => ({ key, position, word })));
	await tx.query(
		`INSERT INTO stemma.speaker_word (article_id, position, word)
		SELECT * FROM unnest($1::bigint[], $2::int[], $3::int[])`,
		[words.map(({ key }) => key), words.map(({ position }) => position), words.map(({ word }) => word)],
	);
}

/** Takes away what search keeps of articles, in the transaction that takes the articles away. */
export async function dropPostings(tx: Queryable, articles: readonly bigint[]): Promise<void> {
	const rows = await tx.query<{ article_id: bigint; words: Uint8Array }>(
		"DELETE FROM stemma.search_article WHERE article_id = ANY ($1::bigint[]) RETURNING article_id, words",
		[articles],
	);
	for (const { article_id, words } of rows) {
		await tx.query("DELETE FROM stemma.posting WHERE article_id = $1 AND word = ANY ($2::int[])", [
			article_id,
			unpackWords(words),
		]);
	}
	for (const table of ["search_speaker", "speaker_word"]) {
		await tx.query(`DELETE FROM stemma.${table} WHERE article_id = ANY ($1::bigint[])`, [articles]);
	}
}

/** Those of these articles that cannot be searched yet. */
export async function findUnindexed(database: Queryable, articles: readonly string[]): Promise<ReadonlySet<string>> {
	const rows = await database.query<{ article_id: bigint }>(
		"SELECT article_id FROM stemma.search_article WHERE article_id = ANY ($1::bigint[]) AND form = $2",
		[articles.map(toKey), INDEX_FORM],
	);
	const known = new Set(rows.map(({ article_id }) => toId(article_id)));
	return new Set(articles.filter((article) => !known.has(article)));
}

/** Sorted words as steps from one to the next, the first from the least there is. */
function packWords(words: readonly number[]): Uint8Array {
	let before = -(2 ** 31);
	const bytes: number[] = [];
	for (const word of words) {
		// A step may have 32 bits: in two parts.
		const step = word - before;
		bytes.push(step >>> 16, step & 0xffff);
		before = word;
	}
	return packNumbers(bytes);
}

function unpackWords(packed: Uint8Array): number[] {
	const numbers = unpackNumbers(packed);
	const words: number[] = [];
	let word = -(2 ** 31);
	for (let i = 0; i + 1 < numbers.length; i += 2) {
		word += (numbers[i] ?? 0) * 0x10000 + (numbers[i + 1] ?? 0);
		words.push(word);
	}
	return words;
}
