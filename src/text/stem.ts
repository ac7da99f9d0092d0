import { stemmer } from "stemmer";
import type { Tokens } from "../model/annotated.ts";

/**
 * Verb forms that suffixes do not show, to the base form; so that "fought" meets "fight" when two
 * translations of one sentence are compared. Only forms that news prose uses often and that are not
 * also another word.
 */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
	Object.entries({
		is: "be",
		are: "be",
		was: "be",
		were: "be",
		been: "be",
		being: "be",
		am: "be",
		has: "have",
		had: "have",
		having: "have",
		does: "do",
		did: "do",
		done: "do",
		went: "go",
		gone: "go",
		goes: "go",
		said: "say",
		says: "say",
		told: "tell",
		took: "take",
		taken: "take",
		taking: "take",
		gave: "give",
		given: "give",
		giving: "give",
		made: "make",
		making: "make",
		came: "come",
		coming: "come",
		kept: "keep",
		held: "hold",
		met: "meet",
		lost: "lose",
		won: "win",
		fought: "fight",
		brought: "bring",
		bought: "buy",
		thought: "think",
		sought: "seek",
		knew: "know",
		known: "know",
		grew: "grow",
		grown: "grow",
		began: "begin",
		begun: "begin",
		chose: "choose",
		chosen: "choose",
		died: "die",
		dying: "die",
		paid: "pay",
		sent: "send",
		built: "build",
		broke: "break",
		broken: "break",
		spoke: "speak",
		spoken: "speak",
		saw: "see",
		seen: "see",
		stood: "stand",
		understood: "understand",
		wrote: "write",
		written: "write",
		became: "become",
		people: "person",
		children: "child",
		men: "man",
		women: "woman",
		lives: "life",
		dead: "die",
		death: "die",
		deaths: "die",
	}),
);

const stems = new Map<string, string>();
/** Keeps the memory of stems bounded on long runs; the memory changes nothing but speed. */
const MOST_STEMS = 50_000;

/**
 * The stem under which a folded word (see `foldCase`) meets its inflections: irregular verbs by
 * list, the rest by Porter's algorithm (Porter 1980). For comparison only, never shown.
 */
export function stemOf(norm: string): string {
	const known = stems.get(norm);
	if (known !== undefined) return known;
	const stem = IRREGULAR.get(norm) ?? (norm.length > 40 ? norm : stemmer(norm));
	if (stems.size >= MOST_STEMS) stems.clear();
	stems.set(norm, stem);
	return stem;
}

const stemsByTokens = new WeakMap<Tokens, readonly string[]>();

/** The stems of an article's tokens, in their order: found once, for every stage asks for them. */
export function stemsOf(tokens: Tokens): readonly string[] {
	const known = stemsByTokens.get(tokens);
	if (known) return known;
	const found = tokens.norms.map(stemOf);
	stemsByTokens.set(tokens, found);
	return found;
}

interface Weighed {
	readonly weigh: (stem: string) => number;
	readonly weights: Float64Array;
}

const weightsByTokens = new WeakMap<Tokens, Weighed>();

/** What the stems of an article's tokens weigh, in their order: asked for once, as long as it is the same `weigh`. */
export function weighStems(tokens: Tokens, weigh: (stem: string) => number): Float64Array {
	const known = weightsByTokens.get(tokens);
	if (known?.weigh === weigh) return known.weights;
	const weights = Float64Array.from(stemsOf(tokens), (stem) => weigh(stem));
	weightsByTokens.set(tokens, { weigh, weights });
	return weights;
}
