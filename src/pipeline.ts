import { collate } from "./collation/collate.ts";
import { findLanguage } from "./language/language.ts";
import type { AnnotatedArticle } from "./model/annotated.ts";
import type { Article } from "./model/article.ts";
import type { Capture } from "./model/capture.ts";
import type { ListedProblem, Problem } from "./model/problem.ts";
import type { CollationRecord } from "./model/record.ts";
import { findQuotations } from "./quotations/quotations.ts";
import { type ReadEffects, readCaptures } from "./read/captures.ts";
import { groupStories } from "./stories/stories.ts";
import type { TermRarity } from "./stories/term-rarity.ts";
import { compareText } from "./text/compare.ts";
import { findWords } from "./text/words.ts";
import { VERSION } from "./version.ts";

/** The data that the analysis is handed; nothing is loaded behind its back. */
export interface AnalysisData {
	readonly rarity: TermRarity;
	/** The files it was read from, for `generator.data`. Sorted by name. */
	readonly sources: readonly { readonly name: string; readonly sha256: string }[];
}

/** What the way from inputs to a record needs of the world. */
export interface CollateEffects extends ReadEffects {
	readonly data: AnalysisData;
	/** Builds a capture's article, with whatever guards the world offers. */
	readArticle(capture: Capture): Promise<{ readonly article: Article | null; readonly problems: readonly Problem[] }>;
	/** Told before each piece of work; may be left out. */
	progress?(done: number, total: number, label: string): void;
}

/**
 * The main job: files, folders, patterns or standard input → the record. Bad inputs are listed in
 * `problems`; the others give their result.
 */
export async function collateInputs(inputs: readonly string[], effects: CollateEffects): Promise<CollationRecord> {
	const { captures, problems } = await readCaptures(inputs, effects);
	return collateCaptures(captures, effects, problems);
}

/** Captures → the record. */
export async function collateCaptures(
	captures: readonly Capture[],
	effects: Pick<CollateEffects, "data" | "readArticle" | "progress">,
	problems: readonly ListedProblem[] = [],
): Promise<CollationRecord> {
	const listed = [...problems];
	const annotated = new Map<string, AnnotatedArticle>();
	for (const [done, capture] of captures.entries()) {
		effects.progress?.(done, captures.length, capture.place);
		const reading = await effects.readArticle(capture);
		const { article } = reading;
		if (!article) {
			for (const problem of reading.problems) listed.push({ ...problem, article: null, place: capture.place });
		} else if (annotated.has(article.id)) {
			const reason = `${capture.place} is the same text from the same source as another input; it is taken once`;
			listed.push({ code: "read/same-article", span: null, reason, article: article.id, place: capture.place });
		} else annotated.set(article.id, annotate(article));
	}
	effects.progress?.(captures.length, captures.length, "collating");
	return collateArticles([...annotated.values()], effects.data, listed);
}

/** One article → everything found in it without looking at any other. */
export function annotate(article: Article): AnnotatedArticle {
	const words = findWords(article);
	const findings = findLanguage(article, words);
	const { quotations, terms } = findQuotations(article, words, findings);
	return { article, words, ...findings, quotations, terms, stages: ["article", "language", "quotations"] };
}

/** Annotated articles → the record. */
export function collateArticles(
	articles: readonly AnnotatedArticle[],
	data: AnalysisData,
	problems: readonly ListedProblem[] = [],
): CollationRecord {
	const sorted = [...articles].sort((a, b) => compareText(a.article.id, b.article.id));
	const layer = groupStories(sorted, data.rarity);
	const weightOf = (stem: string): number => data.rarity.rarityOf(stem);
	const generator = { version: VERSION, models: [], data: data.sources, options: {}, corrections: 0 };
	return collate(sorted, layer, weightOf, generator, problems);
}
