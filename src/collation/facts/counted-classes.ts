import type { FoundNumber } from "../../model/annotation.ts";
import { CAPACITY, classesAt, classOfNoun, type EventClass, mayCount } from "./event-classes.ts";
import { findNearWords } from "./near-words.ts";
import { type NumberPart, type NumberSentence, otherThan } from "./number-sentences.ts";

/** Verbs whose subject does to others what their object undergoes. */
const DEEDS = new Set(
	"killed shot injured wounded arrested detained charged rescued saved freed released evacuated treated murdered dismissed sacked indicted trapped displaced".split(
		" ",
	),
);
/** What opens an object. */
const OBJECT = new Set(
	"a an the his her its their our my him them himself herself some about around more over nearly almost at several dozens hundreds scores".split(
		" ",
	),
);
/** Between the counted noun and its verb only adverbs: "two officers fatally shot a boy". */
const MOST_BETWEEN = 2;

/** "Two gunmen killed five people" counts no dead; "two gunmen killed in the raid" does. */
function actsOn(words: NumberSentence["words"], at: number, behind: number): boolean {
	const verb = words[at];
	const object = words[at + 1];
	if (!verb || !object || object.pause || !DEEDS.has(verb.norm) || behind < 0 || at - behind > MOST_BETWEEN)
		return false;
	if (
		words
			.slice(behind, at)
			.some(({ norm, pause }) => pause || (AUXILIARY.has(norm) && norm !== "have" && norm !== "had" && norm !== "has"))
	)
		return false;
	if (words.slice(behind, at).some(({ norm }) => norm === "been" || norm === "being")) return false;
	return (
		object.number ||
		object.capital ||
		(OBJECT.has(object.norm) && !(object.norm === "at" && words[at + 2]?.norm !== "least"))
	);
}

/**
 * By what happened to it a number counts. Catches the killed of "12 miners, six of them contractors, were killed"; must
 * not give "62 were missing" to the dead named on its other side.
 */

/** How far (in words) from the number a class word may stand. */
const REACH = 9;
/** "The number of deaths that it puts down to the fever rose to 44": how far back the subject may stand (in words). */
const CLIMB_REACH = 16;
const CLIMBS =
	/\b(?:rose|risen|rises|rising|climbed|climbs|grew|jumped|reached|reaches|stands|stood|passed|fell)\s(?:to|at)?\s?$/i;
/** "62 were missing": what stands behind an auxiliary is said of the number. */
const SAID_OF = 2;
const AUXILIARY = new Set(
	"is are was were has have had been be being still who remain remained feared confirmed of".split(" "),
);

/** The class of what is counted itself, else of the nearest words that have one. */
export function classOf(
	{ words, numbers, span }: NumberSentence,
	number: FoundNumber,
	noun: string | null,
	part: NumberPart,
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
		if (!found || (!left && found.people && actsOn(words, index, behind))) continue;
		// What a hall may hold stays that, whatever fills it.
		if (found === CAPACITY) return found;
		const counts = distance - (saidOf && !left ? SAID_OF : 0);
		if (counts >= nearest) continue;
		best = found;
		nearest = counts;
	}
	return own ?? described ?? best;
}
