import type { Made, UnitText } from "../clauses/attribution.ts";
import { clauseLike, contentEnd, contentFloor, isVerbal } from "../clauses/content-end.ts";
import type { CueMatch } from "../clauses/cue-match.ts";
import { cueVerb, isAdverb } from "../clauses/cues.ts";
import { flagsOf } from "../clauses/polarity.ts";
import { hearerAfter, sourceAfter } from "../clauses/source-after.ts";
import { isWholeSource, sourceBefore } from "../clauses/source-before.ts";
import type { Item } from "../clauses/units.ts";
import {
	DETERMINERS,
	FINITE,
	isAdjunctStart,
	isAuxiliary,
	isOnlyLead,
	isPreposition,
	type Range,
	startsClause,
	trimRange,
} from "../clauses/word-classes.ts";

/**
 * Content first, or on both sides of the attribution clause.
 *
 * Catches: `“We stay,” she said, “for now.”`, `The dam holds, said Orla Pike on Monday.`, `Rather, he said, it leaks.`
 * Must not: `On Monday, Pike said the dam holds.` (what follows the cue is the content).
 */
export function attributeAfter(context: UnitText, match: CueMatch, floor: number): Made | null {
	const { items } = context.unit;
	const { word, group } = match;
	if (!word || word.form === "ing") return null;
	const boundary = boundaryBefore(context, group, floor);
	if (!boundary) return null;
	const { left, clause } = boundary;
	// "The mayor published readings that, she said, showed a leak": the sentence is the report's own.
	if (items[left.end - 1]?.norm === "that" && left.end - left.first > 1) return null;
	const marked = items[left.end - 1]?.kind === "marked";
	// "She asked: “Who paid?” Nobody answered.": what stands before the colon brings the words.
	if (marked && items[left.end - 2]?.norm === ":" && clause === left.end && cueVerb(items[left.end - 3]?.norm ?? ""))
		return null;
	const inverted = clause === group || onlyAdverbs(items, clause, group);
	const source = inverted ? sourceAfter(items, match.end) : clauseSource(items, group, clause);
	if (!source || (!inverted && source.first > clause + 2)) return null;
	// "Vane followed Pike, who had promised “not one job”": what stands before "who" is the report's own.
	if (
		!marked &&
		!inverted &&
		source.end - source.first === 1 &&
		/^(?:who|which|that)$/.test(items[source.first]?.norm ?? "")
	)
		return null;
	// "Pike, backed by the council, said the dam was safe": a clause is said, and says nothing itself.
	if (inverted && isClause(items, source)) return null;
	let at = inverted ? source.end : match.end;
	let addressee: Range | null = null;
	if (word.hearer && !inverted) {
		addressee = hearerAfter(items, at);
		if (addressee) at = addressee.end;
	}
	if (!word.hearer && items[at]?.norm === "to") {
		addressee = saidTo(items, at + 1);
		if (addressee) at = addressee.end;
	}
	const next = items[at];
	const thatDay = next?.norm === "that" && DAYTIME.test(items[at + 1]?.norm ?? "");
	if (next?.norm === ":" || (next?.norm === "that" && !thatDay)) return null;
	// After a comma or a question in marks anything may follow; else only what cannot be what is said.
	if (!thatDay && !closesClause(next) && (!marked || (boundary.loose && !inverted))) return null;
	if (!marked) {
		if ((word.thought || word.doubtful) && next && next.kind !== "mark") return null;
		if (containsThat(items, at)) return null;
		if (inverted && /^(?:show|find|rule|determine|underline|highlight)$/.test(word.lemma)) return null;
		if (inverted && (word.hearer || (next && next.kind !== "mark" && !isAdjunctStart(next)))) return null;
	}
	const whole = (marked && left.end - left.first === 1) || clauseLike(items, left);
	const rest = continuation(context, at, whole ? (marked && left.end - left.first === 1 ? "marked" : "clause") : "any");
	const restHead = rest ? items[rest.first] : undefined;
	// `Asked why, Pike said, “Because.”`: a whole statement in marks after the cue is what it brings.
	if (!marked && restHead?.kind === "marked" && context.opensSentence(restHead) && /^[,:]$/.test(next?.norm ?? ""))
		return null;
	if (!whole) {
		if (!rest || !restHead) return null;
		// `On Monday, he said, “We stay.”`: a whole statement in marks needs no lead.
		if (restHead.kind === "marked" && context.opensSentence(restHead)) return null;
	}
	// "The lake is, as Pike put it, “a bowl of dust”": only what stands in marks is Pike's.
	const alone = marked && left.end - left.first === 1;
	const asPut = !alone && restHead?.kind === "marked" && items[source.first - 1]?.norm === "as";
	const content: Range[] = asPut || isOnlyLead(items, left) ? [] : [left];
	if (rest) content.push(rest);
	if (content.length === 0) return null;
	return {
		attribution: {
			source,
			cue: [{ first: match.group, end: match.end }],
			content,
			addressee,
			...flagsOf(items, { first: group, end: match.end }, source),
			rule: marked && left.end - left.first === 1 ? "quotations/cue-after" : "quotations/clause-then-cue",
			relays: [],
		},
		floor: rest ? rest.end : at,
	};
}

