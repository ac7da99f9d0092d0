import type { Span } from "../../model/span.ts";
import { contains, overlaps, subtractSpans, trimSpan } from "../../text/spans.ts";
import type { Draft } from "../draft.ts";

/**
 * The content of words not in marks where a rule and the tagger read one cue: the tagger's where it is sure enough of
 * its edges, else the rule's, and without the words of the cue.
 *
 * @param who the speaker, as far as either has one
 * @param share how likely the tagger's reading is right to the character, 0–1
 */
export function contentOfTwins(
	text: string,
	rule: Draft,
	tagged: Draft,
	who: Span | null,
	share: number,
): Pick<Draft, "content" | "marked"> {
	const [ruled, other] = [rule.content, tagged.content];
	const held = who !== null && ruled.some((span) => contains(span, who));
	const stands =
		!held &&
		((share < LEAST_CONTENT && !isLedIn(text, ruled, other)) ||
			sameWords(text, ruled, other) ||
			cutsApposition(text, ruled, other) ||
			cutsBeforeVerb(text, ruled, other));
	const { content, marked } = stands ? rule : tagged;
	return { content: outsideCue(text, content, tagged.cue), marked };
}

/** Least share of a reading whose content replaces a rule's. */
const LEAST_CONTENT = 0.6;

/**
 * Whether a rule's content begins with what leads into the words.
 *
 * Catches: `[after the meeting that the lake is empty]` beside `[that the lake is empty]`. Must not: `[Pike that the …]`.
 */
function isLedIn(text: string, ruled: readonly Span[], tagged: readonly Span[]): boolean {
	const pair = single(ruled, tagged);
	if (!pair || pair.rule.end !== pair.other.end || pair.rule.start >= pair.other.start) return false;
	return (
		/^(?:after|before|during|following|at|in|on)\s/.test(text.slice(pair.rule.start, pair.other.start)) &&
		/^(?:that|whether)\s/.test(text.slice(pair.other.start, pair.other.end))
	);
}

/**
 * Whether the tagger leaves off what explains the last words.
 *
 * Catches: `[it hit the Fen]` beside `[it hit the Fen, a group of lakes]`. Must not: `[it leaks]` beside
 * `[it leaks, and the town is told]`.
 */
function cutsApposition(text: string, ruled: readonly Span[], tagged: readonly Span[]): boolean {
	const pair = single(ruled, tagged);
	if (!pair || pair.rule.start !== pair.other.start) return false;
	return /^,\s+(?:an?|the|not)\s/.test(text.slice(pair.other.end, pair.rule.end));
}

/**
 * Whether the tagger stops at an aside before the clause has its verb.
 *
 * Catches: `[that its mayor]` beside `[that its mayor, Orla Pike, had left]`. Must not: `[that it leaks]` beside
 * `[that it leaks, she said]`.
 */
function cutsBeforeVerb(text: string, ruled: readonly Span[], tagged: readonly Span[]): boolean {
	const pair = single(ruled, tagged);
	if (!pair || pair.rule.start !== pair.other.start || pair.rule.end <= pair.other.end) return false;
	return /^that (?:an?|the|its|his|her|their) \p{Ll}+$/u.test(text.slice(pair.other.start, pair.other.end));
}

/** Whether two contents differ in nothing but marks, punctuation and how they are parted. */
function sameWords(text: string, a: readonly Span[], b: readonly Span[]): boolean {
	if (a[0] === undefined || b[0] === undefined) return false;
	if (a.length === b.length && a.every(({ start, end }, i) => start === b[i]?.start && end === b[i]?.end)) return true;
	const words = (spans: readonly Span[]): string =>
		spans.map(({ start, end }) => text.slice(start, end).replace(/[^\p{L}\p{N}]+/gu, "")).join("");
	return words(a) === words(b);
}

/** Catches: `repeated [the opinion that it leaks]` where the cue has `the opinion`. Must not: a content parted by its cue. */
function outsideCue(text: string, content: readonly Span[], cue: readonly Span[]): readonly Span[] {
	if (!content.some((span) => cue.some((other) => overlaps(span, other)))) return content;
	const left = subtractSpans(content, cue).map((span) => trimSpan(text, span));
	return left.length === content.length ? left : content;
}

function single(
	ruled: readonly Span[],
	tagged: readonly Span[],
): { readonly rule: Span; readonly other: Span } | undefined {
	const [rule] = ruled;
	const [other] = tagged;
	return rule && other && ruled.length === 1 && tagged.length === 1 ? { rule, other } : undefined;
}
