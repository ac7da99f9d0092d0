import type { AskedAlert, EntryListing } from "../model/alert.ts";
import { UserError } from "../model/problem.ts";
import type { VersionDifferenceKind } from "../model/record.ts";
import { countOf } from "../report/view/count-words.ts";
import type { Store } from "../store/store.ts";
import { type Command, writeNote } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import { findNearest } from "./nearest.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { choosePrinting, type Printing, printingOptions } from "./printing.ts";
import { readGiven } from "./reading.ts";
import { FETCHING } from "./reading-options.ts";
import { STORE, withStore } from "./store-options.ts";

const ACTIONS = ["list", "add", "remove", "show", "test", "feed", "send", "dead", "retry"] as const;
type Action = (typeof ACTIONS)[number];

/** What an edit can touch; marks and spaces are none of substance. */
const EDITS: readonly VersionDifferenceKind[] = ["added", "name", "number", "quotation", "removed", "wording"];

const SPEC: CommandSpec = {
	name: "alerts",
	summary: "save searches in a store, and be told of what they find, as feeds and webhooks",
	operands: "[list|add|remove|show|test|feed|send|dead|retry] [name] [word...]",
	about: [
		"Keeps what saved searches find in the stories that stemma work and watch collate: each new hit\n" +
			"once, as an entry. Entries go into feeds and to webhooks (docs/alerts.md).",
		"  add NAME [word...]  save a search: words as stemma search takes them, or an option for something\n" +
			"                      else, which words then narrow\n" +
			"  list                what is saved, what it came to and where it goes; so without an action\n" +
			"  show [name...]      entries, the latest first\n" +
			"  test NAME           what would be found if all of the store were new; also with the options\n" +
			"                      of a search that is not saved. With --send, send a test message\n" +
			"  feed [name...]      write entries to --feed FILE now\n" +
			"  send                send now what is due\n" +
			"  dead, retry         messages that were given up; give them new tries\n" +
			"  remove NAME...      take alerts away, with all that they found",
	],
	options: [
		STORE,
		{ name: "speaker", value: "NAME", help: "what somebody of this name says; with --about also who speaks for them" },
		{ name: "about", value: "NAME", help: "what is said or done about this one" },
		{ name: "conflict", help: "facts in conflict" },
		{ name: "lines", value: "N", help: "stories that come to N independent lines" },
		{
			name: "edited",
			value: "KINDS",
			help: `later texts that change ${EDITS.slice(0, -1).join(", ")} or ${EDITS.at(-1)}`,
		},
		{ name: "all", help: "with add: also of what the store has already" },
		{
			name: "feed",
			value: "FILE",
			help: "Atom or, ending with .json, JSON Feed; after add kept up to date; repeatable",
		},
		{ name: "webhook", value: "URL", help: "where entries are sent; may be repeated" },
		{
			name: "secret",
			value: "FILE",
			help: "the file with the secret that signs what is sent; made where there is none",
		},
		{ name: "send", help: "with test: send a test message to its webhooks" },
		{ name: "limit", value: "N", help: "entries that show, test and dead print; 20 where it is left out" },
		...FETCHING,
		...printingOptions("print alerts, entries or messages as JSON (docs/alerts.md describes it)"),
	],
	exits: [
		[0, "done"],
		[1, "done, but a message did not arrive, or something was given up"],
		[2, "nothing done: a mistake in the command, or a store that cannot be opened"],
		[70, "a bug in stemma"],
	],
	examples: [
		{ command: "stemma alerts add ferry ferry harbour", shows: "reports with both words" },
		{ command: "stemma alerts add vane --speaker Vane --about Norrland", shows: "what she says or does about it" },
		{ command: "stemma alerts add edits --edited number --feed e.atom", shows: "with a feed that is kept up to date" },
		{ command: "stemma alerts show vane", shows: "what was found" },
	],
};

const USUAL_LIMIT = 20;
const MOST = 10_000;
const LONGEST_NAME = 60;

async function runAlerts(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const [first = "list", ...operands] = args.operands;
	const action = ACTIONS.find((one) => one === first);
	if (!action) throw unknownAction(first);
	refuseOptions(action, args);
	const printing = choosePrinting(args, effects);
	const act = await prepare(action, operands, args, effects, printing);
	return withStore(args, effects, act);
}

function unknownAction(given: string): UserError {
	const nearest = findNearest(given, ACTIONS);
	const advice = nearest === null ? `it takes ${ACTIONS.join(", ")}` : `did you mean ${nearest}?`;
	return new UserError("cli/option-value", `alerts has no action "${given}"; ${advice}`);
}

const CONDITIONS: readonly string[] = ["speaker", "about", "conflict", "lines", "edited"];

/** The options that only some actions take. */
const TAKEN: Readonly<{ [option: string]: readonly Action[] }> = {
	...Object.fromEntries(CONDITIONS.map((name) => [name, ["add", "test"] as const])),
	all: ["add"],
	feed: ["add", "feed"],
	webhook: ["add"],
	secret: ["add"],
	send: ["test"],
	limit: ["show", "test", "dead"],
	"allow-net": ["send", "test"],
	"user-agent": ["send", "test"],
};

