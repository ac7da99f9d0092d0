import type { Entity, EntityMention, FactState } from "../../model/record.ts";
import { compareSpans, compareText } from "../../text/compare.ts";
import { foldAccents, foldCase } from "../../text/fold.ts";
import { contains } from "../../text/spans.ts";
import { standingOf } from "../statements.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import type { Related } from "./relations.ts";
import type { StoryMaterial } from "./story-material.ts";

/** The entities that each article names, by article id, each with its mentions there in order. */
export type Namings = ReadonlyMap<
	string,
	readonly { readonly entity: Entity; readonly mentions: readonly EntityMention[] }[]
>;

/** Turns the entities of a set round, once for all stories. */
export function indexNamings(entities: readonly Entity[]): Namings {
	const namings = new Map<string, { entity: Entity; mentions: EntityMention[] }[]>();
	for (const entity of entities) {
		const byArticle = new Map<string, EntityMention[]>();
		for (const mention of entity.mentions) {
			const list = byArticle.get(mention.article);
			if (list) list.push(mention);
			else byArticle.set(mention.article, [mention]);
		}
		for (const [article, mentions] of byArticle) {
			const list = namings.get(article) ?? [];
			list.push({ entity, mentions: mentions.sort(compareSpans) });
			namings.set(article, list);
		}
	}
	return namings;
}

/** Agencies and outlets are credits, and what nobody knows the type of may be no name; neither is a fact. */
const NO_FACT: ReadonlySet<Entity["type"]> = new Set(["agency", "outlet", "unknown"]);

/**
 * People, bodies and places that several reports of a story name: the first naming in each, so that a reader sees who
 * leaves a name out, and who writes it otherwise. "Anselm Varga" in one report and "Anselmo Varga" in another are one
 * man spelled in two ways where neither report has both; must not make one of two brothers whom one report names.
 */
export function findNameFacts({ story, articles, namings, speakers }: StoryMaterial): DraftFact[] {
	const found = new Map<string, Named>();
	for (const annotated of articles) {
		const { article } = annotated;
		for (const { entity, mentions } of namings.get(article.id) ?? []) {
			if (NO_FACT.has(entity.type)) continue;
			const first = mentions.find(
				(mention) =>
					mention.form !== "pronoun" &&
					mention.form !== "description" &&
					article.body.some((span) => contains(span, mention)),
			);
			if (!first) continue;
			const named = found.get(entity.id) ?? { entity, states: [] };
			found.set(entity.id, named);
			named.states.push({
				article: article.id,
				spans: [{ start: first.start, end: first.end }],
				value: first.exact,
				...standingOf(annotated, first, speakers),
			});
		}
	}
	return joinSpellings([...found.values()].sort((a, b) => compareText(a.entity.id, b.entity.id)))
		.filter(({ states }) => states.length > 1)
		.map(({ entity, states }) =>
			makeFact(story, "name", `${entity.name} is named`, states, (i, j) =>
				relateNames(states[i]?.value ?? "", states[j]?.value ?? ""),
			),
		);
}

interface Named {
	readonly entity: Entity;
	readonly states: FactState[];
}

/** Joins two people whose names differ in a few letters and whom no report names both. */
function joinSpellings(all: readonly Named[]): Named[] {
	const taken = new Set<Named>();
	const people = all.filter(({ entity }) => entity.type === "person");
	const reports = new Map(all.map((one) => [one, new Set(one.states.map(({ article }) => article))]));
	const joined: Named[] = [];
	for (const one of all) {
		if (taken.has(one)) continue;
		const fellows = people.filter(
			(other) =>
				other !== one &&
				!taken.has(other) &&
				one.entity.type === "person" &&
				areSpelledAlike(one.entity.name, other.entity.name) &&
				other.states.every(({ article }) => !reports.get(one)?.has(article)),
		);
		const [fellow, ...more] = fellows;
		if (!fellow || more.length > 0) {
			joined.push(one);
			continue;
		}
		taken.add(fellow);
		const [longer] = [one, fellow].sort((a, b) => b.states.length - a.states.length);
		joined.push({ entity: (longer ?? one).entity, states: [...one.states, ...fellow.states] });
	}
	return joined.filter((one) => !taken.has(one));
}

/** Fewer letters than this, and a letter more or less is another name. */
const LEAST_LETTERS = 5;
const MOST_EDITS = 2;

/** Two full names of as many words that differ in one word, by a letter or two: "Tavar" and "Tavares". */
export function areSpelledAlike(a: string, b: string): boolean {
	const left = foldAccents(a).split(/[\s-]+/);
	const right = foldAccents(b).split(/[\s-]+/);
	if (left.length < 2 || left.length !== right.length) return false;
	const differing = left.flatMap((word, index) => (word === right[index] ? [] : [[word, right[index] ?? ""] as const]));
	const [only, ...more] = differing;
	if (!only || more.length > 0 || Math.min(only[0].length, only[1].length) < LEAST_LETTERS) return false;
	return countEdits(only[0], only[1]) <= MOST_EDITS;
}

/** Letters to add, drop or change to make one word of the other (Levenshtein 1966), counted up to a few. */
function countEdits(a: string, b: string): number {
	if (Math.abs(a.length - b.length) > MOST_EDITS) return MOST_EDITS + 1;
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed));
		}
		row = next;
	}
	return row[b.length] ?? 0;
}

const TITLE =
	/^(?:mr|mrs|ms|miss|dr|sir|lord|lady|prof|professor|president|minister|the|hon|capt|captain|gen|general)\.?$/;

/** One name, its shorter form, or another writing of it. */
export function relateNames(a: string, b: string): Related {
	if (a === b) return { relation: "agree", reason: "the same name" };
	const wordsOf = (name: string): string[] =>
		foldCase(name)
			.split(/[\s.,]+/)
			.filter((word) => word !== "" && !TITLE.test(word));
	const [shorter = [], longer = []] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length);
	return shorter.length > 0 && shorter.every((word) => longer.includes(word))
		? { relation: "agree", reason: "the same name, shorter in one" }
		: { relation: "compatible", reason: "two forms of one name" };
}
