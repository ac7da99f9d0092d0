import { countOf } from "../report/view/count-words.ts";
import type { Added } from "../store/add.ts";
import type { Store } from "../store/store.ts";
import type { Queued } from "../store/workers/queue.ts";
import { type Command, writeNote } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { requireOperands } from "./printing.ts";
import { openProgressBar } from "./progress-bar.ts";
import { readGiven } from "./reading.ts";
import { CORRECTIONS, FETCHING, NAMES, PRIMARY } from "./reading-options.ts";
import { HELP_OPTIONS, listFailures, STORE, withStore } from "./store-options.ts";
import { chooseStyle } from "./terminal-style.ts";

const SPEC: CommandSpec = {
	name: "add",
	summary: "keep reports in a store, and read them into articles",
	operands: "<file|folder|pattern|->...",
	about: [
		"Keeps what collate reads: the bytes as they are, and the article in them. What the store has\n" +
			"already is not kept twice, so that a run that was stopped is finished by the same command.\n" +
			"A text that has changed since is kept beside the earlier one, as a version of it.",
		"With --queue only the bytes are kept, and any number of stemma work read them: for much at once\n" +
			"on a server. Once said to be queued, nothing is lost.",
		"Files of names and corrections are kept too, and hold for all that is read from the store.",
	],
	options: [
		STORE,
		PRIMARY,
		NAMES,
		CORRECTIONS,
		...FETCHING,
		{ name: "queue", help: "keep the bytes alone, for stemma work; waits while the queue is long" },
		{ name: "json", help: "print what was added as JSON" },
		...HELP_OPTIONS,
	],
	examples: [
		{ command: "stemma add examples", shows: "the reports that come with stemma" },
		{ command: "stemma add saved/ --primary speech.pdf", shows: "with what they are held against" },
		{ command: "stemma add - --store kept/ < feed.jsonl", shows: "what comes on standard input" },
	],
};

async function runAdd(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	requireOperands(args, SPEC.name);
	const given = readGiven(args);
	return withStore(
		args,
		effects,
		async (store) => {
			if (args.switches.has("queue")) return queue(args, effects, store);
			const { unicode } = chooseStyle({ noColor: true, width: null, onStdout: true }, effects);
			const bar = openProgressBar(effects, unicode);
			let added: Added;
			try {
				const fetching = await effects.openFetching(args.operands, bar.report, given);
				added = await store.add(args.operands, given, { ...fetching, progress: bar.report });
			} finally {
				bar.erase();
			}
			const failures = listFailures(added.problems);
			for (const failure of failures) await writeNote(effects, failure);
			await noteGiven(effects, added.given);
			if (args.switches.has("json")) {
				await effects.stdout.write(
					`${JSON.stringify({ schema: "stemma.added/1", store: store.name, ...added }, null, 2)}\n`,
				);
			} else {
				const parts = [
					`${countOf(added.articles.length, "new article")} in ${store.name}`,
					...(added.versions > 0 ? [`${countOf(added.versions, "later text", "later texts")} of sources it had`] : []),
					...(added.known > 0 ? [`${countOf(added.known, "capture")} already there`] : []),
				];
				await effects.stdout.write(`${parts.join("; ")}.\n`);
			}
			if (added.captures + added.known === 0) return 2;
			return failures.length > 0 ? 1 : 0;
		},
		true,
	);
}

async function queue(args: ParsedArgs, effects: CommandEffects, store: Store): Promise<number> {
	const given = readGiven(args);
	const { unicode } = chooseStyle({ noColor: true, width: null, onStdout: true }, effects);
	const bar = openProgressBar(effects, unicode);
	const waiting = (captures: number): void => {
		bar.erase();
		void writeNote(effects, `${countOf(captures, "capture")} wait to be read; waiting for the workers`);
	};
	let queued: Queued;
	try {
		const fetching = await effects.openFetching(args.operands, bar.report, given);
		queued = await store.queue(args.operands, given, { ...fetching, progress: bar.report, waiting });
	} finally {
		bar.erase();
	}
	const failures = listFailures(queued.problems);
	for (const failure of failures) await writeNote(effects, failure);
	await noteGiven(effects, queued.given);
	if (args.switches.has("json")) {
		await effects.stdout.write(
			`${JSON.stringify({ schema: "stemma.queued/1", store: store.name, ...queued }, null, 2)}\n`,
		);
	} else {
		const known = queued.known > 0 ? [`${countOf(queued.known, "capture")} already there`] : [];
		const parts = [`${countOf(queued.captures, "capture")} queued in ${store.name}`, ...known];
		await effects.stdout.write(`${parts.join("; ")}. "stemma work" reads what is queued.\n`);
	}
	if (queued.captures + queued.known === 0) return 2;
	return failures.length > 0 ? 1 : 0;
}

/** Says which of somebody's names and decisions came in with evidence, for they hold for the whole store. */
async function noteGiven(effects: CommandEffects, given: readonly string[]): Promise<void> {
	for (const place of given) {
		await writeNote(
			effects,
			`${place} came with evidence and holds for the whole store now; "stemma forget ${place}" takes it out`,
		);
	}
}

export const addCommand: Command = { spec: SPEC, run: runAdd };
