import { surnameOf } from "./fold-name.ts";
import { isLone, type Local } from "./local.ts";

/**
 * Persons known by a surname alone whom their article tells from somebody of that surname. Caught: "police
 * chief Kell, no relation" beside "Ada Kell". Not caught: "Kell" beside "Ada Kell" and "Ivo Kell", who is one
 * of the two. By story and surname, the indexes.
 */
export function findStrangers(locals: readonly Local[]): ReadonlyMap<string, ReadonlySet<number>> {
	const bearers = new Map<string, number>();
	for (const { entity, article, keys } of locals) {
		if (entity.type !== "person") continue;
		for (const surname of new Set(keys.map(surnameOf))) {
			const known = `${article}\t${surname}`;
			bearers.set(known, (bearers.get(known) ?? 0) + 1);
		}
	}
	const strangers = new Map<string, Set<number>>();
	locals.forEach((local, index) => {
		if (!isLone(local) || local.entity.type !== "person" || local.entity.roles.length === 0) return;
		const [key = ""] = local.keys;
		if (bearers.get(`${local.article}\t${key}`) !== 1) return;
		const known = `${local.scope}\t${key}`;
		strangers.set(known, (strangers.get(known) ?? new Set()).add(index));
	});
	return strangers;
}
