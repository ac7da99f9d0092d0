import type { Article } from "../../model/article.ts";
import type { StatedDate } from "../../model/date.ts";
import type { Span } from "../../model/span.ts";
import { findTokens } from "../../text/tokens.ts";
import { readShapes } from "../shapes.ts";
import { boundExpression } from "./anchor.ts";
import { isoDay, parseIsoDay } from "./calendar.ts";
import { findExpressions } from "./date-expressions.ts";
import type { Anchor, Setting } from "./setting.ts";

/** A report is seldom printed longer than this after the day its dateline gives without a year. */
const LONGEST_WAIT = 60;

/** What relative dates are counted from at each place of an article. */
export interface ReportDay {
	/** Of the article as a whole; null when it does not say when it was written. */
	readonly whole: Anchor | null;
	/** Of the posts of a live blog that bear a day of their own, sorted. */
	readonly posts: readonly (Span & { readonly anchor: Anchor })[];
}

/**
 * The day that an article was written: the dateline's where it gives one that fits, since a report is
 * written before it is printed and may be printed again, else the day of publication. In a live blog,
 * each post's own. A date elsewhere in the text is never taken, since it may be another report's.
 */
export function findReportDay(article: Article): ReportDay {
	const published = stated(article.published, "published", article.id);
	const dateline = datelineDay(article, published);
	const posts = article.posts.flatMap(({ start, end, published: own }) => {
		const anchor = stated(own, "this post was published", article.id);
		return anchor ? [{ start, end, anchor }] : [];
	});
	return { whole: dateline ?? published, posts };
}

/** The anchor at a place of the text. */
export function anchorAt({ whole, posts }: ReportDay, offset: number): Anchor | null {
	return posts.find(({ start, end }) => start <= offset && offset < end)?.anchor ?? whole;
}

function stated(date: StatedDate, says: string, article: string): Anchor | null {
	const earliest = date.earliest === null ? null : parseIsoDay(date.earliest);
	const latest = date.latest === null ? null : parseIsoDay(date.latest);
	if (earliest === null || latest === null) return null;
	const days = earliest === latest ? isoDay(earliest) : `${isoDay(earliest)} to ${isoDay(latest)}`;
	const places = date.evidence.filter((place) => place.article === article).map(({ start, end }) => ({ start, end }));
	return { earliest, latest, says: `${says} ${days}`, places, published: null };
}

function datelineDay(article: Article, published: Anchor | null): Anchor | null {
	const { dateline } = article;
	if (!dateline?.date) return null;
	const read = readOneDay(article, dateline.date, published);
	if (read === null) return null;
	const { day, yearless } = read;
	// A day behind that of publication is a mistake of one of the two, but for a zone.
	if (published && (day > published.latest + 1 || (yearless && published.earliest - day > LONGEST_WAIT))) return null;
	const says = `the dateline is of ${isoDay(day)}`;
	const same = published !== null && published.earliest <= day && day <= published.latest;
	const places = dateline.span ? [{ start: dateline.span.start, end: dateline.span.end }] : [];
	return {
		earliest: day,
		latest: day,
		says: same ? `${published.says}, as the dateline` : says,
		places,
		published: published && !same ? published.latest : null,
	};
}

/** The day of a text that is one date and nothing else; null for any other. A year left out is the publication's. */
function readOneDay(
	article: Article,
	text: string,
	published: Anchor | null,
): { readonly day: number; readonly yearless: boolean } | null {
	const whole = [{ start: 0, end: text.length }];
	const words = { paragraphs: whole, sentences: whole, tokens: findTokens(text, whole) };
	const [found, ...more] = findExpressions(readShapes({ ...article, text }, words));
	if (!found || more.length > 0 || (found.what.kind !== "day" && found.what.kind !== "numeric")) return null;
	const yearless = found.what.kind === "day" && found.what.year === null;
	const setting: Setting = {
		anchor: published && { ...published, earliest: published.latest },
		tense: "past",
		ofNoun: false,
		quoted: false,
		near: null,
		beside: false,
		dayOfEvent: () => null,
		order: null,
		listed: null,
	};
	const { earliest, latest, precision } = boundExpression(found, setting);
	if (earliest === null || latest === null) return null;
	// "May 20" printed on May 14 has no year that fits.
	const single = earliest === latest && (precision === "day" || precision === "part-of-day");
	return single ? { day: earliest, yearless } : null;
}
