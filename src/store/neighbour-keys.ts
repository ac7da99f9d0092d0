import type { Article } from "../model/article.ts";
import type { TermRarity } from "../stories/grouping/term-rarity.ts";
import { hash32, mix32 } from "../text/hash.ts";
import { selectIndexed, type Unit } from "./search/units.ts";

/**
 * What brings articles together before they are grouped: two that share a key may tell one event or share text, and
 * are looked at; those that share none are not. A key is a pair of an article's most telling words, or a run of five
 * words of it. Wider than what groups (src/stories/grouping): whether two belong together is decided there.
 *
 * Brings together: "Harbour master Ada Vane closed Port Amity" and "Port Amity stays shut, says Vane".
 * Leaves apart: the same two against "The council of Vell met on Monday".
 */

/** A pair has one of so many words that tell most, and another of so many. */
const HEADS = 6;
const TERMS = 12;
/** Runs of words: those with the lowest hashes, so that two texts that share runs choose the same (Broder 1997). */
const RUN_WORDS = 5;
const RUNS = 24;
/** A document that reports are held against is long, and a report repeats a little of it: it has more. */
const PRIMARY_RUNS = 2000;

/** Words that count as the opening, and how much more a word of it counts, and one with a capital: see features.ts. */
const LEAD_WORDS = 60;
const LEAD_FACTOR = 1.5;
const CAPITAL_FACTOR = 1.5;
/** Words at or below this rarity are function words and the small change of news prose. */
const LEAST_RARITY = 0.15;

/**
 * The keys of an article, ascending, as 32-bit integers with a sign.
 *
 * @param units those of the article's text
 */
export function findNeighbourKeys(article: Article, units: readonly Unit[], rarity: TermRarity): readonly number[] {
	const told = selectIndexed(article, units);
	const weights = new Map<string, number>();
	for (let position = 0; position < told.length; position++) {
		const { stem, start } = told[position] ?? NO_UNIT;
		if (weights.has(stem)) continue;
		const rareness = rarity.rarityOf(stem);
		const letter = article.text.charCodeAt(start);
		const isCapital = letter < 0x80 ? letter >= 0x41 && letter <= 0x5a : /^\p{Lu}/u.test(article.text.charAt(start));
		const weight = rareness * (position < LEAD_WORDS ? LEAD_FACTOR : 1) * (isCapital ? CAPITAL_FACTOR : 1);
		weights.set(stem, rareness > LEAST_RARITY ? weight : 0);
	}
	const terms = [...weights]
		.filter(([, weight]) => weight > 0)
		.map(([stem, weight]) => ({ hash: hash32(stem), weight }))
		.sort((a, b) => b.weight - a.weight || a.hash - b.hash)
		.slice(0, TERMS);
	const keys = new Set<number>();
	for (let i = 0; i < Math.min(HEADS, terms.length); i++) {
		for (let j = i + 1; j < terms.length; j++) {
			const [a, b] = [terms[i]?.hash ?? 0, terms[j]?.hash ?? 0];
			keys.add(mix32(Math.min(a, b), Math.max(a, b)) | 0);
		}
	}
	for (const run of findRuns(told, article.role === "primary" ? PRIMARY_RUNS : RUNS)) keys.add(run | 0);
	return [...keys].sort((a, b) => a - b);
}

const NO_UNIT = { stem: "", start: 0 };

function findRuns(units: readonly Unit[], most: number): readonly number[] {
	const hashes = units.map(({ hash, form }) => mix32(hash, form));
	const runs = new Set<number>();
	for (let i = 0; i + RUN_WORDS <= hashes.length; i++) {
		let hash = hashes[i] ?? 0;
		for (let k = 1; k < RUN_WORDS; k++) hash = mix32(hash, hashes[i + k] ?? 0);
		runs.add(hash);
	}
	return [...runs].sort((a, b) => a - b).slice(0, most);
}
