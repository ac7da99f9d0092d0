import type { DisjointSets } from "../grouping/disjoint-sets.ts";
import type { Local } from "./local.ts";

/** An acronym alone goes with the one entity of the set that it is given as short for. */
export function joinByAcronym(locals: readonly Local[], sets: DisjointSets): void {
	const expanded = new Map<string, number[]>();
	locals.forEach((local, index) => {
		for (const acronym of local.acronyms) {
			if (local.keys.some((key) => key !== acronym)) {
				const list = expanded.get(acronym);
				if (list) list.push(index);
				else expanded.set(acronym, [index]);
			}
		}
	});
	locals.forEach((local, index) => {
		if (local.keys.length !== 1 || local.entity.type === "person") return;
		const acronym = local.keys[0] ?? "";
		// Two letters stand for too much to be told outside their story.
		const near = (expanded.get(acronym) ?? []).filter(
			(owner) => acronym.length > 2 || locals[owner]?.scope === local.scope,
		);
		const owners = [...new Set(near.map((owner) => sets.find(owner)))];
		const owner = owners[0];
		if (owners.length !== 1 || owner === undefined || owner === sets.find(index)) return;
		const name = locals[owner]?.entity.name ?? "";
		sets.join(owner, index, `"${local.entity.name}" is given as short for "${name}"`);
	});
}
