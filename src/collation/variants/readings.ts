import { compareText } from "../../text/compare.ts";
import { isNumeral, numeralKey } from "../numerals.ts";
import { TELLING } from "../term-weight.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import { isInside, type WordAlignment } from "./alignment.ts";
import { reportedForm } from "./reported-speech.ts";
import { STRENGTH } from "./strength.ts";

/** What some renditions have in a run of columns. */
export interface Reading {
	readonly words: readonly SegmentWord[];
	/** Where the words stand; one of the renditions' articles. */
	readonly article: string;
	/** Sorted. */
	readonly renditions: readonly string[];
	/** True when no rendition has it in quotation marks. */
	readonly outlet: boolean;
	/** True when every rendition that has it gives what was said in its own words, in part at least. */
	readonly told: boolean;
}

interface Draft {
	readonly key: string;
	readonly core: string;
	readonly words: readonly SegmentWord[];
	readonly article: string;
	readonly renditions: string[];
	readonly outlet: boolean;
	told: boolean;
}

/**
 * The distinct readings of a run of columns, the most frequent first. Spoken words differ by any word; an outlet's own
 * words read as those whose telling words they have: that "we will" became "they would" is no reading.
 */
export function findReadings(alignment: WordAlignment, start: number, end: number): Reading[] {
	const spoken = new Map<string, Draft>();
	const told: Draft[] = [];
	for (const one of readWitnesses(alignment, start, end)) {
		const known = one.outlet ? undefined : spoken.get(one.key);
		if (known) add(known, one);
		else if (one.outlet) told.push(one);
		else spoken.set(one.key, one);
	}
	const drafts = [...spoken.values()].sort(byFrequency);
	for (const one of told.sort((a, b) => compareText(a.key, b.key) || compareText(a.article, b.article))) {
		const same = drafts.find(({ core }) => core === one.core);
		if (same) add(same, one);
		else drafts.push(one);
	}
	return drafts.sort(byFrequency).map(({ words, article, renditions, outlet, told }) => ({
		words,
		article,
		renditions: renditions.sort(compareText),
		outlet,
		told,
	}));
}

function add(to: Draft, { renditions, told }: Draft): void {
	to.renditions.push(...renditions);
	to.told &&= told;
}

function byFrequency(a: Draft, b: Draft): number {
	return b.renditions.length - a.renditions.length || compareText(a.key, b.key);
}

/** What each witness that says anything here has, in the witnesses' order. */
function readWitnesses(alignment: WordAlignment, start: number, end: number): Draft[] {
	const given: number[] = [];
	for (let at = start; at < end; at++)
		given.push(alignment.columns[at]?.reduce((sum, position) => sum + (position >= 0 ? 1 : 0), 0) ?? 0);
	const all = given.reduce((sum, count) => sum + count, 0);
	return alignment.witnesses.flatMap((witness, index): Draft[] => {
		const words: SegmentWord[] = [];
		let reached = 0;
		let outlet = false;
		for (let at = start; at < end; at++) {
			const position = alignment.columns[at]?.[index] ?? -1;
			const word = witness.words[position];
			if (word) {
				words.push(word);
				outlet ||= witness.outlet[position] === true;
			} else if (isInside(alignment, index, at)) reached += given[at - start] ?? 0;
		}
		// A rendition that gives neither these words nor the sentence of most of them says nothing about them.
		if (words.length === 0 && reached * 2 < all) return [];
		const key = words.map((word) => word.norm).join(" ");
		const { article, rendition } = witness;
		return [
			{
				key,
				core: coreOf(words),
				words,
				article,
				renditions: [rendition],
				outlet,
				told: witness.outlet.includes(true),
			},
		];
	});
}

/** The words that say something, as reporting leaves them. */
function coreOf(words: readonly SegmentWord[]): string {
	return words
		.filter((word) => saysSomething(word))
		.map((word) => (isNumeral(word) ? numeralKey(word) : reportedForm(word)))
		.join(" ");
}

/** Whether leaving out or changing a word may be more than grammar. */
export function saysSomething(word: SegmentWord): boolean {
	return word.weight >= TELLING || isNegation(word.norm) || isNumeral(word) || STRENGTH.has(word.norm);
}
