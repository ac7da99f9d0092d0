import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundNumber } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { itemsWithin, sliceOf } from "../../text/spans.ts";

/** What the words around a number say of its time: whether it is new, over, still going on, of another year. */
export interface NumberCues {
	/** The time in which an amount comes up again: "a day". */
	readonly rate: string | null;
	/** Year of another event, when the sentence dates what it tells to a year before the report's. */
	readonly past: number | null;
	/** The words say that the number replaces another: "now", "rose to". */
	readonly renewed: boolean;
	/** Said of a time that is over: "34 people had been trapped". */
	readonly over: boolean;
	/** The sentence tells of a count that goes on: "with 540 of 1,180 polling stations reporting". */
	readonly counting: boolean;
	/** More of the same, or others: "two other friends". */
	readonly other: boolean;
	/** What is left of more: "15 are still trapped". */
	readonly still: boolean;
	/** Given as not so: "not 31". */
	readonly rejected: boolean;
}

const RATE =
	/^\s*(?:[\p{L}-]+\s+){0,2}(?:(?:an?|per|each|every)\s+(minute|hour|day|night|week|month|quarter|year)|(hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually|per\sannum))\b/iu;
/** The unit of an adverb that is not made of it. */
const RATE_UNITS: ReadonlyMap<string, string> = new Map([
	["daily", "day"],
	["annually", "year"],
	["per annum", "year"],
]);
const RENEWED =
	/\b(?:now|rose|risen|rises|rising|raised|revised|climbed|reaches|reached|so far|latest|increased|up from|down from|updated|new)\b/i;
const OVER = /^(?:\s[\p{L}-]+){0,2}\shad\s(?:been\s|first\s|initially\s)/u;
const COUNTING =
	/\b(?:stations?|precincts?|constituencies|wards|ballots?)\b[^.;]{0,30}\b(?:in|counted|reporting|reported|declared|tallied|counting)\b|\bvotes?\s(?:counted|tallied)\b|\bresults\s(?:in\s)?from\b|\bcounted so far\b/i;
const OTHER = /\b(?:others?|another|more|further|additional|extra)\b(?!\sthan)/i;
const STILL = /\b(?:still|remain(?:s|ed)?)\b/i;
const REJECTED = /\b(?:not|rather than|instead of)\s+$/i;

/**
 * @param year of the report, null where it is not known
 */
export function readCues(
	annotated: AnnotatedArticle,
	number: FoundNumber,
	sentence: Span,
	year: number | null,
): NumberCues {
	const { text } = annotated.article;
	const before = (length: number): string => text.slice(Math.max(sentence.start, number.start - length), number.start);
	const behind = (length: number): string => text.slice(number.end, Math.min(sentence.end, number.end + length));
	// From one white space to the next: "others" of "Brothers" is no word.
	const about = (left: number, right: number): string => {
		const from = Math.max(sentence.start, number.start - left);
		const to = Math.min(sentence.end, number.end + right);
		const lead = from === sentence.start ? 0 : text.slice(from, number.start).search(/\s/);
		const tail = to === sentence.end ? -1 : text.slice(number.end, to).search(/\s\S*$/);
		return text.slice(
			lead < 0 ? number.start : from + lead,
			tail < 0 ? (to === sentence.end ? to : number.end) : number.end + tail,
		);
	};
	return {
		rate: readRate(text.slice(number.end, number.end + 60)),
		past: pastOf(annotated, sentence, year),
		renewed: RENEWED.test(before(80)),
		over: OVER.test(behind(60)),
		counting: COUNTING.test(sliceOf(text, sentence)),
		other: OTHER.test(about(10, 14)),
		still: STILL.test(about(20, 40)),
		rejected: REJECTED.test(before(20)),
	};
}

function readRate(behind: string): string | null {
	const [, unit, adverb] = RATE.exec(behind) ?? [];
	if (unit !== undefined) return unit.toLowerCase();
	const word = adverb?.toLowerCase();
	return word === undefined ? null : (RATE_UNITS.get(word) ?? word.replace(/ly$/, ""));
}

const YEAR = /\b(?:1[5-9]|20|21)\d\d\b/;
/** What marks a sentence as being of something else, earlier. */
const EARLIER = /\b(?:last year|years ago|a year ago|decades? ago|in \d{4}|worst|deadliest)\b/i;

function pastOf(annotated: AnnotatedArticle, sentence: Span, year: number | null): number | null {
	const text = annotated.article.text.slice(sentence.start, sentence.end);
	if (!EARLIER.test(text)) return null;
	const years = itemsWithin(annotated.dates, sentence)
		.filter((one) => one.date.precision === "year")
		.map((one) => Number(one.date.earliest?.slice(0, 4) ?? Number.NaN))
		.filter((one) => !Number.isNaN(one));
	const found = years[0] ?? Number(YEAR.exec(text)?.[0] ?? Number.NaN);
	if (Number.isNaN(found)) return /last year|a year ago/.test(text) && year !== null ? year - 1 : null;
	return year !== null && found >= year ? null : found;
}
