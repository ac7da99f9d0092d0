import type { DisjointSets } from "../grouping/disjoint-sets.ts";
import { KIN, type Local } from "./local.ts";

/** Words of a name that its endings are taken from; no name of use is longer. */
const MOST_NAME_WORDS = 8;

/** "River Watch" goes with "Upper Tarn River Watch" when no other organisation of the story ends so. */
export function joinByEnding(locals: readonly Local[], sets: DisjointSets): void {
	const byEnding = new Map<string, Set<number>>();
	locals.forEach((local, index) => {
		if (KIN[local.entity.type] !== "organisation") return;
		for (const key of local.keys) {
			const words = key.split(" ").slice(-MOST_NAME_WORDS);
			for (let from = 1; from <= words.length - 2; from++) {
				const known = `${local.scope}\t${words.slice(from).join(" ")}`;
				byEnding.set(known, (byEnding.get(known) ?? new Set()).add(index));
			}
		}
	});
	locals.forEach((local, index) => {
		if (KIN[local.entity.type] !== "organisation") return;
		for (const key of local.keys) {
			const owners = new Set([...(byEnding.get(`${local.scope}\t${key}`) ?? [])].map((owner) => sets.find(owner)));
			const [owner] = owners;
			if (owners.size !== 1 || owner === undefined || owner === sets.find(index)) continue;
			const name = locals[owner]?.entity.name ?? "";
			sets.join(
				owner,
				index,
				`"${local.entity.name}" is how the only organisation of the story so called, "${name}", ends`,
			);
		}
	});
}
