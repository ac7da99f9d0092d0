import { groupDigits } from "../report/view/count-words.ts";
import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { HELP_OPTIONS, requireFile, STORE, withStore } from "./store-options.ts";

const SPEC: CommandSpec = {
	name: "backup",
	summary: "write all of a store into a file",
	operands: "<file>",
	about: [
		"Writes the store as it stands at one moment into one file, whole or not at all. The file goes\n" +
			"into a folder or onto a server again, whichever it came from: stemma restore.",
	],
	options: [STORE, ...HELP_OPTIONS],
	examples: [
		{ command: "stemma backup monday.stemma", shows: "of your own store" },
		{ command: "stemma backup kept.stemma --store kept/", shows: "to move a folder onto a server" },
	],
};

async function runBackup(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const path = requireFile(args, SPEC.name, "one file to write to");
	return withStore(args, effects, async (store) => {
		const { tables } = await store.backUp(path);
		const rows = tables.reduce((sum, table) => sum + table.rows, 0);
		await effects.stdout.write(`Wrote ${path}: ${groupDigits(rows)} rows of ${store.name}.\n`);
		return 0;
	});
}

export const backupCommand: Command = { spec: SPEC, run: runBackup };
