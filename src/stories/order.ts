import type { Article } from "../model/article.ts";
import { compareNullable, compareText } from "../text/compare.ts";
import { foldName } from "./entities/fold-name.ts";

/** Orders articles by publication, earliest first and undated last, then by source, then by id. */
export function compareArticles(x: Article, y: Article): number {
	return (
		compareNullable(x.published.earliest, y.published.earliest) ||
		compareText(x.sourceId, y.sourceId) ||
		compareText(x.id, y.id)
	);
}

/** The agency whose own text an article is: a dateline names it, and no outlet is known that carries it. */
export function agencyOf({ outlet, dateline }: Article): string | null {
	return outlet === null ? (dateline?.agency ?? null) : null;
}

/** Whose text an article is, by a name that compares: the outlet's, else the agency's; null when neither is known. */
export function ownerOf(article: Article): string | null {
	const name = article.outlet?.text ?? agencyOf(article);
	return name === null ? null : foldName(name);
}

/** What a reader calls a report when no siglum is at hand: its outlet, else the last part of where it came from. */
export function labelOf(article: LabelledArticle): string {
	return article.outlet ? article.outlet.text : fileOf(article);
}

/** What a report is called by. */
export type LabelledArticle = Pick<Article, "outlet" | "capture" | "sourceId">;

function fileOf({ capture: { place } }: LabelledArticle): string {
	const parts = place.split("/");
	return parts[parts.length - 1] || place;
}

/**
 * A name for each article by which a reader tells it from the others: its outlet where that is enough, else with
 * the last part of where it came from, else that place.
 */
export function labelArticles(articles: readonly LabelledArticle[]): string[] {
	const fuller = (article: LabelledArticle): string => {
		const file = fileOf(article);
		return article.outlet ? `${article.outlet.text} (${file})` : article.sourceId;
	};
	const uses = countUses(articles.map(labelOf));
	const fullerUses = countUses(articles.map(fuller));
	return articles.map((article) => {
		const label = labelOf(article);
		if (uses.get(label) === 1) return label;
		return fullerUses.get(fuller(article)) === 1 ? fuller(article) : article.sourceId;
	});
}

function countUses(labels: readonly string[]): Map<string, number> {
	const uses = new Map<string, number>();
	for (const label of labels) uses.set(label, (uses.get(label) ?? 0) + 1);
	return uses;
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[]): string {
	if (words.length < 2) return words[0] ?? "";
	return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}
