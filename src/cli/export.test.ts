import { describe, expect, it } from "vitest";
import { fixtureRecord } from "../../test/fixtures/record.ts";
import { recordEffects } from "../../test/recording-effects.ts";
import { EXPORT_FORMATS } from "../report/exports/formats.ts";
import { formatRecord } from "../report/json.ts";
import { formatRecordSchema } from "../report/schema/record.ts";
import { runCommandLine } from "./run.ts";

const json = formatRecord(fixtureRecord);

async function run(
	...args: string[]
): Promise<{ code: number; out: string; err: string; files: ReadonlyMap<string, string> }> {
	const world = recordEffects({ texts: { "record.json": json, "-": json, "notes.txt": "not a record" } });
	const code = await runCommandLine(args, world.effects);
	return { code, out: world.out(), err: world.err(), files: world.files };
}

describe("stemma export", () => {
	it.each(EXPORT_FORMATS.map(({ name, load }) => ({ name, load })))("writes $name", async ({ name, load }) => {
		const { code, out, err } = await run("export", "record.json", "--format", name);
		expect([code, err]).toEqual([0, ""]);
		expect(out).toBe((await load())(fixtureRecord));
	});

	it("reads standard input, and writes to a file", async () => {
		const { code, out, files } = await run("export", "-", "-f", "json", "-o", "again.json");
		expect([code, out]).toEqual([0, ""]);
		expect(files.get("again.json")).toBe(json);
	});

	it("writes either table", async () => {
		const quotations = await run("export", "record.json", "--format", "csv", "--table", "quotations");
		const facts = await run("export", "record.json", "--format", "csv", "--table", "facts");
		expect(quotations.out).toContain(",quotation,kind,");
		expect(facts.out).toContain(",fact,type,");
	});

	it.each([
		[["record.json"], /^stemma: export needs --format, one of json, jsonl, csv, .* or jsonfeed\n$/],
		[
			["record.json", "-f", "marckdown"],
			/^stemma: --format takes json, .* and got marckdown; did you mean markdown\?\n$/,
		],
		[
			["record.json", "-f", "csv", "--table", "fact"],
			/^stemma: --table takes quotations, facts, held or corrections and got fact; did you mean facts\?\n$/,
		],
		[["record.json", "-f", "tei", "--table", "facts"], /^stemma: --table goes with --format csv, not with tei\n$/],
		[["-f", "tei"], /^stemma: export needs a record's JSON: a file, or - for standard input/],
		[["record.json", "b.json", "-f", "tei"], /^stemma: export takes one record and got 2 inputs/],
		[["gone.json", "-f", "tei"], /^stemma: cannot read gone\.json: there is no such file\n$/],
		[["notes.txt", "-f", "tei"], /^stemma: notes\.txt is not JSON: [^\n]*\n$/],
	])("answers %j in one clear line", async (args, message) => {
		const { code, out, err } = await run("export", ...args);
		expect([code, out]).toEqual([2, ""]);
		expect(err).toMatch(message);
	});
});

describe("stemma schema", () => {
	it("prints the record's JSON Schema, or writes it", async () => {
		expect((await run("schema")).out).toBe(formatRecordSchema());
		expect((await run("schema", "-o", "s.json")).files.get("s.json")).toBe(formatRecordSchema());
	});

	it("takes no input", async () => {
		expect(await run("schema", "record.json")).toMatchObject({
			code: 2,
			err: 'stemma: schema takes no input and got record.json ("stemma schema --help")\n',
		});
	});
});
