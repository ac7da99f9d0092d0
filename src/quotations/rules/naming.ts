import type { Attribution, UnitText } from "../clauses/attribution.ts";
import { contentEnd, isVerbal } from "../clauses/content-end.ts";
import { isAdverb } from "../clauses/cues.ts";
import { flagsOf } from "../clauses/polarity.ts";
import { sourceBefore } from "../clauses/source-before.ts";
import { subjectOf } from "../clauses/subject.ts";
import type { Item } from "../clauses/units.ts";
import {
	isAdjunctStart,
	isAuxiliary,
	isPreposition,
	isSubjectPronoun,
	isSubordinator,
	type Range,
	trimRange,
	verbGroupStart,
} from "../clauses/word-classes.ts";

const NAMES =
	/^(?:call|calls|called|calling|describe|describes|described|describing|brand|branded|branding|label|labeled|labelled|labeling|deem|deemed|deems|characterize|characterizes|characterized|characterizing|denounce|denounced|denounces|denouncing|qualified|qualifies|termed|likened|likens|derided|derides|lambasted|lambasts|dismiss|dismissed|dismisses|dismissing|hail|hailed|hails|praise|praised|praises|slam|slammed|slams|blast|blasted|condemn|condemned|decry|decried|dub|dubbed|mock|mocked|ridicule|ridiculed)$/;

/** Verbs of speech that bring only what is spoken about: no statement, but words in marks are the speaker's. */
const SPEAKS =
	/^(?:talk|talks|talked|talking|speak|speaks|spoke|spoken|speaking|complain|complains|complained|complaining|warn|warns|warned|warning|boast|boasts|boasted|boasting)$/;

/** How far the words in marks may stand from the verb (items). */
const REACH = 14;
/** And from "talk of". */
const NEAR = 8;

/**
 * What somebody calls something, in their own words.
 *
 * Catches: `Pike called the plan “a slow disaster”` (content: the plan … a slow disaster), `described it as “grim”`,
 * `Officials talk about the Ormish “trace”` (content: the Ormish “trace”).
 * Must not: `a street called “the Drain”`, `what it calls the “Free Coast”` (names, nobody's judgement).
 */
export function attributeNaming(context: UnitText, at: number): Attribution | null {
	const { items } = context.unit;
	const called = attributeCallsIt(context, at);
	if (called) return called;
	for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
		const item = items[i];
		if (!item || item.kind === "marked" || /^[;:.]$/.test(item.norm)) return null;
		const spoken = at - i <= NEAR && SPEAKS.test(item.norm) && /^(?:of|about)$/.test(items[i + 1]?.norm ?? "");
		if ((!spoken && !NAMES.test(item.norm)) || item.capital) continue;
		// "spoke of her film “The Long Dam”": a title.
		const words = items[at];
		if (spoken && (items[i - 1]?.norm === "to" || !words || context.opensSentence(words))) return null;
		const group = verbGroupStart(items, i);
		if (!isVerb(items, group, i) || (!spoken && !isJudged(items, i, at))) return null;
		const source = item.norm.endsWith("ing") ? null : sourceBefore(items, group, 0);
		if (!source && !item.norm.endsWith("ing")) return null;
		if (source && items[source.first - 1]?.norm === "what") return null;
		const verb = { first: group, end: spoken ? i + 2 : i + 1 };
		const judged = { first: at, end: judgementsEnd(items, at) };
		const object = verb.end < at ? trimRange(items, { first: verb.end, end: objectEnd(items, verb.end, at) }) : null;
		if (!object && /^(?:call|label|brand|dub|deem)/.test(item.norm)) return null;
		// "talk of the Ormish “trace”": one phrase.
		const content: Range[] = spoken
			? [{ first: verb.end, end: spokenEnd(context, verb.end, at) }]
			: object && !isArticle(items, object)
				? [object, judged]
				: [{ ...judged, first: verb.end }];
		return {
			source,
			cue: [verb],
			content,
			addressee: null,
			...flagsOf(items, verb, source),
			rule: "quotations/naming",
			relays: [],
		};
	}
	return null;
}

/** `“Light reading,” he calls it.`: the judgement goes first. */
function attributeCallsIt(context: UnitText, at: number): Attribution | null {
	const { items } = context.unit;
	const marks = items[at];
	if (!marks || (items[at + 1]?.norm !== "," && !context.endsClause(marks))) return null;
	const first = items[at + 1]?.norm === "," ? at + 2 : at + 1;
	for (let i = first + 1; i < Math.min(items.length, first + NEAR); i++) {
		const item = items[i];
		if (!item || item.kind === "marked" || item.kind === "mark") return null;
		if (!/^(?:call|brand|label|dub)(?:s|ed|bed|led)?$/.test(item.norm)) continue;
		const over = items[i + 2];
		if (!/^(?:it|him|her|them|this|that|me|us)$/.test(items[i + 1]?.norm ?? "")) return null;
		if (over && over.kind !== "mark" && !isAdjunctStart(over)) return null;
		const verb = { first: verbGroupStart(items, i), end: i + 1 };
		const source = sourceBefore(items, verb.first, first);
		if (source?.first !== first) return null;
		return {
			source,
			cue: [verb],
			content: [{ first: at, end: at + 1 }],
			addressee: null,
			...flagsOf(items, verb, source),
			rule: "quotations/naming",
			relays: [],
		};
	}
	return null;
}

