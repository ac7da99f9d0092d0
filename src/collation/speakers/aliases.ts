import type { Entity } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import { foldAccents } from "../../text/fold.ts";
import { isNear } from "./near-names.ts";
import { isBodyWord } from "./role-words.ts";

/**
 * Speakers that the set holds as two and that are one: "Jelmar Brant" and "Yelmar Brant", both called a spokesman; "Tolva"
 * and "Tolva Lines". Must not join two ministers of one family name, nor a state and its ministry.
 */

/**
 * The entity that each such speaker is taken for, the one that the set mentions most; entities that stand for themselves
 * are left out.
 *
 * @param speakers entity ids, each as often as it speaks
 * @param titles what entities are called, by folded words
 */
export function findAliases(
	speakers: readonly string[],
	byId: ReadonlyMap<string, Entity>,
	titles: readonly { readonly entity: string; readonly roles: ReadonlySet<string> }[],
): ReadonlyMap<string, string> {
	const roles = new Map<string, Set<string>>();
	for (const title of titles) {
		const own = roles.get(title.entity) ?? new Set();
		for (const role of title.roles) own.add(role);
		roles.set(title.entity, own);
	}
	const known = [...new Set(speakers)]
		.flatMap((id) => byId.get(id) ?? [])
		.sort((a, b) => b.mentions.length - a.mentions.length || compareText(a.id, b.id));
	const byWord = new Map<string, Entity[]>();
	const aliases = new Map<string, string>();
	for (const entity of known) {
		const words = wordsOf(entity);
		const near = new Set(words.flatMap((name) => name.flatMap((word) => byWord.get(word) ?? [])));
		const same = [...near].find((other) => areOne(entity, other, roles));
		if (same) {
			aliases.set(entity.id, same.id);
			continue;
		}
		for (const word of new Set(words.flat())) {
			const list = byWord.get(word);
			if (!list) byWord.set(word, [entity]);
			else if (list.length < MOST_BEARERS) list.push(entity);
		}
	}
	return aliases;
}

/** A word that more speakers of a set bear tells nobody. */
const MOST_BEARERS = 50;

function wordsOf({ names }: Entity): string[][] {
	return names.map((name) =>
		foldAccents(name)
			.split(/[^\p{L}\p{Nd}'\u2019&-]+/u)
			.filter((word) => word !== ""),
	);
}

function areOne(a: Entity, b: Entity, roles: ReadonlyMap<string, ReadonlySet<string>>): boolean {
	if (a.type === "person" && b.type === "person") {
		const [own, its] = [roles.get(a.id), roles.get(b.id)];
		const called = own !== undefined && its !== undefined && [...own].some((role) => its.has(role));
		return called && wordsOf(a).some((one) => wordsOf(b).some((other) => isOneName(one, other)));
	}
	if (!BODIES.has(a.type) || !BODIES.has(b.type)) return false;
	return wordsOf(a).some((one) => wordsOf(b).some((other) => opensName(one, other)));
}

const BODIES: ReadonlySet<string> = new Set(["organisation", "unknown"]);

/** One family name, and a given name that is it but for a letter; words before the given name count for nothing. */
function isOneName(a: readonly string[], b: readonly string[]): boolean {
	const family = a[a.length - 1] ?? "";
	const other = b[b.length - 1] ?? "";
	if (a.length < 2 || b.length < 2 || !isNear(family, other)) return false;
	return a.slice(0, -1).some((given) => b.slice(0, -1).some((its) => isNear(given, its)));
}

/** Whether one name opens the other, which goes on without saying what sort of body it is. */
function opensName(a: readonly string[], b: readonly string[]): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	const rest = long.slice(short.length);
	return short.every((word, at) => word === long[at]) && !rest.some((word) => isBodyWord(word) || SMALL.has(word));
}

const SMALL = new Set(["the", "of", "and", "for", "in", "&"]);
