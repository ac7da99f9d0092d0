import type { FoundDate } from "../../model/annotation.ts";
import type { StatedDate } from "../../model/date.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { normAt, type Reading, Shape } from "../shapes.ts";
import { boundExpression, isoTime } from "./anchor.ts";
import { dayNumber, isDay, isoDay, parseIsoDay } from "./calendar.ts";
import { findExpressions } from "./date-expressions.ts";
import { findHanDates, isHan } from "./han-dates.ts";
import { dayOfEvent, indexEvents, isReporting, nearestBefore } from "./nearby.ts";
import { anchorAt, findReportDay, type ReportDay } from "./report-day.ts";
import { type Anchor, type Bounds, exactly, type Near, type Setting } from "./setting.ts";
import { tenseAround } from "./tense.ts";
import type { Expression, Found, TimeOfDay } from "./time-expression.ts";

/**
 * The time expressions of an article, sorted by place, each with the bounds that the article gives it.
 * Finding them (date-expressions.ts) and anchoring them (anchor.ts) are two steps; here the second is
 * done in the order of what hangs on what: first what needs only the report's day, then what is counted
 * from those dates, then times of day. Marks the tokens found as belonging to dates.
 */
export function findDates(reading: Reading): FoundDate[] {
	const found = findExpressions(reading);
	for (const { first, end } of found) {
		for (let at = first; at < end; at++) reading.shapes[at] = (reading.shapes[at] ?? 0) | Shape.date;
	}
	const dates = anchorAll(reading, found);
	return isHan(reading) ? withHan(reading, dates) : dates;
}

/** Adds the dates of a writing without spaces, which tokens do not part; what they hold gives way to them. */
function withHan(reading: Reading, dates: readonly FoundDate[]): FoundDate[] {
	const reportDay = findReportDay(reading.article);
	const han = findHanDates(reading).map(({ start, end, what }): FoundDate => {
		const found: Found = { first: 0, end: 0, lead: 0, what, time: null, part: false };
		const bounds = boundExpression(found, { ...ALONE, anchor: anchorAt(reportDay, start) });
		const exact = reading.text.slice(start, end);
		const draft: Draft = { found, start, end, exact, sentence: -1, quote: -1, date: null, near: null };
		return { start, end, exact, date: makeDate(reading.article.id, draft, bounds) };
	});
	const others = dates.filter((date) => han.every(({ start, end }) => date.end <= start || end <= date.start));
	return [...others, ...han].sort(compareSpans);
}

/** Around a date of which nothing but its own words is read. */
const ALONE: Omit<Setting, "anchor"> = {
	tense: "open",
	ofNoun: false,
	quoted: false,
	near: null,
	beside: false,
	dayOfEvent: () => null,
	order: null,
	listed: null,
};

/** An expression on its way to a date. */
interface Draft extends Span {
	readonly found: Found;
	readonly exact: string;
	readonly sentence: number;
	/** Index of the quotation it stands in; −1 outside. */
	readonly quote: number;
	date: StatedDate | null;
	near: Near | null;
}

function anchorAll(reading: Reading, found: readonly Found[]): FoundDate[] {
	const reportDay = findReportDay(reading.article);
	const quoteOf = findQuotes(reading);
	const order = findOrder(reading, found);
	const drafts = found.map((one): Draft => {
		const start = (reading.starts[one.first] ?? 0) - one.lead;
		const end = reading.ends[one.end - 1] ?? 0;
		const exact = reading.text.slice(start, end);
		const sentence = reading.sentenceOf[one.first] ?? -1;
		return { found: one, start, end, exact, sentence, quote: quoteOf[one.first] ?? -1, date: null, near: null };
	});
	const context: Context = { reading, drafts, reportDay, order, spoken: new Map(), events: null };
	const isLater = ({ found: { what }, quote }: Draft): boolean =>
		quote >= 0 || hangsOnText(what) || what.kind === "time";
	// From the last, since a year at the end of a list is that of the days before it.
	for (let i = drafts.length - 1; i >= 0; i--) {
		const draft = drafts[i];
		if (draft && (isWrittenOut(draft.found.what) || listedBehind(context, i) !== null)) settle(context, i);
	}
	drafts.forEach((draft, i) => {
		if (draft.date === null && !isLater(draft)) settle(context, i);
	});
	drafts.forEach((draft, i) => {
		// "two days before he died on May 9" counts from the date behind it.
		const next = drafts[i + 1];
		const ahead = draft.found.what.kind === "event" && next?.date === null && next.sentence === draft.sentence;
		if (ahead && next.found.what.kind === "day" && next.quote === draft.quote) settle(context, i + 1);
		if (draft.date === null && draft.found.what.kind !== "time") settle(context, i);
	});
	drafts.forEach((draft, i) => {
		if (draft.date === null) draft.date = makeDate(reading.article.id, draft, dayOfTime(context, i));
	});
	return drafts.flatMap(({ start, end, exact, date }) => (date ? [{ start, end, exact, date }] : []));
}

