import type { Item } from "./units.ts";
import type { Range } from "./word-classes.ts";

/** Nouns of what tells without speaking. */
const TELLING =
	/^(?:reports?|stud(?:y|ies)|surveys?|polls?|statements?|documents?|letters?|accounts?|figures|data|records?|findings|estimates|assessments?|analys[ie]s|articles?)$/;

/**
 * What tells, named between two places and described up to the second: "reports, some of them Ormish" of
 * `clash with reports, some of them Ormish, indicating that …`. Null where nothing does.
 *
 * @param floor first item that may belong to it
 * @param end item behind its last one, but for a comma
 */
export function tellingBefore(items: readonly Item[], floor: number, end: number): Range | null {
	const last = items[end - 1]?.norm === "," ? end - 1 : end;
	for (let i = last - 1; i >= Math.max(floor, last - LONGEST); i--) {
		const item = items[i];
		if (!item || item.kind === "marked") return null;
		if (item.kind !== "word" || !TELLING.test(item.norm)) continue;
		let first = i;
		while (first > floor && isModifier(items[first - 1])) first--;
		return { first, end: last };
	}
	return null;
}

/** Items from the noun to the end of what describes it. */
const LONGEST = 25;

function isModifier(item: Item | undefined): boolean {
	return (
		item?.kind === "word" &&
		(item.capital ||
			/^(?:the|an?|some|several|many|recent|new|earlier|other|leaked|official|unconfirmed)$/.test(item.norm))
	);
}
