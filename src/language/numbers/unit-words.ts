import { TokenKind } from "../../model/annotated.ts";
import type { NumberKind } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { OTHER_PERCENT } from "./data/other-languages.ts";
import { CURRENCY_WORDS, MEASURES, NATIONAL_CURRENCIES } from "./data/units.ts";
import { spanOf } from "./number.ts";
import type { Quantity } from "./quantities.ts";

/**
 * Units behind a number: "40%", "12 per cent", "300 km", "90 miles per hour", "20 million US dollars". Not one:
 * "40 cents' worth of trouble" is money all the same, "5 pounds of flour" weighs.
 */

export interface Unit {
	readonly kind: NumberKind;
	readonly of: string | null;
	readonly noun: { readonly of: string; readonly span: Span; readonly end: number } | null;
	/** Token behind number and unit. */
	readonly end: number;
	/** Token behind what the number's own span covers. */
	readonly spanEnd: number;
}

/** The unit of a quantity that ends before token `end`: its currency sign, or the word behind it; else it counts. */
export function readUnit(
	reading: Reading,
	quantity: Quantity,
	until: Quantity | null,
	end: number,
	limit: number,
	sterling: boolean,
): Unit {
	const currency = quantity.currency ?? until?.currency ?? null;
	if (currency !== null) return { kind: "money", of: currency, noun: null, end, spanEnd: end };
	const word = readUnitWord(reading, end, limit, sterling);
	if (word === null) return { kind: "count", of: null, noun: null, end, spanEnd: end };
	const inside = word.kind === "share" || word.kind === "money";
	return {
		kind: word.kind,
		of: word.of,
		noun: { of: word.of, span: spanOf(reading, word.first, word.end), end: word.end },
		end: word.end,
		spanEnd: inside ? word.end : end,
	};
}

const AREAS: ReadonlyMap<string, string> = new Map([
	["square", "square"],
	["sq", "square"],
	["cubic", "cubic"],
	["cu", "cubic"],
]);

export interface UnitWord {
	readonly kind: NumberKind;
	readonly of: string;
	readonly first: number;
	readonly end: number;
}

/** The unit that stands at a token, a hyphen before it taken in; null when none does. */
export function readUnitWord(reading: Reading, at: number, limit: number, sterling: boolean): UnitWord | null {
	if (at >= limit) return null;
	const dashed = normAt(reading, at) === "-" && has(reading, at, Shape.joined) && has(reading, at + 1, Shape.joined);
	const first = dashed ? at + 1 : at;
	if (first >= limit) return null;
	const norm = normAt(reading, first);
	const next = first + 1 < limit ? normAt(reading, first + 1) : "";
	const unit = (kind: NumberKind, of: string, length: number): UnitWord => ({ kind, of, first, end: first + length });
	if (norm === "%" || norm === "percent" || norm === "pct" || norm === "pc") return unit("share", "%", 1);
	if (OTHER_PERCENT.has(norm)) return unit("share", "%", 1);
	if (/^(?:per|por|pour|pro)$/.test(norm) && /^(?:cent|ciento|cento)$/.test(next)) return unit("share", "%", 2);
	if (norm === "percentage" && /^points?$/.test(next)) return unit("share", "percentage point", 2);
	if (norm === "basis" && /^points?$/.test(next)) return unit("share", "basis point", 2);
	if (/^light[-\u2010\u2011]years?$/.test(norm)) return unit("measure", "light-year", 1);
	if (norm === "light" && /^years?$/.test(next)) return unit("measure", "light-year", 2);
	if (norm === "p" && isPence(reading, first, limit)) return unit("money", "penny", 1);
	const word = dashed ? norm.replace(/^(\p{L}+)-.*$/u, "$1") : norm.replace(/^d'/, "");
	const money = readMoneyWord(reading, first, word, next, sterling);
	if (money) return unit("money", money.of, money.length);
	const squared = AREAS.get(word);
	if (squared !== undefined) {
		const dot = next === "." && has(reading, first + 1, Shape.joined) ? 1 : 0;
		const square = MEASURES.get(normAt(reading, first + 1 + dot));
		if (square !== undefined) return unit("measure", `${squared} ${square}`, 2 + dot);
	}
	// "-12C", "+2C": without its sign it may be a seat or a form.
	if (/^[cf]$/.test(norm) && has(reading, first, Shape.joined) && isSigned(reading, first - 1)) {
		return unit("measure", `°${norm.toUpperCase()}`, 1);
	}
	if (norm === "°" && /^[cf]$/.test(next)) return unit("measure", `°${next.toUpperCase()}`, 2);
	if (norm === "-magnitude" || (dashed && norm === "magnitude")) return unit("measure", "magnitude", 1);
	const measure = word.startsWith("pound") ? "pound" : MEASURES.get(word);
	if (measure === undefined) return null;
	// "1.2m people": a number of them in millions; "1.2m long" is a length.
	if (/^(?:mile|km|m)$/.test(measure)) {
		const behind = normAt(reading, first + 2);
		if ((next === "per" || next === "an" || next === "a") && behind === "hour") {
			return unit("measure", measure === "mile" ? "mph" : `${measure}/h`, 3);
		}
		if (next === "/" && /^(?:h|hr)$/.test(behind)) return unit("measure", `${measure}/h`, 3);
	}
	return unit("measure", measure, 1);
}

/** "50p", in small letters and below a pound; "720p" is a picture. */
function isPence(reading: Reading, at: number, limit: number): boolean {
	const tied = at + 1 < limit && has(reading, at + 1, Shape.joined) && reading.kinds[at + 1] !== TokenKind.mark;
	const figure = reading.kinds[at - 1] === TokenKind.number && /^\d{1,2}(?:\.\d)?$/.test(normAt(reading, at - 1));
	return figure && has(reading, at, Shape.joined) && !has(reading, at, Shape.capital) && !tied;
}

/** A sign that stands free before a number: "-12", "+2", "minus 4". */
function isSigned(reading: Reading, number: number): boolean {
	if (reading.kinds[number] !== TokenKind.number) return false;
	const sign = normAt(reading, number - 1);
	if (sign === "minus") return true;
	const free = has(reading, number, Shape.joined) && !has(reading, number - 1, Shape.joined);
	return free && /^[-+\u2212\u2013]$/.test(sign);
}

/** Money in words: "rubles", "US dollars"; a bare "pounds" is money only where the article writes of sterling. */
function readMoneyWord(
	reading: Reading,
	first: number,
	word: string,
	next: string,
	sterling: boolean,
): { readonly of: string; readonly length: number } | null {
	if (reading.kinds[first] !== TokenKind.word) return null;
	const national = NATIONAL_CURRENCIES.get(`${word} ${next.replace(/s$/, "")}`) ?? null;
	if (national !== null) return { of: national, length: 2 };
	if (word === "hong" && next === "kong" && /^dollars?$/.test(normAt(reading, first + 2)))
		return { of: "HKD", length: 3 };
	if (word === "new" && next === "zealand" && /^dollars?$/.test(normAt(reading, first + 2)))
		return { of: "NZD", length: 3 };
	if (word.startsWith("pound")) {
		if (next === "sterling") return { of: "GBP", length: 2 };
		return sterling && /^pounds?$/.test(word) && next !== "of" ? { of: "GBP", length: 1 } : null;
	}
	const of = CURRENCY_WORDS.get(word);
	return of === undefined ? null : { of, length: 1 };
}
