import type { Span } from "../model/span.ts";
import { isSpace, trimSpan } from "./spans.ts";

/**
 * Where one sentence ends and the next begins. Follows the shape of UAX 29's sentence rules with
 * the exceptions that news prose needs: abbreviations, initials, single-letter acronyms, numbers,
 * ellipses that run on, and closing marks that belong to the sentence they end.
 */

/** Abbreviations after which a capital letter is no new sentence: titles, ranks, streets, months. */
const BEFORE_NAME = new Set(
	(
		"mr mrs ms mx smt messrs mme mlle dr drs prof profs rev fr sr jr st ste mt ft gen gens lt col sgt maj cpl capt cmdr adm brig pvt " +
		"gov sen rep reps sens del pres supt insp det hon amb atty no nos vs v al fig op cit ed eds vol pp ca approx " +
		"jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun " +
		"ave blvd rd hwy dept univ assn bros inc ltd co corp cf viz e.g i.e u.n rs"
	).split(" "),
);

/** Of these, the ones that may also end a sentence: only a following function word shows it. */
const MAY_END = new Set([
	"inc",
	"ltd",
	"co",
	"corp",
	"jr",
	"sr",
	"no",
	"mt",
	"sat",
	"sun",
	"mar",
	"dec",
	"bros",
	"ave",
	"rd",
	"al",
	"ft",
	"st",
]);

/** Words that start sentences and hardly ever stand inside a name: after "U.S." they show a boundary. */
const STARTERS = new Set(
	(
		"the a an this that these those it he she they we i you his her their its our my but and or so if when while " +
		"after before since although though because as at by for from in on of to with there here what who how why where " +
		"not no yes many some most all both each every another one two however meanwhile also then still yet last earlier later " +
		"is are was were will would can could should may might must do does did have has had"
	).split(" "),
);

/** No abbreviation is longer (UTF-16 units); bounds the look back on text without spaces. */
const LONGEST_ABBREVIATION = 40;

