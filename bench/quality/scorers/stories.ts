import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findLanguage } from "../../../src/language/language.ts";
import type { AnnotatedArticle } from "../../../src/model/annotated.ts";
import { groupStories } from "../../../src/stories/stories.ts";
import { loadAnalysisData } from "../../../src/system/data.ts";
import { findWords } from "../../../src/text/words.ts";
import { makeArticle, publishedOn } from "../../../test/make-article.ts";
import type { Measurement, Scorer } from "../measurement.ts";
import { scoreClusters } from "./clusters.ts";

interface Row {
	readonly id: string;
	readonly story: string;
	readonly text: string;
	/** `meter` gives the day of publication; `ecbplus` knows no dates. */
	readonly date?: string;
}

/** Stories of all 982 texts of ECB+: whole set at once, no dates, gold is the event. */
export const scoreEcbplus: Scorer = (corpora) => scoreStories(corpora, "ecbplus");

/** Stories of all wire and newspaper texts of METER, with the day of publication. */
export const scoreMeter: Scorer = (corpora) => scoreStories(corpora, "meter");

async function scoreStories(corpora: string, corpus: string): Promise<Measurement | null> {
	const file = join(corpora, "stories", `${corpus}.jsonl`);
	if (!existsSync(file)) return null;
	const rows = readFileSync(file, "utf8")
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line) as Row);
	const annotated = rows.map(annotate);
	const { stories } = groupStories(annotated, loadAnalysisData().rarity);
	const storyOf = new Map(stories.flatMap(({ id, articles }) => articles.map((article) => [article, id] as const)));
	const found = annotated.map(({ article }) => storyOf.get(article.id) ?? "");
	const gold = rows.map(({ story }) => story);
	return { stage: "stories", corpus, figures: scoreClusters(found, gold), items: scoreItems(rows, found, gold) };
}

/** B-cubed F1 of each text: 1 when its group is exactly its story. */
function scoreItems(rows: readonly Row[], found: readonly string[], gold: readonly string[]): { [id: string]: number } {
	const items: { [id: string]: number } = {};
	rows.forEach((row, i) => {
		let [group, story, common] = [0, 0, 0];
		for (let k = 0; k < rows.length; k++) {
			if (found[k] === found[i]) group++;
			if (gold[k] === gold[i]) story++;
			if (found[k] === found[i] && gold[k] === gold[i]) common++;
		}
		items[row.id] = Math.round(((2 * common) / (group + story)) * 1000) / 1000;
	});
	return items;
}

function annotate(row: Row): AnnotatedArticle {
	const article = makeArticle(row.text, {
		sourceId: row.id,
		...(row.date === undefined ? {} : { published: publishedOn(row.date) }),
	});
	const words = findWords(article);
	// Grouping reads no quotations, so none are looked for.
	return { article, words, ...findLanguage(article, words), quotations: [], terms: [], stages: ["language"] };
}
