import type { FoundNumber } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { sliceOf } from "../../text/spans.ts";

/**
 * Two figures that are one result: "by 122 votes to 114", "118 members in favour and 117 against", "won 3-1". Must not
 * take "from 12 to 14", "aged 10 to 12" or a season of 2029-30 for one.
 */
export interface Tally extends Span {
	readonly first: FoundNumber;
	readonly second: FoundNumber;
}

const FIGURES =
	/(?<![\p{L}\p{Nd}.,/$£€-])(\p{Nd}{1,3})(?:(?:\s(\p{L}+))?\s(?:to|against)\s|\s?[-\u2013]\s?|\s(\p{L}+)\s(?:in favou?r|for)(?:,|\sand)\s)(\p{Nd}{1,3})(?![\p{L}\p{Nd}%/-]|[.,]\p{Nd})/gu;
/** Words of a vote or a match, without which two figures are a range. */
const RESULT =
	/\b(?:vot(?:e|es|ed|ing)|ballot|w[io]n|wins|lost|lose|beat(?:en|s)?|defeat(?:ed|s)?|drew|draw|match|game|goals?|score[ds]?|pass(?:ed|es)?|carried|reject(?:ed|s)?|approved?|ruled|show(?:ed|n)|board|majority|final|victory)\b/i;
const NOT_BEFORE = /\b(?:from|between|ages?d?|ratio of|pages?|chapters?|about|some|of)\s$/i;
/** What is measured or told in ranges, not won. */
const RANGE_NOUN =
	/^\s(?:years?|days?|weeks?|months?|hours?|minutes?|per\s?cent|percent|km|kilomet|met(?:re|er)s?|miles?|degrees?|people|million|billion|odds)\b/i;

/** The results that a sentence gives, in its order. */
export function findTallies(text: string, sentence: Span): Tally[] {
	const words = sliceOf(text, sentence);
	if (!RESULT.test(words)) return [];
	const tallies: Tally[] = [];
	for (const match of words.matchAll(FIGURES)) {
		const [whole, one = "", noun, favoured, other = ""] = match;
		const start = sentence.start + match.index;
		const end = start + whole.length;
		const after = text.slice(end, end + 30);
		const pair = favoured !== undefined;
		if (NOT_BEFORE.test(text.slice(Math.max(sentence.start, start - 12), start)) || RANGE_NOUN.test(after)) continue;
		if (pair && !/^\s(?:\p{L}+\s)?against\b/u.test(after)) continue;
		const counted = noun ?? favoured ?? null;
		const of = counted !== null && /^votes?$/i.test(counted) ? "vote" : null;
		const make = (from: number, exact: string): FoundNumber => ({
			start: from,
			end: from + exact.length,
			exact,
			low: Number(exact),
			high: Number(exact),
			of,
			counted: null,
			qualifier: "exact",
			kind: "count",
		});
		const against = pair ? (/^\s(?:\p{L}+\s)?against/u.exec(after)?.[0].length ?? 0) : 0;
		tallies.push({
			start,
			end: end + against,
			first: make(start, one),
			second: make(end - other.length, other),
		});
	}
	return tallies;
}
