import type { Variant, VariantKind } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import { isNumeral, numeralKey } from "../numerals.ts";
import { TELLING, WEIGHTY } from "../term-weight.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import { isInside, type WordAlignment } from "./alignment.ts";
import { VARIANT_RANK } from "./variant-kinds.ts";
import { findRuns } from "./variant-runs.ts";
import { spellingLikeness } from "./word-likeness.ts";

/** How sure, how binding, how much: words whose change weakens or strengthens a statement. */
const STRENGTH = new Set(
	(
		"must should shall will would can could may might ought certainly definitely surely clearly probably " +
		"possibly perhaps maybe likely unlikely always often sometimes rarely all most many some few only " +
		"considering studying examining whether if unless hope hopes plan plans want wants consider seriously"
	).split(" "),
);

interface Reading {
	readonly key: string;
	readonly words: readonly SegmentWord[];
	readonly renditions: string[];
	readonly text: string;
}

/**
 * The places where renditions differ: runs of columns that not all of them read alike, each with its
 * readings and its kind. Sorted by kind as in `VARIANT_RANK`, then by place.
 */
export function findVariants(alignment: WordAlignment, textOf: (article: string) => string): Variant[] {
	const variants: Variant[] = [];
	for (const { start, end } of findRuns(alignment)) {
		const variant = readVariant(alignment, start, end, textOf);
		if (variant) variants.push(variant);
	}
	for (const { witnesses, matches } of alignment.transposed) {
		const variant = readTransposition(alignment, witnesses, matches, textOf);
		if (variant) variants.push(variant);
	}
	return variants.sort(
		(a, b) =>
			VARIANT_RANK.indexOf(a.kind) - VARIANT_RANK.indexOf(b.kind) ||
			a.columns.start - b.columns.start ||
			a.columns.end - b.columns.end,
	);
}

function readVariant(
	alignment: WordAlignment,
	start: number,
	end: number,
	textOf: (article: string) => string,
): Variant | null {
	const readings = new Map<string, Reading>();
	alignment.witnesses.forEach((witness, index) => {
		const words: SegmentWord[] = [];
		let reached = false;
		for (let at = start; at < end; at++) {
			const word = witness.words[alignment.columns[at]?.[index] ?? -1];
			if (word) words.push(word);
			else if (isInside(alignment, index, at)) reached = true;
		}
		// A rendition that gives neither these words nor their sentence says nothing about them.
		if (words.length === 0 && !reached) return;
		const key = words.map((word) => word.norm).join(" ");
		const reading = readings.get(key);
		if (reading) reading.renditions.push(witness.rendition);
		else
			readings.set(key, {
				key,
				words,
				renditions: [witness.rendition],
				text: textBetween(words, textOf(witness.article)),
			});
	});
	if (readings.size < 2) return null;
	const sorted = [...readings.values()].sort(
		(a, b) => b.renditions.length - a.renditions.length || compareText(a.key, b.key),
	);
	return {
		kind: kindOf(sorted, negationDiffers(alignment, start)),
		columns: { start, end },
		readings: sorted.map((reading) => ({ renditions: reading.renditions.sort(compareText), text: reading.text })),
	};
}

/** The words as they stand; where they do not follow each other, with an ellipsis between. */
function textBetween(words: readonly SegmentWord[], text: string): string {
	let joined = "";
	words.forEach((word, index) => {
		const before = words[index - 1];
		if (before) {
			const between = text.slice(before.end, word.start);
			joined += /^[^\p{L}\p{Nd}]{1,4}$/u.test(between) ? between.replace(/\s+/g, " ") : " … ";
		}
		joined += text.slice(word.start, word.end);
	});
	return joined;
}

/**
 * Whether some witnesses negate anything in the sentence that a column belongs to and others nothing:
 * "I don't think he won" and "I think he did not win" say the same.
 */
function negationDiffers(alignment: WordAlignment, at: number): boolean {
	const sentenceAt = (witness: number): number => {
		const position = alignment.columns[at]?.[witness] ?? -1;
		return position < 0 ? -1 : (alignment.witnesses[witness]?.sentences[position] ?? -1);
	};
	const sentence = Math.max(...alignment.witnesses.map((_, index) => sentenceAt(index)));
	const negated = alignment.witnesses.flatMap(({ words, sentences }) =>
		sentences.includes(sentence) ? [words.some((word, i) => sentences[i] === sentence && isNegation(word.norm))] : [],
	);
	return new Set(negated).size > 1;
}

