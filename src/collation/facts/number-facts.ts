import type { FactState } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import { itemsWithin, sliceOf } from "../../text/spans.ts";
import { stemOf } from "../../text/stem.ts";
import { type AsOf, compareAsOf, findAsOf } from "./as-of.ts";
import { relateNumberStates } from "./decision-table.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import { type EventClass, type Growth, meetingTerm } from "./event-classes.ts";
import { type FrameGroup, groupFrames } from "./frame-groups.ts";
import { findNumberFrames, type NumberFrame } from "./number-frames.ts";
import { areDisputed, areOfOthers, type FrameIndex, keysOfNumber, type NumberTie, tieNumbers } from "./number-ties.ts";
import { relateNumbers } from "./relations.ts";
import type { IndexedMaterial } from "./story-material.ts";
import { isCharge } from "./told.ts";
import { relateFrames } from "./unit-scale.ts";

/** Two numbers are of one thing from this strength on, equal or not. */
const JOINS = 0.5;
const JOINS_APART = 0.5;

/** Facts of numbers that two reports or more of a story give of one thing. */
export function findNumberFacts(material: IndexedMaterial): DraftFact[] {
	const { articles } = material;
	if (articles.length < 2) return [];
	const asOf = findAsOf(articles);
	const yearOf = (id: string): number | null => {
		const day = asOf.get(id)?.latest;
		return day === undefined ? null : Number(day.slice(0, 4));
	};
	const frames = articles.flatMap((one) => findNumberFrames(one, material, yearOf(one.article.id)));
	const replaced = new Set(frames.map(({ former }) => former));
	const around = indexFrames(frames, material);
	const groups = groupFrames(
		frames.filter(({ rejected, number }) => !rejected || replaced.has(number)),
		{
			tie: (a, b) => tieNumbers(a, b, around),
			keysOf: keysOfNumber,
			mayShare: (a, b) => canBothHold(a, b) || areDisputed(a, b, around),
			replaces: (a, b) => a.former === b.number || b.former === a.number,
			joins: { equal: JOINS, compatible: JOINS, apart: JOINS_APART },
		},
	);
	const joined = new Set(groups.flatMap((group) => group.frames));
	const many = articles.length > MOST_ALONE || frames.length > MOST_FRAMES;
	const alone = many ? [] : frames.filter((frame) => !joined.has(frame) && tellsAlone(frame));
	const kinds = indexKinds(frames, around);
	return [...groups, ...alone.map((frame) => ({ frames: [frame], tieOf: () => null }))].map((group) => {
		const fact = makeNumberFact(material, group, asOf, around, kinds);
		return { ...fact, mayState: kinds.articlesOf(group.frames) };
	});
}

/**
 * Of more reports than this (of a story) numbers that one alone gives are not listed: each would name all the others as
 * silent, which grows with the square.
 */
const MOST_ALONE = 64;

/** The same of numbers: each is held against all others before a report is called silent. */
const MOST_FRAMES = 2000;

/** Whether a number says something where no other report gives it: of a noun of its own, not "two" of anything. */
function tellsAlone({ noun, number, of, rejected, inherited }: NumberFrame): boolean {
	const least = of === null ? LEAST_ALONE : LEAST_OF_CLASS;
	return (noun !== null || of !== null) && !rejected && !inherited && (number.low ?? number.high ?? 0) >= least;
}

const LEAST_ALONE = 3;
/** Two who were charged say something, two of anything do not. */
const LEAST_OF_CLASS = 2;

function canBothHold(a: NumberFrame, b: NumberFrame): boolean {
	const values = relateFrames(a, b);
	return values !== "apart" && values !== null;
}

function indexFrames(frames: readonly NumberFrame[], { annotatedOf }: IndexedMaterial): FrameIndex {
	const dates = new Map(
		frames.map((frame) => [
			frame,
			itemsWithin(annotatedOf(frame.article).dates, frame.sentence).map(({ date }) => date),
		]),
	);
	const byNoun = findOnly(frames, ({ article, number, noun, part }) =>
		noun === null ? null : `${article} ${number.kind} ${part === "whole"} ${meetingTerm(stemOf(noun))}`,
	);
	const byClass = findOnly(frames, ({ article, of }) => (of === null ? null : `${article} ${of.name}`));
	return {
		datesOf: (frame) => dates.get(frame) ?? [],
		isOnly: (frame) => byNoun.has(frame),
		isOnlyOfClass: (frame) => byClass.has(frame),
	};
}

/** Frames with whose key no other has a number that cannot be equal. */
function findOnly(
	frames: readonly NumberFrame[],
	keyOf: (frame: NumberFrame) => string | null,
): ReadonlySet<NumberFrame> {
	const byKey = new Map<string, NumberFrame[]>();
	for (const frame of frames) {
		const key = keyOf(frame);
		if (key === null || frame.past !== null) continue;
		const list = byKey.get(key);
		if (list) list.push(frame);
		else byKey.set(key, [frame]);
	}
	const alike = [...byKey.values()].filter(([first, ...rest]) =>
		rest.every((one) => first !== undefined && relateFrames(first, one) !== "apart"),
	);
	return new Set(alike.flat());
}

