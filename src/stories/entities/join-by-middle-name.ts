import { compareText } from "../../text/compare.ts";
import type { DisjointSets } from "../grouping/disjoint-sets.ts";
import { opensLike } from "./given-names.ts";
import type { Local } from "./local.ts";

/** "Ada Vane" and "Ada R. Vane", unless a third name ("Ada T. Vane") makes it a choice. */
export function joinByMiddleName(locals: readonly Local[], sets: DisjointSets): void {
	const byEnds = new Map<string, { readonly index: number; readonly key: string; readonly middle: string }[]>();
	locals.forEach((local, index) => {
		if (local.entity.type !== "person") return;
		for (const key of local.keys) {
			const parts = key.split(" ");
			if (parts.length < 2 || parts.length > 5) continue;
			const ends = `${parts[0]} ${parts[parts.length - 1]}`;
			const entry = { index, key, middle: parts.slice(1, -1).join(" ") };
			const list = byEnds.get(ends);
			if (list) list.push(entry);
			else byEnds.set(ends, [entry]);
		}
	});
	for (const [ends, list] of [...byEnds].sort(([x], [y]) => compareText(x, y))) {
		const middles = [...new Set(list.map(({ middle }) => middle))].filter((middle) => middle !== "").sort(compareText);
		// Every longer middle must open like the shorter one: "R" and "Rose" agree, "R" and "T" do not.
		const longest = middles.reduce((best, middle) => (middle.length > best.length ? middle : best), "");
		if (!middles.every((middle) => opensLike(longest, middle))) continue;
		const first = list[0];
		for (const { index, key } of list.slice(1)) {
			if (first) sets.join(first.index, index, `"${key}" is "${ends}" with a middle name`);
		}
	}
}
