import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { EntityType, FoundNumber } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { contains, firstEndingAfter, overlaps, sliceOf } from "../../text/spans.ts";
import { stemOf } from "../../text/stem.ts";
import type { SetSpeakers } from "../speakers/set-speakers.ts";
import { type Standing, standingOf } from "../statements.ts";
import type { WeightOf } from "../term-weight.ts";
import { findSegmentWords, type SegmentWord } from "../utterances/segments.ts";
import { CAPACITY, classesAt, classOfNoun, type EventClass, mayCount } from "./event-classes.ts";
import { contextStems } from "./fact-context.ts";
import type { Frame } from "./frame-groups.ts";
import type { Namings } from "./name-facts.ts";
import { findHeads, findNearWords, type Heads } from "./near-words.ts";
import { findTallies } from "./tallies.ts";

/**
 * A number as a typed frame: what is counted, by what happened to it, whose it is, of what whole, over what time. Reads
 * "nine of its 14 cranes" as nine cranes of a whole of 14; must not read the hour in "at nine" as nine of anything.
 */
export interface NumberFrame extends Frame {
	readonly number: FoundNumber;
	/** The other side of a tally: 114 of "122 votes to 114"; null when the number stands alone. */
	readonly against: FoundNumber | null;
	/** The number with the noun it counts where that stands right behind it. */
	readonly shown: Span;
	readonly sentence: Span;
	/** Index of the sentence in the article. */
	readonly position: number;
	/** Singular of what is counted, or the unit; null when nothing says. */
	readonly noun: string | null;
	/** The noun stands with a number before, and goes on. */
	readonly inherited: boolean;
	readonly people: boolean;
	/** By what happened to it. */
	readonly of: EventClass | null;
	/** Telling words beside the number in its clause, by the stem under which they meet, with their nearness 0–1. */
	readonly heads: ReadonlyMap<string, number>;
	/** The telling words right beside the number, by the stem under which they meet: "a rise of 4.5 percent". */
	readonly governors: ReadonlySet<string>;
	/** Telling stems of the sentence, with their weight. */
	readonly stems: ReadonlyMap<string, number>;
	/** Entities of the set that the sentence names, or the one before it when it goes on by a pronoun. */
	readonly named: ReadonlySet<string>;
	/** Whose the number is: the one of an age, the one that has a share. */
	readonly owner: { readonly entity: string; readonly name: string } | null;
	/** Folded words for who gives the number; empty when the report does. */
	readonly givers: ReadonlySet<string>;
	readonly part: "whole" | "part" | null;
	/** The time in which an amount comes up again: "a day". */
	readonly rate: string | null;
	/** Year of another event, when the sentence dates what it tells to a year before the report's. */
	readonly past: number | null;
	/** The words say that the number replaces another: "now", "rose to". */
	readonly renewed: boolean;
	/** Said of a time that is over: "34 people had been trapped". */
	readonly over: boolean;
	/** The sentence tells of a count that goes on: "with 540 of 1,180 polling stations reporting". */
	readonly counting: boolean;
	/** More of the same, or others: "two other friends". */
	readonly other: boolean;
	/** What is left of more: "15 are still trapped". */
	readonly still: boolean;
	/** The number that this one replaced, as the words say: "rose to 44 from 19"; its own frame follows. */
	readonly former: FoundNumber | null;
	/** Given as not so: "not 31". */
	readonly rejected: boolean;
	readonly standing: Standing;
}

/** Any of these may stand for `person`. */
const PEOPLE = new Set(
	(
		"person passenger crew worker man woman child resident villager civilian soldier officer miner student traveller " +
		"tourist fan protester demonstrator employee staff member victim survivor migrant refugee patient local other dead " +
		"injured wounded missing hurt killed guest sailor pilgrim commuter boy girl adult youth inmate prisoner detainee " +
		"suspect firefighter policeman picket docker dockworker driver player supporter spectator contractor casualty " +
		"life body death fatality injury case nurse doctor teacher farmer journalist reporter household family"
	).split(" "),
);

/** A time of so long ago or later counts nothing. */
const TIME = new Set(["second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century"]);
const SHIFT = /^\s*(?:[\p{L}-]+\s+){0,2}(?:ago|later|earlier|before|after|afterwards?|from now|away|old)\b/iu;
const CLOCK_BEFORE = /\b(?:at|before|after|by|since|until|till|past|to|around|about|from|between)\s$/i;

