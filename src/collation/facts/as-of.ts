import { findVisibleDates } from "../../article/metadata/visible-dates.ts";
import type { AnnotatedArticle } from "../../model/annotated.ts";
import { compareText } from "../../text/compare.ts";

/**
 * The day as of which a report speaks: when it was last changed, else published, else as the lines over it say, else the month and
 * day of its dateline in the year of the reports beside it. "KELM, May 14 (Wire)" among reports of 2031 is of 14 May 2031;
 * must not give a day to a report that has none.
 */
export interface AsOf {
	/** Inclusive bounds, `2031-05-14` or `2031-05-14T09:30`. */
	readonly earliest: string;
	readonly latest: string;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH_DAY = /\b(?:([a-z]{3})[a-z]*\.?\s+(\d{1,2})|(\d{1,2})\s+([a-z]{3})[a-z]*)\b/i;
/** A dateline's day is taken to be this near (in days) to some dated report of the story. */
const NEAR_DAYS = 30;
const DAY_MS = 86_400_000;

/** As-of days of a story's articles by article id; an article whose day nobody knows has none. */
export function findAsOf(articles: readonly AnnotatedArticle[]): ReadonlyMap<string, AsOf> {
	const found = new Map<string, AsOf>();
	for (const { article } of articles) {
		const { earliest, latest } = article.published;
		const changed = article.modified.latest;
		if (changed !== null && (latest === null || changed > latest))
			found.set(article.id, { earliest: changed, latest: changed });
		else if (earliest !== null && latest !== null) found.set(article.id, { earliest, latest });
		else {
			const headed = article.dateline === null ? findHeadDate(article) : null;
			if (headed !== null) found.set(article.id, headed);
		}
	}
	const days = [...found.values()].map(({ earliest }) => dayNumber(earliest)).sort((a, b) => a - b);
	if (days.length === 0) return found;
	for (const { article } of articles) {
		if (found.has(article.id)) continue;
		const day = nearestDay(article.dateline?.date ?? "", days);
		if (day !== null) found.set(article.id, { earliest: day, latest: day });
	}
	return found;
}

/** A line that ends as a sentence tells of the event. */
const SENTENCE = /[.!?\u2026]["'\u201d\u2019)]*\s*$/u;
/** How far (in UTF-16 units) what stands over a report may reach. */
const MOST_HEAD = 600;

/** The one day in full that the lines over a report give: "Late edition, Wednesday 14 May 2031". */
function findHeadDate({ text, headline }: AnnotatedArticle["article"]): AsOf | null {
	const dates = text
		.slice(0, MOST_HEAD)
		.split("\n")
		.filter((line) => line !== headline?.text && !SENTENCE.test(line))
		.flatMap((line) => findVisibleDates(line, null))
		.filter(({ date, what }) => date.precision !== "range" && what !== "changed");
	const days = new Set(dates.map(({ date }) => date.earliest.slice(0, 10)));
	const [first] = dates;
	return first && days.size === 1 ? { earliest: first.date.earliest, latest: first.date.latest } : null;
}

function nearestDay(written: string, days: readonly number[]): string | null {
	const match = MONTH_DAY.exec(written);
	const month = MONTHS.indexOf((match?.[1] ?? match?.[4] ?? "").toLowerCase());
	const day = Number(match?.[2] ?? match?.[3] ?? Number.NaN);
	if (!match || month < 0 || !(day >= 1 && day <= 31)) return null;
	const years = new Set(days.map((one) => new Date(one * DAY_MS).getUTCFullYear()));
	const candidates = [...years].flatMap((year) => [year - 1, year, year + 1]);
	let best: { number: number; off: number } | null = null;
	for (const year of [...new Set(candidates)].sort((a, b) => a - b)) {
		const number = Date.UTC(year, month, day) / DAY_MS;
		const off = Math.min(...days.map((one) => Math.abs(one - number)));
		if (off <= NEAR_DAYS && (best === null || off < best.off)) best = { number, off };
	}
	return best === null ? null : new Date(best.number * DAY_MS).toISOString().slice(0, 10);
}

/** Days since 1970 of an ISO date, its time left out. */
export function dayNumber(iso: string): number {
	const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split("-").map(Number);
	return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** Which of two as-of days is the earlier: negative for the first, positive for the second, 0 when it cannot be told. */
export function compareAsOf(a: AsOf | undefined, b: AsOf | undefined): number {
	if (!a || !b) return 0;
	if (precedes(a.latest, b.earliest)) return -1;
	return precedes(b.latest, a.earliest) ? 1 : 0;
}

/** Two times of one day are compared only where both are known to the minute. */
function precedes(a: string, b: string): boolean {
	const timed = a.length > 10 && b.length > 10;
	return compareText(timed ? a.slice(0, 16) : a.slice(0, 10), timed ? b.slice(0, 16) : b.slice(0, 10)) < 0;
}
