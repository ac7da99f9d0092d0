import { describe, expect, it } from "vitest";
import { showQuotations } from "../../../test/show-quotations.ts";

function speakers(text: string): (string | null)[] {
	return showQuotations(text).quotations.map(({ speaker }) => speaker);
}

describe("resolveSpeakers", () => {
	it("joins a surname to its full name", () => {
		expect(speakers("Mayor Orla Pike said the dam holds.\nPike said the crews are tired.")).toEqual([
			"Orla Pike",
			"Orla Pike",
		]);
	});

	it("takes the person a phrase describes, not those it mentions", () => {
		expect(speakers("“We stay,” said Orla Pike, an aide to President Ander Vane.")).toEqual(["Orla Pike"]);
	});

	it("takes an office with its domain for the person it stands before, and no second person for one", () => {
		expect(speakers("Minister of Waters Orla Pike said the dam holds.")).toEqual(["Orla Pike"]);
		expect(speakers("An aide of President Ander Vane said the dam holds.")).toEqual([null]);
	});

	it("takes a spokesman for himself, not for whom he speaks for", () => {
		expect(speakers("President Ander Vane slept. “We stay,” said Vane spokesman Joren Hale.")).not.toContain(
			"Ander Vane",
		);
	});

	it("lets a pronoun go on from the last speaker", () => {
		expect(speakers("Mayor Orla Pike said the dam holds. “We stay,” she added.")).toEqual(["Orla Pike", "Orla Pike"]);
	});

	it("does not pick between two who fit", () => {
		const { quotations } = showQuotations(
			"Ander Vane said the dam holds. Joren Hale met the crews. “We stay,” he said.",
		);
		const last = quotations[quotations.length - 1];
		expect(last?.exact).toBe("We stay,");
		expect(last?.speaker).toBeNull();
		expect(last?.found.candidates.length).toBe(2);
	});

	it("does not carry on over somebody described and named since", () => {
		const { quotations } = showQuotations(
			"“The gate was shut,” said Marek Tolle. His colleague Ines Varga, 24, lost her brother. “I called him all night,” she said.",
		);
		expect(quotations.at(-1)?.speaker).not.toBe("Marek Tolle");
	});

	it("gives whoever was named since the last speaker as a candidate", () => {
		const { quotations } = showQuotations(
			"Orla Pike said the dam holds. The crews were met by Brenna Vane. “We stay,” she said.",
		);
		expect(quotations.at(-1)?.speaker).toBeNull();
		expect(quotations.at(-1)?.found.candidates.length).toBe(2);
	});

	it("carries on when only the speaker's own words name another", () => {
		expect(speakers("Orla Pike said the crews met Brenna Vane. “We stay,” she said.")).toEqual([
			"Orla Pike",
			"Orla Pike",
		]);
	});

	it("knows an organisation that speaks", () => {
		expect(speakers("The Tarn Water Ministry said the dam holds.")).toEqual(["Tarn Water Ministry"]);
	});

	it("leaves officials of an organisation without a name", () => {
		const { quotations } = showQuotations("Officials of the Tarn Water Ministry said the dam holds.");
		expect(quotations[0]?.speaker).toBeNull();
		expect(quotations[0]?.found.speakerReason).toContain("without a name");
	});

	it("keeps an unnamed source as described", () => {
		const { quotations } = showQuotations("“It leaks,” said a police spokesman.");
		expect(quotations[0]?.source).toBe("a police spokesman");
		expect(quotations[0]?.speaker).toBeNull();
		expect(quotations[0]?.found.speakerReason).toContain("a police spokesman");
	});

	it("resolves a role that one person alone holds", () => {
		expect(speakers("Ambassador Orla Pike arrived. “We stay,” the envoy said.")).toEqual(["Orla Pike"]);
	});

	it("keeps two officials with alike roles apart", () => {
		const { quotations } = showQuotations(
			"Ambassador Orla Pike met Ambassador Ander Vane. “We stay,” the ambassador said.",
		);
		expect(quotations[0]?.speaker).toBeNull();
	});

	it("gives two joined names as candidates", () => {
		const { quotations } = showQuotations("Orla Pike and Ander Vane said the dam holds.");
		expect(quotations[0]?.speaker).toBeNull();
		expect(quotations[0]?.found.candidates.length).toBe(2);
	});

	it("says why, always", () => {
		for (const { found } of showQuotations("“We stay,” she said. “Stay,” said Pike. “Go.”").quotations)
			expect(found.speakerReason).not.toBe("");
	});
});
