import type { Fact, FactRelation, FactState, Story } from "../../model/record.ts";
import { countOf } from "../view/count-words.ts";
import { nameOf } from "../view/record-index.ts";
import { anchors, BLANK, firstWords, heading, INDENT, more, type Page, set, sigla } from "./page.ts";
import { blank, type Line, type Run, run, type Tone } from "./runs.ts";

const SHOWN = 20;
const AGREED_SHOWN = 12;
const LONGEST = 160;

/** Relations in the order a reader needs them; a fact of one report is counted, not listed. */
const DIFFERENCES: readonly FactRelation[] = ["conflict", "contested", "unclear", "updated", "compatible"];

const TONES: Readonly<Partial<Record<FactRelation, Tone>>> = {
	conflict: "alarm",
	contested: "alarm",
	unclear: "doubt",
	updated: "doubt",
	compatible: "settled",
	agree: "settled",
};

/** What the reports state differently, what they agree on, and how much stands in one report alone. */
export function setFacts(page: Page, story: Story): Line[] {
	const facts = page.index.record.facts.filter((fact) => fact.story === story.id);
	const different = DIFFERENCES.flatMap((relation) => facts.filter((fact) => fact.relation === relation));
	const agreed = facts.filter((fact) => fact.relation === "agree");
	const single = facts.filter((fact) => fact.relation === "single-source").length;
	const lines: Line[] = [];
	if (different.length > 0) {
		lines.push(...heading(page, "Differences"));
		for (const [at, fact] of different.slice(0, SHOWN).entries()) {
			if (at > 0) lines.push(BLANK);
			lines.push(...setFact(page, fact));
		}
		lines.push(...more(page, different.length - SHOWN));
	}
	if (agreed.length > 0) {
		lines.push(...heading(page, "Agreed"));
		for (const fact of agreed.slice(0, AGREED_SHOWN)) lines.push(...setAgreed(page, fact));
		lines.push(...more(page, agreed.length - AGREED_SHOWN));
	}
	if (single > 0 && story.articles.length > 1) {
		const verb = single === 1 ? "stands" : "stand";
		const note = `${countOf(single, "fact")} ${verb} in one report only (--json has all)`;
		lines.push(BLANK, ...set(page, [run(note, "dim")]));
	}
	return lines;
}

function setFact(page: Page, fact: Fact): Line[] {
	const tone = TONES[fact.relation] ?? "plain";
	const lines = set(page, [run(fact.relation, tone), blank(2), run(fact.statement, "strong")]);
	for (const states of groupStates(fact.states)) lines.push(...setStates(page, states));
	const indent = INDENT + 2;
	if (fact.silent.length > 0) lines.push(...setSilent(page, fact, indent));
	if (fact.reason !== "") lines.push(...set(page, [run(fact.reason, "dim")], { indent }));
	return lines;
}

function setStates(page: Page, states: readonly FactState[]): Line[] {
	const [state] = states;
	if (!state) return [];
	const value = firstWords(page, state.value, LONGEST);
	const mode = describeMode(page, state);
	return set(
		page,
		[
			...sigla(
				page,
				states.map(({ article }) => article),
			),
			blank(2),
			run(value, "strong"),
			...(mode === "" ? [] : [run(`, ${mode}`, "dim")]),
		],
		{ indent: INDENT + 2, hanging: INDENT + 4, aside: anchors(page, placesOf(states), 3) },
	);
}

function setAgreed(page: Page, fact: Fact): Line[] {
	const values = [...new Set(fact.states.map(({ value }) => value))];
	const stated = values.map((value) => firstWords(page, value, LONGEST)).join(" / ");
	const runs: Run[] = [run(fact.statement), run(": "), run(stated, "strong")];
	runs.push(
		blank(2),
		...sigla(
			page,
			fact.states.map(({ article }) => article),
		),
	);
	if (fact.silent.length > 0) runs.push(run("; silent ", "dim"), ...sigla(page, fact.silent));
	return set(page, runs, { hanging: INDENT + 2, aside: anchors(page, placesOf(fact.states), 2) });
}

function setSilent(page: Page, fact: Fact, indent: number): Line[] {
	const verb = new Set(fact.silent).size > 1 ? "say" : "says";
	return set(page, [...sigla(page, fact.silent), blank(2), run(`${verb} nothing of it`, "dim")], { indent });
}

/** States of one value given in one way. */
function groupStates(states: readonly FactState[]): FactState[][] {
	const groups = new Map<string, FactState[]>();
	for (const state of states) {
		const key = [state.value, state.mode, state.by ?? ""].join("\u0000");
		groups.set(key, [...(groups.get(key) ?? []), state]);
	}
	return [...groups.values()];
}

/** How the report gives it; nothing when on its own word. */
function describeMode(page: Page, state: FactState): string {
	const by = state.by === null ? null : nameOf(page.index, state.by);
	if (state.mode === "attributed") return by === null ? "as somebody else's word" : `according to ${by}`;
	if (state.mode === "quoted") return by === null ? "in somebody's words" : `in the words of ${by}`;
	if (state.mode === "claimed") return by === null ? "as a claim" : `as a claim of ${by}`;
	return state.mode === "hedged" ? "with reserve" : "";
}

function placesOf(states: readonly FactState[]): { article: string; start: number; end: number }[] {
	return states.flatMap(({ article, spans }) => spans.map(({ start, end }) => ({ article, start, end })));
}