interface Context {
	readonly reading: Reading;
	readonly drafts: readonly Draft[];
	readonly reportDay: ReportDay;
	readonly order: Setting["order"];
	/** The day on which the words of a quotation were said, by its index; null when the text does not give one. */
	readonly spoken: Map<number, Anchor | null>;
	events: ReadonlyMap<string, readonly Near[]> | null;
}

/** Counted from another date or event of the text, or perhaps so. */
function hangsOnText(what: Expression): boolean {
	if (what.kind === "day") return what.year === null && what.weekday === null && what.step === null;
	return /^(?:later|neighbour|near-weekday|event|ordinal)$/.test(what.kind);
}

function isWrittenOut(what: Expression): boolean {
	return what.kind === "numeric" || (what.kind === "day" && what.year !== null);
}

function settle(context: Context, at: number): void {
	const draft = context.drafts[at];
	if (!draft) return;
	const setting = settingOf(context, draft, at);
	const read = boundExpression(draft.found, setting);
	const bounds = isEnglish(context.reading) ? read : { ...read, reason: read.reason.replace(NO_VERB, VERBS_UNREAD) };
	draft.date = makeDate(context.reading.article.id, draft, bounds);
	draft.near = makeNear(context.reading, draft, setting.listed !== null, bounds);
}

/** Verbs are read in English alone: elsewhere none can tell, and the reason says so. */
const NO_VERB = "no verb tells which";
const VERBS_UNREAD = "verbs are not read in this language";

function isEnglish(reading: Reading): boolean {
	return /^en(?:-|$)/.test(reading.article.language ?? "en");
}

function settingOf(context: Context, draft: Draft, at: number): Setting {
	const { reading, drafts } = context;
	const { first, end, what } = draft.found;
	const near = nearestBefore((back) => {
		const date = drafts[at - back];
		return date?.quote === draft.quote ? date.near : null;
	}, draft.sentence);
	const said = draft.quote >= 0 && !isWrittenOut(what) ? dayOfSpeech(context, draft.quote, at) : null;
	return {
		anchor: said ?? anchorAt(context.reportDay, draft.start),
		tense: isEnglish(reading) ? tenseAround(reading, first, end) : "open",
		ofNoun: normAt(reading, end) === "'s",
		quoted: draft.quote >= 0 && said === null,
		near,
		beside: near !== null && near.sentence === draft.sentence,
		dayOfEvent: (head) => {
			context.events ??= indexEvents(
				reading,
				drafts.flatMap((one) => (one.near ? [one.near] : [])),
			);
			return dayOfEvent(reading, context.events, head);
		},
		order: context.order,
		listed: listedBehind(context, at),
	};
}

/** "May 3 and May 9, 2028": the date behind, when only "and", a comma or the like parts the two. */
function listedBehind({ reading, drafts }: Context, at: number): Near | null {
	const own = drafts[at];
	const next = drafts[at + 1];
	if (own?.found.what.kind !== "day" || own.found.what.year !== null) return null;
	if (!next || next.sentence !== own.sentence || next.found.first - own.found.end > 2) return null;
	for (let i = own.found.end; i < next.found.first; i++) {
		if (!/^(?:and|or|,|&|to)$/.test(normAt(reading, i))) return null;
	}
	return next.near?.written && next.near.earliest === next.near.latest ? next.near : null;
}

