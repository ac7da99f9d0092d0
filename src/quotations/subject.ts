import { AUXILIARIES, cueVerb } from "./cues.ts";
import { type Range, sourceBefore, verbGroupStart } from "./phrases.ts";
import type { Item } from "./units.ts";

/** The subject of the unit's first clause, for a participle that goes on from it. */
export function subjectOf(items: readonly Item[], limit: number): Range | null {
	for (let i = 1; i < limit; i++) {
		const item = items[i];
		if (!item || item.kind === "marked") return null;
		const verbal =
			AUXILIARIES.has(item.norm) ||
			(item.kind === "word" && !item.capital && (/[^e]ed$/.test(item.norm) || cueVerb(item.norm) !== null));
		if (!verbal) continue;
		return sourceBefore(items, verbGroupStart(items, i), 0);
	}
	return null;
}
