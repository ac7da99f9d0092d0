import type { Attribution, Made, UnitText } from "../clauses/attribution.ts";
import { contentEnd } from "../clauses/content-end.ts";
import { sourceAfter } from "../clauses/source-after.ts";
import type { Item } from "../clauses/units.ts";
import { isAuxiliary, type Range, trimRange } from "../clauses/word-classes.ts";

/**
 * Words given to somebody without a verb of speech.
 *
 * Catches: `In the words of Pike, the lake is “a bowl of dust”.`, `The lake is, in Pike’s words, “a bowl of dust”.`,
 * `In the view of Pike, the lake will not fill.`
 * Must not: `In other words, the lake is empty.`, `In view of the drought, the lake was closed.`
 */
export function attributeWordsOf(context: UnitText, at: number): Made | null {
	const { items } = context.unit;
	if (items[at]?.norm !== "in" || items[at]?.kind !== "word") return null;
	const named = wordsOf(items, at) ?? ownersWords(items, at);
	if (!named) return null;
	const { source, cue, end } = named;
	let start = end;
	while (items[start]?.norm === "," || items[start]?.norm === ":") start++;
	const head = items[start];
	if (!head || start === end) return null;
	const leads = at === 0 || (at === 1 && /^(?:and|but)$/.test(items[0]?.norm ?? ""));
	const marked = head.kind === "marked";
	// Inside a sentence of the report's own only what stands in marks is somebody else's.
	if (!marked && !leads) return null;
	const content: Range =
		marked && !leads ? { first: start, end: start + 1 } : { first: start, end: contentEnd(context, start, start) };
	if (content.end <= content.first) return null;
	const attribution: Attribution = {
		source,
		cue,
		content: [content],
		addressee: null,
		polarity: "said",
		hedged: false,
		rule: "quotations/in-words-of",
		relays: [],
	};
	return { attribution, floor: content.end };
}

interface NamedWords {
	readonly source: Range;
	readonly cue: readonly Range[];
	readonly end: number;
}

/** "in the words of Pike", "in the view of Pike". */
function wordsOf(items: readonly Item[], at: number): NamedWords | null {
	if (items[at + 1]?.norm !== "the" || items[at + 3]?.norm !== "of") return null;
	if (!/^(?:words|view|opinion|estimation|telling)$/.test(items[at + 2]?.norm ?? "")) return null;
	const full = sourceAfter(items, at + 4);
	if (!full) return null;
	const source = untilClause(items, full);
	return { source, cue: [{ first: at, end: at + 4 }], end: source.end };
}

/** An aside is a few words and a comma; "Pike, the lake is empty" is a name and a clause. */
function untilClause(items: readonly Item[], source: Range): Range {
	for (let i = source.first + 1; i < source.end; i++) {
		if (items[i]?.norm !== ",") continue;
		const aside = items.findIndex((item, j) => j > i && (item.norm === "," || item.kind === "marked"));
		const until = aside < 0 ? items.length : aside;
		const clause = items.slice(i + 1, until).some(isAuxiliary);
		if (clause || items[until]?.norm !== ",") return { first: source.first, end: i };
	}
	return source;
}

/** No name before "’s words" is longer (items). */
const LONGEST_OWNER = 6;

/** "in Pike’s words", "in her own words". */
function ownersWords(items: readonly Item[], at: number): NamedWords | null {
	for (let i = at + 1; i < Math.min(items.length, at + 2 + LONGEST_OWNER); i++) {
		const item = items[i];
		if (!item || item.kind === "mark" || item.kind === "marked") return null;
		if (item.norm !== "words") continue;
		const own = items[i - 1]?.norm === "own" ? i - 1 : i;
		const owner = items[own - 1];
		const possessive = owner !== undefined && /['\u2019]s?$/.test(owner.norm);
		const separate = possessive && /^['\u2019]s?$/.test(owner.norm);
		const end = separate ? own - 1 : own;
		const head = items[at + 1];
		if (!head || !(possessive || /^(?:his|her|their)$/.test(owner?.norm ?? ""))) return null;
		const source = trimRange(items, { first: at + 1, end });
		return source
			? {
					source,
					cue: [
						{ first: at, end: at + 1 },
						{ first: own, end: i + 1 },
					],
					end: i + 1,
				}
			: null;
	}
	return null;
}
