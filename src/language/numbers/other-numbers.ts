import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { OTHER_CURRENCIES, OTHER_OF, OTHER_QUALIFIERS, SHORT_SCALES } from "./data/other-languages.ts";
import { CURRENCY_WORDS } from "./data/units.ts";
import { spanOf } from "./number.ts";
import type { Qualified, QualifiedBehind } from "./quantities.ts";
import type { Unit } from "./unit-words.ts";

/**
 * What stands around a number in another language than English, from closed lists. Caught: "mehr als 2.400", "2,3
 * millones de euros", "25 тыс. рублей", "yüzde 12,4", "20.000'den fazla". Not: bounds that the lists do not have, whose
 * numbers stay as they are written.
 */

/** The qualifier that ends right before a token, in the article's language. */
export function otherQualifierBefore(reading: Reading, token: number): Qualified | null {
	const primary = (reading.article.language ?? "").split("-")[0] ?? "";
	for (const [words, qualifier] of OTHER_QUALIFIERS.get(primary === "nb" || primary === "nn" ? "no" : primary) ?? []) {
		const first = token - words.length;
		if (first < 0 || normAt(reading, token - 1) !== words[words.length - 1]) continue;
		if (reading.sentenceOf[first] !== reading.sentenceOf[token]) continue;
		if (words.every((word, at) => normAt(reading, first + at) === word)) return { qualifier, first };
	}
	return null;
}

/** "20.000'den fazla", "500'den az": Turkish bounds stand behind. */
export function otherQualifierBehind(reading: Reading, at: number, limit: number): QualifiedBehind | null {
	if (reading.article.language !== "tr") return null;
	const mark = /^['\u2019]$/.test(normAt(reading, at)) ? at + 1 : at;
	if (!/^(?:den|dan|ten|tan)$/.test(normAt(reading, mark)) || mark + 1 >= limit) return null;
	const word = normAt(reading, mark + 1);
	if (/^(?:fazla|çok)$/.test(word)) return { qualifier: "more-than", end: mark + 2 };
	return word === "az" ? { qualifier: "fewer-than", end: mark + 2 } : null;
}

/** Money behind a number: "de euros", "рублей", a shortened scale word's full stop passed over. */
export function readOtherMoney(reading: Reading, end: number, limit: number): Unit | null {
	const short = SHORT_SCALES.has(normAt(reading, end - 1)) && normAt(reading, end) === ".";
	const from = short && has(reading, end, Shape.joined) ? end + 1 : end;
	const at = OTHER_OF.has(normAt(reading, from)) ? from + 1 : from;
	if (at >= limit) return null;
	const word = normAt(reading, at);
	const of = OTHER_CURRENCIES.get(word) ?? CURRENCY_WORDS.get(word);
	if (of === undefined) return null;
	return {
		kind: "money",
		of,
		noun: { of, span: spanOf(reading, at, at + 1), end: at + 1 },
		end: at + 1,
		spanEnd: at + 1,
	};
}

/** The token that makes a Turkish number a share, before it: "yüzde 12,4", "%12,4"; null for none. */
export function shareBefore(reading: Reading, at: number): number | null {
	if (reading.article.language !== "tr") return null;
	const norm = normAt(reading, at - 1);
	return norm === "yüzde" || (norm === "%" && has(reading, at, Shape.joined)) ? at - 1 : null;
}
