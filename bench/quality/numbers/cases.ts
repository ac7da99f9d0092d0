import type { FoundNumber, NumberKind, NumberQualifier } from "../../../src/model/annotation.ts";

/**
 * Reads hand-written cases of numbers: a text a line, and under it, indented, one row for each number that a
 * careful reader would take from it, in the order of the text. A text without rows has none.
 *
 *     It hit more than 2,400 wooden homes.
 *       more than 2,400 | 2401.. | home | wooden homes | more-than
 *     [de] Es traf 1.200 Häuser.             a text in another language
 *
 * A row gives the number's own words, its bounds (`63`, `20..30`, `61..`, `..59`), what it counts, the phrase
 * counted, the qualifier and the kind; `-` is null, and what is left out at its end is `-`, `exact` and `count`.
 * A line that starts with `#` is a remark.
 */

/** A number as a case gives it, or as it was found. */
export interface GoldNumber {
	readonly exact: string;
	readonly start: number;
	readonly low: number | null;
	readonly high: number | null;
	readonly of: string | null;
	readonly counted: string | null;
	readonly qualifier: NumberQualifier;
	readonly kind: NumberKind;
}

export interface NumberCase {
	readonly text: string;
	/** BCP 47 primary tag. */
	readonly language: string;
	readonly numbers: readonly GoldNumber[];
}

const QUALIFIERS: readonly NumberQualifier[] = [
	"exact",
	"more-than",
	"at-least",
	"fewer-than",
	"at-most",
	"about",
	"range",
];
const KINDS: readonly NumberKind[] = ["count", "ordinal", "age", "share", "money", "measure"];

/**
 * The cases of one file, in its order.
 *
 * @throws Error with the line's number when a row belongs to no text, is not in its text, or cannot be read
 */
export function readCases(file: string): NumberCase[] {
	const cases: { text: string; language: string; numbers: GoldNumber[] }[] = [];
	for (const [i, line] of file.split("\n").entries()) {
		if (line.startsWith("#") || line.trim() === "") continue;
		const last = cases[cases.length - 1];
		if (!/^\s/.test(line)) {
			const [, language = "en", text = ""] = /^(?:\[([a-z]{2})\] )?(.*)$/.exec(line) ?? [];
			cases.push({ text, language, numbers: [] });
			continue;
		}
		const number = last ? readRow(line, last.text, endOf(last.numbers)) : null;
		if (!number) throw new Error(`line ${i + 1}: a row that cannot be read: ${line.trim()}`);
		last?.numbers.push(number);
	}
	return cases;
}

/** Where the search for the next row's words begins: rows are in the order of the text, one may lie inside the next. */
function endOf(numbers: readonly GoldNumber[]): number {
	const last = numbers[numbers.length - 1];
	return last ? last.start + last.exact.length : 0;
}

function readRow(line: string, text: string, from: number): GoldNumber | null {
	const [exact = "", bounds = "", ...rest] = line.split("|").map((field) => field.trim());
	const start = indexOfWords(text, exact, from);
	const [, low, dots, high] = /^(-?\d+(?:\.\d+)?)?(\.\.)?(?:(?<=\.\.)(-?\d+(?:\.\d+)?))?$/.exec(bounds) ?? [];
	const qualifier = QUALIFIERS.find((one) => one === (rest[2] ?? "exact"));
	const kind = KINDS.find((one) => one === (rest[3] ?? "count"));
	const counted = nullable(rest[1]);
	const known = (low !== undefined || high !== undefined) && (counted === null || text.includes(counted));
	if (exact === "" || start < 0 || !qualifier || !kind || !known || rest.length > 4) return null;
	const least = low === undefined ? null : Number(low);
	const most = high === undefined ? (dots === undefined ? least : null) : Number(high);
	return { exact, start, low: least, high: most, of: nullable(rest[0]), counted, qualifier, kind };
}

/** Where words stand that are no part of a longer word: "a", but not that of "and"; -1 when nowhere. */
function indexOfWords(text: string, words: string, from: number): number {
	const letter = /[\p{L}\p{Nd}]/u;
	const cuts = (offset: number): boolean => letter.test(text.charAt(offset - 1)) && letter.test(text.charAt(offset));
	let start = text.indexOf(words, from);
	while (start >= 0 && /^\p{L}/u.test(words) && cuts(start)) start = text.indexOf(words, start + 1);
	while (start >= 0 && words.length < 3 && /^\p{L}/u.test(words) && cuts(start + words.length)) {
		start = text.indexOf(words, start + 1);
	}
	return start;
}

function nullable(field: string | undefined): string | null {
	return field === undefined || field === "-" ? null : field;
}

/** Which parts of a gold number were found as it says; all false when its span was not. */
export interface Rightness {
	readonly span: boolean;
	readonly bounds: boolean;
	readonly of: boolean;
	readonly counted: boolean;
	readonly qualifier: boolean;
	readonly kind: boolean;
}

/** One entry for each gold number, and the found numbers that no gold number has the span of. */
export function compareNumbers(
	gold: readonly GoldNumber[],
	found: readonly FoundNumber[],
): { readonly right: readonly Rightness[]; readonly extra: readonly FoundNumber[] } {
	const bySpan = new Map(found.map((one) => [`${one.start} ${one.end}`, one]));
	const used = new Set<FoundNumber>();
	const right = gold.map((one): Rightness => {
		const own = bySpan.get(`${one.start} ${one.start + one.exact.length}`);
		if (own) used.add(own);
		return {
			span: own !== undefined,
			bounds: own !== undefined && own.low === one.low && own.high === one.high,
			of: own !== undefined && own.of === one.of,
			counted: own !== undefined && (own.counted?.exact ?? null) === one.counted,
			qualifier: own?.qualifier === one.qualifier,
			kind: own?.kind === one.kind,
		};
	});
	return { right, extra: found.filter((one) => !used.has(one)) };
}
