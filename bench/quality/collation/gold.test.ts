import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { collapse, TextIndex } from "../examples/texts.ts";
import { type CollationSet, readCollationSets } from "./gold.ts";

const sets = ["./sets", "./utterance-sets", "./further-sets"].flatMap((folder) =>
	readCollationSets(fileURLToPath(new URL(folder, import.meta.url))),
);

/** What is wrong with a text the gold names; null when it stands where the gold says. */
function faultOf({ texts }: CollationSet, file: string, text: string, occurrence?: number): string | null {
	const found = new TextIndex(texts.get(file) ?? "").findAll(text).length;
	if (occurrence === undefined) return found === 1 ? null : `${file}: ${found} times, not once: ${text}`;
	return occurrence >= 1 && occurrence <= found ? null : `${file}: occurrence ${occurrence} of ${found}: ${text}`;
}

const KINDS = "wording inflection addition omission number name polarity strength order".split(" ");
const TYPES = "number date place name attribution clause".split(" ");
const RELATIONS = "agree compatible updated contested conflict single-source unclear".split(" ");
const MODES = "asserted attributed quoted hedged claimed".split(" ");
const EDGES = "copies shares credits reposts".split(" ");

describe.each(sets.map((set) => [set.name, set] as const))("the annotated set %s", (_, set) => {
	const { gold, texts } = set;
	const files = [...texts.keys()];

	it("has four to eight reports and describes each of them and no other", () => {
		expect(files.length).toBeGreaterThanOrEqual(4);
		expect(files.length).toBeLessThanOrEqual(8);
		expect(Object.keys(gold.files).sort()).toEqual(files);
		for (const { published } of Object.values(gold.files))
			expect(published ?? "2031-01-01").toMatch(/^\d{4}-\d\d-\d\d$/);
	});

	it("names only texts that the reports hold, once or at the stated occurrence", () => {
		const faults = [
			...gold.utterances.flatMap(({ renditions }) =>
				renditions.flatMap(({ file, parts, occurrence }) => parts.map((part) => faultOf(set, file, part, occurrence))),
			),
			...gold.apart.flatMap(({ a, b }) =>
				[a, b].map(({ file, text, occurrence }) => faultOf(set, file, text, occurrence)),
			),
			...gold.facts.flatMap(({ states }) =>
				states.map(({ file, value, occurrence }) => faultOf(set, file, value, occurrence)),
			),
			...gold.carriers.map(({ file, text, occurrence }) => faultOf(set, file, text, occurrence)),
		];
		expect(faults.filter((fault) => fault !== null)).toEqual([]);
	});

	it("gives variants of its utterances in the words of their renditions", () => {
		for (const { id, utterance, readings, kinds } of gold.variants) {
			const renditions = gold.utterances.find((one) => one.id === utterance)?.renditions ?? [];
			const parts = renditions.flatMap((rendition) => rendition.parts.map(collapse));
			for (const reading of readings)
				expect(
					parts.some((part) => part.includes(collapse(reading))),
					`${id}: ${reading}`,
				).toBe(true);
			for (const kind of kinds) expect(KINDS).toContain(kind);
		}
	});

	it("gives each report a state or a silence for each fact, never both", () => {
		for (const { id, states, silent, type, relation } of gold.facts) {
			expect(TYPES, id).toContain(type);
			expect(RELATIONS, id).toContain(relation);
			const told = new Set(states.map(({ file }) => file));
			expect([...new Set([...told, ...silent])].sort(), id).toEqual(files);
			expect(told.size + silent.length, id).toBe(files.length);
			for (const { modes } of states) for (const mode of modes ?? []) expect(MODES, id).toContain(mode);
		}
	});

	it("refers only to files and names that it lists", () => {
		const names = new Set(gold.entities.map(({ name }) => name));
		for (const { speaker } of gold.utterances) if (speaker !== null) expect(names).toContain(speaker);
		for (const { carriers } of gold.carriers) for (const name of carriers) expect(names).toContain(name);
		for (const { from, to, kinds } of gold.lineage.edges) {
			expect(files).toContain(from);
			for (const target of to) if ("file" in target) expect(files).toContain(target.file);
			for (const kind of kinds) expect(EDGES).toContain(kind);
		}
		const ids = [...gold.utterances, ...gold.facts].map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

it("there are annotated sets", () => {
	expect(sets.length).toBeGreaterThan(0);
});
