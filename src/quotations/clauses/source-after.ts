import { cueVerb, isAdverb } from "./cues.ts";
import type { Item } from "./units.ts";
import {
	DETERMINERS,
	isAdjunctStart,
	isFiniteVerb,
	isParticiple,
	isPreposition,
	isSubjectPronoun,
	isSubordinator,
	OPENERS,
	type Range,
	SUBJECT_PRONOUNS,
	trimRange,
} from "./word-classes.ts";

/** A title in marks inside a source is no longer than this (UTF-16 units). */
const LONGEST_TITLE = 80;

/**
 * The source to the right of a verb ("said Orla Pike, the mayor of Tarn, on Monday"), up to an adjunct, the
 * next clause, a marked stretch or the sentence's end. Null when what follows is no noun phrase.
 */
export function sourceAfter(items: readonly Item[], from: number, limit: number = items.length): Range | null {
	const head = items[from];
	if (!head || head.kind === "marked" || head.kind === "mark") return null;
	if (isSubjectPronoun(head) && items[from + 1]?.norm !== "of") return { first: from, end: from + 1 };
	if (isAdverb(head.norm) && !head.capital) return sourceAfter(items, from + 1, limit);
	if (isSubordinator(head) || isFiniteVerb(head) || head.norm === "'s" || isAdjunctStart(head)) return null;
	let end = from;
	while (end < limit) {
		const item = items[end];
		if (!item) break;
		if (item.kind === "marked") {
			// "the author of “The Long Wall,” a history": a title inside the source.
			if (!/^(?:of|at|for)$/.test(items[end - 1]?.norm ?? "") || item.end - item.start > LONGEST_TITLE) break;
			end++;
			continue;
		}
		if (item.kind === "mark") {
			if (item.norm === ",") {
				const next = items[end + 1];
				if (!next || !opensAside(items, end + 1)) break;
				end++;
				continue;
			}
			// "said 9/11 widow Orla Pike": a date that stands before a name.
			const slash = item.norm === "/" && items[end + 1]?.kind === "number" && items[end - 1]?.kind === "number";
			if (slash || item.norm === "(" || item.norm === ")" || /^[.&'\u2019\u2013-]$/.test(item.norm)) {
				if (item.norm === "." && end === items.length - 1) break;
				end++;
				continue;
			}
			break;
		}
		if (end > from && stopsSource(items, end)) break;
		end++;
	}
	const range = trimRange(items, { first: from, end });
	// "said the “blue list” …": an article alone is no source.
	return range && range.end - range.first === 1 && DETERMINERS.has(head.norm) ? null : range;
}

/** Whether the words after a comma describe the name before it. */
function opensAside(items: readonly Item[], at: number): boolean {
	const item = items[at];
	if (!item) return false;
	if (item.kind === "number") return true;
	if (item.kind !== "word") return false;
	if (/^(?:who|whose|whom|which|the|a|an|of|one|his|her|their|its|jr|sr|and)$/.test(item.norm)) {
		if (item.norm !== "and") return true;
		return items[at + 1]?.capital === true || DETERMINERS.has(items[at + 1]?.norm ?? "");
	}
	if (
		isAdjunctStart(item) ||
		isPreposition(item) ||
		isSubordinator(item) ||
		isParticiple(item.norm) ||
		isAdverb(item.norm)
	)
		return false;
	if (OPENERS.has(item.norm) || isSubjectPronoun(item)) return false;
	const verb = cueVerb(item.norm);
	if (verb && !item.capital) return false;
	// "…, president of Tarn Water": a role; "…, Republican of Tarn": a party.
	return true;
}

function stopsSource(items: readonly Item[], at: number): boolean {
	const item = items[at];
	if (item?.kind !== "word") return false;
	if (
		/^(?:during|after|before|when|as|while|via|following|amid|yesterday|today|tonight|because|if|but|earlier|last|this)$/.test(
			item.norm,
		)
	)
		return true;
	if (/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(item.norm)) return true;
	const verb = cueVerb(item.norm);
	if (verb && !item.capital && (verb.form === "ing" || verb.form === "past")) return items[at - 1]?.norm !== "who";
	const next = items[at + 1];
	if (!next) return false;
	if (item.norm === "in" || item.norm === "on" || item.norm === "at") {
		if (
			/^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|twitter|facebook|cnn)$/.test(
				next.norm,
			)
		)
			return true;
		if (/^(?:a|an|his|her|their|response|reply|reference|recent|another|one|remarks|comments)$/.test(next.norm))
			return true;
		if (next.kind === "marked" || next.kind === "number") return true;
		for (let i = at + 1; i < Math.min(items.length, at + 6); i++) if (VENUES.has(items[i]?.norm ?? "")) return true;
	}
	return false;
}

const VENUES = new Set(
	"statement interview speech tweet letter email e-mail memo briefing conference rally debate forum program show event meeting hearing call news post address podcast summit ceremony floor".split(
		" ",
	),
);

/** The hearer right after a verb that takes one ("told reporters", "warned the council"); null when none. */
export function hearerAfter(items: readonly Item[], from: number): Range | null {
	const head = items[from];
	if (head?.kind !== "word" || isPreposition(head) || head.norm === "that") return null;
	let end = from;
	while (end < Math.min(items.length, from + 14)) {
		const item = items[end];
		if (!item || item.kind === "marked") break;
		if (item.kind === "mark" && !/^[.&'\u2019-]$/.test(item.norm)) break;
		if (item.norm === "." && end === items.length - 1) break;
		if (
			isSubordinator(item) ||
			(end > from && ((SUBJECT_PRONOUNS.has(item.norm) && !item.capital) || isFiniteVerb(item)))
		)
			break;
		if (end > from && isAdjunctStart(item) && item.norm !== "of") break;
		if (end > from && /^(?:to|it|about|not|in|on|at)$/.test(item.norm)) break;
		// "Channel One" is a name whatever "one" is elsewhere.
		if (
			end > from &&
			DETERMINERS.has(item.norm) &&
			!item.capital &&
			!/^(?:of|and|the)$/.test(items[end - 1]?.norm ?? "")
		)
			break;
		if (
			/^(?:him|her|them|me|us|you|reporters|journalists|lawmakers|supporters|voters|delegates)$/.test(item.norm) &&
			end === from
		) {
			end++;
			if (items[end]?.norm !== "from" && items[end]?.norm !== "and") break;
			continue;
		}
		end++;
	}
	// "tells Radio Orme repairs could take days": lower-case words before a verb are who or what does it.
	const stop = items[end];
	let named = end;
	while (stop && isFiniteVerb(stop) && named > from && !items[named - 1]?.capital) named--;
	if (named > from && named < end && items[named]?.kind === "word") end = named;
	return end > from ? trimRange(items, { first: from, end }) : null;
}
