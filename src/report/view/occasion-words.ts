import type { Story } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { foldCase } from "../../text/fold.ts";
import { subtractSpans } from "../../text/spans.ts";
import { groupBy } from "./group-by.ts";
import { orderArticles, type RecordIndex } from "./record-index.ts";
import { sentenceAround } from "./sentence-around.ts";
import { listUtterances } from "./utterance-lists.ts";
import { WITHHELD } from "./withheld.ts";

/** On what occasion a story's words were said, in the words of one report. */
export interface NamedOccasion {
	/** "at a press briefing following the harbour summit" */
	readonly words: string;
	readonly place: Place;
	/** The reports that name it in these words, in the order of the record's list. */
	readonly articles: readonly string[];
}

/** Occasions of one sort, which may be one: in the words of each report, the fullest first. */
export type OccasionWords = readonly NamedOccasion[];

const NOUN =
	"(?:(?:press|news|media)\\s(?:briefing|conference|event)|briefing|interview|speech|rally|summit|hearing|session|meeting|debate|forum|ceremony|reception|visit|call)";
const PHRASE = `(?:an?|the|his|her|their|its)\\s(?:[\\p{L}\\p{N}'’.-]{1,24}\\s){0,5}?${NOUN}\\b`;
/** "at a press briefing", "after a summit of the league", with a second one that it follows. */
const OCCASION = new RegExp(
	`\\b(?:at|during|after|following|in)\\s${PHRASE}(?:\\s(?:after|following|during|before)\\s${PHRASE})?`,
	"giu",
);
/** Reporters are met at any of these. */
const PRESS = /\b(?:press|news|media|briefing)\b/iu;
const HEAD = new RegExp(NOUN, "giu");

/** Occasions named beside the words of the speaker whom most reports of a story quote; what most reports name first. */
export function findOccasionWords(index: RecordIndex, story: Story): OccasionWords[] {
	const { shared, single } = listUtterances(index, story);
	const utterances = shared.length > 0 ? shared : single;
	const speaker = utterances[0]?.speaker ?? null;
	if (speaker === null) return [];
	const quoted = new Set(
		utterances
			.filter((one) => one.speaker === speaker)
			.flatMap(({ renditions }) => renditions.flatMap(({ parts }) => parts.map(({ quotation }) => quotation ?? ""))),
	);
	const found = [...quoted].flatMap((id) => {
		const quotation = index.quotations.get(id);
		const [cue] = quotation?.cue ?? [];
		if (!quotation || !cue) return [];
		const text = index.articles.get(quotation.article)?.text ?? "";
		return readPhrases(text, sentenceAround(text, cue), quotation.content).map((phrase) => ({
			...phrase,
			article: quotation.article,
		}));
	});
	const bySort = groupBy(
		found.flatMap((one) => one.sorts.map((sort) => ({ ...one, sort }))),
		({ sort }) => sort,
	);
	const named = [...bySort.values()]
		.map((same) => ({
			same,
			articles: orderArticles(
				index,
				same.map(({ article }) => article),
			),
		}))
		.sort((a, b) => b.articles.length - a.articles.length);
	const told = new Set<string>();
	return named.flatMap(({ same, articles }): OccasionWords[] => {
		if (same.some(({ sort }) => told.has(sort))) return [];
		const fullest = chooseFullest(same);
		if (!fullest) return [];
		for (const sort of fullest.sorts) told.add(sort);
		const own = articles.flatMap((article) => chooseFullest(same.filter((one) => one.article === article)) ?? []);
		const byWords = groupBy(own, ({ words }) => foldCase(words));
		return [
			[...byWords.values()]
				.flatMap((alike): NamedOccasion[] => {
					const [first] = alike;
					if (!first) return [];
					const { words, article, start, end } = first;
					return [
						{
							words: words.charAt(0).toLowerCase() + words.slice(1),
							place: { article, start, end },
							articles: alike.map((one) => one.article),
						},
					];
				})
				.sort((a, b) => b.words.length - a.words.length),
		];
	});
}

/** The longest; of equals the first. */
function chooseFullest<T extends { readonly words: string }>(phrases: readonly T[]): T | null {
	return phrases.reduce<T | null>((best, one) => (one.words.length > (best?.words.length ?? 0) ? one : best), null);
}

interface Phrase extends Span {
	readonly words: string;
	/** What sorts of occasion it names. */
	readonly sorts: readonly string[];
}

/** Phrases of a sentence outside the words that are quoted in it. */
function readPhrases(text: string, sentence: Span, content: readonly Span[]): Phrase[] {
	return subtractSpans([sentence], content).flatMap(({ start, end }) =>
		[...text.slice(start, end).matchAll(OCCASION)].flatMap((match): Phrase[] => {
			const [words] = match;
			if (words.includes(WITHHELD)) return [];
			const from = start + match.index;
			const sorts = [...words.matchAll(HEAD)].map(([noun]) => (PRESS.test(noun) ? "press" : noun.toLowerCase()));
			return [
				{ words: words.replace(/\s+/gu, " "), start: from, end: from + words.length, sorts: [...new Set(sorts)] },
			];
		}),
	);
}
