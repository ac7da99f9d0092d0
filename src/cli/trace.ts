import { UserError } from "../model/problem.ts";
import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { printingOptions } from "./printing.ts";
import { printReading } from "./reading.ts";
import { FETCHING, NAMES, PRIMARY } from "./reading-options.ts";
import { readSource, STORE } from "./store-options.ts";

const STANDARD_INPUT = "-";

const SPEC: CommandSpec = {
	name: "trace",
	summary: "find every place where a sentence or quotation stands, oldest first",
	operands: "<text|-> <file|folder|pattern|URL|->...",
	about: [
		"Looks for a sentence or a quotation in reports: in its words, cut, and in other words such as\n" +
			"another translation or indirect speech. Prints where it stands, oldest first, whose words\n" +
			"they are, whom each report has them from, and what differs word by word; and what comes\n" +
			"near and is not counted, with the reason. Says so when it stands nowhere.",
		"The text is the first operand; - reads it from standard input. Without reports it looks in what a\n" +
			"store holds (stemma add).",
	],
	options: [
		STORE,
		PRIMARY,
		NAMES,
		...FETCHING,
		...printingOptions("print the places as JSON (docs/record.md describes it)"),
	],
	examples: [
		{
			command: 'stemma trace "The harbour stays closed." examples',
			shows: "in the reports that come with stemma",
		},
		{ command: "pbpaste | stemma trace - saved/ --json", shows: "what was copied, as data for other programs" },
		{ command: 'stemma trace "We stay." reports/ --primary speech.txt', shows: "also in the speech itself" },
	],
};

async function runTrace(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const [text, ...inputs] = args.operands;
	if (text === undefined || text.trim() === "") {
		throw new UserError("cli/no-input", 'trace needs a text, or - for standard input ("stemma trace --help")');
	}
	if (text === STANDARD_INPUT && [...inputs, ...(args.lists.get("primary") ?? [])].includes(STANDARD_INPUT)) {
		throw new UserError("cli/no-input", "standard input is the text to trace or a report, and not both");
	}
	const traced = text === STANDARD_INPUT ? null : text;
	return printReading(args, effects, {
		read: (progress, given) =>
			readSource(args, inputs, effects, SPEC.name, given, {
				fromReports: () => effects.trace(traced, inputs, progress, given),
				fromStore: async (store) =>
					store.trace(traced ?? (await effects.readText(STANDARD_INPUT)), given.names, progress),
				refuse: () => {
					throw new UserError(
						"cli/no-input",
						'trace needs a file, a folder, a pattern or a URL behind the text ("stemma trace --help")',
					);
				},
			}),
		// Of a store nothing may have its words.
		isEmpty: ({ articles, coverage }) => articles.length === 0 && coverage === null,
		json: async (listing) => (await import("../report/json.ts")).formatTrace(listing),
		page: async (listing, style) => (await import("../report/trace-page.ts")).printTrace(listing, style),
	});
}

export const traceCommand: Command = { spec: SPEC, run: runTrace };
