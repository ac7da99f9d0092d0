import type { SourceAction } from "../follow/following.ts";
import { UserError } from "../model/problem.ts";
import { type Command, writeNote } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { choosePrinting, printingOptions } from "./printing.ts";
import { readGiven } from "./reading.ts";
import { STORE, withStore } from "./store-options.ts";

const SPEC: CommandSpec = {
	name: "sources",
	summary: "list what is followed, with its health; pause, resume or remove it",
	operands: "[address|folder|id]...",
	about: [
		"Lists the feeds, sitemaps, pages and folders that a store follows: how each does, its last error,\n" +
			"when it is visited next, and how many of its reports credit an agency. What fails stands first.\n" +
			"stemma add begins to follow, stemma watch visits.",
		"With addresses, only these are listed. What is removed is not followed any more; its reports stay\n" +
			"until stemma forget takes them out.",
	],
	options: [
		STORE,
		{ name: "pause", help: "visit these no more until they are resumed" },
		{ name: "resume", help: "visit these again, at once: what is paused, gone or failing" },
		{ name: "remove", help: "follow these no more" },
		{ name: "opml", help: "print the feeds as OPML, for other feed readers" },
		...printingOptions("print the list as JSON (docs/follow.md describes it)"),
	],
	examples: [
		{ command: "stemma sources", shows: "what your own store follows" },
		{ command: "stemma sources --opml -o feeds.opml", shows: "the list, for another program" },
		{ command: "stemma sources --pause https://harbour-post.example/feed", shows: "one that is too much" },
	],
};

const ACTIONS: readonly SourceAction[] = ["pause", "resume", "remove"];
const DONE: Readonly<Record<SourceAction, string>> = { pause: "Paused", resume: "Resumed", remove: "Removed" };

async function runSources(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const actions = ACTIONS.filter((action) => args.switches.has(action));
	const [action, second] = actions;
	if (second !== undefined || (action !== undefined && args.switches.has("opml"))) {
		throw new UserError("cli/option-value", "--pause, --resume, --remove and --opml go one at a time");
	}
	if (action !== undefined && args.operands.length === 0) {
		throw new UserError("cli/no-input", `--${action} needs the addresses of sources ("stemma sources" lists them)`);
	}
	const printing = choosePrinting(args, effects);
	return withStore(args, effects, async (store) => {
		const following = await effects.openFollowing(store, readGiven(args));
		if (action !== undefined) {
			const changed = await following.change(args.operands, action);
			await printing.write(
				args.switches.has("json")
					? `${JSON.stringify({ schema: "stemma.sources-changed/1", store: store.name, action, sources: changed.map(({ id, url }) => ({ id, url })) }, null, 2)}\n`
					: changed.map(({ url }) => `${DONE[action]} ${url}.\n`).join(""),
			);
			return 0;
		}
		if (args.switches.has("opml")) {
			const opml = await following.writeOpml();
			await printing.write(opml.endsWith("\n") ? opml : `${opml}\n`);
			return 0;
		}
		const all = await following.list();
		const sources = args.operands.length === 0 ? all.sources : all.sources.filter(isNamed(args.operands));
		const listing = { ...all, sources };
		if (printing.asJson) await printing.write(`${JSON.stringify(listing, null, 2)}\n`);
		else if (sources.length > 0) {
			await printing.write((await import("../report/sources-page.ts")).printSources(listing, printing.style));
		}
		if (sources.length > 0) return 0;
		const nothing =
			args.operands.length > 0 ? `${args.operands.join(", ")} is not followed` : "nothing is followed yet";
		await writeNote(effects, `${nothing}; stemma add ADDRESS follows a feed or what a home page offers`);
		return 1;
	});
}

function isNamed(
	operands: readonly string[],
): (source: { readonly id: string; readonly url: string; readonly given: string }) => boolean {
	const plain = (text: string): string => text.replace(/(?<=.)\/+$/, "");
	const names = new Set(operands.map(plain));
	return ({ id, url, given }) => [id, url, given].some((name) => names.has(plain(name)));
}

export const sourcesCommand: Command = { spec: SPEC, run: runSources };
