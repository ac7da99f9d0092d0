import type { DisjointSets } from "../grouping/disjoint-sets.ts";
import { foldName } from "./fold-name.ts";
import { KIN, type Local } from "./local.ts";

/**
 * A name of several words that one report of a story takes for a person's and another for a club's is
 * one thing: outside the story it may be two.
 */
export function joinInStory(locals: readonly Local[], sets: DisjointSets): void {
	const byKey = new Map<string, number>();
	locals.forEach(({ entity, scope, owner }, index) => {
		const key = `${owner ?? ""} ${foldName(entity.name)}`.trim();
		if (!key.includes(" ") || !["person", "organisation", "unknown"].includes(KIN[entity.type])) return;
		const first = byKey.get(`${scope}\t${key}`);
		if (first === undefined) byKey.set(`${scope}\t${key}`, index);
		else if (sets.find(first) !== sets.find(index)) sets.join(first, index, `both are named "${key}" in one story`);
	});
}
