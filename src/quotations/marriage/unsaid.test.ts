import { describe, expect, it } from "vitest";
import { makeDraft } from "../../../test/make-draft.ts";
import { isFrame, isUnsaid } from "./unsaid.ts";

describe("readings by which nobody is given words", () => {
	it.each([
		["Pike thanked Vane.", "Pike", "thanked", "Vane"],
		["She pointed at the shore.", "She", "pointed at", "the shore"],
		["Orme has warmed relations with Varra.", "Orme", "has warmed", "relations with Varra"],
		["Vane was asked about the dam.", "", "was asked about", "the dam"],
		["Asked what she meant, Pike laughed.", "", "Asked", "what she meant"],
		["It is not known whether the dam leaks.", "", "It is not known", "whether the dam leaks"],
		["It was not immediately clear who paid.", "", "was not immediately clear", "who paid"],
		["It ends if inspectors confirmed their readings.", "inspectors", "confirmed", "their readings"],
		["Vane was responding to a question whether it leaks.", "Vane", "was responding to a question", "whether it leaks"],
	])("leaves out %s", (text, source, cue, content) => {
		expect(isUnsaid(text, makeDraft(text, source, cue, content))).toBe(true);
	});

	it("leaves out a thing that somebody did not reject, and keeps what somebody rejected", () => {
		const text = "Vane did not reject this proposal.";
		const not = makeDraft(text, "Vane", "did not reject", "this proposal", { polarity: "not-said" });
		expect(isUnsaid(text, not)).toBe(true);
		expect(isUnsaid(text, { ...not, polarity: "denied" })).toBe(false);
	});

	it.each([
		["Pike asked whether the dam leaks.", "Pike", "asked", "whether the dam leaks"],
		["Pike does not know whether the dam leaks.", "Pike", "does not know", "whether the dam leaks"],
		["Pike answered that the dam leaks.", "Pike", "answered", "that the dam leaks"],
		["Pike pointed to the leaks.", "Pike", "pointed to", "the leaks"],
	])("keeps %s", (text, source, cue, content) => {
		expect(isUnsaid(text, makeDraft(text, source, cue, content))).toBe(false);
	});
});

describe("the clause that gives words to somebody", () => {
	const text = "“The dam holds,” Pike told reporters on Monday, according to Ostra.";
	const said = makeDraft(text, "Pike", "told", "The dam holds,", { kind: "direct" });
	const clause = makeDraft(text, "Ostra", "according to", "Pike told reporters on Monday");

	it("is not what another says of it", () => {
		expect(isFrame(clause, [said])).toBe(true);
	});

	it("is, with the words in marks in it", () => {
		const whole = { ...clause, content: [{ start: 0, end: text.indexOf(", according") }] };
		expect(isFrame(whole, [said])).toBe(false);
	});
});
