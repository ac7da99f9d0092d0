import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { HELP_OPTIONS, refuseOperands, STORE, withStore } from "./store-options.ts";

const SPEC: CommandSpec = {
	name: "init",
	summary: "make a store that remembers reports",
	operands: "",
	about: [
		"Makes a store, or brings the one that is there up to this program. A store in a folder needs\n" +
			"nothing but stemma and belongs to one process at a time; one on a PostgreSQL server (15 or\n" +
			"later) is shared by any number. stemma add makes one by itself where there is none.",
	],
	options: [STORE, ...HELP_OPTIONS],
	examples: [
		{ command: "stemma init", shows: "in your data directory" },
		{ command: "stemma init --store kept/", shows: "in a folder" },
		{ command: "stemma init --store postgres://ada@db.example/news", shows: "on a server" },
	],
};

async function runInit(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	refuseOperands(args, SPEC.name);
	return withStore(
		args,
		effects,
		async (store) => {
			await effects.stdout.write(`The store ${store.name} is ready.\n`);
			return 0;
		},
		true,
	);
}

export const initCommand: Command = { spec: SPEC, run: runInit };
