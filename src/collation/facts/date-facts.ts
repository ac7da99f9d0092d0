import type { FactState } from "../../model/record.ts";
import { round } from "../../text/compare.ts";
import { sliceOf } from "../../text/spans.ts";
import { stemOf } from "../../text/stem.ts";
import { findSegmentWords } from "../utterances/segments.ts";
import { findAsOf } from "./as-of.ts";
import { type DateFrame, findDateFrames } from "./date-frames.ts";
import { relateTimeStates } from "./decision-table.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import { meetingStem } from "./event-classes.ts";
import { measureContext } from "./fact-context.ts";
import { type FrameGroup, groupFrames, NO_TIE, type Tie } from "./frame-groups.ts";
import { measureHeads, shareAny, shareHead } from "./near-words.ts";
import type { IndexedMaterial } from "./story-material.ts";
import { isDayAlone, isPrecise, isSameDay, relateTimes } from "./time-values.ts";

/**
 * When something was, as several reports give it. Catches "The wall gave way on Monday" beside "the collapse of the wall
 * on 12 May", where both are that Monday, and "caught fire at 9:40 p.m." beside "at 8.40pm"; must not join two things that
 * happened on one day, nor set the wire's "today" against the morning paper's "yesterday".
 */

const HEADS = 0.4;
const GOVERNOR = 0.15;
const CONTEXT = 0.5;
/** The same two words near both, such as what happened and to what, whatever else stands there. */
const TWO_HEADS = 0.15;
const NEAR = 0.55;
/** Two times of one beginning are of one thing this surely, though they differ. */
const ONSET = 0.6;
const LEADS = 0.05;
const LEAD_SENTENCES = 3;
/** The sentence that a report opens with tells what the story is about. */
const OPENINGS = 0.2;
/** What two reports give by chance says less: the same minute most, the same weekday least. */
const SAME_MINUTE = 0.3;
const SAME_DATE = 0.2;
const SAME_DAY = 0.1;
/** The same minute of one day in two reports of a story is of one thing, whatever the words. */
const SAME_MINUTE_OF_DAY = 0.15;
const NEAR_MINUTE = 0.15;

const JOINS = 0.4;
const JOINS_COMPATIBLE = 0.45;
const JOINS_COMPATIBLE_OPENING = 0.35;
/** Less than joins. */
const MOST_APART = 0.3;
const JOINS_APART = 0.4;
/** Two times that cannot both be right make a conflict from this strength on. */
const SURE = 0.5;

/** Facts of times that two reports or more of a story give of one thing. */
export function findDateFacts(material: IndexedMaterial): DraftFact[] {
	const { articles, speakers, weightOf } = material;
	if (articles.length < 2) return [];
	const asOf = findAsOf(articles);
	const frames = articles.flatMap((one) => findDateFrames(one, speakers, weightOf, asOf.get(one.article.id)));
	const groups = groupFrames(frames, {
		tie: tieTimes,
		keysOf: keysOfTime,
		mayShare: (a, b) =>
			isSameTime(a, b) &&
			(shareHead(a.heads, b.heads) ||
				countShared(a.heads, b.heads) > 1 ||
				measureContext(a.stems, b.stems) >= SAME_REPORT),
		replaces: () => false,
		joins: { equal: JOINS, compatible: JOINS_COMPATIBLE_OPENING, apart: JOINS_APART },
	});
	return groups.map((group) => {
		const fact = makeTimeFact(material, group);
		const mayState = new Set(
			frames.filter((one) => group.frames.some((other) => isSameTime(one, other))).map(({ article }) => article),
		);
		return { ...fact, mayState };
	});
}

/** One report gives one thing twice only in sentences this alike. */
const SAME_REPORT = 0.2;

function isSameTime(a: DateFrame, b: DateFrame): boolean {
	const values = relateTimes(a.value, b.value);
	return values === "equal" || values === "compatible";
}

function keysOfTime({ heads, value }: DateFrame): string[] {
	const keys = [...heads.keys()].map((stem) => `head ${stem}`);
	if (value.minutes) keys.push(`minutes ${((value.minutes[0] + value.minutes[1]) / 2) % 720}`);
	if (value.monthDay !== null) keys.push(`day ${value.monthDay}`);
	if (value.weekday !== null) keys.push(`weekday ${value.weekday}`);
	if (value.year !== null) keys.push(`year ${value.year}`);
	return keys;
}

