import { isVerbal } from "./content-end.ts";
import { type Range, sourceBefore, verbGroupStart } from "./phrases.ts";
import type { Item } from "./units.ts";

/** The subject of the clause before `limit`, for a participle or a second verb that goes on from it. */
export function subjectOf(items: readonly Item[], limit: number): Range | null {
	for (let i = 1; i < limit; i++) {
		const item = items[i];
		if (!item || item.kind === "marked") return null;
		if (!isVerbal(items, i)) continue;
		const source = sourceBefore(items, verbGroupStart(items, i), 0);
		if (source) return source;
	}
	return null;
}
