import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundDate } from "../../model/annotation.ts";
import type { FactState } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { compareText } from "../../text/compare.ts";
import { contains, sliceOf, spanAt } from "../../text/spans.ts";
import type { SetSpeakers } from "../speakers/set-speakers.ts";
import { standingOf } from "../statements.ts";
import type { WeightOf } from "../term-weight.ts";
import { findSegmentWords } from "../utterances/segments.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import { contextStems, linkAll, measureContext } from "./fact-context.ts";

/**
 * Days that several reports give for one thing. Catches "The wall gave way on Monday" beside "the
 * collapse of the wall on 12 May", where both are that Monday; must not join two things that happened on
 * one day. Two days for one thing are a matter for the sentences they stand in (clause facts): here
 * only equal days meet, so that a date never makes a conflict by itself.
 */

/** Sentences this alike speak of one thing. */
const SAME_CONTEXT = 0.35;

interface Dated {
	readonly article: string;
	readonly date: FoundDate;
	readonly sentence: Span;
	/** Day as known, `2031-05-12`; or month and day as written, `--05-12`, where no year is known. */
	readonly day: string;
	readonly stems: ReadonlyMap<string, number>;
}

/** Facts of days that two reports or more of a story give; see the head of this file for what joins them. */
export function findDateFacts(
	story: string,
	articles: readonly AnnotatedArticle[],
	speakers: SetSpeakers,
	weightOf: WeightOf,
): DraftFact[] {
	if (articles.length < 2) return [];
	const byId = new Map(articles.map((one) => [one.article.id, one]));
	const dated = articles
		.flatMap((one) => findDated(one, weightOf))
		.sort((a, b) => compareText(a.article, b.article) || a.date.start - b.date.start);
	const groups = linkAll(dated, (a, b) => sameDay(a.day, b.day) && measureContext(a.stems, b.stems) >= SAME_CONTEXT);
	return groups
		.filter((group) => new Set(group.map((one) => one.article)).size > 1)
		.map((group) => {
			const states = group.flatMap((one): FactState[] => {
				const annotated = byId.get(one.article);
				if (!annotated) return [];
				const { start, end, exact } = one.date;
				return [
					{
						article: one.article,
						spans: [{ start, end }],
						value: exact,
						...standingOf(annotated, one.sentence, speakers),
					},
				];
			});
			const fact = makeFact(story, "date", labelOf(group, byId), states, (i, j) =>
				group[i]?.day === group[j]?.day
					? { relation: "agree", reason: "both give the same day" }
					: { relation: "compatible", reason: "the same day of the month; one of them gives no year" },
			);
			return { ...fact, mayState: findNaming(articles, group) };
		});
}

/** Articles that name the same day of something, or a day in the same words without its date being known. */
function findNaming(articles: readonly AnnotatedArticle[], group: readonly Dated[]): ReadonlySet<string> {
	const days = group.map((one) => one.day);
	const words = new Set(group.flatMap((one) => one.date.exact.toLowerCase().split(/[^\p{L}]+/u)));
	const names = (date: FoundDate): boolean => {
		const day = dayOf(date);
		if (day !== null) return days.some((one) => sameDay(one, day));
		const loose = date.date.earliest === null || date.date.earliest !== date.date.latest;
		return (
			loose &&
			date.exact
				.toLowerCase()
				.split(/[^\p{L}]+/u)
				.some((word) => WEEKDAYS.has(word) && words.has(word))
		);
	};
	return new Set(articles.filter((one) => one.dates.some(names)).map((one) => one.article.id));
}

const WEEKDAYS = new Set("monday tuesday wednesday thursday friday saturday sunday".split(" "));

function findDated(annotated: AnnotatedArticle, weightOf: WeightOf): Dated[] {
	const { article, words, dates } = annotated;
	return dates.flatMap((date): Dated[] => {
		const day = dayOf(date);
		const sentence = spanAt(words.sentences, date.start);
		if (day === null || !sentence || !article.body.some((span) => contains(span, date))) return [];
		const stems = contextStems(
			findSegmentWords(annotated, sentence, weightOf).filter((word) => word.start < date.start || word.end > date.end),
		);
		return [{ article: article.id, date, sentence, day, stems }];
	});
}

const MONTHS = "january february march april may june july august september october november december".split(" ");
const MONTH_DAY = new RegExp(
	`\\b(?:(${MONTHS.join("|")})\\.?\\s+(\\d{1,2})|(\\d{1,2})\\s+(${MONTHS.join("|")}))\\b`,
	"i",
);

function dayOf({ date, exact }: FoundDate): string | null {
	const earliest = date.earliest?.slice(0, 10) ?? null;
	if (earliest !== null && earliest === date.latest?.slice(0, 10)) return earliest;
	if (date.earliest !== null || date.latest !== null) return null;
	const match = MONTH_DAY.exec(exact);
	if (!match) return null;
	const month = MONTHS.indexOf((match[1] ?? match[4] ?? "").toLowerCase()) + 1;
	return `--${String(month).padStart(2, "0")}-${(match[2] ?? match[3] ?? "").padStart(2, "0")}`;
}

function sameDay(a: string, b: string): boolean {
	return a === b || (a.slice(-5) === b.slice(-5) && (a.startsWith("--") || b.startsWith("--")));
}

/** The day, and the words that the sentences share most. */
function labelOf(group: readonly Dated[], byId: ReadonlyMap<string, AnnotatedArticle>): string {
	const [first, ...rest] = group;
	if (!first) return "";
	const annotated = byId.get(first.article);
	if (!annotated) return first.day;
	const shared = [...first.stems]
		.filter(([stem]) => rest.every((other) => other.stems.has(stem)))
		.sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
		.slice(0, 3)
		.map(([stem]) => stem);
	const words = findSegmentWords(annotated, first.sentence, () => 0);
	const shown = shared
		.flatMap((stem) => words.find((word) => word.stem === stem) ?? [])
		.map((word) => sliceOf(annotated.article.text, word));
	const day = first.day.startsWith("--") ? first.date.exact : first.day;
	return shown.length > 0 ? `the day, ${day} (${shown.join(", ")})` : `the day, ${day}`;
}