/** How far (in words) from the number a class word may stand. */
const REACH = 9;
/** "The number of deaths that it puts down to the fever rose to 44": how far back the subject may stand (in words). */
const CLIMB_REACH = 16;
const CLIMBS =
	/\b(?:rose|risen|rises|rising|climbed|climbs|grew|jumped|reached|reaches|stands|stood|passed|fell)\s(?:to|at)?\s?$/i;
/** "62 were missing": what stands behind an auxiliary is said of the number. */
const SAID_OF = 2;
/** A figure from here on says something without a noun: two reports do not give it by chance. */
export const TELLING_ALONE = 1000;
/** "Several" counts nothing that another report could give otherwise. */
const VAGUE = /^(?:several|some|many|few|a few|a couple|various|numerous|countless|a number)\b(?!.*\d)/i;
const AUXILIARY = new Set(
	"is are was were has have had been be being still who remain remained feared confirmed of".split(" "),
);

const RATE = /^\s*(?:[\p{L}-]+\s+){0,2}(?:an?|per|each|every)\s+(minute|hour|day|night|week|month|quarter|year)\b/iu;
const RENEWED =
	/\b(?:now|rose|risen|rises|rising|raised|revised|climbed|reaches|reached|so far|latest|increased|up from|down from|updated|new)\b/i;
const GOES_ON = /^(?:it|its|he|his|she|her|they|their)\b/i;
const OVER = /^(?:\s[\p{L}-]+){0,2}\shad\s(?:been\s|first\s|initially\s)/u;
const COUNTING =
	/\b(?:stations?|precincts?|constituencies|wards|ballots?)\b[^.;]{0,30}\b(?:in|counted|reporting|reported|declared|tallied|counting)\b|\bvotes?\s(?:counted|tallied)\b|\bresults\s(?:in\s)?from\b|\bcounted so far\b/i;
const OTHER = /\b(?:others?|another|more|further|additional|extra)\b(?!\sthan)/i;
const STILL = /\b(?:still|remain(?:s|ed)?)\b/i;
const REJECTED = /\b(?:not|rather than|instead of)\s+$/i;

/** Reads the numbers of an article's body as frames, in the order of the text. */
export function findNumberFrames(
	annotated: AnnotatedArticle,
	namings: Namings,
	speakers: SetSpeakers,
	weightOf: WeightOf,
	year: number | null,
): NumberFrame[] {
	const { article, words: found, numbers } = annotated;
	const { text } = article;
	const { sentences } = found;
	const frames: NumberFrame[] = [];
	const read = new Map<Span, Sentence>();
	const named = namingsOf(annotated, namings);
	const tallies = sentences.flatMap((sentence) => findTallies(text, sentence));
	const sums = findSums(numbers, text);
	const formers = findFormers(numbers, text);
	const replaced = new Map([...formers].map(([later, former]) => [former, later]));
	const tallyOf = new Map(tallies.map((tally) => [tally.first, tally]));
	const summed = [...sums]
		.filter(([first, sum]) => first.end < sum.end)
		.map(([first, sum]) => ({ start: first.end, end: sum.end }));
	const alone = numbers.filter((one) => ![...tallies, ...summed].some((span) => overlaps(span, one)));
	const all = [...alone, ...tallyOf.keys()].sort(compareSpans);
	for (const stated of all) {
		const number = sums.get(stated) ?? stated;
		if (number.kind === "ordinal" || (number.low === null && number.high === null)) continue;
		if (VAGUE.test(number.exact)) continue;
		const position = firstEndingAfter(sentences, number.start);
		const sentence = sentences[position];
		if (!sentence || sentence.start > number.start) continue;
		if (!article.body.some((span) => contains(span, sentence))) continue;
		if (number.of !== null && TIME.has(number.of) && number.kind !== "age") {
			if (SHIFT.test(text.slice(number.end, number.end + 40))) continue;
		}
		const known = read.get(sentence) ?? readSentence(annotated, sentence, position, named, weightOf);
		read.set(sentence, known);
		const around = readAround(known, number, text);
		const before = frames[frames.length - 1];
		const inherits = number.of === null && number.kind === "count" && goesOn(text, number, before, position);
		const heir = replaced.get(number);
		const renewer = heir && frames.find((one) => one.number === heir);
		const noun = number.of ?? heir?.of ?? around.wholeNoun ?? (inherits ? (before?.noun ?? null) : null);
		const of = renewer?.of ?? classOf(known, heir ?? number, noun, around.part, text);
		const standing = standingOf(annotated, number, speakers);
		const owner = ownerOf(known, number, text);
		const people = noun === null ? of?.people === true : PEOPLE.has(noun) || classOfNoun(noun)?.people === true;
		const tally = tallyOf.get(number) ?? null;
		if (noun === null && of === null && tally === null && (number.low ?? 0) < TELLING_ALONE) continue;
		frames.push({
			article: article.id,
			start: number.start,
			number,
			against: tally?.second ?? null,
			shown: tally ?? shownOf(text, number),
			sentence,
			position,
			noun,
			inherited: inherits && noun !== null && around.wholeNoun === null,
			people,
			of:
				of !== null &&
				number.kind === "count" &&
				tally === null &&
				(people || !of.people || noun === null) &&
				mayCount(of, noun)
					? of
					: null,
			heads: around.heads,
			governors: around.governors,
			stems: known.stems,
			named: known.named,
			owner,
			givers: giversOf(annotated, standing, speakers),
			part: around.part,
			rate: RATE.exec(text.slice(number.end, number.end + 60))?.[1]?.toLowerCase() ?? null,
			past: pastOf(annotated, sentence, year),
			renewed: RENEWED.test(text.slice(Math.max(sentence.start, number.start - 80), number.start)),
			over: OVER.test(text.slice(number.end, Math.min(sentence.end, number.end + 60))),
			counting: COUNTING.test(sliceOf(text, sentence)),
			other: OTHER.test(
				text.slice(Math.max(sentence.start, number.start - 10), Math.min(sentence.end, number.end + 14)),
			),
			still: STILL.test(
				text.slice(Math.max(sentence.start, number.start - 20), Math.min(sentence.end, number.end + 40)),
			),
			former: formers.get(number) ?? null,
			rejected: REJECTED.test(text.slice(Math.max(sentence.start, number.start - 20), number.start)),
			standing,
		});
	}
	return frames;
}

