import type { Quotation } from "../../model/record.ts";
import { POLARITY_WORDS, readStance } from "../view/stance-words.ts";
import { type Run, run } from "./runs.ts";

/** What a report does with the words other than giving them as said; set before them. */
export function setStance(quotation: Pick<Quotation, "polarity" | "hedged" | "kind" | "exact">): Run[] {
	const stance = readStance(quotation);
	if (stance === null) return [];
	return stance === "reserve" ? [run("(with reserve) ", "doubt")] : [run(`(${POLARITY_WORDS[stance]}) `, "alarm")];
}
