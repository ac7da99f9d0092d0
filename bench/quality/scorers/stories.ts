import { groupStories } from "../../../src/stories/stories.ts";
import { loadAnalysisData } from "../../../src/system/data.ts";
import type { Measurement, Scorer } from "../measurement.ts";
import { scoreClusters } from "./clusters.ts";
import { describeMerges } from "./story-merges.ts";
import { annotateStoryText, readStoryTexts, type StoryText } from "./story-texts.ts";

/** Stories of all 982 texts of ECB+: whole set at once, no dates, gold is the event. */
export const scoreEcbplus: Scorer = (corpora) => scoreStories(corpora, "ecbplus");

/** Stories of all wire and newspaper texts of METER, with the day of publication. */
export const scoreMeter: Scorer = (corpora) => scoreStories(corpora, "meter");

async function scoreStories(corpora: string, corpus: string): Promise<Measurement | null> {
	const rows = readStoryTexts(corpora, corpus);
	if (!rows) return null;
	const annotated = rows.map(annotateStoryText);
	const { stories } = groupStories(annotated, loadAnalysisData().rarity);
	const storyOf = new Map(stories.flatMap(({ id, articles }) => articles.map((article) => [article, id] as const)));
	const found = annotated.map(({ article }) => storyOf.get(article.id) ?? "");
	const gold = rows.map(({ story }) => story);
	return {
		stage: "stories",
		corpus,
		figures: scoreClusters(found, gold),
		items: scoreItems(rows, found, gold),
		details: () => describeMerges(found, gold),
	};
}

/** B-cubed F1 of each text: 1 when its group is exactly its story. */
function scoreItems(
	rows: readonly StoryText[],
	found: readonly string[],
	gold: readonly string[],
): { [id: string]: number } {
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
