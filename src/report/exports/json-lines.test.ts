import { expect, it } from "vitest";
import { disturbRecord } from "../../../test/fixtures/disturbed-record.ts";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { formatRecord } from "../json.ts";
import { writeJsonLines } from "./json-lines.ts";

function readLines(text: string): { type: string; item: unknown }[] {
	return text
		.trimEnd()
		.split("\n")
		.map((line) => {
			const { type, ...rest } = JSON.parse(line);
			expect(Object.keys(rest)).toEqual([type]);
			return { type, item: rest[type] };
		});
}

it("has one finding a line, each under its type, after what made them", () => {
	const lines = readLines(writeJsonLines(fixtureRecord));
	expect(lines[0]).toEqual({
		type: "record",
		item: { schema: fixtureRecord.schema, generator: fixtureRecord.generator },
	});
	expect(lines.filter(({ type }) => type === "quotation").map(({ item }) => item)).toEqual(fixtureRecord.quotations);
	expect(lines.filter(({ type }) => type === "fact").map(({ item }) => item)).toEqual(fixtureRecord.facts);
});

it("loses nothing of the record, whatever line ends and halves of pairs its texts hold", () => {
	const record = disturbRecord(fixtureRecord, "\n\r\u2028\ud83d\u0000");
	const lists: Record<string, unknown[]> = {};
	for (const { type, item } of readLines(writeJsonLines(record))) lists[type] = [...(lists[type] ?? []), item];
	const { schema, generator, ...rest } = JSON.parse(formatRecord(record));
	expect(lists["record"]).toEqual([{ schema, generator }]);
	const { record: _, ...read } = lists;
	expect(Object.values(read)).toEqual(Object.values(rest).filter((list) => Array.isArray(list) && list.length > 0));
});