/** Whether a verb of its own stands in a range outside of relative clauses: "the dam was safe". */
function isClause(items: readonly Item[], { first, end }: Range): boolean {
	for (let i = first + 1; i < end; i++) {
		const item = items[i];
		if (!item || item.norm === "," || /^(?:who|which|that|whose|whom|where)$/.test(item.norm)) return false;
		if (FINITE.has(item.norm) && item.norm !== "'s" && !item.capital) return true;
	}
	return false;
}

/** "said that day": when, and no clause that begins. */
const DAYTIME = /^(?:day|night|week|weekend|month|year|evening|morning|afternoon|spring|summer|autumn|fall|winter)$/;

/** The hearer in `“We stay,” Pike said to the farmers.`, but not in "said to be weighing" or "said to applause". */
function saidTo(items: readonly Item[], from: number): Range | null {
	const head = items[from];
	if (
		!head ||
		!(head.capital || /^(?:the|a|an|his|her|their|its|me|us|him|them|reporters|journalists|fans)$/.test(head.norm))
	)
		return null;
	const hearer = hearerAfter(items, from);
	const last = hearer ? items[hearer.end - 1] : undefined;
	return last && !/^(?:applause|cheers|laughter|boos|jeers|effect|point|contrary)$/.test(last.norm) ? hearer : null;
}

/** Whether an attribution clause can be over here: nothing follows that reads as what is said. */
function closesClause(next: Item | undefined): boolean {
	return (
		!next ||
		next.kind === "mark" ||
		next.kind === "marked" ||
		isAdjunctStart(next) ||
		(isAdverb(next.norm) && !startsClause(next)) ||
		/^(?:to|and|adding|but)$/.test(next.norm)
	);
}

function onlyAdverbs(items: readonly Item[], from: number, end: number): boolean {
	for (let i = from; i < end; i++) if (!isAdverb(items[i]?.norm ?? "")) return false;
	return true;
}

/** "said on Monday that …" is no end of a sentence. */
function containsThat(items: readonly Item[], from: number): boolean {
	for (let i = from; i < Math.min(items.length, from + 14); i++) {
		const item = items[i];
		if (!item || item.kind === "marked" || (item.kind === "mark" && item.norm !== ".")) return false;
		if (item.norm === "that") return true;
		if (isAuxiliary(item)) return false;
	}
	return false;
}

interface Boundary {
	readonly left: Range;
	/** Where the attribution clause begins. */
	readonly clause: number;
	/** Only the marks tell that the content is over: no comma, no question. */
	readonly loose: boolean;
}

/** No attribution clause is longer (items). */
const LONGEST_CLAUSE = 45;

