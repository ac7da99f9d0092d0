import { isVerbal } from "./content-end.ts";
import { sourceBefore } from "./source-before.ts";
import type { Item } from "./units.ts";
import { isPreposition, type Range, verbGroupStart } from "./word-classes.ts";

/** The subject of the clause before `limit`, for a participle or a second verb that goes on from it. */
export function subjectOf(items: readonly Item[], limit: number): Range | null {
	for (let i = 1; i < limit; i++) {
		const item = items[i];
		if (!item || item.kind === "marked") return null;
		if (!isVerbal(items, i)) continue;
		const source = sourceBefore(items, verbGroupStart(items, i), 0);
		const head = source ? items[source.first] : undefined;
		// "Tuesday at the hall: …" has no subject.
		if (source && head && !isPreposition(head) && !/day$/.test(head.norm)) return source;
	}
	return null;
}
