import type { StatedDate } from "../../model/date.ts";
import { round } from "../../text/compare.ts";
import { stemOf } from "../../text/stem.ts";
import { meetingTerm } from "./event-classes.ts";
import { measureContext } from "./fact-context.ts";
import { NO_TIE, type Tie } from "./frame-groups.ts";
import { areSpelledAlike } from "./name-facts.ts";
import { measureHeads, shareAny, shareHead } from "./near-words.ts";
import { type NumberFrame, TELLING_ALONE } from "./number-frames.ts";
import { relateDates } from "./relations.ts";
import { relateFrames } from "./unit-scale.ts";

/**
 * How surely two numbers are of one thing, 0 when something keeps them apart. "17 ships waiting" and "30 ships were
 * stuck" may be; "nine of its 14 cranes" and "the 14 cranes" are not, being a part and its whole, nor are two ages of
 * two people.
 *
 * The weights were set on eight annotated sets of invented reports, and read: what happened to what is counted says
 * most, then whose the number is, then what is counted, then the words about it.
 */
const CLASS = 0.4;
const NOUN = 0.3;
const ANY_PEOPLE = 0.1;
const HEADS = 0.3;
const GOVERNOR = 0.15;
const GOVERNOR_OF_AMOUNT = 0.3;
const CONTEXT = 0.4;
const OWNER: Readonly<{ [kind: string]: number }> = { age: 0.6, share: 0.35, money: 0.15, measure: 0.1 };
const GIVER = 0.15;
const NAMED = 0.1;
const SAME_VALUE = 0.1;
const SAME_RESULT = 0.45;
const TELLING_VALUE = 0.25;
const COMPATIBLE = 0.1;
const LEADS = 0.1;
const INHERITED = 0.1;
const OTHERS = 0.15;
const ONLY = 0.15;
const LEAD_SENTENCES = 4;
const SAME_HEAD = 0.1;

/** Nouns that count nothing by themselves: the words beside them must say what. */
const BARE = new Set(["%", "person", "number", "percentage point", "other", "thing", "time", "one"]);

export interface NumberTie extends Tie {
	/** Two values that cannot be equal are of one thing, beyond doubt. */
	readonly sure?: boolean;
}

/** What is known of frames beyond themselves. */
export interface FrameIndex {
	/** Dates that a frame's sentence names. */
	datesOf(frame: NumberFrame): readonly StatedDate[];
	/** Whether its report counts the noun once, or gives the same number each time. */
	isOnly(frame: NumberFrame): boolean;
	/** The same of what happened to what is counted. */
	isOnlyOfClass(frame: NumberFrame): boolean;
}

/** Between the same words, two figures that differ are of one thing at this strength. */
export function tieNumbers(a: NumberFrame, b: NumberFrame, around: FrameIndex): NumberTie {
	if (areKeptApart(a, b)) return NO_TIE;
	const values = relateFrames(a, b);
	if (values === null) return NO_TIE;
	if (values === "apart" && cannotDiffer(a, b)) return NO_TIE;
	for (const left of around.datesOf(a))
		for (const right of around.datesOf(b))
			if (values !== "equal" && isOfDays(left) && isOfDays(right) && daysApart(left, right) > SAME_EVENT_DAYS)
				return NO_TIE;
	let score = 0;
	const sameClass = a.of !== null && a.of === b.of;
	if (sameClass) score += CLASS;
	if (
		a.noun !== null &&
		b.noun !== null &&
		!BARE.has(a.noun) &&
		meetingTerm(stemOf(a.noun)) === meetingTerm(stemOf(b.noun))
	) {
		score += NOUN;
		if (around.isOnly(a) && around.isOnly(b)) score += ONLY;
		if (shareHead(a.heads, b.heads)) score += SAME_HEAD;
	} else if (a.people && b.people) score += ANY_PEOPLE;
	score += HEADS * measureHeads(a.heads, b.heads);
	if (shareAny(a.governors, b.governors)) score += a.number.kind === "count" ? GOVERNOR : GOVERNOR_OF_AMOUNT;
	score += CONTEXT * measureContext(a.stems, b.stems);
	if (a.owner !== null && b.owner !== null && ownersMeet(a, b)) score += OWNER[a.number.kind] ?? 0;
	if (shareAny(a.givers, b.givers)) score += GIVER;
	else if (shareAny(a.named, b.named)) score += NAMED;
	if (sameClass && around.isOnlyOfClass(a) && around.isOnlyOfClass(b)) score += ONLY;
	if (values === "equal" && a.against !== null) score += SAME_RESULT;
	else if (values === "equal") score += SAME_VALUE + TELLING_VALUE * tellingValue(a.number);
	else if (values === "compatible") score += COMPATIBLE;
	if (a.position < LEAD_SENTENCES && b.position < LEAD_SENTENCES) score += LEADS;
	if (a.inherited || b.inherited) score -= INHERITED;
	if (a.other !== b.other && values === "apart") score -= OTHERS;
	return { score: round(Math.max(0, Math.min(1, score))), values, sure: isSure(a, b, score, around) };
}

