import type { Fact, FactRelation, FactState, Story } from "../../model/record.ts";
import { countOf } from "../view/count-words.ts";
import { describeMode, groupStates, listFacts } from "../view/fact-lists.ts";
import { tellOwnWords, titleOfFact, trimStop } from "../view/fact-words.ts";
import type { Named } from "../view/named.ts";
import { anchors, BLANK, firstWords, heading, INDENT, more, type Page, quoted, separate, set, sigla } from "./page.ts";
import { blank, type Line, type Run, run, type Tone } from "./runs.ts";
import type { UtteranceNumbers } from "./utterances.ts";

const SHOWN = 20;
const AGREED_SHOWN = 12;
const NAMES_SHOWN = 24;
const LONGEST = 160;

export const FACT_TONES: Readonly<Partial<Record<FactRelation, Tone>>> = {
	conflict: "alarm",
	contested: "alarm",
	unclear: "doubt",
	updated: "doubt",
	compatible: "settled",
	agree: "settled",
};

/** Columns from which on a statement stands beside its relation. */
const ROOMY = 60;

/** What the reports state differently, what they agree on, and how much stands in one report alone. */
export function setFacts(page: Page, story: Story, numbers: UtteranceNumbers): Line[] {
	const { different, agreed, names, single } = listFacts(page.index, story);
	const lines = setDifferences(page, "Differences", different, numbers);
	if (agreed.length > 0) {
		lines.push(...heading(page, "Agreed"));
		for (const fact of agreed.slice(0, AGREED_SHOWN)) lines.push(...setAgreed(page, fact));
		lines.push(...more(page, agreed.length - AGREED_SHOWN));
	}
	lines.push(...setNames(page, names));
	if (single.length > 0 && story.articles.length > 1) {
		const verb = single.length === 1 ? "stands" : "stand";
		const note = `${countOf(single.length, "fact")} ${verb} in one line only (--json has all)`;
		lines.push(BLANK, ...set(page, [run(note, "dim")]));
	}
	return lines;
}

/** Only what cannot both be true, or what one report gives as fact and another contests. */
export function setConflicts(page: Page, story: Story, numbers: UtteranceNumbers): Line[] {
	const { different } = listFacts(page.index, story);
	const opposed = different.filter(({ relation }) => relation === "conflict" || relation === "contested");
	return setDifferences(page, "In conflict or contested", opposed, numbers);
}

function setDifferences(page: Page, title: string, facts: readonly Fact[], numbers: UtteranceNumbers): Line[] {
	if (facts.length === 0) return [];
	const lines = heading(page, title);
	for (const [at, fact] of facts.slice(0, SHOWN).entries()) {
		if (at > 0) lines.push(BLANK);
		lines.push(...setFact(page, fact, numberOf(page, fact, numbers)));
	}
	return [...lines, ...more(page, facts.length - SHOWN)];
}

function setFact(page: Page, fact: Fact, number: number | null): Line[] {
	const tone = FACT_TONES[fact.relation] ?? "plain";
	const first = [run(fact.relation, tone), blank(2)];
	const hanging = page.width < ROOMY ? INDENT + 4 : INDENT + fact.relation.length + 2;
	const title = run(titleOfFact(page.index, fact), "strong");
	const reference = number === null ? [] : [run(` (no. ${number})`, "dim")];
	const lines = set(page, [title, ...reference], { first, hanging });
	for (const states of groupStates(fact.states)) lines.push(...setStates(page, fact, states));
	const indent = INDENT + 2;
	if (fact.silent.length > 0) lines.push(...setSilent(page, fact, indent));
	if (fact.reason !== "") lines.push(...set(page, [run(fact.reason, "dim")], { indent }));
	return lines;
}

/** The number of the utterance that an attribution is of. */
function numberOf(page: Page, fact: Fact, numbers: UtteranceNumbers): number | null {
	if (fact.type !== "attribution") return null;
	// A quotation may give several utterances, so the words decide and not the quotation alone.
	const stated = new Set(
		fact.states.flatMap(({ quotation, spans }) => spans.map(({ start }) => `${quotation} ${start}`)),
	);
	const utterance = page.index.record.utterances.find(({ renditions }) =>
		renditions.some(({ parts }) =>
			parts.some(({ quotation, spans }) => spans.some(({ start }) => stated.has(`${quotation} ${start}`))),
		),
	);
	return utterance ? (numbers.get(utterance.id) ?? null) : null;
}

function setStates(page: Page, fact: Fact, states: readonly FactState[]): Line[] {
	const [state] = states;
	if (!state) return [];
	const value = firstWords(page, trimStop(state.value), LONGEST);
	const mode = describeMode(page.index, state);
	const words = tellOwnWords(page.index, fact, state);
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
			...(words === null ? [] : [run(", in ", "dim"), ...quoted(page, words, "dim")]),
		],
		{ indent: INDENT + 2, hanging: INDENT + 4, aside: anchors(page, placesOf(states), 3) },
	);
}

function setAgreed(page: Page, fact: Fact): Line[] {
	const statement = trimStop(fact.statement);
	const values = [...new Set(fact.states.map(({ value }) => trimStop(value)))].filter((value) => value !== statement);
	const stated = values.map((value) => firstWords(page, value, LONGEST)).join(" / ");
	const runs: Run[] = [run(firstWords(page, titleOfFact(page.index, fact), LONGEST))];
	if (stated !== "") runs.push(run(": "), run(stated, "strong"));
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

/** Who and what several reports name: forms that differ one to a line, then those named alike. */
function setNames(page: Page, names: readonly Named[]): Line[] {
	if (names.length === 0) return [];
	const varied = names.filter(({ forms }) => forms.length > 1).slice(0, NAMES_SHOWN);
	const alike = names.filter(({ forms }) => forms.length === 1).slice(0, NAMES_SHOWN);
	const lines = heading(page, "Named by several");
	for (const named of varied) lines.push(...set(page, setForms(page, named), { hanging: INDENT + 2 }));
	if (alike.length > 0) {
		const forms = alike.map((named) => setForms(page, named));
		lines.push(...set(page, separate(forms, "; "), { hanging: INDENT + 2 }));
	}
	lines.push(...more(page, names.length - varied.length - alike.length));
	return lines;
}

function setForms(page: Page, { forms, role }: Named): Run[] {
	const shown = forms.map(({ text, articles }, at): Run[] => {
		const who = role === null || at > 0 ? [] : [run(`, ${role}`, "dim")];
		return [run(text), ...who, blank(1), ...sigla(page, articles)];
	});
	return separate(shown, ` ${page.marks.dash} `, "dim");
}

function setSilent(page: Page, fact: Fact, indent: number): Line[] {
	const verb = new Set(fact.silent).size > 1 ? "say" : "says";
	return set(page, [...sigla(page, fact.silent), blank(2), run(`${verb} nothing of it`, "dim")], { indent });
}

function placesOf(states: readonly FactState[]): { article: string; start: number; end: number }[] {
	return states.flatMap(({ article, spans }) => spans.map(({ start, end }) => ({ article, start, end })));
}
