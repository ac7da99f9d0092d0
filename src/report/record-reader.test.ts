import { describe, expect, it } from "vitest";
import { fixtureRecord } from "../../test/fixtures/record.ts";
import { UserError } from "../model/problem.ts";
import { formatRecord } from "./json.ts";
import { readRecord } from "./record-reader.ts";

const json = formatRecord(fixtureRecord);

/** The error for a record of which one thing is changed. */
function refuse(change: (record: Record<string, unknown>) => void): string {
	const record = JSON.parse(json);
	change(record);
	return refuseText(JSON.stringify(record));
}

function refuseText(text: string): string {
	try {
		readRecord(text, "r.json");
	} catch (error) {
		if (error instanceof UserError) return `${error.code}: ${error.message}`;
		throw error;
	}
	return "taken";
}

describe("reading a record", () => {
	it("gives back what was written, to the byte", () => {
		expect(formatRecord(readRecord(json, "r.json"))).toBe(json);
		expect(formatRecord(readRecord(`\ufeff${json}`, "r.json"))).toBe(json);
	});

	it("keeps fields that it does not know", () => {
		const record = readRecord(JSON.stringify({ ...fixtureRecord, later: { a: 1 } }), "r.json");
		expect(record).toHaveProperty("later", { a: 1 });
	});

	it.each([
		["", /^record\/not-json: r\.json is not JSON: .*stemma collate REPORTS --json/],
		["{", /^record\/not-json: /],
		["null", /^record\/schema: r\.json is not a record; stemma collate/],
		["[]", /^record\/schema: r\.json is not a record/],
		["{}", /^record\/schema: r\.json is not a record/],
		[
			'{"schema":"stemma.record/2"}',
			/^record\/schema: r\.json is stemma\.record\/2, and this stemma reads stemma\.record\/1/,
		],
		['{"schema":"stemma.stories/1"}', /^record\/schema: r\.json holds stemma\.stories\/1, which is no record/],
		['{"schema":"stemma.record/1"}', /^record\/shape: r\.json is no whole record: generator is missing, and \d+ more/],
	])("says of %j what is wrong with it", (text, message) => {
		expect(refuseText(text)).toMatch(message);
	});

	it("says where a field is missing or wrong, how much more is, and who wrote it", () => {
		expect(
			refuse(({ articles }) => {
				delete (articles as { published?: unknown }[])[1]?.published;
			}),
		).toBe(
			"record/shape: r.json is no whole record: articles[1].published is missing (stemma 0.0.0 wrote it; collate the reports again)",
		);
		expect(
			refuse((record) => {
				record["facts"] = (record["facts"] as object[]).map((fact) => ({ ...fact, relation: "likely" }));
			}),
		).toMatch(/^record\/shape: r\.json is no whole record: facts\[0\]\.relation is wrong \(.*\), and 3 more/);
	});

	it("refuses a place that is none, so that nothing is cut at the wrong words", () => {
		for (const span of [
			{ start: 4, end: 3 },
			{ start: 0, end: 1_000_000 },
		]) {
			expect(
				refuse(({ articles }) => {
					(articles as { body: unknown }[])[0] = { ...(articles as { body: unknown }[])[0], body: [span] };
				}),
			).toMatch(
				/^record\/place: r\.json is no whole record: articles\[0\]\.body\.0 \(\d+–\d+\) is no place in its article/,
			);
		}
		expect(
			refuse((record) => {
				record["quotations"] = (record["quotations"] as object[]).map((one) => ({ ...one, article: "gone" }));
			}),
		).toMatch(/is of an article that is not in it \(gone\)/);
	});

	it("refuses articles of one id", () => {
		expect(
			refuse((record) => {
				const articles = record["articles"] as object[];
				record["articles"] = [...articles, articles[0]];
			}),
		).toMatch(/two articles have one id/);
	});

	it("refuses what is nested too deep to be walked", () => {
		const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
		const text = json.replace('"dates": []', `"dates": [], "later": [${deep}]`);
		expect(refuseText(text)).toMatch(/nested too deep/);
	});
});
