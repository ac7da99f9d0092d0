import { normAt, type Reading } from "../shapes.ts";

/** Which way from the time of writing a sentence looks: "said on Tuesday", "will meet on Tuesday". */
export type Tense = "past" | "future" | "open";

/** Verbs of the past that do not end in -ed and are frequent beside dates in news prose. */
const PAST = new Set(
	(
		"said told was were had did went came began left took made held met gave found saw won lost fell rose broke hit struck shot " +
		"sent spoke wrote became got set put ran led kept brought thought stood sat fled flew died ago since"
	).split(" "),
);
const PRESENT_PERFECT = new Set(["has", "have"]);
const FUTURE = new Set(["will", "shall", "'ll", "won't"]);
/** In reported speech these look ahead of what was said, not ahead of the report. */
const OPEN = new Set([
	"would",
	"could",
	"should",
	"may",
	"might",
	"must",
	"can",
	"plans",
	"planned",
	"hopes",
	"wants",
	"wanted",
	"to",
]);
const SCHEDULED = new Set(["scheduled", "due", "expected", "set", "planned", "slated"]);

/** Tokens looked back and on from a date; a clause is seldom longer. */
const LOOK_BACK = 14;
const LOOK_ON = 12;

/** The tense of the verb nearest before a stretch of tokens in its sentence, else of the first behind it. */
export function tenseAround(reading: Reading, first: number, end: number): Tense {
	const sentence = reading.sentenceOf[first];
	for (let i = first - 1; i >= 0 && i >= first - LOOK_BACK && reading.sentenceOf[i] === sentence; i--) {
		const tense = tenseOf(reading, i);
		if (tense !== null) return tense;
		const norm = normAt(reading, i);
		if (norm === ";" || norm === "\u201c" || norm === "\u2014") break;
	}
	for (let i = end; i < reading.count && i < end + LOOK_ON && reading.sentenceOf[i] === sentence; i++) {
		const tense = tenseOf(reading, i);
		if (tense !== null) return tense;
	}
	return "open";
}

/** Whether a word is a verb of the past, as far as its form tells. */
export function isPastVerb(norm: string): boolean {
	return PAST.has(norm) || (norm.length > 4 && norm.endsWith("ed") && norm !== "united");
}

function tenseOf(reading: Reading, token: number): Tense | null {
	const norm = normAt(reading, token);
	if (FUTURE.has(norm)) return "future";
	if (SCHEDULED.has(norm)) {
		const before = normAt(reading, token - 1);
		return before === "is" || before === "are" || before === "'s" ? "future" : "open";
	}
	const past =
		PAST.has(norm) || PRESENT_PERFECT.has(norm) || (norm.length > 4 && norm.endsWith("ed") && norm !== "united");
	if (past) {
		// "will be discussed": the helper in front decides.
		for (let i = token - 1; i >= 0 && i >= token - 3; i--) {
			const helper = normAt(reading, i);
			if (FUTURE.has(helper)) return "future";
			if (helper === "to" || OPEN.has(helper)) return "open";
		}
		return "past";
	}
	if (norm === "to" && isSetTo(reading, token)) return "future";
	if (OPEN.has(norm)) return opensAhead(reading, token) ? "open" : null;
	return null;
}

/** "is to vote", "are going to vote": the helper says that it is still to come. */
function isSetTo(reading: Reading, token: number): boolean {
	const going = normAt(reading, token - 1) === "going" || normAt(reading, token - 1) === "about";
	const helper = normAt(reading, going ? token - 2 : token - 1);
	return /^(?:is|are|am|'re|'s|'m)$/.test(helper);
}

/** "to" looks ahead only before a verb, "may" only in small letters: what stands behind shows neither well, so ask little. */
function opensAhead(reading: Reading, token: number): boolean {
	const norm = normAt(reading, token);
	if (norm !== "to") return true;
	return /^(?:be|meet|hold|begin|start|vote|visit|sign|return|open|take|decide|launch|travel|arrive|attend|appear|resume)$/.test(
		normAt(reading, token + 1),
	);
}