function makeNear(
	reading: Reading,
	draft: Draft,
	listed: boolean,
	{ earliest, latest, precision }: Bounds,
): Near | null {
	if (earliest === null || latest === null || precision === null) return null;
	if (!/^(?:day|part-of-day|week|month|year)$/.test(precision)) return null;
	const { found, start, end, exact, sentence } = draft;
	return {
		start,
		end,
		exact,
		earliest,
		latest,
		precision,
		reporting: isReporting(reading, found.first, found.end),
		sentence,
		firstToken: found.first,
		endToken: found.end,
		written: isWrittenOut(found.what) || listed,
	};
}

/** Dates on either side of a quotation looked at for the day it was said on. */
const MOST_BESIDE = 8;

/**
 * The day on which a quotation was said: the one that the words around it give with a verb of speech, in
 * the sentences it stands in.
 */
function dayOfSpeech(context: Context, quote: number, at: number): Anchor | null {
	const known = context.spoken.get(quote);
	if (known !== undefined) return known;
	const { drafts } = context;
	let first = at;
	let last = at;
	while (drafts[first - 1]?.quote === quote) first--;
	while (drafts[last + 1]?.quote === quote) last++;
	const from = drafts[first]?.sentence ?? -1;
	const to = drafts[last]?.sentence ?? -1;
	const days: Near[] = [];
	for (let i = first - MOST_BESIDE; i <= last + MOST_BESIDE; i++) {
		if (i >= first && i <= last) continue;
		const near = drafts[i]?.quote === -1 ? drafts[i]?.near : null;
		if (!near?.reporting || near.earliest !== near.latest || near.sentence < from || near.sentence > to) continue;
		if (days.every((day) => day.earliest !== near.earliest)) days.push(near);
	}
	const [only, ...more] = days;
	const anchor =
		only && more.length === 0
			? {
					earliest: only.earliest,
					latest: only.latest,
					says: `said on “${only.exact}”, ${isoDay(only.earliest)}`,
					places: [only],
					published: null,
				}
			: null;
	context.spoken.set(quote, anchor);
	return anchor;
}

function makeDate(article: string, draft: Draft, bounds: Bounds): StatedDate {
	const { start, end, exact, found } = draft;
	const { time, what } = found;
	const own = { article, start, end };
	const others = (bounds.from ?? []).filter((place) => place.end <= start || place.start >= end);
	const evidence = [own, ...others.map((place) => ({ article, start: place.start, end: place.end }))];
	const base = { zone: time?.zone ?? null, exact, reason: bounds.reason, evidence };
	const { earliest, latest } = bounds;
	if (time && what.kind === "side") {
		// "before 9 a.m. on Friday" is on that Friday still.
		const until = latest !== null && earliest === null;
		const day =
			until && what.side === "before"
				? latest + 1
				: (latest ?? (what.side === "after" && earliest !== null ? earliest - 1 : earliest));
		const bound = day === null ? null : isoTime(day, time)[0];
		return { earliest: until ? null : bound, latest: until ? bound : null, precision: bounds.precision, ...base };
	}
	if (time && earliest !== null && earliest === latest) {
		const [from, to] = isoTime(earliest, time);
		return { earliest: from, latest: to, precision: time.exact ? "minute" : "hour", ...base };
	}
	return {
		earliest: earliest === null ? null : isoDay(earliest),
		latest: latest === null ? null : isoDay(latest),
		precision: bounds.precision,
		...base,
	};
}

const NO_DAY: Bounds = { earliest: null, latest: null, precision: null, reason: "a time without its day" };

/**
 * The day of a time that has none beside it: that of the time it repeats in another zone, in brackets, or
 * the only day that its sentence names for what happens.
 */
function dayOfTime({ reading, drafts }: Context, at: number): Bounds {
	const own = drafts[at];
	if (!own) return NO_DAY;
	const before = drafts[at - 1];
	const bracket = normAt(reading, own.found.first - 1) === "(";
	if (before?.found.time && own.found.time && bracket && own.found.first - before.found.end <= 2) {
		const day = before.date?.earliest == null ? null : parseIsoDay(before.date.earliest);
		if (day !== null) return shiftDay(day, before, own.found.time);
	}
	// "6am (2200 GMT Sunday)": the day stands with the other zone.
	const behind = drafts[at + 1];
	if (behind?.found.time && own.found.time && behind.date?.earliest && opensBracket(reading, own, behind)) {
		const day = parseIsoDay(behind.date.earliest);
		if (day !== null && behind.date.latest?.slice(0, 10) === behind.date.earliest.slice(0, 10))
			return shiftBack(day, behind, own.found.time);
	}
	const days: Near[] = [];
	for (let i = at - MOST_BESIDE; i <= at + MOST_BESIDE; i++) {
		const draft = drafts[i];
		if (!draft?.near || draft.sentence !== own.sentence || draft.quote !== own.quote) continue;
		if (draft.near.earliest !== draft.near.latest) continue;
		if (days.every((day) => day.earliest !== draft.near?.earliest)) days.push(draft.near);
	}
	const [only, ...more] = days;
	if (!only || more.length > 0 || only.reporting) return NO_DAY;
	return exactly(
		only.earliest,
		`the day is that of “${only.exact}” (${isoDay(only.earliest)}), the only one its sentence names`,
		[only],
	);
}

