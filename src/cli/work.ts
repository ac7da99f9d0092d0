import type { Delivered } from "../follow/alerts/deliver.ts";
import { UserError } from "../model/problem.ts";
import { countOf, groupDigits } from "../report/view/count-words.ts";
import type { Worked, WorkState } from "../store/workers/worker.ts";
import { describeDelivered } from "./alerts.ts";
import { type Command, writeNote } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, OptionSpec, ParsedArgs } from "./options.ts";
import { openProgressBar } from "./progress-bar.ts";
import { readGiven } from "./reading.ts";
import { FETCHING } from "./reading-options.ts";
import { whileSending } from "./sending.ts";
import { HELP_OPTIONS, letOthersAsk, refuseOperands, STORE, withStore } from "./store-options.ts";
import { chooseStyle } from "./terminal-style.ts";

export const JOBS: OptionSpec = {
	name: "jobs",
	short: "j",
	value: "N",
	help: "threads that analyse; as many as there are processors",
};

const SPEC: CommandSpec = {
	name: "work",
	summary: "read, annotate, place and collate what a store has queued",
	operands: "",
	about: [
		"Does what is to be done in a store: reads what stemma add --queue kept, finds what is in each\n" +
			"article, places it in a story and collates each story that changed. It goes on until it is\n" +
			"stopped (SIGTERM, Ctrl-C); with --once until nothing is left.",
		"On a PostgreSQL server any number of them share the work, on any number of machines. One may be\n" +
			"killed at any moment: what it had begun is done by another within a minute, once.",
		"What fails time and again is set aside with the reason, which stemma status shows.",
		"What alerts find is written to their feeds and sent to their webhooks.",
	],
	options: [
		STORE,
		{ name: "once", help: "end when nothing is left to do" },
		JOBS,
		...FETCHING,
		{ name: "keep", value: "DAYS", help: "forget what is older, now and every hour" },
		{ name: "retry", help: "give what was set aside new tries" },
		{ name: "json", help: "print what was done as JSON, at the end" },
		...HELP_OPTIONS,
	],
	exits: [
		[0, "done, or stopped as asked"],
		[1, "done, but something is set aside; stemma status names it"],
		[2, "nothing done: a mistake in the command, or a store that cannot be opened"],
		[70, "a bug in stemma"],
	],
	examples: [
		{ command: "stemma work --once", shows: "what is queued, and then the end" },
		{ command: "stemma work --store postgres://desk@db/news", shows: "one of many workers on a server" },
		{ command: "stemma work --keep 30", shows: "a store of the last 30 days" },
		{ command: "stemma work --once --retry", shows: "what was set aside once more" },
	],
};

const MOST_THREADS = 256;

/** Milliseconds between two lines where there is no terminal to draw a bar on. */
const LINE_EVERY = 60_000;

async function runWork(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	refuseOperands(args, SPEC.name);
	const threads = readThreads(args, effects);
	const keep = readDays(args);
	return withStore(args, effects, async (store) => {
		const stop = effects.listenForStop();
		if (!args.switches.has("once")) await letOthersAsk(store, effects);
		const { unicode } = chooseStyle({ noColor: true, width: null, onStdout: true }, effects);
		const bar = openProgressBar(effects, unicode);
		let told = effects.now();
		const progress = (state: WorkState): void => {
			bar.report(sum(state), sum(state) + (state.left ?? 0), describeStage(state));
			if (effects.stderr.isTTY || effects.now() - told < LINE_EVERY) return;
			told = effects.now();
			void writeNote(effects, `${describeDone(state.done)}; ${groupDigits(state.left ?? 0)} to be done`);
		};
		const note = (message: string): void => {
			bar.erase();
			void writeNote(effects, message);
		};
		const options = {
			once: args.switches.has("once"),
			threads,
			retry: args.switches.has("retry"),
			...(keep === null ? {} : { keep }),
		};
		const sending = { once: options.once, note };
		const { result: worked, delivered } = await whileSending(effects, store, readGiven(args), sending, () =>
			store.work(options, { stop, progress, note }),
		).finally(() => bar.erase());
		if (args.switches.has("json")) {
			await effects.stdout.write(
				`${JSON.stringify({ schema: "stemma.worked/1", store: store.name, ...worked, alerts: delivered }, null, 2)}\n`,
			);
		} else await effects.stdout.write(`${describe(worked, store.name)}${describeAlerts(delivered)}`);
		return worked.asideInAll > 0 ? 1 : 0;
	});
}

/** A line of what was sent and written; "" where nothing was due. */
export function describeAlerts(delivered: Delivered): string {
	const { sent, failed, files } = delivered;
	return sent + failed + files.length === 0 ? "" : `Alerts: ${describeDelivered(delivered)}.\n`;
}

/** The threads that `--jobs` asks for. Throws UserError (`cli/option-value`). */
export function readThreads(args: ParsedArgs, effects: CommandEffects): number {
	const given = args.values.get("jobs");
	if (given === undefined) return Math.max(1, effects.processors);
	const threads = /^\d{1,3}$/.test(given) ? Number(given) : 0;
	if (threads >= 1 && threads <= MOST_THREADS) return threads;
	throw new UserError("cli/option-value", `--jobs takes a number of threads, 1 to ${MOST_THREADS}, and got ${given}`);
}

/** Null where all is kept. */
function readDays(args: ParsedArgs): number | null {
	const given = args.values.get("keep");
	if (given === undefined) return null;
	if (/^\d{1,5}$/.test(given) && Number(given) > 0) return Number(given);
	throw new UserError("cli/option-value", `--keep takes a number of days, 1 or more, and got ${given}`);
}

function sum({ done }: WorkState): number {
	return done.read + done.annotate + done.place + done.collate + done.alert;
}

function describeStage({ stage }: WorkState): string {
	return {
		read: "reading",
		annotate: "names and quotations",
		place: "placing in stories",
		collate: "collating",
		alert: "looking for alerts",
	}[stage];
}

export function describeDone({ read, annotate, place, collate }: Worked["done"]): string {
	const parts = [
		...(read > 0 ? [`read ${countOf(read, "capture")}`] : []),
		...(annotate > 0 ? [`annotated ${countOf(annotate, "article")}`] : []),
		...(place > 0 && read + annotate + collate === 0 ? ["looked over the stories"] : []),
		...(collate > 0 ? [`collated ${countOf(collate, "story", "stories")}`] : []),
	];
	const text = parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : (parts[0] ?? "did nothing");
	return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}

function describe({ done, asideInAll, left }: Worked, name: string): string {
	const lines = [`${describeDone(done)} in ${name}.`];
	if (left > 0) lines.push(`${countOf(left, "job is", "jobs are")} still to be done.`);
	if (asideInAll > 0) {
		lines.push(
			`${countOf(asideInAll, "job is", "jobs are")} set aside after too many tries; "stemma status" says why, and --retry tries again.`,
		);
	}
	return lines.map((line) => `${line}\n`).join("");
}

export const workCommand: Command = { spec: SPEC, run: runWork };
