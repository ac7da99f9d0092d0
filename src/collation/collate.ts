import type { AnnotatedArticle } from "../model/annotated.ts";
import type { ListedProblem } from "../model/problem.ts";
import {
	type CollationRecord,
	type Fact,
	type Generator,
	type HeldRendition,
	type Quotation,
	RECORD_SCHEMA,
	type RecordArticle,
	type Utterance,
} from "../model/record.ts";
import { compareArticles } from "../stories/order.ts";
import type { StoryLayer } from "../stories/stories.ts";
import { compareProblems, compareText } from "../text/compare.ts";
import { correctFacts } from "./corrections/conflicts.ts";
import { type CorrectionPlan, planCorrections } from "./corrections/plan.ts";
import { correctSpeakers } from "./corrections/speakers.ts";
import { noteStories } from "./corrections/stories.ts";
import { noteUtterances, regroupUtterances } from "./corrections/utterances.ts";
import { findFacts } from "./facts/facts.ts";
import { indexNamings } from "./facts/name-facts.ts";
import { addHeardMedia } from "./heard-media.ts";
import { holdRenditions } from "./held/held-renditions.ts";
import { findOccasions } from "./occasions/occasions.ts";
import { findReportDays } from "./occasions/report-days.ts";
import { findSetting, type Setting } from "./occasions/setting.ts";
import { findPositions } from "./positions/positions.ts";
import { siglumOf } from "./sigla.ts";
import { resolveSpeakers, type SetSpeakers } from "./speakers/set-speakers.ts";
import type { WeightOf } from "./term-weight.ts";
import { findEchoes } from "./utterances/echoes.ts";
import { cutSegments, type SegmentDays } from "./utterances/segments.ts";
import { type DraftUtterance, findUtterances } from "./utterances/utterances.ts";

/**
 * Puts the reports of each story side by side: the record of a set of annotated articles. Pure; the
 * order in which the articles are given changes nothing.
 *
 * @param problems of inputs that gave no article
 * @param plan a person's decisions, of which those on stories have shaped the layer already
 */
