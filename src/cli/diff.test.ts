import { describe, expect, it } from "vitest";
import { collateTexts } from "../../test/collate-texts.ts";
import { recordEffects } from "../../test/recording-effects.ts";
import { compareRecords } from "../report/diff/compare-records.ts";
import { printDiff } from "../report/diff-page.ts";
import { formatDiff, formatRecord } from "../report/json.ts";
import { runCommandLine } from "./run.ts";

const tarn = { name: "tarn", text: "Tarn bridge opens\n\n“The bridge is open,” Mayor Ina Pell said on Monday." };
const orrow = { name: "orrow", text: "Bridge of Tarn opens\n\n“The bridge is open and safe,” Mayor Ina Pell said." };
const before = collateTexts([tarn]);
const after = collateTexts([tarn, orrow]);
const texts = { "old.json": formatRecord(before), "new.json": formatRecord(after), "notes.txt": "no record" };

async function diff(...args: string[]): Promise<{ code: number; out: string; err: string }> {
	const world = recordEffects({ texts: { ...texts, "-": texts["new.json"] } });
	const code = await runCommandLine(["diff", ...args], world.effects);
	return { code, out: world.out(), err: world.err() };
}

describe("stemma diff", () => {
	it("prints what the later record says otherwise, as a page or as JSON", async () => {
		const changes = compareRecords(before, after);
		const page = printDiff(changes, after, { width: 80, color: false, unicode: true });
		expect(page).toContain("1 report more");
		expect(await diff("old.json", "new.json")).toEqual({ code: 0, out: page, err: "" });
		expect(await diff("old.json", "-")).toEqual({ code: 0, out: page, err: "" });
		expect(await diff("old.json", "new.json", "--json")).toEqual({ code: 0, out: formatDiff(changes), err: "" });
		expect(JSON.parse(formatDiff(changes))).toEqual(changes);
	});

	it.each([[["old.json"]], [["-", "-"]], [["old.json", "new.json", "more.json"]], [[]]])(
		"needs two records: %j",
		async (args) => {
			const { code, err } = await diff(...args);
			expect(code).toBe(2);
			expect(err).toContain("diff needs two records' JSON");
		},
	);

	it("says which of the two is no record", async () => {
		const { code, err } = await diff("old.json", "notes.txt");
		expect(code).toBe(2);
		expect(err).toContain("notes.txt");
	});
});
