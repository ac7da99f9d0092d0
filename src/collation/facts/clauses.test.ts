import { describe, expect, it } from "vitest";
import { collateTexts, listFacts } from "../../../test/collate-texts.ts";

const LEAD =
	"A ferry capsized off Kelm in a storm on Tuesday, the coast guard of Kelm reported, and the search in Orm Bay went on.";

describe("clauses that restate each other", () => {
	it("are joined though the sentences around them differ", () => {
		const joined = collateTexts([
			{ name: "a", text: `${LEAD}\nThe wooden pier burned down at night, and the mayor blamed nobody.` },
			{ name: "b", text: `${LEAD}\nDivers came from Tarn, while the old wooden pier burned down at night.` },
		]);
		expect(listFacts(joined, "clause").some((fact) => /pier.*pier/.test(fact))).toBe(true);
	});

	it("are no two that share names alone", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nInes Okar of Kelm Harbour Lines met Tarn Rescue at Orm Bay.` },
			{ name: "b", text: `${LEAD}\nInes Okar of Kelm Harbour Lines sued Tarn Rescue at Orm Bay.` },
		]);
		expect(listFacts(record, "clause").filter((fact) => /met.*sued/.test(fact))).toEqual([]);
	});

	it("are shown as the sentence they stand in where reports carry it word for word", () => {
		const copied = "The owner had raised the height of the rail, painted the hull and tested every lifeboat in April.";
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\n${copied}` },
			{ name: "b", text: `Waves hit the quay.\n${LEAD}\n${copied}` },
		]);
		expect(listFacts(record, "clause").filter((fact) => fact.includes("hull"))).toHaveLength(1);
	});
});
