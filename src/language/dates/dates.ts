import type { FoundDate } from "../../model/annotation.ts";
import type { Article } from "../../model/article.ts";
import type { StatedDate } from "../../model/date.ts";
import { findTokens } from "../../text/tokens.ts";
import { type Reading, readShapes, Shape } from "../shapes.ts";
import { type Anchor, boundExpression, isoTime, type Setting } from "./anchor.ts";
import { isoDay, parseIsoDay } from "./calendar.ts";
import { findExpressions } from "./date-expressions.ts";
import { tenseAround } from "./tense.ts";
import type { Found } from "./time-expression.ts";

/**
 * The time expressions of an article, sorted by place, each with the bounds that the article gives it.
 * Relative dates are counted from the publication date, or from a full date in the dateline when that
 * is not known; a date elsewhere in the text anchors nothing, since it may be another report's.
 * Marks the tokens found as belonging to dates.
 */
export function findDates(reading: Reading): FoundDate[] {
	const { article, text } = reading;
	const anchor = findAnchor(article);
	const quoted = markQuoted(reading);
	const dates: FoundDate[] = [];
	let before: { day: number; exact: string; sentence: number } | null = null;
	for (const found of findExpressions(reading)) {
		for (let at = found.first; at < found.end; at++) reading.shapes[at] = (reading.shapes[at] ?? 0) | Shape.date;
		const sentence = reading.sentenceOf[found.first] ?? -1;
		const near: { day: number; exact: string } | null = before && sentence - before.sentence <= 1 ? before : null;
		const start = reading.starts[found.first] ?? 0;
		const end = reading.ends[found.end - 1] ?? 0;
		const exact = text.slice(start, end);
		const setting: Setting = {
			anchor,
			tense: tenseAround(reading, found.first, found.end),
			quoted: quoted[found.first] === 1,
			before: near,
		};
		const date = makeDate(article.id, found, setting, { start, end, exact });
		dates.push({ start, end, exact, date });
		const day = date.earliest === null ? null : parseIsoDay(date.earliest);
		if (day !== null && /^(?:day|part-of-day|hour|minute)$/.test(date.precision ?? ""))
			before = { day, exact, sentence };
	}
	return dates;
}

function makeDate(
	article: string,
	found: Found,
	setting: Setting,
	place: { readonly start: number; readonly end: number; readonly exact: string },
): StatedDate {
	const bounds = boundExpression(found, setting);
	const evidence = [{ article, start: place.start, end: place.end }];
	const { time } = found;
	const day = bounds.earliest !== null && bounds.earliest === bounds.latest ? bounds.earliest : null;
	const zone = time?.zone ?? null;
	if (time && day !== null) {
		const [earliest, latest] = isoTime(day, time);
		const precision = time.exact ? "minute" : "hour";
		return { earliest, latest, precision, zone, exact: place.exact, reason: bounds.reason, evidence };
	}
	return {
		earliest: bounds.earliest === null ? null : isoDay(bounds.earliest),
		latest: bounds.latest === null ? null : isoDay(bounds.latest),
		precision: bounds.precision,
		zone,
		exact: place.exact,
		reason: bounds.reason,
		evidence,
	};
}

/** What relative dates are counted from; null when the article does not say when it was written. */
function findAnchor(article: Article): Anchor | null {
	const { published } = article;
	const earliest = published.earliest === null ? null : parseIsoDay(published.earliest);
	const latest = published.latest === null ? null : parseIsoDay(published.latest);
	if (earliest !== null && latest !== null) {
		const says =
			earliest === latest ? `published ${isoDay(earliest)}` : `published ${isoDay(earliest)} to ${isoDay(latest)}`;
		return { earliest, latest, says };
	}
	const written = article.dateline?.date ?? null;
	if (written === null) return null;
	const day = readFullDate(article, written);
	return day === null ? null : { earliest: day, latest: day, says: `the dateline is of ${isoDay(day)}` };
}

/** The day of a text that is one full date and nothing else; null for any other. */
function readFullDate(article: Article, text: string): number | null {
	const whole = [{ start: 0, end: text.length }];
	const words = { paragraphs: whole, sentences: whole, tokens: findTokens(text, whole) };
	const reading = readShapes({ ...article, text }, words);
	const [found, ...more] = findExpressions(reading);
	if (!found || more.length > 0 || (found.what.kind !== "day" && found.what.kind !== "numeric")) return null;
	const { earliest, latest } = boundExpression(found, { anchor: null, tense: "open", quoted: false, before: null });
	return earliest !== null && earliest === latest ? earliest : null;
}

/** 1 for the tokens inside double quotation marks; a paragraph that is left open counts to its end. */
function markQuoted(reading: Reading): Uint8Array {
	const quoted = new Uint8Array(reading.count);
	let paragraph = 0;
	let open = false;
	for (let i = 0; i < reading.count; i++) {
		const start = reading.starts[i] ?? 0;
		while (start >= (reading.words.paragraphs[paragraph]?.end ?? Number.POSITIVE_INFINITY)) {
			paragraph++;
			open = false;
		}
		const mark = reading.norms[i];
		if (mark === "\u201c" || mark === "\u00ab" || mark === "\u201e") open = true;
		else if (mark === "\u201d" || mark === "\u00bb") open = false;
		else if (mark === '"') open = !open;
		else if (open) quoted[i] = 1;
	}
	return quoted;
}
