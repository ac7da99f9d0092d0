import { describe, expect, it } from "vitest";
import { collateTexts, nameOf, utteranceWith } from "../../../test/collate-texts.ts";

const LEAD =
	"KELM — Harbour Minister Orla Vane spoke about the Kelm breakwater on Tuesday after its collapse in the storm.";

function variants(texts: readonly string[], words: string): string[] {
	const record = collateTexts(texts.map((text, index) => ({ name: String(index), text: `${LEAD}\n${text}` })));
	const utterance = utteranceWith(record, words);
	const names = new Map(utterance?.renditions.map(({ id, article }) => [id, nameOf(record, article)]));
	return (utterance?.variants ?? []).map(
		({ kind, readings }) =>
			`${kind}: ${readings.map(({ text, renditions }) => `${text || "∅"} (${renditions.map((id) => names.get(id)).join(" ")})`).join(" | ")}`,
	);
}

describe("findWitnesses", () => {
	it("sets a paraphrase that follows the words beside them", () => {
		expect(
			variants(
				[
					"“The harbour gauges were tested on Monday and they worked,” Orla Vane said.",
					"Orla Vane said the harbour gauges were tested and they worked.",
				],
				"gauges were tested on Monday",
			),
		).toEqual(["omission: ∅ (1) | on Monday (0)"]);
	});

	it("finds no variant in what reporting makes of words", () => {
		expect(
			variants(
				[
					"“We will rebuild our breakwater with northern granite,” Orla Vane said.",
					"Orla Vane said they would rebuild their breakwater with northern granite.",
				],
				"We will rebuild",
			),
		).toEqual([]);
	});
});
