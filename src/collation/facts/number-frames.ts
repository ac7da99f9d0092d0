import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundNumber } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { contains, firstEndingAfter, overlaps } from "../../text/spans.ts";
import { type Standing, standingOf } from "../statements.ts";
import { classOf } from "./counted-classes.ts";
import { ABOARD, classOfNoun, type EventClass, mayCount } from "./event-classes.ts";
import type { Frame } from "./frame-groups.ts";
import { findDurations, findFormers, findSums } from "./joined-numbers.ts";
import type { Heads } from "./near-words.ts";
import { type NumberCues, readCues } from "./number-cues.ts";
import { giversOf, ownerOf } from "./number-owners.ts";
import { type NumberPart, type NumberSentence, namingsOf, readAround, readSentence } from "./number-sentences.ts";
import type { StoryMaterial } from "./story-material.ts";
import { findTallies } from "./tallies.ts";
import { isTold } from "./told.ts";

/**
 * A number as a typed frame: what is counted, by what happened to it, whose it is, of what whole, over what time. Reads
 * "nine of its 14 cranes" as nine cranes of a whole of 14; must not read the hour in "at nine" as nine of anything.
 */
export interface NumberFrame extends Frame, Heads, NumberCues {
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
	/** Telling stems of the sentence, with their weight. */
	readonly stems: ReadonlyMap<string, number>;
	/** Entities of the set that the sentence names, or the one before it when it goes on by a pronoun. */
	readonly named: ReadonlySet<string>;
	/** Of these, the places and states that the sentence itself names. */
	readonly places: ReadonlySet<string>;
	/** And the persons. */
	readonly persons: ReadonlySet<string>;
	/** Whose the number is: the one of an age, the one that has a share. */
	readonly owner: { readonly entity: string; readonly name: string } | null;
	/** Folded words for who gives the number; empty when the report does. */
	readonly givers: ReadonlySet<string>;
	readonly part: NumberPart;
	/** The only number of its kind in the sentence. */
	readonly lone: boolean;
	/** The number that this one replaced, as the words say: "rose to 44 from 19"; its own frame follows. */
	readonly former: FoundNumber | null;
	readonly standing: Standing;
}

/** Any of these may stand for `person`. */
const PEOPLE = new Set(
	(
		"person passenger crew worker man woman child resident villager civilian soldier officer miner student traveller " +
		"tourist fan protester demonstrator employee staff member victim survivor migrant refugee patient local other dead " +
		"injured wounded missing hurt killed guest sailor pilgrim commuter boy girl adult youth inmate prisoner detainee " +
		"suspect firefighter policeman policewoman police cop kid picket docker dockworker driver player supporter spectator contractor casualty " +
		"life body death fatality injury case national citizen nurse doctor teacher farmer journalist reporter household family"
	).split(" "),
);
/** A time of so long ago or later counts nothing. */
const TIME = new Set(["second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century"]);
const SHIFT = /^\s*(?:[\p{L}-]+\s+){0,2}(?:ago|later|earlier|before|after|afterwards?|from now|away|old)\b/iu;
const CLOCK_BEFORE = /\b(?:at|before|after|by|since|until|till|past|to|around|about|from|between)\s$/i;
/** A figure from here on says something without a noun: two reports do not give it by chance. */
export const TELLING_ALONE = 1000;
/** "Several" counts nothing that another report could give otherwise. */
const VAGUE = /^(?:several|some|many|few|a few|a couple|various|numerous|countless|a number)\b(?!.*\d)/i;

