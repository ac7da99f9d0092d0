import { compareText, round } from "../../text/compare.ts";
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
	const wordings = findWordings(others);
	const homes = findHomes(others);
	return drafts.flatMap((draft): Witness[] => {
		const follows = draft.direct ? { whole: draft.all.length >= LEAST_WHOLE } : followed(draft, wordings);
		if (follows) return [setWhole(draft, follows.whole)];
		return draft.marked && draft.words.length > 0 && sharesWord(draft, homes) ? [inMarks(draft)] : [];
	});
}

/** Fewer words in marks are a fragment, which leaves nothing out. */
const LEAST_WHOLE = 4;

/** What renditions of one wording say, by concept. */
interface Wording {
	readonly weights: ReadonlyMap<string, number>;
	readonly total: number;
	/** The rendition when it is the only one of this wording. */
	only: DraftRendition | null;
}

/** Wordings past so many, in the order of the renditions, are compared with nothing: no utterance of news has more. */
const MOST_WORDINGS = 200;

function findWordings(drafts: readonly DraftRendition[]): Wording[] {
	const wordings = new Map<string, Wording>();
	for (const draft of drafts) {
		const weights = weigh(draft.all);
		const key = [...weights.keys()].sort(compareText).join(" ");
		const known = wordings.get(key);
		if (known) known.only = null;
		else if (wordings.size < MOST_WORDINGS) wordings.set(key, { weights, total: sum(weights.values()), only: draft });
	}
	return [...wordings.values()];
}

/** The report that gives a word, null when several do. */
function findHomes(drafts: readonly DraftRendition[]): Map<string, string | null> {
	const homes = new Map<string, string | null>();
	for (const { article, words } of drafts)
		for (const { stem } of words) homes.set(stem, !homes.has(stem) || homes.get(stem) === article ? article : null);
	return homes;
}

function setWhole({ id, article, all, outlet, sentences, segments }: DraftRendition, whole: boolean): Witness {
	const denied = segments.some(({ polarity }) => polarity !== "said");
	return { rendition: id, article, words: all, outlet, sentences, whole, ...(denied ? { denied } : {}) };
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
/** Or it holds at least this share of another rendition, and says more beside it. */
const HOLDS = 0.8;
/** It gives the sentence whole, and leaves out what it has not, from this share of the other's words on. */
const GIVES = 0.33;

/** How an outlet's sentence goes with the rendition that it shares most with; null where it follows none. */
function followed(draft: DraftRendition, wordings: readonly Wording[]): { readonly whole: boolean } | null {
	// A headline sums up.
	if (draft.segments.some(({ headline }) => headline)) return null;
	const own = weigh(draft.all);
	const total = sum(own.values());
	let most = 0;
	let given = 0;
	for (const { weights, total: theirs, only } of wordings) {
		if (only === draft) continue;
		const shared = sum([...own].flatMap(([concept, weight]) => (weights.has(concept) ? [weight] : [])));
		if (total === 0 || shared < most || (shared < FOLLOWS * total && shared < HOLDS * theirs)) continue;
		given = Math.max(shared > most ? 0 : given, shared / theirs);
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

/** Whether the words that a report puts in marks within its own sentence are among those that another report gives. */
function sharesWord(fragment: DraftRendition, homes: ReadonlyMap<string, string | null>): boolean {
	return fragment.words.some(
		({ weight, stem }) => weight >= TELLING && homes.has(stem) && homes.get(stem) !== fragment.article,
	);
}
