import { monthOf } from "../../article/metadata/calendar-words.ts";
import { TokenKind } from "../../model/annotated.ts";
import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { isDay } from "./calendar.ts";
import { readForeignWeekday } from "./foreign-weekdays.ts";
import { type Expression, expression, type Found } from "./time-expression.ts";

/** Months behind a preposition in Russian, which dates themselves do not use. */
const RUSSIAN_CASES: ReadonlyMap<string, number> = new Map(
	"январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре"
		.split(" ")
		.map((word, at) => [word, at + 1] as const),
);

/** Only words that mean a day and nothing else: "morgen" and "mañana" are a morning too. */
const DAYS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
	[
		"de vorgestern -2 gestern -1 heute 0 übermorgen 2",
		"fr avant-hier -2 hier -1 aujourd'hui 0 demain 1 après-demain 2",
		"es anteayer -2 ayer -1 hoy 0",
		"it ieri -1 oggi 0 domani 1 dopodomani 2",
		"pt anteontem -2 ontem -1 hoje 0 amanhã 1",
		"ru позавчера -2 вчера -1 сегодня 0 завтра 1 послезавтра 2",
		"nl eergisteren -2 gisteren -1 vandaag 0 overmorgen 2",
	].map((line) => {
		const [language = "", ...words] = line.split(" ");
		const pairs = words.flatMap((word, at) => (at % 2 === 0 ? [[word, Number(words[at + 1])] as const] : []));
		return [language, new Map(pairs)] as const;
	}),
);

const BEFORE_YEAR =
	/^(?:in|im|en|nel|nell|em|jahr|jahre|année|annees|año|anno|ano|seit|depuis|desde|dal|dans|с|в|к|до|sedan|sinds|od|roku)$/;
/** Between day and month, and between month and year. */
const OF = /^(?:de|of|di|del|do|da|den|der|d|d'|года?)$/;

/**
 * Dates written in another language than English: a day with the month's name, a month with its year, a
 * year behind a preposition, and the words for yesterday, today and tomorrow where they mean only that.
 */
export function readForeign(reading: Reading, at: number, limit: number): Found | null {
	const { language } = reading.article;
	if (language === null || language === "en") return null;
	if (reading.kinds[at] === TokenKind.number) return readDay(reading, at, limit, language) ?? readBareYear(reading, at);
	const days = DAYS.get(language)?.get(normAt(reading, at));
	if (days !== undefined) return expression(at, at + 1, { kind: "offset", days, spread: 0 });
	return (
		readWithWeekday(reading, at, limit, language) ??
		readForeignWeekday(reading, at, limit, language) ??
		readMonthYear(reading, at, limit, language)
	);
}

/** "Dienstag, 14. Mai 2031", "mardi 14 mai 2031": the weekday belongs to the date. */
function readWithWeekday(reading: Reading, at: number, limit: number, language: string): Found | null {
	const name = normAt(reading, at);
	if (!isWeekdayName(name)) return null;
	let day = at + 1;
	if (normAt(reading, day) === ",") day++;
	if (/^(?:den|dem|der|le|el|il|o)$/.test(normAt(reading, day))) day++;
	if (day >= limit || reading.kinds[day] !== TokenKind.number) return null;
	const found = readDay(reading, day, limit, language) ?? null;
	return found && { ...found, first: at };
}

const WEEKDAY_NAMES = new Set(
	(
		"montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche " +
		"lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica " +
		"segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta " +
		"maandag dinsdag woensdag donderdag vrijdag zaterdag zondag понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье " +
		"poniedziałek wtorek środa czwartek piątek sobota niedziela mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag"
	).split(" "),
);

function isWeekdayName(norm: string): boolean {
	return WEEKDAY_NAMES.has(norm);
}

function readDay(reading: Reading, at: number, limit: number, language: string): Found | null {
	const figure = normAt(reading, at);
	if (!/^\d{1,2}$/.test(figure)) return null;
	const day = Number(figure);
	let next = at + 1;
	const mark = normAt(reading, next);
	const joined = has(reading, next, Shape.joined);
	if (joined && /^(?:\.|er|º|ª|°|o|a|-го|го|e)$/.test(mark)) next++;
	if (OF.test(normAt(reading, next))) next++;
	if (next >= limit || reading.kinds[next] !== TokenKind.word) return null;
	const word = normAt(reading, next);
	const month = monthOf(word, language);
	if (month === 0 || !isDay(2000, month, day)) return null;
	const year = foreignYear(reading, next + 1, limit);
	// A short form without its year may be any word: Italian "mar", Polish "maj" are months, "set" and "ago" are not only that.
	if (!year && word.length < 4 && !/^(?:mai|mei|maj|máj|mag)$/.test(word)) return null;
	const what: Expression = {
		kind: "day",
		year: year?.year ?? null,
		month,
		day,
		until: null,
		weekday: null,
		step: null,
	};
	return expression(at, year?.end ?? next + 1, what);
}

function readMonthYear(reading: Reading, at: number, limit: number, language: string): Found | null {
	const word = normAt(reading, at);
	if (word.length < 3) return null;
	const month = monthOf(word, language) || (language === "ru" ? (RUSSIAN_CASES.get(word) ?? 0) : 0);
	if (month === 0) return null;
	const year = foreignYear(reading, at + 1, limit);
	return year && expression(at, year.end, { kind: "month", year: year.year, month, which: "bare", step: null });
}

function foreignYear(
	reading: Reading,
	at: number,
	limit: number,
): { readonly year: number; readonly end: number } | null {
	const from = /^(?:de|del|do|,)$/.test(normAt(reading, at)) ? at + 1 : at;
	if (from >= limit || !/^(?:1[5-9]|20|21)\d\d$/.test(normAt(reading, from))) return null;
	const behind = normAt(reading, from + 1);
	const stop = /^(?:г|р)$/.test(behind) && normAt(reading, from + 2) === ".";
	const end = /^(?:года?|году|року)$/.test(behind) ? from + 2 : stop ? from + 3 : from + 1;
	return { year: Number(normAt(reading, from)), end: Math.min(end, limit) };
}

function readBareYear(reading: Reading, at: number): Found | null {
	const norm = normAt(reading, at);
	if (!/^(?:19|20)\d\d$/.test(norm) || !BEFORE_YEAR.test(normAt(reading, at - 1))) return null;
	const year = Number(norm);
	return expression(at, at + 1, { kind: "year", year, until: year, says: null });
}
