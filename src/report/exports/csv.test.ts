import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decidedRecord } from "../../../test/fixtures/decided-record.ts";
import { disturbRecord, HOSTILE_WORDS } from "../../../test/fixtures/disturbed-record.ts";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { expectGolden } from "../../../test/golden.ts";
import { writeCorrectionTable, writeFactTable, writeHeldTable, writeQuotationTable } from "./csv.ts";

type Row = Readonly<Record<string, string>>;

function read(csv: string): Row[] {
	return parse(csv, { columns: true, record_delimiter: "\r\n", relax_column_count: false });
}

/** A cell as the writer states it: controls replaced, half pairs too, an apostrophe before a formula. */
function harmless(text: string): string {
	const plain = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "\ufffd");
	return /^(?:[\t\r\n]|[\s\ufeff\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20])/.test(plain) ? `'${plain}` : plain;
}

describe("the table of quotations", () => {
	it("is what it was", () => expectGolden("export-quotations.csv", writeQuotationTable(fixtureRecord)));

	it("has a row for each quotation, source columns first", () => {
		const csv = writeQuotationTable(fixtureRecord);
		expect(csv.startsWith("siglum,outlet,headline,published_earliest,published_latest,url,place,article,spans,")).toBe(
			true,
		);
		const rows = read(csv);
		expect(rows.map((row) => row["quotation"])).toEqual(fixtureRecord.quotations.map(({ id }) => id));
		expect(rows[0]).toMatchObject({
			siglum: "A",
			speaker: "Ada Lindqvist",
			source: "Lindqvist",
			cue: "told",
			kind: "direct",
		});
	});

	it("ends every line with a carriage return and a line feed", () => {
		expect(writeQuotationTable(fixtureRecord)).toMatch(/^(?:[^\r\n]*\r\n)+$/);
	});
});

describe("the table of facts", () => {
	it("is what it was", () => expectGolden("export-facts.csv", writeFactTable(fixtureRecord)));

	it("has a row for each report that states a fact or is silent on it", () => {
		const rows = read(writeFactTable(fixtureRecord)).filter((row) => row["fact"] === "fact-tankers");
		expect(rows.map((row) => [row["siglum"], row["stance"], row["value"], row["by"]])).toEqual([
			["A", "states", "63", "Tarn Press"],
			["B", "states", "63", ""],
			["C", "states", "more than 60", "Ada Lindqvist"],
			["D", "states", "41", "the port authority"],
			["E", "silent", "", ""],
		]);
	});
});

describe("the table of what is held against a primary document", () => {
	it("has a row for each difference, with the words and places of both", () => {
		const rows = read(writeHeldTable(decidedRecord));
		expect(
			rows.map((row) => [row["siglum"], row["primary_siglum"], row["kind"], row["primary_words"], row["report_words"]]),
		).toEqual([
			["C", "A", "strength", "will", "shall"],
			["C", "A", "omission", "and nobody", ""],
		]);
		for (const row of rows) {
			const text = decidedRecord.articles.find(({ siglum }) => siglum === row["primary_siglum"])?.text ?? "";
			const [start, end] = (row["primary_spans"] ?? "").split("-").map(Number);
			expect(text.slice(start, end)).toBe(row["primary_words"]);
		}
	});

	it("is a line of names where nothing is held", () => {
		expect(read(writeHeldTable(fixtureRecord))).toEqual([]);
	});
});

describe("the table of corrections", () => {
	it("has a person's decisions, those that did nothing too, and findings name those that made them", () => {
		const rows = read(writeCorrectionTable(decidedRecord));
		expect(rows.map((row) => [row["siglum"], row["correction"], row["who"], row["applied"], row["reason"]])).toEqual([
			["B", "c1", "Ona", "yes", "settled the number"],
			["", "c2", "Ona", "no", "no such words"],
		]);
		const facts = read(writeFactTable(decidedRecord)).filter((row) => row["corrections"] !== "");
		expect(new Set(facts.map((row) => row["fact"]))).toEqual(new Set(["fact-tankers"]));
	});
});

describe("cells", () => {
	it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "  =1+1", "\ufeff=1", "＝1"])(
		"that a spreadsheet would take for a formula (%j) begin with an apostrophe",
		(words) => {
			const rows = read(writeQuotationTable(disturbRecord(fixtureRecord, words)));
			for (const row of rows) expect(row["words"]).toMatch(/^'/);
		},
	);

	it.each(HOSTILE_WORDS)("hold hostile words and no more (%#)", (words) => {
		const rows = read(writeQuotationTable(disturbRecord(fixtureRecord, words)));
		expect(rows.map((row) => row["words"])).toEqual(
			fixtureRecord.quotations.map(({ exact }) => harmless(words + exact)),
		);
	});

	it("read back as they were written, whatever the words", () => {
		fc.assert(
			fc.property(fc.array(fc.nat(0xffff)), (units) => {
				const words = String.fromCharCode(...units);
				const record = disturbRecord(fixtureRecord, words);
				const rows = [...read(writeQuotationTable(record)), ...read(writeFactTable(record))];
				for (const row of rows) {
					for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
				}
				expect(rows.slice(0, record.quotations.length).map((row) => row["headline"])).toEqual(
					record.quotations.map(({ article }) =>
						harmless(record.articles.find(({ id }) => id === article)?.headline?.text ?? ""),
					),
				);
			}),
			{ numRuns: 60 },
		);
	});
});
