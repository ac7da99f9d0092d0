import { ORGANISATION_HEADS, ROLES } from "../language/names/data/name-words.ts";
import type { Span } from "../model/span.ts";
import { firstEndingAfter, subtractSpans, trimSpan } from "../text/spans.ts";
import { isVerbal } from "./clauses/content-end.ts";
import { sourceAfter } from "./clauses/source-after.ts";
import { sourceBefore } from "./clauses/source-before.ts";
import { tellingBefore } from "./clauses/telling.ts";
import type { Item } from "./clauses/units.ts";
import { DETERMINERS } from "./clauses/word-classes.ts";

/**
 * The content of a reading of the tagger where a careful reader would have it: without the words of the cue, without
 * the verb of the sentence that a sign's words stand in, with the short form that follows a name.
 *
 * Catches: `A sign reading “Closed” hung on the gate` (content: Closed), `claim to fight the River Guard, RG, while …`
 * (to its name's short form).
 * Must not: `A sign reading “Closed” in red`, `Pike said she met the River Guard, RG said`.
 *
 * @param outers the stretches in marks with their marks, sorted
 */
export function mendContent(
	text: string,
	items: readonly Item[],
	{ cue, source }: { readonly cue: Span; readonly source: Span | null },
	content: readonly Span[],
	outers: readonly Span[],
): Span[] {
	return subtractSpans(content, [cue])
		.map((span) => (span.start === cue.end ? trimSpan(text, span) : span))
		.map((span) => withoutVerb(text, items, cue, source, span, outers))
		.map((span) => withVerb(items, cue, span))
		.map((span) => withShortForm(text, cue, span))
		.map((span) => withPart(items, cue, span))
		.filter(({ start, end }) => end > start);
}

/** "[A sign] reading “Closed” hung on the gate": the sentence goes on with what the sign did. */
function withoutVerb(
	text: string,
	items: readonly Item[],
	cue: Span,
	source: Span | null,
	span: Span,
	outers: readonly Span[],
): Span {
	if (!source || !/^\s$/.test(text.slice(source.end, cue.start)) || !/ing$/.test(text.slice(cue.start, cue.end)))
		return span;
	const outer = outers[firstEndingAfter(outers, span.start)];
	if (!outer || outer.start > span.start || outer.end >= span.end) return span;
	if (text.slice(cue.end, outer.start).trim() !== "") return span;
	const next = items[firstEndingAfter(items, outer.end)];
	return next?.kind === "word" && PAST.test(next.norm)
		? trimSpan(text, { start: span.start, end: outer.end - 1 })
		: span;
}

/** "did not rule out [that somebody] in the museum had helped": a clause without its verb goes on to its end. */
function withVerb(items: readonly Item[], cue: Span, span: Span): Span {
	const first = items[firstEndingAfter(items, span.start)];
	const at = firstEndingAfter(items, span.end - 1);
	if (first?.norm !== "that" || span.start < cue.end || at >= items.length - 2) return span;
	const from = firstEndingAfter(items, span.start);
	if (at - from > MOST_VERBLESS || !isOpenNoun(items[at]?.norm ?? "") || at === from) return span;
	for (let i = from; i <= at; i++) if (isVerbal(items, i)) return span;
	let end = at + 1;
	while (end < items.length && !(items[end]?.kind === "mark" && /^[.,;:!?]$/.test(items[end]?.norm ?? ""))) end++;
	return { start: span.start, end: items[end - 1]?.end ?? span.end };
}

/** Items of a clause in which no verb has come. */
const MOST_VERBLESS = 2;

/** Words that stand for somebody or something and say nothing by themselves. */
function isOpenNoun(norm: string): boolean {
	return /^(?:some|any|no|every)(?:body|one|thing)$|^(?:there|it|he|she|they|we|one|no-one)$/.test(norm);
}

/** What things that bear words do in reports. */
const PAST =
	/^(?:was|were|is|are|has|had|hung|hangs?|stood|stands?|sat|lay|fell|flew|appeared|greeted|went|could|can|will|read|\p{L}{3,}ed)$/u;

