import { UserError } from "../model/problem.ts";
import type { CollationRecord } from "../model/record.ts";
import { type Command, writeNote } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { openProgressBar } from "./progress-bar.ts";
import { chooseStyle } from "./terminal-style.ts";

const NARROWEST = 40;

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
	options: [
		{ name: "json", help: "print the record as JSON (docs/record.md describes it)" },
		{ name: "output", short: "o", value: "FILE", help: "write to FILE instead of standard output" },
		{ name: "no-color", help: "no colour; NO_COLOR=1 and pipes do the same" },
		{ name: "width", value: "N", help: `columns of the page, ${NARROWEST} or more; text is set in at most 100` },
		{ name: "help", short: "h", help: "show this" },
		{ name: "version", help: "print the version" },
	],
	examples: [
		{ command: "stemma collate examples", shows: "the reports that come with stemma" },
		{ command: "stemma collate examples --json --output record.json", shows: "the whole record, for other programs" },
		{ command: "stemma collate 'examples/*.txt' --width 60 | head", shows: "some of them, on a narrow page" },
		{ command: "stemma collate - < examples/01-tarn-press.txt", shows: "what comes on standard input" },
	],
};

async function runCollate(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	if (args.operands.length === 0) {
		throw new UserError(
			"cli/no-input",
			'collate needs a file, a folder, a pattern, or - for standard input ("stemma collate --help")',
		);
	}
	const output = args.values.get("output") ?? "-";
	const onStdout = output === "-";
	const style = chooseStyle({ noColor: args.switches.has("no-color"), width: readWidth(args), onStdout }, effects);
	const bar = openProgressBar(effects, style.unicode);
	let record: CollationRecord;
	try {
		record = await effects.collate(args.operands, bar.report);
	} finally {
		bar.erase();
	}
	const asJson = args.switches.has("json");
	if (record.articles.length > 0 || asJson) {
		const text = asJson
			? (await import("../report/json.ts")).formatRecord(record)
			: (await import("../report/terminal.ts")).printRecord(record, style);
		await (onStdout ? effects.stdout.write(text) : effects.writeFile(output, text));
	}
	const failed = record.problems.filter(({ article }) => article === null);
	for (const { place, reason } of failed) {
		await writeNote(effects, place === null || reason.includes(place) ? reason : `${place}: ${reason}`);
	}
	if (record.articles.length === 0) {
		if (failed.length === 0) await writeNote(effects, `nothing to read in ${args.operands.join(", ")}`);
		return 2;
	}
	return failed.length > 0 ? 1 : 0;
}

function readWidth(args: ParsedArgs): number | null {
	const given = args.values.get("width");
	if (given === undefined) return null;
	const width = /^\d{1,5}$/.test(given) ? Number(given) : 0;
	if (width >= NARROWEST) return width;
	throw new UserError("cli/option-value", `--width takes a number of columns, ${NARROWEST} or more, and got ${given}`);
}

export const collateCommand: Command = { spec: SPEC, run: runCollate };
