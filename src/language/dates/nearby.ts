import { stemOf } from "../../text/stem.ts";
import { normAt, type Reading } from "../shapes.ts";
import { isoDay } from "./calendar.ts";
import type { Near } from "./setting.ts";
import { isPastVerb } from "./tense.ts";

const SPEECH =
	/^(?:said|told|announced|reported|wrote|added|confirmed|stated|declared|testified|tweeted|posted|acknowledged|insisted|argued|denied|warned|claimed|explained|recalled|replied|admitted|noted|speaking|testifying|interviewed)$/;
/** Between a verb of speech and the day it was done on; anything else begins something of its own. */
const BETWEEN =
	/^(?:on|late|early|reporters|journalists|lawmakers|in|at|a|an|the|news|press|conference|briefing|statement|interview|hearing|him|her|them|us|me|local|state|television|radio|to|court|parliament|agency)$/;
/** Tokens at most between the two. */
const FARTHEST = 7;

/** Whether a date tells when something was said: "told reporters on Tuesday", "On Tuesday, Vane said". */
export function isReporting(reading: Reading, first: number, end: number): boolean {
	const sentence = reading.sentenceOf[first];
	for (let i = first - 1; i >= 0 && i >= first - FARTHEST && reading.sentenceOf[i] === sentence; i--) {
		const norm = normAt(reading, i);
		if (SPEECH.test(norm)) return true;
		if (!BETWEEN.test(norm) && !isName(reading, i)) break;
	}
	const opens = first === 0 || reading.sentenceOf[first - 1] !== sentence || opensSentence(reading, first - 1);
	if (!opens) return SPEECH.test(normAt(reading, end));
	for (let i = end; i < reading.count && i < end + FARTHEST + 3 && reading.sentenceOf[i] === sentence; i++) {
		const norm = normAt(reading, i);
		if (SPEECH.test(norm)) return true;
		if (isPastVerb(norm)) return false;
	}
	return false;
}

function isName(reading: Reading, token: number): boolean {
	const start = reading.starts[token] ?? 0;
	return /^\p{Lu}/u.test(reading.text.slice(start, start + 2));
}

function opensSentence(reading: Reading, at: number): boolean {
	if (normAt(reading, at) !== "on") return false;
	return at === 0 || reading.sentenceOf[at - 1] !== reading.sentenceOf[at];
}

/** Dates looked back over at most: a sentence that has more is a list, and nothing hangs on its beginning. */
const MOST_BACK = 12;

/**
 * The date that "the next day" is counted from: the one nearest before it in its sentence, else the last
 * of the sentence before. A date that only tells when something was said is taken when there is no other.
 *
 * @param before the date so many places back in the text: null when it is none to count from
 */
export function nearestBefore(before: (back: number) => Near | null, sentence: number): Near | null {
	let told: Near | null = null;
	for (let back = 1; back <= MOST_BACK; back++) {
		const date = before(back);
		if (!date) continue;
		if (date.sentence < sentence - 1) break;
		const other = told !== null && told.sentence === sentence && date.sentence < sentence;
		if (!date.reporting) return other ? told : date;
		told ??= date;
	}
	return told;
}

/** Tokens at most between an event's name and its day: before the day, and behind it. */
const BEFORE_DAY = 6;
const BEHIND_DAY = 3;

/**
 * The days that stand right behind the name of something ("the bridge collapsed on May 5") or right before
 * it ("the May 5 collapse", "On May 5 the bridge collapsed"), by the stem of that name.
 */
export function indexEvents(reading: Reading, dates: readonly Near[]): ReadonlyMap<string, readonly Near[]> {
	const events = new Map<string, Near[]>();
	for (const date of dates) {
		if (date.reporting || date.earliest !== date.latest) continue;
		const { firstToken, endToken, sentence } = date;
		const last = Math.min(reading.count - 1, endToken + BEHIND_DAY);
		for (let i = Math.max(0, firstToken - BEFORE_DAY); i <= last; i++) {
			if ((i >= firstToken && i < endToken) || reading.sentenceOf[i] !== sentence) continue;
			const norm = normAt(reading, i);
			if (norm.length < 4) continue;
			const word = stemOf(norm);
			const days = events.get(word);
			if (!days) events.set(word, [date]);
			else if (days.length < 2 && days.every((day) => day.earliest !== date.earliest)) days.push(date);
		}
	}
	return events;
}

/** The one day that the text gives for what a token names; null when it gives none, or several. */
export function dayOfEvent(
	reading: Reading,
	events: ReadonlyMap<string, readonly Near[]>,
	head: number,
): { readonly day: number; readonly says: string; readonly at: Near } | null {
	const [found, ...more] = events.get(stemOf(normAt(reading, head))) ?? [];
	if (!found || more.length > 0) return null;
	const named = reading.text.slice(reading.starts[head], reading.ends[head]);
	const says = `counted from the day of “${named}”, which is “${found.exact}” (${isoDay(found.earliest)})`;
	return { day: found.earliest, says, at: found };
}
