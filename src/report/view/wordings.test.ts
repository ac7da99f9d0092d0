import { describe, expect, it } from "vitest";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { indexRecord, siglumOf } from "./record-index.ts";
import { groupWordings, measureLikeness, trimEnds } from "./wordings.ts";

const index = indexRecord(fixtureRecord);

function groupsOf(id: string): string[] {
	const utterance = fixtureRecord.utterances.find((candidate) => candidate.id === id);
	if (!utterance) throw new Error(id);
	return groupWordings(index, utterance).map(
		({ wordings, base }) =>
			`${wordings.map(({ rendition }) => siglumOf(index, rendition.article)).join("")} ${base.marked ? "marked" : "reported"} ${base.rendition.coverage}`,
	);
}

describe("groupWordings", () => {
	it("puts first the whole wording in marks that most reports carry, and paraphrases last", () => {
		expect(groupsOf("utterance-strait")).toEqual([
			"AB marked whole",
			"C marked whole",
			"D marked whole",
			"E marked fragment",
			"D reported whole",
		]);
	});

	it("folds wordings that read alike", () => {
		expect(groupsOf("utterance-owe")).toEqual(["ABC marked whole"]);
	});
});

it("counts words in common as often as they stand", () => {
	expect(measureLikeness("the strait is shut", "The strait is shut.")).toBe(1);
	expect(measureLikeness("shut shut", "shut open")).toBe(0.5);
	expect(measureLikeness("shut", "open")).toBe(0);
});

it("takes off the comma that leads on to the speaker, not the full stop", () => {
	expect(trimEnds(" shut, ")).toBe("shut");
	expect(trimEnds("shut.")).toBe("shut.");
});
