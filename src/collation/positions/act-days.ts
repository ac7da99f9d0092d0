import type { FoundDate } from "../../model/annotation.ts";
import type { StatedDate } from "../../model/date.ts";
import type { Day } from "../occasions/report-days.ts";
import type { Clause } from "./acts.ts";
import type { ClauseText } from "./clause-text.ts";
import { boundDate, ofReport } from "./statement-days.ts";

/**
 * When a deed was done: the one date of its clause, or that the sentence opens with. "Norrland vetoed the accord on
 * Monday" has one; so has the veto of "Vane, who vetoed it in 2029, spoke on Monday". A deed at the head of a report is
 * of the day it is published; of any other without a date only that it is no later is known.
 */
export function dateAct(
	text: ClauseText,
	clause: Pick<Clause, "first" | "verb" | "end" | "earlier"> & {
		readonly position: number;
		readonly headline: boolean;
		readonly sentence: { readonly first: number; readonly end: number };
	},
	reported: Day | null,
): { readonly when: StatedDate; readonly stated: boolean } {
	const { annotated } = text;
	const stated = annotated.article.published;
	const published = stated.latest === null ? (ofReport(reported) ?? stated) : stated;
	const [first, last] = [clauseStart(text, clause), clauseEnd(text, clause)];
	const span = text.spanOf(first, Math.max(first + 1, last));
	// "Vane, |who signed it in 2029|, praised it": the day of the clause between is its own.
	const verb = text.spanOf(clause.verb, clause.verb + 1);
	const doer = text.spanOf(clause.first, clause.first + 1);
	const parted = hasRelative(text, clause.first, clause.verb);
	const own = text.datesIn(span).filter(({ start, end }) => !(parted && start > doer.start && end <= verb.start));
	const [date] = own;
	if (date && own.every((other) => sameDay(other, date))) {
		const when = boundDate(date.date, reported);
		return { when: when ?? date.date, stated: when !== null };
	}
	if (own.length > 1) return open(`its clause names several dates: ${own.map(({ exact }) => `“${exact}”`).join(", ")}`);
	const atHead = clause.headline || clause.position - text.headSentences < LEAD;
	if (atHead && !clause.earlier && (published.earliest ?? published.latest) !== null) {
		const reason = "told at the head of the report without a date: the day of the report";
		return { when: { ...published, reason }, stated: false };
	}
	return open("the report gives no date for it");

	function open(reason: string): { readonly when: StatedDate; readonly stated: boolean } {
		const { latest, zone } = published;
		const precision = latest === null ? null : "range";
		const when = { earliest: null, latest, precision, zone, exact: null, reason, evidence: [] } as const;
		return { when, stated: false };
	}
}

/** The sentences of the body in which a report tells its event itself. */
const LEAD = 2;

/** The doer's first word, or the sentence's where only a few words open it: "On Monday, Norrland vetoed". */
function clauseStart(text: ClauseText, { first, sentence }: { first: number; sentence: { first: number } }): number {
	if (first - sentence.first > MOST_OPENING) return first;
	for (let i = sentence.first; i < first; i++)
		if (/^(?:said|says|told|that|and|but|after|before|because|while|if|although)$/.test(text.normAt(i))) return first;
	return sentence.first;
}

/** "Late on Monday evening in Kelm, Norrland": longer openings are clauses. */
const MOST_OPENING = 8;

/** Whether "who" or "which" goes on between the doer and the verb, and the verb is not its own. */
function hasRelative(text: ClauseText, first: number, verb: number): boolean {
	for (let at = first; at < verb; at++) {
		if (/^(?:who|which|whose)$/.test(text.normAt(at)) && text.normAt(verb - 1) !== text.normAt(at)) return true;
	}
	return false;
}

/** The next mark that ends a clause, or what opens another. */
function clauseEnd(text: ClauseText, { end, sentence }: { end: number; sentence: { end: number } }): number {
	for (let at = end; at < sentence.end; at++) {
		const norm = text.normAt(at);
		if (
			/^(?:[,;:.!?()"\u201c\u201d\u2013\u2014]|--|and|but|while|after|before|because|when|as|if|that|which|who|said|says|despite)$/.test(
				norm,
			)
		)
			return at;
	}
	return sentence.end;
}

function sameDay(a: FoundDate, b: FoundDate): boolean {
	return a.date.earliest === b.date.earliest && a.date.latest === b.date.latest;
}
