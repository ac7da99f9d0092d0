import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { CopyGroup, Story } from "../../model/record.ts";
import { type AnalysisData, annotate, collateArticles, groupAnnotated, settleArticles } from "../../pipeline.ts";
import { addDecisions } from "../../system/user-corrections.ts";
import type { UserFile } from "../../system/user-files.ts";
import { findAnnotated, type Kept, nameAnalysis, packAnnotation, unpackAnnotation } from "../annotations.ts";
import type { StoredPassage } from "../copies.ts";
import { packJson, unpackJson } from "../packing.ts";
import { type PackedRecord, packRecord } from "../stories.ts";

/** An article as a store has it: packed, with its annotation. */
export interface PackedArticle {
	readonly body: Uint8Array;
	/** Null when there is none yet. */
	readonly annotation: Uint8Array | null;
}

/** What a thread is asked. Everything goes packed, so that nobody but the thread unpacks it. */
export type Request =
	| { readonly kind: "annotate"; readonly body: Uint8Array }
	| {
			readonly kind: "place";
			readonly articles: readonly PackedArticle[];
			/** Ids of those that were never placed, where the others are as they are to stay; null for all. */
			readonly fresh: readonly string[] | null;
			/** The decisions of the log on any of these. */
			readonly decisions: UserFile | null;
	  }
	| {
			readonly kind: "collate";
			readonly articles: readonly PackedArticle[];
			/** The story that they are collated for. */
			readonly story: string;
			readonly decisions: UserFile | null;
	  };

export interface Placed {
	/** Articles whose annotation was made with other data or by another version of the program. */
	readonly outdated: readonly string[];
	/** Annotations made again, for what their outlet repeats is known better now. */
	readonly annotations: readonly Kept[];
	readonly stories: readonly { readonly story: Story; readonly packed: Uint8Array }[];
	readonly copyGroups: readonly CopyGroup[];
	readonly passages: readonly StoredPassage[];
}

export interface Answers {
	readonly annotate: Kept;
	/** Null where annotations are outdated: `outdated` of them are to be made first. */
	readonly place: Placed;
	readonly collate: PackedRecord;
}

/** Answers a request. Pure but for the packing. */
export async function analyse<Kind extends Request["kind"]>(
	request: Extract<Request, { kind: Kind }>,
	data: AnalysisData,
): Promise<Answers[Kind]>;
export async function analyse(request: Request, data: AnalysisData): Promise<Answers[Request["kind"]]> {
	if (request.kind === "annotate") {
		const article = await unpackJson<Article>(request.body);
		return packAnnotation(annotate(article, data.tagger, data.names), article, nameAnalysis(data), data.rarity);
	}
	if (request.kind === "place") return place(request.articles, request.fresh, addDecisions(data, request.decisions));
	const articles: AnnotatedArticle[] = [];
	for (const { body, annotation } of request.articles) {
		if (annotation) articles.push((await unpackAnnotation(await unpackJson<Article>(body), annotation)).annotated);
	}
	const decided = addDecisions(data, request.decisions);
	return packRecord(collateArticles(articles, decided), articles, request.story);
}

async function place(
	packed: readonly PackedArticle[],
	fresh: readonly string[] | null,
	data: AnalysisData,
): Promise<Placed> {
	const analysis = nameAnalysis(data);
	const anew = fresh === null ? null : new Set(fresh);
	const found = new Map<string, { readonly article: Article; readonly annotation: Uint8Array | null }>();
	for (const { body, annotation } of packed) {
		const article = await unpackJson<Article>(body);
		found.set(article.id, { article, annotation });
	}
	const outdated: string[] = [];
	const annotations: Kept[] = [];
	const annotated: AnnotatedArticle[] = [];
	for (const article of settleArticles([...found.values()].map((one) => one.article))) {
		const one = found.get(article.id);
		// What is not annotated yet, or was set aside, is placed once it is.
		if (!one?.annotation) continue;
		const kept = await findAnnotated(article, one.annotation);
		if (kept.analysis !== analysis) outdated.push(article.id);
		// Of one that was placed before not all is here that shows what its outlet repeats.
		else if (anew !== null && !anew.has(article.id)) annotated.push(kept.annotated);
		else if (kept.isCurrent) annotated.push({ ...kept.annotated, article });
		else {
			const again = annotate(article, data.tagger, data.names);
			annotated.push(again);
			annotations.push(await packAnnotation(again, one.article, analysis, data.rarity));
		}
	}
	if (outdated.length > 0) return { outdated, annotations, stories: [], copyGroups: [], passages: [] };
	const layer = groupAnnotated(annotated, data);
	return {
		outdated,
		annotations,
		stories: await Promise.all(layer.stories.map(async (story) => ({ story, packed: await packJson(story) }))),
		copyGroups: layer.copyGroups,
		passages: layer.passages.map(({ exact: _, ...passage }) => passage),
	};
}
