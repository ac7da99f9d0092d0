import { describe, expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { isLooseTelling, trimMarks, writeApparatus } from "./apparatus.ts";

const [utterance] = fixtureRecord.utterances;
if (!utterance) throw new Error("the fixture has no utterance");
const [A1, , , , D1] = utterance.renditions.map(({ id }) => id);

const NONE_TOLD: ReadonlySet<string> = new Set();

it("puts what may change the meaning first, then the rest by place", () => {
	const entries = writeApparatus(utterance, A1 ?? "", NONE_TOLD);
	expect(entries.map(({ kind }) => kind)).toEqual(["polarity", "number", "omission", "wording", "wording", "wording"]);
	expect(entries[0]).toMatchObject({ lemma: "not", notable: true, readings: [{ text: "" }] });
});

it("calls an omission an addition where the text printed is the one that leaves the words out", () => {
	const entry = writeApparatus(utterance, D1 ?? "", NONE_TOLD).find(({ kind }) => kind === "addition");
	expect(entry).toMatchObject({ lemma: "", before: "finished" });
	expect(entry?.readings.map(({ text }) => text)).toEqual([", and nobody should expect otherwise"]);
});

it("gives what some leave out apart from how others read there", () => {
	const { variants } = utterance;
	const [first] = variants;
	if (!first) throw new Error("the fixture has no variant");
	const [reading, ...others] = first.readings;
	const left = { renditions: [D1 ?? ""], text: "" };
	const doubled = [
		{ ...first, kind: "omission" as const, readings: [...(reading ? [reading] : []), ...others, left] },
		{
			...first,
			kind: "wording" as const,
			readings: [
				{ renditions: [A1 ?? ""], text: "shut" },
				{ renditions: ["x"], text: "closed" },
			],
		},
	];
	const entries = writeApparatus({ ...utterance, variants: doubled }, A1 ?? "", NONE_TOLD);
	expect(entries.map(({ kind, notable, readings }) => [kind, notable, ...readings.map(({ text }) => text)])).toEqual([
		["omission", true, ""],
		["wording", false, "closed"],
	]);
});

it("does not mark what an outlet's own words alone leave out", () => {
	const told = new Set(utterance.renditions.map(({ id }) => id).filter((id) => id !== A1));
	const entries = writeApparatus(utterance, A1 ?? "", told);
	expect(entries.find(({ kind }) => kind === "omission")?.notable).toBe(false);
	expect(entries[0]).toMatchObject({ kind: "polarity", notable: true });
});

it("sets no telling beside a text word by word that goes its own way", () => {
	const cell = (rendition: string, text: string) => ({ rendition, spans: [], text });
	const rows = ["the", "quay", "will", "be", "closed", "tonight"];
	const told = ["the", "town", "shuts", "its", "harbour", "gate"];
	const near = ["the", "quay", "would", "be", "closed", "today"];
	const columns = rows.map((text, at) => ({
		cells: [cell("a", text), cell("b", told[at] ?? ""), cell("c", near[at] ?? "")],
		agreed: at === 0,
	}));
	const variants = [
		{
			kind: "wording" as const,
			columns: { start: 1, end: 2 },
			readings: [
				{ renditions: ["a", "c"], text: "quay" },
				{ renditions: ["b"], text: "town" },
			],
		},
		{
			kind: "strength" as const,
			columns: { start: 2, end: 3 },
			readings: [
				{ renditions: ["a"], text: "will" },
				{ renditions: ["b"], text: "shuts" },
				{ renditions: ["c"], text: "would" },
			],
		},
	];
	const renditions = ["a", "b", "c"].map((id) => ({ id, article: id, parts: [], coverage: "whole" as const }));
	const made = { ...utterance, renditions, alignment: { columns }, variants };
	const own = new Set(["b", "c"]);
	const entries = writeApparatus(made, "a", own);
	expect(entries.map(({ readings }) => readings)).toEqual([[{ renditions: ["c"], text: "would" }]]);
	expect(["b", "c"].map((id) => isLooseTelling(made, id, own))).toEqual([true, false]);
});

describe("trimMarks", () => {
	it("takes off what a reading hangs on, and half a pair of marks", () => {
		expect(trimMarks(", of course")).toBe("of course");
		expect(trimMarks("have “taken on some duties")).toBe("have taken on some duties");
		expect(trimMarks("are “allies” (of ours")).toBe("are “allies” of ours");
	});
});
