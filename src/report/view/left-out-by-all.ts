import type { Story, Utterance } from "../../model/record.ts";
import { isPrimary, type RecordIndex } from "./record-index.ts";
import type { UtteranceLists } from "./utterance-lists.ts";

/** More statements in a row that no report gives are another part of the document, and not left out of this one. */
const MOST_IN_A_ROW = 3;

/**
 * Statements of a story's primary documents that no report gives, where reports give what the same speaker says right
 * before and right after: what all of them leave out of the middle. In the documents' order.
 */
export function listLeftOutByAll(
	index: RecordIndex,
	story: Story,
	{ shared, unreported }: Pick<UtteranceLists, "shared" | "unreported">,
): Utterance[] {
	const silent = new Set(unreported);
	const found: Utterance[] = [];
	for (const article of story.articles) {
		if (!isPrimary(index, article)) continue;
		const inOrder = [...shared, ...unreported]
			.flatMap((utterance) =>
				utterance.renditions
					.filter((rendition) => rendition.article === article)
					.map(({ parts }) => ({ utterance, start: parts[0]?.spans[0]?.start ?? 0 })),
			)
			.sort((a, b) => a.start - b.start);
		let row: Utterance[] = [];
		let before: Utterance | null = null;
		for (const { utterance } of inOrder) {
			if (silent.has(utterance)) {
				row.push(utterance);
				continue;
			}
			// In a document without labels whoever is reported to speak is told by the reports alone.
			const one = before !== null && row.every(({ speaker }) => speaker === null || speaker === utterance.speaker);
			if (one && before?.speaker === utterance.speaker && row.length <= MOST_IN_A_ROW) found.push(...row);
			before = utterance;
			row = [];
		}
	}
	return [...new Set(found)];
}
