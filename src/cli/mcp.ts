import { UserError } from "../model/problem.ts";
import { type Command, writeNote } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { CORRECTIONS, FETCHING, NAMES, PRIMARY } from "./reading-options.ts";
import { readInto } from "./serve.ts";
import { HELP_OPTIONS, STORE, withStore } from "./store-options.ts";

const SPEC: CommandSpec = {
	name: "mcp",
	summary: "answer a program of the Model Context Protocol, such as an assistant, from a store",
	operands: "[file|folder|pattern|address]...",
	about: [
		"Started by such a program, which asks on standard input and reads on standard output: it finds\n" +
			"stories, quotations, facts and positions, traces texts, compares reports and reads them, and\n" +
			"changes nothing. Every answer names its reports and spans, and says what it does not cover.",
		"With reports named, these are read and collated, and forgotten at the end; else it is the\n" +
			"store. The reading room of stemma serve answers such programs too, at its\n" +
			"address with /mcp behind it.",
	],
	options: [STORE, PRIMARY, NAMES, CORRECTIONS, ...FETCHING, ...HELP_OPTIONS],
	exits: [
		[0, "ended as asked: the program that asks has gone"],
		[2, "not opened: a mistake in the command, or nothing to answer from"],
		[70, "a bug in stemma"],
	],
	examples: [
		{ command: "stemma mcp", shows: "answers from your store" },
		{ command: "stemma mcp examples/", shows: "answers from the reports of a folder" },
	],
};

async function runMcp(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const stop = effects.listenForStop();
	const fail = (error: unknown): void => {
		void writeNote(effects, `a question failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
	};
	if (args.operands.length === 0) {
		await withStore(args, effects, (store) => effects.serveMcp(store, stop, fail));
		return 0;
	}
	const place = args.values.get("store");
	if (place !== undefined) {
		throw new UserError(
			"cli/no-input",
			`mcp answers from the reports that are named, or --store ${place}, and not both`,
		);
	}
	const store = await effects.openMemoryStore();
	// A program that asks gives up on one that does not answer at once: reading goes on beside it.
	const gone = new AbortController();
	const reading = readInto(store, args, effects, AbortSignal.any([stop, gone.signal]));
	const ended = new AbortController();
	reading.then(
		(isRead) => isRead || ended.abort(),
		() => ended.abort(),
	);
	try {
		await effects.serveMcp(store, AbortSignal.any([stop, ended.signal]), fail, reading);
		gone.abort();
		return (await reading) || !ended.signal.aborted ? 0 : 2;
	} finally {
		await store.close();
	}
}

export const mcpCommand: Command = { spec: SPEC, run: runMcp };
