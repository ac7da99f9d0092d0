import { ActivityLog } from "../follow/activity.ts";
import type { SortedInputs } from "../follow/add-sources.ts";
import type { WatchEvent } from "../follow/watch.ts";
import { UserError } from "../model/problem.ts";
import type { ReadEffects } from "../read/captures.ts";
import { countOf } from "../report/view/count-words.ts";
import type { Store } from "../store/store.ts";
import { type Command, writeNote } from "./command.ts";
import type { CommandEffects, Given } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { openProgressBar, type ProgressBar } from "./progress-bar.ts";
import { readGiven } from "./reading.ts";
import { CORRECTIONS, FETCHING, NAMES, PRIMARY } from "./reading-options.ts";
import { whileSending } from "./sending.ts";
import { HELP_OPTIONS, letOthersAsk, listFailures, STORE } from "./store-options.ts";
import { chooseStyle } from "./terminal-style.ts";

/** Where the reading room is, if nobody says otherwise. */
const USUAL_PORT = 7357;

const SPEC: CommandSpec = {
	name: "serve",
	summary: "open the reading room: what a store or a folder of reports holds, in the browser",
	operands: "[file|folder|pattern|address]...",
	about: [
		"Prints an address at which a browser on this machine shows the stories of a store, the record of\n" +
			"each, the reports and a search. Other machines cannot reach it, unless --host says so. It ends with\n" +
			"Ctrl-C or SIGTERM. Reading takes nothing; who corrects or adds signs in, at the second address or\n" +
			"with a token (docs/serve.md).",
		"With reports named, these are read and collated first, and forgotten at the end; else it is the\n" +
			"store. What is queued in a store in a folder is worked on meanwhile, and other commands on that\n" +
			"store go through this one.",
		"With --follow it does what stemma watch does as well: it visits what the store follows, or the\n" +
			"feeds, pages and folders that are named, and shows what comes as it comes.",
	],
	options: [
		STORE,
		{ name: "port", value: "N", help: `where it listens; ${USUAL_PORT} if left out, 0 for any that is free` },
		{
			name: "host",
			value: "ADDRESS",
			help: "listen here, for other machines too; 0.0.0.0 for all; readers need a token",
		},
		{ name: "name", value: "NAME", help: "a name that readers use through a server before it; may be repeated" },
		{ name: "follow", help: "visit what is followed as it comes due, and analyse what is new" },
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
		{ command: "stemma serve --follow", shows: "your store, with what comes in as it comes" },
		{ command: "stemma serve --store postgres://desk@db/news", shows: "what a store on a server holds" },
	],
};

