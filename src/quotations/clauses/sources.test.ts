import { describe, expect, it } from "vitest";
import { showQuotations } from "../../../test/show-quotations.ts";

describe("sources", () => {
	it("hold a date that stands before a name", () => {
		expect(showQuotations("“It leaks,” said 7/12 widow Orla Pike.").lines).toEqual([
			"7/12 widow Orla Pike | said | It leaks,",
		]);
	});

	it("begin behind an “as” that a comma parts from the sentence", () => {
		const { quotations } = showQuotations(
			"His long years on the wall have not kept him from being seen, as Orla Pike put it on Monday, as “the man who slept.”",
		);
		expect(quotations.map(({ source }) => source)).toContain("Orla Pike");
	});

	it("are not what a noun that is also a cue belongs to", () => {
		const { quotations } = showQuotations(
			"The paper used one of the mayor’s quotes as its headline: “Nobody told us to leave.”",
		);
		expect(quotations[0]?.source).not.toContain("mayor");
	});

	it("begin behind who is told, and behind another clause's “before”", () => {
		const told = showQuotations("Pike told the inquiry that his captain had said the bridge was safe.");
		expect(told.lines).toContain("his captain | had said | the bridge was safe");
		expect(showQuotations("The visit came a day before Orla Pike said she would go.").lines).toEqual([
			"Orla Pike | said | she would go",
		]);
	});

	it("promise something to nobody where only what is promised stands there", () => {
		const { quotations } = showQuotations("Orla Pike promised help “within days”.");
		expect(quotations.map(({ kind, addressee }) => [kind, addressee])).toEqual([["mixed", null]]);
		expect(showQuotations("Orla Pike promised residents “a dry cellar”.").quotations[0]?.addressee).toBe("residents");
	});

	it("hear nothing where a year stands", () => {
		const { quotations } = showQuotations("A memo warned in 2021 that the bridge was weak.");
		expect(quotations.map(({ addressee }) => addressee)).toEqual([null]);
	});
});
