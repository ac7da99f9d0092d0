import { known, nobody, type Question, type Speaker } from "../speaker.ts";

/**
 * The labels of an interview that name nobody: a question is the report's own, an answer that of the one person whom
 * the words above the first question name.
 *
 * Catches: `A: I tested it.` below "Orla Pike answered our questions.": Pike; `Q: Who tested it?`: nobody.
 * Must not: `A: I tested it.` below "Orla Pike and Ander Vane answered our questions." as either.
 */
export function resolveLabel({ text, index, words, sources }: Question): Speaker | null {
	if (/^(?:Q|Question)$/i.test(words)) return nobody(`“${words}” asks, and no name says who that is`);
	if (!/^(?:A|Answer)$/i.test(words)) return null;
	const first = sources.find(
		({ start, end }) => end - start <= LONGEST && /^(?:Q|Question)$/i.test(text.slice(start, end)),
	);
	const above = index.persons.filter(({ mentions }) => (mentions[0]?.start ?? 0) < (first?.start ?? 0));
	const [only] = above;
	if (only && above.length === 1)
		return known(only, `“${words}” answers: ${only.name} alone is named above the first question`);
	return nobody(`“${words}” answers, and no one name says who that is`);
}

/** "Question" (UTF-16 units). */
const LONGEST = 8;
