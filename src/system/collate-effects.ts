import type { CollateEffects } from "../pipeline.ts";
import { loadAnalysisData } from "./data.ts";
import { loadDataWith, mergeGivenFiles, readGivenFiles } from "./given-files.ts";
import { readArticleGuarded } from "./guarded-article.ts";
import { nodeReadEffects } from "./read-effects.ts";
import { addCorrections } from "./user-corrections.ts";
import { addUserNames } from "./user-names.ts";

/** Everything that reading articles needs of Node: files, standard input, the page worker. */
export function nodeReadingEffects(): Omit<CollateEffects, "data"> {
	return { ...nodeReadEffects(), readArticle: readArticleGuarded };
}

/**
 * Everything that collating needs of Node: files, standard input, the page worker, the shipped data.
 *
 * @param names files of the user's own names; throws UserError when one cannot be read or used
 * @param corrections files of a person's decisions; the same
 */
export function nodeCollateEffects(names: readonly string[] = [], corrections: readonly string[] = []): CollateEffects {
	return {
		...nodeReadingEffects(),
		data: addCorrections(addUserNames(loadAnalysisData(), names), corrections),
		// What the person gives now stands before what came with evidence under the same name.
		dataWith: (given) => loadDataWith(mergeGivenFiles([...readGivenFiles(names, corrections), ...given])),
	};
}
