import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { collateTexts } from "../../../test/collate-texts.ts";
import { hostileReports } from "../../../test/fixtures/hostile-reports.ts";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { readXml } from "../../../test/read-xml.ts";
import { formatRecord } from "../json.ts";
import { readRecord } from "../record-reader.ts";
import { writeFactTable, writeQuotationTable } from "./csv.ts";
import { EXPORT_FORMATS } from "./formats.ts";
import { writeJsonLines } from "./json-lines.ts";

const formats = [
	...EXPORT_FORMATS.map(({ name, load }) => ({ name, load })),
	{ name: "csv of facts", load: async () => writeFactTable },
];

describe.each(formats)("an export as $name", ({ load }) => {
	it("is the same from a record and from its JSON, whatever the order of its keys", async () => {
		const write = await load();
		const turned = JSON.parse(JSON.stringify(fixtureRecord), (_, value: unknown) =>
			typeof value === "object" && value !== null && !Array.isArray(value)
				? Object.fromEntries(Object.entries(value).reverse())
				: value,
		);
		expect(write(readRecord(JSON.stringify(turned), "r"))).toBe(write(fixtureRecord));
	});

	it("is the same whatever order the reports came in", async () => {
		const write = await load();
		const record = collateTexts(hostileReports);
		expect(write(collateTexts([...hostileReports].reverse()))).toBe(write(record));
		expect(write(readRecord(formatRecord(record), "r"))).toBe(write(record));
	});

	it("is written of a record that holds nothing", async () => {
		const write = await load();
		const empty = Object.fromEntries(
			Object.entries(fixtureRecord).map(([key, value]) => [key, Array.isArray(value) ? [] : value]),
		);
		expect(write(readRecord(JSON.stringify(empty), "r"))).toMatch(/\n$/);
	});
});

describe("docs/exports.md", () => {
	const page = readFileSync(new URL("../../../docs/exports.md", import.meta.url), "utf8");

	it("says what each format is", () => {
		for (const { name } of EXPORT_FORMATS)
			expect(page).toMatch(new RegExp(`^\\| \`${name}\` \\| .+ \\| \`.+\` \\|$`, "m"));
	});

	it("names every column of both tables and every type of line", () => {
		const headers = [writeQuotationTable(fixtureRecord), writeFactTable(fixtureRecord)].map(
			(csv) => csv.split("\r\n")[0],
		);
		const lines = writeJsonLines(fixtureRecord).trimEnd().split("\n");
		const types = lines.map((line) => JSON.parse(line).type);
		for (const name of [...headers.join(",").split(","), ...types]) expect(page).toContain(`\`${name}\``);
	});
});

it.each(["tei", "graphml", "atom"])("hostile reports make well-formed XML as %s", async (name) => {
	const format = EXPORT_FORMATS.find((one) => one.name === name);
	const write = await format?.load();
	const xml = write?.(collateTexts(hostileReports)) ?? "";
	expect(readXml(xml, "", ({ names }) => names().length)).toBeGreaterThan(3);
});
