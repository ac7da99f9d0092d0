import { describe, expect, it } from "vitest";
import { showQuotations } from "../../../test/show-quotations.ts";

describe("a signature behind a dash", () => {
	it("says whose words in marks are, with what it says of them", () => {
		expect(showQuotations("“The dam holds.” — Orla Pike, mayor of Tarn").lines).toEqual([
			"Orla Pike, mayor of Tarn | — | The dam holds.",
		]);
	});

	it("says whose a short sentence without its stop is", () => {
		expect(showQuotations("“It is a disgrace” — Orla Pike, mayor of Tarn").lines).toEqual([
			"Orla Pike, mayor of Tarn | — | It is a disgrace",
		]);
	});

	it("may stand in the paragraph below", () => {
		expect(showQuotations("“We stay because we must.”\n― Joren Hale\nThe dam is old.").lines).toEqual([
			"Joren Hale | ― | We stay because we must.",
		]);
	});

	it("is no signature under a title", () => {
		expect(showQuotations("“Mending Dams” — Orla Pike").quotations.map(({ source }) => source)).not.toContain(
			"Orla Pike",
		);
	});

	it("is no signature where a sentence goes on", () => {
		const { quotations } = showQuotations("“It holds.” — Pike left the hall at noon.");
		expect(quotations.filter(({ cue }) => cue === "—")).toEqual([]);
	});

	it("may be a name and what the person is, alone below, but no name alone", () => {
		const signed = showQuotations("“It has never been this bad.”\nAnna Rook, baker, Vell\nThe dam is old.");
		expect(signed.quotations.map(({ source }) => source)).toEqual(["Anna Rook, baker, Vell"]);
		const { quotations } = showQuotations("“It has never been this bad.”\nAnna Rook\nThe dam is old.");
		expect(quotations.map(({ source }) => source)).not.toContain("Anna Rook");
	});
});
