import { monthNamed, NAMES } from "../language/dates/calendar-names.ts";
import type { AnnotatedArticle, Tokens } from "../model/annotated.ts";
import type { StatedDate } from "../model/date.ts";
import type { Entity, Story } from "../model/record.ts";
import type { Place } from "../model/span.ts";
import { comparePlaces, compareText } from "../text/compare.ts";
import { foldCase } from "../text/fold.ts";
import { firstTokenFrom } from "../text/tokens.ts";

/** How much of a report's opening is read for when and where (tokens): headline, lead and the next paragraphs. */
const OPENING_TOKENS = 220;
/** A place stands after one of these when something happens there. */
const AT = new Set(["in", "at", "near", "outside", "off", "inside", "around", "struck", "hit", "shook", "rocked"]);
/** What may stand between: "in the northern port of Marena". */
const BETWEEN =
	/^(?:the|northern|southern|eastern|western|central|north|south|east|west|coastal|old|new|town|city|port|village|island|capital|of)$/;
const MOST_BETWEEN = 4;
/** Share of the reports that must name the day where half of those that name any do. */
const LEAST_NAMING = 1 / 3;

/**
 * When a story's event was: the day that most reports name in their opening, when it is one and more than half of
 * them name it, or more than half of those that name any and it was before the first report; otherwise no later
 * than the first report.
 *
 * @param reports the story's reports, one of each copy group
 * @param copies all of them: a copy may state when it was published where the text that stands for it does not
 */
export function findWhen(reports: readonly AnnotatedArticle[], copies: readonly AnnotatedArticle[]): StatedDate {
	const days = new Map<string, { readonly articles: Set<string>; readonly evidence: Place[]; exact: string }>();
	for (const { article, dates, words } of reports) {
		const limit = words.tokens.starts[OPENING_TOKENS] ?? Number.POSITIVE_INFINITY;
		for (const { start, end, exact, date } of dates) {
			const day = date.earliest?.slice(0, 10);
			if (start >= limit || day === undefined || date.latest?.slice(0, 10) !== day) continue;
			const known = days.get(day) ?? { articles: new Set(), evidence: [], exact };
			known.articles.add(article.id);
			known.evidence.push({ article: article.id, start, end });
			days.set(day, known);
		}
	}
	const published = copies
		.flatMap(({ article }) => (article.published.latest === null ? [] : [article.published]))
		.sort((x, y) => compareText(x.latest ?? "", y.latest ?? ""))[0];
	const ranked = [...days].sort(([x, p], [y, q]) => q.articles.size - p.articles.size || compareText(x, y));
	const [best, second] = ranked;
	const naming = new Set([...days.values()].flatMap(({ articles }) => [...articles])).size;
	const isMost = (count: number, day: string): boolean => {
		if (count * 2 > reports.length) return true;
		// What fewer name must be told by a third of all, and have been before the first of them was out.
		const known = published?.latest?.slice(0, 10) ?? day;
		return count > 1 && count * 2 > naming && count >= LEAST_NAMING * reports.length && day <= known;
	};
	if (best && isMost(best[1].articles.size, best[0]) && second?.[1].articles.size !== best[1].articles.size) {
		const [day, { articles, evidence, exact }] = best;
		return {
			earliest: day,
			latest: day,
			precision: "day",
			zone: null,
			exact,
			reason:
				reports.length === 1
					? "the report names this day"
					: `${articles.size} of ${reports.length} texts name this day`,
			evidence: evidence.sort(comparePlaces),
		};
	}
	if (published?.latest) {
		return {
			earliest: null,
			latest: published.latest.slice(0, 10),
			precision: "day",
			zone: null,
			exact: published.exact,
			reason: "the reports name no common day; it was no later than the first of them",
			evidence: published.evidence,
		};
	}
	const unknown = { earliest: null, latest: null, precision: null, zone: null };
	return (
		findYearless(reports, unknown) ?? {
			...unknown,
			exact: null,
			reason: "the reports name no common day, and none says when it was published",
			evidence: [],
		}
	);
}

