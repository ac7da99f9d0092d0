import { TELLING } from "../../collation/term-weight.ts";
import { UserError } from "../../model/problem.ts";
import type { AskedSearch, ReadWords } from "../../model/search-listing.ts";
import { RARITY_LEVELS, type TermRarity } from "../../stories/grouping/term-rarity.ts";
import { findUnits, type WordField, wordKey } from "./units.ts";

/** A word that must stand in what is found. */
export interface AskedWord {
	readonly key: number;
	/** What it counts where it stands, from 0 (so common that it says nothing) to 64. */
	readonly rarity: number;
}

/** A row of words that must stand in what is found just so. */
export type AskedPhrase = readonly { readonly key: number; readonly form: number }[];

/** What is asked for, as the index is asked for it. */
export interface Query {
	readonly read: ReadWords;
	/** All words, those of phrases too; each once. */
	readonly words: readonly AskedWord[];
	/** Those that need not stand in a phrase. */
	readonly loose: readonly number[];
	readonly phrases: readonly AskedPhrase[];
	/** Words of the speaker's name and of the outlet's; null where none is asked for. */
	readonly speaker: readonly number[] | null;
	readonly outlet: readonly number[] | null;
}

/** Words that one search may ask for: more is no question but a text, for which there is `stemma trace`. */
const MOST_WORDS = 32;

/**
 * Reads what is asked for. Words in double quotation marks of any kind are a phrase, and so is what a hyphen joins.
 *
 * @throws UserError `search/…` where nothing is asked for, or too much
 */
export function readQuery(asked: AskedSearch, rarity: TermRarity): Query {
	const words = new Map<number, AskedWord & { readonly text: string; isLoose: boolean }>();
	const phrases: { readonly text: string; readonly units: AskedPhrase }[] = [];
	const take = (text: string, stem: string, isLoose: boolean): number => {
		const key = wordKey("text", stem);
		const known = words.get(key);
		if (known) known.isLoose ||= isLoose;
		else words.set(key, { key, rarity: Math.round(rarity.rarityOf(stem) * RARITY_LEVELS), text, isLoose });
		return key;
	};
	for (const [part, isPhrase] of splitMarks(asked.text)) {
		for (const piece of isPhrase ? [part] : part.split(/\s+/)) {
			const units = findUnits(piece);
			if (units.length > 1) {
				phrases.push({
					text: piece.trim(),
					units: units.map(({ start, end, stem, form }) => ({ key: take(piece.slice(start, end), stem, false), form })),
				});
			} else
				for (const { start, end, stem, form } of units) {
					const key = take(piece.slice(start, end), stem, !isPhrase);
					if (isPhrase) phrases.push({ text: piece.trim(), units: [{ key, form }] });
				}
		}
	}
	const all = [...words.values()];
	if (all.length > MOST_WORDS) {
		throw new UserError(
			"search/too-many-words",
			`a search takes ${MOST_WORDS} words and got ${all.length}; stemma trace looks for a whole text`,
		);
	}
	const least = TELLING * RARITY_LEVELS;
	const isTelling = phrases.length > 0 || all.some((word) => word.isLoose && word.rarity >= least);
	const passedOver = all.filter((word) => word.isLoose && isTelling && word.rarity < least);
	const loose = all.filter((word) => word.isLoose && !passedOver.includes(word));
	const inPhrases = new Set(phrases.flatMap(({ units }) => units.map(({ key }) => key)));
	const query: Query = {
		read: {
			words: loose.map(({ text }) => text),
			phrases: phrases.map(({ text }) => text),
			passedOver: passedOver.map(({ text }) => text),
		},
		words: all
			.filter(({ key }) => inPhrases.has(key) || loose.some((word) => word.key === key))
			.map(({ key, rarity: level }) => ({ key, rarity: level })),
		loose: loose.map(({ key }) => key),
		phrases: phrases.map(({ units }) => units),
		speaker: readName(asked.speaker, "speaker"),
		outlet: readName(asked.outlet, "outlet"),
	};
	const isNarrowed =
		query.speaker !== null || query.outlet !== null || asked.story !== null || asked.relations.length > 0;
	if (query.words.length === 0 && (!isNarrowed || /\S/.test(asked.text))) {
		throw new UserError(
			"search/no-words",
			"a search needs words, a speaker, an outlet, a story or a relation; there is no letter or digit in what was asked for",
		);
	}
	return query;
}

function readName(name: string | null, field: WordField): readonly number[] | null {
	if (name === null) return null;
	const stems = new Set(findUnits(name).map(({ stem }) => stem));
	if (stems.size === 0)
		throw new UserError("search/no-words", `--${field} takes a name and got ${JSON.stringify(name)}`);
	return [...stems].map((stem) => wordKey(field, stem));
}

/** The text in turn outside and inside of double marks; a mark without its partner parts words and no more. */
function* splitMarks(text: string): Generator<readonly [part: string, isPhrase: boolean]> {
	const parts = text.split(/["“”„«»]/u);
	for (const [index, part] of parts.entries()) yield [part, index % 2 === 1 && index < parts.length - 1];
}
