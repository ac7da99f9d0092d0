import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotateText, rarity } from "../../../test/annotate-text.ts";
import { findDerivation } from "./derivation.ts";

const WIRE =
	"A captain wept in court as she told how her ferry struck a sandbank off Marena. Ada Vane, 52, said the charts were older than the dredging of the strait. The owners, Halcyon Lines, deny that they refused to buy newer ones. The hearing before Judge Orla Pike goes on.";
const REWRITTEN =
	"The charts were older than the dredging of the strait, Ada Vane said. In tears the captain, 52, told the court how the ferry struck a sandbank. Halcyon Lines deny they refused newer charts.";
const OWN =
	"Passengers who gathered outside spoke with anger about the months of waiting for an apology. Their solicitor expects damages to exceed anything ever awarded in Corra.";

function kindOf(report: string, ...wires: readonly string[]): string {
	const sources = wires.map((text, i) => annotateText(text, { id: `w${i}` }));
	return findDerivation(annotateText(report, { id: "r" }), sources, rarity).kind;
}

describe("findDerivation", () => {
	it("finds a report whose every sentence a source tells to be wholly derived", () => {
		expect(kindOf(REWRITTEN, WIRE)).toBe("whole");
	});

	it("finds a report with sentences of its own to be derived in part", () => {
		expect(kindOf(`${REWRITTEN} Passengers outside shouted angrily.`, WIRE)).toBe("part");
	});

	it("finds a report not derived that shares the event alone", () => {
		expect(kindOf(OWN, WIRE)).toBe("none");
		expect(kindOf(REWRITTEN)).toBe("none");
	});

	it("shows for each sentence where a source tells it", () => {
		const wire = annotateText(WIRE, { id: "w" });
		const { counterparts } = findDerivation(annotateText(`${REWRITTEN} ${OWN}`, { id: "r" }), [wire], rarity);
		const told = counterparts.map(({ source }) => source && wire.article.text.slice(source.start, source.end));
		expect(told[0]).toContain("older than the dredging");
		expect(told.slice(3)).toEqual([null, null]);
	});

	it("does not hang on the order of sources", () => {
		const sources = WIRE.split(/(?<=\.) /).map((text, i) => annotateText(text, { id: `w${i}` }));
		const report = annotateText(REWRITTEN, { id: "r" });
		const first = findDerivation(report, sources, rarity);
		fc.assert(
			fc.property(fc.shuffledSubarray(sources, { minLength: sources.length }), (shuffled) => {
				expect(findDerivation(report, shuffled, rarity)).toEqual(first);
			}),
			{ numRuns: 20 },
		);
	});
});
