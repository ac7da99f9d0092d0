import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Evidence } from "../evidence/evidence.ts";
import type { Capture } from "../model/capture.ts";
import type { GivenFile } from "../model/evidence.ts";
import type { QuotationListing } from "../model/quotation-listing.ts";
import type { CollationRecord } from "../model/record.ts";
import type { AskedSearch, SearchListing } from "../model/search-listing.ts";
import type { StoreStatus } from "../model/store-status.ts";
import type { StoryListing } from "../model/story-listing.ts";
import type { TraceListing } from "../model/trace-listing.ts";
import type { AnalysisData, CollateEffects } from "../pipeline.ts";
import type { ReadEffects } from "../read/captures.ts";
import { loadAnalysisData, loadTermRarity } from "../system/data.ts";
import { loadDataWith, mergeGivenFiles, readGivenFiles } from "../system/given-files.ts";
import { addCorrectionFiles, addDecisions } from "../system/user-corrections.ts";
import { readUserFiles as readFiles, toUserFile, type UserFile } from "../system/user-files.ts";
import { addNameFiles } from "../system/user-names.ts";
import { makeId } from "../text/hash.ts";
import type { Added } from "./add.ts";
import { openAlerts, type StoreAlerts } from "./alerts/store-alerts.ts";
import { nameAnalysis } from "./annotations.ts";
import { type BackedUp, backUp, restore } from "./backup.ts";
import { readDecisions, readDecisionsOn } from "./corrections/log.ts";
import { openCorrections, type StoreCorrections } from "./corrections/store-corrections.ts";
import type { Database } from "./database.ts";
import type { EvidenceChoice } from "./evidence.ts";
import { type ForgetChoice, type Forgotten, forget } from "./forget.ts";
import { toKey } from "./keys.ts";
import type { StoreLocation } from "./location.ts";
import { migrate } from "./migrations.ts";
import { connectStore, nameStore, openDatabase, requireStore } from "./open-database.ts";
import { describeProgram } from "./program.ts";
import type { Reread } from "./reread.ts";
import { searchStore } from "./search/search.ts";
import { readStatus } from "./status.ts";
import type { StoreProgress } from "./stored-record.ts";
import { findStories } from "./stories.ts";
import { openTokens, type StoreTokens } from "./tokens/tokens.ts";
import { vacuum, vacuumEmbedded } from "./upkeep.ts";
import { forgetUserFiles, keepUserFiles, readUserFiles, type StoredFile } from "./user-files.ts";
import type { DataFiles } from "./workers/analysis-pool.ts";
import type { Queued, QueueEffects, QueueLimits } from "./workers/queue.ts";
import type { WorkEffects, Worked, WorkOptions } from "./workers/worker.ts";

/** What is given beside reports, by the names of files. */
export interface GivenFiles {
	readonly primaries: readonly string[];
	readonly names: readonly string[];
	readonly corrections: readonly string[];
}

/** What adding is told by and, where addresses are to be fetched, done with. */
export interface AddingEffects extends Pick<ReadEffects, "fetch"> {
	progress?(done: number, total: number, label: string): void;
}

/** Articles of a store that a search indexes first where some are not: a minute or two. A larger one is not kept waiting. */
const MOST_INDEXED_FIRST = 2000;

/** A store that is open, and all that can be done with it. */
export interface Store {
	/** How it is called in messages. */
	readonly name: string;
	readonly database: Database;
	/** Adds inputs; files of names and corrections are kept with them. */
	add(inputs: readonly string[], given: GivenFiles, effects: AddingEffects): Promise<Added>;
	/** Keeps captures for `work` to read; files of names and corrections are kept with them. */
	queue(
		inputs: readonly string[],
		given: GivenFiles,
		effects: AddingEffects & Pick<QueueEffects, "waiting">,
		limits?: QueueLimits,
	): Promise<Queued>;
	/** Keeps one capture for `work` to read; its id, and whether it was there already. */
	receive(capture: Capture): Promise<{ readonly id: string; readonly known: boolean }>;
	/** Does what is to be done, until there is nothing left or until it is stopped. */
	work(options: WorkOptions, effects: Pick<WorkEffects, "stop" | "progress" | "note">): Promise<Worked>;
	/** What it holds, collated with the names and corrections that it has and those that are given. */
	collate(given: Omit<GivenFiles, "primaries">, progress: StoreProgress): Promise<CollationRecord>;
	/** The record that these articles give by themselves, with its names; those that are not annotated are left out. */
	collateThese(articles: readonly string[]): Promise<CollationRecord>;
	/**
	 * The captures of a story, or of all, with the record that they give by themselves. Rejects with a UserError when
	 * they are more than one file may hold.
	 */
	gatherEvidence(
		choice: EvidenceChoice,
		given: Omit<GivenFiles, "primaries">,
		progress: StoreProgress,
	): Promise<Evidence>;
	/** The stories of what it holds, with the names and corrections that it has and those that are given. */
	listStories(given: Omit<GivenFiles, "primaries">, progress: StoreProgress): Promise<StoryListing>;
	/** Who is given which words in each report, with the names that it has and those that are given. */
	listQuotations(names: readonly string[], progress: StoreProgress): Promise<QuotationListing>;
	/** Where a text stands in what it holds, with the names that it has and those that are given. */
	trace(text: string, names: readonly string[], progress: StoreProgress): Promise<TraceListing>;
	/** The analysis data with the names and corrections that it has and those that are given. */
	loadData(given: Omit<GivenFiles, "primaries">): Promise<AnalysisData>;
	/** Finds what stands in it by words, once what can be indexed in a moment is indexed. */
	search(asked: AskedSearch, progress: StoreProgress): Promise<SearchListing>;
	status(): Promise<StoreStatus>;
	/** Saved searches and what they found. */
	readonly alerts: StoreAlerts;
	/** The log of people's decisions on what it found. */
	readonly corrections: StoreCorrections;
	/** Who may read over the network, and write. */
	readonly tokens: StoreTokens;
	/** Reads again what another version of the program has read. */
	reread(progress: StoreProgress): Promise<Reread>;
	/** Takes articles away, and files of names and corrections of these places. */
	forget(choice: ForgetChoice): Promise<Forgotten & { readonly files: readonly string[] }>;
	/** Tidies; how many bytes it takes on the disk before and after. */
	vacuum(): Promise<{ readonly before: number; readonly after: number }>;
	backUp(path: string): Promise<BackedUp>;
	close(): Promise<void>;
}