export function collate(
	articles: readonly AnnotatedArticle[],
	layer: StoryLayer,
	weightOf: WeightOf,
	generator: Generator,
	problems: readonly ListedProblem[],
	plan: CorrectionPlan = planCorrections([], []),
): CollationRecord {
	const heard = addHeardMedia(articles, layer.entities, layer.entityOf);
	const listed = heard.sort((a, b) => compareArticles(a.article, b.article));
	const rank = new Map(listed.map((one, index) => [one.article.id, index]));
	const inOrder = (a: string, b: string): number => (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
	const byId = new Map(listed.map((one) => [one.article.id, one]));
	const textOf = (article: string): string => byId.get(article)?.article.text ?? "";
	const isPrimary = (article: string): boolean => byId.get(article)?.article.role === "primary";

	const speakers = correctSpeakers(
		plan,
		resolveSpeakers(listed, layer.entities, layer.entityOf, (id) => siglumOf(rank.get(id) ?? 0)),
		byId,
		layer.entities,
	);

	const namings = indexNamings(layer.entities);
	const names = new Map(layer.entities.map((entity) => [entity.id, entity.name]));

	const settings = new Map<string, Setting>();
	for (const one of listed)
		for (const quotation of one.quotations) settings.set(quotation.id, findSetting(one, quotation));
	const settingOf = (quotation: string): Setting | null => settings.get(quotation) ?? null;
	const days: SegmentDays = { reportDays: findReportDays(listed), settingOf };

	const utterances: DraftUtterance[] = [];
	const facts: Fact[] = [];
	for (const story of layer.stories) {
		const members = [...story.articles].sort(compareText).flatMap((id) => byId.get(id) ?? []);
		const segments = members.flatMap((one) => cutSegments(one, speakers, weightOf, days));
		const echoes = findEchoes(members, segments, days.reportDays, weightOf);
		const found = findUtterances(story.id, [...segments, ...echoes], textOf, regroupUtterances(plan, segments));
		utterances.push(...found);
		facts.push(
			...findFacts({
				story: story.id,
				articles: members,
				segments,
				utterances: found,
				namings,
				nameOf: (id) => names.get(id) ?? id,
				speakers,
				weightOf,
			}),
		);
	}

	noteUtterances(plan, utterances);
	const judged = correctFacts(plan, facts);
	const stories = noteStories(plan, layer.stories);

	const { occasions, occasionOf } = findOccasions(utterances, settingOf, textOf);
	const utteranceOf = new Map<string, string>();
	for (const utterance of utterances) {
		for (const rendition of utterance.renditions) {
			for (const { quotation } of rendition.parts)
				if (quotation !== null && !utteranceOf.has(quotation)) utteranceOf.set(quotation, utterance.id);
		}
	}

	const corrections = plan.list();
	return {
		schema: RECORD_SCHEMA,
		generator: { ...generator, corrections: corrections.filter(({ applied }) => applied).length },
		articles: listed.map((one, index) => describeArticle(one, siglumOf(index))),
		versions: layer.versions,
		copyGroups: layer.copyGroups,
		passages: layer.passages,
		entities: layer.entities,
		dates: listed.flatMap(({ article, dates }) => dates.map((date) => ({ article: article.id, ...date }))),
		numbers: listed.flatMap(({ article, numbers }) =>
			numbers.map(({ start, end, exact, low, high, of, kind, qualifier }) => ({
				article: article.id,
				start,
				end,
				exact,
				low,
				high,
				of,
				kind,
				qualifier,
			})),
		),
		quotations: listed.flatMap((one) =>
			describeQuotations(one, layer.entityOf, speakers, settingOf, utteranceOf, occasionOf),
		),
		terms: listed.flatMap(({ article, terms }) => terms.map((term) => ({ article: article.id, ...term }))),
		stories,
		threads: layer.threads,
		occasions,
		utterances: utterances.map((utterance) => describeUtterance(utterance, occasionOf, inOrder, isPrimary, textOf)),
		facts: judged.map((fact) => ({ ...fact, silent: [...fact.silent].sort(inOrder) })),
		lineage: layer.lineage,
		positions: findPositions({
			articles: listed,
			entities: layer.entities,
			entityOf: layer.entityOf,
			stories: layer.stories,
			speakers,
			utterances,
			facts: judged,
			reportDays: days.reportDays,
			settingOf,
			siglumOf: (id) => siglumOf(rank.get(id) ?? 0),
		}),
		corrections,
		problems: listProblems(listed, layer, [...problems, ...plan.problems()]),
	};
}

/** An article as records and listings have it. */
export function describeArticle({ article, stages }: AnnotatedArticle, siglum: string): RecordArticle {
	const { blocks, repeats, ...listed } = article;
	return { ...listed, siglum, stages };
}

function describeQuotations(
	{ article, quotations }: AnnotatedArticle,
	entityOf: ReadonlyMap<string, string>,
	speakers: SetSpeakers,
	settingOf: (quotation: string) => Setting | null,
	utteranceOf: ReadonlyMap<string, string>,
	occasionOf: ReadonlyMap<string, string>,
): Quotation[] {
	return quotations.map((quotation): Quotation => {
		const setting = settingOf(quotation.id);
		if (!setting) throw new Error(`quotation ${quotation.id} has no setting`);
		const utterance = utteranceOf.get(quotation.id);
		return {
			...quotation,
			article: article.id,
			speaker: speakers.speakerOf(quotation),
			speakerReason: speakers.reasonOf(quotation),
			candidates: quotation.candidates.flatMap(({ entity, reason }) => {
				const id = entityOf.get(entity);
				return id === undefined ? [] : [{ entity: id, reason }];
			}),
			carriers: quotation.carriers.flatMap(({ entity, span }) => {
				const id = entityOf.get(entity);
				return id === undefined ? [] : [{ entity: id, span }];
			}),
			occasion: (utterance !== undefined ? occasionOf.get(utterance) : undefined) ?? null,
			where: setting.where,
			when: setting.when,
		};
	});
}

function describeUtterance(
	{ drafts, ...utterance }: DraftUtterance,
	occasionOf: ReadonlyMap<string, string>,
	inOrder: (a: string, b: string) => number,
	isPrimary: (article: string) => boolean,
	textOf: (article: string) => string,
): Utterance {
	// What was said comes before what was reported of it.
	const held = new Set(utterance.renditions.flatMap(({ id, article }) => (isPrimary(article) ? [id] : [])));
	const first = (renditions: readonly string[]): number => Number(renditions.some((id) => held.has(id)));
	const renditions = [...utterance.renditions].sort(
		(a, b) => first([b.id]) - first([a.id]) || inOrder(a.article, b.article),
	);
	const place = new Map(renditions.map(({ id }, at) => [id, at]));
	const placeOf = ({ rendition }: HeldRendition): number => place.get(rendition) ?? 0;
	return {
		id: utterance.id,
		story: utterance.story,
		occasion: occasionOf.get(utterance.id) ?? null,
		speaker: utterance.speaker,
		renditions,
		alignment: utterance.alignment,
		variants: utterance.variants.map((variant) => ({
			...variant,
			readings: [...variant.readings].sort((a, b) => first(b.renditions) - first(a.renditions)),
		})),
		held: holdRenditions(drafts, isPrimary, textOf).sort((a, b) => placeOf(a) - placeOf(b)),
	};
}

/** Primary documents that no report of the set draws on: they stand in no story. */
function listUnplaced(listed: readonly AnnotatedArticle[], { stories }: StoryLayer): ListedProblem[] {
	const placed = new Set(stories.flatMap((story) => story.articles));
	return listed.flatMap(({ article }): ListedProblem[] => {
		if (article.role !== "primary" || placed.has(article.id)) return [];
		const reason = "no report shares words with this primary document: no story is held against it";
		return [{ code: "stories/primary-alone", span: null, reason, article: article.id, place: article.capture.place }];
	});
}

/** Problems of articles in the articles' order, then those of inputs that gave none and of primaries alone, by place. */
export function listProblems(
	listed: readonly AnnotatedArticle[],
	layer: StoryLayer,
	problems: readonly ListedProblem[],
): ListedProblem[] {
	const own = listed.flatMap(({ article }) =>
		article.problems.map((problem) => ({ ...problem, article: article.id, place: article.capture.place })),
	);
	return [...own, ...[...problems, ...listUnplaced(listed, layer)].sort(compareProblems)];
}
