import type { Term } from "../model/annotation.ts";
import type { Span } from "../model/span.ts";
import { contains, mergeSpans, overlaps, spanAt } from "../text/spans.ts";
import type { Draft } from "./draft.ts";
import { firstFrom } from "./speakers/named.ts";
import type { TaggedDraft } from "./tagged-drafts.ts";

/**
 * Joins what the rules and the tagger find. Words in marks stay as the rules have them, and take their source and cue
 * from the tagger where it reads them as such too; where the words are not in marks, or only partly, the tagger's
 * reading of a cue replaces the rules'. A reading's certainty is how often such readings are right to the character:
 * lines through the shares of held-out readings, by whether a rule sees the cue too and whether it reports. Every choice was made on articles held out of the tagger's training (PolNeAR,
 * train part), by the share of readings that the annotators have just so.
 *
 * @param least certainty under which a reading that no rule has is left out
 */
export function marry(
	text: string,
	drafts: readonly Draft[],
	terms: readonly Term[],
	tagged: readonly TaggedDraft[],
	least: number,
): { readonly drafts: Draft[]; readonly terms: Term[] } {
	const left = new Set(drafts);
	const seen = new Set<Draft>();
	const byCue = indexSpans(drafts, ({ cue }) => cue);
	const byWords = indexSpans(drafts, ({ kind, content, marked }) => (kind === "direct" ? content : marked));
	const added: Draft[] = [];
	for (const { draft, share, reports } of tagged) {
		const twins = byCue(draft.cue);
		// "Pike … the dam leaks", said by Pike: a sentence torn at the wrong places.
		const who = draft.source ?? twins[0]?.source ?? null;
		if (who && draft.content.some((span) => contains(span, who))) continue;
		for (const rule of twins) seen.add(rule);
		const twin = twins[0];
		if (!twin) {
			const certainty = reports ? 0.15 + 0.7 * share : 0.05 + 0.68 * share;
			const wanted = draft.kind === "direct" ? LEAST_DIRECT : draft.source ? 0 : LEAST_SOURCELESS;
			if (certainty < Math.max(least, wanted) || isScrap(text, draft.content)) continue;
			const clash = byWords(draft.content).filter(
				(rule) => rule.kind === "direct" || sharesWords(rule.marked, draft.marked),
			);
			// Marks that a rule gives to another cue are that cue's.
			if (clash.some((rule) => rule.cue.length > 0)) continue;
			for (const rule of clash) left.delete(rule);
			added.push({ ...draft, certainty });
		} else if (!RULES_FIRST.has(twin.rule) && twin.polarity !== "declined" && share >= LEAST_TWIN) {
			if (twin.addressee && draft.content[0]?.start === twin.addressee.start && tells(text, twin.cue)) continue;
			if (twin.kind === "direct") {
				if (draft.kind !== "direct") continue;
				left.delete(twin);
				added.push({ ...twin, source: sourceOf(text, twin, draft), cue: draft.cue });
			} else if (twin.kind === draft.kind) {
				for (const rule of twins) left.delete(rule);
				const { addressee, relays, hedged } = twin;
				const kept = sameWords(text, twin.content, draft.content) || cutsApposition(text, twin.content, draft.content);
				const { content, marked } = kept ? twin : draft;
				const certainty = 0.25 + 0.68 * share;
				const source = sourceOf(text, twin, draft);
				added.push({ ...draft, source, content, marked, addressee, relays, hedged: hedged || draft.hedged, certainty });
			}
		}
	}
	const doubtful = (rule: Draft): boolean =>
		rule.kind === "mixed" && rule.rule === "quotations/cue-then-clause" && !seen.has(rule);
	const taken = mergeSpans(added.flatMap(({ content }) => content));
	return {
		drafts: [...[...left].filter((rule) => !doubtful(rule)), ...added].sort(byPlace),
		terms: terms.filter((term) => (spanAt(taken, term.start)?.end ?? 0) < term.end),
	};
}

