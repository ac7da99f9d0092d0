import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { CollationRecord, Fact, FactState, Utterance } from "../../../src/model/record.ts";
import { matchRecord } from "../examples/match.ts";
import { Tally } from "../examples/tally.ts";
import { findCauses } from "./causes.ts";
import { compareSet } from "./compare.ts";
import { showRelations } from "./details.ts";
import { type CollationGold, readCollationSets } from "./gold.ts";
import { makeSetRecord } from "./set-record.ts";

const texts = new Map([
	[
		"01-a.txt",
		"Anna Brel said the bridge would open in May. “We will not wait,” she told Alder News. Nine people were hurt and two boats sank.",
	],
	[
		"02-b.txt",
		"The bridge will open in May, Anna Brel said. “We shall not wait,” she said. Nine were hurt. The toll is 4 crowns.",
	],
	[
		"03-c.txt",
		"Karl Omund said the bridge would stay shut. Twelve people were hurt, and 2 boats sank, Alder News reported.",
	],
]);

const gold: CollationGold = {
	format: "stemma.collation-set/1",
	about: "",
	held: false,
	files: Object.fromEntries([...texts.keys()].map((file) => [file, { outlet: file, published: null }])),
	entities: [
		{ name: "Anna Brel", type: "person", names: ["Anna Brel"] },
		{ name: "Karl Omund", type: "person", names: ["Karl Omund"] },
		{ name: "Alder News", type: "outlet", names: ["Alder News"] },
	],
	utterances: [
		{
			id: "open",
			speaker: "Anna Brel",
			renditions: [
				{ file: "01-a.txt", parts: ["the bridge would open in May"] },
				{ file: "02-b.txt", parts: ["The bridge will open in May"] },
			],
		},
		{
			id: "wait",
			speaker: "Anna Brel",
			renditions: [
				{ file: "01-a.txt", parts: ["We will not wait"] },
				{ file: "02-b.txt", parts: ["We shall not wait"] },
			],
		},
		{ id: "shut", speaker: "Karl Omund", renditions: [{ file: "03-c.txt", parts: ["the bridge would stay shut"] }] },
	],
	apart: [
		{
			a: { file: "01-a.txt", text: "the bridge would open in May" },
			b: { file: "03-c.txt", text: "the bridge would stay shut" },
			why: "another speaker, the opposite",
		},
	],
	variants: [
		{
			id: "will-shall",
			utterance: "wait",
			kinds: ["strength", "wording"],
			readings: ["will", "shall"],
			matters: true,
			why: "a promise",
		},
		{
			id: "would-will",
			utterance: "open",
			kinds: ["inflection"],
			readings: ["would", "will"],
			matters: false,
			why: "reported speech",
		},
	],
	facts: [
		{
			id: "hurt",
			statement: "people hurt",
			type: "number",
			relation: "conflict",
			states: [
				{ file: "01-a.txt", value: "Nine", modes: ["asserted"] },
				{ file: "02-b.txt", value: "Nine", modes: ["asserted"] },
				{ file: "03-c.txt", value: "Twelve", modes: ["asserted"] },
			],
			silent: [],
		},
		{
			id: "boats",
			statement: "boats lost",
			type: "number",
			relation: "agree",
			states: [
				{ file: "01-a.txt", value: "two boats", modes: ["asserted"] },
				{ file: "03-c.txt", value: "2 boats", modes: ["attributed"] },
			],
			silent: ["02-b.txt"],
		},
		{
			id: "toll",
			statement: "price",
			type: "number",
			relation: "single-source",
			states: [{ file: "02-b.txt", value: "4 crowns" }],
			silent: ["01-a.txt", "03-c.txt"],
		},
	],
	carriers: [
		{ file: "01-a.txt", text: "We will not wait", carriers: ["Alder News"] },
		{ file: "02-b.txt", text: "We shall not wait", carriers: [] },
	],
	lineage: { edges: [{ from: "03-c.txt", to: [{ name: "Alder News" }], kinds: ["credits"] }], allowed: [] },
};
const right = makeSetRecord({ gold, texts });

