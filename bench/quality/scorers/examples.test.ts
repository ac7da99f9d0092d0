import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { CollationRecord } from "../../../src/model/record.ts";
import { readGold } from "../examples/gold.ts";
import { makeGoldRecord } from "../examples/gold-record.ts";
import { compareWithGold } from "./examples.ts";

const loaded = await readGold(fileURLToPath(new URL("../../../examples", import.meta.url)));
if (!loaded) throw new Error("examples/gold.json is missing");
const gold = loaded;
const right = makeGoldRecord(gold);

function figuresOf(record: CollationRecord): { readonly [name: string]: number } {
	return compareWithGold(record, gold).figures;
}

const EMPTY: CollationRecord = {
	...right,
	articles: [],
	copyGroups: [],
	passages: [],
	entities: [],
	quotations: [],
	terms: [],
	stories: [],
	threads: [],
	utterances: [],
	facts: [],
	lineage: [],
};

describe("compareWithGold", () => {
	it("gives a record that holds what the gold says, and no more, full marks in everything", () => {
		const { figures, items } = compareWithGold(right, gold);
		const short = Object.entries(figures).filter(
			([name, value]) => value !== (/\((?:count|share)\)$/.test(name) ? 0 : 1),
		);
		expect(short).toEqual([]);
		expect(Object.entries(items).filter(([, value]) => value !== 1)).toEqual([]);
	});

	it("gives a record that holds nothing no marks for finding", () => {
		const { figures, items } = compareWithGold(EMPTY, gold);
		const recalls = Object.entries(figures).filter(([name]) => name.endsWith("recall"));
		expect(recalls.filter(([, value]) => value !== 0)).toEqual([]);
		const found = Object.keys(items).filter((id) => items[id] === 1);
		expect(found.filter((id) => !id.startsWith("apart/") && !id.startsWith("passages/none"))).toEqual([]);
	});

	it("counts a quotation that is found twice as wrong once", () => {
		const [first] = right.quotations;
		const twice = figuresOf({ ...right, quotations: [...right.quotations, ...(first ? [first] : [])] });
		expect(twice["quotations in marks precision"]).toBeLessThan(1);
		expect(twice["quotations in marks recall"]).toBe(1);
	});

	it("counts a speaker given where it must stay open as wrong", () => {
		const quotations = right.quotations.map((one) =>
			one.speaker === null ? { ...one, speaker: "Lura Iskarne" } : one,
		);
		expect(figuresOf({ ...right, quotations })["speakers precision"]).toBeLessThan(1);
	});

	it("counts a speaker of the same surname as wrong", () => {
		const quotations = right.quotations.map((one) =>
			one.speaker === "Lura Iskarne" ? { ...one, speaker: "Teval Iskarne" } : one,
		);
		const figures = figuresOf({ ...right, quotations });
		expect(figures["speakers precision"]).toBeLessThan(1);
		expect(figures["speakers recall"]).toBeLessThan(1);
	});

	it("counts dropped text that stays in the body against precision, lost text against recall", () => {
		const whole = right.articles.map((one) => ({ ...one, body: [{ start: 0, end: one.text.length }] }));
		const all = figuresOf({ ...right, articles: whole });
		expect(all["body recall"]).toBe(1);
		expect(all["body precision"]).toBeLessThan(0.7);
		const cut = figuresOf({ ...right, articles: right.articles.map((one) => ({ ...one, body: one.body.slice(1) })) });
		expect(cut["body precision"]).toBe(1);
		expect(cut["body recall"]).toBeLessThan(1);
	});

	it("counts two statements run together as a wrong join", () => {
		const [witnesses, studying, ...rest] = right.utterances;
		if (!witnesses || !studying) throw new Error("the gold has fewer than two utterances");
		const renditions = [...witnesses.renditions, ...studying.renditions];
		const figures = figuresOf({ ...right, utterances: [{ ...witnesses, renditions }, ...rest] });
		expect(figures["utterances precision"]).toBeLessThan(1);
		expect(figures["utterances recall"]).toBe(1);
		expect(figures["utterances wrongly joined (count)"]).toBe(0);
		const licence = rest.map((one) =>
			one.id === "licence" ? { ...one, renditions: [...one.renditions, ...studying.renditions] } : one,
		);
		const joined = figuresOf({ ...right, utterances: [witnesses, ...licence] });
		expect(joined["utterances wrongly joined (count)"]).toBeGreaterThan(0);
	});

	it("counts one story out of two as wrong in precision alone", () => {
		const [first, ...rest] = right.stories;
		if (!first) throw new Error("the gold has no story");
		const articles = [...first.articles, ...rest.flatMap((story) => story.articles)];
		const figures = figuresOf({ ...right, stories: [{ ...first, articles }] });
		expect(figures["stories recall"]).toBe(1);
		expect(figures["stories precision"]).toBeLessThan(1);
	});

	it("counts a silent report made to speak against a fact's precision", () => {
		const facts = right.facts.map((fact) => {
			const [state] = fact.states;
			const [silent, ...others] = fact.silent;
			if (!state || silent === undefined) return fact;
			return { ...fact, states: [...fact.states, { ...state, article: silent, value: "?" }], silent: others };
		});
		const figures = figuresOf({ ...right, facts });
		expect(figures["fact states precision"]).toBeLessThan(1);
		expect(figures["fact states recall"]).toBe(1);
		expect(figures["silent reports named"]).toBeLessThan(1);
	});

	it("counts an edge that leads to nobody credited as wrong", () => {
		const [first] = right.lineage;
		const node = first?.nodes.find(({ kind }) => kind === "report");
		if (!first || !node) throw new Error("the gold has no edges");
		const stray = { ...node, id: "stray", kind: "agency" as const, article: null, name: "Nobody" };
		const edge = {
			from: node.id,
			to: "stray",
			kind: "credits" as const,
			directed: true,
			for: null,
			passage: null,
			evidence: [],
			confidence: 1,
		};
		const lineage = [{ ...first, nodes: [...first.nodes, stray], edges: [...first.edges, edge] }];
		expect(figuresOf({ ...right, lineage })["lineage precision"]).toBeLessThan(1);
	});
});
