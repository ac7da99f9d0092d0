import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundQuotation } from "../../model/annotation.ts";
import type { StoryLayer } from "../../stories/stories.ts";
import { compareText } from "../../text/compare.ts";
import { type Day, findReportDays } from "../occasions/report-days.ts";
import { findSetting, type Setting } from "../occasions/setting.ts";
import { siglumOf } from "../sigla.ts";
import { resolveSpeakers, type SetSpeakers } from "../speakers/set-speakers.ts";
import { conceptOf } from "../synonyms.ts";
import type { WeightOf } from "../term-weight.ts";
import { findEchoes } from "../utterances/echoes.ts";
import { cutSegments, type Segment } from "../utterances/segments.ts";
import { type ReportWords, readReportWords } from "./report-words.ts";

/** A report as it is searched. */
export interface SearchedReport {
	readonly annotated: AnnotatedArticle;
	/** Index of its story; -1 when it stands in none. */
	readonly story: number;
	readonly words: ReportWords;
	/** Of its quotations, in reading order; behind them those that repeat a quotation without saying whose it is. */
	readonly segments: readonly Segment[];
}

/** A set of reports with what searching them needs, made once. */
export interface Search {
	/** In the order given. */
	readonly reports: readonly SearchedReport[];
	readonly speakers: SetSpeakers;
	readonly weightOf: WeightOf;
	/** The day of each report, by article id, as far as that is told. */
	readonly reportDays: ReadonlyMap<string, Day>;
	settingOf(quotation: FoundQuotation): Setting;
	/** Share of a story's sentences that hold a concept, 0–1. */
	commonness(story: number, concept: string): number;
}

/** In fewer sentences than this, what they share may be the very thing that is looked for. */
const LEAST_FOR_COMMON = 12;

/** @param listed in article order */
export function prepareSearch(listed: readonly AnnotatedArticle[], layer: StoryLayer, weightOf: WeightOf): Search {
	const rank = new Map(listed.map(({ article }, index) => [article.id, index]));
	const speakers = resolveSpeakers(listed, layer.entities, layer.entityOf, (id) => siglumOf(rank.get(id) ?? 0));
	const settings = new Map<string, Setting>();
	for (const one of listed)
		for (const quotation of one.quotations) settings.set(quotation.id, findSetting(one, quotation));
	const days = {
		reportDays: findReportDays(listed),
		settingOf: (quotation: string): Setting | null => settings.get(quotation) ?? null,
	};
	const storyOf = new Map(layer.stories.flatMap(({ articles }, story) => articles.map((id) => [id, story] as const)));
	const cut = new Map(listed.map((one) => [one.article.id, cutSegments(one, speakers, weightOf, days)]));
	for (const echo of listEchoes(listed, layer, cut, days.reportDays, weightOf)) cut.get(echo.article)?.push(echo);
	const reports = listed.map(
		(annotated): SearchedReport => ({
			annotated,
			story: storyOf.get(annotated.article.id) ?? -1,
			words: readReportWords(annotated, weightOf),
			segments: cut.get(annotated.article.id) ?? [],
		}),
	);
	return {
		reports,
		speakers,
		weightOf,
		reportDays: days.reportDays,
		settingOf: (quotation) => {
			const setting = settings.get(quotation.id);
			if (!setting) throw new Error(`quotation ${quotation.id} has no setting`);
			return setting;
		},
		commonness: countConcepts(reports),
	};
}

function listEchoes(
	listed: readonly AnnotatedArticle[],
	{ stories }: StoryLayer,
	cut: ReadonlyMap<string, readonly Segment[]>,
	reportDays: ReadonlyMap<string, Day>,
	weightOf: WeightOf,
): Segment[] {
	const byId = new Map(listed.map((one) => [one.article.id, one]));
	return stories.flatMap(({ articles }) => {
		const members = [...articles].sort(compareText).flatMap((id) => byId.get(id) ?? []);
		const segments = members.flatMap(({ article }) => cut.get(article.id) ?? []);
		return findEchoes(members, segments, reportDays, weightOf);
	});
}

function countConcepts(reports: readonly SearchedReport[]): Search["commonness"] {
	const counts = new Map<number, { sentences: number; readonly holding: Map<string, number> }>();
	const seen = new Set<string>();
	for (const { story, words, annotated } of reports) {
		const own = counts.get(story) ?? { sentences: 0, holding: new Map<string, number>() };
		counts.set(story, own);
		annotated.words.sentences.forEach((_, index) => {
			const concepts = new Set<string>();
			for (let at = firstOf(words.sentences, index); words.sentences[at] === index; at++)
				concepts.add(conceptOf(words.words[at]?.stem ?? ""));
			// A wire text carried ten times does not make its own words common.
			const key = `${story} ${[...concepts].join(" ")}`;
			if (concepts.size === 0 || seen.has(key)) return;
			seen.add(key);
			own.sentences++;
			for (const concept of concepts) own.holding.set(concept, (own.holding.get(concept) ?? 0) + 1);
		});
	}
	return (story, concept) => {
		const own = counts.get(story);
		return !own || own.sentences < LEAST_FOR_COMMON ? 0 : (own.holding.get(concept) ?? 0) / own.sentences;
	};
}

/** Index of the first word of a sentence; past the last word when it has none. */
export function firstOf(sentences: Int32Array, sentence: number): number {
	let low = 0;
	let high = sentences.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sentences[middle] ?? 0) < sentence) low = middle + 1;
		else high = middle;
	}
	return low;
}