function tieTimes(a: DateFrame, b: DateFrame): Tie {
	const values = relateTimes(a.value, b.value);
	// What cannot be compared joins nothing and keeps nothing apart: a minute of no day, a day of no minute.
	if (values === null) return { score: 0, values: "compatible" };
	if (values === "apart" && !(isPrecise(a.value) && isPrecise(b.value))) return NO_TIE;
	let score = HEADS * measureHeads(a.heads, b.heads) + CONTEXT * measureContext(a.stems, b.stems);
	const minutes = a.value.minutes !== null && b.value.minutes !== null && values !== "apart";
	if (minutes && isSameDay(a.value, b.value)) score += values === "equal" ? SAME_MINUTE_OF_DAY : NEAR_MINUTE;
	if (score === 0) return { score, values };
	if (shareAny(a.governors, b.governors)) score += GOVERNOR;
	if (values !== "compatible" && countShared(a.heads, b.heads) > 1) score += TWO_HEADS;
	if (a.opens && b.opens && a.value.bound === null && b.value.bound === null && values !== "apart") score += OPENINGS;
	else if (a.position < LEAD_SENTENCES && b.position < LEAD_SENTENCES) score += LEADS;
	if (values === "equal") {
		const minute = a.value.minutes !== null && b.value.minutes !== null;
		const date = a.value.year !== null || (a.value.written && b.value.written);
		score += minute ? SAME_MINUTE : date ? SAME_DATE : SAME_DAY;
	}
	// Two minutes of one day are the likelier of one thing for the day that both give.
	if (values === "apart" && a.value.minutes && b.value.minutes && isSameDay(a.value, b.value)) score += SAME_DAY;
	if (values === "apart" && areOnsets(a, b)) score = Math.max(score, ONSET);
	const least = a.opens && b.opens ? JOINS_COMPATIBLE_OPENING : JOINS_COMPATIBLE;
	// Too little to join by, and still something for two groups that others join.
	if (values === "compatible" && score < least) return { score: round(Math.min(score, MOST_APART)), values };
	return { score: round(Math.min(1, score)), values };
}

/** Two minutes at which one thing began, as far as the words beside both say: "caught fire at 9:40 p.m.", "flames broke out at 8.40pm". */
function areOnsets(a: DateFrame, b: DateFrame): boolean {
	if (a.value.minutes === null || b.value.minutes === null || a.value.half || b.value.half) return false;
	if (a.value.weekday !== null && b.value.weekday !== null && !isSameDay(a.value, b.value)) return false;
	const begun = [a, b].every(({ heads }) => (heads.get(BEGIN) ?? 0) >= NEAR);
	return begun && countShared(a.heads, b.heads) > 1;
}

const BEGIN = meetingStem(stemOf("begin"));

/** How many telling words stand near both times. */
function countShared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
	let shared = 0;
	for (const [stem, near] of a) if (near >= NEAR && (b.get(stem) ?? 0) >= NEAR) shared++;
	return shared;
}

function makeTimeFact(material: IndexedMaterial, { frames, tieOf }: FrameGroup<DateFrame>): DraftFact {
	const { story, textOf } = material;
	const states = frames.map(
		({ article, span, standing }): FactState => ({
			article,
			spans: [span],
			value: sliceOf(textOf(article), span),
			...standing,
		}),
	);
	return makeFact(story, "date", labelOf(frames, material), states, (i, j) => {
		const [a, b] = [frames[i], frames[j]];
		const [left, right] = [states[i], states[j]];
		if (!a || !b || !left || !right) throw new Error("a state without its frame");
		const sure = (tieOf(a, b)?.score ?? 0) >= SURE;
		const values = isDayAlone(a.value, b.value) ? "day" : relateTimes(a.value, b.value);
		return relateTimeStates({ left, right, values, sure });
	});
}

/** What happened, by the words beside the time that other frames have as well, else by those beside the first. */
function labelOf(frames: readonly DateFrame[], { annotatedOf, weightOf }: IndexedMaterial): string {
	const counts = new Map<string, number>();
	for (const { heads } of frames) for (const stem of heads.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
	const ranked = [...frames]
		.map((frame) => [...frame.heads].filter(([stem]) => (counts.get(stem) ?? 0) > 1).map(([stem]) => stem))
		.map((stems, index) => ({ stems, index }))
		.sort((a, b) => b.stems.length - a.stems.length || a.index - b.index);
	const first = frames[ranked[0]?.index ?? 0];
	if (!first) return "the time";
	const annotated = annotatedOf(first.article);
	const telling = new Set(ranked[0]?.stems.length ? ranked[0].stems : first.heads.keys());
	const shown = findSegmentWords(annotated, first.sentence, weightOf)
		.filter((word) => telling.has(meetingStem(word.stem)))
		.map((word) => ({ word, near: first.heads.get(meetingStem(word.stem)) ?? 0 }))
		.sort((a, b) => b.near - a.near || a.word.start - b.word.start)
		.slice(0, 3)
		.sort((a, b) => a.word.start - b.word.start)
		.map(({ word }) => sliceOf(annotated.article.text, word));
	return shown.length > 0 ? `the time (${shown.join(", ")})` : "the time";
}