async function runServe(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const port = readPort(args);
	const follows = args.switches.has("follow");
	const store = await openRoom(args, effects);
	const stop = effects.listenForStop();
	try {
		if (args.operands.length > 0 && !(await readInto(store, args, effects, stop))) return 2;
		const fail = (error: unknown): void => {
			void writeNote(effects, `a page failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
		};
		const activity = follows ? new ActivityLog() : null;
		const { allowNet, userAgent } = readGiven(args);
		let isOpen = false;
		const urls: string[] = [];
		const tell = (url: string): void => void effects.stdout.write(`To correct and add, sign in once at ${url}\n`);
		const served = await effects.serve(store, port, fail, activity === null ? null : () => activity.read(), {
			...{ allowNet, userAgent, host: args.values.get("host") ?? null, names: args.lists.get("name") ?? [] },
			signIn: (url) => (isOpen ? tell(url) : urls.push(url)),
		});
		try {
			await letOthersAsk(store, effects, () => served.url);
			await effects.stdout.write(`The reading room is open at ${served.url} (Ctrl-C ends it)\n`);
			isOpen = true;
			for (const url of urls) tell(url);
			if (activity !== null) await follow(store, args, { effects, stop, activity });
			else if (store.database.kind === "pglite") await workOn(store, effects, stop);
			else await aborted(stop);
		} finally {
			await served.close();
		}
		return 0;
	} finally {
		await store.close();
	}
}

interface Following {
	readonly effects: CommandEffects;
	readonly stop: AbortSignal;
	readonly activity: ActivityLog;
}

/** Visits what is followed, analyses what comes and sends what alerts find in it, until it is told to stop. */
async function follow(store: Store, args: ParsedArgs, { effects, stop, activity }: Following): Promise<void> {
	const given = readGiven(args);
	const following = await effects.openFollowing(store, given);
	const note = (message: string): void => {
		activity.note(message);
		void writeNote(effects, message);
	};
	const event = (one: WatchEvent): void => {
		activity.event(one);
		if (one.failure !== null) void writeNote(effects, one.failure.reason);
	};
	const progress = activity.progress.bind(activity);
	// The pages are made in this thread, and what analyses leaves it a processor.
	const threads = Math.max(1, effects.processors - 1);
	const options = { once: false, queue: false, threads, waits: true };
	await whileSending(effects, store, given, { once: false, note }, () =>
		following.watch(options, { stop, event, progress, note }),
	);
}

async function openRoom(args: ParsedArgs, effects: CommandEffects): Promise<Store> {
	const place = args.values.get("store");
	if (args.operands.length === 0) {
		// Who follows may begin with nothing, and add to it while the room is open.
		const store = await effects.openStore(place, args.switches.has("follow"));
		const { owner } = store.database;
		if (owner === undefined || owner.room === null) return store;
		await store.close();
		throw new UserError(
			"serve/open-already",
			`the reading room of ${store.name} is open already, at ${owner.room} (process ${owner.pid})`,
		);
	}
	if (place === undefined) return effects.openMemoryStore();
	throw new UserError("cli/no-input", `serve shows the reports that are named, or --store ${place}, and not both`);
}

/**
 * Reads and collates what is named and, where it is to be followed, follows it; false when none gave anything, or when
 * it is told to stop.
 */
export async function readInto(
	store: Store,
	args: ParsedArgs,
	effects: CommandEffects,
	stop: AbortSignal,
): Promise<boolean> {
	const given = readGiven(args);
	const { unicode } = chooseStyle({ noColor: true, width: null, onStdout: true }, effects);
	const bar = openProgressBar(effects, unicode);
	try {
		const following = args.switches.has("follow") ? await effects.openFollowing(store, given) : null;
		const sorted = await following?.sort(args.operands, { feeds: false, follow: true }, bar.report);
		const inputs = sorted?.reports ?? args.operands;
		const fetching = await openFetching(sorted, [...given.primaries, ...inputs], effects, { bar, given });
		const { captures, problems } = await store.queue(inputs, given, { ...fetching, progress: bar.report });
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
		const sources = (await following?.add(sorted?.sources ?? [], bar.report)) ?? [];
		bar.erase();
		for (const failure of listFailures([...(sorted?.problems ?? []), ...problems])) await writeNote(effects, failure);
		const { articles, stories, unread } = await store.status();
		const rest = unread > 0 ? `; ${countOf(unread, "capture")} gave none` : "";
		const followed = sources.length > 0 ? `; following ${countOf(sources.length, "source")}` : "";
		await writeNote(
			effects,
			`${countOf(articles, "report")}, ${countOf(stories, "story", "stories")}${rest}${followed}`,
		);
		return captures + sources.length > 0 && !stop.aborted;
	} finally {
		bar.erase();
	}
}

/** What was fetched to see whether it is to be followed is not fetched again. */
async function openFetching(
	sorted: SortedInputs | undefined,
	inputs: readonly string[],
	effects: CommandEffects,
	{ bar, given }: { readonly bar: ProgressBar; readonly given: Given },
): Promise<Pick<ReadEffects, "fetch">> {
	const { fetch } = await effects.openFetching(
		inputs.filter((input) => sorted?.fetched.has(input) !== true),
		bar.report,
		given,
	);
	if (sorted === undefined || sorted.fetched.size === 0) return fetch ? { fetch } : {};
	return {
		fetch: async (address) => {
			const there = sorted.fetched.get(address) ?? (await fetch?.(address));
			if (!there) throw new Error(`nobody has fetched ${address}`);
			return there;
		},
	};
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
