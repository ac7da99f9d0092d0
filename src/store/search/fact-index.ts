import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { CollationRecord, Fact, FactRelation, FactState } from "../../model/record.ts";
import type { SearchedFact } from "../../model/search-listing.ts";
import type { Span } from "../../model/span.ts";
import { titleOfFact } from "../../report/view/fact-words.ts";
import { indexRecord, nameOf } from "../../report/view/record-index.ts";
import { mergeSpans, overlaps, sliceOf } from "../../text/spans.ts";
import type { Queryable } from "../database.ts";
import { toId, toKey } from "../keys.ts";
import { packJson, unpackJson } from "../packing.ts";
import { packNumbers, type UnitRanges, unpackNumbers } from "./packed-places.ts";
import { findUnits, type LocatedUnit, locateUnits, unitRange, wordKey } from "./units.ts";

/** What a column holds for a relation, what is opposed first. A number that was given out never changes what it means. */
const RELATION_NUMBERS: Readonly<Record<FactRelation, number>> = {
	conflict: 1,
	contested: 2,
	updated: 3,
	unclear: 4,
	compatible: 5,
	agree: 6,
	"single-source": 7,
};

export function numberRelations(relations: readonly FactRelation[]): readonly number[] {
	return relations.map((relation) => RELATION_NUMBERS[relation]);
}

/** A fact as one article states it. */
export interface StatedFact {
	/** Its place among the facts of its story. */
	readonly at: number;
	/** Words of the names of those on whose word it is stated. */
	readonly speakers: readonly number[];
	/** The units of the sentences that state it; of a name, those of the name alone. */
	readonly ranges: UnitRanges;
}

/** The facts of one relation that an article states, packed. */
export interface ArticleFacts {
	readonly article: string;
	readonly relation: number;
	readonly facts: Uint8Array;
}

/** What search keeps of a story's facts. */
export interface StoryFacts {
	/** All of them, to be shown. */
	readonly packed: Uint8Array;
	readonly rows: readonly ArticleFacts[];
}

/**
 * What the facts of a story's record are found by: the sentences that state them.
 *
 * @param articles those that the record was made of
 */
export async function indexFacts(record: CollationRecord, articles: readonly AnnotatedArticle[]): Promise<StoryFacts> {
	const index = indexRecord(record);
	const names = new Map(record.entities.map(({ id, name, names: own }) => [id, [name, ...own]]));
	const wordsOf = (state: FactState): readonly number[] =>
		(names.get(state.by ?? "") ?? []).flatMap((name) => findUnits(name).map(({ stem }) => wordKey("speaker", stem)));
	const stated = new Map<
		string,
		{ readonly article: string; readonly relation: number; readonly facts: StatedFact[] }
	>();
	for (const { article, words } of articles) {
		const units = locateUnits(article.text);
		for (const [at, fact] of record.facts.entries()) {
			const own = fact.states.filter((state) => state.article === article.id);
			if (own.length === 0) continue;
			const relation = RELATION_NUMBERS[fact.relation];
			const key = `${article.id} ${relation}`;
			const known = stated.get(key) ?? { article: article.id, relation, facts: [] };
			stated.set(key, known);
			const spans = own.flatMap((state) => state.spans);
			known.facts.push({
				at,
				speakers: [...new Set(own.flatMap(wordsOf))].sort((a, b) => a - b),
				ranges: rangesOf(
					units,
					// Nearly every sentence names somebody, and is not about that.
					fact.type === "name"
						? mergeSpans(spans)
						: words.sentences.filter((one) => spans.some((span) => overlaps(one, span))),
				),
			});
		}
	}
	const textOf = new Map(articles.map(({ article }) => [article.id, article.text]));
	const shown = record.facts.map((fact) => showFact(fact, titleOfFact(index, fact), (id) => nameOf(index, id), textOf));
	return {
		packed: await packJson(shown),
		rows: [...stated.values()]
			.map(({ article, relation, facts }) => ({ article, relation, facts: packFacts(facts) }))
			.sort((a, b) => (a.article === b.article ? a.relation - b.relation : a.article < b.article ? -1 : 1)),
	};
}

