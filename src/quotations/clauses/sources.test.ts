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
});
