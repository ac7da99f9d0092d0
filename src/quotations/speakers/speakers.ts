import { ROLE_PRONOUNS, ROLES } from "../../language/names/data/name-words.ts";
import type { LocalEntity } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { firstEndingAfter, mergeSpans } from "../../text/spans.ts";
import { type Item, LONGEST_SENTENCE, type Unit } from "../clauses/units.ts";
import type { Draft } from "../draft.ts";
import { type Appearance, Focus, type Part } from "./focus.ts";
import { mayBePerson, type NamedIndex } from "./named.ts";
import { partOf } from "./parts.ts";
import { resolveAge } from "./sieves/ages.ts";
import { resolveAside } from "./sieves/asides.ts";
import { resolveBody } from "./sieves/bodies.ts";
import { resolveLater } from "./sieves/later.ts";
import { resolvePerson } from "./sieves/names.ts";
import { pronounOf, resolvePersonal } from "./sieves/pronouns.ts";
import { resolveRelative } from "./sieves/relatives.ts";
import { headNoun, keepUnnamed, kindOfDescription, resolveRole } from "./sieves/roles.ts";
import { resolveShortened } from "./sieves/shortened.ts";
import { resolveSurname } from "./sieves/surnames.ts";
import { resolveThing } from "./sieves/things.ts";
import { leaveWriter } from "./sieves/writer.ts";
import { nobody, type Question, type Sieve, type Speaker } from "./speaker.ts";

export type { Speaker } from "./speaker.ts";

/** From sure to less sure; the first that answers is heard, and the last always does. */
const SIEVES: readonly Sieve[] = [
	leaveWriter,
	resolveRelative,
	resolvePersonal,
	resolveThing,
	resolveAside,
	resolvePerson,
	resolveBody,
	resolveSurname,
	resolveShortened,
	resolveAge,
	resolveLater,
	resolveRole,
	keepUnnamed,
];

/**
 * Who speaks in each draft, in their order. The article is gone through once from its start, so that a source
 * is asked about with what a reader knows there: who was named, acted and spoke before. Nobody is picked when
 * two fit: the speaker is null and both are candidates.
 */
export function resolveSpeakers(
	text: string,
	drafts: readonly Draft[],
	index: NamedIndex,
	units: readonly Unit[],
): Speaker[] {
	const focus = new Focus();
	const answers = new Map<string, Speaker>();
	const asked = bySource(drafts);
	const reported = mergeSpans(drafts.flatMap((draft) => draft.content));
	const sources = mergeSpans(asked.flatMap(({ source }) => (source ? [source] : [])));
	let next = 0;
	let paragraph = -1;
	for (const unit of units) {
		const start = unit.items[0]?.start ?? 0;
		const end = unit.items.at(-1)?.end ?? 0;
		if (unit.items.some(({ kind }) => kind === "word")) {
			focus.sentence++;
			if (unit.paragraph !== paragraph) focus.paragraph++;
			paragraph = unit.paragraph;
		}
		const seen =
			unit.items.length > LONGEST_SENTENCE ? [] : readSentence(text, unit, index, { reported, sources }, focus);
		let at = 0;
		for (; ; next++) {
			const draft = asked[next];
			if (!draft?.source || draft.source.start >= end) break;
			for (let one = seen[at]; one && one.start < draft.source.start; one = seen[++at]) take(text, index, focus, one);
			const answer = ask(text, index, sources, focus, draft, draft.source);
			answers.set(keyOf(draft.source), answer);
			const spoken = appearanceOfSource(text, index, focus, draft.source, answer);
			if (spoken) focus.add(spoken);
			if (draft.source.start < start) continue;
		}
		for (let one = seen[at]; one; one = seen[++at]) take(text, index, focus, one);
	}
	return drafts.map((draft) =>
		draft.source
			? (answers.get(keyOf(draft.source)) ?? ask(text, index, sources, focus, draft, draft.source))
			: nobody("nothing names who speaks"),
	);
}

