import { describe, expect, it } from "vitest";
import { makeDraft, placeOf } from "../../../test/make-draft.ts";
import type { Draft } from "../draft.ts";
import { type Beside, isNoReading } from "./lone-readings.ts";

const NOTHING: Beside = { around: [], inside: [], terms: [] };

describe("readings that no rule has", () => {
	it("are none without a word for a cue", () => {
		const text = "Pike – the dam leaks";
		expect(isNoReading(text, makeDraft(text, "Pike", "–", "the dam leaks"), true, NOTHING)).toBe(true);
		const said = "Pike said the dam leaks";
		expect(isNoReading(said, makeDraft(said, "Pike", "said", "the dam leaks"), true, NOTHING)).toBe(false);
	});

	it.each([
		["Pike said that", ["that"]],
		["Pike gave what the minister said to the valley", ["what", "said to the valley"]],
		["Pike said the dam, he told us, leaks", ["the dam", "leaks"]],
	])("are none of a torn sentence: %s", (text, parts) => {
		const torn = makeDraft(text, "Pike", "Pike", "Pike", {
			cue: [placeOf(text, /said|gave/.exec(text)?.[0] ?? "")],
			content: parts.map((part) => placeOf(text, part)),
		});
		expect(isNoReading(text, torn, true, NOTHING)).toBe(true);
	});

	it("may have a content parted after its first word", () => {
		const text = "Pike wants it, he said, to be sold";
		const parted = makeDraft(text, "Pike", "wants", "it", {
			content: [placeOf(text, "it"), placeOf(text, "to be sold")],
		});
		expect(isNoReading(text, parted, true, NOTHING)).toBe(false);
	});

	it("are none where another cue gives the words around to the same source", () => {
		const text = "The town, Pike added, wants to know who paid";
		const added = makeDraft(text, "Pike", "added", "The town", {
			content: [placeOf(text, "The town"), placeOf(text, "wants to know who paid")],
		});
		const beside = { ...NOTHING, around: [added] };
		expect(isNoReading(text, makeDraft(text, "Pike", "wants to know", "who paid"), true, beside)).toBe(true);
		expect(isNoReading(text, makeDraft(text, "The town", "wants to know", "who paid"), true, beside)).toBe(false);
	});

	it("are none of what somebody thinks in a turn of an interview", () => {
		const text = "PIKE: I think the dam leaks, and Vane thinks it holds";
		const turn: Draft = makeDraft(text, "PIKE", "", "I think the dam leaks, and Vane thinks it holds", {
			rule: "quotations/transcript",
		});
		const beside = { ...NOTHING, around: [turn] };
		expect(isNoReading(text, makeDraft(text, "I", "think", "the dam leaks"), true, beside)).toBe(true);
		expect(isNoReading(text, makeDraft(text, "Vane", "thinks", "it holds"), true, beside)).toBe(false);
	});

	it("are none of a deed that nobody did, and of a title", () => {
		const clapped = "“The lake is empty.” Nobody clapped.";
		const deed = makeDraft(clapped, "Nobody", "clapped", "The lake is empty.", {
			kind: "direct",
			polarity: "not-said",
		});
		expect(isNoReading(clapped, deed, false, NOTHING)).toBe(true);
		expect(isNoReading(clapped, deed, true, NOTHING)).toBe(false);
		const work = "Pike laid it out in “The Water We Leave Behind”";
		const title = makeDraft(work, "Pike", "laid", "The Water We Leave Behind", { kind: "direct" });
		expect(isNoReading(work, title, false, NOTHING)).toBe(true);
		const words = "Pike laid it out: “The water is gone”";
		const said = makeDraft(words, "Pike", "laid", "The water is gone", { kind: "direct" });
		expect(isNoReading(words, said, false, NOTHING)).toBe(false);
	});

	it("are none of a name in marks that a cue only names, but of what somebody is called", () => {
		const text = "A dish called “sarn” is eaten cold";
		const name = makeDraft(text, "A dish", "called", "sarn", { kind: "mixed", marked: [placeOf(text, "sarn")] });
		const terms = [{ ...placeOf(text, "sarn"), exact: "sarn", reason: "a name" }];
		expect(isNoReading(text, name, false, { ...NOTHING, terms })).toBe(true);
		expect(isNoReading(text, name, false, NOTHING)).toBe(false);
	});
});
