import { findCopies } from "../../../src/stories/copies/copies.ts";
import { findWordSequence } from "../../../src/stories/copies/fingerprints.ts";
import { loadAnalysisData } from "../../../src/system/data.ts";
import { compareText } from "../../../src/text/compare.ts";
import { findWords } from "../../../src/text/words.ts";
import { makeArticle } from "../../../test/make-article.ts";
import { makeCopySet } from "../copies/pairs.ts";
import type { Measurement, Scorer } from "../measurement.ts";

/**
 * Copies made by cutting, reordering, rewriting and changing the house style, among texts that are like
 * others and no copies (see copies/pairs.ts): precision of all pairs that stand in one copy group, and
 * recall of the made pairs for each tenth of words rewritten.
 */
export const scoreCopies: Scorer = async (corpora): Promise<Measurement | null> => {
	const made = makeCopySet(corpora, loadAnalysisData().rarity);
	if (!made) return null;
	const annotated = made
		.map(({ id, text }) => {
			const article = makeArticle(text, { sourceId: id, id });
			const words = findWords(article);
			return { article, words, entities: [], dates: [], numbers: [], quotations: [], terms: [], stages: [] };
		})
		.sort((x, y) => compareText(x.article.id, y.article.id));
	const { groups } = findCopies(annotated, annotated.map(findWordSequence));
	const byId = new Map(made.map((text) => [text.id, text]));
	const found = new Set<string>();
	const figures: { [name: string]: number } = {};
	let right = 0;
	let wrong = 0;
	const items: { [id: string]: number } = {};
	for (const { members } of groups) {
		for (const [i, { article: a }] of members.entries()) {
			for (const { article: b } of members.slice(i + 1)) {
				if (found.has(`${a}|${b}`)) continue;
				found.add(`${a}|${b}`).add(`${b}|${a}`);
				const isCopy = byId.get(a)?.copyOf?.id === b || byId.get(b)?.copyOf?.id === a;
				if (isCopy) right++;
				else {
					wrong++;
					items[`no copy: ${a} | ${b}`] = -1;
				}
			}
		}
	}
	figures["precision"] = right / Math.max(1, right + wrong);
	for (const tenth of [0, 1, 2, 3]) {
		const copies = made.filter(({ copyOf }) => copyOf?.tenth === tenth);
		for (const { id, copyOf } of copies) items[id] = found.has(`${id}|${copyOf?.id}`) ? 1 : 0;
		const met = copies.filter(({ id }) => items[id] === 1).length;
		figures[`recall, ${tenth * 10} to ${tenth * 10 + 10} % rewritten`] = met / copies.length;
	}
	return { stage: "copies", corpus: "made copies", figures, items };
};
