import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixtureRecord } from "../../test/fixtures/record.ts";
import type { CollationRecord } from "../model/record.ts";
import { formatRecord } from "./json.ts";

/** The same value with the keys of every object turned round. */
function turnKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(turnKeys);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([key, held]) => [key, turnKeys(held)]),
	);
}

describe("formatRecord", () => {
	it("reads back as the record it was", () => {
		expect(JSON.parse(formatRecord(fixtureRecord))).toEqual(fixtureRecord);
	});

	it("gives the same bytes whatever order the keys were set in", () => {
		expect(formatRecord(turnKeys(fixtureRecord) as CollationRecord)).toBe(formatRecord(fixtureRecord));
	});

	it("starts with the schema and ends with a line feed", () => {
		const text = formatRecord(fixtureRecord);
		expect(text.startsWith('{\n  "schema": "stemma.record/1",\n  "generator": {\n    "version"')).toBe(true);
		expect(text.endsWith("\n}\n")).toBe(true);
	});

	it("writes options by their names' code units", () => {
		const options = { width: 1, Alpha: true, alpha: null };
		const generator = { ...fixtureRecord.generator, options };
		const text = formatRecord({ ...fixtureRecord, generator });
		expect(text).toContain('"options": {\n      "Alpha": true,\n      "alpha": null,\n      "width": 1\n    }');
	});

	it("keeps half a surrogate pair as an escape, so that any text reads back unchanged", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				const problems = [{ code: "read/x", article: null, place: null, span: null, reason: `${text}\ud83d` }];
				const written = formatRecord({ ...fixtureRecord, problems });
				expect(written.isWellFormed()).toBe(true);
				expect((JSON.parse(written) as CollationRecord).problems).toEqual(problems);
			}),
			{ numRuns: 20 },
		);
	});
});
