import type { AddedSource, SortedInputs } from "../follow/add-sources.ts";
import type { Following } from "../follow/following.ts";
import type { ListedProblem } from "../model/problem.ts";
import type { FetchedInput } from "../read/addresses.ts";
import { showText } from "../report/terminal/safe-text.ts";
import { countOf } from "../report/view/count-words.ts";
import type { Added } from "../store/add.ts";
import type { Store } from "../store/store.ts";
import type { Queued } from "../store/workers/queue.ts";
import { compareProblems } from "../text/compare.ts";
import { type Command, writeNote } from "./command.ts";
import type { CommandEffects, Given } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { requireOperands } from "./printing.ts";
import { openProgressBar, type ProgressBar } from "./progress-bar.ts";
import { readGiven } from "./reading.ts";
import { CORRECTIONS, FETCHING, NAMES, PRIMARY } from "./reading-options.ts";
import { HELP_OPTIONS, listFailures, STORE, withStore } from "./store-options.ts";
import { chooseStyle } from "./terminal-style.ts";

const SPEC: CommandSpec = {
	name: "add",
	summary: "keep reports in a store, and follow feeds, pages and folders",
	operands: "<file|folder|pattern|address|list.opml|->...",
	about: [
		"Keeps what collate reads: the bytes as they are, and the article in them. What the store has\n" +
			"already is not kept twice, so that a run that was stopped is finished by the same command.\n" +
			"A text that has changed since is kept beside the earlier one, as a version of it.",
		"A feed, a news sitemap, the feeds that a home page offers and those of an OPML list are followed:\n" +
			"stemma watch visits them and keeps the reports that they announce. So are folders and single\n" +
			"pages, which are kept at once and then looked at for what is new or changed. stemma sources\n" +
			"lists what is followed.",
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
		{ name: "feeds", help: "follow the feeds that any page offers, and do not keep the page" },
		{ name: "no-follow", help: "keep pages and folders as they are now, and do not look again" },
		{ name: "queue", help: "keep the bytes alone, for stemma work; waits while the queue is long" },
		{ name: "json", help: "print what was added as JSON" },
		...HELP_OPTIONS,
	],
	examples: [
		{ command: "stemma add https://harbour-post.example/", shows: "the feeds that its home page offers" },
		{ command: "stemma add feeds.opml", shows: "all feeds of a list" },
		{ command: "stemma add examples", shows: "the reports that come with stemma, and what comes there" },
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
			const { unicode } = chooseStyle({ noColor: true, width: null, onStdout: true }, effects);
			const bar = openProgressBar(effects, unicode);
			const following = await effects.openFollowing(store, given);
			const options = { feeds: args.switches.has("feeds"), follow: !args.switches.has("no-follow") };
			let sorted: SortedInputs;
			let kept: Kept;
			let sources: readonly AddedSource[];
			try {
				sorted = await following.sort(args.operands, options, bar.report);
				kept = await keep(sorted, given, { args, effects, store, bar });
				// Once it is kept: a source that is followed is known to be kept up to here.
				sources = await follow(following, sorted, kept.problems, bar);
			} finally {
				bar.erase();
			}
			const problems = [...sorted.problems, ...kept.problems].sort(compareProblems);
			const failures = listFailures(problems);
			for (const failure of failures) await writeNote(effects, failure);
			await noteGiven(effects, kept.given);
			if (args.switches.has("json")) {
				const { schema, ...counts } = kept.json;
				const all = { schema, store: store.name, ...counts, sources, problems };
				await effects.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
			} else
				await effects.stdout.write([...kept.lines, ...describeSources(sources)].map((line) => `${line}\n`).join(""));
			if (kept.captures + sources.length === 0) return 2;
			return failures.length > 0 ? 1 : 0;
		},
		true,
	);
}

/** What was kept of the reports among the inputs. */
interface Kept {
	/** Captures that are in the store now, those that were there too. */
	readonly captures: number;
	readonly problems: readonly ListedProblem[];
	/** Files of names and decisions that came in evidence files. */
	readonly given: readonly string[];
	readonly lines: readonly string[];
	readonly json: { readonly schema: string };
}

