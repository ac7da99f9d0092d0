import type { Reading } from "../shapes.ts";
import { typeOf } from "./evidence.ts";
import { type Group, makeGroup, mergeWeights } from "./groups.ts";
import { type Naming, naming } from "./naming.ts";
import { knownHere } from "./peoples.ts";

/**
 * The places that a dateline names, which stands outside the text's words. Caught: "TALVESH" and "Dorvania" of
 * "TALVESH, Dorvania, May 14 (Tarn Press) –". Not caught: "Tenn." and other shortened states of no list, nor
 * a person of the text whose surname the place is.
 */
export function nameDateline(reading: Reading, groups: Group[]): void {
	const { dateline } = reading.article;
	const { place, span } = dateline ?? {};
	if (!place || !span) return;
	const whole = knownHere(reading, place);
	for (const part of whole ? [place] : place.split(/[,/]/)) {
		const exact = part.trim();
		const start = reading.text.indexOf(exact, span.start);
		if (exact === "" || start < 0 || start + exact.length > span.end || !/^\p{Lu}/u.test(exact)) continue;
		if (groups.some(({ namings }) => namings.some((name) => name.start < start + exact.length && start < name.end)))
			continue;
		const known = knownHere(reading, exact) ?? knownHere(reading, calmPlace(exact));
		if (known?.demonym || (known === null && /\.$|^(?:at|on|aboard|in)\b/i.test(exact))) continue;
		// Its tokens are none of the text's.
		const name = naming(-1, -1, start, exact, known, null, true);
		const group = placeOf(groups, name) ?? makeGroup(known);
		if (group.namings.length === 0) groups.push(group);
		group.namings.push(name);
		mergeWeights(group.weights, { [known?.type ?? "place"]: 5 });
		group.reasons.set(exact, `the dateline gives “${exact}” as where the report is from`);
	}
}

/** The group of a place of that name. */
function placeOf(groups: readonly Group[], { key, known }: Naming): Group | undefined {
	return groups.find((group) => {
		if (known !== null && group.known?.usual === known.usual) return true;
		if (/^(?:person|agency|outlet|document|event)$/.test(typeOf(group.weights))) return false;
		return group.namings.some((name) => name.key === key && name.title === null);
	});
}

/** "ORVE CITY" as "Orve City". */
export function calmPlace(exact: string): string {
	if (/[\p{Ll}.]/u.test(exact) || exact.length < 4) return exact;
	return exact.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}
