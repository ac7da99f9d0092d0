import type { Command } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { choosePrinting, printingOptions } from "./printing.ts";
import { refuseOperands, STORE, withStore } from "./store-options.ts";

const SPEC: CommandSpec = {
	name: "status",
	summary: "say what a store holds and what it takes",
	operands: "",
	about: [
		"Counts the articles of a store, with their outlets, languages and days, what could not be\n" +
			"read, what is waiting to be done, and the bytes that all of it takes, by table and by article.",
	],
	options: [STORE, ...printingOptions("print the numbers as JSON (docs/store.md describes them)")],
	examples: [
		{ command: "stemma status", shows: "of your own store" },
		{ command: "stemma status --store kept/ --json", shows: "as data, for other programs" },
	],
};

async function runStatus(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	refuseOperands(args, SPEC.name);
	const printing = choosePrinting(args, effects);
	const status = await withStore(args, effects, (store) => store.status());
	if (printing.asJson) await printing.write(`${JSON.stringify(status, null, 2)}\n`);
	else await printing.write((await import("../report/status-page.ts")).printStatus(status, printing.style));
	return 0;
}

export const statusCommand: Command = { spec: SPEC, run: runStatus };
