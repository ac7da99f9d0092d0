import { readFileSync } from "node:fs";
import type { AnalysisData } from "../pipeline.ts";
import { parseTermRarity } from "../stories/term-rarity.ts";
import { sha256Hex } from "../text/hash.ts";

/**
 * The data shipped with the program: the table of term rarities. It lies beside the code, as
 * `stories/data/` in `src` and, copied by scripts/copy-data.mjs, in `dist`.
 */
export function loadAnalysisData(): AnalysisData {
	const bytes = readFileSync(new URL("../stories/data/term-rarity.txt", import.meta.url));
	return {
		rarity: parseTermRarity(bytes.toString("utf8")),
		sources: [{ name: "term-rarity", sha256: sha256Hex(bytes) }],
	};
}
