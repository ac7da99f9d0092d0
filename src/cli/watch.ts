import type { WatchEvent, Watched, WatchState } from "../follow/watch.ts";
import { showText } from "../report/terminal/safe-text.ts";
import { countOf, groupDigits } from "../report/view/count-words.ts";
import { type Command, writeNote } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { openProgressBar } from "./progress-bar.ts";
import { readGiven } from "./reading.ts";
import { FETCHING } from "./reading-options.ts";
import { whileSending } from "./sending.ts";
import { HELP_OPTIONS, letOthersAsk, refuseOperands, STORE, withStore } from "./store-options.ts";
import { chooseStyle } from "./terminal-style.ts";
import { describeAlerts, describeDone, JOBS, readThreads } from "./work.ts";

const SPEC: CommandSpec = {
	name: "watch",
	summary: "visit what a store follows as it comes due, keep and analyse what is new",
	operands: "",
	about: [
		"Visits the sources that stemma add began to follow, fetches the reports that they announce, and\n" +
			"does what stemma work does with them. It goes on until it is stopped (SIGTERM, Ctrl-C); with\n" +
			"--once until all that is due is done, for cron.",
		"A host is asked one thing at a time, with a pause, as its robots.txt allows, and no more often than\n" +
			"it says; what changes often is visited often. A report that was edited is kept beside the earlier\n" +
			"text. Killed at any moment, it loses nothing and fetches nothing twice that it had kept.",
		"On a PostgreSQL server any number share the sources and the work.",
	],
	options: [
		STORE,
		{ name: "once", help: "end when nothing is due any more" },
		{ name: "queue", help: "keep the bytes alone, and leave the rest to stemma work" },
		JOBS,
		...FETCHING,
		{ name: "json", help: "print what was done as JSON, at the end" },
		...HELP_OPTIONS,
	],
	exits: [
		[0, "done, or stopped as asked"],
		[1, "done, but a source failed or a job is set aside; stemma sources and stemma status say which"],
		[2, "nothing done: a mistake in the command, nothing is followed, or a store that cannot be opened"],
		[70, "a bug in stemma"],
	],
	examples: [
		{ command: "stemma watch --once", shows: "what is due, and then the end" },
		{ command: "stemma watch --user-agent desk@isle.example", shows: "day and night, with whom to write to" },
		{ command: "stemma watch --store postgres://desk@db/news", shows: "one of several on a server" },
	],
};

async function runWatch(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	refuseOperands(args, SPEC.name);
	const threads = readThreads(args, effects);
	const [once, asJson] = [args.switches.has("once"), args.switches.has("json")];
	return withStore(args, effects, async (store) => {
		const following = await effects.openFollowing(store, readGiven(args));
		const stop = effects.listenForStop();
		if (!once) await letOthersAsk(store, effects);
		const { unicode } = chooseStyle({ noColor: true, width: null, onStdout: true }, effects);
		const bar = openProgressBar(effects, unicode);
		const note = (message: string): void => {
			bar.erase();
			void writeNote(effects, message);
		};
		const started = (sources: number): void => {
			const what =
				sources > 0 ? `Watching ${countOf(sources, "source")}` : "Nothing is followed yet; waiting for stemma add";
			if (!once && !asJson) void effects.stdout.write(`${what} in ${store.name}.\n`);
		};
		const event = (one: WatchEvent): void => {
			if (one.failure !== null) note(one.failure.reason);
			if (once || asJson || one.fresh === 0) return;
			bar.erase();
			void effects.stdout.write(`${describeEvent(one)}\n`);
		};
		const progress = (state: WatchState): void => {
			const total = state.done + state.due + (state.left ?? 0);
			bar.report(state.done, total, describeState(state));
		};
		const queue = args.switches.has("queue");
		const visit = (): Promise<Watched> =>
			following.watch({ once, queue, threads }, { stop, started, event, progress, note });
		// Who only keeps bytes leaves the rest, and what alerts find in it, to others.
		const { result: watched, delivered } = await (queue
			? visit().then((result) => ({ result, delivered: null }))
			: whileSending(effects, store, readGiven(args), { once, note }, visit)
		).finally(() => bar.erase());
		if (asJson) {
			await effects.stdout.write(
				`${JSON.stringify({ schema: "stemma.watched/1", store: store.name, ...watched, alerts: delivered }, null, 2)}\n`,
			);
		} else {
			await effects.stdout.write(
				`${describe(watched, store.name)}${delivered === null ? "" : describeAlerts(delivered)}`,
			);
		}
		if (watched.next === null && watched.visits + watched.failed === 0) {
			await writeNote(effects, "nothing is followed; stemma add ADDRESS follows a feed or what a home page offers");
			return 2;
		}
		return watched.failed > 0 || (watched.worked?.asideInAll ?? 0) > 0 ? 1 : 0;
	});
}

/** `08:05 UTC  Harbour Post: 3 reports new or changed`. */
function describeEvent({ at, source, title, fresh }: WatchEvent): string {
	const time = new Date(at).toISOString().slice(11, 16);
	return `${time} UTC  ${showText(title ?? source)}: ${countOf(fresh, "report")} new or changed`;
}

function describeState({ label, kept, left, due, next }: WatchState): string {
	const parts = [
		...(due === 0 && (left ?? 0) > 0
			? ["analysing"]
			: due === 0 && next !== null
				? [`waiting until ${new Date(next).toISOString().slice(11, 16)} UTC`]
				: [label === "" ? "asking" : label]),
		...(kept > 0 ? [`${groupDigits(kept)} kept`] : []),
		...(left !== null && left > 0 ? [`${groupDigits(left)} to analyse`] : []),
	];
	return parts.join(", ");
}

function describe({ visits, failed, fresh, kept, pages, worked, next }: Watched, name: string): string {
	const asked = visits + failed;
	const lines: string[] = [];
	if (asked > 0 || pages > 0) {
		const found = fresh > 0 ? `${countOf(fresh, "report")} new or changed` : "nothing new";
		const got = kept > 0 ? `, ${groupDigits(kept)} kept` : "";
		const wrong = failed > 0 ? `; ${countOf(failed, "visit")} failed, "stemma sources" says why` : "";
		lines.push(`${countOf(asked, "visit")}: ${found}${got}${wrong}.`);
	} else if (next !== null) lines.push("Nothing was due.");
	if (worked && worked.done.read + worked.done.annotate + worked.done.collate > 0) {
		lines.push(`${describeDone(worked.done)} in ${name}.`);
	}
	if (worked && worked.asideInAll > 0) {
		lines.push(
			`${countOf(worked.asideInAll, "job is", "jobs are")} set aside after too many tries; "stemma status" says why.`,
		);
	}
	if (next !== null) lines.push(`The next visit is due at ${next.slice(0, 16).replace("T", " ")} UTC.`);
	return lines.map((line) => `${line}\n`).join("");
}

export const watchCommand: Command = { spec: SPEC, run: runWatch };