function figuresOf(changes: Partial<CollationRecord>): Tally["figures"] {
	return compareSet({ ...right, ...changes }, gold).figures;
}

function isFault(name: string): boolean {
	return /\((?:count|share)\)$/.test(name);
}

function short(figures: Tally["figures"]): string[] {
	return Object.entries(figures).flatMap(([name, value]) => (value === (isFault(name) ? 0 : 1) ? [] : [name]));
}

/** The utterances or facts of the right record, one of them changed; null takes it out. */
function changeUtterance(id: string, change: (one: Utterance) => Utterance | null): Partial<CollationRecord> {
	return { utterances: right.utterances.flatMap((one) => (one.id === id ? (change(one) ?? []) : one)) };
}

function changeFact(id: string, change: (one: Fact) => Fact | null): Partial<CollationRecord> {
	return { facts: right.facts.flatMap((one) => (one.id === id ? (change(one) ?? []) : one)) };
}

function stateOf(fact: Fact, article: string, value: string): FactState {
	const [state] = fact.states;
	if (!state) throw new Error("the fact has no state");
	const start = texts.get(article)?.indexOf(value) ?? -1;
	if (start < 0) throw new Error(`${article} does not hold ${value}`);
	return { ...state, article, value, spans: [{ start, end: start + value.length }] };
}

