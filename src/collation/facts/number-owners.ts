import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundNumber } from "../../model/annotation.ts";
import { stemOf } from "../../text/stem.ts";
import type { SetSpeakers } from "../speakers/set-speakers.ts";
import type { Standing } from "../statements.ts";
import type { Naming, NumberSentence } from "./number-sentences.ts";

/** A share, an age or an amount is somebody's: whoever is named right before it or, behind "for", right after. */
export function ownerOf({ mentions, span, numbers }: NumberSentence, number: FoundNumber, text: string): Naming | null {
	if (number.kind === "count") return null;
	const after = mentions.find(({ start }) => start >= number.end);
	if (after) {
		const between = text.slice(number.end, after.start);
		if (number.kind === "age" && /^(?:[\s-]*\p{L}+){0,2}\s$/u.test(between) && !/[,.]/.test(between)) return after;
		if (/^\s(?:of the (?:votes?|ballots?) )?(?:for|to)\s(?:the\s)?(?:[\p{L}-]+,?\s){0,3}$/iu.test(between))
			return after;
	}
	const before = mentions.filter(({ end }) => end <= number.start && end >= span.start);
	for (let i = before.length - 1; i >= 0; i--) {
		const naming = before[i];
		if (!naming) break;
		const between = text.slice(naming.end, number.start);
		if (number.kind === "age") return /^,?\s(?:who is\s|is\s|was\s|aged\s)?$/.test(between) ? naming : null;
		if (numbers.some((one) => one.kind !== "age" && one.start >= naming.end && one.end <= number.start)) {
			// "Oru had 49% and Vane 47%": what is named behind the first number has the second.
			if (before.length === 0) return null;
		}
		const lead = text.slice(Math.max(span.start, naming.start - 12), naming.start);
		if (/\b(?:of|in|at|from|by)\s(?:the\s)?$/i.test(lead) && i > 0) continue;
		return naming.type === "place" || naming.type === "state" ? null : naming;
	}
	return null;
}

/** Folded words for who gives a number; empty when the report does. */
export function giversOf(annotated: AnnotatedArticle, standing: Standing, speakers: SetSpeakers): ReadonlySet<string> {
	const quotation = annotated.quotations.find(({ id }) => id === standing.quotation);
	return quotation ? new Set([...speakers.wordsOf(annotated, quotation)].map(stemOf)) : new Set();
}
