import { nameKey } from "../../language/names/gazetteer.ts";
import { isNickname, soundOf } from "../../language/names/spelling.ts";
import { compareText } from "../../text/compare.ts";
import type { DisjointSets } from "../grouping/disjoint-sets.ts";
import { foldName } from "./fold-name.ts";
import type { Local } from "./local.ts";
import { contradict } from "./roles.ts";

/**
 * "Teval Eskarne" goes with "Teval Iskarne", "Bill Quill" with "William Quill", "Orsolt Benna" with "Benna
 * Orsolt": people of one story whose full names are two writings of one, and whom no article names both. Not
 * when one is a driver and the other a judge.
 */
export function joinBySpelling(locals: readonly Local[], sets: DisjointSets): void {
	const ways: readonly (readonly [string, (words: readonly string[]) => string, (a: string, b: string) => boolean])[] =
		[
			["spelt otherwise", soundOf, () => true],
			["with the family name in the other place", (words) => [...words].sort(compareText).join(" "), () => true],
			[
				"with the given name in its short form",
				(words) => words.at(-1) ?? "",
				(a, b) => isNickname(a.split(" ")[0] ?? "", b.split(" ")[0] ?? ""),
			],
		];
	for (const [how, keyOfWay, fits] of ways) {
		const byWay = new Map<string, number[]>();
		locals.forEach((local, index) => {
			if (local.entity.type !== "person") return;
			const key = foldName(local.entity.name);
			if (!key.includes(" ")) return;
			// "Shafi'i" is one word to the ear.
			const words = keyOfWay === soundOf ? nameKey(local.entity.name).split(" ") : key.split(" ");
			const known = `${local.scope}\t${keyOfWay(words)}`;
			const list = byWay.get(known);
			if (list) list.push(index);
			else byWay.set(known, [index]);
		});
		for (const [, list] of [...byWay].sort(([x], [y]) => compareText(x, y)))
			joinTwoSpellings(locals, sets, list, how, fits);
	}
}

function joinTwoSpellings(
	locals: readonly Local[],
	sets: DisjointSets,
	list: readonly number[],
	how: string,
	fits: (a: string, b: string) => boolean,
): void {
	const spellings = new Map<string, number[]>();
	for (const index of list) {
		const key = foldName(locals[index]?.entity.name ?? "");
		const group = spellings.get(key);
		if (group) group.push(index);
		else spellings.set(key, [index]);
	}
	const sorted = [...spellings].sort(([x], [y]) => compareText(x, y));
	const [one, ...others] = sorted;
	// A third spelling is fine where all are of one kind; a choice between short forms is not.
	if (!one || others.length === 0 || (others.length > 1 && !others.every(([key]) => fits(one[0], key)))) return;
	const articles = new Set<string>();
	for (const [, members] of sorted) {
		const own = new Set(members.map((index) => locals[index]?.article ?? ""));
		for (const article of own) if (articles.has(article)) return;
		for (const article of own) articles.add(article);
	}
	for (const [key, members] of others) {
		const [first, second] = [one[1][0], members[0]];
		const contrary = contradict(
			one[1].flatMap((index) => locals[index]?.entity.roles ?? []),
			members.flatMap((index) => locals[index]?.entity.roles ?? []),
		);
		if (first !== undefined && second !== undefined && fits(one[0], key) && !contrary)
			sets.join(first, second, `"${key}" is "${one[0]}" ${how}`);
	}
}
