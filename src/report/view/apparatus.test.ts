import { expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { writeApparatus } from "./apparatus.ts";

const [utterance] = fixtureRecord.utterances;
if (!utterance) throw new Error("the fixture has no utterance");
const [A1, , , , D1] = utterance.renditions.map(({ id }) => id);

it("puts what may change the meaning first, then the rest by place", () => {
	const entries = writeApparatus(utterance, A1 ?? "");
	expect(entries.map(({ kind }) => kind)).toEqual(["polarity", "number", "omission", "wording", "wording", "wording"]);
	expect(entries[0]).toMatchObject({ lemma: "not", notable: true, readings: [{ text: "" }] });
});

it("calls an omission an addition where the text printed is the one that leaves the words out", () => {
	const entry = writeApparatus(utterance, D1 ?? "").find(({ kind }) => kind === "addition");
	expect(entry).toMatchObject({ lemma: "", before: "finished" });
	expect(entry?.readings.map(({ text }) => text)).toEqual([", and nobody should expect otherwise"]);
});

it("names a place once where an omission there has the other readings too", () => {
	const { variants } = utterance;
	const [first] = variants;
	if (!first) throw new Error("the fixture has no variant");
	const [reading, ...others] = first.readings;
	const left = { renditions: [D1 ?? ""], text: "" };
	const doubled = [
		{ ...first, kind: "omission" as const, readings: [...(reading ? [reading] : []), ...others, left] },
		{ ...first, kind: "wording" as const },
	];
	const entries = writeApparatus({ ...utterance, variants: doubled }, A1 ?? "");
	expect(entries.map(({ kind }) => kind)).toEqual(["omission"]);
});
