import type { UnitText } from "./attribution.ts";
import { AUXILIARIES, cueVerb, isAdverb } from "./cues.ts";
import type { Item } from "./units.ts";
import {
	isOnlyLead,
	isPreposition,
	isSubjectPronoun,
	isSubordinator,
	type Range,
	startsClause,
} from "./word-classes.ts";

/** Where content that begins at `first` ends: the unit's end, or where the next attribution takes over. */
export function contentEnd(context: UnitText, first: number, from: number): number {
	const { items } = context.unit;
	let end = items.length;
	for (let i = Math.max(from, first + 1); i < items.length; i++) {
		const item = items[i];
		const next = items[i + 1];
		if (!item || !next) continue;
		if (item.kind === "marked" && next.kind === "word" && cueVerb(next.norm)?.form === "ing") end = i + 1;
		else if (/^(?:\u2014|--?|\u2013)$/.test(item.norm) && isSpacedDash(items, i) && !dashAfter(items, i)) end = i;
		else if (item.norm === ",") {
			const verb = cueVerb(next.norm);
			if ((verb?.form === "ing" || (verb?.form === "past" && !verb.doubtful)) && !next.capital) end = i;
			else if (isAdverb(next.norm) && cueVerb(items[i + 2]?.norm ?? "")?.form === "ing") end = i;
			else if (/^(?:although|though|whereas|compared|nor)$/.test(next.norm)) end = i;
			else if (next.norm === "according" && items[i + 2]?.norm === "to") end = i;
			else if ((next.norm === "and" || next.norm === "but") && coordinates(items, i + 2)) end = i;
		} else if ((item.norm === "and" || item.norm === "but") && coordinates(items, i + 1)) end = i;
		else if (item.norm === ";" && coordinates(items, i + 1, true)) end = i;
		if (end < items.length) break;
	}
	while (end > first && items[end - 1]?.kind === "mark" && !/^[)\]%]$/.test(items[end - 1]?.norm ?? "")) end--;
	return end;
}

function isSpacedDash(items: readonly Item[], at: number): boolean {
	const [before, dash, after] = [items[at - 1], items[at], items[at + 1]];
	return (
		before !== undefined &&
		dash !== undefined &&
		after !== undefined &&
		before.end < dash.start &&
		dash.end < after.start
	);
}

/** Whether a second dash closes what this one opens. */
function dashAfter(items: readonly Item[], at: number): boolean {
	for (let i = at + 1; i < Math.min(items.length, at + 40); i++)
		if (/^(?:\u2014|--?|\u2013)$/.test(items[i]?.norm ?? "") && isSpacedDash(items, i)) return true;
	return false;
}

/** Whether a new report by the same or another source begins: "and added that", "but she said". */
function coordinates(items: readonly Item[], from: number, always: boolean = false): boolean {
	for (let i = from; i < Math.min(items.length, from + (always ? 10 : 4)); i++) {
		const item = items[i];
		if (item?.kind !== "word") return false;
		// "and called on her supporters": a verb that reports with its particle alone.
		if (i === from && /^call(?:s|ed)$/.test(item.norm) && /^(?:on|for)$/.test(items[i + 1]?.norm ?? "")) return true;
		const verb = cueVerb(item.norm);
		if (verb && !item.capital && (verb.form === "past" || verb.form === "third") && !verb.thought) {
			const head = items[from];
			if (i === from) return !verb.doubtful;
			return (
				head !== undefined && (isAdverb(head.norm) || isSubjectPronoun(head) || head.capital || verb.lemma === "say")
			);
		}
	}
	return false;
}

/** Where content that ends at `end` begins: the unit's start or where an earlier attribution left off. */
export function contentFloor(context: UnitText, end: number, floor: number): number {
	const { items } = context.unit;
	let first = floor;
	while (first < end && items[first]?.kind === "mark" && !/^[[($\u2026]/.test(items[first]?.norm ?? "")) first++;
	// "Still, …", "In particular, …": a lead word with its comma is the report's own.
	const lead = items[first];
	if (lead && first + 2 < end) {
		if (items[first + 1]?.norm === "," && (isAdverb(lead.norm) || isOnlyLead(items, { first, end: first + 1 })))
			first += 2;
		else if (
			items[first + 2]?.norm === "," &&
			/^(?:in|for|by)$/.test(lead.norm) &&
			/^(?:particular|addition|fact|short|example|instance|contrast|general)$/.test(items[first + 1]?.norm ?? "")
		)
			first += 3;
	}
	// After a semicolon or a stretch that stands by itself a new statement begins.
	const last = items[end];
	if (last?.kind === "marked" && context.opensSentence(last) && context.length(last) > 3) {
		const before = items[end - 1];
		if (before && (before.kind === "marked" || before.norm === ":")) return end;
	}
	return first;
}

/** Whether a stretch holds a verb, so that it can be what somebody says. */
export function clauseLike(items: readonly Item[], range: Range): boolean {
	const head = items[range.first];
	if (!head || range.end - range.first < 2) return false;
	let verb = false;
	for (let i = range.first + 1; i < range.end && !verb; i++) verb = isVerbal(items, i);
	if (!verb) return false;
	// An opening adjunct alone ("After she won the vote, Pike said …") is not said.
	if (isSubordinator(head) || isPreposition(head) || (head.norm.endsWith("ing") && head.norm.length > 5)) {
		for (let i = range.first; i < range.end; i++) if (items[i]?.norm === ",") return true;
		return false;
	}
	return true;
}

const COMMON_PAST = new Set(
	(
		"went came took gave got made found saw left held met won lost ran fell rose led kept began became brought bought " +
		"built sent spent stood told thought knew grew drew threw broke chose spoke wrote cut put set hit let shut " +
		"want need plan make take go come get see give keep show mean look seem work"
	).split(" "),
);

/** Without a tagger: auxiliaries, regular and common pasts, and an -s form right after a name or a pronoun. */
export function isVerbal(items: readonly Item[], at: number): boolean {
	const item = items[at];
	if (!item || item.capital) return false;
	if (item.kind === "marked") return item.end - item.start > 30;
	if (item.kind !== "word") return false;
	if (AUXILIARIES.has(item.norm) || COMMON_PAST.has(item.norm) || /[^e]ed$/.test(item.norm)) return true;
	if (!/[^s']s$/.test(item.norm)) return false;
	const before = items[at - 1];
	const after = items[at + 1];
	// "The dam holds, Pike said": nothing but its subject before the verb.
	if (
		after?.kind === "mark" &&
		before?.kind === "word" &&
		(isSubjectPronoun(before) || /^(?:the|a|an|his|her|its|their)$/.test(items[at - 2]?.norm ?? ""))
	)
		return !before.norm.endsWith("s");
	return (
		before?.kind === "word" &&
		(before.capital || isSubjectPronoun(before) || !before.norm.endsWith("s")) &&
		after !== undefined &&
		(startsClause(after) || isAdverb(after.norm) || /^(?:to|that|in|on|at|for)$/.test(after.norm)) &&
		!/^(?:the|a|an|this|these|those|some|many|few|all|two|three|its|his|her|their)$/.test(before.norm)
	);
}
