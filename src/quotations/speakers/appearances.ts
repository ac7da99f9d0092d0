import { ROLE_PRONOUNS, ROLES } from "../../language/names/data/name-words.ts";
import type { LocalEntity } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { firstEndingAfter } from "../../text/spans.ts";
import type { Item, Unit } from "../clauses/units.ts";
import { isPreposition, OPENERS } from "../clauses/word-classes.ts";
import type { Appearance, Focus, Part } from "./focus.ts";
import { mayBePerson, type NamedIndex } from "./named.ts";
import { partOf } from "./parts.ts";
import { candidatesAmong } from "./speaker.ts";

/** What a sentence shows outside of marks, by place: names with their parts, and "he" and "she" still to be read. */
export type Seen = Appearance | { readonly start: number; readonly said: "he" | "she"; readonly reported: boolean };

/** The appearances of one sentence, sorted by place. */
export function readSentence(
	text: string,
	unit: Unit,
	index: NamedIndex,
	{ reported, sources }: { readonly reported: readonly Span[]; readonly sources: readonly Span[] },
	focus: Focus,
): Seen[] {
	const { items } = unit;
	const seen: Seen[] = [];
	const lies = (spans: readonly Span[], start: number): boolean => {
		const span = spans[firstEndingAfter(spans, start)];
		return span !== undefined && span.start <= start;
	};
	const asked = askedEnd(items);
	const isReported = (start: number): boolean => start < asked || lies(reported, start);
	const place = { sentence: focus.sentence, paragraph: focus.paragraph };
	const ofEntity = (entity: LocalEntity, words: string, part: Part, start: number, within: boolean): Appearance => ({
		entity,
		words,
		kind: entity.type === "person" || entity.type === "unknown" ? "person" : "body",
		pronoun: entity.pronoun,
		part,
		start,
		...place,
		reported: within,
		candidates: [],
	});
	const covered = new Set<number>();
	for (const { mention, entity } of index.inside({ start: items[0]?.start ?? 0, end: items.at(-1)?.end ?? 0 })) {
		const first = itemAt(items, mention.start);
		if (first < 0 || items[first]?.kind === "marked" || covered.has(first)) continue;
		let end = first;
		while (end < items.length && (items[end]?.start ?? 0) < mention.end) covered.add(end++);
		if (mention.form === "demonym") continue;
		// Who speaks is weighed as a speaker; others whom a source names only describe that one.
		const part = lies(sources, mention.start) ? "owner" : partOf(items, first, end);
		const acts = part === "subject" || part === "clause-subject";
		const shown =
			mention.start < asked
				? "owner"
				: acts && seen.length > 0 && CONTRAST.test(text.slice(Math.max(0, mention.start - BEFORE_NAME), mention.start))
					? "contrast"
					: part === "subject" && isIntroduced(entity, mention)
						? "introduced"
						: part;
		const one = ofEntity(entity, mention.exact, shown, mention.start, isReported(mention.start));
		// A surname of several is nobody's own.
		const bearers = index.shared.get(mention.exact);
		const open = bearers !== undefined && !bearers.some(({ id }) => id === entity.id);
		const [only] = bearers ?? [];
		if (!open) seen.push(one);
		else if (only && bearers.length === 1) seen.push({ ...one, entity: only, pronoun: only.pronoun });
		else seen.push({ ...one, entity: null, candidates: candidatesAmong(bearers) });
		const owned = part === "owner" && !lies(sources, mention.start) ? readOwned(text, items, first, end) : null;
		if (owned) seen.push({ ...owned, ...place, reported: isReported(owned.start) });
	}
	for (const [i, item] of items.entries()) {
		const bearer = item.capital && !covered.has(i) ? index.surnames.get(text.slice(item.start, item.end)) : undefined;
		if (!bearer || items[i + 1]?.capital || (i === 0 && items[1]?.norm !== ",")) continue;
		covered.add(i);
		const part = lies(sources, item.start) ? "owner" : partOf(items, i, i + 1);
		seen.push(ofEntity(bearer, text.slice(item.start, item.end), part, item.start, isReported(item.start)));
	}
	const unnamed = readUnnamed(text, items, covered);
	if (unnamed) seen.push({ ...unnamed, ...place, reported: isReported(unnamed.start) });
	for (const [i, item] of items.entries())
		if (item.kind === "word" && !covered.has(i) && !item.capital && isPeople(item.norm))
			seen.push({
				entity: null,
				words: text.slice(item.start, item.end),
				kind: "people",
				pronoun: "they",
				part: lies(sources, item.start) ? "owner" : partOf(items, i, i + 1),
				start: item.start,
				...place,
				reported: isReported(item.start),
				candidates: [],
			});
	for (const item of items)
		if (item.norm === "he" || item.norm === "she")
			seen.push({ start: item.start, said: item.norm, reported: isReported(item.start) });
	seen.push(...readPairs(text, seen));
	return seen.sort((a, b) => a.start - b.start);
}

/** "Asked if Pike would go, he said": where what somebody was asked ends, which is of others than who answers; else 0. */
function askedEnd(items: readonly Item[]): number {
	if (!/^(?:asked|pressed|questioned|challenged|quizzed)$/.test(items[0]?.norm ?? "")) return 0;
	if (!/^(?:if|whether|why|how|what|when|who|about|on|over)$/.test(items[1]?.norm ?? "")) return 0;
	return items.find(({ norm }) => norm === ",")?.start ?? 0;
}