/** Where the content before an attribution clause ends: at a marked stretch that ends a clause, or a comma. */
function boundaryBefore(context: UnitText, group: number, floor: number): Boundary | null {
	const { items } = context.unit;
	for (let i = group - 1; i >= Math.max(floor, group - LONGEST_CLAUSE); i--) {
		const item = items[i];
		if (!item) break;
		if (item.kind !== "marked") continue;
		const comma = /^(?:,|\u2014|\u2013|-|--)$/.test(items[i + 1]?.norm ?? "");
		const loose = !comma && !context.endsClause(item);
		if (loose && !(context.opensSentence(item) && context.length(item) >= 4)) break;
		const clause = comma ? i + 2 : i + 1;
		if (clause < group) {
			const name = clauseSource(items, group, clause);
			// `“A,” and they left, Pike said`: more content, not a source.
			if (!name || name.first > clause + 1 || /^(?:and|but)$/.test(items[clause]?.norm ?? "")) break;
		}
		return { left: { first: contentFloor(context, i, floor), end: i + 1 }, clause, loose };
	}
	if (items[group - 1]?.norm === ",") {
		const whole = { first: contentFloor(context, group - 1, floor), end: group - 1 };
		if (whole.end > whole.first && !isNameWithAside(items, whole) && sourceAfter(items, group + 1))
			return { left: whole, clause: group, loose: false };
	}
	const source = sourceBefore(items, group, floor);
	if (!source) return null;
	const as = items[source.first - 1]?.norm === "as" ? source.first - 1 : source.first;
	if (as - 1 > floor && items[as - 1]?.norm === ",")
		return { left: { first: contentFloor(context, as - 1, floor), end: as - 1 }, clause: source.first, loose: false };
	// The source may have aside after aside: the nearest comma from which all is one noun phrase.
	for (let i = group - 2; i > Math.max(floor, group - LONGEST_CLAUSE); i--) {
		if (items[i]?.kind === "marked") break;
		if (items[i]?.norm !== ",") continue;
		const name = sourceBefore(items, group, i + 1);
		if (name?.first === i + 1 && clauseLike(items, { first: floor, end: i }))
			return { left: { first: contentFloor(context, i, floor), end: i }, clause: i + 1, loose: false };
	}
	return null;
}

/** "Pike, who has ruled since May, claimed victory": who acts, with an aside, and nothing said. */
function isNameWithAside(items: readonly Item[], range: Range): boolean {
	for (let i = range.first + 1; i < range.end; i++) {
		if (isVerbal(items, i)) return false;
		if (items[i]?.norm === ",") return /^(?:who|whose|whom)$/.test(items[i + 1]?.norm ?? "");
	}
	return false;
}

/** The source of a clause whose start the words before it show. */
function clauseSource(items: readonly Item[], group: number, clause: number): Range | null {
	const source = sourceBefore(items, group, clause);
	if (source && source.first <= clause + 1) return source;
	return isWholeSource(items, clause, group) ? trimRange(items, { first: clause, end: group }) : source;
}

/** What goes on after an attribution clause as the same content. */
function continuation(context: UnitText, from: number, kind: "marked" | "clause" | "any"): Range | null {
	const { items } = context.unit;
	for (let i = from; i < Math.min(items.length, from + 40); i++) {
		const item = items[i];
		if (!item) break;
		if (item.kind === "marked") {
			const before = items[i - 1];
			const begins = i === from && context.length(item) > 2 && before !== undefined && !isPreposition(before);
			const tied = before && (begins || /^(?:,|:|;|-|--|\u2013|\u2014|\.\.\.|\u2026)$/.test(before.norm));
			// "said.“We must.”": a full stop without its space ends no sentence for the splitter.
			const goesOn = kind === "marked" && before?.norm === "." && before.end === item.start;
			return tied || goesOn ? { first: i, end: contentEnd(context, i, i) } : null;
		}
		const verb = cueVerb(item.norm);
		const noun = DETERMINERS.has(items[i - 1]?.norm ?? "");
		if (verb && !noun && !item.capital && verb.form !== "base" && i > from) return null;
		if (kind === "marked" || !/^[,\u2014\u2013]$/.test(item.norm)) continue;
		const next = items[i + 1];
		if (!next) return null;
		if (next.kind === "marked") continue;
		if (i - from > 8) return null;
		const goesOn =
			kind === "any"
				? !next.norm.endsWith("ing") && !/^(?:who|which|whose|a|an|in|on|at|during)$/.test(next.norm)
				: GOES_ON.has(next.norm);
		if (!goesOn) return kind === "any" ? null : null;
		const rest = { first: i + 1, end: contentEnd(context, i + 1, i + 1) };
		return rest.end > rest.first ? rest : null;
	}
	return null;
}

/** Words with which a clause goes on after "…, she said, …". */
const GOES_ON = new Set(
	(
		"is are was were has have had will would can could should may might must do does did but which because if to " +
		"with and not so for or than that nor unless"
	).split(" "),
);