interface Sentence {
	readonly span: Span;
	readonly words: readonly SegmentWord[];
	readonly stems: ReadonlyMap<string, number>;
	readonly named: ReadonlySet<string>;
	/** Namings in the sentence by place. */
	readonly mentions: readonly Naming[];
	readonly numbers: readonly FoundNumber[];
}

interface Naming extends Span {
	readonly entity: string;
	readonly name: string;
	readonly type: EntityType;
}

function namingsOf(annotated: AnnotatedArticle, namings: Namings): readonly Naming[] {
	return (namings.get(annotated.article.id) ?? [])
		.flatMap(({ entity, mentions }) =>
			mentions.map(({ start, end }) => ({
				start,
				end,
				entity: entity.id,
				name: entity.name,
				type: entity.type,
			})),
		)
		.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The items of a sorted list that begin inside a span. */
function within<T extends Span>(sorted: readonly T[], span: Span): T[] {
	const found: T[] = [];
	for (let i = firstEndingAfter(sorted, span.start); i < sorted.length; i++) {
		const item = sorted[i];
		if (!item || item.start >= span.end) break;
		if (contains(span, item)) found.push(item);
	}
	return found;
}

function readSentence(
	annotated: AnnotatedArticle,
	span: Span,
	position: number,
	all: readonly Naming[],
	weightOf: WeightOf,
): Sentence {
	const words = findSegmentWords(annotated, span, weightOf);
	const mentions = all.filter((one) => contains(span, one));
	const named = new Set(mentions.map(({ entity }) => entity));
	const before = annotated.words.sentences[position - 1];
	if (before && GOES_ON.test(annotated.article.text.slice(span.start, span.start + 8))) {
		for (const one of all) if (contains(before, one)) named.add(one.entity);
	}
	const numbers = within(annotated.numbers, span);
	return { span, words, stems: contextStems(words), named, mentions, numbers };
}

/** The telling words near a number, and what whole it is a part of. */
function readAround(
	{ words, numbers }: Sentence,
	number: FoundNumber,
	text: string,
): Heads & {
	readonly part: NumberFrame["part"];
	readonly wholeNoun: string | null;
} {
	const at = numbers.indexOf(number);
	const next = at < 0 ? undefined : numbers[at + 1];
	const previous = numbers[at - 1];
	const isPart = next !== undefined && PART_OF.test(text.slice(number.end, next.start));
	const isWhole = previous !== undefined && PART_OF.test(text.slice(previous.end, number.start));
	const part = isPart ? "part" : isWhole ? "whole" : null;
	const own = number.counted;
	const isOwn = (word: SegmentWord): boolean => own !== null && word.start >= own.start && word.end <= own.end;
	return {
		...findHeads(words, number, otherThan(number, numbers, part), isOwn),
		part,
		wholeNoun: isPart ? (next.of ?? null) : null,
	};
}

/** Between a part and its whole: "nine [of its] 14 cranes", "540 [of the province's] 1,180". */
const PART_OF =
	/^(?:\s\p{L}+)?\s(?:out\s)?of\s(?:(?:the|its|their|his|her|all|some|about)\s)?(?:[\p{L}-]+['\u2019]s?\s)?(?:a\s\p{L}+\sof\s)?$/u;

/** Whether a word is of another number than this one and, for a part, its whole: "nine of its 14 cranes were working". */
function otherThan(
	number: FoundNumber,
	numbers: readonly FoundNumber[],
	part: NumberFrame["part"],
): (word: SegmentWord) => boolean {
	const own = numbers.indexOf(number);
	const whole = own >= 0 && part === "part" ? numbers[own + 1] : undefined;
	return (word) =>
		numbers.some(
			(one) => one !== number && one !== whole && one.kind !== "age" && one.start < word.end && word.start < one.end,
		);
}

/** The class of what is counted itself, else of the nearest words that have one. */
function classOf(
	{ words, numbers, span }: Sentence,
	number: FoundNumber,
	noun: string | null,
	part: NumberFrame["part"],
	text: string,
): EventClass | null {
	const own = noun === null ? null : classOfNoun(noun);
	const counted = number.counted;
	const inside = words.flatMap((word, index) =>
		counted && word.start >= counted.start && word.end <= counted.end ? classesAt(words, index) : [],
	);
	const described = inside.find((one) => mayCount(one, noun));
	const behind = words.findIndex((word) => word.start >= (number.counted?.end ?? number.end));
	const saidOf = AUXILIARY.has(words[behind]?.norm ?? "");
	let best: EventClass | null = null;
	const climbs = CLIMBS.test(text.slice(Math.max(span.start, number.start - 30), number.start));
	const reach = climbs ? CLIMB_REACH : REACH;
	let nearest = reach + 1;
	for (const { word, index, distance } of findNearWords(
		words,
		number,
		climbs ? () => false : otherThan(number, numbers, part),
		reach,
	)) {
		const left = word.end <= number.start;
		if (!left && number.counted && word.start >= number.counted.start && word.end <= number.counted.end) continue;
		const found = classesAt(words, index).find((one) => mayCount(one, noun));
		if (!found) continue;
		// What a hall may hold stays that, whatever fills it.
		if (found === CAPACITY) return found;
		const counts = distance - (saidOf && !left ? SAID_OF : 0);
		if (counts >= nearest) continue;
		best = found;
		nearest = counts;
	}
	return own ?? described ?? best;
}

function goesOn(text: string, number: FoundNumber, before: NumberFrame | undefined, position: number): boolean {
	if (!before || before.noun === null || position - before.position > 1) return false;
	if (CLOCK_BEFORE.test(text.slice(Math.max(0, number.start - 10), number.start))) return false;
	return /^(?:[.;,:"\u201d\u2019)\n]|\s(?:is|are|was|were|had|have|has|did|of them|of whom|who)\b)/.test(
		text.slice(number.end, number.end + 12),
	);
}

/** A share, an age or an amount is somebody's: whoever is named right before it or, behind "for", right after. */
function ownerOf({ mentions, span, numbers }: Sentence, number: FoundNumber, text: string): Naming | null {
	if (number.kind === "count") return null;
	const after = mentions.find(({ start }) => start >= number.end);
	if (after) {
		const between = text.slice(number.end, after.start);
		if (number.kind === "age" && /^(?:[\s-]*\p{L}+){0,2}\s$/u.test(between) && !/[,.]/.test(between)) return after;
		if (/^\s(?:of the (?:votes?|ballots?) )?(?:for|to)\s(?:the\s)?(?:[\p{L}-]+,?\s){0,3}$/iu.test(between))
			return after;
	}
	const before = mentions.filter(({ end }) => end <= number.start && end >= span.start);
	for (let i = before.length - 1; i >= 0; i--) {
		const naming = before[i];
		if (!naming) break;
		const between = text.slice(naming.end, number.start);
		if (number.kind === "age") return /^,?\s(?:who is\s|is\s|was\s|aged\s)?$/.test(between) ? naming : null;
		if (numbers.some((one) => one.kind !== "age" && one.start >= naming.end && one.end <= number.start)) {
			// "Oru had 49% and Vane 47%": what is named behind the first number has the second.
			if (before.length === 0) return null;
		}
		const lead = text.slice(Math.max(span.start, naming.start - 12), naming.start);
		if (/\b(?:of|in|at|from|by)\s(?:the\s)?$/i.test(lead) && i > 0) continue;
		return naming.type === "place" || naming.type === "state" ? null : naming;
	}
	return null;
}

function giversOf(annotated: AnnotatedArticle, standing: Standing, speakers: SetSpeakers): ReadonlySet<string> {
	const quotation = annotated.quotations.find(({ id }) => id === standing.quotation);
	return quotation ? new Set([...speakers.wordsOf(annotated, quotation)].map(stemOf)) : new Set();
}

const YEAR = /\b(?:1[5-9]|20|21)\d\d\b/;
/** What marks a sentence as being of something else, earlier. */
const EARLIER = /\b(?:last year|years ago|a year ago|decades? ago|in \d{4}|worst|deadliest)\b/i;

function pastOf(annotated: AnnotatedArticle, sentence: Span, year: number | null): number | null {
	const text = annotated.article.text.slice(sentence.start, sentence.end);
	if (!EARLIER.test(text)) return null;
	const years = annotated.dates
		.filter((one) => contains(sentence, one) && one.date.precision === "year")
		.map((one) => Number(one.date.earliest?.slice(0, 4) ?? Number.NaN))
		.filter((one) => !Number.isNaN(one));
	const found = years[0] ?? Number(YEAR.exec(text)?.[0] ?? Number.NaN);
	if (Number.isNaN(found)) return /last year|a year ago/.test(text) && year !== null ? year - 1 : null;
	return year !== null && found >= year ? null : found;
}

/** Passengers and crew make one number of those aboard: "198 passengers and a crew of 16". */
function findSums(numbers: readonly FoundNumber[], text: string): ReadonlyMap<FoundNumber, FoundNumber> {
	const found = new Map<FoundNumber, FoundNumber>();
	for (const [at, first] of numbers.entries()) {
		const second = numbers[at + 1];
		if (!second || first.of !== "passenger" || second.start - first.end > 40) continue;
		if (first.low === null || first.high === null || second.low === null || second.high === null) continue;
		const between = text.slice(first.end, second.start);
		const crew = /^\spassengers\s(?:and|,)\s(?:an?\s)?crew\sof\s$/i.test(between);
		const members =
			/^\spassengers\s(?:and|,)\s$/i.test(between) &&
			/^\s(?:members of (?:the )?)?crew\b/i.test(text.slice(second.end, second.end + 25));
		if (!crew && !members) continue;
		const end = crew
			? second.end
			: second.end +
				(/^\s(?:members of (?:the )?)?crew(?:\smembers)?/i.exec(text.slice(second.end, second.end + 40))?.[0].length ??
					0);
		found.set(first, {
			start: first.start,
			end,
			exact: text.slice(first.start, end),
			low: first.low + second.low,
			high: first.high + second.high,
			of: "person",
			counted: null,
			qualifier: first.qualifier === "exact" ? second.qualifier : first.qualifier,
			kind: "count",
		});
	}
	return found;
}

/** "rose to 44 from 19", "from 19 to 44": the later number with the one that it replaced. */
function findFormers(numbers: readonly FoundNumber[], text: string): ReadonlyMap<FoundNumber, FoundNumber> {
	const found = new Map<FoundNumber, FoundNumber>();
	for (const [at, first] of numbers.entries()) {
		const second = numbers[at + 1];
		if (!second || second.start - first.end > 30 || first.kind !== second.kind) continue;
		const before = text.slice(Math.max(0, first.start - 30), first.start);
		const between = text.slice(first.end, second.start);
		if (/^(?:\s\p{L}+)?,?\s(?:up |down )?from\s(?:about\s)?$/u.test(between) && /\b(?:to|at)\s$/i.test(before))
			found.set(first, second);
		else if (
			/^(?:\s\p{L}+)?\sto\s$/u.test(between) &&
			/\b(?:rose|risen|rises|rising|climbed|grew|jumped|fell|dropped|went|raised|cut|increased|revised)\s(?:\p{L}+\s){0,2}from\s$/iu.test(
				before,
			)
		)
			found.set(second, first);
	}
	return found;
}

function shownOf(text: string, number: FoundNumber): Span {
	const { counted } = number;
	const joined =
		counted !== null && counted.start >= number.end && /^[\s-]{0,1}$/.test(text.slice(number.end, counted.start));
	return { start: number.start, end: joined ? counted.end : number.end };
}
