import { isVerbal } from "./content-end.ts";
import { sourceBefore } from "./source-before.ts";
import type { Item } from "./units.ts";
import { isPreposition, isSubjectPronoun, type Range, verbGroupStart } from "./word-classes.ts";

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

/**
 * The subject of the clause that a verb goes on from, when that clause begins after a comma: "When Vane called, Pike
 * laughed and said" goes on from Pike's. Null where the words since `floor` have no such clause.
 *
 * @param limit where "and" or "but" stands before the verb
 */
export function ownSubject(items: readonly Item[], floor: number, limit: number): Range | null {
	for (let i = limit - 1; i > floor; i--) {
		if (items[i]?.kind === "marked") return null;
		if (!isVerbal(items, i)) continue;
		const source = sourceBefore(items, verbGroupStart(items, i), floor);
		const [head, last] = [items[source?.first ?? -1], items[(source?.end ?? 0) - 1]];
		if (!source || !head || !last || items[source.first - 1]?.norm !== ",") continue;
		if (head.capital || isSubjectPronoun(last)) return source;
	}
	return null;
}
