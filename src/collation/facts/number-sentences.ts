import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { EntityType, FoundNumber } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { contains, itemsWithin } from "../../text/spans.ts";
import type { WeightOf } from "../term-weight.ts";
import { findSegmentWords, type SegmentWord } from "../utterances/segments.ts";
import { contextStems } from "./fact-context.ts";
import type { Namings } from "./name-facts.ts";
import { findHeads, type Heads } from "./near-words.ts";

/** A sentence with numbers, as frames are read from it: each once, however many numbers it has. */
export interface NumberSentence {
	readonly span: Span;
	readonly words: readonly SegmentWord[];
	readonly stems: ReadonlyMap<string, number>;
	readonly named: ReadonlySet<string>;
	/** Entities that are, or by the word before them may be, places or states. */
	readonly places: ReadonlySet<string>;
	/** Of those named the persons. */
	readonly persons: ReadonlySet<string>;
	/** Namings in the sentence by place. */
	readonly mentions: readonly Naming[];
	readonly numbers: readonly FoundNumber[];
}

export interface Naming extends Span {
	readonly entity: string;
	readonly name: string;
	readonly type: EntityType;
}

const PLACES: ReadonlySet<EntityType> = new Set(["place", "state"]);
const WHERE = /\b(?:in|at|near|off|outside|around)\s(?:the\s)?$/i;
const GOES_ON = /^(?:it|its|he|his|she|her|they|their)\b/i;

export function namingsOf(annotated: AnnotatedArticle, namings: Namings): readonly Naming[] {
	return (namings.get(annotated.article.id) ?? [])
		.flatMap(({ entity, mentions }) =>
			mentions.map(({ start, end }) => ({
				start,
				end,
				entity: entity.id,
				name: entity.name,
				type: entity.type,
			})),
		)
		.sort((a, b) => a.start - b.start || b.end - a.end);
}

export function readSentence(
	annotated: AnnotatedArticle,
	span: Span,
	position: number,
	all: readonly Naming[],
	weightOf: WeightOf,
): NumberSentence {
	const words = findSegmentWords(annotated, span, weightOf);
	const mentions = namingsIn(all, span);
	const named = new Set(mentions.map(({ entity }) => entity));
	const persons = new Set(mentions.flatMap(({ entity, type }) => (type === "person" ? [entity] : [])));
	const before = annotated.words.sentences[position - 1];
	if (before && GOES_ON.test(annotated.article.text.slice(span.start, span.start + 8))) {
		for (const one of namingsIn(all, before)) {
			named.add(one.entity);
			if (one.type === "person") persons.add(one.entity);
		}
	}
	const numbers = itemsWithin(annotated.numbers, span);
	const { text } = annotated.article;
	const isPlace = ({ type, start }: Naming): boolean =>
		PLACES.has(type) || (type === "unknown" && WHERE.test(text.slice(Math.max(span.start, start - 12), start)));
	const places = new Set(mentions.filter(isPlace).map(({ entity }) => entity));
	return { span, words, stems: contextStems(words), named, places, persons, mentions, numbers };
}

/** Of namings sorted by where they begin, those inside a span; one may stand in another. */
function namingsIn(all: readonly Naming[], span: Span): Naming[] {
	let low = 0;
	let high = all.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((all[middle]?.start ?? 0) < span.start) low = middle + 1;
		else high = middle;
	}
	const found: Naming[] = [];
	for (let at = low; (all[at]?.start ?? span.end) < span.end; at++) {
		const one = all[at];
		if (one && contains(span, one)) found.push(one);
	}
	return found;
}

/** The telling words near a number, and what whole it is a part of. */
export function readAround(
	{ words, numbers, span }: NumberSentence,
	number: FoundNumber,
	text: string,
): Heads & {
	readonly part: NumberPart;
	readonly wholeNoun: string | null;
} {
	const at = numbers.indexOf(number);
	const next = at < 0 ? undefined : numbers[at + 1];
	const previous = numbers[at - 1];
	const leads = (one: FoundNumber, other: FoundNumber | undefined): boolean =>
		other !== undefined &&
		OF_WHOLE.test(text.slice(Math.max(span.start, one.start - 12), one.start)) &&
		PART_BEHIND.test(text.slice(one.end, other.start));
	const isPart = next !== undefined && PART_OF.test(text.slice(number.end, next.start));
	const isWhole =
		(previous !== undefined && PART_OF.test(text.slice(previous.end, number.start))) || leads(number, next);
	const part = isPart || (previous !== undefined && leads(previous, number)) ? "part" : isWhole ? "whole" : null;
	const own = isPart ? next.counted : number.counted;
	const isOwn = (word: SegmentWord): boolean => own !== null && word.start >= own.start && word.end <= own.end;
	// What is said of a part stands behind its whole: "nine of its 14 ship-to-shore cranes were working".
	const value = isPart ? { start: number.start, end: Math.max(next.end, next.counted?.end ?? 0) } : number;
	return {
		...findHeads(words, value, otherThan(number, numbers, part), isOwn),
		part,
		wholeNoun: isPart ? (next.of ?? null) : null,
	};
}

/** Whether a number is a part of the next, or the whole of the one before. */
export type NumberPart = "whole" | "part" | null;

/** Between a part and its whole: "nine [of its] 14 cranes", "540 [of the province's] 1,180". */
const PART_OF =
	/^(?:\s\p{L}+)?\s(?:out\s)?of\s(?:(?:the|its|their|his|her|all|some|about)\s)?(?:[\p{L}-]+['\u2019]s?\s)?(?:a\s\p{L}+\sof\s)?$/u;

/** "[Of the] 74 injured[,] 21 were flown out": the whole, then its part. */
const OF_WHOLE = /(?:^|[^\p{L}])of\s(?:the|its|their|his|her|all|some|those|these)\s$/iu;
const PART_BEHIND = /^(?:\s[\p{L}-]+){0,4},\s(?:only\s|just\s|some\s|about\s|at least\s)?$/u;

/** Whether a word is of another number than this one and, for a part, its whole: "nine of its 14 cranes were working". */
export function otherThan(
	number: FoundNumber,
	numbers: readonly FoundNumber[],
	part: NumberPart,
): (word: SegmentWord) => boolean {
	const own = numbers.indexOf(number);
	const whole = own >= 0 && part === "part" ? numbers[own + 1] : undefined;
	return (word) =>
		numbers.some(
			(one) => one !== number && one !== whole && one.kind !== "age" && one.start < word.end && word.start < one.end,
		);
}
