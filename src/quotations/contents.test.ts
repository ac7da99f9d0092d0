import { describe, expect, it } from "vitest";
import { makeDraft } from "../../test/make-draft.ts";
import { partContents } from "./contents.ts";
import type { Draft } from "./draft.ts";

const contents = (text: string, drafts: readonly Draft[]): string[] =>
	partContents(text, drafts).map(({ content }) => content.map(({ start, end }) => text.slice(start, end)).join(" … "));

describe("partContents", () => {
	it("ends a content where its source goes on with a participle", () => {
		const text = "Pike said the dam leaks, also adding that it will break.";
		expect(
			contents(text, [
				makeDraft(text, "Pike", "said", "the dam leaks, also adding that it will break"),
				makeDraft(text, "Pike", "also adding", "that it will break"),
			]),
		).toEqual(["the dam leaks", "that it will break"]);
	});

	it("keeps another's words inside a content", () => {
		const text = "Pike said the dam leaks and that Vane said it holds.";
		const drafts = [
			makeDraft(text, "Pike", "said", "the dam leaks and that Vane said it holds"),
			makeDraft(text, "Vane", "said", "it holds"),
		];
		expect(contents(text, drafts)).toEqual(["the dam leaks and that Vane said it holds", "it holds"]);
	});

	it("gives words once that two cues of one source bring", () => {
		const text = "Ostra reported on Monday, citing two officials, that the dam leaks.";
		const drafts = [
			makeDraft(text, "Ostra", "reported", "that the dam leaks"),
			makeDraft(text, "Ostra", "citing", "two officials, that the dam leaks"),
		];
		expect(partContents(text, drafts).map(({ cue }) => cue)).toEqual([drafts[0]?.cue]);
		const urged = "Pike urged the town on, saying that the dam holds.";
		const both = [
			makeDraft(urged, "Pike", "urged", "that the dam holds"),
			makeDraft(urged, "Pike", "saying", "that the dam holds"),
		];
		expect(partContents(urged, both).map(({ cue }) => cue)).toEqual([both[1]?.cue]);
	});

	it("leaves a turn of a transcript whole", () => {
		const text = "PIKE: Nobody tested it, I think.";
		const turn = { ...makeDraft(text, "PIKE", ":", "Nobody tested it, I think."), rule: "quotations/transcript" };
		expect(contents(text, [turn, makeDraft(text, "I", "think", "Nobody tested it")])[0]).toBe(
			"Nobody tested it, I think.",
		);
	});

	it("leaves out what holds nothing of what was said", () => {
		const text = "Pike did not respond to a request for comment.";
		expect(contents(text, [makeDraft(text, "Pike", "respond", "to a request for comment")])).toEqual([]);
		expect(contents("Pike said so.", [makeDraft("Pike said so.", "Pike", "said", "so")])).toEqual([]);
	});

	it("leaves the report's own way on out of what is said", () => {
		const text = "At the same time, the dam leaks, according to Pike.";
		expect(contents(text, [makeDraft(text, "Pike", "according to", "At the same time, the dam leaks")])).toEqual([
			"the dam leaks",
		]);
		const said = "Pike said: Still, it leaks.";
		expect(contents(said, [makeDraft(said, "Pike", "said", "Still, it leaks")])).toEqual(["Still, it leaks"]);
	});

	it("leaves out that nothing was said, and keeps that nothing will be", () => {
		const text = "Pike said nothing about the dam.";
		expect(contents(text, [makeDraft(text, "Pike", "said", "nothing about the dam")])).toEqual([]);
		const told = "Pike said nothing would change.";
		expect(contents(told, [makeDraft(told, "Pike", "said", "nothing would change")])).toEqual(["nothing would change"]);
	});

	it("gives an office before the name of who speaks to the source", () => {
		const text = "The wall will be sold, the town's mayor, Orla Pike, said.";
		const parts = partContents(text, [makeDraft(text, "Orla Pike", "said", "The wall will be sold, the town's mayor")]);
		expect(parts.map(({ source }) => source && text.slice(source.start, source.end))).toEqual([
			"the town's mayor, Orla Pike",
		]);
		const bare = "He met Ander Vane, the mayor, Orla Pike said.";
		const kept = partContents(bare, [makeDraft(bare, "Orla Pike", "said", "He met Ander Vane, the mayor")]);
		expect(kept.map(({ content }) => content.length)).toEqual([1]);
	});

	it("takes the words in marks alone from “is not what she said”", () => {
		const text = "“It leaks” is not what Pike said.";
		const torn = { ...makeDraft(text, "Pike", "said", "It leaks” is not what"), kind: "mixed" as const };
		const [only] = partContents(text, [{ ...torn, marked: [{ start: 1, end: 9 }] }]);
		expect(only).toMatchObject({ content: [{ start: 1, end: 9 }], kind: "direct", polarity: "not-said" });
	});

	it("gives nobody the name of whom an outlet cites", () => {
		const text = "Ostra reported, citing two officials, that the dam leaks.";
		expect(contents(text, [makeDraft(text, "Ostra", "reported", "two officials, that the dam leaks")])).toEqual([
			"that the dam leaks",
		]);
		expect(contents(text, [makeDraft(text, "Ostra", "reported", "two officials")])).toEqual([]);
		const echo = "Ostra reported it, citing the Varra agency.";
		expect(contents(echo, [makeDraft(echo, "Ostra", "citing", "the Varra agency")])).toEqual([]);
	});

	it("begins a content behind what it is said of, where the source stands in a relative clause", () => {
		const text = "The watch printed readings that, it said, showed a lean.";
		const parts = [
			makeDraft(text, "it", "said", "The watch printed readings that"),
			makeDraft(text, "it", "said", "showed a lean"),
		];
		const torn = { ...parts[0], content: parts.flatMap(({ content }) => content) } as Draft;
		expect(contents(text, [torn])).toEqual(["showed a lean"]);
	});

	it("leaves the time of speaking behind a comma to the cue that names the day", () => {
		const text = "Pike said on Monday that the dam holds, two days after it leaked.";
		expect(contents(text, [makeDraft(text, "Pike", "said", "that the dam holds, two days after it leaked")])).toEqual([
			"that the dam holds",
		]);
	});

	it("keeps a time in a content whose cue names no day", () => {
		const text = "Pike said that the dam broke, two days after it leaked.";
		const content = "that the dam broke, two days after it leaked";
		expect(contents(text, [makeDraft(text, "Pike", "said", content)])).toEqual([content]);
	});

	it("leaves how much was said to the report", () => {
		const text = "Pike said the dam leaks, without giving any details.";
		expect(contents(text, [makeDraft(text, "Pike", "said", "the dam leaks, without giving any details")])).toEqual([
			"the dam leaks",
		]);
		const deed = "Police say he posed a threat and refused to drop the gun.";
		const content = "he posed a threat and refused to drop the gun";
		expect(contents(deed, [makeDraft(deed, "Police", "say", content)])).toEqual([content]);
	});
});