function refuseOptions(action: Action, { switches, values }: ParsedArgs): void {
	for (const [option, actions] of Object.entries(TAKEN)) {
		if (actions.includes(action) || !(switches.has(option) || values.has(option))) continue;
		throw new UserError("cli/option-value", `--${option} goes with alerts ${actions.join(" or ")}, not ${action}`);
	}
}

type Act = (store: Store) => Promise<number>;

/** Reads what an action is given, so that mistakes are said before the store is opened. */
async function prepare(
	action: Action,
	operands: readonly string[],
	args: ParsedArgs,
	effects: CommandEffects,
	printing: Printing,
): Promise<Act> {
	const limit = readCount(args, "limit", MOST) ?? USUAL_LIMIT;
	switch (action) {
		case "list":
			if (operands.length > 0) throw new UserError("cli/no-input", "alerts list takes no name; alerts show does");
			return async (store) => {
				const listing = await store.alerts.list();
				if (printing.asJson) await printing.write(`${JSON.stringify(listing, null, 2)}\n`);
				else await printing.write((await import("../report/alerts-page.ts")).printAlerts(listing, printing.style));
				return 0;
			};
		case "add":
			return prepareAdd(operands, args, effects, printing);
		case "remove":
			requireName(operands, "remove");
			return async (store) => {
				await store.alerts.remove(operands);
				await effects.stdout.write(`Removed ${countOf(operands.length, "alert")} from ${store.name}.\n`);
				return 0;
			};
		case "show":
			return async (store) => {
				await printEntries(await store.alerts.show(operands, limit), printing);
				return 0;
			};
		case "test":
			return prepareTest(operands, args, effects, printing, limit);
		case "feed":
			return prepareFeed(operands, args, effects);
		case "send":
			if (operands.length > 0) throw new UserError("cli/no-input", "alerts send takes no name");
			return async (store) => {
				const sender = await effects.openSending(store, readGiven(args), (message) => void writeNote(effects, message));
				const delivered = await sender.send();
				if (printing.asJson) {
					await printing.write(
						`${JSON.stringify({ schema: "stemma.delivered/1", store: store.name, ...delivered }, null, 2)}\n`,
					);
				} else await effects.stdout.write(`${describeDelivered(delivered)}.\n`);
				return delivered.failed > 0 ? 1 : 0;
			};
		case "dead":
			return async (store) => {
				const dead = await store.alerts.dead(operands, limit);
				if (printing.asJson) {
					await printing.write(`${JSON.stringify({ schema: "stemma.dead/1", store: store.name, dead }, null, 2)}\n`);
				} else await printing.write((await import("../report/alerts-page.ts")).printDead(dead, printing.style));
				return dead.length > 0 ? 1 : 0;
			};
		case "retry":
			return async (store) => {
				const messages = await store.alerts.retry(operands);
				await effects.stdout.write(`${countOf(messages, "message")} will be tried again.\n`);
				return 0;
			};
	}
}

/** "3 messages sent, 1 failed and waits; wrote ferry.atom". */
export function describeDelivered(delivered: {
	readonly sent: number;
	readonly failed: number;
	readonly dead: number;
	readonly files: readonly string[];
	readonly waiting: number;
}): string {
	const { sent, failed, dead, files, waiting } = delivered;
	const parts = [
		...(sent > 0 ? [`${countOf(sent, "message")} sent`] : []),
		...(failed - dead > 0 ? [`${countOf(failed - dead, "message")} failed`] : []),
		...(dead > 0 ? [`${countOf(dead, "message")} given up`] : []),
		...(waiting > 0 ? [`${countOf(waiting, "message waits", "messages wait")} to be sent`] : []),
		...(files.length > 0 ? [`wrote ${files.join(", ")}`] : []),
	];
	return parts.length === 0 ? "Nothing was due" : parts.join("; ");
}

function requireName(operands: readonly string[], action: string): string {
	const [name] = operands;
	if (name !== undefined) return name;
	throw new UserError("cli/no-input", `alerts ${action} needs the name of an alert ("stemma alerts --help")`);
}

