import { UserError } from "../model/problem.ts";
import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";

const SPEC: CommandSpec = {
	name: "schema",
	summary: "print the JSON Schema of the record",
	operands: "",
	about: [
		"Prints the JSON Schema (draft 2020-12) of what stemma collate --json writes, for programs that\n" +
			"read records. docs/record.md says what the fields mean and how lists are ordered.",
	],
	options: [
		{ name: "output", short: "o", value: "FILE", help: "write to FILE instead of standard output" },
		{ name: "help", short: "h", help: "show this" },
		{ name: "version", help: "print the version" },
	],
	examples: [{ command: "stemma schema --output record.schema.json", shows: "for an editor or a validator" }],
};

async function runSchema(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const [given] = args.operands;
	if (given !== undefined) {
		throw new UserError("cli/no-input", `schema takes no input and got ${given} ("stemma schema --help")`);
	}
	const { formatRecordSchema } = await import("../report/schema/record.ts");
	const output = args.values.get("output") ?? "-";
	const text = formatRecordSchema();
	await (output === "-" ? effects.stdout.write(text) : effects.writeFile(output, text));
	return 0;
}

export const schemaCommand: Command = { spec: SPEC, run: runSchema };
