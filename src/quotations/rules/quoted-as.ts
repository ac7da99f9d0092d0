import type { Polarity } from "../../model/annotation.ts";
import type { Attribution, Made, UnitText } from "../clauses/attribution.ts";
import { contentEnd, contentFloor } from "../clauses/content-end.ts";
import { HEDGES, isAdverb } from "../clauses/cues.ts";
import { isNegated } from "../clauses/polarity.ts";
import { hearerAfter, sourceAfter } from "../clauses/source-after.ts";
import { sourceBefore } from "../clauses/source-before.ts";
import type { Item } from "../clauses/units.ts";
import { isAuxiliary, isPreposition, type Range, trimRange, verbGroupStart } from "../clauses/word-classes.ts";

/**
 * A report of a report: whoever quotes is the carrier, whoever is quoted the source.
 *
 * Catches: `“We stay,” the Ostra agency quotes Pike.`, `Ostra quoted Orla Pike as saying the dam holds.`,
 * `“We stay,” Pike was quoted by Ostra as saying.`, `Ostra, citing Radio Varra, quoted Pike as telling Anna Press that …`
 * (Ostra and Radio Varra relay, Anna Press hears).
 * Must not: `shares were quoted at 12 marks` (nobody's words).
 */
export function attributeQuoted(context: UnitText, at: number, floor: number): Made | null {
	const { items } = context.unit;
	const verb = items[at]?.norm ?? "";
	if (!/^(?:quotes|quoted|quoting|quote|cites|cited|citing)$/.test(verb) || items[at]?.capital) return null;
	const group = verbGroupStart(items, at);
	const passive = items.slice(group, at).some(({ norm }) => /^(?:is|was|are|were|been|being)$/.test(norm));
	const as = findAs(items, at + 1);
	// "Ostra, citing Radio Varra, quoted Pike as saying": who is quoted stands after the verb that goes with "as".
	if (
		as &&
		verb.endsWith("ing") &&
		items.slice(at + 1, as.first).some(({ norm }) => /^(?:quote[sd]?|cite[sd]?)$/.test(norm))
	)
		return null;
	const hedged = items.slice(group, at).some(({ norm }) => HEDGES.has(norm));
	const carrierBefore = verb.endsWith("ing") ? null : sourceBefore(items, group, afterMarks(context, group, floor));
	let source: Range | null;
	let carrier: Range | null;
	let end = as ? as.end : at + 1;
	if (passive) {
		source = carrierBefore;
		const by = byAfter(items, at) ?? (as && items[as.end]?.norm === "by" ? as.end + 1 : -1);
		carrier = by > 0 ? sourceAfter(items, by, as && by < as.first ? as.first : nextThat(items, by)) : null;
		if (!as && !carrier) return null;
		if (carrier) end = Math.max(end, carrier.end);
	} else {
		source = sourceAfter(items, behindAside(items, at + 1, as), as ? as.first : items.length);
		carrier = carrierBefore;
		if (!source || (!as && !carrier)) return null;
		end = Math.max(end, source.end);
	}
	if (!source) return null;
	const addressee = as && items[as.end - 1]?.norm === "telling" ? hearerAfter(items, as.end) : null;
	if (addressee) end = Math.max(end, addressee.end);
	const content = contentOf(context, items, { group, at, end, floor, source, passive, said: as !== null, carrier });
	if (!content) return null;
	const cue: Range[] = [{ first: group, end: at + 1 }];
	if (as) cue.push({ first: as.first, end: as.end });
	const attribution: Attribution = {
		source,
		cue,
		content: [content],
		addressee,
		polarity: polarityOf(items, { first: group, end: at + 1 }, as, passive ? source : carrier),
		hedged,
		rule: "quotations/quoted-as",
		relays: carrier ? withCited(items, carrier, group) : [],
	};
	return { attribution, floor: content.first > at ? (as ? as.end : at + 1) : end };
}

/** "was not quoted as saying", "was quoted as denying". */
function polarityOf(items: readonly Item[], verb: Range, as: Range | null, subject: Range | null): Polarity {
	if (isNegated(items, verb, subject)) return "not-said";
	return as && items[as.end - 1]?.norm === "denying" ? "denied" : "said";
}