/** Zones lie from 12 hours behind Greenwich to 14 before it: most pairs of times leave one day only. */
function shiftDay(day: number, before: Draft, time: TimeOfDay): Bounds {
	const local = before.found.time?.minutes ?? 0;
	const days = [-1, 0, 1].filter((off) => {
		const ahead = local - (time.minutes + off * 1440);
		return ahead >= -720 && ahead <= 840;
	});
	const [off, ...more] = days;
	if (off === undefined || more.length > 0)
		return { ...NO_DAY, reason: `the same time as “${before.exact}” in another zone, which may be of two days` };
	return exactly(day + off, `the same time as “${before.exact}” (${isoDay(day)}) in another zone`, [before]);
}

function opensBracket(reading: Reading, own: Draft, behind: Draft): boolean {
	return behind.found.first - own.found.end === 1 && normAt(reading, own.found.end) === "(";
}

/** The day of a time whose other zone, in brackets behind it, has a day: of Greenwich as a rule, else any other. */
function shiftBack(day: number, other: Draft, time: TimeOfDay): Bounds {
	const there = other.found.time;
	const [least, most] = /^(?:gmt|utc|z)/i.test(there?.zone ?? "") ? [-720, 840] : [-1140, 1140];
	const days = [-1, 0, 1].filter((off) => {
		const ahead = time.minutes + off * 1440 - (there?.minutes ?? 0);
		return ahead >= least && ahead <= most;
	});
	const [off, ...more] = days;
	if (off === undefined || more.length > 0)
		return { ...NO_DAY, reason: `the same time as “${other.exact}” in another zone, which may be of two days` };
	return exactly(day + off, `the same time as “${other.exact}” (${isoDay(day)}) in another zone`, [other]);
}

/** The first date in figures that can be read in one order only; null when another contradicts it. */
function findOrder(reading: Reading, found: readonly Found[]): Setting["order"] {
	let order: Setting["order"] = null;
	for (const { what, first, end } of found) {
		if (what.kind !== "numeric" || what.first === what.second) continue;
		const dayFirst = isDay(what.year, what.second, what.first);
		if (dayFirst === isDay(what.year, what.first, what.second)) continue;
		if (order && order.dayFirst !== dayFirst) return null;
		const at = { start: reading.starts[first] ?? 0, end: reading.ends[end - 1] ?? 0 };
		const month: number = dayFirst ? what.second : what.first;
		const day: number = dayFirst ? what.first : what.second;
		const exact = reading.text.slice(at.start, at.end);
		order ??= { dayFirst, exact, day: dayNumber({ year: what.year, month, day }), at };
	}
	return order;
}

/** Index of the quotation that each token stands in, −1 outside; one that is left open ends with its paragraph. */
function findQuotes(reading: Reading): Int32Array {
	const quoteOf = new Int32Array(reading.count).fill(-1);
	let paragraph = 0;
	let open = false;
	let quote = -1;
	for (let i = 0; i < reading.count; i++) {
		const start = reading.starts[i] ?? 0;
		while (start >= (reading.words.paragraphs[paragraph]?.end ?? Number.POSITIVE_INFINITY)) {
			paragraph++;
			open = false;
		}
		const mark = reading.norms[i];
		const was = open;
		if (mark === "\u201c" || mark === "\u00ab" || mark === "\u201e") open = true;
		else if (mark === "\u201d" || mark === "\u00bb") open = false;
		else if (mark === '"') open = !open;
		else if (open) quoteOf[i] = quote;
		if (open && !was) quote++;
	}
	return quoteOf;
}