/** "told aides the dam leaks": nobody tells aides as words. */
function tells(text: string, cue: readonly Span[]): boolean {
	return cue.some(({ start, end }) => /\b(?:told|tells?|telling)$/.test(text.slice(start, end)));
}

/** Least certainty of a reading of words in marks whose cue no rule sees, however unsure ones are asked for. */
const LEAST_DIRECT = 0.5;
/** Least certainty of a reading that no rule has and that names no source: somebody's words are wanted. */
const LEAST_SOURCELESS = 0.7;
/** Least share of a reading that replaces a rule's: below it, where the two differ, the rule is right more often. */
const LEAST_TWIN = 0.4;
/** Rules that read what the tagger has hardly seen: labels, and sentences that quote someone quoted. */
const RULES_FIRST: ReadonlySet<string> = new Set([
	"quotations/transcript",
	"quotations/headline",
	"quotations/quoted-as",
	"quotations/hearsay",
]);

/** The tagger's source, but not "The day before, the mayor" where a rule has "the mayor". */
function sourceOf(text: string, rule: Draft, tagged: Draft): Span | null {
	const [ruled, other] = [rule.source, tagged.source];
	if (!ruled || !other) return other ?? ruled;
	const led = other.start < ruled.start && overlaps(ruled, other) && /,\s*$/.test(text.slice(other.start, ruled.start));
	return led ? ruled : other;
}

/** Whether a part of a content in parts is one word: what is left of a sentence that was torn at the wrong places. */
function isScrap(text: string, content: readonly Span[]): boolean {
	return content.length > 1 && content.some(({ start, end }) => !/\S\s+\S/.test(text.slice(start, end)));
}

/** Whether the tagger ends a content before ", a group of …" or ", not …": what explains the last words goes with them. */
function cutsApposition(text: string, ruled: readonly Span[], tagged: readonly Span[]): boolean {
	const [rule] = ruled;
	const [other] = tagged;
	if (!rule || !other || ruled.length > 1 || tagged.length > 1) return false;
	const rest = rule.start === other.start ? text.slice(other.end, rule.end) : "";
	return /^,\s+(?:an?|the|not)\s/.test(rest);
}

/** Whether two contents differ in nothing but marks, punctuation and how they are parted. */
function sameWords(text: string, a: readonly Span[], b: readonly Span[]): boolean {
	const words = (spans: readonly Span[]): string =>
		spans.map(({ start, end }) => text.slice(start, end).replace(/[^\p{L}\p{N}]+/gu, "")).join("");
	return a[0] !== undefined && b[0] !== undefined && words(a) === words(b);
}

/** Finds the drafts that share words with a span, in the drafts' order. */
function indexSpans(
	drafts: readonly Draft[],
	spansOf: (draft: Draft) => readonly Span[],
): (spans: readonly Span[]) => Draft[] {
	const list = drafts
		.flatMap((draft, order) => spansOf(draft).map(({ start, end }) => ({ start, end, order })))
		.sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
	const starts = list.map(({ start }) => start);
	const reach: number[] = [];
	for (const { end } of list) reach.push(Math.max(end, reach[reach.length - 1] ?? 0));
	return (spans) => {
		const found = new Set<number>();
		for (const span of spans)
			for (let i = firstFrom(starts, span.end) - 1; i >= 0 && (reach[i] ?? 0) > span.start; i--) {
				const one = list[i];
				if (one && one.end > span.start) found.add(one.order);
			}
		return [...found].sort((a, b) => a - b).flatMap((order) => drafts[order] ?? []);
	};
}

function sharesWords(a: readonly Span[], b: readonly Span[]): boolean {
	return a.some((span) => b.some((other) => overlaps(span, other)));
}

/** In the order of the text, as the drafts of the rules come: by unit, then by content. */
function byPlace(a: Draft, b: Draft): number {
	return (
		a.unit - b.unit ||
		(a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0) ||
		(a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0)
	);
}
