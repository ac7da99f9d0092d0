import { compareText } from "../../text/compare.ts";
import type { DisjointSets } from "../grouping/disjoint-sets.ts";
import { foldName, surnameOf } from "./fold-name.ts";
import { opensLike } from "./given-names.ts";
import type { Local } from "./local.ts";

/** "J. R. Vane" goes with "Julia Rose Vane" when nobody else of the story has the surname and that initial. */
export function joinByInitials(locals: readonly Local[], sets: DisjointSets): void {
	const bySurname = new Map<string, { readonly index: number; readonly given: string }[]>();
	locals.forEach(({ entity, scope }, index) => {
		if (entity.type !== "person") return;
		const key = foldName(entity.name);
		const surname = surnameOf(key);
		if (surname === "") return;
		const known = `${scope}\t${surname}`;
		const entry = { index, given: key.slice(0, key.lastIndexOf(` ${surname}`)) };
		const list = bySurname.get(known);
		if (list) list.push(entry);
		else bySurname.set(known, [entry]);
	});
	for (const [, list] of [...bySurname].sort(([x], [y]) => compareText(x, y))) {
		for (const { index, given } of list) {
			if (!/^\p{L}(?: \p{L})*$/u.test(given)) continue;
			const fitting = list.filter(
				(other) => other.given.startsWith(given.charAt(0)) && other.given.length > given.length,
			);
			// Its own article has both and tells them apart.
			if (fitting.some((other) => locals[other.index]?.article === locals[index]?.article)) continue;
			const [person, ...others] = [...new Set(fitting.map((other) => sets.find(other.index)))];
			if (person === undefined || others.length > 0 || person === sets.find(index)) continue;
			if (!fitting.every((other) => opensLike(other.given, given))) continue;
			const [full, short] = [locals[person]?.entity.name ?? "", locals[index]?.entity.name ?? ""];
			sets.join(person, index, `"${short}" has the initials of "${full}", the only such person of the story`);
		}
	}
}