async function prepareAdd(
	[given, ...words]: readonly string[],
	args: ParsedArgs,
	effects: CommandEffects,
	printing: Printing,
): Promise<Act> {
	const name = requireName(given === undefined ? [] : [given], "add");
	if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(name) || name.length > LONGEST_NAME) {
		throw new UserError(
			"cli/option-value",
			`an alert's name is up to ${LONGEST_NAME} letters, digits, ".", "_" and "-", and ${JSON.stringify(name)} is none`,
		);
	}
	const asked = readAsked(words, args);
	if (asked === null) {
		throw new UserError(
			"cli/no-input",
			"alerts add needs words, or what is waited for: --speaker, --conflict, --lines…",
		);
	}
	const { targets, made } = await effects.prepareTargets({
		feeds: args.lists.get("feed") ?? [],
		webhooks: args.lists.get("webhook") ?? [],
		secret: args.values.get("secret") ?? null,
	});
	return async (store) => {
		await store.alerts.add({ name, asked, isForAll: args.switches.has("all"), targets });
		const { describeAsked } = await import("../report/alerts-page.ts");
		await effects.stdout.write(`Saved ${name} in ${store.name}: ${describeAsked(asked)}.\n`);
		for (const file of made) {
			await writeNote(effects, `${file} is new and holds the secret; give it to whoever receives, and to nobody else`);
		}
		const note = args.switches.has("all")
			? '"stemma work" looks through what the store has'
			: `"stemma alerts test ${name}" shows what it would have found so far`;
		if (!printing.asJson) await writeNote(effects, note);
		return 0;
	};
}

/** What is asked for; null where nothing is. Throws UserError (`cli/option-value`) for what does not go together. */
function readAsked(words: readonly string[], args: ParsedArgs): AskedAlert | null {
	const { switches, values } = args;
	const speaker = values.get("speaker") ?? null;
	const about = values.get("about") ?? null;
	const lines = readCount(args, "lines", MOST);
	const edits = (values.get("edited") ?? "").split(",").flatMap((one) => (one.trim() === "" ? [] : [readEdit(one)]));
	const kinds = [
		...(speaker !== null || about !== null ? (["statement"] as const) : []),
		...(switches.has("conflict") ? (["conflict"] as const) : []),
		...(lines === null ? [] : (["lines"] as const)),
		...(edits.length > 0 ? (["edit"] as const) : []),
	];
	if (kinds.length > 1) {
		throw new UserError("cli/option-value", "an alert waits for one kind of thing; save one for each");
	}
	const text = words.join(" ").trim();
	const [kind = "words"] = kinds;
	if (kind === "words" && text === "") return null;
	return { kind, words: text, speaker, about, lines, edits: EDITS.filter((one) => edits.includes(one)) };
}

function readEdit(given: string): VersionDifferenceKind {
	const kind = EDITS.find((one) => one === given.trim());
	if (kind) return kind;
	throw new UserError("cli/option-value", `--edited takes ${EDITS.join(", ")}, and got ${given.trim()}`);
}

function readCount({ values }: ParsedArgs, option: string, most: number): number | null {
	const given = values.get(option);
	if (given === undefined) return null;
	const count = /^\d{1,6}$/.test(given) ? Number(given) : 0;
	if (count >= 1 && count <= most) return count;
	throw new UserError("cli/option-value", `--${option} takes a number from 1 to ${most}, and got ${given}`);
}

function prepareTest(
	operands: readonly string[],
	args: ParsedArgs,
	effects: CommandEffects,
	printing: Printing,
	limit: number,
): Act {
	const isGiven = CONDITIONS.some((name) => args.switches.has(name) || args.values.has(name));
	const wanted = (isGiven ? readAsked(operands, args) : null) ?? requireName(operands, "test");
	if (args.switches.has("send")) {
		const name = requireName(isGiven ? [] : operands, "test --send");
		return async (store) => {
			const sender = await effects.openSending(store, readGiven(args), (message) => void writeNote(effects, message));
			const results = await sender.sendTest(name);
			if (results.length === 0) await writeNote(effects, `${name} has no webhook that is sent to`);
			let failed = results.length === 0;
			for (const { origin, result } of results) {
				const isSent = result.kind === "answered" && result.status >= 200 && result.status < 300;
				failed ||= !isSent;
				const what = result.kind === "answered" ? `answered ${result.status}` : result.reason;
				await effects.stdout.write(`${origin}: ${what}\n`);
			}
			return failed ? 1 : 0;
		};
	}
	return async (store) => {
		await printEntries(await store.alerts.test(wanted, limit), printing);
		return 0;
	};
}

function prepareFeed(names: readonly string[], args: ParsedArgs, effects: CommandEffects): Act {
	const files = args.lists.get("feed") ?? [];
	if (files.length === 0) throw new UserError("cli/option-value", "alerts feed needs --feed FILE");
	return async (store) => {
		const { FEED_ENTRIES } = await import("../store/alerts/entries.ts");
		const { writeAlertFeed } = await import("../report/alert-feed.ts");
		const { entries } = await store.alerts.show(names, FEED_ENTRIES);
		for (const file of files) {
			const text = writeAlertFeed(file, names, entries);
			if (file === "-") await effects.stdout.write(text);
			else {
				await effects.writeFile(file, text);
				await writeNote(effects, `wrote ${file} (${countOf(entries.length, "entry", "entries")})`);
			}
		}
		return 0;
	};
}

async function printEntries(listing: EntryListing, printing: Printing): Promise<void> {
	if (printing.asJson) await printing.write(`${JSON.stringify(listing, null, 2)}\n`);
	else await printing.write((await import("../report/alerts-page.ts")).printEntries(listing, printing.style));
}

export const alertsCommand: Command = { spec: SPEC, run: runAlerts };
