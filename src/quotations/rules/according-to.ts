import type { Attribution, Made, UnitText } from "../clauses/attribution.ts";
import { contentEnd, contentFloor } from "../clauses/content-end.ts";
import type { CueMatch } from "../clauses/cue-match.ts";
import { sourceAfter } from "../clauses/source-after.ts";
import type { Item } from "../clauses/units.ts";
import { DETERMINERS, isAuxiliary, isSubjectPronoun, type Range, trimRange } from "../clauses/word-classes.ts";

/**
 * `According to Pike, the dam holds.`, `The dam holds, according to Pike.`, `the company's statement, according to which
 * the dam holds`
 */
export function attributeAccording(
	context: UnitText,
	match: CueMatch,
	floor: number,
	earlier: readonly Attribution[],
): Made | null {
	const { items } = context.unit;
	const document = items[match.end]?.norm === "which" ? documentBefore(items, match.group) : null;
	if (document) {
		const first = match.end + 1;
		const end = contentEnd(context, first, first);
		if (end <= first) return null;
		return {
			attribution: {
				source: document,
				cue: [{ first: match.group, end: match.end }],
				content: [{ first, end }],
				addressee: null,
				polarity: "said",
				hedged: false,
				rule: "quotations/according-to",
				relays: [],
			},
			floor: end,
		};
	}
	const source = namedSource(items, match.end);
	if (!source) return null;
	const cue = [{ first: match.group, end: match.end }];
	const base = {
		source,
		cue,
		addressee: null,
		polarity: "said" as const,
		hedged: false,
		rule: "quotations/according-to",
		relays: [],
	};
	const before = items[match.group - 1];
	const leading = match.group <= floor + 1 && (!before || before.kind === "mark" || /^(?:and|but)$/.test(before.norm));
	if (leading || match.group - floor < 1) {
		const comma = items[source.end];
		if (!comma) return null;
		const first = comma.norm === "," ? source.end + 1 : source.end;
		const end = contentEnd(context, first, first);
		return end > first ? { attribution: { ...base, content: [{ first, end }] }, floor: match.end } : null;
	}
	// `“We stay,” Pike said, according to Ostra.`: a carrier of the words before, found by carriers.ts.
	const last = earlier[earlier.length - 1];
	if (last && (last.rule === "quotations/cue-after" || last.rule === "quotations/clause-then-cue")) return null;
	// The whole sentence is on that authority, reports inside it too, unless an earlier one is closed.
	const opened = earlier.every(({ rule }) => rule === "quotations/cue-then-clause" || rule === "quotations/cue-before");
	const from = opened ? 0 : floor;
	let end = match.group;
	while (end > from && items[end - 1]?.kind === "mark" && !/^[)\]%]$/.test(items[end - 1]?.norm ?? "")) end--;
	const left = trimRange(items, { first: contentFloor(context, end, from), end }) ?? { first: from, end };
	if (left.end <= left.first) return null;
	const content: Range[] = [left];
	const comma = items[source.end];
	if (comma?.norm === "," && before?.norm === "," && items[source.end + 1]) {
		const rest = { first: source.end + 1, end: contentEnd(context, source.end + 1, source.end + 1) };
		const next = items[rest.first];
		if (rest.end > rest.first && next && !(next.norm.endsWith("ing") || next.norm === "who" || next.norm === "which"))
			content.push(rest);
	}
	return { attribution: { ...base, content }, floor: source.end };
}

/** "the company's statement, according to which": what the words before the comma name, with whose it is. */
function documentBefore(items: readonly Item[], group: number): Range | null {
	if (items[group - 1]?.norm !== ",") return null;
	let first = group - 1;
	while (first > 0 && group - 1 - first < MOST_DOCUMENT_WORDS) {
		const before = items[first - 1];
		if (before?.kind !== "word" || isAuxiliary(before) || /^(?:out|up|from|of|in|on|at|to|by|with)$/.test(before.norm))
			break;
		first--;
		if (DETERMINERS.has(before.norm)) return { first, end: group - 1 };
	}
	return null;
}

const MOST_DOCUMENT_WORDS = 6;

/** The longest source that "according to" is followed by (items). */
const LONGEST_SOURCE = 60;

/** What follows "according to": up to the sentence's end, or the comma after which a clause begins. */
function namedSource(items: readonly Item[], from: number): Range | null {
	const head = items[from];
	if (!head || head.kind === "mark") return null;
	// "according to her account": whose account.
	const owns = head.norm === "her" && items[from + 1]?.kind === "word";
	if (isSubjectPronoun(head) || (/^(?:him|her|them|me|us)$/.test(head.norm) && !owns))
		return { first: from, end: from + 1 };
	let end = from;
	while (end < Math.min(items.length, from + LONGEST_SOURCE)) {
		const item = items[end];
		if (!item) break;
		if (item.kind === "marked") {
			// `according to “Frontline”`: a name in marks.
			if (end > from) break;
			return { first: from, end: from + 1 };
		}
		if (item.norm === "," && !asideAfter(items, end)) break;
		if (item.kind === "mark" && !/^[.,&'\u2019()/-]$/.test(item.norm)) break;
		if (item.norm === "." && end === items.length - 1) break;
		end++;
	}
	return trimRange(items, { first: from, end });
}

/** Whether a comma opens an aside on the name before it, and no clause. */
function asideAfter(items: readonly Item[], comma: number): boolean {
	const aside = sourceAfter(items, comma + 1);
	const next = items[comma + 1];
	if (!next || next.kind === "mark" || next.kind === "marked") return false;
	if (/^(?:who|whose|which)$/.test(next.norm)) return true;
	if (!aside || isSubjectPronoun(next)) return false;
	let end = comma + 1;
	while (end < Math.min(items.length, comma + 25) && items[end]?.norm !== ",") {
		const norm = items[end]?.norm ?? "";
		if (isAuxiliary(items[end]) || items[end]?.kind === "marked") return false;
		if (/^(?:who|that|which)$/.test(norm)) break;
		end++;
	}
	return items[end]?.norm === "," && /^(?:a|an|the|his|her|its|president|head|director|chief)$/.test(next.norm);
}
