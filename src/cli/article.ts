import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { printingOptions, requireOperands } from "./printing.ts";
import { printReading } from "./reading.ts";
import { FETCHING } from "./reading-options.ts";

const SPEC: CommandSpec = {
	name: "article",
	summary: "show what is taken of a report, what is dropped and why",
	operands: "<file|folder|pattern|URL|->...",
	about: [
		"Reads reports as collate does and prints, of each, what it says of itself and where (title,\n" +
			"authors, outlet, dates), its text with offsets, and every stretch that was dropped, with the rule.",
	],
	options: [
		{ name: "whole", help: "show every dropped stretch and all of it" },
		...FETCHING,
		...printingOptions("print the articles as JSON (docs/record.md describes it)"),
	],
	examples: [
		{ command: "stemma article examples/01-tarn-press.txt", shows: "one report" },
		{ command: "stemma article https://a.example/report", shows: "a page on the web" },
		{ command: "stemma article page.html --whole | less", shows: "a page, with all that was dropped" },
		{ command: "stemma article saved/ --json -o articles.json", shows: "a folder, for other programs" },
	],
};

async function runArticle(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	requireOperands(args, SPEC.name);
	return printReading(args, effects, {
		read: (progress, given) => effects.listArticles(args.operands, progress, given),
		json: async (listing) => (await import("../report/json.ts")).formatListing(listing),
		page: async (listing, style) =>
			(await import("../report/article-page.ts")).printListing(listing, style, args.switches.has("whole")),
	});
}

export const articleCommand: Command = { spec: SPEC, run: runArticle };
