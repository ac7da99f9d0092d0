import { describe, expect, it } from "vitest";
import { showQuotations } from "../../test/show-quotations.ts";

const lines = (text: string): readonly string[] => showQuotations(text).lines;

describe("venues", () => {
	it("are no part of what is said", () => {
		expect(lines("Divers said in a note the lake was low.")).toEqual(["Divers | said | the lake was low"]);
		expect(lines("The judge said in a final ruling the law was void.")).toEqual([
			"The judge | said | the law was void",
		]);
		expect(lines("Orla Pike told reporters in Lund the lake was low.")).toEqual([
			"Orla Pike | told | the lake was low",
		]);
		expect(lines("Orla Pike was quoted by Ostra as telling reporters in the capital that the lake was low.")).toEqual([
			"Orla Pike | was quoted … as telling | that the lake was low",
		]);
	});

	it("are nobody's words where nothing else is told", () => {
		expect(lines("Orla Pike told the council in Brem.")).toEqual([]);
	});

	it("leave what begins like one", () => {
		expect(lines("Orla Pike said in winter the lake freezes.").join()).toContain("in winter the lake freezes");
	});
});

describe("the time of speaking", () => {
	it("is no part of what can yet be", () => {
		expect(lines("Orla Pike said that the work could be resumed last week.")).toEqual([
			"Orla Pike | said | that the work could be resumed",
		]);
		expect(lines("Orla Pike said that the work was resumed last week.")).toEqual([
			"Orla Pike | said | that the work was resumed last week",
		]);
	});

	it("is no part of it before the clause either", () => {
		expect(lines("Orla Pike said last night the dam was safe.")).toEqual(["Orla Pike | said | the dam was safe"]);
		expect(lines("Orla Pike said on Monday the dam was safe.")).toEqual(["Orla Pike | said | the dam was safe"]);
	});

	it("stands behind words in marks as “that day” too", () => {
		expect(lines("“We sign for our children,” Olav Berg said that day.")).toEqual([
			"Olav Berg | said | We sign for our children,",
		]);
	});
});
