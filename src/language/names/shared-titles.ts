import { normAt, type Reading } from "../shapes.ts";
import { PLURAL_TITLES } from "./data/name-words.ts";
import type { Naming } from "./naming.ts";

/**
 * A title in the plural goes with every name of its list. Caught: "Drs. Quill and Marsh", "Presidents Ana
 * Drell and Teval Eskarne". Not caught: "Dr. Quill and Marsh", "President Drell and Eskarne".
 */
export function shareTitles(reading: Reading, namings: readonly Naming[]): Naming[] {
	const byFirst = new Map(namings.map((name) => [name.first, name] as const));
	const shared = new Map<Naming, Naming>();
	for (const name of namings) {
		if (!name.title || !isPlural(reading, name)) continue;
		for (let at: Naming | undefined = name, more = 0; at && more < 6; more++) {
			const next = nextInList(reading, at, byFirst);
			if (!next || next.title || next.known || next.words.length > 4) break;
			const title = { ...name.title, start: next.start, end: next.start };
			shared.set(next, { ...next, title });
			at = next;
		}
	}
	return shared.size === 0 ? [...namings] : namings.map((name) => shared.get(name) ?? name);
}

function isPlural(reading: Reading, name: Naming): boolean {
	const before = normAt(reading, name.first - 1);
	return PLURAL_TITLES.has(before === "." ? normAt(reading, name.first - 2) : before);
}

/** The naming behind "and" or a comma. */
export function nextInList(reading: Reading, name: Naming, byFirst: ReadonlyMap<number, Naming>): Naming | undefined {
	let at = name.stop;
	if (normAt(reading, at) === ",") at++;
	if (normAt(reading, at) === "and") at++;
	if (at === name.stop || reading.sentenceOf[at] !== reading.sentenceOf[name.first]) return undefined;
	return byFirst.get(at);
}
