import type { CollateEffects } from "../pipeline.ts";
import { loadAnalysisData } from "./data.ts";
import { readArticleGuarded } from "./guarded-article.ts";
import { nodeReadEffects } from "./read-effects.ts";

/** Everything that reading articles needs of Node: files, standard input, the page worker. */
export function nodeReadingEffects(): Omit<CollateEffects, "data"> {
	return { ...nodeReadEffects(), readArticle: readArticleGuarded };
}

/** Everything that collating needs of Node: files, standard input, the page worker, the shipped data. */
export function nodeCollateEffects(): CollateEffects {
	return { ...nodeReadingEffects(), data: loadAnalysisData() };
}