function rangesOf(units: readonly LocatedUnit[], stretches: readonly Span[]): UnitRanges {
	return stretches.map((span) => unitRange(units, span)).filter(([first, end]) => end > first);
}

function showFact(
	{ id, statement, type, relation, reason, states, silent }: Fact,
	title: string,
	nameOf: (entity: string) => string,
	textOf: ReadonlyMap<string, string>,
): SearchedFact {
	return {
		fact: id,
		title,
		statement,
		type,
		relation,
		reason,
		states: states.map(({ article, spans, value, mode, polarity, by }) => ({
			article,
			value,
			mode,
			polarity,
			by: by === null ? null : nameOf(by),
			spans: spans.map((span) => ({
				start: span.start,
				end: span.end,
				exact: sliceOf(textOf.get(article) ?? "", span),
			})),
		})),
		silent: [...silent],
	};
}

function packFacts(facts: readonly StatedFact[]): Uint8Array {
	return packNumbers(
		facts.flatMap(({ at, speakers, ranges }) => [
			at,
			speakers.length,
			// The halves of 32 bits.
			...speakers.flatMap((word) => [(word >>> 16) & 0xffff, word & 0xffff]),
			ranges.length,
			...ranges.flat(),
		]),
	);
}

export function unpackFacts(packed: Uint8Array): readonly StatedFact[] {
	const numbers = unpackNumbers(packed);
	const facts: StatedFact[] = [];
	let i = 0;
	const next = (): number => numbers[i++] ?? 0;
	while (i < numbers.length) {
		const at = next();
		const speakers = Array.from({ length: next() }, () => (next() << 16) | next());
		const ranges = Array.from({ length: next() }, (): readonly [number, number] => [next(), next()]);
		facts.push({ at, speakers, ranges });
	}
	return facts;
}

/** Makes the facts of a story findable, in the place of those it had; of articles that are gone, none. */
export async function keepFacts(tx: Queryable, story: string, rows: readonly ArticleFacts[]): Promise<void> {
	await dropFacts(tx, [toKey(story)]);
	await tx.query(
		`INSERT INTO stemma.search_fact (article_id, story_id, relation, facts)
		SELECT given.article_id, $1, given.relation, given.facts
		FROM unnest($2::bigint[], $3::smallint[], $4::bytea[]) AS given (article_id, relation, facts)
		JOIN stemma.article ON article.article_id = given.article_id
		ORDER BY given.article_id, given.relation FOR KEY SHARE OF article`,
		[
			toKey(story),
			rows.map(({ article }) => toKey(article)),
			rows.map(({ relation }) => relation),
			rows.map(({ facts }) => facts),
		],
	);
}

/** Takes away what the facts of stories are found by. */
export async function dropFacts(tx: Queryable, stories: readonly bigint[]): Promise<void> {
	await tx.query("DELETE FROM stemma.search_fact WHERE story_id = ANY ($1::bigint[])", [stories]);
}

/** The facts of these stories as they are shown, by the story's id. */
export async function readFacts(
	database: Queryable,
	stories: readonly bigint[],
): Promise<ReadonlyMap<string, readonly SearchedFact[]>> {
	const rows = await database.query<{ story_id: bigint; facts: Uint8Array }>(
		"SELECT story_id, facts FROM stemma.story_record WHERE story_id = ANY ($1::bigint[]) AND facts IS NOT NULL",
		[[...new Set(stories)]],
	);
	return new Map(
		await Promise.all(
			rows.map(
				async ({ story_id, facts }) => [toId(story_id), await unpackJson<readonly SearchedFact[]>(facts)] as const,
			),
		),
	);
}
