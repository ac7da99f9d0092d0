import { soundOf } from "../../language/names/spelling.ts";
import type { DisjointSets } from "../grouping/disjoint-sets.ts";
import { surnameOf } from "./fold-name.ts";
import { isLone, type Local } from "./local.ts";
import { findStrangers } from "./strangers.ts";

/** Sounds of a surname alone that are enough to tell it. */
const LONG_WORD = 6;

/** Lone surnames: joined when one full-named person of the story bears it; the candidates otherwise. */
export function joinBySurname(locals: readonly Local[], sets: DisjointSets): Map<number, readonly number[]> {
	const bearers = new Map<string, Set<number>>();
	const bySound = new Map<string, Set<number>>();
	locals.forEach((local, index) => {
		if (local.entity.type !== "person") return;
		for (const key of local.keys) {
			const surname = surnameOf(key);
			if (surname === "") continue;
			const known = `${local.scope}\t${surname}`;
			const set = bearers.get(known) ?? new Set<number>();
			bearers.set(known, set.add(index));
			const sounding = `${local.scope}\t${soundOf([surname])}`;
			bySound.set(sounding, (bySound.get(sounding) ?? new Set<number>()).add(index));
		}
	});
	const strangers = findStrangers(locals);
	const doubts = new Map<number, readonly number[]>();
	locals.forEach((local, index) => {
		if (!isLone(local) || (local.entity.type !== "person" && local.entity.type !== "unknown")) return;
		const surname = local.keys[0] ?? "";
		if (strangers.get(`${local.scope}\t${surname}`)?.has(index)) return;
		const sound = soundOf([surname]);
		const spelt = bearers.get(`${local.scope}\t${surname}`);
		const heard = sound.length >= LONG_WORD ? bySound.get(`${local.scope}\t${sound}`) : undefined;
		const named = [...(spelt ?? heard ?? [])];
		const persons = [
			...new Set([...named, ...(strangers.get(`${local.scope}\t${surname}`) ?? [])].map((one) => sets.find(one))),
		];
		const person = persons[0];
		if (persons.length === 1 && person !== undefined && local.entity.type === "person") {
			const name = locals[person]?.entity.name ?? "";
			sets.join(person, index, `"${local.entity.name}": "${name}" is the only person of that surname in the story`);
		} else if (persons.length > 1) doubts.set(index, persons);
	});
	return doubts;
}
