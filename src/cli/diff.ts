import { UserError } from "../model/problem.ts";
import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { choosePrinting, printingOptions } from "./printing.ts";
import { readRecordFile } from "./record-file.ts";

const SPEC: CommandSpec = {
	name: "diff",
	summary: "say what a later record of the same matter says otherwise",
	operands: "<old.json> <new.json>",
	about: [
		"Takes the JSON of two records, as stemma collate --json writes it, and says what a new\n" +
			"report or a new version of one changed: in findings, not in bytes. Which reports came and\n" +
			"went, what is in conflict now, what was said besides, who draws on whom.",
	],
	options: printingOptions("print the changes as JSON (docs/record.md describes it)"),
	examples: [
		{ command: "stemma diff yesterday.json today.json", shows: "what the day brought" },
		{ command: "stemma collate reports/ --json | stemma diff before.json -", shows: "without a file between" },
	],
};

async function runDiff(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const [earlier, later, ...more] = args.operands;
	if (earlier === undefined || later === undefined || more.length > 0 || (earlier === "-" && later === "-")) {
		throw new UserError(
			"cli/no-input",
			`${SPEC.name} needs two records' JSON, the earlier one first; one of them may be - ("stemma ${SPEC.name} --help")`,
		);
	}
	const printing = choosePrinting(args, effects);
	const before = await readRecordFile(earlier, effects);
	const after = await readRecordFile(later, effects);
	const { compareRecords } = await import("../report/diff/compare-records.ts");
	const diff = compareRecords(before, after);
	if (printing.asJson) await printing.write((await import("../report/json.ts")).formatDiff(diff));
	else await printing.write((await import("../report/diff-page.ts")).printDiff(diff, after, printing.style));
	return 0;
}

export const diffCommand: Command = { spec: SPEC, run: runDiff };
