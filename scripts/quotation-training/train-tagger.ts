import { type CueRange, decodeCues, marginOf, scoreCues } from "../../src/quotations/tagger/cue-chain.ts";
import { readRelationContext } from "../../src/quotations/tagger/relation-features.ts";
import { LEAN } from "../../src/quotations/tagger/tagger.ts";
import type { ChainWeights, TaggerWeights } from "../../src/quotations/tagger/weights.ts";
import type { GoldRelation, TrainingArticle } from "./gold.ts";
import { type CueOptions, trainCues } from "./train-cues.ts";
import { type Lesson, type RelationOptions, trainRelations } from "./train-relations.ts";

export interface TaggerOptions {
	readonly cue: CueOptions;
	readonly relation: RelationOptions;
	/** The second stage learns from cues that the first finds in articles it has not learned from: so many parts. */
	readonly folds: number;
}

export function trainTagger(
	articles: readonly TrainingArticle[],
	options: TaggerOptions,
	log: (line: string) => void,
): TaggerWeights {
	const lessons: Lesson[] = [];
	for (let fold = 0; fold < options.folds; fold++) {
		const weights = trainCues(
			articles.filter((_, i) => i % options.folds !== fold),
			options.cue,
		);
		for (const article of articles.filter((_, i) => i % options.folds === fold))
			lessons.push(...lessonsOf(article, weights));
		log(`cues of part ${fold + 1} of ${options.folds}`);
	}
	const cue = trainCues(articles, options.cue);
	log(`cues of all parts; ${lessons.length} lessons`);
	const relation = trainRelations(lessons, options.relation);
	return { cue, relation };
}

/** The cues found in an article with what they have, false ones with nothing, and the gold cues that were missed. */
function lessonsOf(article: TrainingArticle, weights: ChainWeights): Lesson[] {
	const { tag, cueContext, relations } = article;
	const scores = scoreCues(cueContext, weights);
	const cues = decodeCues(cueContext, scores, weights.moves, LEAN);
	const context = readRelationContext(
		tag,
		cues,
		Uint8Array.from(cues, (cue) => marginOf(scores, cue)),
	);
	const used = new Set<GoldRelation>();
	const lessons: Lesson[] = [];
	for (const [index, cue] of cues.entries()) {
		const relation = mostShared(cue, relations, used);
		if (relation) used.add(relation);
		if (article.aside.subarray(cue.first, cue.end).includes(1)) continue;
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
