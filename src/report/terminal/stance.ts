import type { Polarity } from "../../model/annotation.ts";
import { type Run, run } from "./runs.ts";

/** What each polarity is called where it is not plain saying. */
export const POLARITY_WORDS: Readonly<Record<Polarity, string>> = {
	said: "said",
	denied: "denied",
	"not-said": "did not say",
	declined: "declined",
};

/** What a report does with the words other than giving them as said; set before them. */
export function setStance(polarity: Polarity, hedged: boolean): Run[] {
	if (polarity !== "said") return [run(`(${POLARITY_WORDS[polarity]}) `, "alarm")];
	return hedged ? [run("(with reserve) ", "doubt")] : [];
}
