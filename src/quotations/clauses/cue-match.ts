import type { UnitText } from "./attribution.ts";
import { AUXILIARIES, type CueVerb, cueVerb, isAdverb, looksLikeVerb } from "./cues.ts";
import type { Item } from "./units.ts";
import { isAdjunctStart, isPreposition, isSubjectPronoun, verbGroupStart } from "./word-classes.ts";

/**
 * Whether a word of a unit reports someone's words.
 *
 * Catches: `Pike also said`, `analysts say`, `she went on to say`, `according to Pike`.
 * Must not: `the report that Pike wrote about` as a verb "report", `to say`, `may have said`, `was told`.
 */
export interface CueMatch {
	/** The verb group, auxiliaries included. */
	readonly group: number;
	readonly verb: number;
	readonly end: number;
	readonly word: CueVerb | null;
	readonly kind: "verb" | "according";
}

export function matchCue(context: UnitText, at: number): CueMatch | null {
	const { items } = context.unit;
	const item = items[at];
	if (item?.kind !== "word") return null;
	if (item.norm === "according" && items[at + 1]?.norm === "to") {
		return { group: at, verb: at, end: at + 2, word: null, kind: "according" };
	}
	const phrase = phrasalCue(items, at);
	const word = phrase?.word ?? cueVerb(item.norm) ?? verbBesideMarks(context, at);
	if (!word) return null;
	const end = at + 1 + (phrase?.particles ?? 0);
	if (tellsNothing(items, at)) return null;
	if (item.capital && at > 0 && !context.title) return null;
	if (isNounBeforeVerb(items, at)) return null;
	const before = items[at - 1];
	if (
		before?.norm === "to" &&
		items[at - 2]?.norm === "on" &&
		/^(?:went|goes|go|going)$/.test(items[at - 3]?.norm ?? "")
	) {
		return { group: verbGroupStart(items, at - 3), verb: at, end, word: { ...word, form: "past" }, kind: "verb" };
	}
	// "Pike was heard to ask whose dam it was"
	if (before?.norm === "to" && items[at - 2]?.norm === "heard" && word.form === "base")
		return {
			group: verbGroupStart(items, at - 2),
			verb: at,
			end,
			word: { ...word, form: "past", doubtful: false },
			kind: "verb",
		};
	if (before && (before.norm === "to" || before.norm === "-")) return null;
	const group = verbGroupStart(items, at);
	const head = items[group - 1];
	if (
		word.form !== "ing" &&
		head &&
		(head.norm === "to" ||
			isPreposition(head) ||
			/^(?:the|a|an|his|her|their|its|my|our|your|'s|no|this|that|these|those|any)$/.test(head.norm))
	) {
		if (!(head.norm === "that" || head.norm === "this") || word.form === "base") return null;
	}
	const unsaid = wouldNot(items, group, at);
	for (let i = group; i < at && !unsaid; i++) {
		const norm = items[i]?.norm ?? "";
		if (/^(?:could|may|might|should|would|must|can|cannot|can't|couldn't|shall|having)$/.test(norm)) return null;
		if (word.form === "past" && /^(?:is|was|are|were|be|been|being|am|'s|isn't|wasn't)$/.test(norm)) return null;
	}
	if (word.form === "base" && group === at) {
		// "analysts say": a plural noun or pronoun right before.
		if (
			!before ||
			!(
				/^(?:they|we|i|you|who|some|many|others|most|both|people|police)$/.test(before.norm) ||
				(before.kind === "word" && /[^s']s$/.test(before.norm)) ||
				before.norm === "," ||
				(before.capital && items[at - 2]?.norm === "and")
			)
		)
			return null;
	}
	return { group, verb: at, end, word, kind: "verb" };
}

/** Whether a word that may be a cue tells of no words here. */
export function tellsNothing(items: readonly Item[], at: number): boolean {
	return (
		takesLives(items, at) ||
		asksNothing(items, at) ||
		isOfCounted(items, at) ||
		asksNoName(items, at) ||
		isPosture(items, at) ||
		mayHave(items, at)
	);
}

/** "registered 212 confirmed cases": what is counted. */
function isOfCounted(items: readonly Item[], at: number): boolean {
	const next = items[at + 1];
	return (
		/^(?:confirmed|reported|suspected|alleged|claimed|recorded|estimated)$/.test(items[at]?.norm ?? "") &&
		items[at - 1]?.kind === "number" &&
		next?.kind === "word" &&
		!next.capital &&
		/[^si]s$/.test(next.norm) &&
		next.norm !== "was"
	);
}

/** "for cash, no questions asked": nobody asks. */
function asksNothing(items: readonly Item[], at: number): boolean {
	return items[at]?.norm === "asked" && items[at - 1]?.norm === "questions" && items[at - 2]?.norm === "no";
}

/** "may have said too much": nobody knows that it was. */
function mayHave(items: readonly Item[], at: number): boolean {
	return items[at - 1]?.norm === "have" && /^(?:may|might)$/.test(items[at - 2]?.norm ?? "") && !items[at - 2]?.capital;
}

/** "was standing on the table": how somebody is placed. */
function isPosture(items: readonly Item[], at: number): boolean {
	return (
		/^(?:standing|sitting|lying|kneeling|leaning|perched|sat|lay|knelt)$/.test(items[at]?.norm ?? "") &&
		/^(?:on|in|at|under|over|beside|near|next)$/.test(items[at + 1]?.norm ?? "")
	);
}

/** How far behind "claimed" its lives may stand: "claimed the lives of at least nine". */
const REACH = 4;

/** "The flood claimed 40 lives": nobody says anything. */
function takesLives(items: readonly Item[], at: number): boolean {
	if (!/^claim(?:s|ed|ing)?$/.test(items[at]?.norm ?? "")) return false;
	return items.slice(at + 1, at + 1 + REACH).some(({ norm }) => norm === "life" || norm === "lives");
}

/** "asked not to be named", "declined to be identified": how somebody spoke, and no word of it. */
function asksNoName(items: readonly Item[], at: number): boolean {
	if (
		!/^(?:asked|asking|asks|ask|declined|declines|declining|refused|refusing|requested|requesting)$/.test(
			items[at]?.norm ?? "",
		)
	)
		return false;
	const norms = items.slice(at + 1, at + 1 + LONGEST_NAMELESS).map(({ norm }) => norm);
	return /^(?:not )?(?:to )?(?:be (?:further )?(?:named|identified|quoted|anonymous)|remain (?:anonymous|unnamed|nameless)|for anonymity|anonymity)\b/.test(
		norms.join(" "),
	);
}

/** "not to be further identified" (items). */
const LONGEST_NAMELESS = 5;

/** "…, report finds": what finds is a report. */
function isNounBeforeVerb(items: readonly Item[], at: number): boolean {
	const next = items[at + 1];
	if (
		!/^(?:reports?|notes?|claims?|estimates?|answers?|statements?)$/.test(items[at]?.norm ?? "") ||
		!next ||
		next.capital
	)
		return false;
	return /^(?:finds?|found|says?|said|shows?|showed|warns?|warned|concludes?|concluded|suggests?|suggested|claims?|claimed|reveals?|revealed)$/.test(
		next.norm,
	);
}

/** Verbs that report only with a particle: "points out", "put it", "shot back". */
const PHRASAL: ReadonlyMap<string, readonly [RegExp, CueVerb["form"]]> = new Map([
	["point", [/^out$/, "base"]],
	["points", [/^out$/, "third"]],
	["pointed", [/^out$/, "past"]],
	["pointing", [/^out$/, "ing"]],
	["put", [/^it$/, "past"]],
	["puts", [/^it$/, "third"]],
	["went", [/^on$/, "past"]],
	["made", [/^clear$/, "past"]],
	["makes", [/^clear$/, "third"]],
	["goes", [/^on$/, "third"]],
	["shot", [/^back$/, "past"]],
	["fired", [/^back$/, "past"]],
	["hit", [/^back$/, "past"]],
	["chimed", [/^in$/, "past"]],
	["spelled", [/^out$/, "past"]],
	["called", [/^(?:out|for|on)$/, "past"]],
	["calls", [/^(?:for|on)$/, "third"]],
	["calling", [/^(?:for|on)$/, "ing"]],
]);

const MAKES: ReadonlyMap<string, CueVerb["form"]> = new Map([
	["made", "past"],
	["makes", "third"],
	["making", "ing"],
]);

const VOICES: ReadonlyMap<string, CueVerb["form"]> = new Map([
	["voiced", "past"],
	["voices", "third"],
	["expressed", "past"],
	["expresses", "third"],
	["raised", "past"],
]);
const FEELINGS = /^(?:concerns?|hopes?|fears?|confidence|doubts?|regret|optimism|alarm|outrage|dismay|surprise)$/;

/** Whether a word reports with a particle behind it. */
export function isPhrasal(norm: string): boolean {
	return PHRASAL.has(norm) || MAKES.has(norm) || VOICES.has(norm);
}

function phrasalCue(items: readonly Item[], at: number): { word: CueVerb; particles: number } | null {
	const item = items[at];
	// "made it clear that"
	const makes = MAKES.get(item?.norm ?? "");
	if (item && makes && items[at + 1]?.norm === "it" && /^(?:clear|plain|known)$/.test(items[at + 2]?.norm ?? ""))
		return { word: unlisted("make", makes, false), particles: 2 };
	// "voiced concern that"
	const voices = VOICES.get(item?.norm ?? "");
	if (item && voices && FEELINGS.test(items[at + 1]?.norm ?? "") && items[at + 2]?.norm === "that")
		return { word: unlisted("voice", voices, false), particles: 1 };
	const [particle, form] = PHRASAL.get(item?.norm ?? "") ?? [];
	if (!item || !particle || !form || !particle.test(items[at + 1]?.norm ?? "")) return null;
	if (items[at + 1]?.norm === "on" && items[at + 2]?.norm === "to") return null;
	return { word: unlisted(item.norm, form, false), particles: 1 };
}

/** Verbs of what somebody will not tell: "would not say who paid", "would not disclose the price". */
const TELLING = /^(?:say|disclose|reveal|confirm|specify|divulge|explain)$/;

/** "would not say", "won't disclose": the words after it are what somebody keeps back. */
export function wouldNot(items: readonly Item[], group: number, at: number): boolean {
	if (!TELLING.test(items[at]?.norm ?? "")) return false;
	const norms = items.slice(group, at).map(({ norm }) => norm);
	return (
		norms.some((norm) => /^(?:wouldn't|won't)$/.test(norm)) ||
		(norms.some((norm) => /^(?:would|will)$/.test(norm)) && norms.some((norm) => /^(?:not|n't)$/.test(norm)))
	);
}

function unlisted(lemma: string, form: CueVerb["form"], doubtful: boolean): CueVerb {
	return { lemma, form, clause: true, hearer: false, infinitive: false, thought: false, doubtful, polarity: "said" };
}

/** The look from a verb back to the marks it may speak of (items). */
const NEAR_MARKS = 9;

/**
 * A verb that the list does not know, right beside a statement in marks: `“Never,” Pike fumed.` Only a name or
 * a pronoun may stand between, and nothing but an adjunct may follow.
 */
function verbBesideMarks(context: UnitText, at: number): CueVerb | null {
	const { items } = context.unit;
	const item = items[at];
	// `“I was lost,” Pike had written.`
	const perfect = PARTICIPLES.has(item?.norm ?? "") && /^(?:has|had|have)$/.test(items[at - 1]?.norm ?? "");
	if (!item || item.capital || !(perfect || looksLikeVerb(item.norm) || IRREGULAR_PAST.has(item.norm))) return null;
	const next = items[at + 1];
	let marks = perfect ? at - 2 : at - 1;
	while (marks >= 0 && at - marks <= NEAR_MARKS && items[marks]?.kind !== "marked") {
		const norm = items[marks]?.norm ?? "";
		if (cueVerb(norm) || AUXILIARIES.has(norm) || /^(?:that|which|and|but|as|when|while|to|in|of|for)$/.test(norm))
			return null;
		marks--;
	}
	const stretch = items[marks];
	if (stretch?.kind !== "marked" || !context.endsClause(stretch) || context.length(stretch) < 2) return null;
	const first = items[marks + 1]?.norm === "," ? items[marks + 2] : items[marks + 1];
	if (!first) return null;
	if (first === item) {
		// `“Never,” fumed Orla Pike.`
		const named = next?.capital || (/ed$/.test(item.norm) && next?.norm === "the" && items[at + 2]?.kind === "word");
		return (/(?:ed|[^s'\u2019]s)$/.test(item.norm) && named) || (/^reads?$/.test(item.norm) && next)
			? unlisted(item.norm, "past", false)
			: null;
	}
	if (!(first.capital || isSubjectPronoun(first) || first.norm === "the")) return null;
	// "“The lake is empty.” Nobody clapped.": a deed that nobody did.
	if (/^(?:nobody|none|no)$/.test(first.norm)) return null;
	const over =
		!next ||
		next.kind === "marked" ||
		(next.kind === "mark" && next.norm !== "-") ||
		isAdjunctStart(next) ||
		isAdverb(next.norm);
	return over ? unlisted(item.norm, "past", false) : null;
}

const PARTICIPLES = new Set("written spoken sung begun".split(" "));
const IRREGULAR_PAST = new Set("shot spoke sang wept began concluded thought came spat read reads sent".split(" "));
