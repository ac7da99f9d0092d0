import type { Polarity } from "../../model/annotation.ts";
import type { Quotation } from "../../model/record.ts";
import { countWords } from "../../text/tokens.ts";

/** What each polarity is called where it is not plain saying. */
export const POLARITY_WORDS: Readonly<Record<Polarity, string>> = {
	said: "said",
	denied: "denied",
	"not-said": "did not say",
	declined: "declined",
};

/** So many words in marks that begin as a sentence are one. */
const LEAST_WORDS = 4;

/**
 * What a report does with somebody's words other than giving them as said: denied, not said, or with reserve; null for
 * plain saying. A whole sentence in marks beside "denied" is the denial itself, and not what is denied.
 */
export function readStance({
	polarity,
	hedged,
	kind,
	exact,
}: Pick<Quotation, "polarity" | "hedged" | "kind" | "exact">): Exclude<Polarity, "said"> | "reserve" | null {
	const own = polarity === "denied" && kind === "direct" && /^\p{Lu}/u.test(exact) && countWords(exact) >= LEAST_WORDS;
	if (polarity !== "said" && !own) return polarity;
	return hedged ? "reserve" : null;
}
