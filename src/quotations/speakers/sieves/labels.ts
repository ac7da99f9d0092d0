import { mayBePerson } from "../named.ts";
import { candidatesAmong, known, nobody, type Question, type Speaker, undecided } from "../speaker.ts";

/**
 * The labels of an interview that name nobody: a question is the report's own, an answer that of the one person whom
 * the words above the first question name, initials those of the one person who has them.
 *
 * Catches: `OP: I tested it.` below "Orla Pike answered"; `A: I tested it.` below "Orla Pike answered our questions.": Pike; `Q: Who tested it?`: nobody.
 * Must not: `A: I tested it.` below "Orla Pike and Ander Vane answered our questions." as either.
 */
export function resolveLabel(question: Question): Speaker | null {
	const { text, index, words, sources } = question;
	if (/^(?:Q|Question)$/i.test(words)) return nobody(`“${words}” asks, and no name says who that is`);
	if (/^(?:\p{Lu}\.?){2,3}$/u.test(words)) return byInitials(question);
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

/** "OP", "O.P.": the one person of the article whose names begin so. */
function byInitials({ index, words, draft }: Question): Speaker | null {
	if (draft.rule !== "quotations/transcript") return null;
	const asked = words.replace(/\./g, "");
	const bearers = [...index.entities.values()].filter(
		(entity) => mayBePerson(entity) && entity.names.some((name) => initialsOf(name) === asked),
	);
	const [only] = bearers;
	if (bearers.length > 1) return undecided(`“${words}” are the initials of more than one`, candidatesAmong(bearers));
	return only ? known(only, `“${words}” are the initials of ${only.name} alone`) : null;
}

/** Of a name of two words or more: the capital that each begins with. */
function initialsOf(name: string): string {
	const words = name.split(/\s+/);
	return words.length < 2 ? "" : words.map((word) => /^\p{Lu}/u.exec(word)?.[0] ?? "").join("");
}