function kindOf(readings: readonly Reading[], negation: boolean): VariantKind {
	if (negation && negates(readings)) return "polarity";
	const numerals = readings.map((reading) => reading.words.filter(isNumeral).map(numeralKey).join(" "));
	if (differ(numerals.filter((key) => key !== ""))) return "number";
	const absent = readings.some((reading) => reading.words.length === 0);
	if (!absent) {
		const names = readings.map((reading) => reading.words.filter((word) => word.capital));
		if (names.every((list) => list.length > 0) && namesDiffer(names)) return "name";
	}
	const strengths = readings.map((reading) => keyOf(reading.words.filter((word) => STRENGTH.has(word.norm))));
	if (differ(strengths) && !(absent && readings.some((reading) => reading.words.length >= CLAUSE))) return "strength";
	if (absent && isOneAddition(readings)) {
		// Most have it: somebody left it out. Few have it: somebody added it.
		const without = readings.find((reading) => reading.words.length === 0)?.renditions.length ?? 0;
		const having = readings.reduce((sum, reading) => sum + reading.renditions.length, 0) - without;
		return having > without ? "omission" : "addition";
	}
	const stems = readings.map((reading) => reading.words.map((word) => word.stem).join(" "));
	return differ(stems) ? "wording" : "inflection";
}

/** Words enough for a clause of its own. */
const CLAUSE = 3;
/** Of two wordings of one clause, at least this share of the telling words of the shorter is in both. */
const SAME_CLAUSE = 0.5;

/** Whether the readings that are not empty give one thing, in one wording or alike ones, and it says something. */
function isOneAddition(readings: readonly Reading[]): boolean {
	const given = readings.filter((reading) => reading.words.length > 0);
	const [first, ...others] = given.map((reading) => telling(reading.words));
	if (!first || first.length === 0) return false;
	if (!given.some(({ words }) => words.length >= CLAUSE || words.some((word) => word.weight >= WEIGHTY))) return false;
	return others.every((other) => {
		const shared = other.filter((stem) => first.includes(stem)).length;
		return other.length > 0 && shared >= SAME_CLAUSE * Math.min(first.length, other.length);
	});
}

/** Whether readings differ by a negation and hardly anything else: an added clause that holds one is an addition. */
function negates(readings: readonly Reading[]): boolean {
	const isNegated = (reading: Reading): boolean =>
		reading.words.filter((word) => isNegation(word.norm)).length % 2 === 1;
	if (!differ(readings.map((reading) => String(isNegated(reading))))) return false;
	const rests = readings.map((reading) => telling(reading.words.filter((word) => !isNegation(word.norm))));
	if (!differ(rests.map((rest) => rest.join(" ")))) return true;
	return rests.every((rest) => rest.length === 1);
}

function telling(words: readonly SegmentWord[]): string[] {
	return words.filter((word) => word.weight >= TELLING).map((word) => word.stem);
}

function keyOf(words: readonly SegmentWord[]): string {
	return words.map((word) => word.norm).join(" ");
}

function differ(keys: readonly (string | number)[]): boolean {
	return new Set(keys).size > 1;
}

/** Names that share no word and are no spelling of each other. */
function namesDiffer(names: readonly (readonly SegmentWord[])[]): boolean {
	const [first = [], ...rest] = names;
	return rest.some((other) =>
		other.every((name) => first.every((own) => own.stem !== name.stem && spellingLikeness(own.stem, name.stem) < 0.6)),
	);
}

function readTransposition(
	alignment: WordAlignment,
	witnesses: readonly [number, number],
	matches: readonly { readonly a: number; readonly b: number }[],
	textOf: (article: string) => string,
): Variant | null {
	const [first, second] = witnesses.map((index) => alignment.witnesses[index]);
	if (!first || !second) return null;
	const columnOf = (witness: number, position: number): number =>
		alignment.columns.findIndex((column) => column[witness] === position);
	const at = matches.flatMap((match) => [columnOf(witnesses[0], match.a), columnOf(witnesses[1], match.b)]);
	const words = matches.flatMap((match) => first.words[match.a] ?? []);
	const others = matches.flatMap((match) => second.words[match.b] ?? []);
	return {
		kind: "order",
		columns: { start: Math.min(...at), end: Math.max(...at) + 1 },
		readings: [
			{ renditions: [first.rendition], text: textBetween(words, textOf(first.article)) },
			{ renditions: [second.rendition], text: textBetween(others, textOf(second.article)) },
		],
	};
}
