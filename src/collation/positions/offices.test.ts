import { describe, expect, it } from "vitest";
import { collateLines } from "../../../test/list-positions.ts";

/** For whom the speaker of the only position about Orvania speaks, with the words of evidence. */
function behalfIn(...texts: readonly string[]): string[] {
	const record = collateLines(...texts);
	const orvania = record.entities.find(({ name }) => name === "Orvania")?.id;
	const names = new Map(record.entities.map(({ id, name }) => [id, name]));
	const [position] = record.positions.filter(({ about, kind }) => about === orvania && kind === "statement");
	return (position?.behalf ?? []).map(({ entity, evidence }) => {
		const words = evidence.map(({ article, start, end }) =>
			record.articles.find(({ id }) => id === article)?.text.slice(start, end),
		);
		return [names.get(entity), ...words].join(" | ");
	});
}

describe("for whom a speaker speaks", () => {
	it.each([
		["Norrland's foreign minister, Orla Vane, said Orvania had gone.", ["Norrland | Norrland's foreign minister"]],
		["Harbour Union spokeswoman Orla Vane said Orvania had gone.", ["Harbour Union | Harbour Union spokeswoman"]],
		[
			"Orla Vane, a lawyer for Vaskold Metals, said Orvania had gone.",
			["Vaskold Metals | a lawyer for Vaskold Metals"],
		],
		[
			"A spokeswoman for the Harbour Union said Orvania had gone.",
			["Harbour Union | A spokeswoman for the Harbour Union"],
		],
		["The Norrland delegation said Orvania had gone.", ["Norrland | The Norrland delegation"]],
	])("%s", (text, behalf) => {
		expect(behalfIn(text)).toEqual(behalf);
	});

	it.each([
		"Orla Vane, the envoy to Tarnia, said Orvania had gone.",
		"Former Norrland president Orla Vane said Orvania had gone.",
		"Orla Vane, a candidate of the Harbour Union, said Orvania had gone.",
		"Orla Vane, a farmer in Norrland, said Orvania had gone.",
		"Orla Vane said Orvania had gone.",
	])("is left open in %j", (text) => {
		expect(behalfIn(text)).toEqual([]);
	});

	it("is told by the report's own words before those of the others", () => {
		const own = "Orla Vane, a lawyer for Vaskold Metals, said Orvania had gone to the lake.";
		expect(behalfIn(own)[0]).toBe("Vaskold Metals | a lawyer for Vaskold Metals");
	});
});
