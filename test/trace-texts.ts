import { traceText } from "../src/collation/trace/trace.ts";
import type { Article } from "../src/model/article.ts";
import type { TraceListing } from "../src/model/trace-listing.ts";
import { annotate } from "../src/pipeline.ts";
import { groupStories } from "../src/stories/stories.ts";
import { loadAnalysisData } from "../src/system/data.ts";
import { makeArticle } from "./make-article.ts";

/** Traces a text in short reports, with the shipped data and without the tagger. */
export function traceIn(
	text: string,
	reports: readonly ({ readonly name: string; readonly text: string } & Partial<Article>)[],
): TraceListing {
	const articles = reports.map(({ name, text: words, ...overrides }) =>
		annotate(makeArticle(words, { sourceId: name, ...overrides })),
	);
	const data = loadAnalysisData();
	const layer = groupStories(articles, data.rarity);
	const generator = { version: "1.2.3", models: [], data: [], options: {}, corrections: 0 };
	return traceText(text, articles, layer, (stem) => data.rarity.rarityOf(stem), generator, []);
}
