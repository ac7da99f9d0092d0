import type { ListedProblem } from "../model/problem.ts";
import { type FetchedInput, isAddress } from "../read/addresses.ts";
import { capturesOf, type Listing } from "../read/captures.ts";
import { readOpml } from "./feeds/opml.ts";
import { readSource, SOURCE_LIMIT } from "./feeds/read-source.ts";
import type { FetchedBody, Wanted } from "./fetch/fetch.ts";
import type { Fetcher } from "./fetcher.ts";
import { findOfferedSources, type SourcesFound, sourcesOf } from "./find-sources.ts";
import { folderUrl } from "./folder-source.ts";
import { REPORT, toInput } from "./input-fetcher.ts";
import { type TaskEffects, toPageEntry } from "./schedule/do-task.ts";
import { newSource } from "./schedule/follow.ts";
import type { FollowedSource, FollowState, FoundEntry } from "./schedule/state.ts";
import { TIMING } from "./schedule/timing.ts";

/** What sorting inputs needs of the world. */
export interface SortingEffects extends Pick<TaskEffects, "now" | "readPage"> {
	fetch: Fetcher;
	list(input: string): Promise<Listing>;
	/** A file's bytes, at most `limit + 1` of them. */
	read(path: string, limit: number): Promise<Uint8Array>;
	/** The whole path of a folder, with `/` between folders. */
	resolve(path: string): string;
	/** As the host of an address. */
	readonly machine: string;
	/** Told before each input. */
	progress?(done: number, total: number, label: string): void;
}

export interface SortingOptions {
	/** Whether any page stands for the feeds that it offers, and not only one at the root of its host. */
	readonly feeds: boolean;
	/** Whether pages and folders are looked at again after they are kept. */
	readonly follow: boolean;
}

/** What some inputs are. */
export interface SortedInputs {
	/** To be kept now, in the order of the inputs: reports, folders, all that is no source alone. */
	readonly reports: readonly string[];
	/** What was fetched of these, by address. */
	readonly fetched: ReadonlyMap<string, FetchedInput>;
	/** To be followed once those are kept, each with what is known of it then. */
	readonly sources: readonly SortedSource[];
	/** Inputs that are neither. */
	readonly problems: readonly ListedProblem[];
}

interface SortedSource {
	readonly source: FollowedSource;
	readonly known: readonly Pick<FoundEntry, "entry" | "mark">[];
	/** How it was found, as a reader is told. */
	readonly from: "itself" | "page" | "sitemap-index" | "robots" | "list";
}

/** A feed, a sitemap, a list of feeds, a page or a document. */
const ANY: Wanted = {
	accept:
		"text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/feed+json;q=0.9,*/*;q=0.1",
	what: "a page, a feed, a text or a document",
	limitOf: (mediaType) =>
		mediaType !== null && /^(?:image|audio|video|font)\//.test(mediaType)
			? null
			: Math.max(SOURCE_LIMIT, REPORT.limitOf(mediaType) ?? 0),
};

/**
 * Tells what inputs are: a feed, a sitemap or a list of feeds is followed; so is what a home page offers; another page
 * and a folder are kept and then looked at again; everything else is kept alone.
 */
export async function sortInputs(
	inputs: readonly string[],
	options: SortingOptions,
	effects: SortingEffects,
): Promise<SortedInputs> {
	const once = [...new Set(inputs)];
	let done = 0;
	const sorted = await Promise.all(
		once.map(async (input) => {
			const one = await sortInput(input, options, effects);
			effects.progress?.(++done, once.length, input);
			return one;
		}),
	);
	return {
		reports: sorted.flatMap(({ report }) => report ?? []),
		fetched: new Map(
			sorted.flatMap(({ report, fetched }) => (report !== undefined && fetched ? [[report, fetched] as const] : [])),
		),
		sources: sorted.flatMap(({ sources }) => sources ?? []),
		problems: sorted.flatMap(({ problem }) => problem ?? []),
	};
}

interface SortedInput {
	readonly report?: string;
	readonly fetched?: FetchedInput;
	readonly sources?: readonly SortedSource[];
	readonly problem?: ListedProblem;
}

async function sortInput(input: string, options: SortingOptions, effects: SortingEffects): Promise<SortedInput> {
	if (isAddress(input)) return sortAddress(input, options, effects);
	if (/\.(?:opml|xml)$/i.test(input)) return sortList(input, effects);
	if (input === "-" || !options.follow) return { report: input };
	const { kind } = await effects.list(input);
	if (kind !== "folder") return { report: input };
	// As the files in it are called.
	const given = input.replace(/^(?:\.\/)+(?=.)/, "").replace(/(?<=.)\/+$/, "");
	const due = effects.now() + TIMING.first;
	const url = folderUrl(effects.machine, effects.resolve(input));
	return {
		report: input,
		sources: [{ source: newSource(url, null, due, { kind: "folder", given }), known: [], from: "itself" }],
	};
}

