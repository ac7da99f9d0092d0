import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { monthAt, monthNamed, yearBehind } from "./calendar-names.ts";
import { type Expression, expression, type Found, type Season } from "./time-expression.ts";
import { whichAt } from "./weekdays.ts";
import { readMonthFirst, stepBehind } from "./written-dates.ts";

/** Words before a bare month that show it to be one. */
const BEFORE_TIME = new Set(
	"in since until till by from during of early late mid last next this between before after around through throughout to and for previous past".split(
		" ",
	),
);
/** Of these, the ones that stand before persons and verbs as well. */
const WEAK = new Set(["to", "and", "for", "of", "from", "by", "before", "after", "between"]);
/** Months that are given names, surnames or other words too. */
const ALSO_NAMES = new Set(["may", "march", "april", "june", "august"]);

/**
 * A month with its year, or bare where the words beside it show it to be one; else a season.
 *
 * @param sure true when what stands before already shows a time: "from …", "the end of …"
 */
export function readMonth(reading: Reading, at: number, first: number, limit: number, sure: boolean): Found | null {
	const { which, from } = whichAt(reading, at);
	if (from >= limit) return null;
	const dated = which === "bare" ? readMonthFirst(reading, from, limit, null, at) : null;
	if (dated) return dated;
	const month = monthAt(reading, from);
	if (!month) return readSeason(reading, at, limit);
	const lead = leadOf(reading, from);
	const found = (end: number, year: number | null, step: -1 | 0 | 1 | null = null): Found => {
		const of: Expression = { kind: "month", year, month: month.month, which, step };
		return { ...expression(at, end, lead > 0 ? { kind: "piece", piece: "mid", of } : of), lead };
	};
	const year = yearBehind(reading, month.end, limit);
	if (year) return found(year.end, year.year);
	const norm = normAt(reading, from);
	if (month.short && norm !== "may") return null;
	const step = which === "bare" ? stepBehind(reading, month.end, limit, "year") : null;
	if (step) return found(step.end, null, step.step);
	if (which === "bare" && lead === 0 && !sure) {
		const before = from > first ? normAt(reading, from - 1) : "";
		const next = normAt(reading, month.end);
		// "March's floods" opens a sentence or follows a verb; "a February report" has a noun behind it.
		const possessive = next === "'s" && !ALSO_NAMES.has(norm);
		const marchs = next === "'s" && norm === "march" && from === first;
		const adjective =
			/^(?:a|the|that|its|his|her|their|earlier)$/.test(before) && isNounBehind(reading, month.end, limit);
		if (!BEFORE_TIME.has(before) && !adjective && !possessive && !marchs) return null;
		if (WEAK.has(before) && ALSO_NAMES.has(norm)) return null;
	}
	if (ALSO_NAMES.has(norm) && (has(reading, month.end, Shape.capital) || isPerson(reading, norm))) return null;
	return found(month.end, null);
}

/** "October-December", one word to the tokens, with "quarter", its year, or what shows a month before it. */
export function readMonthRange(reading: Reading, at: number, limit: number): Found | null {
	if (!has(reading, at, Shape.capital)) return null;
	const match = /^(\p{Ll}+)[-\u2010\u2011](\p{Ll}+)$/u.exec(normAt(reading, at));
	if (!match) return null;
	const [from, to] = [monthNamed(match[1] ?? ""), monthNamed(match[2] ?? "")];
	if (from === 0 || to === 0 || from === to) return null;
	const behind = /^(?:quarter|period|season)$/.test(normAt(reading, at + 1)) ? at + 2 : at + 1;
	const year = behind < limit ? yearBehind(reading, behind, limit) : null;
	if (behind === at + 1 && !year && !/^(?:in|for|during|of|the|over|from)$/.test(normAt(reading, at - 1))) return null;
	const month = (number: number, of: number | null): Expression => {
		return { kind: "month", year: of, month: number, which: "bare", step: null };
	};
	const range: Expression = {
		kind: "range",
		from: month(from, null),
		to: month(to, year?.year ?? null),
		marked: true,
	};
	return expression(at, year?.end ?? behind, range);
}

/** Characters of "mid-" in front of a token that its hyphen was cut from. */
function leadOf(reading: Reading, token: number): number {
	const start = reading.starts[token] ?? 0;
	return /mid[-\u2010\u2011]$/i.test(reading.text.slice(Math.max(0, start - 4), start)) ? 4 : 0;
}

function isNounBehind(reading: Reading, at: number, limit: number): boolean {
	return (
		at < limit &&
		reading.kinds[at] === TokenKind.word &&
		!has(reading, at, Shape.capital) &&
		!/^(?:on|in|of|to|for|against|and|or|is|was|has|had|said|at|by|with|from)$/.test(normAt(reading, at))
	);
}

/** Words that open a sentence before a month and are no given names. */
const NO_NAME =
	/^(?:in|on|since|last|next|this|early|late|until|till|by|from|and|of|to|mid|the|during|but|yet|when|if|as|for|after|before|a|an|it|that|both|between|through|throughout|every|each|around|about|was|is|with|while|or|not|now|then|also|only|even|still|just|so|at|he|she|they|we|i|you|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

const persons = new WeakMap<Reading, ReadonlySet<string>>();

/** Whether the article names a person so: "Orla May", "Mrs May", "June Quill". */
function isPerson(reading: Reading, norm: string): boolean {
	let known = persons.get(reading);
	if (!known) {
		const found = new Set<string>();
		for (let i = 0; i < reading.count; i++) {
			if (!ALSO_NAMES.has(reading.norms[i] ?? "") || !has(reading, i, Shape.capital)) continue;
			if (has(reading, i, Shape.titled)) continue;
			const before = normAt(reading, i - 1);
			const named =
				has(reading, i - 1, Shape.capital) && reading.kinds[i - 1] === TokenKind.word && !NO_NAME.test(before);
			const stop = before === "." && /^(?:mr|mrs|ms|dr)$/.test(normAt(reading, i - 2));
			if (named || stop) found.add(reading.norms[i] ?? "");
		}
		persons.set(reading, found);
		known = found;
	}
	return known.has(norm);
}

const SEASONS: ReadonlyMap<string, Season> = new Map(
	(["spring", "summer", "autumn", "fall", "winter"] as const).map((season) => [season, season] as const),
);

/** "spring 2030", "the summer of 2030", "last autumn"; a season without its year is none. */
function readSeason(reading: Reading, at: number, limit: number): Found | null {
	const the = normAt(reading, at) === "the" ? 1 : 0;
	const { which, from } = the ? { which: "bare" as const, from: at + 1 } : whichAt(reading, at);
	const season = from < limit ? SEASONS.get(normAt(reading, from)) : undefined;
	if (season === undefined) return null;
	const year = yearBehind(reading, from + 1, limit);
	if (year && !(the && normAt(reading, from + 1) !== "of"))
		return expression(at, year.end, { kind: "season", season, year: year.year, which: "bare" });
	if (the || (which !== "last" && which !== "this" && which !== "next" && which !== "past")) return null;
	return expression(at, from + 1, { kind: "season", season, year: null, which });
}
