import { describe, expect, it } from "vitest";
import { collateTexts, listFacts, nameOf } from "../../../test/collate-texts.ts";
import type { CollationRecord } from "../../model/record.ts";

const LEAD =
	"A ferry capsized off Kelm in a storm on Tuesday, the coast guard of Kelm reported, and the search in Orm Bay went on.";

/** Numbers that two reports or more give of one thing. */
function joinedNumbers(record: CollationRecord): string[] {
	return listFacts(record, "number").filter((fact) => !fact.startsWith("single-source"));
}

describe("findFacts", () => {
	it("lists a number that one report alone gives, with who is silent of it", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe owner had insured 240 lifejackets.` },
			{ name: "b", text: `${LEAD}\nThe cause was not known.` },
		]);
		expect(listFacts(record, "number")).toEqual(["single-source: 240 lifejackets (a)"]);
	});

	it("takes an exact number and a bound that holds it as compatible", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe sinking of the ferry killed 63 people.` },
			{ name: "b", text: `${LEAD}\nThe sinking of the ferry killed more than 60 people.` },
		]);
		expect(listFacts(record, "number")).toEqual(["compatible: 63 people (a) | more than 60 people (b)"]);
	});

	it("reads hours and minutes as one time", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe pumps of the ferry stood still for two hours and fifty minutes.` },
			{ name: "b", text: `${LEAD}\nThe pumps of the ferry stood still for 170 minutes.` },
		]);
		expect(joinedNumbers(record)).toEqual(["agree: 170 minutes (b) | two hours and fifty minutes (a)"]);
	});

	it("takes a count that a report corrects as replaced, in other reports too", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe owner said 34 passengers were trapped below, not 31.`, published: "2031-05-15" },
			{ name: "b", text: `${LEAD}\nThe owner said 31 passengers were trapped below.`, published: "2031-05-14" },
		]);
		const [fact] = record.facts.filter(({ type, states }) => type === "number" && states.length > 2);
		expect(fact?.relation).toBe("updated");
	});

	it("counts passengers and crew together as those aboard", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe ferry had cast off from Orm with 198 passengers and a crew of 16.` },
			{ name: "b", text: `${LEAD}\nThe ferry had left Orm with 214 people on board.` },
		]);
		expect(joinedNumbers(record)).toEqual(["agree: 198 passengers and a crew of 16 (a) | 214 people (b)"]);
	});

	it("takes the headline's count for the body's, a bound where the body gives one", () => {
		const record = collateTexts([
			{
				name: "a",
				headline: "Nine die as ferry capsizes off Kelm",
				text: `${LEAD}\nAt least nine people died.`,
				published: "2031-05-15",
			},
			{ name: "b", text: `${LEAD}\nEleven people died.`, published: "2031-05-14" },
		]);
		const [fact] = record.facts.filter(({ type }) => type === "number");
		expect(fact?.relation).toBe("compatible");
	});

	it("takes one of two figures for an outlier where every report counts the thing once", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nEleven states took part in the summit on the storm.` },
			{ name: "b", text: `${LEAD}\nThe summit of nine states on the storm was put off.` },
			{ name: "c", text: `${LEAD}\nThe summit on the storm, of nine states, was not held.` },
		]);
		expect(joinedNumbers(record).filter((fact) => fact.startsWith("conflict"))).toHaveLength(1);
	});

	it("holds nothing against a number of a thing that one report counts both ways", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe ferry had hit the northern pier 33 times in all, and 13 times in May.` },
			{ name: "b", text: `${LEAD}\nThe ferry had hit the northern pier 33 times.` },
			{ name: "c", text: `${LEAD}\nThe ferry had hit the northern pier 13 times.` },
		]);
		expect(joinedNumbers(record).filter((fact) => fact.startsWith("conflict"))).toEqual([]);
	});

	it("counts no dead by those who killed, nor by a penalty", () => {
		const record = collateTexts([
			{
				name: "a",
				text: `${LEAD}\nTwo gunmen killed five people on the quay, and seven jurors were for the death penalty.`,
			},
			{ name: "b", text: `${LEAD}\nThe shots on the quay killed five people.` },
		]);
		expect(joinedNumbers(record)).toEqual(["agree: five people (a) | five people (b)"]);
	});

	it("contests a denial that several reports carry only where a sentence tells what is denied", () => {
		const denial = "The owner, Orla Vane, denied that she had left the wheel before her passengers were safe.";
		const of = (more: string): string[] =>
			collateTexts([
				{ name: "a", text: `${LEAD}\n${denial}` },
				{
					name: "b",
					text: `${LEAD}\nOrla Vane denied that she had left the wheel before her passengers were safe.${more}`,
				},
			])
				.facts.filter(({ relation }) => relation === "contested")
				.map(({ type }) => type);
		expect(of("")).toEqual([]);
		expect(of(" She is held on suspicion of leaving the wheel while passengers were still on board.")).toContain(
			"attribution",
		);
	});

	it("takes a headline of a speaker's own words for no paraphrase of them", () => {
		const record = collateTexts([
			{
				name: "a",
				headline: "“It sounded like the end of the world”",
				text: `${LEAD}\n“It sounded like the end of the world, and then there was no sound at all,” Orla Vane said.`,
			},
		]);
		expect(record.facts.filter(({ relation }) => relation === "conflict")).toEqual([]);
	});

	it("sets two minutes against each other at which one thing began", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe ferry caught fire at 9:40 p.m. on Monday, before the storm.` },
			{ name: "b", text: `${LEAD}\nFire broke out on the ferry at 8.40pm on Monday, long before the storm.` },
		]);
		expect(listFacts(record, "date").filter((fact) => fact.startsWith("conflict"))).toHaveLength(1);
	});

	it("sets a denial against the words that several reports carry", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\n"The harbour wall was badly built," said the engineer, Orla Vane.` },
			{ name: "b", text: `${LEAD}\nOrla Vane, an engineer, said that the harbour wall was badly built.` },
			{ name: "c", text: `${LEAD}\nThe city denied that the harbour wall was badly built.` },
		]);
		const found = record.facts.filter(({ relation }) => relation === "contested");
		expect(found.map(({ states }) => states.map(({ article }) => nameOf(record, article)).sort())).toEqual([
			["a", "b", "c"],
		]);
	});

	it("takes two flat counts of one thing as a conflict, and names who is silent", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nSome 40 people were still missing. The sinking of the ferry killed 63 people.` },
			{ name: "b", text: `${LEAD}\nThe sinking of the ferry killed 71 people.` },
			{ name: "c", text: `${LEAD}\nThe cause of the sinking of the ferry was not known.` },
		]);
		const [fact] = record.facts.filter((one) => one.type === "number");
		expect(fact?.relation).toBe("conflict");
		expect(fact?.silent.map((id) => nameOf(record, id))).toEqual(["c"]);
	});

	it("takes a later, larger count of the dead as an update", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe sinking of the ferry killed 63 people.`, published: "2031-05-14" },
			{ name: "b", text: `${LEAD}\nThe sinking of the ferry killed 71 people.`, published: "2031-05-16" },
		]);
		expect(listFacts(record, "number")).toEqual(["updated: 63 people (a) | 71 people (b)"]);
	});

	it("does not hold two numbers of one report against one of another that could be either", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe storm killed 12 people in Kelm. The storm killed 5 people in Tarn.` },
			{ name: "b", text: `${LEAD}\nThe storm killed 9 people in the bay.` },
		]);
		expect(listFacts(record, "number").filter((fact) => fact.startsWith("conflict"))).toEqual([]);
	});

	it("does not compare the dead with the injured", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe sinking of the ferry killed 12 people.` },
			{ name: "b", text: `${LEAD}\nThe sinking of the ferry injured 30 people.` },
		]);
		expect(joinedNumbers(record)).toEqual([]);
	});

	it("joins the days that reports give for one thing, however they write them", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe breakwater of Kelm harbour gave way on May 12, 2031.`, published: "2031-05-14" },
			{ name: "b", text: `${LEAD}\nThe breakwater of Kelm harbour gave way on Monday.`, published: "2031-05-14" },
			{ name: "c", text: `${LEAD}\nA choir from Kelm sang in Orm Bay on Monday.`, published: "2031-05-14" },
		]);
		expect(listFacts(record, "date")).toContain("agree: May 12, 2031 (a) | Monday (b)");
	});

	it("sets a summary against the words it stands beside", () => {
		const record = collateTexts([
			{
				name: "a",
				text: `Harbour Minister Orla Vane said the ministry would not give way: the northern quay of Kelm will close.\nOrla Vane said that the ministry will close the northern quay of Kelm.\n“We are studying whether to close the northern quay of Kelm,” Orla Vane said.`,
			},
		]);
		const conflicts = record.facts.filter((fact) => fact.relation === "conflict");
		expect(conflicts.some((fact) => fact.states.some((state) => state.value.includes("studying whether")))).toBe(true);
	});

	it("holds numbers of two renditions against each other in one slot alone", () => {
		const conflicts = (...texts: string[]): number =>
			collateTexts(texts.map((text, at) => ({ name: String(at), text: `${LEAD}\n${text}` }))).facts.filter(
				({ type, relation }) => type === "attribution" && relation === "conflict",
			).length;
		const spoken = "“We burned 40 sacks of letters from the harbour office,” said the clerk, Orla Vane.";
		expect(conflicts(spoken, "“We burned 30 sacks of letters from the harbour office,” said Orla Vane.")).toBe(1);
		expect(
			conflicts(spoken, "Orla Vane said she spent four hours burning sacks of letters from the harbour office."),
		).toBe(0);
	});

	it("finds no conflict where a summary is merely shorter", () => {
		const record = collateTexts([
			{
				name: "a",
				text: `Orla Vane said that the ministry was studying whether to close the northern quay of Kelm.\n“We are studying whether to close the northern quay of Kelm before the winter,” Orla Vane said.`,
			},
		]);
		expect(record.facts.filter((fact) => fact.relation === "conflict")).toEqual([]);
	});

	it("calls contested what one report states and another gives as denied", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe alarms of the northern lighthouse had been switched off on Sunday night.` },
			{
				name: "b",
				text: `${LEAD}\nThe harbour ministry denied that the alarms of the northern lighthouse had been switched off on Sunday night.`,
			},
		]);
		expect(listFacts(record, "clause").map((fact) => fact.split(":")[0])).toContain("contested");
	});

	it("joins a number with the one that it replaced, as the words say", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe fever in Kelm has killed 19 people.`, published: "2031-05-14" },
			{
				name: "b",
				text: `${LEAD}\nThe number of deaths from the fever in Kelm rose to 44 from 19.`,
				published: "2031-05-20",
			},
		]);
		const [fact] = record.facts.filter((one) => one.type === "number");
		expect(fact?.relation).toBe("updated");
		expect(fact?.states.length).toBe(3);
	});

	it("adds passengers and crew to those aboard, and keeps apart what a ship may carry", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nThe ferry had 214 people on board. It was licensed to carry 240 people.` },
			{ name: "b", text: `${LEAD}\nThe ferry sailed with 198 passengers and a crew of 16 on board.` },
		]);
		expect(joinedNumbers(record)).toEqual(["agree: 198 passengers and a crew of 16 (b) | 214 people (a)"]);
	});

	it("folds a sentence that two reports carry word for word", () => {
		const wire = "Some 1,340 crates of salted fish lay on the northern quay of Kelm.";
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\n${wire}` },
			{ name: "b", text: `${LEAD}\n${wire}` },
		]);
		expect(listFacts(record, "number").map((fact) => fact.split(":")[0])).toEqual(["single-source"]);
	});

	it("does not take two people of one surname for one of two ages", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nPatricia Vane, 61, saw the ferry sink.` },
			{ name: "b", text: `${LEAD}\nRobert Vane, 63, saw the ferry sink.` },
		]);
		expect(joinedNumbers(record)).toEqual([]);
	});

	it("calls contested what reports tell of a man and he denies", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nOrla Vane declared herself the winner of the harbour election on Monday.` },
			{ name: "b", text: `${LEAD}\n“I never declared myself the winner of any harbour election,” Orla Vane said.` },
		]);
		expect(listFacts(record, "clause").some((fact) => fact.startsWith("contested"))).toBe(true);
	});

	it("takes a plea of not guilty for no denial of the charge itself", () => {
		const record = collateTexts([
			{ name: "a", text: `${LEAD}\nOrla Vane was charged with theft of harbour crates.` },
			{ name: "b", text: `${LEAD}\nOrla Vane has pleaded not guilty to the theft of harbour crates, the court said.` },
		]);
		expect(record.facts.filter((fact) => fact.relation === "contested")).toEqual([]);
	});

	it("gives the same facts in whichever order the reports come", () => {
		const reports = [
			{ name: "a", text: `${LEAD}\nThe sinking of the ferry killed 63 people.`, published: "2031-05-14" },
			{ name: "b", text: `${LEAD}\nThe sinking of the ferry killed 71 people.`, published: "2031-05-16" },
			{ name: "c", text: `${LEAD}\nAt least 70 people died when the ferry sank off Kelm.`, published: "2031-05-15" },
		];
		const facts = JSON.stringify(collateTexts(reports).facts);
		expect(JSON.stringify(collateTexts([...reports].reverse()).facts)).toBe(facts);
	});

	it("lets one report give two counts of one thing on the word of two who differ", () => {
		const record = collateTexts([
			{
				name: "a",
				text: `${LEAD}\nThe union said that two cranes were working. The company said that nine cranes were working.`,
			},
			{ name: "b", text: `${LEAD}\nOnly two cranes were working at the quay.` },
			{ name: "c", text: `${LEAD}\nOnly nine cranes were working at the quay.` },
		]);
		expect(listFacts(record, "number")).toEqual([
			"conflict: nine cranes (a) | nine cranes (c) | two cranes (a) | two cranes (b)",
		]);
	});

	it("does not take two counts of two places in one report for one", () => {
		const record = collateTexts([
			{
				name: "a",
				text: `${LEAD}\nThe union said that two cranes were working in Kelm. The company said that nine cranes were working in Tarn.`,
			},
			{ name: "b", text: `${LEAD}\nOnly two cranes were working in Kelm.` },
		]);
		expect(listFacts(record, "number").filter((fact) => fact.startsWith("conflict"))).toEqual([]);
	});

	it("takes two counts of one moment as a conflict though such a count grows", () => {
		const text = (count: string): string =>
			`${LEAD}\nAs of 6 p.m. on Wednesday ${count} people had been evacuated from Kelm.`;
		const record = collateTexts([
			{ name: "a", text: text("3,100"), published: "2031-05-14" },
			{ name: "b", text: text("4,200"), published: "2031-05-15" },
		]);
		expect(listFacts(record, "number")).toEqual(["conflict: 3,100 people (a) | 4,200 people (b)"]);
	});

	it("takes a day for the same as its time elsewhere", () => {
		const record = collateTexts([
			{
				name: "a",
				text: `${LEAD}\nThe breakwater of Kelm harbour gave way at 6 a.m. on Monday.`,
				published: "2031-05-14",
			},
			{ name: "b", text: `${LEAD}\nThe breakwater of Kelm harbour gave way on Monday.`, published: "2031-05-14" },
		]);
		expect(listFacts(record, "date").filter((fact) => fact.includes("Monday"))).toEqual([
			"agree: 6 a.m. on Monday (a) | Monday (b)",
		]);
	});

	it("holds a denial against what is told only where its verb comes back", () => {
		const told = { name: "a", text: `${LEAD}\nThe owner declared himself the winner of the harbour lease on Friday.` };
		const denied = collateTexts([
			told,
			{ name: "b", text: `${LEAD}\n“I never declared myself the winner of the harbour lease,” Orm Tavar said.` },
		]);
		expect(listFacts(denied, "clause").some((fact) => fact.startsWith("contested"))).toBe(true);
		const other = collateTexts([
			told,
			{ name: "b", text: `${LEAD}\n“I never forged the winner of the harbour lease,” Orm Tavar said.` },
		]);
		expect(listFacts(other, "clause").filter((fact) => fact.startsWith("contested"))).toEqual([]);
	});

	it("states each sentence of what was said as a fact of its own", () => {
		const record = collateTexts([
			{
				name: "a",
				text: `${LEAD}\n“The rudder broke in the storm off the cape. That is why the crew left the bridge early,” said Ines Okar, the harbour master.`,
			},
			{
				name: "b",
				text: `${LEAD}\nInes Okar, the harbour master, said: “The rudder broke in the storm off the cape. That is why the crew left the bridge early.”`,
			},
			{ name: "c", text: `${LEAD}\n“The rudder broke in the storm off the cape,” said Ines Okar, the harbour master.` },
		]);
		const reports = record.facts
			.filter(({ type, statement }) => type === "attribution" && statement.includes("Okar"))
			.map(({ states }) => states.map(({ article }) => nameOf(record, article)).join(""));
		expect(reports.sort((a, b) => a.length - b.length)).toEqual(["ab", "abc"]);
	});
});