describe("compareSet", () => {
	it("gives a record that holds what the gold says, and no more, full marks in everything", () => {
		const tally = compareSet(right, gold);
		expect(short(tally.figures)).toEqual([]);
		expect(Object.entries(tally.items).filter(([, value]) => value !== 1)).toEqual([]);
		expect(findCauses(matchRecord(right, gold))).toEqual([]);
	});

	it("gives a record that holds nothing no marks", () => {
		const figures = figuresOf({ quotations: [], utterances: [], facts: [], lineage: [] });
		const marks = Object.entries(figures).filter(([name, value]) => !isFault(name) && value > 0);
		expect(marks).toEqual([]);
	});

	it("counts two renditions that stand in two utterances as a pair missed, not as a wrong one", () => {
		const figures = figuresOf({
			utterances: right.utterances.flatMap((one) =>
				one.renditions.map((rendition) => ({ ...one, renditions: [rendition] })),
			),
		});
		expect(figures["utterances recall"]).toBe(0);
		expect(figures["utterances B³ precision"]).toBe(1);
		expect(figures["utterances B³ recall"]).toBe(0.6);
		expect(figures["renditions found"]).toBe(1);
	});

	it("counts a join across utterances against precision and, where the gold parts them, by name", () => {
		const [open, , shut] = right.utterances;
		if (!open || !shut) throw new Error("the gold has fewer than three utterances");
		const figures = figuresOf(
			changeUtterance("open", (one) => ({ ...one, renditions: [...one.renditions, ...shut.renditions] })),
		);
		expect(figures["utterances precision"]).toBe(0.5);
		expect(figures["utterances recall"]).toBe(1);
		expect(figures["utterances B³ precision"]).toBeLessThan(1);
		expect(figures["utterances wrongly joined (count)"]).toBe(1);
		expect(figures["utterances wrongly joined (share)"]).toBe(1);
	});

	it("asks for half of a rendition's words", () => {
		const cut = (words: number): Tally["figures"] =>
			figuresOf(
				changeUtterance("shut", (one) => ({
					...one,
					renditions: one.renditions.map((rendition) => ({
						...rendition,
						parts: rendition.parts.map((part) => ({
							...part,
							spans: part.spans.map(({ start }) => ({
								start,
								end: start + "the bridge would stay shut".split(" ").slice(0, words).join(" ").length,
							})),
						})),
					})),
				})),
			);
		expect(cut(3)["renditions found"]).toBe(1);
		expect(cut(2)["renditions found"]).toBe(0.8);
	});

	it("finds a variant by its kind and by readings of its own", () => {
		const given = (kind: "wording" | "strength" | "number", readings: readonly string[]): Tally["figures"] =>
			figuresOf(
				changeUtterance("wait", (one) => ({
					...one,
					variants: [
						{ kind, columns: { start: 0, end: 1 }, readings: readings.map((text) => ({ renditions: [], text })) },
					],
				})),
			);
		expect(given("strength", ["will", "shall"])["variants that matter ranked so"]).toBe(1);
		const wording = given("wording", ["We will", "We shall"]);
		expect(wording["variants that matter recall"]).toBe(1);
		expect(wording["variants that matter ranked so"]).toBe(0);
		expect(given("number", ["will", "shall"])["variants recall"]).toBe(0.5);
		expect(given("wording", ["will shall", ""])["variants recall"]).toBe(0.5);
	});

	it("counts the states of a fact that is split as missed, and its relation by what is left", () => {
		const figures = figuresOf(
			changeFact("hurt", (one) => ({ ...one, relation: "agree", states: one.states.slice(0, 2) })),
		);
		expect(figures["fact states recall"]).toBe(0.8);
		expect(figures["fact states precision"]).toBe(1);
		expect(figures["fact relations right"]).toBe(0.5);
		expect(figures["conflicts found"]).toBe(0);
	});

	it("counts one fact for two of the gold as the match of one of them, and the other's states as wrong", () => {
		const boats = right.facts.find(({ id }) => id === "boats");
		const merged = changeFact("hurt", (one) => ({ ...one, states: [...one.states, ...(boats?.states ?? [])] }));
		const figures = figuresOf({ facts: merged.facts?.filter(({ id }) => id !== "boats") ?? [] });
		expect(figures["fact states recall"]).toBe(0.6);
		expect(figures["fact states precision"]).toBe(0.6);
		expect(figures["shared facts found"]).toBe(0.5);
	});

	it("counts a silent report made to speak, and a report that speaks called silent", () => {
		const spoken = figuresOf(
			changeFact("boats", (one) => ({
				...one,
				states: [...one.states, stateOf(one, "02-b.txt", "4 crowns")],
				silent: [],
			})),
		);
		expect(spoken["fact states precision"]).toBeLessThan(1);
		expect(spoken["silent reports named"]).toBe(0);
		const called = figuresOf(
			changeFact("hurt", (one) => ({ ...one, states: one.states.slice(0, 2), silent: ["03-c.txt"] })),
		);
		expect(called["silent reports right"]).toBe(0.5);
		expect(called["silent reports named"]).toBe(1);
	});

	it("takes the same value elsewhere in a report for the state, other words for a wrong one", () => {
		const given = (value: string): Tally["figures"] =>
			figuresOf(
				changeFact("boats", (one) => ({ ...one, states: [stateOf(one, "01-a.txt", value), ...one.states.slice(1)] })),
			);
		expect(given("two boats sank")["fact states F1"]).toBe(1);
		const other = given("Nine people");
		expect(other["fact states recall"]).toBe(0.8);
		expect(other["fact states precision"]).toBe(0.8);
	});

	it("does not take a long sentence's name for a statement of another type", () => {
		const figures = figuresOf(
			changeFact("boats", (one) => ({
				...one,
				type: "name",
				states: one.states.map((state) => ({
					...state,
					value: "s",
					spans: state.spans.map(({ end }) => ({ start: end - 1, end })),
				})),
			})),
		);
		expect(figures["fact states recall"]).toBe(1);
		const clause = { ...gold, facts: gold.facts.map((fact) => ({ ...fact, states: fact.states.map(widen) })) };
		const words = compareSet({ ...right, ...changeFact("boats", (one) => ({ ...one, type: "name" })) }, clause);
		expect(words.figures["fact states recall"]).toBeLessThan(1);
	});

	it("counts a conflict where the gold has none, and one that no fact of the gold matches", () => {
		const other = figuresOf(changeFact("boats", (one) => ({ ...one, relation: "contested" })));
		expect(other["wrong conflicts (count)"]).toBe(1);
		expect(other["wrong conflicts (share)"]).toBe(0.5);
		const [hurt] = right.facts;
		if (!hurt) throw new Error("the gold has no fact");
		const made: Fact = {
			...hurt,
			id: "made",
			states: [stateOf(hurt, "01-a.txt", "Alder"), stateOf(hurt, "02-b.txt", "toll")],
		};
		const more = figuresOf({ facts: [...right.facts, made] });
		expect(more["wrong conflicts (count)"]).toBe(1);
		expect(more["fact states precision"]).toBe(1);
	});

	it("shows the relations given beside the gold's", () => {
		const record = { ...right, ...changeFact("hurt", (one) => ({ ...one, relation: "updated" })) };
		const { table } = showRelations([{ matched: matchRecord(record, gold) }]);
		const column = table?.head.indexOf("updated") ?? -1;
		expect(table?.rows.find(([row]) => row === "conflict")?.[column]).toBe("1");
	});

	it("counts a carrier left out, one made up, and a quotation not found", () => {
		const [first, second] = right.quotations;
		if (!first || !second) throw new Error("the gold has fewer than two carried quotations");
		const without = figuresOf({ quotations: [{ ...first, carriers: [] }, second] });
		expect(without["carriers right"]).toBe(0.5);
		expect(without["carriers recall"]).toBe(0);
		const madeUp = figuresOf({ quotations: [first, { ...second, carriers: first.carriers }] });
		expect(madeUp["carriers right"]).toBe(0.5);
		expect(madeUp["carriers precision"]).toBe(0.5);
		expect(figuresOf({ quotations: [first] })["carriers right"]).toBe(0.5);
	});

	it("counts an edge that the gold neither asks for nor allows as wrong, however often it is given once", () => {
		const [lineage] = right.lineage;
		const [edge] = lineage?.edges ?? [];
		const node = lineage?.nodes.find(({ kind }) => kind === "report");
		if (!lineage || !edge || !node) throw new Error("the gold has no edge");
		const stray = { ...node, id: "stray", kind: "agency" as const, article: null, name: "Nobody" };
		const nodes = [...lineage.nodes, stray];
		const wrong = { ...edge, to: "stray" };
		const figures = figuresOf({
			lineage: [{ ...lineage, nodes, edges: [edge, wrong, { ...wrong, for: "quotation 0" }] }],
		});
		expect(figures["lineage precision"]).toBe(0.5);
		expect(figures["lineage recall"]).toBe(1);
		expect(figuresOf({ lineage: [] })["lineage F1"]).toBe(0);
	});
});

