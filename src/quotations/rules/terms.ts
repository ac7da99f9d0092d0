import type { Term } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import type { Unit } from "../clauses/units.ts";
import type { MarkedStretch } from "../marks/marks.ts";

/**
 * Words in marks that nobody is given: names, titles, nicknames, words held at arm's length.
 *
 * Catches: `the so-called “blue list”`, `Ander “Dunny” Vane`, `on “The Late Hour” show`, `known as “the Drain”`.
 * Must not: `Pike said that Orme are “allies” in this` (a cue gives the word to Pike: a mixed quotation),
 * `Pike (“the gates are open”) was heard` (a sentence that somebody speaks).
 *
 * @param alone whether nothing but marks stands in the sentence
 * @returns null when the stretch is a statement by itself, and so a quotation that nobody is named for
 */
export function findTerm(text: string, unit: Unit, at: number, stretch: MarkedStretch, alone: boolean): Term | null {
	const whole = stretch.parts[0];
	if (!whole || stretch.parts.length > 1) return null;
	const part = withoutStop(text, whole);
	const exact = text.slice(part.start, part.end);
	if (isBracketed(unit, at) && SENTENCE.test(exact)) return null;
	if (alone && isSpoken(text.slice(whole.start, whole.end))) return null;
	const before = unit.items.slice(Math.max(0, at - 4), at).map(({ norm }) => norm);
	const reason = reasonFor(unit, at, before, exact) ?? (alone ? null : UNATTRIBUTED);
	return reason ? { start: part.start, end: part.end, exact, reason } : null;
}

/** "“We buried them ourselves.”" alone: somebody speaks, whoever it is. */
function isSpoken(words: string): boolean {
	const parts = words.split(/\s+/);
	return parts.length > 2 && !isTitle(parts) && /^\p{Lu}/u.test(words) && /[.!?\u2026]$/.test(words);
}

/** Alone between brackets. */
function isBracketed({ items }: Unit, at: number): boolean {
	return items[at - 1]?.norm === "(" && items[at + 1]?.norm === ")";
}

/** Words with a subject and a verb that nothing else is. */
const SENTENCE =
	/^[^\n]{1,60}?\s(?:is|are|was|were|has|have|had|will|would|can|could|should|must|isn['\u2019]t|aren['\u2019]t|won['\u2019]t|can['\u2019]t|do|does|did|don['\u2019]t)\s\S/u;

/** Beyond this many words a stretch without a cue is somebody's words that nobody is named for. */
const LONGEST_TERM = 5;

/** Longer words inside a sentence that says nothing of whose they are: shown, and given to nobody. */
const UNATTRIBUTED = "in marks, and nothing in the sentence says whose words they are";

/** Without the full stop or comma that American printing puts inside the marks. */
function withoutStop(text: string, span: Span): Span {
	const last = text.charAt(span.end - 1);
	return span.end - span.start > 1 && (last === "." || last === ",") ? { start: span.start, end: span.end - 1 } : span;
}

function reasonFor(unit: Unit, at: number, before: readonly string[], exact: string): string | null {
	const last = before[before.length - 1] ?? "";
	const words = exact.split(/\s+/);
	if (/^so-called$/.test(last) || before.includes("so-called")) return "held at arm's length: “so-called”";
	if (
		/^(?:called|dubbed|named|nicknamed|titled|entitled|headlined|termed|labeled|labelled|known|calls|call)$/.test(last)
	)
		return `a name: “${last}” stands before it`;
	if (last === "as" && /^(?:known|to|referred|described|dubbed)$/.test(before[before.length - 2] ?? ""))
		return "a name: “as” gives it";
	if (before.includes("known") || before.includes("called") || before.includes("calls") || before.includes("refers"))
		return "a name that something goes by";
	const [left, right] = [unit.items[at - 1], unit.items[at + 1]];
	if (left?.capital && right?.capital && words.length <= 3) return "a nickname between names";
	if (isTitle(words)) return "a name or a title: its words are capitalised";
	if (words.length <= LONGEST_TERM) return "a word or two in marks, and no one whose words they are";
	return null;
}

function isTitle(words: readonly string[]): boolean {
	if (words.length > 12) return false;
	return (
		words.every(
			(word) =>
				/^[^\p{L}]*\p{Lu}/u.test(word) ||
				/^(?:of|the|a|an|and|in|on|to|for|with|at|by|from|or|&|de|la|is|it|\d+)[.,:!?]?$/i.test(word),
		) &&
		/^[^\p{L}]*[\p{Lu}\p{Nd}]/u.test(words[0] ?? "") &&
		words.length > 1
	);
}
