import type { LocalEntity } from "../../model/annotation.ts";
import type { DisjointSets } from "../grouping/disjoint-sets.ts";
import { KIN, type Local } from "./local.ts";

/** A name that one report of a story joins to another ("Kell, also known as Kestrel") and that stands alone in the next. */
export function joinByAlias(locals: readonly Local[], sets: DisjointSets): void {
	const owners = new Map<string, Set<number>>();
	locals.forEach(({ aliases, scope }, index) => {
		for (const alias of aliases) {
			const known = `${scope}\t${alias}`;
			owners.set(known, (owners.get(known) ?? new Set()).add(index));
		}
	});
	locals.forEach((local, index) => {
		for (const key of local.keys) {
			const sharing = owners.get(`${local.scope}\t${key}`);
			if (!sharing || sharing.has(index)) continue;
			const [owner, ...others] = [...new Set([...sharing].map((one) => sets.find(one)))];
			if (owner === undefined || others.length > 0 || owner === sets.find(index)) continue;
			const [one, other] = [locals[owner]?.entity, local.entity];
			if (!one || !mayBeOne(one, other)) continue;
			sets.join(owner, index, `"${other.name}" is what a report of the story calls "${one.name}" as well`);
		}
	});
}

function mayBeOne(one: LocalEntity, other: LocalEntity): boolean {
	return one.type === "unknown" || other.type === "unknown" || KIN[one.type] === KIN[other.type];
}
