import { groupDigits } from "../report/view/count-words.ts";
import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { HELP_OPTIONS, requireFile, STORE } from "./store-options.ts";

const SPEC: CommandSpec = {
	name: "restore",
	summary: "make a store from a backup",
	operands: "<file>",
	about: [
		"Fills a new store from a file that stemma backup wrote: all of it or, when the file is torn,\n" +
			"nothing. A store that holds something is left as it is.",
	],
	options: [STORE, ...HELP_OPTIONS],
	examples: [
		{ command: "stemma restore monday.stemma --store again/", shows: "into a folder" },
		{ command: "stemma restore kept.stemma --store postgres://db.example/news", shows: "onto a server" },
	],
};

async function runRestore(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const path = requireFile(args, SPEC.name, "one backup");
	const { name, tables } = await effects.restoreStore(args.values.get("store"), path);
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	await effects.stdout.write(`The store ${name} holds what ${path} had: ${groupDigits(rows)} rows.\n`);
	return 0;
}

export const restoreCommand: Command = { spec: SPEC, run: runRestore };
