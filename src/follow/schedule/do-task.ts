import type { Capture } from "../../model/capture.ts";
import { capturesOf } from "../../read/captures.ts";
import { decode } from "../../read/charset.ts";
import { readSource, SOURCE_LIMIT } from "../feeds/read-source.ts";
import type { FeedEntry, NoFeed } from "../feeds/source-reading.ts";
import type { FetchElsewhere, FetchedBody, FetchRefused, FetchResult, Validators, Wanted } from "../fetch/fetch.ts";
import { REPORT } from "../input-fetcher.ts";
import { NO_ROBOTS, parseRobots, ROBOTS_LIMIT, type Robots } from "../robots.ts";
import { afterFolder, afterRequest, afterVisit, failed, type PageReading } from "./after-visit.ts";
import { toCapture } from "./entry-capture.ts";
import {
	type FollowedSource,
	type HostState,
	type KnownRobots,
	type LastError,
	type Outcome,
	placeOf,
	type Task,
	type WantedPage,
} from "./state.ts";
import { backOff, jitter, MOST_EDITS, MOST_HOPS, PAGE_TRIES, TIMING } from "./timing.ts";

/** What doing a task needs of the world. */
export interface TaskEffects {
	/** Milliseconds since 1970. */
	now(): number;
	fetch(url: string, wanted: Wanted, validators: Validators | null): Promise<FetchResult>;
	/** Reads a page that is followed by itself. */
	readPage(capture: Capture): Promise<ReadPage | Failure>;
	/** Keeps what is new in a folder; how many captures that is. */
	takeFolder(source: FollowedSource): Promise<{ readonly fresh: number } | Failure>;
}

/** A page as far as following has to do with it. */
export interface ReadPage {
	/** Changes when what it says does, and not when only its surroundings do. */
	readonly mark: string;
	readonly title: string | null;
}

/** Why there is nothing. */
export type Failure = Pick<LastError, "code" | "reason">;

