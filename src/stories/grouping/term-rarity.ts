/**
 * How rare a term is in news text at large, frozen and shipped: the same number on every machine and
 * for every set of reports, so that the weight between two articles depends on those two alone.
 *
 * A term is the stem (see text/stem.ts) of a folded word, or a number as written.
 */
export interface TermRarity {
	/** 0 (in about every report) to 1 (never seen, or in a single report). */
	readonly rarityOf: (term: string) => number;
}

/** Steps between 0 and 1 in the table: enough to order terms, few enough to share lines. */
export const RARITY_LEVELS = 64;

/**
 * Reads the shipped table: comment lines start with `#`; every other line is a level (an integer from
 * 0 to 64), a tab, and the terms of that level parted by spaces. Terms not in the table have rarity 1.
 *
 * @throws Error when a line has another shape: the file is part of the program
 */
export function parseTermRarity(table: string): TermRarity {
	const levels = new Map<string, number>();
	for (const line of table.split("\n")) {
		if (line === "" || line.startsWith("#")) continue;
		const tab = line.indexOf("\t");
		const level = Number(line.slice(0, tab));
		if (tab < 1 || !Number.isInteger(level) || level < 0 || level > RARITY_LEVELS) {
			throw new Error(`term rarity table: not a level and its terms: ${line.slice(0, 60)}`);
		}
		for (const term of line.slice(tab + 1).split(" ")) levels.set(term, level / RARITY_LEVELS);
	}
	return { rarityOf: (term) => levels.get(term) ?? 1 };
}
