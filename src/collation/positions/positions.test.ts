import { describe, expect, it } from "vitest";
import { collateTexts, type TestReport } from "../../../test/collate-texts.ts";
import { listRows } from "../../../test/list-positions.ts";
import type { Position } from "../../model/record.ts";

const LEAD = "Ships from Norrland, from Tarnia and from Orvania lay off Kelm.";

function positionsOf(...reports: readonly TestReport[]): readonly Position[] {
	return collateTexts(reports.map((one) => ({ ...one, text: `${LEAD}\n\n${one.text}` }))).positions;
}

describe("the ledger of positions", () => {
	const VANE =
		"Norrland's foreign minister, Orla Vane, spoke in Kelm. “We support the Tarn Accord without any reserve,” she said.";

	it("has one row for what several reports give, with all of them and who brought the words", () => {
		const rows = positionsOf(
			{ name: "a", text: VANE, published: "2031-05-02" },
			{
				name: "b",
				text: "Orla Vane, Norrland's foreign minister, told Corra Wire: “We support the Tarn Accord without any reserve.”",
				published: "2031-05-03",
			},
		).filter(({ kind, exact }) => kind === "statement" && exact.includes("reserve"));
		expect(rows).toHaveLength(1);
		expect(rows[0]?.reports).toHaveLength(2);
		expect(rows[0]?.reports.flatMap(({ carriers }) => carriers)).toHaveLength(1);
		expect(rows[0]).toMatchObject({ stance: "supports", when: { earliest: "2031-05-02" } });
	});

	it("has one row for a deed that several reports tell, and two for two deeds", () => {
		const day = (name: string, text: string, published: string): TestReport => ({ name, text, published });
		const one = positionsOf(
			day("a", "Norrland vetoed the Tarn Accord on Monday after a long debate about the lake.", "2031-05-14"),
			day("b", "After a long debate about the lake Norrland vetoed the Tarn Accord on Monday.", "2031-05-13"),
		).filter(({ act }) => act === "veto");
		expect(one.map(({ reports }) => reports.length)).toEqual([2]);
		const two = positionsOf(
			day("a", "Norrland vetoed the Tarn Accord on 5 May 2031.", "2031-05-14"),
			day("b", "Norrland vetoed the Tarn Accord on 12 May 2031.", "2031-05-14"),
		).filter(({ act }) => act === "veto");
		expect(two.map(({ when }) => when.earliest)).toEqual(["2031-05-05", "2031-05-12"]);
	});

	it("marks a change with both days, from one story to another", () => {
		const rows = positionsOf(
			{ name: "a", text: VANE, published: "2031-05-02" },
			{
				name: "b",
				text: "“We no longer support the Tarn Accord, and the lake will tell why,” said Orla Vane, Norrland's foreign minister.",
				published: "2031-05-20",
			},
		).filter(({ stance }) => stance !== null);
		expect(rows.map(({ stance, when }) => [stance, when.earliest])).toEqual([
			["supports", "2031-05-02"],
			["opposes", "2031-05-20"],
		]);
		expect(rows[0]?.change).toBeNull();
		expect(rows[1]?.change).toEqual({ position: rows[0]?.id, stance: "supports", when: rows[0]?.when });
	});

	it("calls it no change when reports of one day differ, and points from each to the other", () => {
		const rows = positionsOf(
			{ name: "a", text: "Orla Vane backed the Tarn Accord on Monday.", published: "2031-05-14" },
			{ name: "b", text: "Orla Vane rejected the Tarn Accord on Monday.", published: "2031-05-14" },
		).filter(({ stance }) => stance !== null);
		expect(rows.map(({ change }) => change)).toEqual([null, null]);
		expect(rows.map(({ differs }) => differs)).toEqual([[rows[1]?.id], [rows[0]?.id]]);
	});

	it("gives what nobody named says to the body spoken for", () => {
		const record = collateTexts([
			{
				name: "a",
				text: `${LEAD}\n\nA spokeswoman for the Harbour Union said Orvania had gone.`,
				published: "2031-05-14",
			},
		]);
		expect(listRows(record)).toEqual(["Harbour Union → Orvania: Orvania had gone | - | a"]);
	});

	it("takes a verb of doing for a deed and not for a saying, but where words of it are given", () => {
		const kinds = (text: string): string[] =>
			positionsOf({ name: "a", text, published: "2031-05-14" }).map(({ kind, stance }) => `${kind} ${stance}`);
		expect(kinds("Orla Vane rejected the Tarn Accord.")).toEqual(["act opposes"]);
		expect(kinds("Orla Vane rejected “the Tarn Accord of the lakes”.")).toEqual(["statement opposes"]);
	});
});