/** A state of the gold whose value runs to eight words, of which the given one is a small part. */
function widen(
	state: CollationGold["facts"][number]["states"][number],
): CollationGold["facts"][number]["states"][number] {
	const text = texts.get(state.file) ?? "";
	const start = text.indexOf(state.value);
	const end = start + text.slice(start).split(" ").slice(0, 8).join(" ").length;
	return state.value.includes("boats") ? { ...state, value: text.slice(Math.max(0, start - 40), end) } : state;
}

it("sums counts over records, so that a set of many findings weighs more than one of few", () => {
	const whole = new Tally();
	const few = new Tally();
	few.share("right", 0, 1);
	few.count("wrong (count)", 1);
	const many = new Tally();
	many.share("right", 9, 9);
	many.rates("pairs", 3, 4, 3, 6);
	many.count("wrong (count)", 2);
	many.note("one", true);
	whole.add(few, "few/").add(many, "many/");
	expect(whole.figures).toEqual({
		right: 0.9,
		"wrong (count)": 3,
		"pairs precision": 0.75,
		"pairs recall": 0.5,
		"pairs F1": 0.6,
	});
	expect(whole.items).toEqual({ "many/one": 1 });
});

describe("the annotated sets", () => {
	const sets = readCollationSets(fileURLToPath(new URL("./sets", import.meta.url)));

	it.each(sets.map((set) => [set.name, set] as const))("%s can be met by a record in every figure", (_, set) => {
		const { figures } = compareSet(makeSetRecord(set), set.gold);
		expect(short(figures).filter((name) => name !== "variants that matter ranked so")).toEqual([]);
	});
});
