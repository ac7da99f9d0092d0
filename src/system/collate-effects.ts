import type { CollateEffects } from "../pipeline.ts";
import { loadAnalysisData } from "./data.ts";
import { readArticleGuarded } from "./guarded-article.ts";
import { nodeReadEffects } from "./read-effects.ts";
import { addUserNames } from "./user-names.ts";

/** Everything that reading articles needs of Node: files, standard input, the page worker. */
export function nodeReadingEffects(): Omit<CollateEffects, "data"> {
	return { ...nodeReadEffects(), readArticle: readArticleGuarded };
}

/**
 * Everything that collating needs of Node: files, standard input, the page worker, the shipped data.
 *
 * @param names files of the user's own names; throws UserError when one cannot be read or used
 */
export function nodeCollateEffects(names: readonly string[] = []): CollateEffects {
	return { ...nodeReadingEffects(), data: addUserNames(loadAnalysisData(), names) };
}
