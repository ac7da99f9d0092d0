import { ROLES } from "../../language/names/data/name-words.ts";
import type { Attribution, Made, UnitText } from "../clauses/attribution.ts";
import { clauseLike, contentEnd, isVerbal } from "../clauses/content-end.ts";
import type { CueMatch } from "../clauses/cue-match.ts";
import { isAdverb } from "../clauses/cues.ts";
import { flagsOf } from "../clauses/polarity.ts";
import { hearerAfter } from "../clauses/source-after.ts";
import { sourceBefore } from "../clauses/source-before.ts";
import { ownSubject, subjectOf } from "../clauses/subject.ts";
import { tellingBefore } from "../clauses/telling.ts";
import type { Item } from "../clauses/units.ts";
import {
	DETERMINERS,
	isAdjunctStart,
	isAuxiliary,
	isPreposition,
	isSubjectPronoun,
	type Range,
	startsClause,
} from "../clauses/word-classes.ts";

/** Verbs whose object is seldom what is said: only "that", a question word or marks after them count. */
const STRICT = new Set(
	"threaten maintain observe answer state recall continue determine rule find post recommend highlight object protest counter signal specify show".split(
		" ",
	),
);

/**
 * Content after the cue.
 *
 * Catches: `Pike said (that) the dam holds.`, `Pike told the council: “We stay.”`
 * Must not: `He said so twice.`, `Pike reported to the council.` (no words are given).
 */
export function attributeBefore(
	context: UnitText,
	match: CueMatch,
	floor: number,
	earlier: readonly Attribution[],
): Made | null {
	const { items } = context.unit;
	const { word, group } = match;
	if (!word) return null;
	let at = match.end;
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
				thatAfter(items, addressee.end) ||
				follows?.norm === ":" ||
				follows?.kind === "marked";
			if (tell && !isPromised(items, word.lemma, addressee)) at = addressee.end;
			else addressee = null;
		}
	}
	let start = addressee && isInfinitive(items, at) ? at : contentStart(context, at);
	if (start === null) return null;
	// "added that, “…”"
	if (items[start]?.norm === "that" && items[start + 1]?.norm === "," && items[start + 2]?.kind === "marked")
		start += 2;
	if (word.polarity === "denied") start = deniedClause(items, start);
	const head = items[start];
	if (!head) return null;
	const marked = head.kind === "marked";
	const that = head.norm === "that";
	if (!marked && !that) {
		if (head.kind === "mark" && head.norm !== "[" && head.norm !== "(" && head.norm !== "$") return null;
		// "What Pike said was wrong": the verb of what was said.
		if (/^(?:is|was|are|were)$/.test(head.norm)) return null;
		const infinitive = head.norm === "to";
		if (infinitive) {
			if ((!word.infinitive && !addressee) || items[start + 1]?.kind !== "word" || items[start + 1]?.capital)
				return null;
		} else if (/^(?:it|them|him|her|so|of|for|by|about)$/.test(head.norm) && !isAuxiliary(items[start + 1]))
			return null;
		else if (isAdjunctStart(head) && !/^(?:if|when|while|as|in|after|because|last)$/.test(head.norm)) return null;
		if ((word.thought || word.doubtful) && !startsClause(head)) return null;
	}
	if (marked && word.doubtful && !(context.opensSentence(head) && items[start - 1]?.kind === "mark")) {
		if (context.length(head) < 4 && !items[group - 1]?.capital && !isSubjectPronoun(items[group - 1] ?? head))
			return null;
	}
	if (that && (items[start + 1]?.kind === "mark" || (start + 2 >= items.length && items[start + 1]?.kind !== "marked")))
		return null;
	// "said they believe …": a thought inside what someone says is theirs already.
	if (word.thought && earlier.some(({ content }) => content.some((range) => range.first <= group && group < range.end)))
		return null;
	if (word.doubtful && word.form === "third" && !marked && !/^[^a-z]/.test(items[group - 1]?.capital ? "A" : "a")) {
		const subject = items[group - 1];
		if (!subject || !(isSubjectPronoun(subject) || subject.norm === "who" || subject.norm === ",")) return null;
	}
	if (word.lemma === "accuse" && !marked && !items.slice(start, start + 14).some(({ norm }) => norm === "of"))
		return null;
	if (
		STRICT.has(word.lemma) &&
		!(word.lemma === "state" && word.form === "past") &&
		!that &&
		!marked &&
		head.norm !== "to" &&
		!/^(?:whether|if|how|why|what|who|when|where)$/.test(head.norm)
	)
		return null;
	const end = contentEndAfter(context, start);
	if (end - start < 1) return null;
	if (!marked && (word.thought || word.doubtful) && !that && !clauseLike(items, { first: start, end })) return null;
	if (!context.title && isBareObject(items, match, start, end)) return null;
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
			if (earlier.length === 0 && !namesSpeaker(items, source)) {
				// "Pike’s remarks clash with reports, some of them Ormish, indicating that …": the reports indicate it.
				source = tellingBefore(items, source?.end ?? 0, group);
				if (!source) return null;
			}
		} else {
			// "the press briefing that …" is no participle: only "is saying" stands without a comma.
			if (group === match.verb && !marked) return null;
			source = sourceBefore(items, group, floor);
			if (!that && !marked) return null;
		}
	} else {
		source = sourceBefore(items, group, Math.min(floor, group));
		const before = items[group - 1];
		if (!source || (before && /^(?:and|but|then)$/.test(before.norm))) {
			if (before && /^(?:and|but|then|,)$/.test(before.norm) && earlier.length > 0)
				source = ownSubjectAfter(items, earlier, group) ?? earlier[earlier.length - 1]?.source ?? null;
			else if (before && /^(?:and|but|then)$/.test(before.norm)) source = subjectOf(items, group - 1);
			else return null;
		}
	}
	// "if inspectors confirmed their readings": nobody has said it yet.
	if (source && !that && !marked && /^(?:if|unless|whether)$/.test(items[source.first - 1]?.norm ?? "")) return null;
	const only = end - start === 1 && marked;
	return {
		attribution: {
			source,
			cue: [{ first: group, end: match.end }],
			content: [{ first: start, end }],
			addressee,
			...flagsOf(items, { first: group, end: match.end }, source),
			rule: only ? "quotations/cue-before" : "quotations/cue-then-clause",
			relays: [],
		},
		floor: only ? end : match.end,
	};
}