/** The day of a month that half of the reports name in their opening, where none of them gives the year. */
function findYearless(
	reports: readonly AnnotatedArticle[],
	unknown: Pick<StatedDate, "earliest" | "latest" | "precision" | "zone">,
): StatedDate | null {
	const days = new Map<string, { readonly articles: Set<string>; readonly written: Map<Place, string> }>();
	for (const { article, dates, words } of reports) {
		const limit = words.tokens.starts[OPENING_TOKENS] ?? Number.POSITIVE_INFINITY;
		for (const { start, end, exact, date } of dates) {
			const day = date.earliest === null && date.latest === null ? dayOfMonth(exact) : null;
			if (start >= limit || day === null) continue;
			const known = days.get(day) ?? { articles: new Set(), written: new Map() };
			known.articles.add(article.id);
			known.written.set({ article: article.id, start, end }, exact);
			days.set(day, known);
		}
	}
	const [best, second] = [...days].sort(([x, p], [y, q]) => q.articles.size - p.articles.size || compareText(x, y));
	if (!best || best[1].articles.size * 2 < reports.length) return null;
	if (second?.[1].articles.size === best[1].articles.size) return null;
	const [day, { articles, written }] = best;
	const evidence = [...written.keys()].sort(comparePlaces);
	const who = reports.length === 1 ? "the report names" : `${articles.size} of ${reports.length} texts name`;
	const exact = (evidence[0] && written.get(evidence[0])) ?? null;
	return { ...unknown, exact, reason: `${who} ${day} and no year`, evidence };
}

/** "July 4" of "Thursday, July 4" and of "4 July"; null where there is no such day in it. */
function dayOfMonth(exact: string): string | null {
	const words = exact.match(/\p{L}+|\p{Nd}+/gu) ?? [];
	const month = words.findIndex((word) => monthNamed(foldCase(word)) > 0);
	const name = NAMES[monthNamed(foldCase(words[month] ?? "")) - 1] ?? "";
	const day = [words[month + 1], words[month - 1]].find((word) => /^(?:[1-9]|[12]\d|3[01])$/.test(word ?? ""));
	return month < 0 || day === undefined ? null : `${name.charAt(0).toUpperCase()}${name.slice(1)} ${day}`;
}

/**
 * Where it was: the place that more than half of the reports put it at in dateline or opening ("in
 * Marena"), a place before a state; null when no place or more than one stands out.
 */
export function findWhere(
	reports: readonly AnnotatedArticle[],
	entityOf: ReadonlyMap<string, string>,
	entities: ReadonlyMap<string, Entity>,
): Story["where"] {
	const places = new Map<string, { readonly articles: Set<string>; readonly evidence: Place[] }>();
	for (const annotated of reports) {
		const { article, words } = annotated;
		const limit = words.tokens.starts[OPENING_TOKENS] ?? Number.POSITIVE_INFINITY;
		for (const { id, type, mentions } of annotated.entities) {
			if (type !== "place" && type !== "state") continue;
			const entity = entityOf.get(id);
			if (entity === undefined) continue;
			for (const { start, end, form } of mentions) {
				if (start >= limit || form === "demonym" || form === "pronoun") continue;
				const dateline = article.dateline?.span;
				const inDateline = dateline && dateline.start <= start && end <= dateline.end;
				if (!inDateline && !AT.has(wordBefore(words.tokens, start))) continue;
				const known = places.get(entity) ?? { articles: new Set(), evidence: [] };
				known.articles.add(article.id);
				known.evidence.push({ article: article.id, start, end });
				places.set(entity, known);
			}
		}
	}
	for (const type of ["place", "state"] as const) {
		const ranked = [...places]
			.filter(([id, { articles }]) => entities.get(id)?.type === type && articles.size * 2 > reports.length)
			.sort(([x, p], [y, q]) => q.articles.size - p.articles.size || compareText(x, y));
		const [best, second] = ranked;
		if (!best) continue;
		if (second && second[1].articles.size === best[1].articles.size) return null;
		return {
			entity: best[0],
			exact: entities.get(best[0])?.name ?? "",
			evidence: best[1].evidence.sort(comparePlaces),
		};
	}
	return null;
}

/** The word before a place, what merely tells which place it is passed over. */
function wordBefore(tokens: Tokens, start: number): string {
	let at = firstTokenFrom(tokens, start) - 1;
	for (let passed = 0; passed < MOST_BETWEEN && BETWEEN.test(tokens.norms[at] ?? ""); passed++) at--;
	return tokens.norms[at] ?? "";
}
