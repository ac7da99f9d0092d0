import type { Entity, Fact } from "../../model/record.ts";
import { foldCase } from "../../text/fold.ts";
import { groupBy } from "./group-by.ts";
import { orderArticles, type RecordIndex } from "./record-index.ts";

/** Somebody or something that several reports name. */
export interface Named {
	readonly fact: Fact;
	/** Names that differ, each with who uses it; one alone where they differ in nothing that tells anything. */
	readonly forms: readonly { readonly text: string; readonly articles: readonly string[] }[];
	/** Who somebody is, as reports put it that agree in it; null where none does or they differ. */
	readonly role: string | null;
}

/**
 * What plain names come to: "Ukrainian" beside "Ukraine", "U.S." beside "US" and "Vane" beside "Oda Vane" are no
 * variants; "Shanghai Cooperation Organization" beside "SCO" are. Those with variants first, else in the record's order.
 *
 * @param names facts of names that agree or can be one name's
 * @param roles facts that say alike who somebody is
 */
export function listNamed(index: RecordIndex, names: readonly Fact[], roles: readonly Fact[]): Named[] {
	const roleOf = new Map(roles.map((fact) => [ROLE.exec(fact.statement)?.[1] ?? "", fullest(fact)]));
	const all = names.map((fact): Named => {
		const name = NAME.exec(fact.statement)?.[1] ?? fact.statement;
		const varied = fact.relation === "compatible" ? listForms(index, fact) : [];
		const whole = {
			text: name,
			articles: orderArticles(
				index,
				fact.states.map(({ article }) => article),
			),
		};
		return { fact, forms: varied.length > 1 ? varied : [whole], role: roleOf.get(name) ?? null };
	});
	return [...all.filter(({ forms }) => forms.length > 1), ...all.filter(({ forms }) => forms.length === 1)];
}

const NAME = /^(.+) is named$/;
const ROLE = /^who (.+) is$/;

/** Whether a fact says who somebody is. */
export function isRole({ type, statement }: Fact): boolean {
	return type === "clause" && ROLE.test(statement);
}

/** Forms of a name with who uses each; none where they are one name but for dots, or a people's beside their state's. */
function listForms(index: RecordIndex, { states }: Fact): Named["forms"][number][] {
	const proper = states.filter((state) => !isDemonym(index, state));
	if (new Set(proper.map(({ value }) => foldName(value))).size < 2) return [];
	return [...groupBy(states, ({ value }) => value)].map(([text, same]) => ({
		text,
		articles: orderArticles(
			index,
			same.map(({ article }) => article),
		),
	}));
}

function isDemonym(index: RecordIndex, { article, spans }: Fact["states"][number]): boolean {
	const start = spans[0]?.start;
	return start !== undefined && demonymsOf(index).has(`${article} ${start}`);
}

const known = new WeakMap<RecordIndex, ReadonlySet<string>>();

/** Places where a people's name or an adjective stands for a state. */
function demonymsOf(index: RecordIndex): ReadonlySet<string> {
	const found = known.get(index);
	if (found) return found;
	const namesState = ({ type }: Entity): boolean => type === "state";
	const places = new Set(
		index.record.entities
			.filter(namesState)
			.flatMap(({ mentions }) =>
				mentions.flatMap(({ form, article, start }) => (form === "demonym" ? [`${article} ${start}`] : [])),
			),
	);
	known.set(index, places);
	return places;
}

function foldName(name: string): string {
	return foldCase(name).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

/** The fullest of descriptions that agree, without the word that leads to it. */
function fullest({ states }: Fact): string {
	const told = states.map(({ value }) => value.replace(DETERMINER, ""));
	return told.reduce((best, value) => (value.length > best.length ? value : best), "");
}

const DETERMINER = /^(?:the|its|his|her|their|an?) /iu;
