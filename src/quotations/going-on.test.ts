import { describe, expect, it } from "vitest";
import { showQuotations } from "../../test/show-quotations.ts";

describe("joinGoingOn", () => {
	it("makes one quotation of what goes on from one cue", () => {
		expect(showQuotations("“We stay,” she said. “We must.”").lines).toEqual(["she | said | We stay, … We must."]);
	});

	it("keeps what two cues give apart", () => {
		expect(showQuotations("“We stay,” Pike said. “We go,” Vane said.").lines).toEqual([
			"Pike | said | We stay,",
			"Vane | said | We go,",
		]);
	});

	it("leaves a title that nobody says out of it", () => {
		expect(showQuotations("“We stay,” Pike said. “The Late Hour” is a show.").lines).toEqual([
			"Pike | said | We stay,",
		]);
	});

	it("calls words in marks that go on from a summary one mixed quotation", () => {
		const { quotations } = showQuotations("Pike said that the dam would hold. “It must.”");
		expect(quotations.map(({ found }) => found.kind)).toEqual(["mixed"]);
	});

	it("leaves words to themselves that the next sentence gives to another", () => {
		const { lines } = showQuotations("“Shut it,” said a diver. “Open it.” Those were the words on the posters.");
		expect(lines).toEqual(["a diver | said | Shut it,", "- | - | Open it."]);
	});

	it("goes on behind a gesture of whoever speaks, and not behind another's", () => {
		expect(showQuotations("“We stay,” Orla Pike said. She nodded. “We must.”").lines).toEqual([
			"Orla Pike | said | We stay, … We must.",
		]);
		expect(showQuotations("Ander Vane met Orla Pike. “We stay,” she said. He nodded. “We must.”").lines).toEqual([
			"she | said | We stay,",
			"He | - | We must.",
		]);
	});

	it("goes on where the next sentence gives the words to whoever spoke before", () => {
		const { lines } = showQuotations("“Shut it,” said a diver. “It is time.” That was her message to the town.");
		expect(lines).toEqual(["a diver | said | Shut it, … It is time."]);
	});
});
