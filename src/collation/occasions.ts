import type { AnnotatedArticle } from "../model/annotated.ts";
import type { FoundDate, FoundQuotation } from "../model/annotation.ts";
import type { StatedDate } from "../model/date.ts";
import type { Occasion } from "../model/record.ts";
import type { Span } from "../model/span.ts";
import { compareNullable, compareSpans, compareText } from "../text/compare.ts";
import { makeId } from "../text/hash.ts";
import { contains, firstEndingAfter, sliceOf, spanAt } from "../text/spans.ts";
import type { DraftUtterance } from "./utterances.ts";

/** When and where words were said, as the report that gives them says. */
export interface Setting {
	readonly when: StatedDate;
	readonly where: Span | null;
}

/** The date and the place beside the cue, outside the words reported. */
export function findSetting(annotated: AnnotatedArticle, quotation: FoundQuotation): Setting {
	const anchor = quotation.cue[0] ?? quotation.source ?? null;
	const sentence = anchor ? spanAt(annotated.words.sentences, anchor.start) : null;
	if (!sentence) return { when: unknown("nothing beside the words says when they were said"), where: null };
	const outside = (span: Span): boolean =>
		contains(sentence, span) && !quotation.content.some((part) => span.start < part.end && part.start < span.end);
	return {
		when: whenOf(within(annotated.dates, sentence).filter(outside)),
		where: whereOf(annotated, within(placesOf(annotated), sentence).filter(outside)),
	};
}

/** The items of a sorted list that begin inside a span. */
function within<T extends Span>(sorted: readonly T[], span: Span): T[] {
	const found: T[] = [];
	for (let i = firstEndingAfter(sorted, span.start); i < sorted.length; i++) {
		const item = sorted[i];
		if (!item || item.start >= span.end) break;
		found.push(item);
	}
	return found;
}

function whenOf(dates: readonly FoundDate[]): StatedDate {
	const [first, ...rest] = dates;
	if (!first) return unknown("the sentence that gives the words gives no date");
	const same = rest.every(
		(date) => date.date.earliest === first.date.earliest && date.date.latest === first.date.latest,
	);
	if (!same) {
		const given = dates.map((date) => `“${date.exact}”`).join(", ");
		return unknown(`the sentence names several dates: ${given}`);
	}
	return first.date;
}

function unknown(reason: string): StatedDate {
	return { earliest: null, latest: null, precision: null, zone: null, exact: null, reason, evidence: [] };
}

const places = new WeakMap<AnnotatedArticle, readonly Span[]>();

/** Namings of places and states, sorted by place. */
function placesOf(annotated: AnnotatedArticle): readonly Span[] {
	let known = places.get(annotated);
	if (!known) {
		known = annotated.entities
			.filter((entity) => entity.type === "place" || entity.type === "state")
			.flatMap((entity) => entity.mentions.filter((mention) => mention.form !== "demonym"))
			.map(({ start, end }) => ({ start, end }))
			.sort(compareSpans);
		places.set(annotated, known);
	}
	return known;
}

/** The first place or state named after "in" or "at". */
function whereOf({ article }: AnnotatedArticle, namings: readonly Span[]): Span | null {
	const isWhere = ({ start }: Span): boolean =>
		/\b(?:in|at)\s+(?:the\s+)?$/i.test(article.text.slice(Math.max(0, start - 12), start));
	return namings.find(isWhere) ?? null;
}

/** Occasions of a record, and the occasion of each utterance that has one. */
export interface Occasions {
	readonly occasions: readonly Occasion[];
	/** Utterance id → occasion id. */
	readonly occasionOf: ReadonlyMap<string, string>;
}

/**
 * Utterances of one speaker on one day are one occasion as far as the reports let us see; without a
 * date there is no occasion. Sorted by date, speaker, id.
 */
export function findOccasions(
	utterances: readonly DraftUtterance[],
	settingOf: (quotation: string) => Setting | null,
	textOf: (article: string) => string,
): Occasions {
	const groups = new Map<string, { speaker: string; when: StatedDate; where: string | null; utterances: string[] }>();
	const occasionOf = new Map<string, string>();
	for (const utterance of utterances) {
		if (utterance.speaker === null) continue;
		const settings = utterance.renditions.flatMap((rendition) =>
			rendition.parts.flatMap((part) => {
				const setting = settingOf(part.quotation);
				return setting ? [{ article: rendition.article, ...setting }] : [];
			}),
		);
		const dated = settings
			.filter((one) => one.when.precision === "day" || one.when.precision === "minute" || one.when.precision === "hour")
			.sort((a, b) => compareText(a.when.earliest ?? "", b.when.earliest ?? "") || compareText(a.article, b.article));
		const [first] = dated;
		const day = first?.when.earliest?.slice(0, 10) ?? null;
		if (!first || day === null || dated.some((one) => one.when.earliest?.slice(0, 10) !== day)) continue;
		const placed = settings.find((one) => one.where !== null);
		const where = placed?.where ? sliceOf(textOf(placed.article), placed.where) : null;
		const key = `${utterance.speaker} ${day}`;
		const group = groups.get(key) ?? { speaker: utterance.speaker, when: first.when, where, utterances: [] };
		group.where ??= where;
		group.utterances.push(utterance.id);
		groups.set(key, group);
	}
	const occasions = [...groups.entries()].map(([key, group]): Occasion => {
		const id = makeId("occasion", key);
		for (const utterance of group.utterances) occasionOf.set(utterance, id);
		return { id, ...group, utterances: group.utterances.sort(compareText) };
	});
	occasions.sort(
		(a, b) =>
			compareNullable(a.when.earliest, b.when.earliest) ||
			compareNullable(a.speaker, b.speaker) ||
			compareText(a.id, b.id),
	);
	return { occasions, occasionOf };
}
