import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collateTexts, type TestReport } from "../../../test/collate-texts.ts";
import { findBreaches } from "../../../test/record-invariants.ts";

const DOERS = [
	"Orla Vane",
	"Norrland",
	"The Norrland government",
	"Harbour Union leader Bo Quill",
	"She",
	"The council",
];
const DEEDS = [
	"vetoed",
	"backed",
	"did not sign",
	"has left",
	"expelled",
	"voted to suspend",
	"withdrew from",
	"said that",
];
const MATTERS = ["the Tarn Accord", "Orvania", "Orvania's envoy", "“the Harbour Union”", "Orla Vane and Orvania", "it"];
const WHEN = ["", " on Monday", " in 2029", " on 5 May 2031", ", Corra Wire reported"];

const sentence = fc
	.tuple(fc.constantFrom(...DOERS), fc.constantFrom(...DEEDS), fc.constantFrom(...MATTERS), fc.constantFrom(...WHEN))
	.map(([doer, deed, matter, when]) => `${doer} ${deed} ${matter}${when}.`);
const speech = fc
	.tuple(
		fc.constantFrom("We support", "We no longer accept", "I may back", "Orvania is our ally and we oppose"),
		fc.constantFrom(...MATTERS),
		fc.constantFrom("said Orla Vane", "Norrland's minister said", "a spokesman for the Harbour Union said"),
	)
	.map(([verb, matter, who]) => `“${verb} ${matter.replace(/[“”]/g, "")},” ${who}.`);
const report = fc.array(fc.oneof(sentence, speech), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(" "));
const day = fc.integer({ min: 1, max: 28 }).map((at) => `2031-05-${String(at).padStart(2, "0")}`);
const set = fc.array(fc.tuple(report, fc.option(day, { nil: undefined })), { minLength: 1, maxLength: 4 }).map((list) =>
	list.map(([text, published], at): TestReport => {
		const name = `report-${at}`;
		return { name, text, ...(published === undefined ? {} : { published }) };
	}),
);

describe("positions of any reports", () => {
	it("are the same for any order, break nothing, and change only from an earlier day", () => {
		fc.assert(
			fc.property(set, (reports) => {
				const record = collateTexts(reports);
				expect(JSON.stringify(collateTexts([...reports].reverse()).positions)).toBe(JSON.stringify(record.positions));
				expect(findBreaches(record)).toEqual([]);
			}),
			{ numRuns: 25 },
		);
	});
});