/** "The army quoted, in a post, its spokesman as saying": where the source begins behind an aside of place or time. */
function behindAside(items: readonly Item[], from: number, as: Range | null): number {
	const opening = items[from + 1];
	if (!as || items[from]?.norm !== "," || !opening || !isPreposition(opening)) return from;
	for (let i = from + 2; i < as.first - 1; i++) if (items[i]?.norm === ",") return i + 1;
	return from;
}

/** What "by" brings right behind the verb, or behind the day: "was quoted on Friday by Ostra". */
function byAfter(items: readonly Item[], at: number): number | null {
	const norm = (i: number): string => items[at + i]?.norm ?? "";
	const day = norm(1) === "on" && /day$/.test(norm(2)) ? 2 : /day$/.test(norm(1)) ? 1 : 0;
	return norm(day + 1) === "by" ? at + day + 2 : null;
}

/** "Ostra, citing Radio Varra,": Ostra, and whom it has the words from. */
function withCited(items: readonly Item[], carrier: Range, group: number): Range[] {
	for (let i = carrier.first + 1; i < group; i++) {
		if (!/^(?:citing|quoting)$/.test(items[i]?.norm ?? "")) continue;
		const cited = sourceAfter(items, i + 1, group);
		return [{ first: carrier.first, end: i }, ...(cited ? [cited] : [])];
	}
	return [carrier];
}

/** Where "that" begins what is said, or the sentence's end. */
function nextThat(items: readonly Item[], from: number): number {
	for (let i = from; i < items.length; i++) if (items[i]?.norm === "that" || items[i]?.kind === "marked") return i;
	return items.length;
}

interface Frame {
	readonly group: number;
	readonly at: number;
	readonly end: number;
	readonly floor: number;
	readonly source: Range;
	readonly carrier: Range | null;
	readonly passive: boolean;
	readonly said: boolean;
}

function contentOf(context: UnitText, items: readonly Item[], frame: Frame): Range | null {
	const { group, end, floor } = frame;
	const clause = Math.min(group, frame.carrier?.first ?? group, frame.source.first);
	let before = clause - 1;
	while (before >= floor && (items[before]?.norm === "," || isAdverb(items[before]?.norm ?? ""))) before--;
	// The words quoted stand before: in marks, or as a clause closed by a comma.
	if (before >= floor && items[before]?.kind === "marked") {
		const marked = items[before];
		if (marked && (context.endsClause(marked) || items[before + 1]?.norm === ","))
			return { first: contentFloor(context, before, floor), end: before + 1 };
	}
	let start = end;
	while (items[start]?.norm === "," || items[start]?.norm === ":") start++;
	const head = items[start];
	if (head && head.norm !== "." && (frame.said || (head.kind === "marked" && context.length(head) > 2))) {
		if (head.kind === "marked" && context.opensSentence(head) && context.endsClause(head))
			return { first: start, end: start + 1 };
		const last = contentEnd(context, start, start);
		return last > start ? { first: start, end: last } : null;
	}
	if (frame.said && items[clause - 1]?.norm === ",")
		return trimRange(items, { first: contentFloor(context, clause - 1, floor), end: clause - 1 });
	return null;
}

function afterMarks(context: UnitText, group: number, floor: number): number {
	const { items } = context.unit;
	for (let i = group - 1; i >= floor; i--) {
		if (items[i]?.kind === "marked") return items[i + 1]?.norm === "," ? i + 2 : i + 1;
	}
	return floor;
}

/** How far "as saying" may stand from "quoted" (items): the source with its asides is between. */
const LONGEST_SOURCE = 45;

function findAs(items: readonly Item[], from: number): Range | null {
	for (let i = from; i < Math.min(items.length - 1, from + LONGEST_SOURCE); i++) {
		const item = items[i];
		if (!item || item.kind === "marked") return null;
		if (
			item.norm === "as" &&
			/^(?:saying|telling|stating|claiming|writing|adding|warning|denying|having)$/.test(items[i + 1]?.norm ?? "")
		) {
			return { first: i, end: items[i + 1]?.norm === "having" ? i + 3 : i + 2 };
		}
		if (isAuxiliary(item) && i - from > 30) return null;
	}
	return null;
}
