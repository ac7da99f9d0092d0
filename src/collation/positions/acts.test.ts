import { describe, expect, it } from "vitest";
import { collateLines, listActs } from "../../../test/list-positions.ts";

describe("acts", () => {
	it.each([
		["Norrland vetoed the Tarn Accord on Monday.", ["Norrland → Tarn Accord: veto | opposes"]],
		["The Harbour Bill was rejected by the Council of Ports.", ["Council of Ports → Harbour Bill: reject | opposes"]],
		["Norrland voted against the Harbour Bill.", ["Norrland → Harbour Bill: vote against | opposes"]],
		["Norrland has formally recognised Orvania.", ["Norrland → Orvania: recognise | supports"]],
		["Norrland refused to recognize Orvania.", ["Norrland → Orvania: refuse to recognise | opposes"]],
		["Norrland voted to suspend Orvania.", ["Norrland → Orvania: suspend | opposes"]],
		["Norrland imposed new sanctions on Orvania.", ["Norrland → Orvania: impose sanctions on | opposes"]],
		[
			"Vaskold Metals called off talks with the Harbour Union.",
			["Vaskold Metals → Harbour Union: call off ties with | opposes"],
		],
		["Norrland expelled Orvania's ambassador.", ["Norrland → Orvania: expel | opposes"]],
		["Norrland withdrew from the Tarn Accord.", ["Norrland → Tarn Accord: withdraw from | opposes"]],
	])("finds in %j who did what about whom", (text, acts) => {
		expect(listActs(text)).toEqual(acts);
	});

	it("names the doer behind a description, before “who”, and by a state's organ", () => {
		expect(listActs("Orla Vane, the mayor of Kelm, vetoed the Harbour Bill.")).toEqual([
			"Orla Vane → Harbour Bill: veto | opposes",
		]);
		expect(listActs("Orla Vane, who signed the Tarn Accord in 2029, left.")).toEqual([
			"Orla Vane → Tarn Accord: sign | supports",
		]);
		expect(listActs("The Norrland government signed the Tarn Accord.")).toEqual([
			"Norrland → Tarn Accord: sign | supports",
		]);
	});

	it.each([
		"Norrland may veto the Tarn Accord.",
		"Norrland will veto the Tarn Accord.",
		"Norrland did not veto the Tarn Accord.",
		"Norrland threatened to veto the Tarn Accord.",
		"Norrland has not vetoed the Tarn Accord.",
		"The mayor of Norrland vetoed the plan.",
		"Norrlandic farmers in Orvania vetoed the plan.",
		"The government vetoed the plan.",
	])("finds none in %j", (text) => {
		expect(listActs(text)).toEqual([]);
	});

	it("takes no side on an entity where the deed is done to something of it", () => {
		expect(listActs("Norrland rejected Orvania's offer.")).toEqual(["Norrland → Orvania: reject | -"]);
		expect(listActs("Police met in Kelm. Norrland met Orvania.")).toEqual(["Norrland → Orvania: meet | -"]);
	});

	it("says on whose word a deed is told", () => {
		const record = collateLines("Orla Vane, a farmer, said that Tarnia had expelled Orvania's envoy on Monday.");
		const act = record.positions.find(({ kind }) => kind === "act");
		const vane = record.entities.find(({ name }) => name === "Orla Vane")?.id;
		expect(act?.reports).toMatchObject([{ mode: "attributed", by: vane }]);
		expect(act?.when).toMatchObject({ earliest: "2031-05-12", latest: "2031-05-12" });
	});

	it("gives a deed the day of its own clause, that of the report only at its head, and none to what was before", () => {
		const when = (text: string): (string | null)[] => {
			const found = collateLines(text).positions.find(({ act }) => act === "veto")?.when;
			return [found?.earliest ?? null, found?.latest ?? null];
		};
		expect(when("Norrland vetoed the Tarn Accord.")).toEqual(["2031-05-14", "2031-05-14"]);
		expect(when("Norrland had vetoed the Tarn Accord.")).toEqual([null, "2031-05-14"]);
		expect(when("On Monday, Norrland vetoed the Tarn Accord.")).toEqual(["2031-05-12", "2031-05-12"]);
		expect(when("Orla Vane, who vetoed the Tarn Accord in 2029, praised Tarnia on Monday.")).toEqual([
			"2029-01-01",
			"2029-12-31",
		]);
		expect(when("Snow fell.\n\nHail fell.\n\nNorrland vetoed the Tarn Accord.")).toEqual([null, "2031-05-14"]);
	});
});
