import { describe, expect, it } from "vitest";
import { makeDraft } from "../../../test/make-draft.ts";
import { sourceOfTwins } from "./twin-sources.ts";

/** The source taken where a rule and the tagger have these; the words said are the text's last four letters, "leak". */
function taken(text: string, ruled: string, tagged: string, content = "leak"): string | null {
	const rule = makeDraft(text, ruled, "", content);
	const span = sourceOfTwins(text, rule, makeDraft(text, tagged, "", content));
	return span && text.slice(span.start, span.end);
}

describe("the source of a cue that a rule and the tagger read", () => {
	it("is what either has where the other has none", () => {
		expect(taken("Pike: leak", "Pike", "")).toBe("Pike");
		expect(taken("Pike: leak", "", "Pike")).toBe("Pike");
		expect(taken("Pike: leak", "", "")).toBeNull();
	});

	it.each([
		["the speaker's own word", "My mother objected, and I said leak", "I", "My mother objected, and I"],
		["what stands before the words it gives", "Pike, leak", "Pike", "Pike, leak"],
		["who speaks, and no day", "The mayor, Orla Pike, today leak", "The mayor, Orla Pike", "today"],
		["what follows a lead", "The day before, the mayor said leak", "the mayor", "The day before, the mayor"],
		["whom others report of", "Outlets report that Pike said leak", "Pike", "Outlets report that Pike"],
		[
			"the document with its author",
			"a report by the water office says leak",
			"a report by the water office",
			"the water office",
		],
		["the whole name", "May Orr said leak", "May Orr", "Orr"],
		["the role with what it serves on", "the ferry captain said leak", "the ferry captain", "the ferry"],
		[
			"with what tells which one it is",
			"the company that runs the works said leak",
			"the company that runs the works",
			"the company",
		],
		["whole after a torn pronoun", "a person who saw it said leak", "a person who saw it", "a person who"],
		["without whom it quotes", "an aide, quoting Pike, said leak", "an aide", "an aide, quoting Pike"],
	])("is the rule's: %s", (_, text, ruled, tagged) => {
		expect(taken(text, ruled, tagged)).toBe(ruled);
	});

	it.each([
		["a longer name", "the mayor said leak", "mayor", "the mayor"],
		["two speakers", "Vane and the mayor said leak", "the mayor", "Vane and the mayor"],
		["a given name", "May Pike said leak", "Pike", "May Pike"],
		["the last of a list", "Pike or the clerk said leak", "Pike or the clerk", "the clerk"],
		["a name after a comma", "Vane, Orr said leak", "Vane, Orr", "Orr"],
		["what no role follows", "the ferry early said leak", "the ferry early", "the ferry"],
		["one of two", "the company and its owner said leak", "the company and its owner", "the company"],
		["what names the speaker", "an aide, Pike, said leak", "an aide", "an aide, Pike"],
	])("is the tagger's: %s", (_, text, ruled, tagged) => {
		expect(taken(text, ruled, tagged)).toBe(tagged);
	});
});