/**
 * Opens a store, brought to the schema of this program.
 *
 * @param create whether one that is not there is made
 * @throws UserError `store/…`
 */
export async function openStore(location: StoreLocation, create: boolean): Promise<Store> {
	return wrap(await openDatabase(location, create), location);
}

/**
 * Makes a store from a backup.
 *
 * @throws UserError `store/backup`, `store/not-empty` and what opening throws
 */
export async function restoreStore(
	location: StoreLocation,
	path: string,
): Promise<BackedUp & { readonly name: string }> {
	const database = await connectStore(location, true);
	try {
		return { ...(await restore(database, path)), name: nameStore(location) };
	} finally {
		await database.close();
	}
}

/** Brings a store to the schema of this program; the names of the steps taken. */
export async function migrateStore(location: StoreLocation): Promise<{ store: Store; steps: readonly string[] }> {
	const database = await connectStore(location, false);
	try {
		await requireStore(database, location);
		return { steps: await migrate(database), store: wrap(database, location) };
	} catch (error) {
		await database.close();
		throw error;
	}
}

function wrap(database: Database, location: StoreLocation): Store {
	const name = nameStore(location);
	// The analysis and what reads pages are loaded by who needs them: most commands ask the database alone.
	const loadReading = async (): Promise<Omit<CollateEffects, "data">> =>
		(await import("../system/collate-effects.ts")).nodeReadingEffects();
	const loadRecords = () => import("./stored-record.ts");
	const today = (): string => new Date().toISOString().slice(0, 10);
	const loadData = async ({ names, corrections }: Omit<GivenFiles, "primaries">): Promise<AnalysisData> => {
		const [ownNames, ownCorrections] = [
			await readUserFiles(database, "names"),
			await readUserFiles(database, "corrections"),
		];
		const data = addNameFiles(loadAnalysisData(), mergeFiles(ownNames, readFiles("names", names)));
		return addCorrectionFiles(data, mergeFiles(ownCorrections, readFiles("corrections", corrections)));
	};
	/** The same with the decisions of the log. */
	const loadDecided = async (given: Omit<GivenFiles, "primaries">): Promise<AnalysisData> =>
		addDecisions(await loadData(given), await readDecisions(database));
	/** Keeps files that came in evidence, but none in the place of one that the person gave. */
	const keepGiven = async (given: readonly GivenFile[]): Promise<readonly string[]> => {
		const own = [...(await readUserFiles(database, "names")), ...(await readUserFiles(database, "corrections"))];
		const fresh = mergeGivenFiles(given).filter(
			(file) => !own.some(({ kind, place }) => kind === file.kind && place === file.place),
		);
		// One that cannot be used would stand in the way of everything that is read from the store.
		loadDataWith(fresh);
		await keepUserFiles(
			database,
			fresh.map(({ kind, place, bytes }) => ({ kind, ...toUserFile(kind, place, bytes) })),
		);
		return fresh.map(({ place }) => place);
	};
	const status = async (): Promise<StoreStatus> =>
		readStatus(
			database,
			{ store: name, kind: location.kind },
			location.kind === "folder" ? await folderSize(location.folder) : null,
		);
	return {
		name,
		database,
		loadData: loadDecided,
		status,
		alerts: openAlerts(database, name),
		corrections: openCorrections(database, name),
		tokens: openTokens(database),
		add: async (inputs, given, effects) => {
			const files = readGiven(given);
			// Files that cannot be used are found out before anything is kept.
			await loadData(given);
			const { addInputs } = await import("./add.ts");
			const added = await addInputs(database, inputs, given.primaries, {
				...(await loadReading()),
				...effects,
				today,
				keepGiven,
			});
			await keepUserFiles(database, files);
			return added;
		},
		queue: async (inputs, given, effects, limits) => {
			const { queueInputs } = await import("./workers/queue.ts");
			const files = readGiven(given);
			await loadData(given);
			// First, so that what is queued is analysed with them.
			await keepUserFiles(database, files);
			const reading = { ...(await loadReading()), ...effects };
			return queueInputs(database, inputs, given.primaries, { ...reading, today, keepGiven }, limits);
		},
		receive: async (capture) => (await import("./workers/queue.ts")).queueCapture(database, capture, today()),
		work: async (options, effects) => {
			const { work } = await import("./workers/worker.ts");
			const loadFiles = async (): Promise<{ readonly files: DataFiles; readonly program: string }> => {
				const files = {
					names: await readUserFiles(database, "names"),
					corrections: await readUserFiles(database, "corrections"),
				};
				return { files, program: nameData(await loadData({ names: [], corrections: [] })) };
			};
			const { readArticle } = await loadReading();
			return work(database, options, { readArticle, ...effects, today, loadFiles });
		},
		collate: async (given, progress) =>
			(await loadRecords()).collateStore(database, await loadDecided(given), progress),
		collateThese: async (articles) => {
			const data = withoutCorrections(await loadData({ names: [], corrections: [] }));
			const [{ readAnnotated }, { collateArticles }] = [await import("./trace.ts"), await import("../pipeline.ts")];
			return collateArticles(await readAnnotated(database, articles.map(toKey), data), data);
		},
		listStories: async (given, progress) =>
			(await loadRecords()).listStoriesInStore(database, await loadDecided(given), progress),
		listQuotations: async (names, progress) => {
			const data = withoutCorrections(await loadData({ names, corrections: [] }));
			return (await loadRecords()).listQuotationsInStore(database, data, progress);
		},
		search: async (asked, progress) => {
			const rarity = loadTermRarity();
			const found = await searchStore(database, name, asked, rarity);
			const { articles, indexed } = found.coverage;
			if (indexed === articles || articles > MOST_INDEXED_FIRST) return found;
			const { annotateStore } = await loadRecords();
			await annotateStore(database, await loadData({ names: [], corrections: [] }), progress);
			await vacuumEmbedded(database);
			return searchStore(database, name, asked, rarity);
		},
		gatherEvidence: async (choice, given, progress) => {
			const { gatherStoredEvidence, toGivenFile } = await import("./evidence.ts");
			const { collateStore } = await loadRecords();
			const { readArticle } = await loadReading();
			const own = [...(await readUserFiles(database, "names")), ...(await readUserFiles(database, "corrections"))];
			// Of a story's evidence the decisions on others are none.
			const [chosen] = choice.story === null ? [] : await findStories(database, [choice.story]);
			const decisions =
				chosen === undefined ? await readDecisions(database) : await readDecisionsOn(database, chosen.story.articles);
			const log = decisions === null ? [] : [{ kind: "corrections" as const, ...decisions }];
			const files = mergeGivenFiles([
				...readGivenFiles(given.names, given.corrections),
				...[...own, ...log].map(toGivenFile),
			]);
			return gatherStoredEvidence(database, choice, {
				readArticle,
				progress,
				data: loadDataWith(files),
				given: files,
				collate: async () => collateStore(database, await loadDecided(given), progress),
			});
		},
		trace: async (text, names, progress) => {
			// Decisions on what is found across reports say nothing of where a text stands.
			const data = withoutCorrections(await loadData({ names, corrections: [] }));
			return (await import("./trace.ts")).traceInStore(database, text, data, progress);
		},
		reread: async (progress) => {
			const { rereadCaptures } = await import("./reread.ts");
			return rereadCaptures(database, { ...(await loadReading()), progress, today });
		},
		forget: async (choice) => ({
			...(await forget(database, choice)),
			files: choice.kind === "places" ? await forgetUserFiles(database, choice.places) : [],
		}),
		vacuum: async () => {
			const before = (await status()).bytes.disk;
			await vacuum(database);
			return { before, after: (await status()).bytes.disk };
		},
		backUp: (path) => backUp(database, path),
		close: () => database.close(),
	};
}

function withoutCorrections({ corrections: _, ...data }: AnalysisData): AnalysisData {
	return data;
}

function readGiven(given: GivenFiles): readonly StoredFile[] {
	return (["names", "corrections"] as const).flatMap((kind) =>
		readFiles(kind, given[kind]).map((file) => ({ kind, ...file })),
	);
}

/** What the records of stories depend on besides their articles: the program and all data. */
function nameData(data: AnalysisData): string {
	return `${describeProgram()} ${makeId(nameAnalysis(data), JSON.stringify(data.sources))}`;
}

/** Files by their places; one that is given stands for the one that the store has. */
function mergeFiles(kept: readonly UserFile[], given: readonly UserFile[]): readonly UserFile[] {
	return [...new Map([...kept, ...given].map((file) => [file.place, file])).values()];
}

/** Bytes of all files below a folder. */
async function folderSize(folder: string): Promise<number> {
	let bytes = 0;
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		// The database removes files while they are counted.
		bytes += (await stat(join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0;
	}
	return bytes;
}
