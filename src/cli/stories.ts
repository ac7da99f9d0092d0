import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { printingOptions, requireOperands } from "./printing.ts";
import { printReading } from "./reading.ts";
import { CORRECTIONS, FETCHING, NAMES, PRIMARY } from "./reading-options.ts";
import { readSource, STORE } from "./store-options.ts";

const SPEC: CommandSpec = {
	name: "stories",
	summary: "group reports into stories, with copies, shared passages and who draws on whom",
	operands: "<file|folder|pattern|URL|->...",
	about: [
		"Reads reports as collate does and prints which tell one event and why, which come near and\n" +
			"stay out, what is a copy or a later version, which stretches they share, whom they credit\n" +
			"for what, and how many lines are independent. What they say is left to collate. Without\n" +
			"reports it reads what a store holds (stemma add).",
	],
	options: [
		STORE,
		PRIMARY,
		NAMES,
		CORRECTIONS,
		...FETCHING,
		...printingOptions("print the stories as JSON (docs/record.md describes it)"),
	],
	examples: [
		{ command: "stemma stories examples", shows: "the reports that come with stemma" },
		{ command: "stemma stories saved/ --json -o stories.json", shows: "the same as data, for other programs" },
		{ command: "stemma stories reports/ --primary statement.pdf", shows: "with the statement they draw on" },
	],
};

async function runStories(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	return printReading(args, effects, {
		read: (progress, given) =>
			readSource(args, args.operands, effects, SPEC.name, given, {
				fromReports: (inputs) => effects.listStories(inputs, progress, given),
				fromStore: (store) => store.listStories(given, progress),
				refuse: () => requireOperands(args, SPEC.name),
			}),
		json: async (listing) => (await import("../report/json.ts")).formatStories(listing),
		page: async (listing, style) => (await import("../report/stories-page.ts")).printStories(listing, style),
	});
}

export const storiesCommand: Command = { spec: SPEC, run: runStories };