/**
 * Whether two numbers are of one thing so surely that both cannot be right: two ages of one person, two counts of what
 * happened where each report has one such count, two figures that the same words govern in sentences much alike. In
 * reports full of detail (three charges, five weekends, two friends) anything less joins what is apart.
 */
function isSure(a: NumberFrame, b: NumberFrame, score: number, around: FrameIndex): boolean {
	if (a.inherited || b.inherited || a.other !== b.other) return false;
	if (a.number.kind === "age") return a.owner !== null && b.owner !== null && yearsApart(a, b) <= MOST_YEARS;
	if (a.of !== null && a.of === b.of) {
		const only = around.isOnlyOfClass(a) && around.isOnlyOfClass(b);
		return score >= (only ? SURE_OF_CLASS : SURE);
	}
	if (a.against !== null) return score >= SURE_OF_CLASS;
	if (areOfOthers(a, b)) return false;
	const context = measureContext(a.stems, b.stems);
	const small = a.number.kind === "count" && Math.max(a.number.low ?? 0, b.number.low ?? 0) <= SMALL_COUNT;
	const governed = shareAny(a.governors, b.governors);
	const only = around.isOnly(a) && around.isOnly(b);
	if (only && !small && score >= SURE_OF_ONLY && shareHead(a.heads, b.heads)) return true;
	if (small) return score >= (only ? SURE_OF_CLASS : SURE) && context >= (governed || only ? ALIKE : MUCH_ALIKE);
	// In a list of shares or amounts each is of something else.
	if (a.number.kind !== "count" && !(a.lone && b.lone)) return score >= SURE && context >= MUCH_ALIKE;
	return score >= SURE_OF_CLASS && (governed ? context >= ALIKE : context >= MUCH_ALIKE);
}

/** Whether the sentences name persons and none in common: one scored three, another five. */
export function areOfOthers(a: NumberFrame, b: NumberFrame): boolean {
	return a.persons.size > 0 && b.persons.size > 0 && !shareAny(a.persons, b.persons);
}

/** One person's age is given otherwise by a slip or a birthday; by more years it is another's. */
const MOST_YEARS = 6;

function yearsApart(a: NumberFrame, b: NumberFrame): number {
	return Math.abs((a.number.low ?? 0) - (b.number.low ?? 0));
}

/**
 * Whether one report gives two numbers of one thing on the word of two who differ: "The union says that two cranes were
 * working, the company that nine were". Not: what two speakers count apart, in two places.
 */
export function areDisputed(a: NumberFrame, b: NumberFrame, around: FrameIndex): boolean {
	if (a.article !== b.article || a.other || b.other || a.of !== b.of) return false;
	if (a.givers.size + b.givers.size === 0 || shareAny(a.givers, b.givers)) return false;
	if (
		!(
			a.of?.people === true &&
			a.of.growth === "fixed" &&
			a.part !== "whole" &&
			b.part !== "whole" &&
			!a.inherited &&
			!b.inherited
		)
	) {
		if (a.noun === null || b.noun === null || BARE.has(a.noun)) return false;
		if (meetingTerm(stemOf(a.noun)) !== meetingTerm(stemOf(b.noun)) || !shareHead(a.heads, b.heads)) return false;
	}
	if (a.places.size > 0 && b.places.size > 0 && !shareAny(a.places, b.places)) return false;
	const { score, values } = tieNumbers(a, b, around);
	return values === "apart" && score >= DISPUTED;
}

/** Two who differ count one thing in words this much alike. */
const DISPUTED = 0.35;
const SURE_OF_CLASS = 0.6;
const SURE = 0.7;
/** Each report has one number of the noun, with the same word right beside it. */
const SURE_OF_ONLY = 0.55;
/** Up to here a report full of detail counts anything. */
const SMALL_COUNT = 10;
const ALIKE = 0.25;
const MUCH_ALIKE = 0.45;

/** Days between two dates beside two counts up to which they may be of one event: a toll is given on the days after. */
const SAME_EVENT_DAYS = 4;

/** What no likeness of words can join. */
function areKeptApart(a: NumberFrame, b: NumberFrame): boolean {
	if (a.number.kind !== b.number.kind) return true;
	if (a.number.kind === "count") {
		if (a.of !== b.of && a.of !== null && b.of !== null) return true;
		if (!nounsMeet(a, b)) return true;
	}
	if (!ownersMeet(a, b)) {
		if (a.number.kind === "age") return true;
		// Two people's shares of the votes are two; what is offered is, whoever is named beside it.
		if (a.number.kind === "share" && !shareAny(a.governors, b.governors)) return true;
	}
	if (a.part !== null && b.part !== null && a.part !== b.part) return true;
	if ((a.against === null) !== (b.against === null)) return true;
	if (a.past !== b.past) return true;
	return a.rate !== b.rate && (a.rate !== null || b.rate !== null) && a.number.kind === "money";
}

