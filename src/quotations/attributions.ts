import type { Polarity } from "../model/annotation.ts";
import { AUXILIARIES, type CueVerb, cueVerb, HEDGES, isAdverb, NEGATIONS } from "./cues.ts";
import {
	hearerAfter,
	isAdjunctStart,
	isPreposition,
	isSubjectPronoun,
	isSubordinator,
	type Range,
	sourceAfter,
	sourceBefore,
	startsClause,
	trimRange,
	verbGroupStart,
} from "./phrases.ts";
import type { Item, Unit } from "./units.ts";

/**
 * What one cue of a unit attributes, as ranges of items: the shape that every rule fills in and that
 * quotations.ts turns into spans.
 */
export interface Attribution {
	readonly source: Range | null;
	readonly cue: readonly Range[];
	/** Sorted; parts of one content that the attribution clause stands between. */
	readonly content: readonly Range[];
	readonly addressee: Range | null;
	readonly polarity: Polarity;
	readonly hedged: boolean;
	readonly rule: string;
}

interface CueMatch {
	/** The verb group, auxiliaries included. */
	readonly group: number;
	readonly verb: number;
	readonly end: number;
	readonly word: CueVerb | null;
	readonly kind: "verb" | "according";
}

export interface UnitText {
	readonly unit: Unit;
	/** Whether the marked item's own words end as a clause does (comma, question, dash). */
	readonly endsClause: (item: Item) => boolean;
	/** Whether the marked item begins with a capital letter, a bracket or an ellipsis. */
	readonly opensSentence: (item: Item) => boolean;
	/** Words inside the marks. */
	readonly length: (item: Item) => number;
}

export function findAttributions(context: UnitText): Attribution[] {
	const { items } = context.unit;
	const found: Attribution[] = [];
	let floor = 0;
	for (let i = 0; i < items.length; i++) {
		const match = matchCue(context, i);
		if (!match) continue;
		const made = attribute(context, match, floor, found);
		if (!made) continue;
		found.push(made.attribution);
		floor = Math.max(floor, made.floor);
		i = Math.max(i, match.end - 1);
	}
	return found;
}