function ask(
	text: string,
	index: NamedIndex,
	sources: readonly Span[],
	focus: Focus,
	draft: Draft,
	source: Span,
): Speaker {
	// "(Officials said …)": a bracket that opens before a source is none of it.
	const words = text.slice(source.start, source.end).replace(/^[([\s]+/, "");
	const question: Question = { text, index, draft, source, words, sources, focus };
	for (const sieve of SIEVES) {
		const answer = sieve(question);
		if (answer) return answer;
	}
	return nobody("nothing names who speaks");
}

/** One draft a source, in the order of the text. */
function bySource(drafts: readonly Draft[]): Draft[] {
	const first = new Map<string, Draft>();
	for (const draft of drafts) {
		if (!draft.source) continue;
		const key = keyOf(draft.source);
		if (!first.has(key)) first.set(key, draft);
	}
	return [...first.values()].sort(
		(a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0) || (a.source?.end ?? 0) - (b.source?.end ?? 0),
	);
}

function keyOf({ start, end }: Span): string {
	return `${start}-${end}`;
}

/** What a sentence shows outside of marks, by place: names with their parts, and "he" and "she" still to be read. */
type Seen = Appearance | { readonly start: number; readonly said: "he" | "she"; readonly reported: boolean };

function take(text: string, index: NamedIndex, focus: Focus, one: Seen): void {
	if ("part" in one) {
		if (one.entity !== null || !/^(?:the|his|her|their)\s/i.test(one.words)) {
			focus.add(one);
			return;
		}
		// "The mayor went on": somebody named before, where one alone is a mayor.
		const source = { start: one.start, end: one.start + one.words.length };
		const id = resolveRole({ text, index, source, words: one.words, focus })?.speaker ?? null;
		const entity = id === null ? null : (index.entities.get(id) ?? null);
		// "The actor went on", of whom the article tells no role: likelier somebody in mind than another.
		focus.add(entity ? { ...one, entity } : /^the\s/i.test(one.words) ? { ...one, part: "oblique" } : one);
		return;
	}
	// "He then left": whoever is meant acts, where that is plain.
	const [first, second] = focus.weigh((appearance) => focus.suits(appearance, one.said));
	if (!first || first.weight < PLAIN * (second?.weight ?? 0)) return;
	const { entity } = first.appearance;
	if (entity && (entity.type !== "person" || (focus.pronounOf(entity) === null && first.weight < SURE))) return;
	focus.tell(first.appearance, one.said);
	focus.add({
		...first.appearance,
		part: "subject",
		start: one.start,
		reported: one.reported,
		sentence: focus.sentence,
		paragraph: focus.paragraph,
	});
}

/** A pronoun of the report itself is taken for the likeliest when that one weighs so many times the next. */
const PLAIN = 1.7;
/** And somebody of whom nothing tells a pronoun when that one acted or spoke right before. */
const SURE = 0.3;

function readSentence(
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
	const isReported = (start: number): boolean => lies(reported, start);
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
		const shown = part === "subject" && isIntroduced(entity, mention) ? "introduced" : part;
		seen.push(ofEntity(entity, mention.exact, shown, mention.start, isReported(mention.start)));
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
	const [opening] = items;
	if (!opening || covered.has(0) || !/^(?:an?|one|another|the|his|her|their)$/.test(opening.norm)) return null;
	for (let i = 1; i < Math.min(items.length, 7); i++) {
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

/** A speaker in the mind of the reader, named or not; null where the words say too little. */
function appearanceOfSource(
	text: string,
	index: NamedIndex,
	focus: Focus,
	source: Span,
	answer: Speaker,
): Appearance | null {
	const words = text.slice(source.start, source.end);
	const own = pronounOf(words);
	const place = { start: source.start, sentence: focus.sentence, paragraph: focus.paragraph, reported: false };
	const part: Part = "speaker";
	if (answer.speaker !== null) {
		const entity = index.entities.get(answer.speaker);
		if (!entity) return null;
		const kind = entity.type === "person" || entity.type === "unknown" ? "person" : "body";
		const spoken: Appearance = {
			entity,
			words: entity.name,
			kind,
			pronoun: entity.pronoun,
			part,
			...place,
			candidates: [],
		};
		if (own) focus.tell(spoken, own);
		return spoken;
	}
	if (own !== null || /^(?:they|it|who|i|we|you)$/i.test(words)) return null;
	const joined = answer.candidates.length > 1 && /\band\b/.test(words);
	const noun = headNoun(words);
	return {
		entity: null,
		words,
		kind: joined ? "people" : kindOfDescription(words),
		pronoun: ROLE_PRONOUNS.get(noun) ?? null,
		part,
		...place,
		candidates: joined ? answer.candidates : [],
	};
}
