import { type ArticleReading, readArticle } from "../article/article.ts";
import type { Capture } from "../model/capture.ts";

/** Builds a capture's article. */
export async function readArticleGuarded(capture: Capture): Promise<ArticleReading> {
	return readArticle(capture);
}