/** "told parents to throw away every tin that leaks": what they are told to do. */
function isInfinitive(items: readonly Item[], at: number): boolean {
	const verb = items[at + 1];
	return items[at]?.norm === "to" && verb?.kind === "word" && !verb.capital && !DETERMINERS.has(verb.norm);
}

/** Whose verb a cue after "and" goes on from, where that is not the earlier attribution's. */
function ownSubjectAfter(items: readonly Item[], earlier: readonly Attribution[], group: number): Range | null {
	const floor = earlier[earlier.length - 1]?.cue[0]?.end ?? group;
	return items[group - 1]?.norm === "," ? null : ownSubject(items, floor, group - 1);
}

/** "promised help “within days”": what is promised, and nobody who hears it. */
function isPromised(items: readonly Item[], lemma: string, object: Range): boolean {
	const head = items[object.first];
	const noun = items[object.end - 1]?.norm.replace(/s$/, "") ?? "";
	if (lemma !== "promise" || items[object.end]?.kind !== "marked" || !head || head.capital) return false;
	return !DETERMINERS.has(head.norm) && !/^(?:them|him|her|me|us|you|it)$/.test(head.norm) && !HEARERS.has(noun);
}

const HEARERS: ReadonlySet<string> = new Set([
	...ROLES,
	..."reporter journalist voter supporter resident worker lawmaker fan people parent delegate farmer".split(" "),
]);

/** How far "that" may stand behind a hearer (items): "warned parliament on Tuesday in Tarn that". */
const FAR_THAT = 9;

/** Whether only words of time and place part a hearer from "that". */
function thatAfter(items: readonly Item[], from: number): boolean {
	const head = items[from];
	if (!head || !(isPreposition(head) || /day$/.test(head.norm))) return false;
	for (let i = from + 1; i < Math.min(items.length, from + FAR_THAT); i++) {
		const item = items[i];
		if (!item || item.kind === "marked" || item.kind === "mark") return false;
		if (item.norm === "that") return true;
		if (isAuxiliary(item)) return false;
	}
	return false;
}

/** "denied reports that the dam leaks": what is denied is that it leaks. */
function deniedClause(items: readonly Item[], start: number): number {
	for (let i = start; i < Math.min(items.length, start + 4); i++)
		if (
			/^(?:reports|claims|allegations|accusations|rumou?rs|suggestions|speculation|charges|assertions)$/.test(
				items[i]?.norm ?? "",
			) &&
			items[i + 1]?.norm === "that"
		)
			return i + 1;
	return start;
}

/** Words of an object that is done to rather than said: "denied the result", "claimed victory". */
const MOST_BARE = 3;

