import { has, normAt, type Reading, Shape } from "../shapes.ts";
import { addNaming, type Group, makeGroup } from "./groups.ts";
import type { Naming } from "./naming.ts";

/**
 * One word that carries titles of two people. Caught: "Queen Ada" and "Princess Ada", "Mr. Pell" and "Mrs.
 * Pell", each with the bare name apart. Not caught: "Dr. Pell" and "Mr. Pell", "Sheikh Kell" and "Emir Kell".
 */
export function splitByTitle(reading: Reading, group: Group): readonly Group[] {
	if (group.known !== null || group.namings.some(({ words }) => words.length > 1)) return [group];
	const titles = group.namings.map((name) => (name.title === null ? "" : titleOf(reading, name)));
	const kinds = new Set(titles);
	kinds.delete("");
	const ranks = [...kinds].filter((kind) => kind !== "he" && kind !== "she");
	if (ranks.length < 2 && !(kinds.has("he") && kinds.has("she"))) return [group];
	const parts = new Map<string, Group>();
	for (const [at, name] of group.namings.entries()) {
		const kind = titles[at] ?? "";
		const part = parts.get(kind) ?? makeGroup(null);
		part.rivalled = kind === "he" || kind === "she";
		addNaming(reading, part, name);
		parts.set(kind, part);
	}
	return [...parts.values()];
}

/** Ranks of which a person has one. */
const RANKS: ReadonlySet<string> = new Set(
	"king queen prince princess emperor empress duke duchess pope saint".split(" "),
);

/** The rank, else what the form of address tells; empty when neither tells one from another. */
function titleOf(reading: Reading, { title, first }: Naming): string {
	const before = normAt(reading, first - 1);
	if (RANKS.has(before)) return before;
	if (/^(?:sheikh|shaikh)$/.test(before) && has(reading, first - 1, Shape.capital)) return "sheikh";
	return title?.pronoun ?? "";
}
