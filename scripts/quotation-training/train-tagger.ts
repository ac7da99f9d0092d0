import type { GoldArticle } from "../../bench/quality/scorers/polnear-gold.ts";
import { type CueRange, decodeCues, scoreCues } from "../../src/quotations/tagger/cue-chain.ts";
import { JUDGE_FEATURES, judgeFeatures } from "../../src/quotations/tagger/judge.ts";
import { readRelationContext } from "../../src/quotations/tagger/relation-context.ts";
import { windowOf } from "../../src/quotations/tagger/relation-window.ts";
import { LEAN, readCue } from "../../src/quotations/tagger/tagger.ts";
import type { ChainWeights, RelationWeights, TaggerWeights } from "../../src/quotations/tagger/weights.ts";
import { type GoldRelation, readTrainingArticle, type TrainingArticle } from "./gold.ts";
import { trainClasses } from "./train-classes.ts";
import { type CueOptions, trainCues } from "./train-cues.ts";
import { type Case, trainJudge } from "./train-judge.ts";
import { type Lesson, type RelationOptions, trainRelations } from "./train-relations.ts";

export interface TaggerOptions {
	readonly cue: CueOptions;
	readonly relation: RelationOptions;
	/** The second stage learns from cues that the first finds in articles it has not learned from: so many parts. */
	readonly folds: number;
	/** What is learned from all articles is the mean of so many runs in different orders; parts have one. */
	readonly runs: number;
	/** The pull of the judge's weights towards nought (see `trainJudge`). */
	readonly judgePull: number;
}

export function trainTagger(
	gold: readonly GoldArticle[],
	options: TaggerOptions,
	log: (line: string) => void,
): TaggerWeights {
	const classes = trainClasses(gold.map(({ text }) => text));
	log("word classes");
	const articles = gold.map((one) => readTrainingArticle(one, classes));
	const parts = Array.from({ length: options.folds }, (_, fold): Lesson[] => {
		const weights = trainCues(
			articles.filter((_, i) => i % options.folds !== fold),
			options.cue,
			1,
		);
		log(`cues of part ${fold + 1} of ${options.folds}`);
		return articles.filter((_, i) => i % options.folds === fold).flatMap((article) => lessonsOf(article, weights));
	});
	const cue = trainCues(articles, options.cue, options.runs);
	log(`cues of all parts; ${parts.flat().length} lessons`);
	const cases = parts.flatMap((part, fold) => {
		const weights = trainRelations(parts.filter((_, i) => i !== fold).flat(), options.relation, 1);
		log(`attributions of part ${fold + 1} of ${options.folds}`);
		return part.flatMap((lesson) => caseOf(lesson, weights) ?? []);
	});
	const judge = trainJudge(cases, options.judgePull);
	const relation = trainRelations(parts.flat(), options.relation, options.runs);
	return { classes, cue, relation, judge };
}

/**
 * What the judge is to learn of a cue that the first stage found; null for one that it missed, or without room for a
 * content.
 */
function caseOf({ context, cue, index, relation }: Lesson, weights: RelationWeights): Case | null {
	if (index < 0) return null;
	const features = new Float64Array(JUDGE_FEATURES);
	const window = windowOf(context.tag, cue);
	const reading = readCue(context, cue, index, window, weights, true);
	if (!reading) return null;
	judgeFeatures(context, index, window, reading, features);
	return { features, isCue: relation !== null };
}

/** The cues found in an article with what they have, false ones with nothing, and the gold cues that were missed. */
function lessonsOf(article: TrainingArticle, weights: ChainWeights): Lesson[] {
	const { tag, cueContext, relations } = article;
	const scores = scoreCues(cueContext, weights, true);
	const cues = decodeCues(cueContext, scores, weights.moves, LEAN);
	const context = readRelationContext(cueContext, cues, scores);
	const used = new Set<GoldRelation>();
	const lessons: Lesson[] = [];
	for (const [index, cue] of cues.entries()) {
		const relation = mostShared(cue, relations, used);
		if (relation) used.add(relation);
		if (article.aside.subarray(cue.first, cue.end).includes(1) || (tag.stretch[cue.first] ?? -1) >= 0) continue;
		lessons.push({ context, cue, index, relation });
	}
	for (const relation of relations)
		if (!used.has(relation)) lessons.push({ context, cue: relation.cue, index: -1, relation });
	return lessons;
}

function mostShared(
	cue: CueRange,
	relations: readonly GoldRelation[],
	used: ReadonlySet<GoldRelation>,
): GoldRelation | null {
	let best: GoldRelation | null = null;
	let most = 0;
	for (const relation of relations) {
		if (used.has(relation)) continue;
		const shared = Math.min(cue.end, relation.cue.end) - Math.max(cue.first, relation.cue.first);
		const exact = shared > 0 && cue.first === relation.cue.first && cue.end === relation.cue.end ? 1 : 0;
		if (shared + exact > most) {
			most = shared + exact;
			best = relation;
		}
	}
	return best;
}