function matchCue(context: UnitText, at: number): CueMatch | null {
	const { items } = context.unit;
	const item = items[at];
	if (item?.kind !== "word") return null;
	if (item.norm === "according" && items[at + 1]?.norm === "to") {
		return { group: at, verb: at, end: at + 2, word: null, kind: "according" };
	}
	const word = cueVerb(item.norm);
	if (!word) return null;
	if (item.capital && at > 0) return null;
	const before = items[at - 1];
	if (before && (before.norm === "to" || before.norm === "-")) return null;
	const group = verbGroupStart(items, at);
	const head = items[group - 1];
	if (
		word.form !== "ing" &&
		head &&
		(head.norm === "to" ||
			isPreposition(head) ||
			/^(?:the|a|an|his|her|their|its|my|our|your|'s|no|this|that|these|those|any)$/.test(head.norm))
	) {
		if (!(head.norm === "that" || head.norm === "this") || word.form === "base") return null;
	}
	for (let i = group; i < at; i++) {
		const norm = items[i]?.norm ?? "";
		if (/^(?:could|may|might|should|would|must|can|cannot|can't|couldn't|shall|having)$/.test(norm)) return null;
		if (word.form === "past" && /^(?:is|was|are|were|be|been|being|am|'s|isn't|wasn't)$/.test(norm)) return null;
	}
	if (word.form === "base" && group === at) {
		// "analysts say": a plural noun or pronoun right before.
		if (
			!before ||
			!(
				/^(?:they|we|i|you|who|some|many|others|most|both|people|police)$/.test(before.norm) ||
				(before.kind === "word" && /[^s']s$/.test(before.norm)) ||
				before.norm === ","
			)
		)
			return null;
	}
	return { group, verb: at, end: at + 1, word, kind: "verb" };
}

interface Made {
	readonly attribution: Attribution;
	readonly floor: number;
}

function attribute(context: UnitText, match: CueMatch, floor: number, earlier: readonly Attribution[]): Made | null {
	if (match.kind === "according") return attributeAccording(context, match, floor);
	return attributeAfter(context, match, floor) ?? attributeBefore(context, match, floor, earlier);
}

function wordFlags(items: readonly Item[], match: CueMatch): { polarity: Polarity; hedged: boolean } {
	let polarity: Polarity = match.word?.polarity ?? "said";
	let hedged = false;
	for (let i = match.group; i <= match.verb; i++) {
		const norm = items[i]?.norm ?? "";
		if (HEDGES.has(norm)) hedged = true;
		if (NEGATIONS.has(norm)) polarity = match.word?.lemma === "deny" ? "said" : "not-said";
	}
	return { polarity, hedged };
}

/** `“We stay,” she said.` and `The dam holds, said Orla Pike on Monday.`: content first. */
function attributeAfter(context: UnitText, match: CueMatch, floor: number): Made | null {
	const { items } = context.unit;
	const { word, verb, group } = match;
	if (!word || word.form === "ing" || word.form === "base") {
		if (!word || word.form === "ing" || group === verb) {
			if (!word || word.form === "ing") return null;
		}
	}
	const boundary = boundaryBefore(context, group, floor);
	if (!boundary) return null;
	const { left, clause } = boundary;
	// Nothing may follow that reads as what is said.
	let source: Range | null = null;
	let at = verb + 1;
	if (clause === group || (clause < group && onlyAdverbs(items, clause, group))) {
		source = sourceAfter(items, verb + 1);
		if (!source) return null;
		at = source.end;
	} else {
		source = sourceBefore(items, group, clause);
		if (!source || source.first > clause + 2) return null;
	}
	let addressee: Range | null = null;
	const marked = items[left.end - 1]?.kind === "marked";
	if (word.hearer && at === verb + 1) {
		addressee = hearerAfter(items, at);
		if (addressee) at = addressee.end;
	}
	const next = items[at];
	const closes =
		!next ||
		next.kind === "mark" ||
		next.kind === "marked" ||
		isAdjunctStart(next) ||
		(isAdverb(next.norm) && !startsClause(next)) ||
		/^(?:to|and|adding|but)$/.test(next.norm);
	if (!closes) {
		if (!marked || next.norm === "that") return null;
		if (startsClause(next) && !source) return null;
	}
	if (!marked && (word.thought || word.doubtful) && next && next.kind !== "mark") return null;
	if (next?.norm === ":") return null;
	if (containsThat(items, at)) return null;
	if (!marked && !clauseLike(items, left)) return null;
	const rest = continuation(
		context,
		at,
		!marked || (left.first > 0 && items[left.end - 1]?.kind === "marked" && left.end - left.first > 1),
	);
	const content: Range[] = [left];
	if (rest) content.push(rest);
	return {
		attribution: {
			source,
			cue: [{ first: match.group, end: match.end }],
			content,
			addressee,
			...wordFlags(items, match),
			rule: marked && left.end - left.first === 1 ? "quotations/cue-after" : "quotations/clause-then-cue",
		},
		floor: rest ? rest.end : at,
	};
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
		if (AUXILIARIES.has(item.norm)) return false;
	}
	return false;
}

interface Boundary {
	readonly left: Range;
	/** Where the attribution clause begins. */
	readonly clause: number;
}

/** Where the content before an attribution clause ends: at a marked stretch that ends a clause, or a comma. */
function boundaryBefore(context: UnitText, group: number, floor: number): Boundary | null {
	const { items } = context.unit;
	for (let i = group - 1; i >= Math.max(floor, group - 45); i--) {
		const item = items[i];
		if (!item) break;
		if (item.kind !== "marked") continue;
		const comma =
			items[i + 1]?.norm === "," ||
			items[i + 1]?.norm === "\u2014" ||
			items[i + 1]?.norm === "\u2013" ||
			items[i + 1]?.norm === "-";
		if (!comma && !context.endsClause(item)) break;
		const clause = comma ? i + 2 : i + 1;
		const phrase =
			clause >= group
				? true
				: sourceBefore(items, group, clause)?.first === clause ||
					sourceBefore(items, group, clause)?.first === clause + 1;
		if (!phrase) break;
		return { left: { first: contentFloor(context, i, floor), end: i + 1 }, clause };
	}
	if (items[group - 1]?.norm === ",") {
		const whole = { first: contentFloor(context, group - 1, floor), end: group - 1 };
		if (whole.end > whole.first && sourceAfter(items, group + 1)) return { left: whole, clause: group };
	}
	const source = sourceBefore(items, group, floor);
	if (!source) return null;
	// The nearest comma from which all is one noun phrase.
	for (let i = source.first - 1; i >= Math.max(floor, source.first - 2); i--) {
		if (items[i]?.norm === "," && i > floor)
			return { left: { first: contentFloor(context, i, floor), end: i }, clause: i + 1 };
	}
	for (let i = group - 2; i > Math.max(floor, group - 40); i--) {
		if (items[i]?.kind === "marked") break;
		if (items[i]?.norm !== ",") continue;
		const name = sourceBefore(items, group, i + 1);
		if (name?.first === i + 1 && clauseLike(items, { first: floor, end: i })) {
			const earlier = nextCommaBack(items, i, floor);
			void earlier;
			return { left: { first: contentFloor(context, i, floor), end: i }, clause: i + 1 };
		}
	}
	return null;
}

function nextCommaBack(items: readonly Item[], from: number, floor: number): number {
	for (let i = from - 1; i > floor; i--) if (items[i]?.norm === ",") return i;
	return -1;
}

/** Where content that ends at `end` begins: the unit's start or where an earlier attribution left off. */
function contentFloor(context: UnitText, end: number, floor: number): number {
	const { items } = context.unit;
	let first = floor;
	while (first < end && items[first]?.kind === "mark" && !/^[[($\u2026]/.test(items[first]?.norm ?? "")) first++;
	// After a semicolon or a stretch that stands by itself a new statement begins.
	const last = items[end];
	if (last?.kind === "marked" && context.opensSentence(last) && context.length(last) > 3) {
		const before = items[end - 1];
		if (before && before.kind === "marked") return end;
	}
	return first;
}

/** Whether a stretch holds a verb, so that it can be what somebody says. */
function clauseLike(items: readonly Item[], range: Range): boolean {
	const head = items[range.first];
	if (!head || range.end - range.first < 2) return false;
	let verb = false;
	for (let i = range.first + 1; i < range.end; i++) {
		const item = items[i];
		if (!item) continue;
		if (item.kind === "marked" && item.end - item.start > 30) verb = true;
		if (
			AUXILIARIES.has(item.norm) ||
			(item.kind === "word" && !item.capital && /(?:[^e]ed|[^s]s|ught|ame|ook|ave)$/.test(item.norm))
		)
			verb = true;
	}
	if (!verb) return false;
	// An opening adjunct alone ("After she won the vote, Pike said …") is not said.
	if (isSubordinator(head) || isPreposition(head) || (head.norm.endsWith("ing") && head.norm.length > 5)) {
		for (let i = range.first; i < range.end; i++) if (items[i]?.norm === ",") return true;
		return false;
	}
	return true;
}

/** What goes on after an attribution clause as the same content. */
function continuation(context: UnitText, from: number, unmarkedToo: boolean): Range | null {
	const { items } = context.unit;
	for (let i = from; i < Math.min(items.length, from + 40); i++) {
		const item = items[i];
		if (!item) break;
		if (item.kind === "marked") {
			const before = items[i - 1];
			const tied = before && (i === from || /^(?:,|:|;|-|--|\u2013|\u2014|\.\.\.|\u2026)$/.test(before.norm));
			if (!tied) return null;
			return { first: i, end: contentEnd(context, i, i) };
		}
		const verb = cueVerb(item.norm);
		if (verb && !item.capital && verb.form !== "base" && i > from) return null;
		if (item.norm === "," && unmarkedToo) {
			const next = items[i + 1];
			if (!next) return null;
			if (
				/^(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|do|does|did|but|which|because|if|to|in|with|and|the|a|as|not|by|so|for)$/.test(
					next.norm,
				) &&
				i - from < 2
			) {
				return { first: i + 1, end: contentEnd(context, i + 1, i + 1) };
			}
			return null;
		}
	}
	return null;
}

/** Where content that begins at `first` ends: the unit's end, or where the next attribution takes over. */
function contentEnd(context: UnitText, first: number, from: number): number {
	const { items } = context.unit;
	let end = items.length;
	for (let i = Math.max(from, first + 1); i < items.length; i++) {
		const item = items[i];
		const next = items[i + 1];
		if (!item || !next) continue;
		if (item.norm === ",") {
			const verb = cueVerb(next.norm);
			if (verb?.form === "ing" && !next.capital) end = i;
			else if (isAdverb(next.norm) && cueVerb(items[i + 2]?.norm ?? "")?.form === "ing") end = i;
			else if (next.norm === "according" && items[i + 2]?.norm === "to") end = i;
			else if ((next.norm === "and" || next.norm === "but") && coordinates(items, i + 2)) end = i;
		} else if ((item.norm === "and" || item.norm === "but") && coordinates(items, i + 1)) end = i;
		else if (item.norm === ";" && coordinates(items, i + 1, true)) end = i;
		if (end < items.length) break;
	}
	while (end > first && items[end - 1]?.kind === "mark" && !/^[)\]%]$/.test(items[end - 1]?.norm ?? "")) end--;
	return end;
}

/** Whether a new report by the same or another source begins: "and added that", "but she said". */
function coordinates(items: readonly Item[], from: number, always: boolean = false): boolean {
	for (let i = from; i < Math.min(items.length, from + (always ? 10 : 4)); i++) {
		const item = items[i];
		if (item?.kind !== "word") return false;
		const verb = cueVerb(item.norm);
		if (verb && !item.capital && (verb.form === "past" || verb.form === "third") && !verb.thought) {
			const head = items[from];
			if (i === from) return !verb.doubtful;
			return (
				head !== undefined && (isAdverb(head.norm) || isSubjectPronoun(head) || head.capital || verb.lemma === "say")
			);
		}
	}
	return false;
}

/** `Pike said (that) the dam holds`, `Pike told the council: “…”`: content after the cue. */
function attributeBefore(
	context: UnitText,
	match: CueMatch,
	floor: number,
	earlier: readonly Attribution[],
): Made | null {
	const { items } = context.unit;
	const { word, verb, group } = match;
	if (!word) return null;
	let at = verb + 1;
	let addressee: Range | null = null;
	if (word.hearer) {
		addressee = hearerAfter(items, at);
		if (addressee && !word.clause && !addressee) return null;
		if (addressee) {
			const follows = items[addressee.end];
			const tell =
				word.lemma === "tell" ||
				follows?.norm === "that" ||
				follows?.norm === "to" ||
				follows?.norm === ":" ||
				follows?.kind === "marked";
			if (tell) at = addressee.end;
			else addressee = null;
		}
	}
	const start = contentStart(context, at);
	if (start === null) return null;
	const head = items[start];
	if (!head) return null;
	const marked = head.kind === "marked";
	const that = head.norm === "that";
	if (!marked && !that) {
		if (head.kind === "mark" && head.norm !== "[" && head.norm !== "(" && head.norm !== "$") return null;
		const infinitive = head.norm === "to";
		if (infinitive) {
			if (!word.infinitive && !addressee) return null;
		} else if (
			/^(?:it|them|him|her|so|of|for|by|about)$/.test(head.norm) &&
			!AUXILIARIES.has(items[start + 1]?.norm ?? "")
		)
			return null;
		else if (isAdjunctStart(head) && !/^(?:if|when|while|as|in|after|because|last)$/.test(head.norm)) return null;
		if ((word.thought || word.doubtful) && !startsClause(head)) return null;
	}
	const end = contentEndAfter(context, start);
	if (end - start < 1) return null;
	if (!marked && (word.thought || word.doubtful) && !that && !clauseLike(items, { first: start, end })) return null;
	let source: Range | null = null;
	if (word.form === "ing") {
		const before = items[group - 1];
		if (!before) return null;
		if (
			before.norm === "," ||
			before.kind === "marked" ||
			/^(?:by|in|while|and|as|of|for|after|before|without|from|with)$/.test(before.norm)
		) {
			source = earlier[earlier.length - 1]?.source ?? subjectOf(items, group);
			if (before.norm !== "," && !marked && !that) return null;
		} else {
			source = sourceBefore(items, group, floor);
			if (!that && !marked) return null;
		}
	} else {
		source = sourceBefore(items, group, Math.min(floor, group));
		const before = items[group - 1];
		if (!source || (before && /^(?:and|but|then)$/.test(before.norm))) {
			if (before && /^(?:and|but|then|,)$/.test(before.norm) && earlier.length > 0)
				source = earlier[earlier.length - 1]?.source ?? null;
			else if (before && /^(?:and|but|then)$/.test(before.norm)) source = subjectOf(items, group - 1);
			else return null;
		}
	}
	const only = end - start === 1 && marked;
	return {
		attribution: {
			source,
			cue: [{ first: group, end: match.end }],
			content: [{ first: start, end }],
			addressee,
			...wordFlags(items, match),
			rule: only ? "quotations/cue-before" : "quotations/cue-then-clause",
		},
		floor: only ? end : match.end,
	};
}

/** The subject of the unit's first clause, for a participle that goes on from it. */
function subjectOf(items: readonly Item[], limit: number): Range | null {
	for (let i = 1; i < limit; i++) {
		const item = items[i];
		if (!item || item.kind === "marked") return null;
		const verbal =
			AUXILIARIES.has(item.norm) ||
			(item.kind === "word" && !item.capital && (/[^e]ed$/.test(item.norm) || cueVerb(item.norm) !== null));
		if (!verbal) continue;
		return sourceBefore(items, verbGroupStart(items, i), 0);
	}
	return null;
}

/** Where the content begins after a cue: over time, venue and hearer to "that", a colon or the first clause word. */
function contentStart(context: UnitText, from: number): number | null {
	const { items } = context.unit;
	let at = from;
	while (at < items.length && items[at] && isAdverb(items[at]?.norm ?? "") && !(items[at]?.capital ?? false)) at++;
	const head = items[at];
	if (!head) return null;
	if (head.norm === ":" || head.norm === ",") {
		const next = items[at + 1];
		if (next?.kind === "marked") return at + 1;
		if (head.norm === ":") return next ? at + 1 : null;
		// "said, however, that"
		for (let i = at + 1; i < Math.min(items.length, at + 16); i++) {
			if (items[i]?.norm === "that" && items[i - 1]?.norm === ",") return i;
			if (items[i]?.kind === "marked") return items[i - 1]?.norm === "," || items[i - 1]?.norm === ":" ? i : null;
		}
		return null;
	}
	if (head.norm === "that" || head.kind === "marked") return at;
	if (isAdjunctStart(head) || head.norm === "to" || isPreposition(head)) {
		for (let i = at + 1; i < Math.min(items.length, at + 30); i++) {
			const item = items[i];
			if (!item) break;
			if (item.norm === "that" && !/^(?:the|a|an|of|in|on|at)$/.test(items[i - 1]?.norm ?? "")) return i;
			if (item.norm === ":" && items[i + 1]) return i + 1;
			if (item.kind === "marked") {
				const before = items[i - 1];
				if (before && before.norm === ",") return i;
				break;
			}
			if (AUXILIARIES.has(item.norm)) break;
		}
		if (/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight)$/.test(head.norm)) {
			const next = items[at + 1];
			if (next && startsClause(next)) return at + 1;
		}
		if (head.norm === "on" && /day$/.test(items[at + 1]?.norm ?? "")) {
			const next = items[at + 2];
			if (next && startsClause(next)) return at + 2;
		}
	}
	return at;
}

function contentEndAfter(context: UnitText, start: number): number {
	const { items } = context.unit;
	const head = items[start];
	if (head?.kind === "marked") {
		const next = items[start + 1];
		// A whole statement in marks is content by itself; a fragment belongs to the clause around it.
		if (!next || (next.kind === "mark" && next.norm !== "," && !/^[-\u2013\u2014]/.test(next.norm))) return start + 1;
		if (context.opensSentence(head) && context.length(head) > 2) return start + 1;
		if (next.norm === "," || /^(?:when|while|after|before|during|as|and|but|on|last|because)$/.test(next.norm)) {
			const second = items[start + 2];
			if (second?.kind !== "marked") {
				if (next.norm === "," || context.length(head) > 4) return start + 1;
			}
		}
	}
	return contentEnd(context, start, start);
}

/** `According to Pike, the dam holds.`, `The dam holds, according to Pike.` */
function attributeAccording(context: UnitText, match: CueMatch, floor: number): Made | null {
	const { items } = context.unit;
	const source = sourceAfter(items, match.end);
	if (!source) return null;
	const cue = [{ first: match.group, end: match.end }];
	const base = {
		source,
		cue,
		addressee: null,
		polarity: "said" as const,
		hedged: false,
		rule: "quotations/according-to",
	};
	const before = items[match.group - 1];
	const leading = match.group <= floor + 1 && (!before || before.kind === "mark" || /^(?:and|but)$/.test(before.norm));
	if (leading || match.group - floor < 1) {
		const comma = items[source.end];
		if (!comma) return null;
		const first = comma.norm === "," ? source.end + 1 : source.end;
		const end = contentEnd(context, first, first);
		return end > first ? { attribution: { ...base, content: [{ first, end }] }, floor: match.end } : null;
	}
	let end = match.group;
	while (end > floor && items[end - 1]?.kind === "mark" && !/^[)\]%]$/.test(items[end - 1]?.norm ?? "")) end--;
	const left = trimRange(items, { first: contentFloor(context, end, floor), end }) ?? { first: floor, end };
	if (left.end <= left.first) return null;
	const content: Range[] = [left];
	const comma = items[source.end];
	if (comma?.norm === "," && before?.norm === "," && items[source.end + 1]) {
		const rest = { first: source.end + 1, end: contentEnd(context, source.end + 1, source.end + 1) };
		const next = items[rest.first];
		if (rest.end > rest.first && next && !(next.norm.endsWith("ing") || next.norm === "who" || next.norm === "which"))
			content.push(rest);
	}
	return { attribution: { ...base, content }, floor: source.end };
}
