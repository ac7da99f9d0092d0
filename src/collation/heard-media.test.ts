import { describe, expect, it } from "vitest";
import { collateTexts } from "../../test/collate-texts.ts";
import type { CollationRecord } from "../model/record.ts";

const LEAD = "The dam above Tarn burst on Tuesday after a week of rain, and the lower town of Tarn was under water.";

function carriersOf(record: CollationRecord): string[] {
	const names = new Map(record.entities.map(({ id, name }) => [id, name]));
	return record.quotations.flatMap(({ carriers }) => carriers.map(({ entity }) => names.get(entity) ?? ""));
}

describe("addHeardMedia", () => {
	const told = { name: "a", text: `${LEAD}\n“The dam leaked for years,” Orla Vane told Quayline.` };

	it("takes a hearer for a carrier whom another report shows to be an agency", () => {
		const other = { name: "b", text: `${LEAD}\nQuayline, a news agency, sent a reporter to Tarn.` };
		expect(carriersOf(collateTexts([told, other]))).toEqual(["Quayline"]);
	});

	it("leaves a hearer alone of whom no report says what it is", () => {
		const other = { name: "b", text: `${LEAD}\nQuayline sent a letter to Tarn.` };
		expect(carriersOf(collateTexts([told, other]))).toEqual([]);
	});
});
