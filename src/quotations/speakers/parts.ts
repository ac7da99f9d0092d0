import { ORGANISATION_HEADS, ROLES } from "../../language/names/data/name-words.ts";
import { isAdverb } from "../clauses/cues.ts";
import type { Item } from "../clauses/units.ts";
import { DETERMINERS, FINITE, isPreposition, isSubordinator, OPENERS } from "../clauses/word-classes.ts";
import type { Part } from "./focus.ts";

/** A noun phrase has at most this many words before its name. */
const MOST_BEFORE = 8;

/**
 * The part that the name in `[first, end)` plays in its sentence, told without a parser from what stands before and
 * behind: "Orla Pike met …" acts, "… met Orla Pike" is acted upon, "Pike's aide" owns.
 */
export function partOf(
	items: readonly Item[],
	first: number,
	end: number,
): Exclude<Part, "speaker" | "asker" | "introduced" | "contrast"> {
	const after = items[end];
	if (after && /^['\u2019]s?$/.test(after.norm)) return "owner";
	// "Vane spokesman Joren Hale", "the Vane administration": the name says whose.
	if (after?.kind === "word" && !after.capital && (isRole(after.norm) || ORGANISATION_HEADS.has(after.norm)))
		return "owner";
	// "Tarn Mayor Orla Pike": part of what another is called.
	if (after?.kind === "word" && after.capital) return "owner";
	let at = first - 1;
	while (at >= 0 && at >= first - MOST_BEFORE && opensPhrase(items, at)) at--;
	const before = items[at];
	// "The minister of waters, Orla Pike, says": the name is itself the aside.
	const verb = actsAfter(items, end) || (before?.norm === "," && after?.norm === "," && isVerbLike(items, end + 1));
	if (!before || before.kind === "marked" || OPENERS.has(before.norm))
		return verb || !after || /^[,(]$/.test(after.norm) || !before ? "subject" : "object";
	if (isSubordinator(before)) return verb ? "clause-subject" : "oblique";
	// "were met by Orla Pike": who acts.
	if (before.norm === "by") return "clause-subject";
	if (isPreposition(before)) return "oblique";
	if (before.kind === "mark") return verb ? "subject" : "object";
	return verb ? "subject" : "object";
}

function isRole(norm: string): boolean {
	return ROLES.has(norm) || (norm.endsWith("s") && ROLES.has(norm.slice(0, -1)));
}

/** Titles, roles and articles before a name are part of its phrase. */
function opensPhrase(items: readonly Item[], at: number): boolean {
	const item = items[at];
	if (!item || item.kind === "marked") return false;
	if (item.norm === ".") return items[at - 1]?.capital === true && (items[at - 1]?.norm.length ?? 9) <= 4;
	if (item.kind !== "word") return false;
	if (OPENERS.has(item.norm) || isPreposition(item) || isSubordinator(item)) return false;
	return item.capital || ROLES.has(item.norm) || DETERMINERS.has(item.norm) || item.norm === "former";
}

/** Whether a verb follows: a name acts in front of one, with an aside between or not. */
function actsAfter(items: readonly Item[], end: number): boolean {
	let at = end;
	const opening = items[at];
	if (opening?.norm === "," || opening?.norm === "(") {
		const close = opening.norm === "," ? "," : ")";
		let i = at + 1;
		while (i < items.length && i < at + 30 && items[i]?.norm !== close && items[i]?.kind !== "marked") i++;
		if (items[i]?.norm !== close) return false;
		at = i + 1;
		if (close === ")" && items[at]?.norm === ",") return actsAfter(items, at);
	}
	return isVerbLike(items, at);
}

function isVerbLike(items: readonly Item[], from: number): boolean {
	let at = from;
	while (at < from + 3 && isAdverb(items[at]?.norm ?? "") && !FINITE.has(items[at]?.norm ?? "")) at++;
	const item = items[at];
	if (item?.kind !== "word" || item.capital) return false;
	if (FINITE.has(item.norm)) return true;
	return !(
		isPreposition(item) ||
		isSubordinator(item) ||
		OPENERS.has(item.norm) ||
		DETERMINERS.has(item.norm) ||
		isRole(item.norm) ||
		item.norm.endsWith("ing")
	);
}
