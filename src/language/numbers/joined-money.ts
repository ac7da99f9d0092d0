import { has, type Reading, Shape } from "../shapes.ts";
import { CURRENCY_CODES, MONEY_LETTERS } from "./data/units.ts";
import { digitsValue, SCALES } from "./number-words.ts";

/**
 * Money whose letters stand right before its figures: "R12.4m", "N300 million", "VND2.3 trillion", "KSh 4.5 billion".
 * Not: "R12" and "N300" alone, which may be roads, "K2", "RM Orve".
 */
export interface JoinedMoney {
	readonly currency: string;
	readonly value: number;
	/** Token behind the figures. */
	readonly end: number;
}

const MONEY = /(GH[\u00a2\u20b5]|\p{Lu}\p{L}{0,3})\.? ?(\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?|\d{1,15}(?:\.\d{1,4})?)/uy;
/** Scale words right behind, with or without a space. */
const SCALED = / ?(\p{Ll}{1,8})(?![\p{L}\p{Nd}])/uy;

export function joinedMoneyAt(reading: Reading, at: number, limit: number): JoinedMoney | null {
	if (!has(reading, at, Shape.capital)) return null;
	const start = reading.starts[at] ?? 0;
	MONEY.lastIndex = start;
	const match = MONEY.exec(reading.text);
	if (!match) return null;
	const [whole, letters = "", figures = ""] = match;
	const upper = letters === letters.toUpperCase();
	const code = letters.length === 3 && upper ? CURRENCY_CODES.get(letters.toLowerCase()) : undefined;
	const currency = MONEY_LETTERS.get(letters) ?? code;
	const value = digitsValue(figures);
	if (currency === undefined || value === null) return null;
	const stop = start + whole.length;
	if (letters.length === 1) {
		SCALED.lastIndex = stop;
		const scale = SCALED.exec(reading.text)?.[1] ?? "";
		const scaled = SCALES.has(scale) && scale !== "b" && scale !== "dozen";
		if (/ /.test(whole) || !(scaled || figures.includes(","))) return null;
	}
	let end = at;
	while (end < limit && (reading.starts[end] ?? 0) < stop) end++;
	return (reading.ends[end - 1] ?? 0) === stop ? { currency, value, end } : null;
}