/** Months written with a capital where the day before them is written as an ordinal, "14." */
const GERMAN_MONTHS = new Set(
	"januar jänner februar feber märz april mai juni juli august september oktober november dezember".split(" "),
);
/** A zone or a weekday behind "a.m." or "p.m.". */
const BEHIND_TIME =
	/^(?:(?:GMT|UTC|[ECMP][SD]?T|BST|IST|JST|CES?T|EES?T|AE[SD]T|MSK)(?![\p{L}\p{M}])|(?:Eastern|Central|Pacific|Mountain) (?:time|Time|Standard|Daylight)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![\p{L}\p{M}'\u2019]))/u;

/** A full stop, an exclamation or question mark, an ellipsis, and their wide forms. */
function isEndMark(code: number): boolean {
	if (code < 0x80) return code === 0x2e || code === 0x21 || code === 0x3f;
	return code === 0x2026 || code === 0x3002 || code === 0xff01 || code === 0xff1f;
}
const CLOSERS = new Set([
	'"',
	"'",
	"\u2019",
	"\u201d",
	"\u00bb",
	"\u203a",
	"\u201c",
	")",
	"]",
	"}",
	"*",
	"_",
	"\u00ab",
	"\u2039",
]);
const OPENS =
	/^["'\u2018\u201c\u201e\u201a\u00ab\u2039\u00bb([{*_\u00bf\u00a1\u2013\u2014-]*\s*["'\u2018\u201c\u201e\u201a\u00ab\u2039([{]*/;

/** The sentences of each paragraph, trimmed of white space; a paragraph always ends a sentence. */
export function findSentences(text: string, paragraphs: readonly Span[]): Span[] {
	const sentences: Span[] = [];
	for (const paragraph of paragraphs) {
		let start = paragraph.start;
		for (let at = paragraph.start; at < paragraph.end; at++) {
			if (!isEndMark(text.charCodeAt(at))) continue;
			let end = at + 1;
			while (end < paragraph.end && isEndMark(text.charCodeAt(end))) end++;
			const marks = text.slice(at, end);
			for (let mark = nextMark(text, end, paragraph.end); mark >= 0; mark = nextMark(text, end, paragraph.end)) {
				if (!CLOSERS.has(text.charAt(mark)) || !closesHere(text, mark, paragraph.end)) break;
				end = mark + 1;
			}
			if (endsSentence(text, start, at, marks, end, paragraph.end)) {
				pushTrimmed(sentences, text, start, end);
				start = end;
			}
			at = end - 1;
		}
		pushTrimmed(sentences, text, start, paragraph.end);
	}
	return sentences;
}

/** Where a closing mark may stand: right here, or a space further when it is a French guillemet; else -1. */
function nextMark(text: string, at: number, limit: number): number {
	if (at >= limit) return -1;
	if (!isSpace(text.charCodeAt(at))) return at;
	const mark = text.charAt(at + 1);
	return at + 1 < limit && (mark === "\u00bb" || mark === "\u203a") ? at + 1 : -1;
}

function pushTrimmed(into: Span[], text: string, start: number, end: number): void {
	const span = trimSpan(text, { start, end });
	if (span.end > span.start) into.push(span);
}

/**
 * Whether a mark after a full stop closes what came before: marks that also open ('"', "'", “ in
 * German use) close only when white space, another closer or the end follows.
 */
function closesHere(text: string, at: number, limit: number): boolean {
	const next = at + 1 < limit ? text.charAt(at + 1) : "";
	const mark = text.charAt(at);
	if (mark === "\u201d" || mark === ")" || mark === "]" || mark === "}") return true;
	return next === "" || isSpace(next.charCodeAt(0)) || CLOSERS.has(next) || /[,;:.!?\u2013\u2014-]/.test(next);
}

function endsSentence(text: string, start: number, at: number, marks: string, end: number, limit: number): boolean {
	if (end >= limit) return true;
	const gap = text.charCodeAt(end);
	const spaced = isSpace(gap);
	const wide = /[\u3002\uff01\uff1f]/.test(marks);
	if (!spaced && !wide) return false;
	let next = end;
	while (next < limit && isSpace(text.charCodeAt(next))) next++;
	if (next >= limit) return true;
	const following = text.slice(next, Math.min(limit, next + 60));
	const opened = OPENS.exec(following)?.[0] ?? "";
	const first = following.slice(opened.length);
	const closed = text.charAt(end - 1) !== marks.charAt(marks.length - 1);
	// "Really?" he asked. — a lower-case letter goes on, after any mark.
	if (/^\p{Ll}/u.test(first)) return false;
	if (marks.charAt(0) !== "." || marks.length > 1) {
		// An ellipsis or a question inside runs on unless a capital, digit or opening mark follows.
		return /^[\p{Lu}\p{Lt}\p{Lo}\p{Nd}]/u.test(first) || opened !== "" || wide;
	}
	if (closed) return true;
	const word = wordBefore(text, start, at);
	const lower = word.toLowerCase();
	if (word === "") return true;
	const nextWord = (/^[\p{L}\p{M}'\u2019-]+/u.exec(first)?.[0] ?? "").toLowerCase();
	// "am 14. Mai": a German ordinal, whose month has a capital as well.
	if (/^\p{Nd}{1,2}$/u.test(word) && GERMAN_MONTHS.has(nextWord)) return false;
	if (isInitials(word)) {
		// "at 8 p.m. ET on Friday", "at 9 a.m. Tuesday": the zone or the day belongs to the time.
		// "at 3 a.m. (0800 GMT) on Friday": so does the same time in another zone.
		const again = opened === "(" && /^\p{Nd}/u.test(first);
		if ((lower === "a.m" || lower === "p.m") && (again || BEHIND_TIME.test(first))) return false;
		// "U.S. Officials" may be either; a function word after it shows a boundary, a lone initial never ends.
		const lone = !word.includes(".");
		if (lone && /^\p{Lu}$/u.test(word)) return opened !== "" && !/^\p{Lu}/u.test(first);
		return STARTERS.has(nextWord) || opened !== "" || lower === "a.m" || lower === "p.m"
			? /^\p{Lu}/u.test(first) || opened !== ""
			: false;
	}
	if (BEFORE_NAME.has(lower)) {
		if (lower === "no" || lower === "nos") return !/^\p{Nd}/u.test(first);
		return MAY_END.has(lower) && (STARTERS.has(nextWord) || (opened !== "" && !opened.includes("(")));
	}
	// "1. Item": a number that opens a sentence is a list's.
	if (at - start < 12 && /^\p{Nd}{1,3}$/u.test(word) && text.slice(start, at).trim() === word) return false;
	return true;
}

function wordBefore(text: string, start: number, at: number): string {
	let from = at;
	const limit = Math.max(start, at - LONGEST_ABBREVIATION);
	while (from > limit && /[\p{L}\p{M}\p{Nd}.&'\u2019-]/u.test(text.charAt(from - 1))) from--;
	return text.slice(from, at).replace(/^[.'\u2019-]+/, "");
}

function isInitials(word: string): boolean {
	return /^(?:\p{L}\.)*\p{L}$/u.test(word);
}
