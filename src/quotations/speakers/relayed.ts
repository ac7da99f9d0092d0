import type { Span } from "../../model/span.ts";
import { contains, overlaps } from "../../text/spans.ts";
import { isSureDraft } from "../confidence.ts";
import type { Draft } from "../draft.ts";
import { groupByUnit, MOST_BESIDE } from "../nested.ts";
import { mediumIn } from "./media.ts";
import type { NamedIndex } from "./named.ts";

/**
 * Puts back what a rule read and the tagger did not see, where it is all that an agency or an outlet reports: whose
 * words these are is not the outlet's to answer.
 *
 * Catches: `Ostra News reported that Pike had told aides in private that the dam leaks.` (Pike's words, by Ostra News)
 * and a headline's `Dam close to failing, report finds`, which the tagger reads as it does a text.
 * Must not: `Vane said that Pike had told aides that the dam leaks.` (no outlet brings it)
 *
 * @param drafts what rules and tagger have together, by place
 * @param ruled what the rules had
 */
export function withRelayed(
	text: string,
	drafts: readonly Draft[],
	ruled: readonly Draft[],
	index: NamedIndex,
	headline: Span | null,
): readonly Draft[] {
	const cues = new Set(drafts.map(({ cue }) => cue[0]?.start));
	const byUnit = groupByUnit(drafts);
	const added = ruled.filter((inner) => {
		const [cue] = inner.cue;
		const beside = byUnit.get(inner.unit) ?? [];
		if (!cue || cues.has(cue.start) || !inner.source || beside.length > MOST_BESIDE) return false;
		if (headline && cue.end <= headline.end && inner.rule === "quotations/clause-then-cue")
			return !beside.some((other) => isSureDraft(other) && sharesWords(other.content, inner.content));
		return SAYING.test(text.slice(cue.start, cue.end)) && beside.some((outer) => isAll(text, outer, inner, index));
	});
	if (added.length === 0) return drafts;
	return [...drafts, ...added].sort(
		(a, b) =>
			a.unit - b.unit ||
			(a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0) ||
			(a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0),
	);
}

const SAYING = /\b(?:said|told|says|tells|wrote|warned|announced|stated|added)$/;

function sharesWords(a: readonly Span[], b: readonly Span[]): boolean {
	return a.some((span) => b.some((other) => overlaps(span, other)));
}

/** Whether one reading's content begins with another's source, ends with its words, and is brought by a medium. */
function isAll(text: string, outer: Draft, inner: Draft, index: NamedIndex): boolean {
	const [whole, more] = outer.content;
	const last = inner.content[inner.content.length - 1];
	if (!whole || more || !last || !outer.source || !inner.source || !contains(whole, inner.source)) return false;
	if (!/^(?:that\s)?$/.test(text.slice(whole.start, inner.source.start).slice(0, 6))) return false;
	return Math.abs(last.end - whole.end) <= 2 && mediumIn(text, outer.source, index) !== null;
}
