import { describe, expect, it } from "vitest";
import { annotateText } from "../../../test/annotate-text.ts";
import { findWordSequence } from "./fingerprints.ts";
import { measureRewording, type Rewording } from "./rewording.ts";

const WHOLE =
	"The ferry Halcyon left Marena harbour at dawn with 90 passengers and a cargo of timber. It struck a sandbank off the northern lighthouse 20 minutes later and began to list.";

function measure(text: string, other: string): Rewording {
	return measureRewording(
		findWordSequence(annotateText(text, { id: "a" })),
		findWordSequence(annotateText(other, { id: "b" })),
	);
}

describe("measureRewording", () => {
	it("finds sentences again in another order, with words replaced", () => {
		const { told, kept } = measure(
			"It hit a sandbank near the northern lighthouse 20 minutes after and started to list. The vessel Halcyon left Marena port at dawn with 90 people and a load of timber.",
			WHOLE,
		);
		expect(told).toBe(1);
		expect(kept).toBeGreaterThan(0.6);
	});

	it("finds little of another report of the same event", () => {
		const { told } = measure(
			"Divers were still searching last night for two engineers of the Halcyon, which went down off Marena. Its owners would not say why it had sailed without new charts.",
			WHOLE,
		);
		expect(told).toBe(0);
	});

	it("counts numbers that stay, in digits or in words", () => {
		const { numbers, sameNumbers } = measure(
			WHOLE.replace("90", "three").replace("20", "45"),
			WHOLE.replace("90", "3"),
		);
		expect([numbers, sameNumbers]).toEqual([2, 1]);
	});
});