/** "denied the result", "declared three days of mourning": an object, nobody's words. */
function isBareObject(items: readonly Item[], match: CueMatch, start: number, end: number): boolean {
	if (!/^(?:deny|declare|claim|call)$/.test(match.word?.lemma ?? "")) return false;
	const content = items.slice(start, end);
	const head = content[0];
	if (!head || /^(?:that|to|it|he|she|they|we|i)$/.test(head.norm) || /ing$/.test(head.norm)) return false;
	if (content.some(({ kind }) => kind === "marked")) return false;
	// "denied any fraud" says that there was none.
	if (match.word?.lemma === "deny" && /^(?:any|all)$/.test(head.norm)) return false;
	for (let i = start + 1; i < end; i++) if (isVerbal(items, i)) return false;
	const words = content.filter(({ kind }) => kind !== "mark").length;
	if (words <= MOST_BARE) return true;
	const amount = head.kind === "number" || /^(?:a|an|two|three|four|five|six|seven|ten)$/.test(head.norm);
	return match.word?.lemma === "declare" && amount;
}

/** "Pike’s remarks": what somebody owns is not who speaks. */
function namesSpeaker(items: readonly Item[], source: Range | null): boolean {
	const last = source ? items[source.end - 1] : undefined;
	return last !== undefined && !/^['\u2019]s?$/.test(last.norm);
}

/** Where the content begins after a cue: over time, venue and hearer to "that", a colon or the first clause word. */
function contentStart(context: UnitText, from: number): number | null {
	const { items } = context.unit;
	let at = from;
	while (at < items.length && items[at] && isAdverb(items[at]?.norm ?? "") && !(items[at]?.capital ?? false)) at++;
	// "said only: “No comment.”"
	if (items[at]?.norm === "only" && (items[at + 1]?.norm === ":" || items[at + 1]?.kind === "marked")) at++;
	const head = items[at];
	if (!head) return null;
	if (head.norm === ":" || head.norm === ",") {
		const next = items[at + 1];
		if (next?.kind === "marked") return at + 1;
		if (head.norm === ":") return next ? at + 1 : null;
		// "said, however, that"
		for (let i = at + 1; i < Math.min(items.length, at + 16); i++) {
			const item = items[i];
			if (item?.norm === "that" && items[i - 1]?.norm === ",") return i;
			if (item?.kind === "marked" && !context.opensSentence(item)) return null;
			if (item?.kind === "marked") return items[i - 1]?.norm === "," || items[i - 1]?.norm === ":" ? i : null;
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
				if (before && before.norm === "," && context.opensSentence(item)) return i;
				break;
			}
			// "told about his father who wired, “…”": another's words.
			if (isAuxiliary(item) || item.norm === "who") break;
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

const CRIES = /^(?:chant|shout|yell|scream|sing|sang|roar|cry|cries|cried)(?:s|ed|ing)?$/;

/** A verb that tells what was done, and no auxiliary: with "was" a clause may go on. */
function isPast(items: readonly Item[], at: number): boolean {
	const norm = items[at]?.norm ?? "";
	return isVerbal(items, at) && !isAuxiliary(items[at]) && items[at]?.kind === "word" && !/[^s']s$/.test(norm);
}

function contentEndAfter(context: UnitText, start: number): number {
	const { items } = context.unit;
	const head = items[start];
	if (head?.kind === "marked") {
		const next = items[start + 1];
		// A whole statement in marks is content by itself; a fragment belongs to the clause around it.
		if (!next || (next.kind === "mark" && next.norm !== "," && !/^[-\u2013\u2014]/.test(next.norm))) return start + 1;
		if (context.opensSentence(head) && context.length(head) > 2 && (context.endsClause(head) || next.kind === "mark"))
			return start + 1;
		// "She asked: “Who paid?” Nobody answered.": a new sentence after few words.
		if (next.capital && items[start - 1]?.norm === ":" && context.opensSentence(head) && context.endsClause(head))
			return start + 1;
		// "a town that the council declared “dead” in 2028"
		if (/^declare[sd]?$/.test(items[start - 1]?.norm ?? "") && context.length(head) <= MOST_BARE) return start + 1;
		// "chanted “Water is life” outside the ministry": where they did.
		if (CRIES.test(items[start - 1]?.norm ?? "") && isPreposition(next) && context.opensSentence(head))
			return start + 1;
		// "said “the gates are open” and left the hall": what the speaker did next.
		if (next.norm === "and" && context.length(head) > 2 && isPast(items, start + 2)) return start + 1;
		if (next.norm === "," || /^(?:when|while|after|before|during|as|and|but|on|last|because)$/.test(next.norm)) {
			const second = items[start + 2];
			if (second?.kind !== "marked") {
				if (next.norm === "," || context.length(head) > 4) return start + 1;
			}
		}
	}
	return contentEnd(context, start, start);
}
