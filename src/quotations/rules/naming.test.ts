import { describe, expect, it } from "vitest";
import { showQuotations } from "../../../test/show-quotations.ts";

describe("what somebody calls something", () => {
	it.each([
		["Pike described it as “grim”.", "Pike | described | it as “grim"],
		["Officials talk about the Ormish “trace”.", "Officials | talk about | the Ormish “trace"],
		["Pike decried the “slow disaster”.", "Pike | decried | the “slow disaster"],
		["Pike met the council, which she had called a lawful body.", "she | had called | which … a lawful body"],
		["Pike called it useless.", "Pike | called | it useless"],
		["Pike spoke of “a shame” and offered money.", "Pike | spoke of | a shame"],
		["“Light reading,” Pike calls it.", "Pike | calls | Light reading,"],
	])("is found in %s", (text, line) => {
		expect(showQuotations(text).lines).toEqual([line]);
	});

	it.each([
		"A blog called the “Feed” closed.",
		"The patrol crossed what Orme calls the “Free Coast”.",
		"It was a wake-up call for the “old guard”.",
		"Pike spoke of her film “The Long Dam”.",
		"Pike called off a two-day strike.",
		"Half of them are more likely to describe Pike as a friend.",
	])("is not found in %s", (text) => {
		expect(showQuotations(text).quotations.filter(({ found }) => found.rule === "quotations/naming")).toEqual([]);
	});
});