/** One owner, two spellings of one name, or one not known. */
function ownersMeet(a: NumberFrame, b: NumberFrame): boolean {
	if (a.owner === null || b.owner === null || a.owner.entity === b.owner.entity) return true;
	const [left, right] = [a.owner.name, b.owner.name];
	return areSpelledAlike(left, right) || isGivenName(left, right) || isGivenName(right, left);
}

/** "Wim" beside "Wim Okar": a given name alone; a surname may be a brother's. */
function isGivenName(name: string, full: string): boolean {
	return !name.includes(" ") && full.startsWith(`${name} `);
}

/** What may be one thing only while the values can be equal. */
function cannotDiffer(a: NumberFrame, b: NumberFrame): boolean {
	// One result given in two ways has one figure wrong; two that share none are two results.
	if (a.against && b.against && !sharesFigure(a, b)) return true;
	if (isFarApart(a, b)) return true;
	// Two ages are of one person only where both say whose they are.
	if (a.number.kind === "age" && (a.owner === null || b.owner === null)) return true;
	if ((a.part === "whole") !== (b.part === "whole")) return true;
	if (a.of?.growth === "shrinks" && a.over !== b.over) return true;
	// "Half of that" is no per cent of anything that "4.5 per cent" is one of.
	return a.number.kind === "share" && isFigure(a.number.exact) !== isFigure(b.number.exact);
}

function sharesFigure(a: NumberFrame, b: NumberFrame): boolean {
	const sides = ({ number, against }: NumberFrame): number[] =>
		[number.low ?? 0, against?.low ?? 0].sort((x, y) => x - y);
	const [left, right] = [sides(a), sides(b)];
	return left[0] === right[0] || left[1] === right[1];
}

/** Two figures of one thing are this near (as a ratio); a count that moves may go further between two reports. */
const FARTHEST = 5;
const FARTHEST_MOVING = 20;
/** Counts below this are as good as this: from one to eight is no leap. */
const SMALL = 3;

function isFarApart(a: NumberFrame, b: NumberFrame): boolean {
	const [low = 0, high = 0] = [a, b]
		.map(({ number }) => Math.max(SMALL, number.low ?? number.high ?? 0, number.kind === "share" ? 10 : 0))
		.sort((x, y) => x - y);
	const moving = (a.of !== null && a.of.growth !== "fixed") || a.counting || b.counting;
	return high > low * (moving ? FARTHEST_MOVING : FARTHEST);
}

function isFigure(exact: string): boolean {
	return /%|cent|pct/i.test(exact);
}

function nounsMeet(a: NumberFrame, b: NumberFrame): boolean {
	if (a.against !== null && (a.noun === null || b.noun === null)) return true;
	if (a.noun === null || b.noun === null) {
		if (a.of !== null || b.of !== null) return a.of === b.of;
		return Math.min(a.number.low ?? 0, b.number.low ?? 0) >= TELLING_ALONE && relateFrames(a, b) === "equal";
	}
	// "Two nations" and "eleven nationals" share a stem alone.
	if (meetingTerm(stemOf(a.noun)) === meetingTerm(stemOf(b.noun))) return a.people === b.people;
	return a.people && b.people && ((a.of !== null && a.of === b.of) || a.noun === "person" || b.noun === "person");
}

/** How little chance alone makes two reports give a number, 0–1: "two" says nothing, "2,347" much. */
function tellingValue({ low, high }: { readonly low: number | null; readonly high: number | null }): number {
	const value = low ?? high ?? 0;
	const digits = String(value)
		.replace(/[^0-9]/g, "")
		.replace(/0+$/, "")
		.replace(/^0+/, "").length;
	if (value >= 0 && value <= 10 && Number.isInteger(value)) return 0;
	return digits >= 3 ? 1 : digits === 2 ? 0.6 : 0.3;
}

/** Whether a date is of days: years beside a figure are mostly of what led to it. */
function isOfDays({ precision }: StatedDate): boolean {
	return precision !== null && precision !== "year" && precision !== "range";
}

/** Days by which two dates miss each other, 0 where they touch or where one has no bounds. */
function daysApart(a: StatedDate, b: StatedDate): number {
	if (relateDates(a, b) !== "apart") return 0;
	const dayOf = (iso: string | null): number => {
		const [year = 0, month = 1, day = 1] = (iso ?? "").slice(0, 10).split("-").map(Number);
		return Date.UTC(year, month - 1, day) / 86_400_000;
	};
	return Math.max(dayOf(b.earliest) - dayOf(a.latest), dayOf(a.earliest) - dayOf(b.latest));
}

/** Numbers that share none of these are never of one thing. */
export function keysOfNumber({ number, of, noun, owner, people }: NumberFrame): string[] {
	const keys = [`${number.kind} ${number.low}-${number.high}`];
	if (of) keys.push(`class ${of.name}`);
	if (noun && !(people && noun === "person")) keys.push(`noun ${number.kind} ${meetingTerm(stemOf(noun))}`);
	if (people && !of) keys.push("people");
	if (owner && number.kind !== "count") keys.push(`owner ${number.kind} ${owner}`);
	if (number.kind === "measure" || number.kind === "age") keys.push(number.kind);
	return keys;
}