function makeNumberFact(
	{ story, textOf, annotatedOf }: IndexedMaterial,
	group: FrameGroup<NumberFrame>,
	asOf: ReadonlyMap<string, AsOf>,
	around: FrameIndex,
	kinds: Kinds,
): DraftFact {
	const { frames } = group;
	const states = frames.map(
		({ article, shown, standing }): FactState => ({
			article,
			spans: [shown],
			value: sliceOf(textOf(article), shown),
			...standing,
		}),
	);
	const growth = growthOf(frames);
	const orderOf = (a: NumberFrame, b: NumberFrame): number => compareAsOf(asOf.get(a.article), asOf.get(b.article));
	const moved = findTrend(frames, orderOf);
	const trend = growth === "varies" ? moved !== "none" : moved === growth;
	return makeFact(story, "number", labelOf(frames), states, (i, j) => {
		const [a, b] = [frames[i], frames[j]];
		const [left, right] = [states[i], states[j]];
		if (!a || !b || !left || !right) throw new Error("a state without its frame");
		const order = orderOf(a, b);
		const [early, late] = order > 0 ? [b, a] : [a, b];
		return relateNumberStates({
			left,
			right,
			values: relateFrames(a, b) ?? "apart",
			growth,
			order,
			grew: middleOf(late) > middleOf(early),
			renewed:
				wasReplaced(a, b) ||
				wasReplaced(b, a) ||
				(order !== 0 && late.renewed) ||
				(growth === "shrinks" && a.still !== b.still && middleOf(a.still ? a : b) < middleOf(a.still ? b : a)),
			moved: growth !== "fixed" && order !== 0 && hasMoved(early, late, growth),
			trend,
			sameMoment: areOfOneMoment(a, b, around),
			central:
				(a.of !== null || b.of !== null) &&
				!isCharge(annotatedOf(a.article), left) &&
				!isCharge(annotatedOf(b.article), right),
			dated: asOf.has(a.article) || asOf.has(b.article),
			sure:
				areDisputed(a, b, around) ||
				(((group.tieOf(a, b) as NumberTie | null)?.sure === true || isHeldAgainst(a, b, frames, around)) &&
					!kinds.countApart(a, b)),
		});
	});
}

/**
 * Whether a number stands against one that others confirm: each report of the group counts the noun once, and a report
 * besides the two gives one of their numbers of the same noun. "Eleven states" beside "nine states" in two reports.
 */
function isHeldAgainst(a: NumberFrame, b: NumberFrame, frames: readonly NumberFrame[], around: FrameIndex): boolean {
	if (a.noun === null || b.noun === null || (a.people && b.people) || areOfDays(a, b, around)) return false;
	if (a.inherited !== b.inherited && a.part !== b.part) return false;
	if (areOfOthers(a, b) || !sharesNoun(a, b) || !frames.every((one) => around.isOnly(one) && one.other === a.other))
		return false;
	return frames.some(
		(one) =>
			one.article !== a.article &&
			one.article !== b.article &&
			(sharesNoun(one, a) || sharesNoun(one, b)) &&
			(relateFrames(one, a) === "equal" || relateFrames(one, b) === "equal"),
	);
}

function sharesNoun(a: NumberFrame, b: NumberFrame): boolean {
	return a.noun !== null && b.noun !== null && meetingTerm(stemOf(a.noun)) === meetingTerm(stemOf(b.noun));
}

/** Whether the sentences name days and no day in common: what was so on Monday may be otherwise on Thursday. */
function areOfDays(a: NumberFrame, b: NumberFrame, { datesOf }: FrameIndex): boolean {
	const daysOf = (frame: NumberFrame): string[] =>
		datesOf(frame).flatMap(({ earliest, exact }) => {
			const day = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i.exec(exact ?? "")?.[0].toLowerCase();
			return day ?? (earliest === null ? [] : [earliest.slice(0, 10)]);
		});
	const [left, right] = [daysOf(a), daysOf(b)];
	return left.length > 0 && right.length > 0 && !left.some((day) => right.includes(day));
}

/** Whether a report says that its number replaced another: this one, or the same of another report. */
function wasReplaced({ former }: NumberFrame, { number }: NumberFrame): boolean {
	return former !== null && (former === number || relateNumbers(former, number) !== "apart");
}

const CLOCK = /\d\s?(?:a\.?m\b|p\.?m\b)|\d[:.]\d\d/i;

/** "As of 6 p.m. on Monday" in both sentences. */
function areOfOneMoment(a: NumberFrame, b: NumberFrame, { datesOf }: FrameIndex): boolean {
	const momentsOf = (frame: NumberFrame): string[] =>
		datesOf(frame).flatMap(({ exact, earliest, latest }) => {
			if (exact === null || !CLOCK.test(exact)) return [];
			const words = exact.toLowerCase().replace(/^(?:as of|by|at|until|on)\s/, "");
			return earliest !== null && earliest === latest ? [words, earliest] : [words];
		});
	const moments = new Set(momentsOf(a));
	return momentsOf(b).some((moment) => moments.has(moment));
}

