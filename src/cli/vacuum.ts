import { writeSize } from "../report/status-page.ts";
import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { HELP_OPTIONS, refuseOperands, STORE, withStore } from "./store-options.ts";

const SPEC: CommandSpec = {
	name: "vacuum",
	summary: "give back what a store no longer needs",
	operands: "",
	about: [
		"Makes room that was forgotten free for what comes, and renews what the database knows of its\n" +
			"tables, which keeps it fast. A server does so by itself; a store in a folder does it while\n" +
			"reports are added, and here.",
	],
	options: [STORE, ...HELP_OPTIONS],
	examples: [{ command: "stemma vacuum --store kept/", shows: "after much was forgotten" }],
};

async function runVacuum(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	refuseOperands(args, SPEC.name);
	return withStore(args, effects, async (store) => {
		const { before, after } = await store.vacuum();
		const change = before === after ? "as before" : `${writeSize(before)} before`;
		await effects.stdout.write(`The store ${store.name} is tidy and takes ${writeSize(after)}, ${change}.\n`);
		return 0;
	});
}

export const vacuumCommand: Command = { spec: SPEC, run: runVacuum };
