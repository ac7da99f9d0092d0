import { RARITY_LEVELS } from "../../stories/grouping/term-rarity.ts";
import type { Queryable } from "../database.ts";
import { unpackPlaces } from "./packed-places.ts";
import { type AskedConcept, type AskedSentence, weightOf } from "./trace-query.ts";

/** An article that has some of a text's words close by one another. */
export interface TraceCandidate {
	readonly article: bigint;
	/** The share of what a sentence says that stands in one stretch, of several sentences the most: 0 to 1. */
	readonly share: number;
}

/**
 * Rows of the index that one sentence may take: its rarest words are asked for first, and those that would take more
 * are left to the second look. So what a trace costs does not grow with the store.
 */
const MOST_ROWS = 40_000;
const LEAST_CONCEPTS = 2;

/** A word of the highest level stands in one of so many reports, of half that level in its root of them. */
const RAREST = 2500;

/** Candidates of one sentence that are looked at a second time. */
const MOST_CANDIDATES = 400;
/** Least share of the words asked for that an article has anywhere. */
const LEAST_SHARE = 0.25;

/** Units that a sentence may be spread over, told in other words or with an attribution between: so many times its own. */
const SPREAD = 1.6;
const LEAST_SPREAD = 30;

/** The articles that have words of some sentence close by one another, those with most of them first, then by article. */
export async function findTraceCandidates(
	database: Queryable,
	sentences: readonly AskedSentence[],
	articles: number,
): Promise<readonly TraceCandidate[]> {
	const shares = new Map<bigint, number>();
	for (const sentence of sentences) {
		const found = await findHolders(database, pickAsked(sentence, articles));
		for (const [article, share] of await measureShares(database, sentence, found)) {
			shares.set(article, Math.max(share, shares.get(article) ?? 0));
		}
	}
	return [...shares]
		.map(([article, share]) => ({ article, share }))
		.sort((a, b) => b.share - a.share || (a.article < b.article ? -1 : 1));
}

/** The rarest words of a sentence, as many as the index is asked for. */
function pickAsked({ concepts }: AskedSentence, articles: number): readonly AskedConcept[] {
	let rows = 0;
	return concepts.filter(({ weight, keys }, at) => {
		rows += (keys.length * articles) / RAREST ** (weight / RARITY_LEVELS);
		return at < LEAST_CONCEPTS || rows <= MOST_ROWS;
	});
}

/** The articles with most of what these words say, wherever in them. */
async function findHolders(database: Queryable, concepts: readonly AskedConcept[]): Promise<readonly bigint[]> {
	const words = concepts.flatMap(({ keys, weight }) => keys.map((key) => ({ key, weight })));
	const least = Math.ceil(LEAST_SHARE * weightOf({ concepts }));
	const rows = await database.query<{ article_id: bigint }>(
		`SELECT posting.article_id FROM unnest($1::int[], $2::int[]) AS asked (word, weight)
		JOIN stemma.posting ON posting.word = asked.word
		GROUP BY posting.article_id HAVING sum(asked.weight) >= $3
		ORDER BY sum(asked.weight) DESC, posting.article_id LIMIT ${MOST_CANDIDATES}`,
		[words.map(({ key }) => key), words.map(({ weight }) => weight), least],
	);
	return rows.map(({ article_id }) => article_id);
}

/** The share of a sentence that stands in one stretch of each article. */
async function measureShares(
	database: Queryable,
	{ concepts, units }: AskedSentence,
	articles: readonly bigint[],
): Promise<ReadonlyMap<bigint, number>> {
	const conceptOf = new Map(concepts.flatMap(({ keys }, concept) => keys.map((key) => [key, concept] as const)));
	const rows = await database.query<{ word: number; article_id: bigint; places: Uint8Array }>(
		`SELECT word, article_id, places FROM stemma.posting
		WHERE word = ANY ($1::int[]) AND article_id = ANY ($2::bigint[])`,
		[[...conceptOf.keys()], articles],
	);
	const places = new Map<bigint, { readonly at: number; readonly concept: number }[]>();
	for (const { word, article_id, places: packed } of rows) {
		const own = places.get(article_id) ?? [];
		places.set(article_id, own);
		const concept = conceptOf.get(word) ?? 0;
		for (const { at } of unpackPlaces(packed)) own.push({ at, concept });
	}
	const whole = weightOf({ concepts });
	const spread = Math.max(LEAST_SPREAD, Math.round(SPREAD * units));
	return new Map([...places].map(([article, own]) => [article, weighBest(own, concepts, spread) / whole]));
}

/** The most that the words in one stretch of so many units count together, each once. */
function weighBest(
	places: { readonly at: number; readonly concept: number }[],
	concepts: readonly AskedConcept[],
	spread: number,
): number {
	const sorted = places.sort((a, b) => a.at - b.at);
	const inside = concepts.map(() => 0);
	let [sum, best, first] = [0, 0, 0];
	for (const { at, concept } of sorted) {
		for (; (sorted[first]?.at ?? at) <= at - spread; first++) {
			const gone = sorted[first]?.concept ?? 0;
			inside[gone] = (inside[gone] ?? 0) - 1;
			if (inside[gone] === 0) sum -= concepts[gone]?.weight ?? 0;
		}
		inside[concept] = (inside[concept] ?? 0) + 1;
		if (inside[concept] === 1) sum += concepts[concept]?.weight ?? 0;
		best = Math.max(best, sum);
	}
	return best;
}