/** "two cranes were moving, [both of them driven by managers]": what a clause goes on to say of part of it. */
function withPart(items: readonly Item[], cue: Span, span: Span): Span {
	if (cue.start > span.start) return span;
	const at = firstEndingAfter(items, span.end - 1);
	const [comma, part, of, them] = items.slice(at + 1, at + 5);
	if (comma?.norm !== "," || of?.norm !== "of" || !/^(?:them|whom|which)$/.test(them?.norm ?? "")) return span;
	if (part?.kind !== "number" && !PARTS.test(part?.norm ?? "")) return span;
	let end = at + 5;
	while (end < items.length && !(items[end]?.kind === "mark" && /^[.,;:!?\u2014\u2013]$/.test(items[end]?.norm ?? "")))
		if (items[end]?.kind === "marked") return span;
		else end++;
	return { start: span.start, end: items[end - 1]?.end ?? span.end };
}

const PARTS =
	/^(?:both|all|most|some|many|none|each|several|half|few|one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens)$/;

/** ", RG" between commas, or before the sentence's end: another name of what was named last. */
function withShortForm(text: string, cue: Span, span: Span): Span {
	if (cue.start > span.start) return span;
	const short = /^, (?=\p{Lu}[\p{Lu}-]{1,8}[,.])\p{Lu}[\p{Lu}-]*/u.exec(text.slice(span.end, span.end + 12));
	return short ? { start: span.start, end: span.end + short[0].length } : span;
}

/**
 * Who tells, where the tagger has but whose something is: `Pike’s remarks clash with reports, some of them Ormish,
 * indicating that …` has words of the reports. Null where nothing that tells stands before the cue.
 *
 * @returns the source as given where it is no torn one: `Pike’s` of `Pike’s plan to close the dam` with the cue `plan`
 */
export function mendSource(text: string, items: readonly Item[], cue: Span, source: Span | null): Span | null {
	if (!source) return source;
	// "Vane reported to the minister that …": who hears it is not who tells it.
	if (source.start >= cue.end && /^to\s/.test(text.slice(source.start, source.end))) {
		const group = firstEndingAfter(items, cue.start);
		const who = sourceBefore(items, group, 0);
		const [first, last] = who ? [items[who.first], items[who.end - 1]] : [];
		return first && last ? { start: first.start, end: last.end } : source;
	}
	if (source.end > cue.start) return source;
	const teller = tellerBy(text, items, cue);
	if (teller) return teller;
	const whole = withNoun(text, items, cue, source);
	if (whole) return whole;
	if (!/['\u2019]s?$/.test(text.slice(source.start, source.end))) return source;
	const between = items.filter((item) => item.start >= source.end && item.end <= cue.start);
	// The cue is what is owned: "Pike’s latest proposal".
	if (
		between.every(({ kind, norm }) => kind === "word" && !DETERMINERS.has(norm)) &&
		between.length <= MOST_BEFORE_NOUN
	)
		return source;
	const telling = tellingBefore(between, 1, between.length);
	const [first, last] = telling ? [between[telling.first], between[telling.end - 1]] : [];
	return first && last ? { start: first.start, end: last.end } : null;
}

/** "Residents have been warned by the council that …": who warns them. */
function tellerBy(text: string, items: readonly Item[], cue: Span): Span | null {
	if (
		!/\b(?:was|were|been|being|is|are)\s(?:\p{L}+ly\s)?(?:told|warned|advised|informed|assured|reminded)$/u.test(
			text.slice(cue.start, cue.end),
		)
	)
		return null;
	const at = firstEndingAfter(items, cue.end);
	if (items[at]?.norm !== "by") return null;
	const that = items.findIndex(({ norm, kind }, i) => i > at && (/^(?:that|to)$/.test(norm) || kind === "marked"));
	const who = sourceAfter(items, at + 1, that < 0 ? items.length : that);
	const [first, last] = who ? [items[who.first], items[who.end - 1]] : [];
	return first && last ? { start: first.start, end: last.end } : null;
}

/** "The Tarnian government has moved …, insisting": not "The Tarnian". */
function withNoun(text: string, items: readonly Item[], cue: Span, source: Span): Span | null {
	if (!/^(?:the|an?)\s\p{Lu}[\p{L}-]*$/iu.test(text.slice(source.start, source.end))) return null;
	const next = items.find(({ start }) => start >= source.end);
	if (next?.kind !== "word" || next.capital || next.end > cue.start || next.start - source.end > 1) return null;
	const noun = next.norm.replace(/s$/, "");
	if (!ROLES.has(noun) && !ORGANISATION_HEADS.has(next.norm)) return null;
	return { start: source.start, end: next.end };
}

/** "Pike’s latest, harshest proposal": no more words between whose it is and what it is. */
const MOST_BEFORE_NOUN = 3;
