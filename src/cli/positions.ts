import type { AskedPositions, PositionListing } from "../model/position-listing.ts";
import { UserError } from "../model/problem.ts";
import type { CollationRecord } from "../model/record.ts";
import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { printingOptions } from "./printing.ts";
import { printReading } from "./reading.ts";
import { CORRECTIONS, FETCHING, NAMES, PRIMARY } from "./reading-options.ts";
import { readRecordOf, STORE } from "./store-options.ts";

const SPEC: CommandSpec = {
	name: "positions",
	summary: "list what a speaker said and did about somebody over time, and where that changes",
	operands: "<file|folder|pattern|URL|->...",
	about: [
		"Reads reports as collate does and prints, by day and over all stories, what a speaker is\n" +
			"reported to have said and done about a person, a body, a state or a document, who reports it,\n" +
			"and the side it takes where words say so plainly. A state, a party or a body is asked for as a\n" +
			"speaker is: who speaks for it stands in its ledger.",
		"Without --about it lists whom a speaker spoke about, without --speaker who spoke. Without\n" +
			"reports it reads what a store holds (stemma add).",
	],
	options: [
		{ name: "speaker", value: "NAME", help: "who speaks or is spoken for: a name, or words of one" },
		{ name: "about", value: "NAME", help: "who or what is spoken about: a name, or words of one" },
		STORE,
		PRIMARY,
		NAMES,
		CORRECTIONS,
		...FETCHING,
		...printingOptions("print the positions as JSON (docs/record.md describes it)"),
	],
	examples: [
		{ command: "stemma positions examples", shows: "who spoke about whom" },
		{ command: "stemma positions examples --speaker Iskarne", shows: "whom one speaker spoke about" },
		{ command: "stemma positions a/ --speaker Norrland --about Orvania", shows: "a state's position, by day" },
	],
};

async function runPositions(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const asked: AskedPositions = { speaker: readName(args, "speaker"), about: readName(args, "about") };
	const narrow = async (record: CollationRecord): Promise<PositionListing> =>
		(await import("../report/view/position-filter.ts")).narrowPositions(record, asked);
	return printReading(args, effects, {
		read: (progress, given) => readRecordOf(args, effects, SPEC.name, progress, given),
		json: async (record) =>
			record.articles.length > 0 ? (await import("../report/json.ts")).formatPositions(await narrow(record)) : null,
		page: async (record, style) =>
			(await import("../report/positions-page.ts")).printPositions(await narrow(record), style),
	});
}

/** Throws UserError (`cli/option-value`) for what is no name. */
function readName(args: ParsedArgs, option: "speaker" | "about"): string | null {
	const given = args.values.get(option)?.trim() ?? null;
	if (given === null || /[\p{L}\p{N}]/u.test(given)) return given;
	throw new UserError("cli/option-value", `--${option} takes a name and got ${JSON.stringify(given)}`);
}

export const positionsCommand: Command = { spec: SPEC, run: runPositions };
