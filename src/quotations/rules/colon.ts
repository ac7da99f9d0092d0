import { ROLES } from "../../language/names/data/name-words.ts";
import type { Span } from "../../model/span.ts";
import { matchCue } from "../clauses/cue-match.ts";
import { cueVerb } from "../clauses/cues.ts";
import { hearerAfter, sourceAfter } from "../clauses/source-after.ts";
import { isWholeSource, sourceBefore } from "../clauses/source-before.ts";
import { subjectOf } from "../clauses/subject.ts";
import { LONGEST_SENTENCE, type Unit } from "../clauses/units.ts";
import type { Range } from "../clauses/word-classes.ts";
import { NOT_SPEAKERS } from "./labelled.ts";

/** What a colon gives to the words in marks after it. */
export interface ColonLead {
	readonly source: Span | null;
	readonly cue: readonly Span[];
	readonly addressee: Span | null;
	readonly rule: string;
}

/**
 * A statement in marks that a colon brings, in the same sentence or as the next paragraph.
 *
 * Catches: `The mayor had a blunt message: “Stay out.”`, `She went on to say:` above a paragraph in marks,
 * and `Minister Orla Pike: “Stay out.”`
 * Must not: `“Stay out.”` after a sentence that ends with a full stop.
 */
export function attributeAfterColon(unit: Unit, at: number, before: Unit | null): ColonLead | null {
	const item = unit.items[at];
	let items = unit.items;
	let colon = at - 1;
	if (at === 0) {
		if (!before || unit.paragraph - before.lastParagraph > 1) return null;
		items = before.items;
		colon = items.length - 1;
	}
	const mark = items[colon];
	if (!item || items.length > LONGEST_SENTENCE) return null;
	if (mark?.norm !== ":" || item.end - item.start < 8) return null;
	const span = (first: number, end: number): Span | null => {
		const from = items[first];
		const to = items[end - 1];
		return from && to ? { start: from.start, end: to.end } : null;
	};
	for (let i = colon - 1; i >= Math.max(0, colon - 30); i--) {
		const word = items[i];
		if (!word || word.kind === "marked") break;
		const verb = cueVerb(word.norm);
		// "had to change my answer:", "one of the mayor's quotes:": a noun that is also a cue.
		const noun = /^(?:the|an?|my|his|her|its|our|their|your|this|that|'s)$/.test(items[i - 1]?.norm ?? "");
		if (!verb || verb.thought || noun) continue;
		const match = matchCue(bareContext(unit === before ? unit : { ...unit, items }), i);
		if (!match) continue;
		const source = i === 0 ? sourceAfter(items, 1, colon) : sourceBefore(items, match.group, 0);
		const cue = span(match.group, match.end);
		const hearer = match.word?.hearer ? hearerAfter(items, match.end) : null;
		const addressee = hearer && hearer.end <= colon ? span(hearer.first, hearer.end) : null;
		if (source && cue)
			return { source: span(source.first, source.end), cue: [cue], addressee, rule: "quotations/colon" };
	}
	const subject = labelBefore(items, colon) ?? subjectOf(items, colon);
	return {
		source: subject ? span(subject.first, subject.end) : null,
		cue: [{ start: mark.start, end: mark.end }],
		addressee: null,
		rule: "quotations/colon",
	};
}

/** A label is no longer than this (items). */
const LONGEST_LABEL = 10;

/** "Mayor Orla Pike" (items). */
const MOST_NAMES = 4;

/** `Interior Minister Orla Pike: “Stay out.”`: nothing but who speaks stands before the colon. */
function labelBefore(items: Unit["items"], colon: number): Range | null {
	const last = items[colon - 1];
	// "14:12 Mayor Orla Pike: “…”"
	const clock = items.findIndex(({ kind, norm }) => kind !== "number" && !/^[:.[\]()\u2013\u2014-]$/.test(norm));
	const first = clock > 0 && clock < colon ? clock : 0;
	const head = items[first];
	if (!head || !last || colon - first > LONGEST_LABEL || last.kind !== "word" || !isWholeSource(items, first, colon))
		return null;
	// "Vane on the flood: “…”"
	const on = items.findIndex(({ norm }, i) => i > first && i < colon && /^(?:on|about)$/.test(norm));
	if (on > first && on - first <= MOST_NAMES && items.slice(first, on).every(({ capital }) => capital))
		return { first, end: on };
	const said = items.slice(first, colon);
	// "Vane, the mayor: “…”" and "The mayor: “…”" name who speaks; "What they say: “…”" and "Also on the list: “…”" do not.
	const name = head.capital && (last.capital || ROLES.has(last.norm));
	const plain = said.every(({ kind, norm }) => kind === "word" || /^[,.'\u2019-]$/.test(norm));
	const label = said.map(({ norm }) => norm).join(" ");
	return name && plain && !NOT_SPEAKERS.test(label) ? { first, end: colon } : null;
}

function bareContext(unit: Unit): Parameters<typeof matchCue>[0] {
	return { unit, title: false, endsClause: () => false, opensSentence: () => false, length: () => 0 };
}
