import type { AnnotatedArticle } from "../../model/annotated.ts";
import { TokenKind } from "../../model/annotated.ts";
import { hash32, mix32 } from "../../text/hash.ts";
import { stemOf, stemsOf, weighStems } from "../../text/stem.ts";
import { foldName } from "../entities/fold-name.ts";
import type { TermRarity } from "./term-rarity.ts";

/** Terms at or below this rarity are function words and the small change of news prose. */
export const LEAST_RARITY = 0.15;
/** A phrase needs two words at least this rare: "prime minister" is not one. */
const PHRASE_RARITY = 0.4;

/**
 * Two telling terms that stand next to each other in a sentence ("Vane denied", "ferry capsized"), the
 * rarest first: hashes, by the less rare of the two terms, then by hash.
 */
export function findPhrases({ words }: AnnotatedArticle, rarity: TermRarity): number[] {
	const { kinds, norms } = words.tokens;
	const stems = stemsOf(words.tokens);
	const weights = weighStems(words.tokens, rarity.rarityOf);
	const found = new Map<number, number>();
	let previous = 0;
	let before = 0;
	for (let i = 0; i < norms.length; i++) {
		const norm = norms[i] ?? "";
		if (kinds[i] === TokenKind.mark) {
			before = 0;
			continue;
		}
		const isWord = kinds[i] === TokenKind.word;
		const rareness = isWord ? (weights[i] ?? 0) : rarity.rarityOf(norm);
		if (rareness <= LEAST_RARITY) continue;
		const hash = hash32(isWord ? (stems[i] ?? "") : norm);
		const least = Math.min(before, rareness);
		if (least >= PHRASE_RARITY) found.set(mix32(previous, hash), least);
		previous = hash;
		before = rareness;
	}
	return [...found].sort(([a, x], [b, y]) => y - x || a - b).map(([hash]) => hash);
}

/** How much a number says with a unit or as an age, and with nothing that it counts. */
const UNIT_SAYS = 0.7;
const BARE_SAYS = 0.35;

/**
 * The numbers with what they count, by hash, and how much sharing one says: "14 passengers" more than
 * "2 men" or a bare 14. Ordinals ("the first") and open ranges say nothing.
 */
export function findFigures({ numbers }: AnnotatedArticle, rarity: TermRarity): Map<number, number> {
	const figures = new Map<number, number>();
	for (const { low, high, of, kind } of numbers) {
		if (low === null || high === null || kind === "ordinal") continue;
		const noun = of === null ? "" : stemOf(of);
		const size = low < 3 ? 0.3 : low < 10 ? 0.6 : 1;
		const counts = kind === "count";
		const unit = counts || kind === "measure" || kind === "money" ? noun : "";
		const says = counts ? countSays(noun, rarity) * size : UNIT_SAYS * (kind === "age" ? 1 : size);
		figures.set(hash32(`${low} ${high} ${counts ? "" : kind}${unit}`), says);
	}
	return figures;
}

function countSays(noun: string, rarity: TermRarity): number {
	return noun === "" ? BARE_SAYS : Math.max(0.5, rarity.rarityOf(noun));
}

/** The places and states named, by hash of the name: shares whose squares add up to 1. */
export function findPlaces({ entities }: AnnotatedArticle, rarity: TermRarity): Map<number, number> {
	const places = new Map<number, number>();
	let squares = 0;
	for (const { type, name, mentions } of entities) {
		if (type !== "place" && type !== "state") continue;
		const named = mentions.filter(({ form }) => form !== "pronoun" && form !== "description").length;
		if (named === 0) continue;
		const folded = foldName(name);
		const rareness = Math.max(...folded.split(" ").map((word) => rarity.rarityOf(stemOf(word))));
		const hash = hash32(folded);
		places.set(hash, (places.get(hash) ?? 0) + Math.sqrt(named) * rareness);
	}
	for (const weight of places.values()) squares += weight * weight;
	const length = Math.sqrt(squares) || 1;
	return new Map([...places].map(([hash, weight]) => [hash, weight / length]));
}

/**
 * The calendar days that the text states in full, but those on which it was itself published or the
 * day before or after: what is told that day mostly happened then, so they tell no two events apart.
 */
export function findStatedDays(
	{ dates }: AnnotatedArticle,
	published: { readonly earliest: number; readonly latest: number } | null,
	dayNumber: (iso: string | null) => number | null,
): Set<number> {
	const days = new Set<number>();
	for (const { date } of dates) {
		if (date.earliest === null || date.latest === null || date.earliest.slice(0, 10) !== date.latest.slice(0, 10))
			continue;
		const day = dayNumber(date.earliest);
		if (day === null) continue;
		if (published && day >= published.earliest - 1 && day <= published.latest + 1) continue;
		days.add(day);
	}
	return days;
}
