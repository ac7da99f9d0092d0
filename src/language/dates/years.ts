import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { ordinalNamed, yearBehind } from "./calendar-names.ts";
import { type Expression, expression, type Found } from "./time-expression.ts";

const YEAR = /^(?:1[0-9]|2[01])\d\d$/;

function years(year: number, until: number, says: string | null = null): Expression {
	return { kind: "year", year, until, says };
}

/** "1980s", and "’80s" in the century before or of the report, which only "the" before it shows. */
export function readDecade(reading: Reading, at: number): Found | null {
	const norm = normAt(reading, at);
	const plural = (token: number): boolean => normAt(reading, token) === "s" && has(reading, token, Shape.joined);
	if (/^(?:1[5-9]|20)\d0$/.test(norm) && plural(at + 1)) {
		return expression(at, at + 2, years(Number(norm), Number(norm) + 9, "the decade is written out"));
	}
	if (/^['\u2018\u2019]$/.test(norm) && /^[2-9]0$/.test(normAt(reading, at + 1)) && plural(at + 2)) {
		const year = 1900 + Number(normAt(reading, at + 1));
		return expression(
			at,
			at + 3,
			years(year, year + 9, "the decade is written short; that of the last century is meant"),
		);
	}
	return null;
}

const BEFORE_OUR_ERA: Expression = {
	kind: "unbounded",
	reason: "before our era, which bounds written with four-figure years do not reach",
};

function isBefore(norm: string): boolean {
	return /^(?:bc|b\.c\.|bce|b\.c\.e\.)$/.test(norm);
}

function isAfter(norm: string): boolean {
	return /^(?:ad|a\.d\.|ce|c\.e\.)$/.test(norm);
}

/** "44 B.C.", "AD 79". */
export function readEra(reading: Reading, at: number, limit: number): Found | null {
	const norm = normAt(reading, at);
	if (reading.kinds[at] === TokenKind.number) {
		if (!/^\d{1,4}$/.test(norm) || at + 1 >= limit || !has(reading, at + 1, Shape.acronym)) return null;
		const era = normAt(reading, at + 1);
		if (isBefore(era)) return expression(at, at + 2, BEFORE_OUR_ERA);
		return isAfter(era) && Number(norm) > 0 ? expression(at, at + 2, years(Number(norm), Number(norm))) : null;
	}
	if (!/^(?:ad|a\.d\.)$/.test(norm) || !has(reading, at, Shape.acronym) || at + 1 >= limit) return null;
	const figure = normAt(reading, at + 1);
	if (!/^\d{1,4}$/.test(figure) || Number(figure) === 0) return null;
	return expression(at, at + 2, years(Number(figure), Number(figure)));
}

/** "the 19th century", "the nineteenth century", "17th-century". */
export function readCentury(reading: Reading, at: number, limit: number): Found | null {
	const the = normAt(reading, at) === "the" ? at + 1 : at;
	const figure = normAt(reading, the);
	let number = ordinalNamed(figure);
	let end = the + 1;
	if (/^\d{1,2}$/.test(figure) && has(reading, end, Shape.joined)) {
		const behind = normAt(reading, end);
		if (/^(?:st|nd|rd|th)-century$/.test(behind)) return expression(at, end + 1, century(Number(figure)));
		if (!/^(?:st|nd|rd|th)$/.test(behind)) return null;
		number = Number(figure);
		end++;
	}
	if (number < 1 || number > 21 || end >= limit || normAt(reading, end) !== "century") return null;
	if (the === at && reading.kinds[at] === TokenKind.word && normAt(reading, at - 1) === "the") return null;
	if (isBefore(normAt(reading, end + 1))) return expression(at, end + 2, BEFORE_OUR_ERA);
	return expression(at, end + 1, century(number));
}

/** A century may be counted from the year 00 or 01: both are inside. */
function century(number: number): Expression {
	return years(Math.max(1, 100 * (number - 1)), 100 * number, "the century, whether it begins with the year 00 or 01");
}

const QUARTERS = ["first", "second", "third", "fourth"];

/** "the first quarter of 2030", "Q1 2030", "week 20 of 2031"; without a year they are none. */
export function readQuarter(reading: Reading, at: number, limit: number): Found | null {
	const norm = normAt(reading, at);
	const short = /^q([1-4])$/.exec(norm)?.[1];
	if (short !== undefined) {
		const year = yearBehind(reading, at + 1, limit);
		return year ? expression(at, year.end, { kind: "quarter", year: year.year, quarter: Number(short) }) : null;
	}
	if (norm === "week" && reading.kinds[at + 1] === TokenKind.number) {
		const week = Number(normAt(reading, at + 1));
		const year = yearBehind(reading, at + 2, limit);
		return year && week >= 1 && week <= 53 ? expression(at, year.end, { kind: "week", year: year.year, week }) : null;
	}
	const from = norm === "the" ? at + 1 : at;
	const quarter = QUARTERS.indexOf(normAt(reading, from)) + 1;
	if (quarter === 0 || normAt(reading, from + 1) !== "quarter") return null;
	const year = yearBehind(reading, from + 2, limit);
	return year ? expression(at, year.end, { kind: "quarter", year: year.year, quarter }) : null;
}

const TWO_YEARS = "the two years that the fiscal year lies in";
const FISCAL = "a fiscal year may begin in the year before, and may end in the year behind";

/** "fiscal 2030", "fiscal year 2030", "FY2030", "the 2029-30 fiscal year". */
export function readFiscal(reading: Reading, at: number, limit: number): Found | null {
	const norm = normAt(reading, at);
	const joined = /^fy(\d{2}|\d{4})$/.exec(norm)?.[1];
	if (joined !== undefined) {
		const year = joined.length === 4 ? Number(joined) : 2000 + Number(joined);
		return YEAR.test(String(year)) ? expression(at, at + 1, years(year - 1, year + 1, FISCAL)) : null;
	}
	if (norm === "the") {
		const two = readTwoYears(reading, at + 1, limit);
		if (!two || !/^(?:fiscal|financial|tax|budget)$/.test(normAt(reading, two.end))) return null;
		if (normAt(reading, two.end + 1) !== "year") return null;
		return expression(at, two.end + 2, years(two.year, two.until, TWO_YEARS));
	}
	if (norm !== "fiscal" && norm !== "financial") return null;
	const from = normAt(reading, at + 1) === "year" ? at + 2 : at + 1;
	if (norm === "financial" && from === at + 1) return null;
	const two = from < limit ? readTwoYears(reading, from, limit) : null;
	if (two) return expression(at, two.end, years(two.year, two.until, TWO_YEARS));
	const year = from < limit ? normAt(reading, from) : "";
	if (!YEAR.test(year)) return null;
	return expression(at, from + 1, years(Number(year) - 1, Number(year) + 1, FISCAL));
}

/** "2029-31", "2029–2031", "2029/30". */
function readTwoYears(
	reading: Reading,
	at: number,
	limit: number,
): { readonly year: number; readonly until: number; readonly end: number } | null {
	const norm = normAt(reading, at);
	const mark = normAt(reading, at + 1);
	if (!/^(?:1[5-9]|20)\d\d$/.test(norm) || !/^[-\u2013\u2014/]$/.test(mark)) return null;
	if (!has(reading, at + 1, Shape.joined) || at + 2 >= limit) return null;
	const year = Number(norm);
	const last = normAt(reading, at + 2);
	const until = /^(?:1[5-9]|20)\d\d$/.test(last)
		? Number(last)
		: /^\d\d$/.test(last)
			? Math.floor(year / 100) * 100 + Number(last)
			: 0;
	// Behind a slash only the year after: "2029/30" is a season, "2029/50" is anything.
	if (until <= year || until - year >= 100 || (mark === "/" && until !== year + 1)) return null;
	if (/^[-\u2013\u2014/]$/.test(normAt(reading, at + 3)) && has(reading, at + 3, Shape.joined)) return null;
	return { year, until, end: at + 3 };
}

/** Plural nouns that a year stands before all the same: "the 2031 elections". */
const YEARLY =
	/^(?:elections|games|olympics|talks|protests|floods|attacks|championships|finals|primaries|polls|riots|accords|sanctions)$/;
/** What is counted or measured by a figure that looks like a year. */
const COUNTED =
	/^(?:people|men|women|children|km|kg|metre|meter|mile|foot|miles|tons|tonnes|percent|per|million|billion|thousand|troops|block|square|strong|odd|euros|dollars|pounds)$/;
/** A year in the name of one of these is a part of its name. */
const LAW =
	/^(?:act|law|bill|constitution|code|treaty|convention|agreement|accord|accords|protocol|resolution|directive|regulation|regulations|order|charter|pact)$/;

/** Behind a year these begin something else: "a budget for 2032 on Monday". */
const NO_NOUN =
	/^(?:on|in|at|by|to|and|or|but|when|that|with|as|for|from|after|before|is|was|are|were|has|had|will|would|because|while|until|it|he|she|they)$/;

/** A year that stands for a time: "in 2031", "the 2031 elections", "(2031)"; not "2031 homes". */
export function readYear(reading: Reading, at: number, first: number, limit: number, sure: boolean): Found | null {
	const norm = normAt(reading, at);
	if (!YEAR.test(norm)) return null;
	const year = Number(norm);
	const iso = readIsoWeek(reading, at, limit);
	if (iso) return iso;
	const two = readTwoYears(reading, at, limit);
	const before = at > first ? normAt(reading, at - 1) : "";
	const next = at + 1 < limit ? normAt(reading, at + 1) : "";
	if (/^[%$€£/#.]$/.test(before) || next === "%" || (/^[-\u2013]$/.test(before) && has(reading, at, Shape.joined)))
		return null;
	if (two) return expression(at, two.end, years(two.year, two.until));
	if (/^[-\u2013/:]$/.test(next) && has(reading, at + 1, Shape.joined) && reading.kinds[at + 2] === TokenKind.number)
		return null;
	const found = expression(at, at + 1, years(year, year));
	if (before === "(" && (next === ")" || next === ",") && year >= 1500) return found;
	const noun = reading.kinds[at + 1] === TokenKind.word && at + 1 < limit && !NO_NOUN.test(next);
	if (isNamedLaw(reading, at, limit)) return null;
	const counted =
		noun &&
		!has(reading, at + 1, Shape.capital) &&
		/[^su]s$/.test(next) &&
		!/^(?:was|has|is|its|as|his|this|says|plans|shows)$/.test(next);
	if (counted && !YEARLY.test(next) && !isPartOf(reading, at)) return null;
	if (COUNTED.test(next)) return null;
	if (sure) return found;
	// "2028, 2029 and 2030"
	const listed = before === "," && YEAR.test(normAt(reading, at - 2));
	const more = /^(?:,|and|or)$/.test(next) && YEAR.test(normAt(reading, at + 2));
	if (listed && more && year >= 1900 && year < 2100) return found;
	if (/^(?:in|since|until|till|during|early|late|mid|circa|before|by|between|through|throughout)$/.test(before)) {
		if (before === "in" && normAt(reading, at - 2) === "one") return null;
		return year >= 1500 && year < 2100 ? found : !noun ? found : null;
	}
	if (year < 1900 || year >= 2100) return null;
	if (before === "of") return !noun && isOwnOf(reading, at - 2) ? found : null;
	if (/^(?:from|after|and|to|around|for)$/.test(before) && !noun) return found;
	const named = has(reading, at + 1, Shape.capital);
	if (/^(?:the|his|her|its|their|'s|this)$/.test(before) && noun) return found;
	return before === "a" && noun && !named ? found : null;
}

/** "the first half of 2031 sales fell": behind a part of it a year is one, whatever comes next. */
function isPartOf(reading: Reading, at: number): boolean {
	return (
		normAt(reading, at - 1) === "of" &&
		/^(?:half|quarter|end|start|beginning|middle|rest|months|weeks)$/.test(normAt(reading, at - 2))
	);
}

/** "the summer of 2030", "the class of 2030", "Act of 2018" is a law's name, "1 of 2030" a share. */
function isOwnOf(reading: Reading, at: number): boolean {
	return reading.kinds[at] === TokenKind.word && !LAW.test(normAt(reading, at));
}

/** "the 2031 Act", "the 2015 Corra Agreement": the last of the capitals behind the year is a law. */
function isNamedLaw(reading: Reading, at: number, limit: number): boolean {
	let end = at + 1;
	while (end < limit && end <= at + 5 && reading.kinds[end] === TokenKind.word && has(reading, end, Shape.capital))
		end++;
	return end > at + 1 && LAW.test(normAt(reading, end - 1));
}

const ISO_WEEK = /(\d{4})-W(\d{2})(?![\p{Nd}\p{L}-])/uy;

function readIsoWeek(reading: Reading, at: number, limit: number): Found | null {
	const start = reading.starts[at] ?? 0;
	ISO_WEEK.lastIndex = start;
	const match = ISO_WEEK.exec(reading.text);
	if (!match || at + 2 >= limit) return null;
	const week = Number(match[2]);
	if (week < 1 || week > 53 || reading.ends[at + 2] !== start + match[0].length) return null;
	return expression(at, at + 3, { kind: "week", year: Number(match[1]), week });
}

/** "the year 2028". */
export function readTheYear(reading: Reading, at: number, limit: number): Found | null {
	if (normAt(reading, at) !== "the" || normAt(reading, at + 1) !== "year" || at + 2 >= limit) return null;
	const norm = normAt(reading, at + 2);
	return YEAR.test(norm) ? expression(at, at + 3, years(Number(norm), Number(norm))) : null;
}
