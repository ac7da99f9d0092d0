import { UserError } from "../model/problem.ts";
import { countOf } from "../report/view/count-words.ts";
import type { Store } from "../store/store.ts";
import { type Command, writeNote } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { openProgressBar } from "./progress-bar.ts";
import { readGiven } from "./reading.ts";
import { CORRECTIONS, FETCHING, NAMES, PRIMARY } from "./reading-options.ts";
import { HELP_OPTIONS, listFailures, STORE } from "./store-options.ts";
import { chooseStyle } from "./terminal-style.ts";

/** Where the reading room is, if nobody says otherwise. */
const USUAL_PORT = 7357;

const SPEC: CommandSpec = {
	name: "serve",
	summary: "open the reading room: what a store or a folder of reports holds, in the browser",
	operands: "[file|folder|pattern|address]...",
	about: [
		"Prints an address at which a browser on this machine shows the stories of a store, the record of\n" +
			"each, the reports and a search. Other machines cannot reach it. It ends with Ctrl-C or SIGTERM.",
		"With reports named, these are read and collated first, and forgotten at the end; else it is the\n" +
			"store. What is queued in a store in a folder is worked on meanwhile.",
	],
	options: [
		STORE,
		{ name: "port", value: "N", help: `where it listens; ${USUAL_PORT} if left out, 0 for any that is free` },
		PRIMARY,
		NAMES,
		CORRECTIONS,
		...FETCHING,
		...HELP_OPTIONS,
	],
	exits: [
		[0, "ended as asked"],
		[2, "not opened: a mistake in the command, nothing to show, or a port that is taken"],
		[70, "a bug in stemma"],
	],
	examples: [
		{ command: "stemma serve examples/", shows: "the reports of a folder in the reading room" },
		{ command: "stemma serve --store postgres://desk@db/news", shows: "what a store on a server holds" },
	],
};

async function runServe(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const port = readPort(args);
	const store = await openRoom(args, effects);
	const stop = effects.listenForStop();
	try {
		if (args.operands.length > 0 && !(await readInto(store, args, effects, stop))) return 2;
		const fail = (error: unknown): void => {
			void writeNote(effects, `a page failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
		};
		const served = await effects.serve(store, port, fail);
		await effects.stdout.write(`The reading room is open at ${served.url} (Ctrl-C ends it)\n`);
		try {
			if (store.database.kind === "pglite") await workOn(store, effects, stop);
			else await aborted(stop);
		} finally {
			await served.close();
		}
		return 0;
	} finally {
		await store.close();
	}
}

function openRoom(args: ParsedArgs, effects: CommandEffects): Promise<Store> {
	const place = args.values.get("store");
	if (args.operands.length === 0) return effects.openStore(place, false);
	if (place === undefined) return effects.openMemoryStore();
	throw new UserError("cli/no-input", `serve shows the reports that are named, or --store ${place}, and not both`);
}

/** Reads and collates the reports that are named; false when none gave anything, or when it is told to stop. */
async function readInto(store: Store, args: ParsedArgs, effects: CommandEffects, stop: AbortSignal): Promise<boolean> {
	const given = readGiven(args);
	const { unicode } = chooseStyle({ noColor: true, width: null, onStdout: true }, effects);
	const bar = openProgressBar(effects, unicode);
	try {
		const fetching = await effects.openFetching(args.operands, bar.report, given);
		const { captures, problems } = await store.queue(args.operands, given, { ...fetching, progress: bar.report });
		await store.work(
			{ once: true, threads: effects.processors, retry: false },
			{
				stop,
				progress: ({ done, left }) => {
					const sum = done.read + done.annotate + done.place + done.collate;
					bar.report(sum, sum + (left ?? 0), "reading and collating");
				},
			},
		);
		bar.erase();
		for (const failure of listFailures(problems)) await writeNote(effects, failure);
		const { articles, stories, unread } = await store.status();
		const rest = unread > 0 ? `; ${countOf(unread, "capture")} gave none` : "";
		await writeNote(effects, `${countOf(articles, "report")}, ${countOf(stories, "story", "stories")}${rest}`);
		return captures > 0 && !stop.aborted;
	} finally {
		bar.erase();
	}
}

/** Nobody else can work on a store that this process owns. */
async function workOn(store: Store, effects: CommandEffects, stop: AbortSignal): Promise<void> {
	const note = (message: string): void => void writeNote(effects, message);
	await store.work({ once: false, threads: 1, retry: false }, { stop, note });
}

function aborted(stop: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (stop.aborted) resolve();
		else stop.addEventListener("abort", () => resolve(), { once: true });
	});
}

function readPort(args: ParsedArgs): number {
	const given = args.values.get("port");
	if (given === undefined) return USUAL_PORT;
	const port = /^\d{1,5}$/.test(given) ? Number(given) : -1;
	if (port >= 0 && port <= 65_535) return port;
	throw new UserError("cli/option-value", `--port takes a number up to 65535, and got ${given}`);
}

export const serveCommand: Command = { spec: SPEC, run: runServe };
