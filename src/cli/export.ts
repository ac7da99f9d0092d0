import { UserError } from "../model/problem.ts";
import { EXPORT_FORMATS, type WriteExport } from "../report/exports/formats.ts";
import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import { findNearest } from "./nearest.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { loadRecord } from "./record-file.ts";

type Table = "quotations" | "facts" | "held" | "corrections";

/** The tables of `--format csv`, in the order of the help. */
const TABLE_WRITERS: Readonly<Record<Table, () => Promise<WriteExport>>> = {
	quotations: async () => (await import("../report/exports/csv.ts")).writeQuotationTable,
	facts: async () => (await import("../report/exports/csv.ts")).writeFactTable,
	held: async () => (await import("../report/exports/csv.ts")).writeHeldTable,
	corrections: async () => (await import("../report/exports/csv.ts")).writeCorrectionTable,
};
const TABLES: readonly Table[] = ["quotations", "facts", "held", "corrections"];

const NAMES = EXPORT_FORMATS.map(({ name }) => name);
const WIDTH = Math.max(...NAMES.map((name) => name.length));

const SPEC: CommandSpec = {
	name: "export",
	summary: "write a record in a format that other programs take",
	operands: "<record.json|->",
	about: [
		"Takes the JSON of a record, as stemma collate --json writes it, and writes it as",
		EXPORT_FORMATS.map(({ name, help }) => `  ${name.padEnd(WIDTH)}  ${help}`).join("\n"),
		"docs/exports.md says what each holds.",
	],
	options: [
		{ name: "format", short: "f", value: "FORMAT", help: "one of those above" },
		{ name: "table", value: "TABLE", help: "with csv: quotations (unless said otherwise), facts, held or corrections" },
		{ name: "output", short: "o", value: "FILE", help: "write to FILE instead of standard output" },
		{ name: "help", short: "h", help: "show this" },
		{ name: "version", help: "print the version" },
	],
	examples: [
		{ command: "stemma export record.json --format csv -o quotations.csv", shows: "for a spreadsheet" },
		{ command: "stemma export record.json --format csv --table facts", shows: "who states what" },
		{ command: "stemma collate examples --json | stemma export - -f tei", shows: "without a file between" },
		{ command: "stemma export record.json -f dot | dot -Tsvg -o lineage.svg", shows: "a drawing" },
	],
};

async function runExport(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const load = chooseFormat(args);
	const record = await loadRecord(args, effects, SPEC.name);
	const text = (await load())(record);
	const output = args.values.get("output") ?? "-";
	await (output === "-" ? effects.stdout.write(text) : effects.writeFile(output, text));
	return 0;
}

/** Throws UserError (`cli/option-value`) for a format or a table that there is not. */
function chooseFormat(args: ParsedArgs): () => Promise<WriteExport> {
	const given = args.values.get("format");
	if (given === undefined) {
		throw new UserError("cli/option-value", `export needs --format, one of ${listWords(NAMES)}`);
	}
	const format = EXPORT_FORMATS.find(({ name }) => name === given);
	if (!format) throw notThere("--format", given, NAMES);
	const table = args.values.get("table");
	if (table === undefined) return format.load;
	if (format.name !== "csv")
		throw new UserError("cli/option-value", `--table goes with --format csv, not with ${given}`);
	const known: Table | undefined = TABLES.find((name) => name === table);
	if (!known) throw notThere("--table", table, TABLES);
	return TABLE_WRITERS[known];
}

function notThere(option: string, given: string, known: readonly string[]): UserError {
	const nearest = findNearest(given, known);
	const advice = nearest === null ? "" : `; did you mean ${nearest}?`;
	return new UserError("cli/option-value", `${option} takes ${listWords(known)} and got ${given}${advice}`);
}

function listWords(words: readonly string[]): string {
	return `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}

export const exportCommand: Command = { spec: SPEC, run: runExport };