/** How a count moves: as its class does; votes and shares of them, while they are being counted. */
function growthOf(frames: readonly NumberFrame[]): Growth {
	const of = frames.find((frame) => frame.of !== null)?.of;
	if (of && of.growth !== "fixed") return of.growth;
	const votes = frames.every(
		({ number, noun, against, of: own }) =>
			number.kind === "share" || own?.name === "margin" || (noun === "vote" && against === null),
	);
	return votes && frames.some(({ counting }) => counting) ? "varies" : "fixed";
}

/** Which way numbers move in the order of their reports; what can both hold of one number has not moved. */
function findTrend(
	frames: readonly NumberFrame[],
	orderOf: (a: NumberFrame, b: NumberFrame) => number,
): "grows" | "shrinks" | "both" | "none" {
	let found: "grows" | "shrinks" | null = null;
	for (const a of frames) {
		for (const b of frames) {
			if (orderOf(a, b) >= 0 || relateFrames(a, b) !== "apart") continue;
			const way = middleOf(b) > middleOf(a) ? "grows" : "shrinks";
			if (found !== null && found !== way) return "both";
			found = way;
		}
	}
	return found ?? "none";
}

/** A bound that rises by this much in a later report is a later count, though both could hold of one number. */
const MOVED = 1.15;

function hasMoved(early: NumberFrame, late: NumberFrame, growth: Growth): boolean {
	if (growth !== "grows" || early.number.low === null || late.number.low === null) return false;
	return early.number.high === null && late.number.low >= early.number.low * MOVED;
}

function middleOf({ number }: NumberFrame): number {
	const low = number.low ?? number.high ?? 0;
	return (low + (number.high ?? low)) / 2;
}

/** By what happened and by what is counted: which reports have a number that could be of what a group counts. */
interface Kinds {
	/** Reports that are not called silent, though nothing showed that their number is of the group. */
	articlesOf(group: readonly NumberFrame[]): ReadonlySet<string>;
	/** Whether some report gives both numbers of the noun, and not as two who differ: they are of two things. */
	countApart(a: NumberFrame, b: NumberFrame): boolean;
}

function indexKinds(frames: readonly NumberFrame[], around: FrameIndex): Kinds {
	const byClass = new Map<EventClass, Set<string>>();
	const byNoun = new Map<string, Map<string, NumberFrame[]>>();
	for (const frame of frames) {
		if (frame.of !== null) byClass.set(frame.of, (byClass.get(frame.of) ?? new Set()).add(frame.article));
		const key = nounKey(frame);
		if (key === null) continue;
		const reports = byNoun.get(key) ?? new Map<string, NumberFrame[]>();
		byNoun.set(key, reports);
		const list = reports.get(frame.article);
		if (list) list.push(frame);
		else reports.set(frame.article, [frame]);
	}
	return {
		articlesOf(group) {
			const found = new Set(group.flatMap(({ of }) => (of === null ? [] : [...(byClass.get(of) ?? [])])));
			for (const key of new Set(group.map(nounKey))) {
				for (const [article, list] of (key === null ? undefined : byNoun.get(key)) ?? []) {
					if (!found.has(article) && list.some((one) => group.some((other) => mayCountSame(one, other, key))))
						found.add(article);
				}
			}
			return found;
		},
		countApart(a, b) {
			const key = nounKey(a);
			if (a.number.kind === "age" || key === null || key !== nounKey(b)) return false;
			return [...(byNoun.get(key)?.values() ?? [])].some((list) =>
				list.some(
					(x) =>
						x.of === a.of &&
						relateFrames(x, a) === "equal" &&
						list.some(
							(y) =>
								y.of === b.of &&
								relateFrames(y, b) === "equal" &&
								!areDisputed(x, y, around) &&
								x.former === null &&
								y.former === null &&
								!x.rejected &&
								!y.rejected,
						),
				),
			);
		},
	};
}

function nounKey({ noun, number }: NumberFrame): string | null {
	return noun === null ? null : `${number.kind} ${meetingTerm(stemOf(noun))}`;
}

function mayCountSame(one: NumberFrame, other: NumberFrame, key: string | null): boolean {
	if (nounKey(other) !== key || (one.of !== null && other.of !== null && one.of !== other.of)) return false;
	return relateFrames(one, other) !== "apart";
}

function labelOf(frames: readonly NumberFrame[]): string {
	const nouns = [...new Set(frames.flatMap(({ noun }) => (noun === null ? [] : [noun])))].sort(compareText);
	const special = nouns.filter((noun) => noun !== "person");
	const noun = special.length > 0 ? special.slice(0, 3).join(" / ") : nouns.length > 0 ? "people" : "";
	const of = frames.find((frame) => frame.of !== null)?.of?.name;
	if (of !== undefined) return noun === "" ? of : `${of} (${noun})`;
	const kind = frames[0]?.number.kind;
	if (kind === "age") return "age";
	return kind === "count" ? `number of ${noun}` : `amount (${noun})`;
}
