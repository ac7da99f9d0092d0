import type { Fact, FactRelation, FactState, Story } from "../../model/record.ts";
import { isBare } from "./bare-facts.ts";
import { trimStop } from "./fact-words.ts";
import { groupBy } from "./group-by.ts";
import { countLines } from "./line-count.ts";
import { isRole, listNamed, type Named } from "./named.ts";
import { isPrimary, nameOf, type RecordIndex, siglaOf } from "./record-index.ts";
import { shorten } from "./shorten.ts";

export interface FactLists {
	/** What reports state differently: conflicts first, then as `DIFFERENCES` orders relations, then as the record does. */
	readonly different: readonly Fact[];
	/** What several independent lines, or a line and a primary document, state alike. */
	readonly agreed: readonly Fact[];
	/** Who and what several reports name, in forms that differ first. */
	readonly names: readonly Named[];
	/** What stands in one line alone: copies that say the same do not agree, they are one voice. */
	readonly single: readonly Fact[];
}

/** Relations in the order in which a reader needs them; a fact of one report is no difference. */
const DIFFERENCES: readonly FactRelation[] = ["conflict", "contested", "unclear", "updated", "compatible"];

/** The facts of a story in the lists in which a reader meets them. What is told with its wordings is in none of them. */
export function listFacts(index: RecordIndex, story: Story): FactLists {
	const facts = index.record.facts.filter((fact) => fact.story === story.id);
	const told = facts.filter((fact) => !isToldAbove(fact) && !isPlainName(fact));
	const alike = told.filter((fact) => fact.relation === "agree" && !isBare(index, fact));
	const agreed = alike.filter((fact) => countVoices(index, story, fact) > 1);
	const one = new Set(alike.filter((fact) => !agreed.includes(fact)));
	return {
		different: DIFFERENCES.flatMap((relation) => told.filter((fact) => fact.relation === relation)),
		agreed,
		names: listNamed(
			index,
			facts.filter(isPlainName),
			told.filter((fact) => isRole(fact) && fact.relation === "agree"),
		),
		single: facts.filter(
			(fact) => one.has(fact) || (fact.relation === "single-source" && countLines(story, articlesOf(fact)) > 0),
		),
	};
}

/** Independent lines that state a fact, and primary documents: these are no report, and bear a report out. */
function countVoices(index: RecordIndex, story: Story, fact: Fact): number {
	const primaries = new Set(articlesOf(fact).filter((article) => isPrimary(index, article)));
	return countLines(story, articlesOf(fact)) + primaries.size;
}

function isPlainName(fact: Fact): boolean {
	return fact.type === "name" && (fact.relation === "agree" || fact.relation === "compatible");
}

/** What is said stands with its wordings under the utterances, unless the reports contradict each other in it. */
function isToldAbove(fact: Fact): boolean {
	return fact.type === "attribution" && (fact.relation === "compatible" || fact.relation === "agree");
}

function articlesOf(fact: Fact): string[] {
	return fact.states.map(({ article }) => article);
}

/** States of one value given in one way, in the order of the first of each. */
export function groupStates(states: readonly FactState[]): FactState[][] {
	return [...groupBy(states, ({ value, mode, by }) => [value, mode, by ?? ""].join("\u0000")).values()];
}

/** How the report gives it; nothing when on its own word. */
export function describeMode(index: RecordIndex, state: FactState): string {
	return modeWords(state, state.by === null ? null : nameOf(index, state.by));
}

/** @param by the name of whose word it is */
export function modeWords(state: Pick<FactState, "mode" | "polarity">, by: string | null): string {
	if (state.polarity === "denied") return by === null ? "which somebody denies" : `denied by ${by}`;
	if (state.polarity !== "said") return by === null ? "which somebody does not say" : `which ${by} does not say`;
	if (state.mode === "attributed") return by === null ? "as somebody else's word" : `according to ${by}`;
	if (state.mode === "quoted") return by === null ? "in somebody's words" : `in the words of ${by}`;
	if (state.mode === "claimed") return by === null ? "as a claim" : `as a claim of ${by}`;
	return state.mode === "hedged" ? "with reserve" : "";
}

/** A value where there is no room for how it is given, but for what must not be left out: that somebody denies it. */
export function nameValue(index: RecordIndex, state: FactState, longest?: number): string {
	const value = shorten(trimStop(state.value), longest);
	return state.polarity === "said" ? value : `${value}, ${describeMode(index, state)}`;
}

/**
 * Who stands against whom in words that contradict each other, the fewer first: "D against A B"; a report that goes
 * against words it gives itself stands against itself. Null for what is no contradiction in words.
 */
export function tellSides(index: RecordIndex, { type, states, pairs }: Fact): string | null {
	const opposed = pairs.filter(({ relation }) => relation === "conflict" || relation === "contested");
	if (type !== "attribution" || opposed.length === 0) return null;
	const [first] = opposed;
	const against = new Set(
		opposed.flatMap(({ states: [a, b] }) => (a === first?.states[0] ? [b] : b === first?.states[0] ? [a] : [])),
	);
	const articlesOn = (inside: boolean): Set<string> =>
		new Set(states.flatMap(({ article }, at) => (against.has(at) === inside ? [article] : [])));
	const [fewer, more] = [articlesOn(true), articlesOn(false)].sort((a, b) => a.size - b.size);
	if (!fewer || !more || fewer.size === 0) return null;
	const others = siglaOf(
		index,
		[...more].filter((article) => !fewer.has(article)),
	);
	const itself = others.length < more.size ? [fewer.size > 1 ? "themselves" : "itself"] : [];
	return `${siglaOf(index, fewer).join(" ")} against ${[others.join(" "), ...itself].filter((part) => part !== "").join(" and ")}`;
}
