import { existsSync, readFileSync } from "node:fs";
import type { AnalysisData, TaggerModel } from "../pipeline.ts";
import { readTaggerWeights } from "../quotations/tagger/weights-file.ts";
import { parseTermRarity, type TermRarity } from "../stories/grouping/term-rarity.ts";
import { sha256Hex } from "../text/hash.ts";

/**
 * The data shipped with the program: the table of term rarities and the weights of the quotation tagger. They lie
 * beside the code, in folders named `data` in `src` and, copied by scripts/copy-data.mjs, in `dist`. Weights that are
 * not there are done without.
 */
export function loadAnalysisData(): AnalysisData {
	const { rarity, sha256 } = readTermRarity();
	return { rarity, tagger: loadTagger(), sources: [{ name: "term-rarity", sha256 }] };
}

/** The table of term rarities alone: a search needs no more. */
export function loadTermRarity(): TermRarity {
	return readTermRarity().rarity;
}

let table: { readonly rarity: TermRarity; readonly sha256: string } | undefined;

/** Read once, as it never changes. */
function readTermRarity(): { readonly rarity: TermRarity; readonly sha256: string } {
	if (table !== undefined) return table;
	const bytes = readFileSync(new URL("../stories/data/term-rarity.txt", import.meta.url));
	table = { rarity: parseTermRarity(bytes.toString("utf8")), sha256: sha256Hex(bytes) };
	return table;
}

let tagger: TaggerModel | null | undefined;

/** Read once: the table is a few megabytes and never changes. */
function loadTagger(): TaggerModel | null {
	if (tagger !== undefined) return tagger;
	const path = new URL("../quotations/data/tagger.bin", import.meta.url);
	if (existsSync(path)) {
		const bytes = new Uint8Array(readFileSync(path));
		tagger = { name: "quotation-tagger", sha256: sha256Hex(bytes), weights: readTaggerWeights(bytes) };
	} else tagger = null;
	return tagger;
}
