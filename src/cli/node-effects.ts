import { availableParallelism, userInfo } from "node:os";
import process from "node:process";
import type { WriteStream } from "node:tty";
import { UserError } from "../model/problem.ts";
import { isAddress } from "../read/addresses.ts";
import type { ReadEffects } from "../read/captures.ts";
import type { StoreLocation } from "../store/location.ts";
import type { CommandEffects, Given, OutputStream, Progress } from "./effects.ts";

/** The world as Node has it. The analysis and the writing of files are loaded when they are asked for. */
export function nodeCommandEffects(): CommandEffects {
	return {
		stdout: openStream(process.stdout, true),
		// What cannot be told is not worth ending for.
		stderr: openStream(process.stderr, false),
		env: process.env,
		platform: process.platform,
		showInPager: async (text, command) => (await import("./pager.ts")).showInPager(text, command, process.env),
		now: () => performance.now(),
		readText: async (path) => (await import("./text-file.ts")).readTextFile(path),
		writeFile: async (path, content) => (await import("./atomic-file.ts")).writeFileWhole(path, content),
		loadPageAssets: async () => (await import("../system/page-assets.ts")).loadPageAssets(),
		collate: async (inputs, progress, given) => {
			const [{ collateInputs }, { nodeCollateEffects }] = await Promise.all([
				import("../pipeline.ts"),
				import("../system/collate-effects.ts"),
			]);
			const effects = { ...nodeCollateEffects(given.names, given.corrections), progress };
			return collateInputs(inputs, { ...effects, ...(await fetching(inputs, progress, given)) }, given.primaries);
		},
		listArticles: async (inputs, progress, given) => {
			const [{ listArticles }, { nodeReadingEffects }] = await Promise.all([
				import("../pipeline.ts"),
				import("../system/collate-effects.ts"),
			]);
			return listArticles(inputs, { ...nodeReadingEffects(), progress, ...(await fetching(inputs, progress, given)) });
		},
		listQuotations: async (inputs, progress, given) => {
			const [{ listQuotations }, { nodeCollateEffects }] = await Promise.all([
				import("../pipeline.ts"),
				import("../system/collate-effects.ts"),
			]);
			const effects = { ...nodeCollateEffects(given.names), progress };
			return listQuotations(inputs, { ...effects, ...(await fetching(inputs, progress, given)) });
		},
		listStories: async (inputs, progress, given) => {
			const [{ listStories }, { nodeCollateEffects }] = await Promise.all([
				import("../pipeline.ts"),
				import("../system/collate-effects.ts"),
			]);
			const effects = { ...nodeCollateEffects(given.names, given.corrections), progress };
			return listStories(inputs, { ...effects, ...(await fetching(inputs, progress, given)) }, given.primaries);
		},
		trace: async (text, inputs, progress, given) => {
			const [{ traceInputs }, { nodeCollateEffects }] = await Promise.all([
				import("../pipeline.ts"),
				import("../system/collate-effects.ts"),
			]);
			const effects = { ...nodeCollateEffects(given.names), progress };
			return traceInputs(text, inputs, { ...effects, ...(await fetching(inputs, progress, given)) }, given.primaries);
		},
		processors: availableParallelism(),
		listenForStop: () => {
			const stop = new AbortController();
			// Heard once: the second time the system ends the program.
			for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort());
			return stop.signal;
		},
		openFetching: fetching,
		openStore: async (place, create) => (await import("../store/store.ts")).openStore(await locate(place), create),
		openFollowing: async (store, given) => (await import("../follow/following.ts")).openFollowing(store, given),
		openMemoryStore: async () => (await import("../store/store.ts")).openStore({ kind: "memory" }, true),
		serve: async (store, port, fail, activity, options) => {
			const [{ serve }, { loadPageAssets }] = await Promise.all([
				import("../serve/serve.ts"),
				import("../system/page-assets.ts"),
			]);
			return serve(store, port, loadPageAssets(), fail, activity, { ...options, owner: nameUser() });
		},
		serveMcp: async (store, stop, fail, ready) =>
			(await import("../serve/mcp/stdio.ts")).serveMcp(store, stop, fail, ready),
		openSending: async (store, given, note) => {
			const [{ openSender }, { writeFileWhole }] = await Promise.all([
				import("../follow/alerts/sender.ts"),
				import("./atomic-file.ts"),
			]);
			return openSender(store.database, given, { writeFile: writeFileWhole, note });
		},
		prepareTargets: async (given) => (await import("../follow/alerts/targets.ts")).prepareTargets(given),
		migrateStore: async (place) => (await import("../store/store.ts")).migrateStore(await locate(place)),
		restoreStore: async (place, path) => (await import("../store/store.ts")).restoreStore(await locate(place), path),
		gatherEvidence: async (inputs, progress, given, choose) => {
			const [
				{ gatherEvidence },
				{ readCaptures },
				{ nodeReadingEffects },
				{ readGivenFiles, mergeGivenFiles, loadDataWith },
			] = await Promise.all([
				import("../evidence/evidence.ts"),
				import("../read/captures.ts"),
				import("../system/collate-effects.ts"),
				import("../system/given-files.ts"),
			]);
			const own = readGivenFiles(given.names, given.corrections);
			// Files that cannot be used are found out before anything is fetched.
			loadDataWith(own);
			const reading = { ...nodeReadingEffects(), progress };
			const fetchers = await fetching(inputs, progress, given);
			const read = await readCaptures(inputs, { ...reading, ...fetchers }, given.primaries);
			const files = mergeGivenFiles([...own, ...read.given]);
			const effects = { ...reading, data: loadDataWith(files) };
			return gatherEvidence(read.captures, read.problems, effects, files, choose);
		},
		verify: async (path, progress) => {
			const [{ verifyEvidence }, { readByteFile }, { nodeReadingEffects }, { loadDataWith }, { nodeArchiveEffects }] =
				await Promise.all([
					import("../evidence/verify.ts"),
					import("./text-file.ts"),
					import("../system/collate-effects.ts"),
					import("../system/given-files.ts"),
					import("../system/archive-effects.ts"),
				]);
			const bytes = await readByteFile(path);
			const { readArticle } = nodeReadingEffects();
			const archives = nodeArchiveEffects();
			return verifyEvidence(bytes, path === "-" ? "standard input" : path, {
				readArticle,
				archives,
				loadData: loadDataWith,
				progress,
			});
		},
	};
}

