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
	const fullNames = findFullNames(byId.values());
	const known = [...new Set(speakers)]
		.flatMap((id) => byId.get(id) ?? [])
		.map((entity) => ({ entity, dressed: isDressed(entity, fullNames) }))
		.sort(
			(a, b) =>
				Number(a.dressed) - Number(b.dressed) ||
				b.entity.mentions.length - a.entity.mentions.length ||
				compareText(a.entity.id, b.entity.id),
		)
		.map(({ entity }) => entity);
	const families = findFamilies(byId.values(), fullNames);
	const byWord = new Map<string, Entity[]>();
	const aliases = new Map<string, string>();
	for (const entity of known) {
		const words = wordsOf(entity);
		const bearer = words.every(({ length }) => length === 1) ? onlyBearer(entity, words, families) : null;
		if (bearer !== null) {
			aliases.set(entity.id, aliases.get(bearer) ?? bearer);
			continue;
		}
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

const MAY_BE_PERSONS: ReadonlySet<string> = new Set(["person", "unknown"]);

function findFullNames(entities: Iterable<Entity>): ReadonlySet<string> {
	const names = new Set<string>();
	for (const entity of entities)
		if (entity.type === "person") for (const name of wordsOf(entity)) if (name.length > 1) names.add(name.join(" "));
	return names;
}

/** Whether a person's name has more before it than the name that another goes by: "Gran Orla Vane". */
function isDressed(entity: Entity, fullNames: ReadonlySet<string>): boolean {
	if (!MAY_BE_PERSONS.has(entity.type)) return false;
	const full = wordsOf(entity).filter(({ length }) => length > 1);
	return (
		full.length > 0 && full.every((name) => name.some((_, at) => at > 0 && fullNames.has(name.slice(at).join(" "))))
	);
}

/** The persons of the set with a full name, by family name: the one who bears it alone, null where several do. */
function findFamilies(entities: Iterable<Entity>, fullNames: ReadonlySet<string>): ReadonlyMap<string, Entity | null> {
	const families = new Map<string, Entity | null>();
	for (const entity of entities) {
		if (entity.type !== "person" || isDressed(entity, fullNames)) continue;
		const own = new Set(wordsOf(entity).flatMap((name) => (name.length > 1 ? (name[name.length - 1] ?? []) : [])));
		for (const family of own) families.set(family, families.has(family) ? null : entity);
	}
	return families;
}

/** "General Vane" in a report that has no first name is Orla Vane, where the set has one Vane. */
function onlyBearer(
	{ id, type }: Entity,
	words: readonly (readonly string[])[],
	families: ReadonlyMap<string, Entity | null>,
): string | null {
	if (type !== "person") return null;
	const bearers = new Set(words.flatMap((name) => families.get(name[0] ?? "") ?? []));
	const [only] = bearers;
	return only && bearers.size === 1 && only.id !== id ? only.id : null;
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
	const types = [a.type, b.type];
	// "Heroine Orla Vane" may be anything by itself.
	if (types.includes("person") && types.every((type) => MAY_BE_PERSONS.has(type)))
		if (wordsOf(a).some((one) => wordsOf(b).some((other) => endsName(one, other)))) return true;
	if (types.every((type) => type === "person")) {
		const [own, its] = [roles.get(a.id), roles.get(b.id)];
		const called = own !== undefined && its !== undefined && [...own].some((role) => its.has(role));
		return called && wordsOf(a).some((one) => wordsOf(b).some((other) => isOneName(one, other)));
	}
	if (!BODIES.has(a.type) || !BODIES.has(b.type)) return false;
	return wordsOf(a).some((one) => wordsOf(b).some((other) => opensName(one, other)));
}

const BODIES: ReadonlySet<string> = new Set(["organisation", "unknown"]);

/** "Gran Orla Vane" and "Orla Vane": what stands before a full name is no other name. */
function endsName(a: readonly string[], b: readonly string[]): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	return short.length >= 2 && short.every((word, at) => word === long[long.length - short.length + at]);
}

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
