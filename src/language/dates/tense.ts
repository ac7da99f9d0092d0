import { has, normAt, type Reading, Shape } from "../shapes.ts";

/** Which way from the time of writing a sentence looks: "said on Tuesday", "will meet on Tuesday". */
export type Tense = "past" | "future" | "open";

/** Forms that are of the past and nothing else, or all but never anything else: the irregular verbs of English. */
const PAST = new Set(
	(
		"said told was were had did went came began left took made held met gave found saw won lost fell rose broke hit struck shot " +
		"sent spoke wrote became got set put ran led kept brought thought stood sat fled flew died ago since " +
		"bought sold paid fought caught drew drove threw grew knew chose rode wore tore swore swam sang sank drank rang sprang stole " +
		"froze woke awoke arose bore forgot forgave forbade bade bit hid slid fed bled sped shook stuck swung spun stung hung dug " +
		"clung flung slung lent spent bent built rebuilt dealt meant felt slept wept crept swept leapt heard laid repaid taught " +
		"sought withdrew undertook underwent overcame overthrew oversaw foresaw outgrew shrank stank strode strove trod understood " +
		"withstood withheld upheld undid redid resold rewrote mistook misled knelt dwelt burnt learnt dreamt leant lit ate overtook " +
		"befell blew beheld begat spat shone wove slew retook retold foretold wrung wrought"
	).split(" "),
);
/** Verbs whose past is written like their present; some are nouns too. */
const SAME_FORM = new Set(
	"cut quit shut split spread burst cost hurt upset cast broadcast beat bid thrust read shed".split(" "),
);
/** Before such a form these show that it is no verb of the past. */
const NO_PAST_BEFORE =
	/^(?:to|will|would|can|could|may|might|must|should|shall|not|n't|do|does|did|and|or|the|a|an|this|that|its|his|her|their|no|of|in|for|by|on|i|we|you|they|who|is|are|be)$/;
/** Behind such a form these begin no object: it may be a noun. */
const NO_OBJECT =
	/^(?:of|in|on|at|to|by|for|from|and|or|was|is|has|will|that|which|with|[^\p{L}\p{Nd}$\u00a3\u20ac].*|)$/u;
/** Participles that tell with "is" what is done again and again. */
const HABITUAL = /^(?:held|sold|kept|made|paid|taught|built)$/;
/** Verbs that a timetable is told with in the present: "It opens on Thursday". */
const TIMETABLE = new Set("opens begins starts resumes expires reopens".split(" "));
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
	if (TIMETABLE.has(norm)) return "future";
	const past = isPastVerb(norm) || PRESENT_PERFECT.has(norm) || isSameForm(reading, token, norm);
	if (past) {
		// "will be discussed": the helper in front decides.
		for (let i = token - 1; i >= 0 && i >= token - 3; i--) {
			const helper = normAt(reading, i);
			if (FUTURE.has(helper)) return "future";
			if (helper === "to" || OPEN.has(helper)) return "open";
		}
		// "Bread is sold on Sunday"; "four are shot on Sunday" is the past of a headline.
		const passive = /^(?:is|are)$/.test(normAt(reading, token - 1)) && HABITUAL.test(norm);
		return passive ? "open" : "past";
	}
	if (norm === "to" && isSetTo(reading, token)) return "future";
	// A month has a capital.
	if (norm === "may" && has(reading, token, Shape.capital)) return null;
	if (OPEN.has(norm)) return opensAhead(reading, token) ? "open" : null;
	return null;
}

/** "is to vote", "are going to vote": the helper says that it is still to come. */
function isSetTo(reading: Reading, token: number): boolean {
	const going = normAt(reading, token - 1) === "going" || normAt(reading, token - 1) === "about";
	const helper = normAt(reading, going ? token - 2 : token - 1);
	// The "am" of "10am to 4pm" is none.
	if (helper === "am") return normAt(reading, going ? token - 3 : token - 2) === "i";
	return /^(?:is|are|'re|'s|'m)$/.test(helper);
}

/** "The bank cut rates", "She quit": a past where neither the word before nor the one behind shows a noun or an infinitive. */
function isSameForm(reading: Reading, token: number, norm: string): boolean {
	if (!SAME_FORM.has(norm)) return false;
	const before = normAt(reading, token - 1);
	if (/^(?:he|she|it|who)$/.test(before)) return true;
	// "They cut" and "the rates cut" may be of any time.
	if (token === 0 || NO_PAST_BEFORE.test(before) || /s$/.test(before) || !/^\p{L}/u.test(before)) return false;
	return norm === "quit" || !NO_OBJECT.test(normAt(reading, token + 1));
}

/** "to" looks ahead only before a verb, "may" only in small letters: what stands behind shows neither well, so ask little. */
function opensAhead(reading: Reading, token: number): boolean {
	const norm = normAt(reading, token);
	if (norm !== "to") return true;
	return /^(?:be|meet|hold|begin|start|vote|visit|sign|return|open|take|decide|launch|travel|arrive|attend|appear|resume)$/.test(
		normAt(reading, token + 1),
	);
}
