import type { Attribution, Made, UnitText } from "../clauses/attribution.ts";
import { clauseLike, contentEnd, contentFloor } from "../clauses/content-end.ts";
import { sourceAfter } from "../clauses/source-after.ts";
import { sourceBefore } from "../clauses/source-before.ts";
import type { Item } from "../clauses/units.ts";
import { isAdjunctStart, type Range, verbGroupStart } from "../clauses/word-classes.ts";

/**
 * Words of which a sentence says who heard them.
 *
 * Catches: `The dam had leaked for years, an inquiry heard on Monday.` (an inquiry has it from nobody named),
 * `Residents were warned by the council that the dam leaks.`,
 * `A diver was told to “keep quiet”.` (words of nobody named, to the diver)
 * Must not: `The diver was told to keep quiet.` (an order in the report's words), `Pike has heard of the leak.`
 */
export function attributeWasTold(context: UnitText, at: number, floor: number): Made | null {
	const { items } = context.unit;
	const verb = items[at];
	if (!verb || verb.capital || !/^(?:told|heard|asked|ordered|warned|urged|advised)$/.test(verb.norm)) return null;
	const group = verbGroupStart(items, at);
	const passive = items.slice(group, at).some(({ norm }) => /^(?:is|was|are|were|been|being)$/.test(norm));
	return heardLast(context, at, group, floor, passive) ?? (passive ? orderedIn(context, at, group, floor) : null);
}

/** "…, an inquiry heard yesterday", "…, a jury has been told". */
function heardLast(context: UnitText, at: number, group: number, floor: number, passive: boolean): Made | null {
	const { items } = context.unit;
	// A headline's "court told" is short for "was told".
	const told = items[at]?.norm === "told" && (passive || !items[at + 1]);
	if (items[at]?.norm !== "heard" && !told) return null;
	if (!overFrom(items, at + 1)) return null;
	const source = sourceBefore(items, group, floor);
	if (!source || items[source.first - 1]?.norm !== ",") return null;
	const nouns = items.slice(source.first, source.end).map(({ norm }) => norm);
	if (nouns.length > LONGEST_HEARER || !nouns.some((norm) => HEARERS.test(norm))) return null;
	const content = { first: contentFloor(context, source.first - 1, floor), end: source.first - 1 };
	if (!clauseLike(items, content)) return null;
	return made({ source, cue: { first: group, end: at + 1 }, content, addressee: source, end: at + 1 });
}

/** Nothing but when and where. */
function overFrom(items: readonly Item[], from: number): boolean {
	const next = items[from];
	return !next || next.kind === "mark" || isAdjunctStart(next);
}

/** "the coroner’s court in Vell" (items). */
const LONGEST_HEARER = 9;
const HEARERS =
	/^(?:court|jury|jurors|inquiry|inquest|tribunal|hearing|committee|commission|panel|parliament|judge|magistrates|coroner|senate|mps|lawmakers|councillors)$/;

/** "was told by his chief to “keep quiet”": what was in marks of it. */
function orderedIn(context: UnitText, at: number, group: number, floor: number): Made | null {
	const { items } = context.unit;
	let next = at + 1;
	let source: Range | null = null;
	if (items[next]?.norm === "by") {
		source = sourceAfter(items, next + 1, toAfter(items, next));
		if (!source) return null;
		next = source.end;
	}
	// "were warned by the council that the dam leaks"
	if (source && items[next]?.norm === "that" && TELLING.test(items[at]?.norm ?? "")) {
		const content = { first: next, end: contentEnd(context, next, next) };
		if (content.end - content.first < LEAST_CLAUSE) return null;
		const hearer = sourceBefore(items, group, floor);
		return made({ source, cue: { first: group, end: at + 1 }, content, addressee: hearer, end: content.end });
	}
	if (items[next]?.norm === "to") next++;
	const marks = items[next];
	if (marks?.kind !== "marked") return null;
	const addressee = sourceBefore(items, group, floor);
	const cue = { first: group, end: at + 1 };
	return made({ source, cue, content: { first: next, end: next + 1 }, addressee, end: next + 1 });
}

const TELLING = /^(?:told|warned|advised)$/;
/** "that the dam leaks" (items). */
const LEAST_CLAUSE = 3;

function toAfter(items: readonly Item[], from: number): number {
	const at = items.findIndex(({ norm, kind }, i) => i > from && (/^(?:to|that)$/.test(norm) || kind === "marked"));
	return at < 0 ? items.length : at;
}

function made(parts: {
	readonly source: Range | null;
	readonly cue: Range;
	readonly content: Range;
	readonly addressee: Range | null;
	readonly end: number;
}): Made {
	const attribution: Attribution = {
		source: parts.source,
		cue: [parts.cue],
		content: [parts.content],
		addressee: parts.addressee,
		polarity: "said",
		hedged: false,
		rule: "quotations/was-told",
		relays: [],
	};
	return { attribution, floor: parts.end };
}
