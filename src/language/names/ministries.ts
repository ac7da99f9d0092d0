import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { isDomain } from "./domains.ts";
import { type Naming, naming } from "./naming.ts";

/**
 * Ministries in small letters behind their state, which speak often. Caught: "Chile's foreign ministry",
 * "the Chilean ministry of health". Not caught: "the ministry", "Vane's ministry", which may be of any state.
 */
export function findMinistries(reading: Reading, namings: readonly Naming[]): Naming[] {
	const found: Naming[] = [];
	for (const owner of namings) {
		if (owner.known?.type !== "state" || has(reading, owner.first, Shape.titled)) continue;
		const sentence = reading.sentenceOf[owner.first];
		const inside = (token: number): boolean => reading.sentenceOf[token] === sentence;
		let at = owner.stop;
		if (normAt(reading, at) === "'s") at++;
		else if (!owner.known.demonym) continue;
		const from = at;
		while (at < from + 4 && inside(at) && isSmallDomain(reading, at)) at++;
		if (!inside(at) || normAt(reading, at) !== "ministry" || has(reading, at, Shape.capital)) continue;
		let end = at + 1;
		// "ministry of health", "ministry of foreign affairs"
		if (inside(end + 1) && normAt(reading, end) === "of" && isSmallDomain(reading, end + 1)) {
			end += 2;
			while (end < at + 6 && inside(end) && isSmallDomain(reading, end)) end++;
			if (normAt(reading, end - 1) === "and") end--;
		}
		const exact = reading.text.slice(owner.start, reading.ends[end - 1]);
		found.push(naming(owner.first, end, owner.start, exact, null, null, false));
	}
	return found;
}

function isSmallDomain(reading: Reading, token: number): boolean {
	const norm = normAt(reading, token);
	return (isDomain(norm) || norm === "and") && !has(reading, token, Shape.capital);
}
