import type { CollationRecord } from "../model/record.ts";
import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { choosePrinting, noteFailures, printingOptions, requireOperands } from "./printing.ts";
import { openProgressBar } from "./progress-bar.ts";

const SPEC: CommandSpec = {
	name: "collate",
	summary: "set reports of the same events side by side and print the record",
	operands: "<file|folder|pattern|->...",
	about: [
		"Reads news reports and prints which tell one story, who said what in whose wording,\n" +
			"which facts agree, differ or are left out, and how the text travelled.",
		"Inputs: .txt, .md, .html, .html.gz, and .jsonl with one report a line (text or html,\n" +
			"with optional url, outlet, published, title); folders; patterns; - is standard input.",
	],
	options: printingOptions("print the record as JSON (docs/record.md describes it)"),
	examples: [
		{ command: "stemma collate examples", shows: "the reports that come with stemma" },
		{ command: "stemma collate examples --json --output record.json", shows: "the whole record, for other programs" },
		{ command: "stemma collate 'examples/*.txt' --width 60 | head", shows: "some of them, on a narrow page" },
		{ command: "stemma collate - < examples/01-tarn-press.txt", shows: "what comes on standard input" },
	],
};

async function runCollate(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	requireOperands(args, SPEC.name);
	const printing = choosePrinting(args, effects);
	const bar = openProgressBar(effects, printing.style.unicode);
	let record: CollationRecord;
	try {
		record = await effects.collate(args.operands, bar.report);
	} finally {
		bar.erase();
	}
	if (printing.asJson) await printing.write((await import("../report/json.ts")).formatRecord(record));
	else if (record.articles.length > 0) {
		await printing.write((await import("../report/terminal.ts")).printRecord(record, printing.style));
	}
	return noteFailures(args, effects, record);
}

export const collateCommand: Command = { spec: SPEC, run: runCollate };