/** Reads the numbers of an article's body as frames, in the order of the text. */
export function findNumberFrames(
	annotated: AnnotatedArticle,
	{ namings, speakers, weightOf }: Pick<StoryMaterial, "namings" | "speakers" | "weightOf">,
	year: number | null,
): NumberFrame[] {
	const { article, words: found, numbers } = annotated;
	const { text } = article;
	const { sentences } = found;
	const frames: NumberFrame[] = [];
	const read = new Map<Span, NumberSentence>();
	const named = namingsOf(annotated, namings);
	const tallies = sentences.flatMap((sentence) => findTallies(text, sentence));
	const aboard = findSums(numbers, text);
	const sums = new Map([...aboard, ...findDurations(numbers, text)]);
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
		if (VAGUE.test(number.exact) || isConversion(text, number, numbers)) continue;
		const position = firstEndingAfter(sentences, number.start);
		const sentence = sentences[position];
		if (!sentence || sentence.start > number.start) continue;
		if (!isTold(article, sentence)) continue;
		const inside = read.get(sentence)?.numbers.length ?? countWithin(numbers, sentence);
		if (inside > MOST_IN_SENTENCE) continue;
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
		const of =
			renewer?.of ?? classOf(known, heir ?? number, noun, around.part, text) ?? (aboard.has(stated) ? ABOARD : null);
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
			places: known.places,
			persons: known.persons,
			owner,
			givers: giversOf(annotated, standing, speakers),
			part: around.part,
			lone: known.numbers.every((one) => one === stated || one.kind !== number.kind),
			former: formers.get(number) ?? null,
			...readCues(annotated, number, sentence, year),
			standing,
		});
	}
	return frames.map((frame) => readHeadline(frame, frames, annotated));
}

/**
 * What a headline counts in short is what the body counts in full: "Nine die" over "at least nine people died" is a
 * bound, "2,300 dockers shut Orm" over "2,300 dockers walked out" counts those on strike.
 */
function readHeadline(frame: NumberFrame, frames: readonly NumberFrame[], { article }: AnnotatedArticle): NumberFrame {
	const headline = article.headline?.span ?? null;
	if (headline === null || !contains(headline, frame.number) || frame.number.kind !== "count") return frame;
	const full = frames.find(
		(one) =>
			!contains(headline, one.number) &&
			one.number.kind === "count" &&
			one.number.low === frame.number.low &&
			(one.of === frame.of || frame.of === null) &&
			(one.noun === frame.noun || (one.people && frame.people)),
	);
	if (!full) return frame;
	return {
		...frame,
		of: full.of,
		number: { ...frame.number, high: full.number.high, qualifier: full.number.qualifier },
	};
}

/** "640 metres (2,100 feet)", "$US1 million ($1.5 million)": the same amount once more, in another unit. */
function isConversion(text: string, number: FoundNumber, numbers: readonly FoundNumber[]): boolean {
	if (number.kind !== "money" && number.kind !== "measure") return false;
	const before = text.slice(Math.max(0, number.start - 12), number.start);
	const bracket = /\(\s?(?:or\s|about\s|some\s|US|A|C)?$/.exec(before);
	if (!bracket) return false;
	const end = number.start - bracket[0].length;
	return numbers.some(
		(one) =>
			one !== number &&
			one.kind === number.kind &&
			one.end <= end &&
			end - Math.max(one.end, one.counted?.end ?? 0) <= 1,
	);
}

/** A "sentence" with more numbers is a table; what each is of stands elsewhere, and its words grow with the square. */
const MOST_IN_SENTENCE = 64;

/** How many numbers lie in a span, as far as that matters. */
function countWithin(numbers: readonly FoundNumber[], span: Span): number {
	const first = firstEndingAfter(numbers, span.start);
	let at = first;
	while (at - first <= MOST_IN_SENTENCE && (numbers[at]?.start ?? span.end) < span.end) at++;
	return at - first;
}

function goesOn(text: string, number: FoundNumber, before: NumberFrame | undefined, position: number): boolean {
	if (!before || before.noun === null || position - before.position > 1) return false;
	if (CLOCK_BEFORE.test(text.slice(Math.max(0, number.start - 10), number.start))) return false;
	return /^(?:[.;,:"\u201d\u2019)\n]|\s(?:is|are|was|were|had|have|has|did|of them|of whom|who)\b)/.test(
		text.slice(number.end, number.end + 12),
	);
}

function shownOf(text: string, number: FoundNumber): Span {
	const { counted } = number;
	const joined =
		counted !== null && counted.start >= number.end && /^[\s-]{0,1}$/.test(text.slice(number.end, counted.start));
	return { start: number.start, end: joined ? counted.end : number.end };
}
