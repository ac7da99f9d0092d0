import type { CollationRecord } from "../model/record.ts";
import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { choosePrinting, noteFailures, printingOptions, requireOperands } from "./printing.ts";
import { openProgressBar } from "./progress-bar.ts";
import { NAMES, PRIMARY } from "./reading-options.ts";

const SPEC: CommandSpec = {
	name: "collate",
	summary: "set reports of the same events side by side and print the record",
	operands: "<file|folder|pattern|->...",
	about: [
		"Reads news reports and prints which tell one story, who said what in whose wording,\n" +
			"which facts agree, differ or are left out, and how the text travelled.",
		"Inputs: .txt, .md, .html, .html.gz, .pdf, .docx, and .jsonl with one report a line (text\n" +
			"or html, with optional url, outlet, published, title, role); folders; patterns; - is\n" +
			"standard input.",
	],
	options: [PRIMARY, NAMES, ...printingOptions("print the record as JSON (docs/record.md describes it)")],
	examples: [
		{ command: "stemma collate examples", shows: "the reports that come with stemma" },
		{ command: "stemma collate examples --json --output record.json", shows: "the whole record, for other programs" },
		{ command: "stemma collate 'examples/*.txt' --width 60 | head", shows: "some of them, on a narrow page" },
		{ command: "stemma collate reports/ --primary transcript.pdf", shows: "held against what was said" },
		{ command: "stemma collate reports/ --names names.jsonl", shows: "with names of your own" },
		{ command: "stemma collate - < examples/01-tarn-press.txt", shows: "what comes on standard input" },
	],
};

async function runCollate(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	requireOperands(args, SPEC.name);
	const printing = choosePrinting(args, effects);
	const bar = openProgressBar(effects, printing.style.unicode);
	let record: CollationRecord;
	try {
		record = await effects.collate(
			args.operands,
			bar.report,
			args.lists.get("primary") ?? [],
			args.lists.get("names") ?? [],
		);
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
