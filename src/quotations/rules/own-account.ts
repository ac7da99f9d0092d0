import type { Attribution, Made, UnitText } from "../clauses/attribution.ts";
import { clauseLike, contentEnd, contentFloor } from "../clauses/content-end.ts";
import type { Item } from "../clauses/units.ts";
import { type Range, trimRange } from "../clauses/word-classes.ts";

/**
 * A sentence that stands on somebody's own view or account, told in an aside or before it.
 *
 * Catches: `The crews should be let in, in her view.`, `The guard was, by his own account, awake.`,
 * `In Pike’s opinion, the dam will hold.`
 * Must not: `In view of the drought, the lake was closed.`, `Pike was paid by his own account.`
 */
export function attributeOwnAccount(context: UnitText, at: number, floor: number): Made | null {
	const { items } = context.unit;
	const own = ownView(items, at);
	if (!own) return null;
	const cue: Range[] = [
		{ first: at, end: at + 1 },
		{ first: own.noun, end: own.end },
	];
	const next = items[own.end];
	const comma = next?.norm === ",";
	const over = !next || /^[.!?;]$/.test(next.norm);
	const content: Range[] = [];
	if (at === 0 || (at === 1 && /^(?:and|but)$/.test(items[0]?.norm ?? ""))) {
		if (!comma) return null;
		content.push({ first: own.end + 1, end: contentEnd(context, own.end + 1, own.end + 1) });
	} else {
		if (items[at - 1]?.norm !== "," || !(comma || over)) return null;
		let from = floor;
		for (let i = floor; i < at; i++) if (items[i]?.norm === ";") from = i + 1;
		const before = { first: contentFloor(context, at - 1, from), end: at - 1 };
		if (before.end <= before.first) return null;
		content.push(before);
		if (comma) {
			const first = own.end + 1;
			const rest = { first, end: contentEnd(context, first, first) };
			if (rest.end > rest.first) content.push(rest);
		}
	}
	const [head] = content;
	const last = content[content.length - 1];
	if (!head || !last || items[head.first]?.kind !== "word") return null;
	if (!clauseLike(items, { first: head.first, end: last.end })) return null;
	const attribution: Attribution = {
		source: own.source,
		cue,
		content,
		addressee: null,
		polarity: "said",
		hedged: false,
		rule: "quotations/own-account",
		relays: [],
	};
	return { attribution, floor: Math.max(own.end, last.end) };
}

/** "in her view", "by Orla Pike’s own account": whose it is, and where the phrase ends. */
function ownView(
	items: readonly Item[],
	at: number,
): { readonly source: Range; readonly noun: number; readonly end: number } | null {
	const nouns = items[at]?.norm === "in" ? VIEWS : items[at]?.norm === "by" ? ACCOUNTS : null;
	if (!nouns || items[at]?.kind !== "word") return null;
	for (let i = at + 2; i < Math.min(items.length, at + 2 + LONGEST_OWNER); i++) {
		const item = items[i];
		if (!item || item.kind === "mark" || item.kind === "marked") return null;
		if (!nouns.test(item.norm)) continue;
		const noun = items[i - 1]?.norm === "own" ? i - 1 : i;
		const owner = items[noun - 1]?.norm ?? "";
		// "’s" may be a word of its own.
		const end = /^['\u2019]s?$/.test(owner) ? noun - 1 : noun;
		if (!(/['\u2019]s?$/.test(owner) || (noun === at + 2 && /^(?:his|her|their)$/.test(owner)))) return null;
		const source = trimRange(items, { first: at + 1, end });
		return source ? { source, noun, end: i + 1 } : null;
	}
	return null;
}

const VIEWS = /^(?:view|opinion|eyes|judgment|judgement|estimation|telling)$/;
const ACCOUNTS = /^(?:account|reckoning|telling|admission|estimate|count)$/;
/** No name before "’s view" is longer (items). */
const LONGEST_OWNER = 6;
