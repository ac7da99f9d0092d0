import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundDate } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { itemsWithin, overlaps } from "../../text/spans.ts";
import { stemOf } from "../../text/stem.ts";
import type { SetSpeakers } from "../speakers/set-speakers.ts";
import { type Standing, standingOf } from "../statements.ts";
import type { WeightOf } from "../term-weight.ts";
import { findSegmentWords, type SegmentWord } from "../utterances/segments.ts";
import type { AsOf } from "./as-of.ts";
import { type ClockPhrase, findClockPhrases } from "./clock-phrases.ts";
import { contextStems } from "./fact-context.ts";
import type { Frame } from "./frame-groups.ts";
import { findHeads, type Heads } from "./near-words.ts";
import { readTimeValue, type TimeValue } from "./time-values.ts";
import { findOpening, isTold } from "./told.ts";

/** A time as a typed frame: what happened, beside when. */
export interface DateFrame extends Frame, Heads {
	readonly span: Span;
	readonly sentence: Span;
	readonly position: number;
	/** Stands in the sentence that the report opens with. */
	readonly opens: boolean;
	readonly value: TimeValue;
	/** Telling stems of the sentence without the time's own, with their weight. */
	readonly stems: ReadonlyMap<string, number>;
	readonly standing: Standing;
}

/** When a text was put up is no time of what it tells. */
const STAMP = /\b(?:published|updated|posted|modified|edited)(?:\s(?:time|date|on|at|in))?\s?:?\s*$/i;
/** "The 2012 Orm Games": the year is of a name. */
const NAMES = /^\s\p{Lu}\p{L}/u;

/** How far (in words) from a time what happened then may stand. */
const REACH = 9;
/** Words of saying are of the report, not of what is told. */
const SAYING = new Set(
	["say", "tell", "report", "accord", "speak", "am", "pm", "a.m.", "p.m.", "gmt", "utc"].map(stemOf),
);

export function findDateFrames(
	annotated: AnnotatedArticle,
	speakers: SetSpeakers,
	weightOf: WeightOf,
	asOf: AsOf | undefined,
): DateFrame[] {
	const { article, words } = annotated;
	const { text } = article;
	const frames: DateFrame[] = [];
	const first = findOpening(annotated);
	for (const [position, sentence] of words.sentences.entries()) {
		if (!isTold(article, sentence)) continue;
		const dates = itemsWithin(annotated.dates, sentence);
		const clocks = findClockPhrases(text, sentence);
		if (dates.length + clocks.length === 0) continue;
		const said = findSegmentWords(annotated, sentence, weightOf);
		const pieces = pieceTogether(text, dates, clocks);
		for (const { date, clock, span } of pieces) {
			if (STAMP.test(text.slice(Math.max(sentence.start, span.start - 24), span.start))) continue;
			if (date?.date.precision === "year" && NAMES.test(text.slice(span.end, span.end + 12))) continue;
			const before = text.slice(Math.max(sentence.start, span.start - 30), span.start);
			const isOwn = (word: SegmentWord): boolean => span.start <= word.start && word.end <= span.end;
			const isOther = (word: SegmentWord): boolean =>
				pieces.some((one) => one.span !== span && overlaps(one.span, word));
			const own = said.filter((word) => !isOwn(word) && !SAYING.has(word.stem));
			const { heads, governors } = findHeads(own, span, isOther, isOwn, REACH);
			frames.push({
				article: article.id,
				start: span.start,
				span,
				sentence,
				position,
				opens: sentence === first,
				value: readTimeValue(date, clock, before, asOf, text.slice(span.end, span.end + 3)),
				heads,
				governors,
				stems: contextStems(own),
				standing: standingOf(annotated, span, speakers),
			});
		}
	}
	return frames;
}

interface Piece {
	readonly date: FoundDate | null;
	readonly clock: ClockPhrase | null;
	readonly span: Span;
}

/** Joins a time in words with the day beside it: "six o'clock on Monday morning". */
function pieceTogether(text: string, dates: readonly FoundDate[], clocks: readonly ClockPhrase[]): Piece[] {
	const free = clocks.filter((clock) => !dates.some((date) => overlaps(date, clock)));
	const used = new Set<ClockPhrase>();
	const pieces: Piece[] = dates.map((date): Piece => {
		const clock = free.find(
			(one) =>
				!used.has(one) &&
				(/^,?\s(?:local time\s)?(?:on\s|in the\s|of\s)?$/.test(text.slice(one.end, date.start)) ||
					/^,?\s(?:at\s)?(?:about\s)?$/.test(text.slice(date.end, one.start))),
		);
		if (!clock) return { date, clock: null, span: { start: date.start, end: date.end } };
		used.add(clock);
		const span = { start: Math.min(date.start, clock.start), end: Math.max(date.end, clock.end) };
		return { date, clock, span };
	});
	for (const clock of free)
		if (!used.has(clock)) pieces.push({ date: null, clock, span: { start: clock.start, end: clock.end } });
	return pieces.sort((a, b) => a.span.start - b.span.start);
}
