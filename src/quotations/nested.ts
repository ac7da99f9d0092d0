import type { Span } from "../model/span.ts";
import { contains } from "../text/spans.ts";
import { isSureDraft } from "./confidence.ts";
import type { Draft } from "./draft.ts";

/**
 * Takes another report's source and cue out of a content, where that report does not stand in it but beside it.
 *
 * Catches: `Pike did not tell Ostra that she would go, the paper said`: Pike's words end before the paper.
 * Must not: `Pike said that Vane had said it leaks` (what Vane said is part of what Pike said).
 */
export function cutAtReport(text: string, draft: Draft, other: Draft): Draft {
	const { source } = other;
	const cue = other.cue[other.cue.length - 1];
	if (other === draft || draft.kind === "direct" || !source || !cue || other.kind === "direct") return draft;
	// "PIKE: Nobody tested it, I think.": a turn is all its speaker's.
	if (draft.rule === "quotations/transcript") return draft;
	const [first, end] = source.start < cue.start ? [source, cue.end] : [cue, source.end];
	const at = draft.content.findIndex((span) => contains(span, source) && contains(span, cue));
	const part = draft.content[at];
	if (!part) return draft;
	const beside = /;\s*$/.exec(text.slice(part.start, first.start));
	// "It said it watched; the police declined to comment": a report that a semicolon parts.
	if (beside && beside.index > 0 && isSureDraft(draft)) {
		const cut = { start: part.start, end: part.start + beside.index };
		const marked = draft.marked.find(
			(span) => span.end < cut.end && !/[\p{L}\p{N}]/u.test(text.slice(span.end, cut.end)),
		);
		return withPart(draft, at, { ...cut, end: marked?.end ?? cut.end });
	}
	const before = /,\s*$/.exec(text.slice(part.start, first.start));
	const opens = (other.content[0]?.start ?? end) < first.start;
	if (before && before.index > 0 && opens && !/[\p{L}\p{N}]/u.test(text.slice(end, part.end)))
		return withPart(draft, at, { start: part.start, end: part.start + before.index });
	return draft;
}

/**
 * The same of what stands on an authority, once it is known who only carries: `Vane said that, according to Pike, the
 * dam leaks`, `Pike said the dam will hold, according to a plan` (content: the dam will hold).
 */
export function cutAtAccording(text: string, drafts: readonly Draft[]): Draft[] {
	const byUnit = groupByUnit(drafts);
	return drafts.map((draft) => {
		const [first] = draft.content;
		const beside = byUnit.get(draft.unit) ?? [];
		if (!first || draft.kind === "direct" || beside.length > MOST_BESIDE || !isAccording(text, draft)) return draft;
		const led = beside.find(({ source }) => source !== null && source.start === first.start);
		const cue = led?.cue[led.cue.length - 1];
		if (!led || !cue || led === draft || !contains(first, cue)) return draft;
		// "Police have said that it leaks, according to Pike": Pike tells that they said so; a plan does not.
		const parted = draft.content.length > 1 && /^\s*(?:that)?[\s,]*$/.test(text.slice(cue.end, first.end));
		if (!parted && !tellsNothing(text, draft)) return draft;
		if (!/\b(?:sa(?:id|ys)|told|tells|add(?:ed|s)|announced|claim(?:ed|s))$/.test(text.slice(cue.start, cue.end)))
			return draft;
		const from = Math.max(cue.end, led.addressee && contains(first, led.addressee) ? led.addressee.end : 0);
		const behind = /^\s*(?:that\b)?[\s,]*/.exec(text.slice(from, first.end))?.[0].length ?? 0;
		const cut = withPart(draft, 0, { start: from + behind, end: first.end });
		return cut.content.length > 0 ? cut : draft;
	});
}

/** The drafts of each unit, in their order. */
export function groupByUnit(drafts: readonly Draft[]): Map<number, Draft[]> {
	const byUnit = new Map<number, Draft[]>();
	for (const draft of drafts) {
		const list = byUnit.get(draft.unit);
		if (list) list.push(draft);
		else byUnit.set(draft.unit, [draft]);
	}
	return byUnit;
}

/** No sentence of prose gives more words than this to people; keeps hostile input linear. */
export const MOST_BESIDE = 40;

/** Whether a source is of the kind that holds facts and tells of nobody's speaking: "a plan approved in March". */
function tellsNothing(text: string, { source }: Draft): boolean {
	const head = source ? text.slice(source.start, Math.min(source.end, source.start + LONGEST_HEAD)) : "";
	return /^(?:an?|the|its|his|her|their|city|official)\s(?:[\p{L}-]+\s){0,2}(?:plan|budget|timetable|schedule|agenda|survey|poll|census|data|figures|estimates?|map)\b/u.test(
		head,
	);
}

const LONGEST_HEAD = 60;

function isAccording(text: string, { cue }: Draft): boolean {
	return cue.some(({ start, end }) => /^according to$/i.test(text.slice(start, end)));
}

function withPart(draft: Draft, at: number, span: Span): Draft {
	const content = draft.content.flatMap((part, i) => (i !== at ? [part] : span.end > span.start ? [span] : []));
	const marked = draft.marked.filter((one) => content.some((part) => contains(part, one)));
	return { ...draft, content, marked, kind: marked.length === 0 ? "indirect" : draft.kind };
}

/**
 * "Pike denied she had said it leaks": she denies the saying too. "Pike denied that Vane had said it leaks": on Pike's
 * word it was not said. What somebody says deeper inside a denied content is left as it is told.
 */
export function deniedInside(text: string, draft: Draft, other: Draft): Draft {
	const cue = draft.cue[0];
	if (other === draft || other.polarity !== "denied" || draft.polarity !== "said" || !cue || !draft.source)
		return draft;
	if (!other.content.some((span) => contains(span, cue))) return draft;
	const { start, end } = draft.source;
	const own = other.source?.start === start || /^(?:s?he|they|it|I|we)$/.test(text.slice(start, end));
	if (own) return { ...draft, polarity: "denied" };
	const opens = other.content.some((span) => /^(?:that\s)?$/.test(text.slice(span.start, Math.max(span.start, start))));
	return opens ? { ...draft, polarity: "not-said" } : draft;
}
