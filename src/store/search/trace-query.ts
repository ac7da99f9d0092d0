import { conceptOf, listSynonyms } from "../../collation/synonyms.ts";
import { TELLING } from "../../collation/term-weight.ts";
import { readTraced } from "../../collation/trace/traced-text.ts";
import { RARITY_LEVELS, type TermRarity } from "../../stories/grouping/term-rarity.ts";
import { compareText } from "../../text/compare.ts";
import { findUnits, wordKey } from "./units.ts";

/** Words that are used for one another, as the index is asked for them. */
export interface AskedConcept {
	readonly keys: readonly number[];
	/** What it counts where one of them stands, 1 to 64. */
	readonly weight: number;
}

/** A sentence of a text that is traced. */
export interface AskedSentence {
	/** Those that say most, the rarest first. */
	readonly concepts: readonly AskedConcept[];
	/** Units that it has. */
	readonly units: number;
}

/** Sentences of a text, and words of a sentence, that reports are found by: those that say most. */
const MOST_SENTENCES = 6;
const MOST_CONCEPTS = 12;
/** Of words that say nothing by themselves, so many are asked for. */
const LEAST_CONCEPTS = 3;
/** Words this rare are looked for in other words too. */
const LEAST_SYNONYM = 0.3;

/**
 * What a text is found by in the index: of each sentence the words that say most. A report in which a sentence stands
 * has most of them close by one another, whatever it puts in the place of the others.
 *
 * @throws UserError `trace/…` for what cannot be traced
 */
export function readTraceQuery(text: string, rarity: TermRarity): readonly AskedSentence[] {
	const { words, sentences } = readTraced(text, (stem) => rarity.rarityOf(stem));
	return sentences
		.map(({ start, end }) => readSentence(text.slice(words[start]?.start ?? 0, words[end - 1]?.end ?? 0), rarity))
		.filter(({ concepts }) => concepts.length > 0)
		.map((sentence, at) => ({ sentence, at }))
		.sort((a, b) => weightOf(b.sentence) - weightOf(a.sentence) || a.at - b.at)
		.slice(0, MOST_SENTENCES)
		.map(({ sentence }) => sentence);
}

function readSentence(text: string, rarity: TermRarity): AskedSentence {
	const units = findUnits(text);
	const concepts = new Map<string, { readonly stems: Set<string>; readonly rarity: number }>();
	for (const { stem } of units) {
		const name = conceptOf(stem);
		const own = rarity.rarityOf(stem);
		const known = concepts.get(name);
		const stems = known?.stems ?? new Set<string>();
		for (const one of own >= LEAST_SYNONYM ? [stem, ...listSynonyms(stem)] : [stem]) stems.add(one);
		concepts.set(name, { stems, rarity: Math.max(own, known?.rarity ?? 0) });
	}
	const sorted = [...concepts].sort(([a, x], [b, y]) => y.rarity - x.rarity || compareText(a, b));
	const telling = sorted.filter(([, { rarity: own }]) => own >= TELLING);
	const chosen = telling.length > 0 ? telling.slice(0, MOST_CONCEPTS) : sorted.slice(0, LEAST_CONCEPTS);
	return {
		concepts: chosen.map(([, { stems, rarity: own }]) => ({
			keys: [...stems].map((stem) => wordKey("text", stem)),
			weight: Math.max(1, Math.round(own * RARITY_LEVELS)),
		})),
		units: units.length,
	};
}

/** What all words of a sentence count together. */
export function weightOf({ concepts }: Pick<AskedSentence, "concepts">): number {
	return concepts.reduce((sum, { weight }) => sum + weight, 0);
}