/** Titles before a name take no more (UTF-16 units). */
const BEFORE_NAME = 60;
const CONTRAST = /\bbut\s+(?:(?:the|former|\p{Lu}[\p{L}]*\.?)\s+){0,3}$/u;

/** "Pike's grandson nods": who acts is not the one named, and has no name. */
function readOwned(
	text: string,
	items: readonly Item[],
	first: number,
	end: number,
): Omit<Appearance, "sentence" | "paragraph" | "reported"> | null {
	const opening = items[first];
	if (!opening || !/^['\u2019]s?$/.test(items[end]?.norm ?? "")) return null;
	for (let i = end + 1; i <= end + MOST_OWNED; i++) {
		const item = items[i];
		if (item?.kind !== "word" || item.capital) return null;
		if (!ROLES.has(item.norm)) continue;
		const next = items[i + 1];
		if (!next || next.capital || next.kind !== "word" || ROLES.has(next.norm)) return null;
		const part = partOf(items, first, i + 1);
		if (part !== "subject" && part !== "clause-subject") return null;
		return {
			entity: null,
			words: text.slice(opening.start, item.end),
			kind: "person",
			pronoun: ROLE_PRONOUNS.get(item.norm) ?? null,
			part,
			start: opening.start,
			candidates: [],
		};
	}
	return null;
}

/** "Pike's eldest living son": no more words behind an owner. */
const MOST_OWNED = 3;

/** "residents", "officials", "police": whom "they" may mean. */
function isPeople(norm: string): boolean {
	return (
		/^(?:people|police|families|women|men|children|others|crews|voters|workers|authorities)$/.test(norm) ||
		(norm.endsWith("s") && ROLES.has(norm.slice(0, -1)))
	);
}

/** "Senators Orla Pike, of Tarn, and Ander Vane wrote": two whom "they" may mean. */
function readPairs(text: string, seen: readonly Seen[]): Appearance[] {
	const named = seen.flatMap((one) => ("part" in one && one.entity && one.kind === "person" ? [one] : []));
	return named.flatMap((one, i) => {
		const next = named[i + 1];
		if (!next?.entity || !one.entity || next.entity.id === one.entity.id) return [];
		const between = text.slice(one.start + one.words.length, next.start);
		if (between.length > 60 || !/^(?:,[^,;:.]{1,40},)?\s+and\s+(?:\p{Lu}[\p{L}]*\.?\s+){0,3}$/u.test(between))
			return [];
		const pair: Appearance = {
			...one,
			entity: null,
			words: `${one.words} and ${next.words}`,
			kind: "people",
			pronoun: "they",
			start: next.start,
			candidates: [one.entity, next.entity].map(({ id }) => ({ entity: id, reason: "named together before" })),
		};
		return [pair];
	});
}

/** Whether a person is named for the first time, in full. */
function isIntroduced(entity: LocalEntity, mention: { readonly start: number; readonly form: string }): boolean {
	return (
		mayBePerson(entity) &&
		mention.form === "full" &&
		entity.mentions[0]?.start === mention.start &&
		entity.name.includes(" ")
	);
}

/** "A neighbour in Tarn saw the fire": who opens a sentence without a name. */
function readUnnamed(
	text: string,
	items: readonly Item[],
	covered: ReadonlySet<number>,
): Omit<Appearance, "sentence" | "paragraph" | "reported"> | null {
	const from = afterFronted(items);
	const opening = items[from];
	if (!opening || covered.has(from) || !/^(?:an?|one|another|the|his|her|their)$/.test(opening.norm)) return null;
	for (let i = from + 1; i < Math.min(items.length, from + 7); i++) {
		const item = items[i];
		if (item?.kind !== "word" || covered.has(i)) return null;
		if (!ROLES.has(item.norm) || item.capital) continue;
		const next = items[i + 1];
		// "The minister of waters, Orla Pike, said": the name follows.
		for (let at = i + 1; at < Math.min(items.length, i + 9); at++)
			if (items[at]?.norm === ",") {
				if (covered.has(at + 1) || covered.has(at + 2) || covered.has(at + 3)) return null;
				break;
			}
		if (next?.capital || ROLES.has(next?.norm ?? "") || /^['\u2019]/.test(next?.norm ?? "")) return null;
		return {
			entity: null,
			words: text.slice(opening.start, item.end),
			kind: "person",
			pronoun: ROLE_PRONOUNS.get(item.norm) ?? null,
			part: "subject",
			start: opening.start,
			candidates: [],
		};
	}
	return null;
}

/** "At the next table, a farmer nods": the item behind a phrase of place or time that opens the sentence. */
function afterFronted(items: readonly Item[]): number {
	// "But a farmer nods": a word that leads in.
	const from = items[0] && OPENERS.has(items[0].norm) ? (items[1]?.norm === "," ? 2 : 1) : 0;
	const opening = items[from];
	if (!opening || !isPreposition(opening)) return from;
	for (let i = from + 1; i < Math.min(items.length, LONGEST_FRONTED); i++) {
		if (items[i]?.kind === "marked") return from;
		if (items[i]?.norm === ",") return i + 1;
	}
	return from;
}

const LONGEST_FRONTED = 9;

function itemAt(items: readonly Item[], offset: number): number {
	let low = 0;
	let high = items.length - 1;
	while (low <= high) {
		const middle = (low + high) >>> 1;
		const item = items[middle];
		if (!item) return -1;
		if (item.end <= offset) low = middle + 1;
		else if (item.start > offset) high = middle - 1;
		else return middle;
	}
	return -1;
}