async function sortAddress(address: string, options: SortingOptions, effects: SortingEffects): Promise<SortedInput> {
	const result = await effects.fetch(address, ANY, null);
	const report: SortedInput = { report: address, fetched: toInput(result) };
	if (result.kind !== "body") return report;
	if (looksLikeList(result.bytes)) return sourcesInList(address, result.bytes, effects);
	const reading = await readSource(result.bytes, result.charset, result.address);
	if (reading.kind !== "refused") return toSources(address, sourcesOf(address, result, reading), effects);
	if (reading.code !== "feed/none" && reading.code !== "feed/binary") {
		return failed(address, reading.code, `${address}: ${reading.reason}`);
	}
	if (options.feeds || isHome(result.address)) {
		return toSources(address, await findOfferedSources(address, result, effects.fetch), effects);
	}
	if (!options.follow) return report;
	const known = await readPageOnce(address, result, effects);
	const due = effects.now() + TIMING.first;
	if (known === null) return report;
	const source = newSource(result.movedTo ?? address, known.title, due, { kind: "page", given: address });
	return { ...report, sources: [{ source, known: [known], from: "itself" }] };
}

/** A page as the entry that it is of its own source; null when no report can be read there. */
async function readPageOnce(
	address: string,
	body: FetchedBody,
	effects: SortingEffects,
): Promise<(Pick<FoundEntry, "entry" | "mark"> & { readonly title: string | null }) | null> {
	const { bytes, address: url, at, mediaType, charset } = body;
	const { captures } = await capturesOf(address, { bytes, url, at, mediaType, charset });
	const [capture, ...more] = captures;
	// A list of reports is no page.
	if (!capture || more.length > 0) return null;
	const read = await effects.readPage(capture);
	return "code" in read ? null : { entry: toPageEntry(address, read.title), mark: read.mark, title: read.title };
}

/** A page at the root of its host, as sites have their home pages: of a language too. */
function isHome(address: string): boolean {
	const { pathname, search } = new URL(address);
	return search === "" && /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?(?:(?:index|home|default)\.\w{3,5})?$/i.test(pathname);
}

async function sortList(path: string, effects: SortingEffects): Promise<SortedInput> {
	const { kind } = await effects.list(path);
	if (kind !== "file") return { report: path };
	return sourcesInList(path, await effects.read(path, LIST_LIMIT), effects);
}

/** Bytes of a list of feeds: 20,000 of them take 5 MB. */
const LIST_LIMIT = 10_000_000;

function sourcesInList(place: string, bytes: Uint8Array, effects: SortingEffects): SortedInput {
	if (bytes.byteLength > LIST_LIMIT) {
		return failed(place, "feed/too-large", `${place} is larger than the ${LIST_LIMIT / 1_000_000} MB that are read`);
	}
	const list = readOpml(bytes);
	if (list.kind === "refused") return failed(place, list.code, `${place}: ${list.reason}`);
	if (list.feeds.length === 0) return failed(place, "feed/no-feeds", `${place} lists no feeds`);
	const now = effects.now();
	return {
		sources: list.feeds.map(({ url, title, home }) => ({
			source: newSource(url, title, now, { home }),
			known: [],
			from: "list",
		})),
	};
}

function looksLikeList(bytes: Uint8Array): boolean {
	return /^\s*(?:<\?[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<opml[\s>]/i.test(
		new TextDecoder("latin1").decode(bytes.subarray(0, 2000)).replace(/^\xef\xbb\xbf/, ""),
	);
}

function toSources(address: string, { sources, problem }: SourcesFound, effects: SortingEffects): SortedInput {
	if (problem) return failed(address, problem.code, problem.reason);
	const now = effects.now();
	return {
		sources: sources.map(({ url, title, home, from }) => ({
			source: newSource(url, title, now, { home }),
			known: [],
			from,
		})),
	};
}

function failed(place: string, code: string, reason: string): SortedInput {
	return { problem: { code, article: null, place, span: null, reason } };
}

/** What following some sources came to. */
export interface AddedSource {
	readonly id: string;
	readonly kind: FollowedSource["kind"];
	readonly url: string;
	readonly title: string | null;
	readonly from: SortedSource["from"];
	/** Whether it was not followed before, or not any more. */
	readonly isNew: boolean;
}

/** Follows sources; one that is paused or gone is visited again. Each address once. */
export async function followSources(
	state: FollowState,
	sources: SortedInputs["sources"],
	now: number,
	progress: (done: number, total: number, label: string) => void = () => {},
): Promise<readonly AddedSource[]> {
	const added: AddedSource[] = [];
	const seen = new Set<string>();
	for (const { source, known, from } of sources) {
		const { id, kind, url, title } = source;
		if (seen.has(id)) continue;
		progress(seen.size, sources.length, url);
		seen.add(id);
		let isNew = await state.add(source, known);
		if (!isNew) {
			await state.change(id, (there) => {
				isNew = there.status !== "active";
				return isNew ? resume(there, now) : there;
			});
		}
		added.push({ id, kind, url, title, from, isNew });
	}
	return added;
}

/** A source that is visited again, at once. */
export function resume(source: FollowedSource, now: number): FollowedSource {
	return { ...source, status: "active", due: now, failures: 0, lastError: null };
}