/** A feed or a sitemap, by whatever type: servers are wrong about half of them. What is media is none. */
const FEED: Wanted = {
	sameHost: true,
	accept:
		"application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.1",
	what: "a feed",
	limitOf: (mediaType) => (mediaType !== null && /^(?:image|audio|video|font)\//.test(mediaType) ? null : SOURCE_LIMIT),
};

const PAGE: Wanted = { ...REPORT, sameHost: true };

const ROBOTS: Wanted = { accept: "text/plain,*/*;q=0.1", what: "a robots.txt", limitOf: () => ROBOTS_LIMIT };

/**
 * Makes the one request that a task is for, and says what it came to. Where nobody knows what the host's robots.txt
 * says, that is the request, and the task stays due: so that never two requests follow each other without a pause.
 */
export async function doTask(task: Task, effects: TaskEffects): Promise<Outcome> {
	if (task.kind === "visit" && task.source.kind === "folder") return visitFolder(task, task.source, effects);
	const url = task.kind === "visit" ? placeOf(task.source) : task.page.url;
	const { robots } = task.host;
	if (robots === null || robots.until <= effects.now()) return askRobots(task, url, effects);
	const rules = robots.text === null ? NO_ROBOTS : parseRobots(robots.text, new URL("/robots.txt", url).href);
	const closed = robots.closed ?? (rules.allows(url) ? null : "the host's robots.txt does not allow this address");
	const known: Known = { rules, closed, until: robots.closed === null ? null : robots.until };
	return task.kind === "visit" ? visit(task, task.source, known, effects) : fetchPage(task, task.page, known, effects);
}

interface Known {
	readonly rules: Robots;
	/** Why the address may not be asked for. */
	readonly closed: string | null;
	/** When that may change; null when not soon. */
	readonly until: number | null;
}

async function askRobots(task: Task, url: string, effects: TaskEffects): Promise<Outcome> {
	const place = new URL("/robots.txt", url).href;
	const result = await effects.fetch(place, ROBOTS, null);
	const now = effects.now();
	const robots = toRobots(result, now);
	const delay = robots.text === null ? null : parseRobots(robots.text, place).delay;
	const host = afterRequest(task.host, delay, result.kind === "refused" ? result : null, now);
	const source = task.kind === "visit" ? task.source : null;
	return {
		host: { ...host, robots },
		source: source && (() => source),
		entries: [],
		page: task.kind === "page" ? task.page : null,
		capture: null,
		beside: 0,
	};
}

function toRobots(result: FetchResult, now: number): KnownRobots {
	if (result.kind === "body") {
		const text = decode(result.bytes, result.charset, "text/plain").text;
		return {
			text,
			closed: null,
			until: now + Math.max(TIMING.robotsFailed, Math.min(result.fresh ?? TIMING.robots, TIMING.robots)),
		};
	}
	const status = result.kind === "refused" ? result.status : null;
	if (status !== null && status >= 400 && status < 500 && status !== 429) {
		return { text: null, closed: null, until: now + TIMING.robots };
	}
	const why = result.kind === "refused" ? result.reason : "it is not there";
	return { text: null, closed: `the host's robots.txt cannot be had: ${why}`, until: now + TIMING.robotsFailed };
}

async function visit(task: Task, source: FollowedSource, known: Known, effects: TaskEffects): Promise<Outcome> {
	const nothing = { page: null, capture: null, beside: 0 };
	const url = placeOf(source);
	if (known.closed !== null) {
		const now = effects.now();
		const until = known.until === null ? TIMING.longest : known.until - now;
		const after = failed(source, { code: "follow/robots", reason: `${url}: ${known.closed}` }, until, now);
		return { host: task.host, ...after, ...nothing };
	}
	const result = await effects.fetch(url, source.kind === "page" ? PAGE : FEED, source.validators);
	if (result.kind === "elsewhere")
		return {
			...turn(source, result, effects.now()),
			...nothing,
			host: hostAfter(task.host, known, null, effects.now()),
		};
	const reading =
		result.kind !== "body"
			? null
			: source.kind === "page"
				? await readPage(source, result, effects)
				: await readSource(result.bytes, result.charset, result.address);
	const now = effects.now();
	const refused = result.kind === "refused" ? result : null;
	// A redirect after one that was not for good is not for good either.
	const passing = source.detour !== null && !source.detour.forGood;
	const after = afterVisit(source, passing ? { ...result, movedTo: null } : result, reading, now);
	return { host: hostAfter(task.host, known, refused, now), ...after, ...nothing };
}

/** A page that is followed by itself, as the one entry of its source. */
async function readPage(
	source: FollowedSource,
	body: FetchedBody,
	effects: TaskEffects,
): Promise<PageReading | NoFeed> {
	const { bytes, address: url, at, mediaType, charset } = body;
	const { captures, problems } = await capturesOf(source.given, { bytes, url, at, mediaType, charset });
	const [capture] = captures;
	const read = capture ? await effects.readPage(capture) : (problems[0] ?? NOTHING_THERE);
	if (!capture || "code" in read) return { kind: "refused", ...("code" in read ? read : NOTHING_THERE) };
	const { mark, title } = read;
	const entry = { mark, most: MOST_EDITS, page: null, capture, entry: toPageEntry(source.given, title) };
	return { kind: "page", title, entry };
}

/** A page that is followed by itself, as an entry. */
export function toPageEntry(url: string, title: string | null): FeedEntry {
	return { id: url, url, title, published: null, updated: null, content: null, authors: [] };
}

const NOTHING_THERE: Failure = { code: "follow/no-page", reason: "it is no page that can be read" };

async function visitFolder(task: Task, source: FollowedSource, effects: TaskEffects): Promise<Outcome> {
	const taken = await effects.takeFolder(source);
	const now = effects.now();
	const nothing = { host: task.host, entries: [], page: null, capture: null };
	if ("code" in taken) return { ...nothing, ...failed(source, taken, null, now), beside: 0 };
	const after = afterFolder(source, taken.fresh, now);
	return { ...nothing, source: () => after, beside: taken.fresh };
}

/** A source whose visit goes on at another host, in its turn. */
function turn(
	source: FollowedSource,
	{ url, forGood }: FetchElsewhere,
	now: number,
): Pick<Outcome, "source" | "entries"> {
	const hops = (source.detour?.hops ?? 0) + 1;
	if (hops > MOST_HOPS) return failed(source, tooManyHosts(source.url), null, now);
	const detour = { url, hops, forGood: forGood && (source.detour?.forGood ?? true) };
	return { source: () => ({ ...source, detour, due: now }), entries: [] };
}

function tooManyHosts(url: string): { readonly code: string; readonly reason: string } {
	return { code: "fetch/redirects", reason: `${url}: it is redirected over more than ${MOST_HOPS} hosts` };
}

/** Refusals that another try would meet again. */
const FINAL =
	/^fetch\/(?:gone|forbidden|type|too-large|bomb|address|scheme|credentials|port|address-form|closed-address|encoding)$/;

async function fetchPage(task: Task, page: WantedPage, known: Known, effects: TaskEffects): Promise<Outcome> {
	const nothing = { source: null, entries: [], beside: 0 };
	// What the feed carried is better than nothing where the page cannot be had.
	const carried = (now: number): Outcome["capture"] => toCapture(page.entry, page.feed, page.outlet, now);
	const giveUp = (host: HostState): Outcome => ({ host, ...nothing, page: null, capture: carried(effects.now()) });
	const tryAgain = (host: HostState, wait: number): Outcome => {
		const failures = page.failures + 1;
		if (failures >= PAGE_TRIES) return giveUp(host);
		const own = Math.round(backOff(TIMING.page, failures) * jitter(page.url, failures));
		const due = effects.now() + Math.max(own, wait);
		return { host, ...nothing, page: { ...page, failures, due }, capture: null };
	};
	if (known.closed !== null) {
		return known.until === null ? giveUp(task.host) : tryAgain(task.host, known.until - effects.now());
	}
	const result = await effects.fetch(page.url, PAGE, null);
	const now = effects.now();
	const host = hostAfter(task.host, known, result.kind === "refused" ? result : null, now);
	if (result.kind === "elsewhere" && page.hops < MOST_HOPS) {
		return { host, ...nothing, page: { ...page, url: result.url, hops: page.hops + 1, due: now }, capture: null };
	}
	if (result.kind === "body") {
		const { bytes, address: url, at, mediaType, charset } = result;
		const { captures } = await capturesOf(page.entry.url ?? page.url, { bytes, url, at, mediaType, charset });
		return { host, ...nothing, page: null, capture: stateDate(captures[0], page) ?? carried(now) };
	}
	const refused = result.kind === "refused" ? result : null;
	return FINAL.test(refused?.code ?? "") ? giveUp(host) : tryAgain(host, refused?.retryAfter ?? 0);
}

/** A page with the day that its source announced it with, which counts where the page itself says none. */
function stateDate(capture: Capture | undefined, { entry: { published } }: WantedPage): Capture | null {
	if (!capture) return null;
	return { ...capture, stated: { ...capture.stated, published: capture.stated.published ?? published } };
}

function hostAfter(host: HostState, { rules }: Known, refused: FetchRefused | null, now: number): HostState {
	return afterRequest(host, rules.delay, refused, now);
}
