import { describe, expect, it } from "vitest";
import { collateTexts, listFacts } from "../../../test/collate-texts.ts";

const LEAD =
	"A ferry capsized off Kelm in a storm on Tuesday, the coast guard of Kelm reported, and the search in Orm Bay went on.";

describe("findRoleFacts", () => {
	it("joins the ways in which reports say who somebody is", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nInes Okar, the mayor of Kelm, closed the quay.` },
			{ name: "b", text: `${LEAD}\nMayor Ines Okar closed the quay, and a choir from Tarn sang.` },
		]);
		expect(listFacts(record, "clause")).toContain("agree: Mayor (b) | the mayor of Kelm (a)");
	});

	it("takes no form of address for a description, and calls nobody silent who gives the name", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nMr Ines Okar closed the quay.` },
			{ name: "b", text: `${LEAD}\nMr Ines Okar closed the quay.` },
		]);
		expect(listFacts(record, "clause").filter((fact) => /: Mr \(/.test(fact))).toEqual([]);
	});
});
