import { stemOf } from "../../text/stem.ts";
import { SENSE_GROUPS } from "./data/sense-groups.ts";

/**
 * The senses that two translations or a paraphrase may share without sharing a word. Looser than `synonyms.ts`: sharing
 * one is worth less than sharing a word, and nothing is told equal by it.
 */
const SENSES: ReadonlyMap<string, readonly number[]> = (() => {
	const senses = new Map<string, number[]>();
	for (const [at, line] of SENSE_GROUPS.trim().split("\n").entries()) {
		for (const stem of new Set(line.split(" ").map(stemOf))) {
			const own = senses.get(stem);
			if (own) own.push(at);
			else senses.set(stem, [at]);
		}
	}
	return senses;
})();

/** The groups that a stem stands in; none for most stems. */
export function sensesOf(stem: string): readonly number[] {
	return SENSES.get(stem) ?? [];
}
