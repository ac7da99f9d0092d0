import type { CollationRecord, Fact, RecordArticle, Utterance, Variant } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { contains } from "../../text/spans.ts";
import type { RecordIndex } from "../view/record-index.ts";
import { DROPPED, WITHHELD } from "../view/withheld.ts";
import { type Excerpt, placeHeadline, planExcerpts } from "./plan.ts";

export interface ExcerptedRecord {
	readonly record: CollationRecord;
	/** By article how much of it is given. */
	readonly excerpts: ReadonlyMap<string, Excerpt>;
}

/**
 * A record whose articles have only what findings need, each at its place: all other characters are withheld, in the
 * texts and in all that is taken from them. Ids, places and what is found stay as they are.
 */
export function excerptRecord(index: RecordIndex): ExcerptedRecord {
	const { record } = index;
	const excerpts = planExcerpts(index);
	const keptOf = (article: string): readonly Span[] => excerpts.get(article)?.kept ?? [];
	const texts = new Map(record.articles.map(({ id, text }) => [id, maskText(text, keptOf(id))]));
	const sliceOf = ({ article, start, end }: Place): string => (texts.get(article) ?? "").slice(start, end);
	const join = (article: string, spans: readonly Span[]): string =>
		spans.map((span) => sliceOf({ ...span, article })).join(" … ");
	const isKept = (place: Place): boolean => keptOf(place.article).some((span) => contains(span, place));
	const headlines = new Map(record.articles.map((article) => [article.id, maskHeadline(article, texts)]));
	return {
		excerpts,
		record: {
			...record,
			articles: record.articles.map((article) => ({
				...article,
				text: texts.get(article.id) ?? "",
				headline: headlines.get(article.id) ?? null,
			})),
			// How many words are shared is told, and none of them.
			passages: record.passages.map((passage) => ({
				...passage,
				exact: passage.exact.replace(/[\p{L}\p{N}]+/gu, "x"),
			})),
			entities: record.entities.map((entity) => ({ ...entity, mentions: entity.mentions.filter(isKept) })),
			dates: record.dates.filter(isKept),
			numbers: record.numbers.filter(isKept),
			terms: record.terms.filter(isKept),
			quotations: record.quotations.map((quotation) => ({
				...quotation,
				exact: join(quotation.article, quotation.content),
			})),
			stories: record.stories.map((story) => ({
				...story,
				headline:
					story.headline === null
						? null
						: {
								...story.headline,
								text:
									headlines.get(story.headline.article)?.text ??
									index.articles.get(story.headline.article)?.siglum ??
									"",
							},
			})),
			utterances: record.utterances.map((utterance) => maskUtterance(utterance, join, isKept)),
			facts: record.facts.map((fact) => maskFact(fact, join)),
			positions: record.positions.map((position) => ({
				...position,
				exact: join(position.article, position.spans),
			})),
		},
	};
}

function maskText(text: string, kept: readonly Span[]): string {
	let masked = "";
	let end = 0;
	for (const span of kept) {
		masked += withhold(text.slice(end, span.start)) + dropLoneMarks(text.slice(span.start, span.end));
		end = span.end;
	}
	return masked + withhold(text.slice(end));
}

/** Lines stay lines. */
function withhold(text: string): string {
	return text.replace(/[^\n]/g, WITHHELD);
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
	["“", "”"],
	["«", "»"],
	["„", "“"],
]);

/** Words without marks whose partners are not among them. */
function dropLoneMarks(words: string): string {
	const lone = new Set<number>();
	const open: { readonly at: number; readonly closer: string }[] = [];
	for (let at = 0; at < words.length; at++) {
		const letter = words.charAt(at);
		if (open.at(-1)?.closer === letter) open.pop();
		else if (CLOSERS.has(letter)) open.push({ at, closer: CLOSERS.get(letter) ?? "" });
		else if (letter === '"') open.push({ at, closer: letter });
		else if (letter === "”" || letter === "»") lone.add(at);
	}
	for (const { at } of open) lone.add(at);
	return lone.size === 0
		? words
		: [...Array(words.length).keys()].map((at) => (lone.has(at) ? DROPPED : words.charAt(at))).join("");
}

/** A headline that stands in the text as far as it is given there; one that was made from it by what is given of it. */
function maskHeadline(article: RecordArticle, texts: ReadonlyMap<string, string>): RecordArticle["headline"] {
	const { headline } = article;
	const span = placeHeadline(article);
	if (headline === null || span === null) return headline?.made === true ? null : headline;
	return { ...headline, text: (texts.get(article.id) ?? "").slice(span.start, span.end) };
}

type Join = (article: string, spans: readonly Span[]) => string;

function maskUtterance(utterance: Utterance, join: Join, isKept: (place: Place) => boolean): Utterance {
	const articleOf = new Map(utterance.renditions.map(({ id, article }) => [id, article]));
	const { columns } = utterance.alignment;
	const given = columns.map(({ cells }) =>
		cells.map((cell) => cell.spans.every((span) => isKept({ ...span, article: articleOf.get(cell.rendition) ?? "" }))),
	);
	/** Whether all that a rendition has in some columns is given. */
	const isGiven = (rendition: string, { start, end }: Span): boolean =>
		columns
			.slice(start, end)
			.every(({ cells }, at) =>
				cells.every((cell, i) => cell.rendition !== rendition || (given[start + at]?.[i] ?? false)),
			);
	return {
		...utterance,
		alignment: {
			columns: columns.map((column) => ({
				...column,
				cells: column.cells.map((cell) => ({ ...cell, text: join(articleOf.get(cell.rendition) ?? "", cell.spans) })),
			})),
		},
		variants: utterance.variants.flatMap((variant): Variant[] => {
			const readings = variant.readings.flatMap(({ text, renditions }) => {
				const shown = renditions.filter((rendition) => isGiven(rendition, variant.columns));
				return shown.length === 0 ? [] : [{ text, renditions: shown }];
			});
			return readings.length < 2 ? [] : [{ ...variant, readings }];
		}),
		held: utterance.held.map((held) => {
			const mask = (rendition: string) => (span: Span & { readonly exact: string }) => ({
				...span,
				exact: join(articleOf.get(rendition) ?? "", [span]),
			});
			return {
				...held,
				leftOut: held.leftOut.map(mask(held.primary)),
				changed: held.changed.map((change) => ({
					...change,
					primary: change.primary.map(mask(held.primary)),
					report: change.report.map(mask(held.rendition)),
				})),
			};
		}),
	};
}

/** Words of a statement that is no more than what a fact is called. */
const LONGEST_NAME = 12;

function maskFact(fact: Fact, join: Join): Fact {
	const values = fact.states.map((state) => ({ state, value: join(state.article, state.spans) }));
	const own = values.find(({ state }) => fact.statement.startsWith(state.value.slice(0, 24)));
	const long = fact.statement.split(/\s+/).length > LONGEST_NAME;
	return {
		...fact,
		statement: own?.value ?? (long ? WITHHELD : fact.statement),
		states: values.map(({ state, value }) => ({ ...state, value })),
	};
}
