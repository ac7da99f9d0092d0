import { round } from "../../text/compare.ts";
import { conceptOf } from "../synonyms.ts";
import { TELLING } from "../term-weight.ts";
import type { Witness } from "../variants/alignment.ts";
import type { DraftRendition } from "./renditions.ts";
import type { SegmentWord } from "./segments.ts";

/**
 * The renditions of an utterance that are set word by word. Spoken words all are. An outlet's own words are where they
 * follow another rendition closely: "the alarms had been tested" beside “the alarms were tested”. Not where they sum it
 * up: set against “We have measured it every month”, "the state would rely on volunteers" would print as variants what
 * is another sentence. Of such a sentence the words in marks alone are set, where others have them.
 */
export function findWitnesses(drafts: readonly DraftRendition[]): Witness[] {
	const spoken = drafts.filter(({ direct }) => direct);
	const others = spoken.length > 0 ? spoken : drafts;
	return drafts.flatMap((draft): Witness[] => {
		const follows = draft.direct ? { whole: true } : followed(draft, others);
		if (follows) return [setWhole(draft, follows.whole)];
		return draft.marked && draft.words.length > 0 && sharesWord(draft, others) ? [inMarks(draft)] : [];
	});
}

function setWhole({ id, article, all, outlet, sentences }: DraftRendition, whole: boolean): Witness {
	return { rendition: id, article, words: all, outlet, sentences, whole };
}

function inMarks({ id, article, all, outlet, sentences }: DraftRendition): Witness {
	const kept = all.flatMap((_, at) => (outlet[at] ? [] : [at]));
	return {
		rendition: id,
		article,
		words: kept.flatMap((at) => all[at] ?? []),
		outlet: kept.map(() => false),
		sentences: kept.map((at) => sentences[at] ?? -1),
		whole: false,
	};
}

/** An outlet's sentence has at least this share of what it says in common with one other rendition. */
const FOLLOWS = 0.5;
/** It gives the sentence whole, and leaves out what it has not, from this share of the other's words on. */
const GIVES = 0.4;

/** How an outlet's sentence goes with the rendition that it shares most with; null where it follows none. */
function followed(draft: DraftRendition, others: readonly DraftRendition[]): { readonly whole: boolean } | null {
	// A headline sums up.
	if (draft.segments.some(({ headline }) => headline)) return null;
	const own = weigh(draft.all);
	const total = sum(own.values());
	let most = 0;
	let given = 0;
	for (const other of others) {
		if (other === draft) continue;
		const theirs = weigh(other.all);
		const shared = sum([...own].flatMap(([concept, weight]) => (theirs.has(concept) ? [weight] : [])));
		if (total === 0 || shared < FOLLOWS * total || shared < most) continue;
		given = Math.max(shared > most ? 0 : given, shared / sum(theirs.values()));
		most = shared;
	}
	return most === 0 ? null : { whole: given >= GIVES };
}

function sum(weights: Iterable<number>): number {
	let total = 0;
	for (const weight of weights) total += weight;
	return round(total);
}

function weigh(words: readonly SegmentWord[]): Map<string, number> {
	return new Map(words.filter(({ weight }) => weight >= TELLING).map(({ stem, weight }) => [conceptOf(stem), weight]));
}

/** Whether the words that a report puts in marks within its own sentence are among those others give. */
function sharesWord(fragment: DraftRendition, others: readonly DraftRendition[]): boolean {
	const stems = new Set(fragment.words.filter((word) => word.weight >= TELLING).map((word) => word.stem));
	return others.some((other) => other.article !== fragment.article && other.words.some((word) => stems.has(word.stem)));
}
