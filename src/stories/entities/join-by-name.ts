import { compareText } from "../../text/compare.ts";
import type { DisjointSets } from "../grouping/disjoint-sets.ts";
import { surnameOf } from "./fold-name.ts";
import { isLone, KIN, type Local } from "./local.ts";
import { findStrangers } from "./strangers.ts";

export function joinByName(locals: readonly Local[], sets: DisjointSets): void {
	const surnames = new Set(
		locals.flatMap(({ entity, keys }) => (entity.type === "person" ? keys.map(surnameOf).filter(Boolean) : [])),
	);
	const strangers = findStrangers(locals);
	const byKey = new Map<string, number[]>();
	locals.forEach((local, index) => {
		const lone = isLone(local);
		for (const key of local.keys) {
			const single = !key.includes(" ");
			// "Vane" inside "Ada Vane" is no full name; a lone one-word name is kept to its story.
			if (single && local.entity.type === "person" && !lone && !key.startsWith("=")) continue;
			// So is a one-word name of unknown type that is some person's surname.
			const personal = local.entity.type === "person" || (local.entity.type === "unknown" && surnames.has(key));
			// Two letters that no list has may be anything elsewhere.
			const scope = (single && personal) || /^\p{L}{2}$/u.test(key) ? local.scope : "";
			const known = `${key.startsWith("=given:") ? "" : scope}\t${key}`;
			const list = byKey.get(known);
			if (list) list.push(index);
			else byKey.set(known, [index]);
		}
	});
	for (const [known, list] of [...byKey].sort(([x], [y]) => compareText(x, y))) {
		const key = known.slice(known.indexOf("\t") + 1);
		const kin = new Set(list.map((index) => KIN[locals[index]?.entity.type ?? "unknown"]));
		kin.delete("unknown");
		const firstOf = new Map<string, number>();
		// "Queen Ada" and "Princess Ada" of one article: "Ada" alone tells nobody.
		if (!key.includes(" ") && !key.startsWith("=") && isOfTwoPersons(locals, list)) continue;
		if (strangers.has(known)) continue;
		for (const index of list) {
			const own = KIN[locals[index]?.entity.type ?? "unknown"];
			// A name of unknown type goes with the one type the others give it, with none when they differ.
			const type = own === "unknown" && kin.size === 1 ? ([...kin][0] ?? own) : own;
			const first = firstOf.get(type);
			if (first === undefined) firstOf.set(type, index);
			else sets.join(first, index, sharedReason(key));
		}
	}
}

/** Whether one article has two persons under a key. */
function isOfTwoPersons(locals: readonly Local[], list: readonly number[]): boolean {
	const articles = new Set<string>();
	for (const index of list) {
		const local = locals[index];
		if (local?.entity.type !== "person") continue;
		if (articles.has(local.article)) return true;
		articles.add(local.article);
	}
	return false;
}

/** Why two are joined that share a key. */
function sharedReason(key: string): string {
	const [, list, name] = /^=(\w+):(.*)$/.exec(key) ?? [];
	if (name === undefined) return `both are named "${key}"`;
	return list === "given"
		? `your names file gives both as names of "${name}"`
		: `the lists give both as names of "${name}"`;
}
