import type { Attribution, UnitText } from "../clauses/attribution.ts";
import { contentEnd } from "../clauses/content-end.ts";
import { isAdverb } from "../clauses/cues.ts";
import { flagsOf } from "../clauses/polarity.ts";
import { sourceBefore } from "../clauses/source-before.ts";
import { subjectOf } from "../clauses/subject.ts";
import type { Item } from "../clauses/units.ts";
import { isAdjunctStart, isPreposition, type Range, trimRange, verbGroupStart } from "../clauses/word-classes.ts";

const NAMES =
	/^(?:call|calls|called|calling|describe|describes|described|describing|brand|branded|branding|label|labeled|labelled|labeling|deem|deemed|deems|characterize|characterizes|characterized|characterizing|denounce|denounced|denounces|denouncing|dismiss|dismissed|dismisses|dismissing|hail|hailed|hails|praise|praised|praises|slam|slammed|slams|blast|blasted|condemn|condemned|decry|decried|dub|dubbed|mock|mocked|ridicule|ridiculed)$/;

/** How far the words in marks may stand from the verb (items). */
const REACH = 14;

/**
 * What somebody calls something, in their own words.
 *
 * Catches: `Pike called the plan “a slow disaster”` (content: the plan … a slow disaster), `described it as “grim”`.
 * Must not: `a street called “the Drain”`, `what it calls the “Free Coast”` (names, nobody's judgement).
 */
export function attributeNaming(context: UnitText, at: number): Attribution | null {
	const { items } = context.unit;
	for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
		const item = items[i];
		if (!item || item.kind === "marked" || /^[;:.]$/.test(item.norm)) return null;
		if (!NAMES.test(item.norm) || item.capital) continue;
		const group = verbGroupStart(items, i);
		const head = items[group - 1];
		if (!head || items.slice(group, i).some(({ norm }) => /^(?:is|was|are|were|be|been|being)$/.test(norm)))
			return null;
		const source = item.norm.endsWith("ing") ? null : sourceBefore(items, group, 0);
		if (!source && !item.norm.endsWith("ing")) return null;
		if (source && items[source.first - 1]?.norm === "what") return null;
		const object = i + 1 < at ? trimRange(items, { first: i + 1, end: objectEnd(items, i + 1, at) }) : null;
		if (!object) return null;
		const content: Range[] = [object, { first: at, end: judgementsEnd(items, at) }];
		return {
			source,
			cue: [{ first: group, end: i + 1 }],
			content,
			addressee: null,
			...flagsOf(items, { first: group, end: i + 1 }, source),
			rule: "quotations/naming",
			relays: [],
		};
	}
	return null;
}

/**
 * The same without marks: `Pike called the plan a disaster`, `called it useless`, `described Orme as an ally`.
 * Must not: `Pike called a meeting`, `called his mother`.
 */
export function attributeBareNaming(context: UnitText, at: number, floor: number): Attribution | null {
	const { items } = context.unit;
	const verb = items[at];
	if (
		!verb ||
		(verb.capital && !context.title) ||
		!/^(?:calls?|called|calling|describes?|described|describing)$/.test(verb.norm)
	)
		return null;
	const group = verbGroupStart(items, at);
	if (items.slice(group, at).some(({ norm }) => /^(?:is|was|are|were|be|been|being|so)$/.test(norm))) return null;
	const ing = verb.norm.endsWith("ing");
	const source = ing ? subjectOf(items, group) : sourceBefore(items, group, floor);
	if (!source || items[source.first - 1]?.norm === "what" || (ing && items[group - 1]?.norm !== ",")) return null;
	const object = items[at + 1];
	if (object?.kind !== "word") return null;
	const second = judgementStart(items, at + 1, verb.norm.startsWith("desc"));
	if (second < 0) return null;
	const end = contentEnd(context, at + 1, second);
	if (end <= second) return null;
	return {
		source,
		cue: [{ first: group, end: at + 1 }],
		content: [{ first: at + 1, end }],
		addressee: null,
		...flagsOf(items, { first: group, end: at + 1 }, source),
		rule: "quotations/naming",
		relays: [],
	};
}

/** Where the judgement begins: after a pronoun, at "as", or at a second noun phrase with its own article. */
function judgementStart(items: readonly Item[], first: number, as: boolean): number {
	const object = items[first];
	const after = items[first + 1];
	if (!as && object && /^(?:it|him|them|me|us)$/.test(object.norm))
		return after?.kind === "word" && !isAdjunctStart(after) ? first + 1 : -1;
	for (let i = first + 1; i < Math.min(items.length, first + REACH); i++) {
		const item = items[i];
		const before = items[i - 1];
		if (item?.kind !== "word" || !before) return -1;
		if (as) {
			if (item.norm === "as") return i;
			continue;
		}
		if (
			/^(?:a|an)$/.test(item.norm) &&
			before.kind === "word" &&
			!isPreposition(before) &&
			!isAdverb(before.norm) &&
			!/^(?:and|or|such|as|to)$/.test(before.norm)
		)
			return i;
	}
	return -1;
}

/** "“mad”, “bad” and “dangerous”": every judgement that a comma or "and" adds. */
function judgementsEnd(items: readonly Item[], at: number): number {
	let end = at + 1;
	for (;;) {
		let next = end;
		while (/^(?:,|and|or|but|an?)$/.test(items[next]?.norm ?? "") && next - end < 3) next++;
		if (next === end || items[next]?.kind !== "marked") return end;
		const after = items[next + 1];
		// "“mad,” and “We stay,” she said": the next words have a cue of their own.
		if (after?.kind === "word" && !isPreposition(after) && !/^(?:and|or)$/.test(after.norm)) return end;
		end = next + 1;
	}
}

/** The object ends before "as", and before an article that belongs to the words in marks. */
function objectEnd(items: readonly Item[], first: number, at: number): number {
	for (let i = first; i < at; i++) if (items[i]?.norm === "as") return i;
	let end = at;
	while (end > first + 1 && /^(?:a|an|the|,)$/.test(items[end - 1]?.norm ?? "")) end--;
	return end;
}
