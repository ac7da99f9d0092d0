import type { Polarity } from "../../model/annotation.ts";
import { POLARITY_WORDS } from "../view/stance-words.ts";
import { type Run, run } from "./runs.ts";

/** What a report does with the words other than giving them as said; set before them. */
export function setStance(polarity: Polarity, hedged: boolean): Run[] {
	if (polarity !== "said") return [run(`(${POLARITY_WORDS[polarity]}) `, "alarm")];
	return hedged ? [run("(with reserve) ", "doubt")] : [];
}
