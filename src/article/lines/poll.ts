import { isLabel, toLabels } from "./labels.ts";
import type { Line, LineRule } from "./lines.ts";

/**
 * A site's question to its readers with the answers to choose from.
 *
 * Catches: "Poll: Will you run next year?", "Yes", "No", "Vote" in lines of their own.
 * Leaves: "Poll: party at 31 percent", a headline, and whatever follows it.
 */
const QUESTION =
	/^(?:poll|quick poll|vote|umfrage|sondage|encuesta|enquete|sondaggio|peiling|sonda|anketa|опрос|опитування|anket|استطلاع|סקר|投票)\s?[:：|].{4,200}[?？]$/iu;
const BUTTON = toLabels(
	"vote|submit|vote now|view results|abstimmen|voter|votar|vota|stem|rösta|głosuj|hlasovat|проголосовать|голосовать|проголосувати|oyla|投票",
);

/** Answers a poll may have. */
const MOST_ANSWERS = 8;
const MOST_WORDS = 8;

export const poll: LineRule = {
	rule: "article/poll",
	find(line, { lines, index }) {
		if (line.words > 40) return null;
		for (let first = index; first >= 0 && index - first <= MOST_ANSWERS + 1; first--) {
			const question = lines[first];
			if (!question) return null;
			if (QUESTION.test(question.text)) return endOf(lines, first) >= index ? "a question to the site's readers" : null;
			if (question.words > MOST_WORDS) return null;
		}
		return null;
	},
};

/** Index of the button that ends the poll, or -1. */
function endOf(lines: readonly Line[], question: number): number {
	for (let i = question + 1; i < lines.length && i <= question + MOST_ANSWERS + 1; i++) {
		const line = lines[i];
		if (!line || line.words > MOST_WORDS) return -1;
		if (isLabel(line.text, BUTTON)) return i;
	}
	return -1;
}
