import { hostname } from "node:os";
import { resolve } from "node:path";
import { UserError } from "../model/problem.ts";
import type { SourceListing } from "../model/source-listing.ts";
import type { Store } from "../store/store.ts";
import { queueInputs } from "../store/workers/queue.ts";
import { nodeReadingEffects } from "../system/collate-effects.ts";
import {
	type AddedSource,
	followSources,
	resume,
	type SortedInputs,
	type SortingOptions,
	sortInputs,
} from "./add-sources.ts";
import { writeOpml } from "./feeds/opml.ts";
import { choosePolicy, openFetcher } from "./fetcher.ts";
import { keepLooking } from "./folder-looks.ts";
import { folderPath, machineName, readElsewhere } from "./folder-source.ts";
import { listSourceStates, listSources, type SourceState } from "./list-sources.ts";
import { paceFetching } from "./paced-fetcher.ts";
import type { ReadPage, TaskEffects } from "./schedule/do-task.ts";
import type { FollowedSource } from "./schedule/state.ts";
import { endLeases, openStoreState } from "./store-state/store-state.ts";
import { type WatchEffects, type Watched, type WatchOptions, watch } from "./watch.ts";

/** What is allowed and who asks, as the options of a command name it. */
export interface FetchingGiven {
	readonly allowNet: readonly string[];
	readonly userAgent: string | null;
}

/** Milliseconds after which it is looked again for what others have added, resumed or hastened. */
const LONGEST_SLEEP = 5000;

type Progress = (done: number, total: number, label: string) => void;

/** What a store follows. */
export interface Following {
	/** Tells sources from reports; nothing is kept yet. */
	sort(inputs: readonly string[], options: SortingOptions, progress: Progress): Promise<SortedInputs>;
	/** Follows what was sorted out. */
	add(sources: SortedInputs["sources"], progress: Progress): Promise<readonly AddedSource[]>;
	list(): Promise<SourceListing>;
	/** The same without what each carries, which takes longer the more there is. */
	listStates(): Promise<readonly SourceState[]>;
	/** An OPML file of the feeds that are followed, by title and address. */
	writeOpml(): Promise<string>;
	/**
	 * Pauses, resumes or removes sources, named by their addresses or ids.
	 *
	 * @throws UserError `follow/unknown` when one is not followed; nothing is changed then
	 */
	change(which: readonly string[], action: SourceAction): Promise<readonly FollowedSource[]>;
	/** With nothing to visit it ends at once, unless others may add something while it waits. */
	watch(
		options: WatchOptions,
		effects: Pick<WatchEffects, "stop" | "started" | "event" | "progress" | "note">,
	): Promise<Watched>;
}

export type SourceAction = "pause" | "resume" | "remove";

/** What a store follows, with Node's network, files and clock. Throws UserError for an option that is none. */
export function openFollowing(store: Store, given: FetchingGiven): Following {
	const machine = machineName(hostname());
	const state = openStoreState(store.database, machine);
	const policy = choosePolicy(given);
	const reading = nodeReadingEffects();
	const now = (): number => Date.now();
	const today = (): string => new Date().toISOString().slice(0, 10);
	const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

	const readPage: TaskEffects["readPage"] = async (capture): Promise<ReadPage | { code: string; reason: string }> => {
		const { article, problems } = await reading.readArticle(capture);
		if (article) return { mark: article.id, title: article.headline?.text ?? null };
		const [problem] = problems;
		return { code: problem?.code ?? "article/empty", reason: problem?.reason ?? "there is no report on it" };
	};
	const takeFolder: TaskEffects["takeFolder"] = async (source) => {
		const path = folderPath(source);
		const { kind } = await reading.list(path);
		if (kind !== "folder") return { code: "read/missing", reason: `there is no folder ${path} any more` };
		try {
			const effects = { ...readElsewhere(reading, source.given, path), today };
			const { captures } = await queueInputs(store.database, [source.given], [], effects);
			return { fresh: captures };
		} catch (error) {
			if (error instanceof UserError) return { code: error.code, reason: error.message };
			throw error;
		}
	};

	return {
		sort: (inputs, options, progress) =>
			sortInputs(inputs, options, {
				fetch: paceFetching(openFetcher(policy), wait),
				now,
				readPage,
				list: reading.list,
				read: reading.read,
				resolve: (path) => resolve(path).replaceAll("\\", "/"),
				machine,
				progress,
			}),
		add: (sources, progress) => followSources(state, sources, now(), progress),
		list: () => listSources(state, store.database, store.name, machine, now()),
		listStates: () => listSourceStates(state, machine),
		async writeOpml() {
			const feeds = (await state.sources()).filter(({ kind, status }) => kind === "feed" && status !== "gone");
			return writeOpml(
				"Followed by Stemma",
				feeds.map(({ url, title, home }) => ({ url, title, home, folder: [] })),
			);
		},
		async change(which, action) {
			const sources = await state.sources();
			const chosen = which.map((name) => {
				const plain = name.replace(/(?<=.)\/+$/, "");
				const found = sources.find(({ id, url, given: added }) =>
					[id, url, added].some((one) => one === name || one.replace(/(?<=.)\/+$/, "") === plain),
				);
				if (found) return found;
				throw new UserError("follow/unknown", `${name} is not followed; "stemma sources" lists what is`);
			});
			for (const { id } of chosen) {
				await state.change(id, (source) => {
					if (action === "remove") return null;
					if (action === "resume") return resume(source, now());
					return source.status === "active" ? { ...source, status: "paused" } : source;
				});
			}
			return chosen;
		},
		async watch(options, effects) {
			// Who has the folder has it alone: what is leased was leased by a process that is gone.
			if (store.database.kind === "pglite") await endLeases(store.database);
			const visited = (await state.sources()).filter(({ status }) => status === "active").length;
			if (visited === 0 && (options.once || (store.database.kind === "pglite" && options.waits !== true))) {
				return NOTHING_WATCHED;
			}
			effects.started?.(visited);
			const abort = new AbortController();
			const sleep: WatchEffects["wait"] = (milliseconds, signal) =>
				new Promise((done) => {
					const end = (): void => {
						clearTimeout(timer);
						signal.removeEventListener("abort", end);
						done();
					};
					const timer = setTimeout(end, Math.min(milliseconds, LONGEST_SLEEP));
					signal.addEventListener("abort", end);
					if (signal.aborted) end();
				});
			const ending = new AbortController();
			const looking = options.once
				? Promise.resolve()
				: keepLooking({
						state,
						machine,
						list: reading.list,
						now,
						wait: sleep,
						stop: AbortSignal.any([effects.stop, ending.signal]),
					});
			try {
				return await watch(store, state, options, {
					...effects,
					now,
					wait: sleep,
					fetch: openFetcher(policy, abort.signal),
					readPage,
					takeFolder,
					giveUp: () => abort.abort(),
				});
			} finally {
				ending.abort();
				await looking;
			}
		},
	};
}

const NOTHING_WATCHED: Watched = { visits: 0, failed: 0, pages: 0, fresh: 0, kept: 0, worked: null, next: null };
