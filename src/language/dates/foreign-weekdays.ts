import { TokenKind } from "../../model/annotated.ts";
import { normAt, type Reading } from "../shapes.ts";
import { expression, type Found, type Which } from "./time-expression.ts";

/**
 * Weekdays in other languages than English. Caught: "am Dienstag", "mardi dernier", "el próximo jueves", "в минувший
 * вторник". Not: "jeden Dienstag", "le mardi" and "los martes", which come every week, "quinta" alone, an ordinal.
 * Verbs are not read, so that a bare one is bounded by both sides.
 */

/** From Sunday to Saturday; a bar parts forms of one day. */
const NAMES: Readonly<Record<string, string>> = {
	de: "sonntag montag dienstag mittwoch donnerstag freitag samstag|sonnabend",
	fr: "dimanche lundi mardi mercredi jeudi vendredi samedi",
	es: "domingo lunes martes miércoles jueves viernes sábado",
	it: "domenica lunedì martedì mercoledì giovedì venerdì sabato",
	pt: "domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado",
	nl: "zondag maandag dinsdag woensdag donderdag vrijdag zaterdag",
	ru: "воскресенье понедельник вторник среду четверг пятницу субботу",
	tr: "pazar pazartesi salı çarşamba perşembe cuma cumartesi",
	ar: "الأحد الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت",
};

const WEEKDAYS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
	Object.entries(NAMES).map(([language, names]) => [
		language,
		new Map(names.split(" ").flatMap((forms, day) => forms.split("|").map((form) => [form, day] as const))),
	]),
);

/** Parts of the day that German writes into one word with the weekday. */
const GERMAN_PART = /(?:abend|morgen|nachmittag|nacht|mittag|vormittag)$/;

/** What says which, before the weekday or behind it. "last" may be the one of the week before. */
const WHICH: Readonly<Record<string, readonly (readonly [words: RegExp, which: Which])[]>> = {
	de: [
		[/^letzte[nmrs]?$/, "last"],
		[/^vergangene[nmrs]?$/, "past"],
		[/^nächste[nmrs]?$/, "next"],
		[/^kommende[nmrs]?$/, "coming"],
	],
	fr: [
		[/^dernier$/, "past"],
		[/^prochain$/, "next"],
	],
	es: [
		[/^pasado$/, "past"],
		[/^próximo$/, "next"],
	],
	it: [
		[/^scors[oa]$/, "past"],
		[/^prossim[oa]$/, "next"],
	],
	pt: [
		[/^passad[oa]$/, "last"],
		[/^próxim[oa]$/, "next"],
	],
	nl: [
		[/^(?:afgelopen|vorige)$/, "last"],
		[/^volgende$/, "next"],
		[/^komende$/, "coming"],
	],
	ru: [
		[/^прошл(?:ый|ую|ое)$/, "last"],
		[/^минувш(?:ий|ую|ее)$/, "past"],
		[/^следующ(?:ий|ую|ее)$/, "next"],
		[/^ближайш(?:ий|ую|ее)$/, "coming"],
	],
	tr: [
		[/^geçen$/, "last"],
		[/^gelecek$/, "next"],
		[/^önümüzdeki$/, "coming"],
	],
	ar: [
		[/^الماضي$/, "past"],
		[/^(?:المقبل|القادم)$/, "next"],
	],
};

/** Before a weekday these make it one of every week. */
const HABIT: Readonly<Record<string, RegExp>> = {
	de: /^(?:jede[nmrs]?|immer)$/,
	fr: /^(?:chaque|le|les|un)$/,
	es: /^(?:cada|los|todos)$/,
	it: /^(?:ogni|il|la|di)$/,
	pt: /^(?:cada|toda|todo|às|aos|as|os)$/,
	nl: /^(?:elke|iedere)$/,
	ru: /^(?:каждый|каждую|каждое)$/,
	tr: /^her$/,
	ar: /^كل$/,
};
/** Without one of these before it, or a word that says which, the name is too often another thing: a surname, Friday prayers, a market. */
const NEEDS: Readonly<Record<string, RegExp>> = {
	de: /^(?:am|vom|bis|seit|ab|zum|dem|den|diesen|dieser|am|für|von|zwischen|und|auf|,)$/,
	ru: /^(?:в|во|на)$/,
	ar: /^يوم$/,
};

export function readForeignWeekday(reading: Reading, at: number, limit: number, language: string): Found | null {
	const names = WEEKDAYS.get(language);
	if (!names || reading.kinds[at] !== TokenKind.word) return null;
	const before = whichOf(language, normAt(reading, at));
	const from = before ? at + 1 : at;
	if (from >= limit) return null;
	const written = normAt(reading, from);
	const name = language === "de" ? written.replace(GERMAN_PART, "") : written;
	const weekday = names.get(name);
	if (weekday === undefined) return null;
	const behind = from + 1 < limit ? whichOf(language, normAt(reading, from + 1)) : null;
	const day = language === "tr" && normAt(reading, from + 1) === "günü" ? from + 2 : from + 1;
	const end = behind ? from + 2 : day;
	const which = before ?? behind ?? "bare";
	const previous = normAt(reading, at - 1);
	if (which === "bare") {
		if (HABIT[language]?.test(previous)) return null;
		const needed = NEEDS[language];
		if (needed && !needed.test(previous)) return null;
		// "pazar" is a market and "cuma" a prayer, unless "günü" says that a day is meant.
		if (language === "tr" && day === from + 1) return null;
	}
	const what = { kind: "weekday", weekday, which, week: null, back: 0 } as const;
	return { ...expression(at, end, what), part: name !== written };
}

function whichOf(language: string, norm: string): Which | null {
	return WHICH[language]?.find(([words]) => words.test(norm))?.[1] ?? null;
}
