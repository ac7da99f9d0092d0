import type { Candidate, LocalEntity } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import type { Draft } from "../draft.ts";
import type { Focus } from "./focus.ts";
import type { Named, NamedIndex } from "./named.ts";

/** Who speaks, or why nobody can be named. */
export interface Speaker {
	readonly speaker: string | null;
	readonly reason: string;
	readonly candidates: readonly Candidate[];
}

/** A source whose speaker is asked for. */
export interface Question {
	readonly text: string;
	readonly index: NamedIndex;
	readonly draft: Draft;
	readonly source: Span;
	/** The source's words as written. */
	readonly words: string;
	/** The sources of all drafts, sorted, not overlapping. */
	readonly sources: readonly Span[];
	/** Who was named, spoke or acted before this place. */
	readonly focus: Focus;
}

/** One way to tell who speaks: null leaves the question to the next. */
export type Sieve = (question: Question) => Speaker | null;

export function known(entity: LocalEntity, reason: string): Speaker {
	return { speaker: entity.id, reason, candidates: [] };
}

export function nobody(reason: string): Speaker {
	return { speaker: null, reason, candidates: [] };
}

/** More than one fits: all are given and none is picked. */
export function undecided(reason: string, candidates: readonly Candidate[]): Speaker {
	return { speaker: null, reason, candidates };
}

/** Those who bear a name that is told for none of them. */
export function candidatesAmong(bearers: readonly LocalEntity[]): Candidate[] {
	return bearers.map((entity) => ({ entity: entity.id, reason: `is named ${entity.name}` }));
}

/** Names that stand side by side in the source. */
export function several(named: readonly Named[], words: string): Speaker {
	return undecided(
		`“${words}” names more than one`,
		named.map(({ entity, mention }) => ({ entity: entity.id, reason: `named in the source: “${mention.exact}”` })),
	);
}

/** The speaker whom a mention names. */
export function named({ mention, entity }: Named, text: string): Speaker {
	const exact = text.slice(mention.start, mention.end);
	const reason =
		mention.form === "description"
			? `“${exact}” is given to ${entity.name} alone in this article`
			: mention.form === "full" || exact === entity.name
				? `named: “${exact}”`
				: `“${exact}” names ${entity.name} in this article`;
	return known(entity, reason);
}

/** The first mention of each entity, in their order. */
export function distinct(list: readonly Named[]): Named[] {
	const seen = new Set<string>();
	return list.filter(({ entity }) => !seen.has(entity.id) && seen.add(entity.id));
}
