import type { UserNames } from "../../language/names/user-names.ts";
import type { EntityType } from "../../model/annotation.ts";
import type { Entity, EntityMention } from "../../model/record.ts";
import { comparePlaces, compareText } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import type { DisjointSets } from "../grouping/disjoint-sets.ts";
import { foldName } from "./fold-name.ts";
import type { Local } from "./local.ts";
import { findTies } from "./ties.ts";

/** The entities of a set. */
export interface JoinedEntities {
	/** Sorted by name, type, id. */
	readonly entities: readonly Entity[];
	/** Local entity id to entity id. */
	readonly entityOf: ReadonlyMap<string, string>;
}

/** Which type a joined entity shows when its parts differ: the more telling first. */
const TELLING: readonly EntityType[] = [
	"agency",
	"outlet",
	"organisation",
	"person",
	"state",
	"place",
	"document",
	"event",
	"unknown",
];

/**
 * The joined entities as the record shows them.
 *
 * @param doubts for a lone surname the persons that it may name
 */
export function describeEntities(
	locals: readonly Local[],
	sets: DisjointSets,
	doubts: ReadonlyMap<number, readonly number[]>,
	given: UserNames,
): JoinedEntities {
	const drafts = sets.groups().map((members) => {
		const name = chooseName(members.map((member) => locals[member]));
		const types = new Set(members.map((member) => locals[member]?.entity.type ?? "unknown"));
		const type = TELLING.find((candidate) => types.has(candidate)) ?? "unknown";
		const first = members.map((member) => locals[member]?.entity.id ?? "").sort(compareText)[0];
		return { members, name, type, key: foldName(name), first: first ?? "" };
	});
	drafts.sort((x, y) => compareText(x.type, y.type) || compareText(x.key, y.key) || compareText(x.first, y.first));
	const idOfMember = new Map<number, string>();
	const ids = drafts.map((draft, index) => {
		const previous = drafts[index - 1];
		const collides = previous?.type === draft.type && previous.key === draft.key;
		const id = collides
			? makeId("entity", draft.type, draft.key, draft.first)
			: makeId("entity", draft.type, draft.key);
		for (const member of draft.members) idOfMember.set(member, id);
		return id;
	});
	const memberOf = new Map(locals.map(({ entity }, index) => [entity.id, index] as const));
	const ties = findTies(
		drafts.map(({ name, type, members }) => ({ name, type, names: namesOf(locals, members) })),
		given,
	);
	const entities = drafts.map(({ members, name, type }, index): Entity => {
		const names = new Set(members.flatMap((member) => locals[member]?.entity.names ?? []));
		names.delete(name);
		const mentions = members.flatMap((member): EntityMention[] => {
			const local = locals[member];
			return local ? local.entity.mentions.map((mention) => ({ ...mention, article: local.article })) : [];
		});
		const related = new Map<string, { entity: string; kind: string }>();
		for (const member of members) {
			for (const candidate of doubts.get(member) ?? []) {
				const entity = idOfMember.get(candidate) ?? "";
				related.set(entity, { entity, kind: "may-be" });
			}
		}
		for (const member of members) {
			const body = memberOf.get(locals[member]?.partOf ?? "");
			const entity = body === undefined ? undefined : idOfMember.get(body);
			if (entity !== undefined && entity !== ids[index] && !related.has(entity))
				related.set(entity, { entity, kind: "branch-of" });
		}
		for (const [other, kind] of ties.get(index) ?? []) {
			const entity = ids[other] ?? "";
			if (entity !== ids[index] && !related.has(entity)) related.set(entity, { entity, kind });
		}
		return {
			id: ids[index] ?? "",
			name,
			type,
			names: [name, ...[...names].sort(compareText)],
			reasons: [
				...new Set(members.flatMap((member) => [...(locals[member]?.entity.reasons ?? []), ...sets.reasonsOf(member)])),
			].sort(compareText),
			related: [...related.values()].sort((x, y) => compareText(x.entity, y.entity)),
			mentions: mentions.sort(comparePlaces),
		};
	});
	const entityOf = new Map<string, string>();
	locals.forEach(({ entity }, index) => {
		entityOf.set(entity.id, idOfMember.get(index) ?? "");
	});
	entities.sort((x, y) => compareText(x.name, y.name) || compareText(x.type, y.type) || compareText(x.id, y.id));
	return { entities, entityOf };
}

function namesOf(locals: readonly Local[], members: readonly number[]): string[] {
	return [...new Set(members.flatMap((member) => locals[member]?.entity.names ?? []))].sort(compareText);
}

/** The name that most articles give as theirs; of equals the one with more words, then by code unit. */
function chooseName(locals: readonly (Local | undefined)[]): string {
	const counts = new Map<string, number>();
	for (const local of locals) if (local) counts.set(local.entity.name, (counts.get(local.entity.name) ?? 0) + 1);
	// A person's full name is shown even where most articles get by with the surname.
	const full = [...counts].filter(
		([name]) => name.includes(" ") && locals.some((local) => local?.entity.type === "person"),
	);
	const [best] = (full.length > 0 ? full : [...counts]).sort(
		([x, m], [y, n]) => n - m || y.split(" ").length - x.split(" ").length || compareText(x, y),
	);
	return best?.[0] ?? "";
}