/**
 * The same without marks: `Pike called the plan a disaster`, `called it useless`, `described Orme as an ally`,
 * `the council, which Pike had called a lawful body` (content: which … a lawful body).
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
	if (!isVerb(items, group, at) || items.slice(group, at).some(({ norm }) => norm === "so")) return null;
	const ing = verb.norm.endsWith("ing");
	const source = ing ? subjectOf(items, group) : sourceBefore(items, group, floor);
	if (!source || items[source.first - 1]?.norm === "what" || (ing && items[group - 1]?.norm !== ",")) return null;
	const object = items[at + 1];
	if (object?.kind !== "word" || isPreposition(object) || /^(?:to|off|up|out|back)$/.test(object.norm)) return null;
	// "the council, which he had called a lawful body": what stands before is named.
	const relative = items[source.first - 1];
	if (relative && /^(?:which|whom)$/.test(relative.norm) && items[source.first - 2]?.norm === ",") {
		const comma = items.findIndex(({ norm }, i) => i > at && norm === ",");
		const last = contentEnd(context, at + 1, at + 1);
		const end = !/^an?$/.test(object.norm) ? -1 : comma < 0 ? last : Math.min(comma, last);
		const which = { first: source.first - 1, end: source.first };
		const judged = { first: at + 1, end };
		return end > at + 2 ? bareNaming(items, source, { first: group, end: at + 1 }, [which, judged]) : null;
	}
	const second = judgementStart(items, at + 1, verb.norm.startsWith("desc"));
	if (second < 0) return null;
	const end = contentEnd(context, at + 1, second);
	if (end <= second) return null;
	return bareNaming(items, source, { first: group, end: at + 1 }, [{ first: at + 1, end }]);
}

function bareNaming(items: readonly Item[], source: Range, cue: Range, content: readonly Range[]): Attribution {
	return {
		source,
		cue: [cue],
		content,
		addressee: null,
		...flagsOf(items, cue, source),
		rule: "quotations/naming",
		relays: [],
	};
}

/** Forms that are nouns as well: "a wake-up call", "his praise", "near-constant calls". */
const NOUNS = /^(?:calls?|brand|label|labels|praises?|slams?|blasts?|mocks?|ridicule|talks?|complain|warn|boast)$/;

/** Whether a form is the verb of a clause that tells what was said: no noun, nothing done to, nothing that may be. */
function isVerb(items: readonly Item[], group: number, at: number): boolean {
	const head = items[group - 1];
	const norms = items.slice(group, at).map(({ norm }) => norm);
	const onTo = items[group - 2]?.norm === "on" && /^(?:went|goes)$/.test(items[group - 3]?.norm ?? "");
	if (!head || (head.norm === "to" && !onTo) || isPreposition(head)) return false;
	if (
		norms.some((norm) => /^(?:is|was|are|were|be|been|being|could|may|might|should|would|must|can|shall)$/.test(norm))
	)
		return false;
	const word = items[at]?.norm ?? "";
	if (!NOUNS.test(word)) return true;
	const next = items[at + 1];
	if (!next || isAuxiliary(next) || /^(?:for|on|off|to|from|with)$/.test(next.norm)) return false;
	// "Pike calls", "the council calls", "critics call": a subject, and no word that belongs to a noun.
	if (head.norm === ",") return word.endsWith("s");
	if (head.kind !== "word" || /^(?:a|an|the|his|her|its|their|this|that|no|more|'s|[\p{L}-]+ing)$/u.test(head.norm))
		return false;
	// "Officials in this case talk about": who talks may stand farther off.
	const subject =
		/^(?:talk|complain|warn|boast)$/.test(word) ||
		head.capital ||
		isSubjectPronoun(head) ||
		/^(?:who|which|people|police)$/.test(head.norm);
	return subject || (word.endsWith("s") ? !/s$/.test(head.norm) : /[^s']s$/.test(head.norm));
}

/** Whether what stands between the verb and the words in marks is what they judge: "the plan", "the plan as a". */
function isJudged(items: readonly Item[], verb: number, at: number): boolean {
	let end = at;
	while (end > verb + 1 && /^(?:a|an|the|,)$/.test(items[end - 1]?.norm ?? "")) end--;
	const [head, last] = [items[verb + 1], items[end - 1]];
	if (!head || !last) return false;
	// "a blog called the “Feed”": a name; "decried the “slow disaster”": a judgement.
	if (end === verb + 1) return !/^(?:call|label|brand|dub|deem)/.test(items[verb]?.norm ?? "");
	if (isPreposition(head) || /^(?:to|off|as)$/.test(head.norm)) return false;
	return (
		!/^(?:titled|entitled|named|dubbed|called|headlined)$/.test(last.norm) &&
		!(isSubordinator(last) && last !== head && last.norm !== "as")
	);
}

/** "decried the “slow disaster”": an article alone is no object. */
function isArticle(items: readonly Item[], { first, end }: Range): boolean {
	return end - first === 1 && /^(?:a|an|the|what)$/.test(items[first]?.norm ?? "");
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
			!/^(?:and|or|such|as|to|half)$/.test(before.norm)
		)
			return i;
	}
	return -1;
}

/** "about the “trace” and not about floods", "of “a shame” and offered money": what is set against it, or done next, is none of it. */
function spokenEnd(context: UnitText, first: number, at: number): number {
	const { items } = context.unit;
	const end = contentEnd(context, first, at + 1);
	for (let i = at + 1; i < end - 1; i++)
		if (
			/^(?:and|but|or)$/.test(items[i]?.norm ?? "") &&
			(/^(?:not|never|hardly)$/.test(items[i + 1]?.norm ?? "") || isVerbal(items, i + 1))
		)
			return items[i - 1]?.norm === "," ? i - 1 : i;
	return end;
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
