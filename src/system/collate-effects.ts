import type { CollateEffects } from "../pipeline.ts";
import { loadAnalysisData } from "./data.ts";
import { readArticleGuarded } from "./guarded-article.ts";
import { nodeReadEffects } from "./read-effects.ts";

/** Everything that collating needs of Node: files, standard input, the page worker, the shipped data. */
export function nodeCollateEffects(): CollateEffects {
	return { ...nodeReadEffects(), data: loadAnalysisData(), readArticle: readArticleGuarded };
}