/** What fetching is done with, where there is an address among the inputs; it is loaded then. */
async function fetching(
	inputs: readonly string[],
	progress: Progress,
	given: Given,
): Promise<Pick<ReadEffects, "fetch">> {
	const addresses = new Set([...given.primaries, ...inputs].filter(isAddress));
	if (addresses.size === 0) return {};
	const { nodeInputFetcher } = await import("../follow/input-fetcher.ts");
	return { fetch: nodeInputFetcher(given, (done, label) => progress(done, addresses.size, label)) };
}

async function locate(place: string | undefined): Promise<StoreLocation> {
	return (await import("../store/location.ts")).locateStore(place, process.env, process.platform);
}

/** A reader that has gone, as `head` does, ends the printing and nothing else. */
function openStream(stream: WriteStream, mustArrive: boolean): OutputStream {
	// Every failure also comes to the write's own callback; unheard, it would end the process.
	stream.on("error", () => {});
	return {
		isTTY: stream.isTTY === true,
		columns: stream.columns ?? null,
		rows: stream.rows ?? null,
		write: (text) =>
			new Promise((resolve, reject) => {
				stream.write(text, (error?: NodeJS.ErrnoException | null) => {
					if (!error || !mustArrive || error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") resolve();
					else reject(new UserError("cli/output", `cannot write the result: ${error.message}`));
				});
			}),
	};
}

/** What the user is called on this machine; nothing where the system has no name. */
function nameUser(): string {
	try {
		return userInfo().username;
	} catch {
		return "";
	}
}
