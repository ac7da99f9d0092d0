import type { Entity } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { foldCase } from "../../text/fold.ts";
import { conceptOf } from "../synonyms.ts";
import { TELLING } from "../term-weight.ts";
import { isAround, isUnnamedTerritory, speaksOfItself } from "../territories.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import { alignPair } from "../variants/pairwise-alignment.ts";
import { compareWords } from "../variants/word-likeness.ts";

/** Words of a segment, and which entity a word of it names. */
export interface NamedWords {
	readonly words: readonly SegmentWord[];
	entityAt(word: Span): Entity | null;
}

/** A name put where the words spoken have another, or a territory that they leave unnamed. */
export interface Renamed {
	readonly entity: Entity;
	/** The words told that take the slot, and the spoken words in it. */
	readonly told: Span;
	readonly spoken: Span;
	/** What the paraphrase names besides, and the words do not: what is spoken of. */
	readonly besides: Entity | null;
	/** Whether nothing that could be meant makes one of the two. */
	readonly sure: boolean;
}

/** Words that both have in one order, besides names and numbers, from which on what stands between them is a slot. */
const LEAST_ANCHORS = 3;
/** A slot is no wider (in words) on either side. */
const WIDEST = 8;

/**
 * The one slot in which a paraphrase names what the words it gives do not. Catches "Ondria faces fevers that need care
 * from both Tessaria and the league" of “there are fevers that need care both inside the country and from the league”,
 * and "signed the pact with Vane" of “we signed the pact with Vell”; must not catch "care in Ondria and from the league",
 * which says which country it is, nor a name where the speaker says "we" or "they".
 */
export function findRenamed(told: NamedWords, spoken: NamedWords): Renamed | null {
	if (!mayBeRenamed(told, spoken)) return null;
	const anchors = alignPair(told.words.length, spoken.words.length, compareWords(told.words, spoken.words)).filter(
		({ a, b }) => isAnchor(told.words[a], spoken.words[b]),
	);
	if (anchors.length < LEAST_ANCHORS) return null;
	const found = anchors.slice(1).flatMap((right, at) => {
		const left = anchors[at];
		const own = told.words.slice((left?.a ?? 0) + 1, right.a);
		const theirs = spoken.words.slice((left?.b ?? 0) + 1, right.b);
		return own.length > WIDEST || theirs.length > WIDEST ? [] : (readSlot(told, own, spoken, theirs, anchors[0]) ?? []);
	});
	return found.length === 1 ? (found[0] ?? null) : null;
}

/** Whether there are enough words to hang on and a name that the other side lacks: most pairs are spared the alignment. */
function mayBeRenamed(told: NamedWords, spoken: NamedWords): boolean {
	const concepts = new Set(spoken.words.map(({ stem }) => conceptOf(stem)));
	const anchors = told.words.filter((word) => concepts.has(conceptOf(word.stem)) && mayAnchor(word));
	return anchors.length >= LEAST_ANCHORS && told.words.some((word) => told.entityAt(word) !== null);
}

function mayAnchor({ weight, capital, number, norm }: SegmentWord): boolean {
	return weight >= TELLING && !capital && !number && !isAround(norm);
}

function isAnchor(a: SegmentWord | undefined, b: SegmentWord | undefined): boolean {
	if (!a || !b || !mayAnchor(a)) return false;
	return a.stem === b.stem || conceptOf(a.stem) === conceptOf(b.stem);
}

function readSlot(
	told: NamedWords,
	own: readonly SegmentWord[],
	spoken: NamedWords,
	theirs: readonly SegmentWord[],
	first: { readonly a: number; readonly b: number } | undefined,
): Renamed | null {
	const named = onlyEntity(told, own, spoken);
	if (named === null || isNamedIn(spoken, named.entity)) return null;
	const slot = { entity: named.entity, told: named.span };
	if (isUnnamedTerritory(theirs)) {
		if (!mayBeTerritory(named.entity) || speaksOfItself(spoken.words)) return null;
		// What else is named is what the speaker leaves unnamed, or what all is about.
		const opening = told.words.slice(0, first?.a ?? 0);
		const besides = entitiesIn(told, told.words).filter(
			(entity) => isApart(entity, named.entity) && entity.type === named.entity.type && !isNamedIn(spoken, entity),
		);
		if (besides.length === 0) return null;
		const subject = entitiesIn(told, opening).some((entity) => besides.includes(entity));
		const exists = spoken.words.slice(0, first?.b ?? 0).some(({ norm }) => norm === "there");
		const [only = null, ...more] = besides;
		return { ...slot, spoken: spanOf(trimSmall(theirs)), besides: only, sure: more.length === 0 && subject && exists };
	}
	const other = onlyEntity(spoken, theirs, told);
	if (other === null || !isApart(named.entity, other.entity) || isNamedIn(told, other.entity)) return null;
	const types = new Set([named.entity.type, other.entity.type]);
	if (types.size > 1 && !types.has("unknown")) return null;
	const sure = types.size === 1 && (types.has("state") || types.has("person"));
	return { ...slot, spoken: other.span, besides: null, sure };
}

/** Two that are no one thing, as far as their names and what ties them tell. */
function isApart(a: Entity, b: Entity): boolean {
	return a.id !== b.id && ![...a.related, ...b.related].some(({ entity }) => entity === a.id || entity === b.id);
}

function mayBeTerritory({ type }: Entity): boolean {
	return type === "state" || type === "place" || type === "unknown";
}

/** The one entity that words name, where they say nothing besides but what the other side has too. */
function onlyEntity(
	of: NamedWords,
	words: readonly SegmentWord[],
	other: NamedWords,
): { readonly entity: Entity; readonly span: Span } | null {
	const within: { readonly word: SegmentWord; readonly entity: Entity }[] = [];
	for (const word of words) {
		const entity = of.entityAt(word);
		if (entity !== null) within.push({ word, entity });
		else if (word.number || (saysMore(word) && !other.words.some(({ stem }) => stem === word.stem))) return null;
	}
	const [only, ...more] = within;
	if (!only || more.some(({ entity }) => entity !== only.entity)) return null;
	return { entity: only.entity, span: spanOf(within.map(({ word }) => word)) };
}

function entitiesIn(of: NamedWords, words: readonly SegmentWord[]): Entity[] {
	return [...new Set(words.flatMap((word) => of.entityAt(word) ?? []))];
}

/** Whether an entity is named in words, by itself or by a word of its names: "the Vane plan" names Vane. */
function isNamedIn(of: NamedWords, { id, names }: Entity): boolean {
	const parts = new Set(names.flatMap((name) => foldCase(name).split(/[\s.-]+/)).filter((part) => part.length > 2));
	return of.words.some((word) => of.entityAt(word)?.id === id || (word.capital && parts.has(word.norm)));
}

function saysMore({ weight, norm }: SegmentWord): boolean {
	return weight >= TELLING && !isAround(norm);
}

const BOTH = new Set(["both", "either"]);

/** Without the small words at its ends: "inside the country", not "both inside the country and from the". */
function trimSmall(words: readonly SegmentWord[]): readonly SegmentWord[] {
	const last = words.findLastIndex(saysMore);
	return words.slice(BOTH.has(words[0]?.norm ?? "") ? 1 : 0, last + 1);
}

function spanOf(words: readonly SegmentWord[]): Span {
	return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}
