import type { Span } from "../../model/span.ts";
import { sourceBefore } from "../clauses/source-before.ts";
import { LONGEST_SENTENCE, type Unit } from "../clauses/units.ts";
import { OPENERS, type Range, verbGroupStart } from "../clauses/word-classes.ts";

/**
 * Who speaks the marks that stand behind a gesture, as features tell it.
 *
 * Catches: `The farmer shrugged. “It was both.”` (the farmer), `“It was stupid,” she says. He nods. “It was both.”` (he)
 * Must not: `Vane built the dam in 1990. “It was cheap.”` (a deed told, whoever judges it).
 *
 * @param before the sentence before the marks
 * @returns who gestures; null where the sentence is none, or stands in another paragraph
 */
export function findBeat(before: Unit | null, unit: Unit): Span | null {
	if (before?.lastParagraph !== unit.paragraph || before.items.length > LONGEST_BEAT) return null;
	const { items } = before;
	if (items.length > LONGEST_SENTENCE || items[items.length - 1]?.norm !== ".") return null;
	if (items.some(({ kind }) => kind === "marked")) return null;
	const first = OPENERS.has(items[0]?.norm ?? "") ? 1 : 0;
	const verb = items.findIndex(({ norm, capital }, i) => i > first && !capital && GESTURES.test(norm));
	if (verb < 0) return null;
	// "shook his head", "looked away": other things are shaken and looked for.
	if (/^(?:shakes?|shook)$/.test(items[verb]?.norm ?? "") && items[verb + 2]?.norm !== "head") return null;
	if (/^look(?:s|ed)$/.test(items[verb]?.norm ?? "") && !LOOKS.test(items[verb + 1]?.norm ?? "")) return null;
	const source = sourceBefore(items, verbGroupStart(items, verb), 0);
	return source && source.first === first ? spanOf(before, source) : null;
}

function spanOf({ items }: Unit, { first, end }: Range): Span | null {
	const [from, to] = [items[first], items[end - 1]];
	return from && to ? { start: from.start, end: to.end } : null;
}

/** A gesture is told in few words (items). */
const LONGEST_BEAT = 16;

const GESTURES =
	/^(?:shrug(?:s|ged)|nod(?:s|ded)|laugh(?:s|ed)|smile[sd]|grin(?:s|ned)|sigh(?:s|ed)|pause[sd]|wince[sd]|frown(?:s|ed)|shakes|shook|chuckle[sd]|scoff(?:s|ed)|hesitate[sd]|glance[sd]|looks|looked|blink(?:s|ed)|we(?:eps|pt)|(?:dis)?agree[sd])$/;
const LOOKS = /^(?:away|up|down|out|around|back|over|at|puzzled|tired)$/;