interface Keeping {
	readonly args: ParsedArgs;
	readonly effects: CommandEffects;
	readonly store: Store;
	readonly bar: ProgressBar;
}

async function keep(sorted: SortedInputs, given: Given, keeping: Keeping): Promise<Kept> {
	const { args, effects, store, bar } = keeping;
	// Files of names and corrections are kept also where no report is.
	const isNothing =
		sorted.reports.length + given.primaries.length + given.names.length + given.corrections.length === 0;
	const { fetch } = await effects.openFetching(given.primaries, bar.report, given);
	const fetching = {
		fetch: async (address: string): Promise<FetchedInput> => {
			const there = sorted.fetched.get(address) ?? (await fetch?.(address));
			if (!there) throw new Error(`nobody has fetched ${address}`);
			return there;
		},
		progress: bar.report,
	};
	if (args.switches.has("queue")) {
		const waiting = (captures: number): void => {
			bar.erase();
			void writeNote(effects, `${countOf(captures, "capture")} wait to be read; waiting for the workers`);
		};
		const none: Queued = { inputs: 0, captures: 0, known: 0, problems: [], given: [] };
		const queued = isNothing ? none : await store.queue(sorted.reports, given, { ...fetching, waiting });
		const known = queued.known > 0 ? [`${countOf(queued.known, "capture")} already there`] : [];
		const parts = [`${countOf(queued.captures, "capture")} queued in ${store.name}`, ...known];
		return {
			captures: queued.captures + queued.known,
			problems: queued.problems,
			given: queued.given,
			lines: isNothing ? [] : [`${parts.join("; ")}. "stemma work" reads what is queued.`],
			json: { schema: "stemma.queued/1", ...queued },
		};
	}
	const none: Added = { inputs: 0, captures: 0, known: 0, articles: [], versions: 0, problems: [], given: [] };
	const added = isNothing ? none : await store.add(sorted.reports, given, fetching);
	const parts = [
		`${countOf(added.articles.length, "new article")} in ${store.name}`,
		...(added.versions > 0 ? [`${countOf(added.versions, "later text", "later texts")} of sources it had`] : []),
		...(added.known > 0 ? [`${countOf(added.known, "capture")} already there`] : []),
	];
	return {
		captures: added.captures + added.known,
		problems: added.problems,
		given: added.given,
		lines: isNothing ? [] : [`${parts.join("; ")}.`],
		json: { schema: "stemma.added/1", ...added },
	};
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

/** Follows what was sorted out; a page or a folder that could not be read is not followed. */
function follow(
	following: Following,
	sorted: SortedInputs,
	problems: readonly ListedProblem[],
	bar: ProgressBar,
): Promise<readonly AddedSource[]> {
	const failed = new Set(problems.filter(({ article }) => article === null).map(({ place }) => place));
	const sources = sorted.sources.filter(({ source }) => source.kind !== "page" || !failed.has(source.given));
	return sources.length === 0 ? Promise.resolve([]) : following.add(sources, bar.report);
}

/** Sources that are named before the rest is counted. */
const NAMED = 10;

function describeSources(sources: readonly AddedSource[]): readonly string[] {
	const fresh = sources.filter(({ isNew }) => isNew);
	const known = sources.length - fresh.length;
	if (sources.length === 0) return [];
	const named = fresh.length <= NAMED ? fresh : [];
	const lines = named.map(({ kind, url, title }) => {
		const what = kind === "feed" ? "" : `the ${kind} `;
		const where = kind === "folder" ? decodeURIComponent(new URL(url).pathname) : url;
		return `Following ${what}${where}${title !== null && kind === "feed" ? ` (${showText(title)})` : ""}.`;
	});
	if (fresh.length > NAMED) lines.push(`Following ${countOf(fresh.length, "source")}.`);
	if (known > 0) lines.push(`${countOf(known, "source is", "sources are")} followed already.`);
	if (fresh.some(({ kind }) => kind === "feed")) lines.push('"stemma watch" visits what is followed.');
	return lines;
}

export const addCommand: Command = { spec: SPEC, run: runAdd };
