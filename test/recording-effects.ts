import type { CommandEffects, OutputStream } from "../src/cli/effects.ts";
import type { Evidence } from "../src/evidence/evidence.ts";
import type { Delivered } from "../src/follow/alerts/deliver.ts";
import type { Following } from "../src/follow/following.ts";
import type { ArticleListing } from "../src/model/article-listing.ts";
import type { Verification } from "../src/model/evidence.ts";
import type { ListedProblem } from "../src/model/problem.ts";
import { UserError } from "../src/model/problem.ts";
import type { QuotationListing } from "../src/model/quotation-listing.ts";
import type { CollationRecord } from "../src/model/record.ts";
import type { StoryListing } from "../src/model/story-listing.ts";
import type { TraceListing } from "../src/model/trace-listing.ts";
import type { Store } from "../src/store/store.ts";

/** What a reader of files lists of one that is not there. */
export const missingFile: ListedProblem = {
	code: "read/missing",
	article: null,
	place: "gone.txt",
	span: null,
	reason: "there is no such file",
};

/** A world for tests: it keeps what is printed and written, and its clock stands until it is set. */
export interface Recording {
	readonly effects: CommandEffects;
	readonly out: () => string;
	readonly err: () => string;
	readonly files: Map<string, string>;
	/** Files that were written as bytes. */
	readonly binaries: Map<string, Uint8Array>;
	/** What was shown in a pager, with the pager's name before it. */
	readonly paged: readonly string[];
	/** The inputs that were asked for, one list a call. */
	readonly asked: (readonly string[])[];
	setClock(milliseconds: number): void;
}

export interface RecordingOptions {
	readonly isTTY?: boolean;
	readonly columns?: number;
	readonly rows?: number;
	/** Whether there is a pager; none where it is left out. */
	readonly pager?: boolean;
	readonly env?: Readonly<{ [name: string]: string }>;
	readonly platform?: string;
	readonly collate?: CommandEffects["collate"];
	readonly record?: CollationRecord;
	readonly listing?: ArticleListing;
	readonly quotations?: QuotationListing;
	readonly stories?: StoryListing;
	readonly trace?: TraceListing;
	/** The store that is opened, whatever place is named; none is there where it is left out. */
	readonly store?: Store;
	/** What is asked of what a store follows; where it is left out, every input is a report and nothing is followed. */
	readonly following?: Partial<Following>;
	/** What came of sending alerts; nothing was due where it is left out. */
	readonly delivered?: Partial<Delivered>;
	readonly evidence?: Evidence;
	readonly verification?: Verification;
	/** Files that can be read, by path. */
	readonly texts?: Readonly<{ [path: string]: string }>;
}

const unasked = (): never => {
	throw new Error("this was not to be asked");
};

const followNothing: Following = {
	sort: async (inputs) => ({ reports: inputs, fetched: new Map(), sources: [], problems: [] }),
	add: unasked,
	list: unasked,
	listStates: unasked,
	writeOpml: unasked,
	change: unasked,
	watch: unasked,
};

export function recordEffects(options: RecordingOptions = {}): Recording {
	const printed: { out: string[]; err: string[] } = { out: [], err: [] };
	const paged: string[] = [];
	const files = new Map<string, string>();
	const binaries = new Map<string, Uint8Array>();
	const asked: (readonly string[])[] = [];
	let clock = 0;
	const open = (into: string[]): OutputStream => ({
		isTTY: options.isTTY ?? false,
		columns: options.columns ?? null,
		rows: options.rows ?? null,
		write: async (text) => void into.push(text),
	});
	return {
		effects: {
			stdout: open(printed.out),
			stderr: open(printed.err),
			env: options.env ?? {},
			platform: options.platform ?? "linux",
			showInPager: async (text, command) => {
				paged.push(`${command}: ${text}`);
				return options.pager ?? false;
			},
			now: () => clock,
			readText: async (path) => {
				const text = options.texts?.[path];
				if (text === undefined) throw new UserError("cli/input", `cannot read ${path}: there is no such file`);
				return text;
			},
			writeFile: async (path, content) =>
				void (typeof content === "string" ? files.set(path, content) : binaries.set(path, content)),
			loadPageAssets: async () => ({ style: "", script: "", fonts: [] }),
			collate: async (inputs, progress, given) => {
				asked.push(inputs);
				if (options.collate) return options.collate(inputs, progress, given);
				if (options.record) return options.record;
				throw new Error("nothing was to be collated");
			},
			listArticles: async (inputs) => {
				asked.push(inputs);
				if (options.listing) return options.listing;
				throw new Error("nothing was to be listed");
			},
			listQuotations: async (inputs) => {
				asked.push(inputs);
				if (options.quotations) return options.quotations;
				throw new Error("no quotations were to be listed");
			},
			listStories: async (inputs) => {
				asked.push(inputs);
				if (options.stories) return options.stories;
				throw new Error("no stories were to be listed");
			},
			trace: async (text, inputs) => {
				asked.push([text ?? "from standard input", ...inputs]);
				if (options.trace) return options.trace;
				throw new Error("nothing was to be traced");
			},
			processors: 2,
			listenForStop: () => new AbortController().signal,
			openFetching: async () => ({}),
			openStore: async (place) => {
				if (options.store) return options.store;
				throw new UserError("store/missing", `there is no store at ${place ?? "home"}; "stemma init" makes one`);
			},
			openFollowing: async () => ({ ...followNothing, ...options.following }),
			openMemoryStore: async () => {
				if (options.store) return options.store;
				throw new Error("no store was to be opened in memory");
			},
			serveMcp: async () => {
				throw new Error("no program asks in tests");
			},
			serve: async () => {
				throw new Error("no reading room was to be opened");
			},
			openSending: async () => {
				const delivered = { sent: 0, failed: 0, dead: 0, files: [], waiting: 0, ...options.delivered };
				return {
					send: async () => delivered,
					keepSending: async () => delivered,
					sendTest: async () => [
						{ origin: "https://desk.example", result: { kind: "answered", status: 204, retryAfter: null } },
					],
				};
			},
			prepareTargets: async ({ feeds, webhooks, secret }) => ({
				targets: [
					...feeds.map((file) => ({ kind: "feed" as const, file, host: "desk" })),
					...webhooks.map((address) => ({ kind: "webhook" as const, address, secret: secret ?? "" })),
				],
				made: secret === null ? [] : [secret],
			}),
			migrateStore: async () => {
				if (options.store) return { store: options.store, steps: [] };
				throw new Error("no store was to be brought up to date");
			},
			restoreStore: async () => {
				throw new Error("no store was to be restored");
			},
			gatherEvidence: async (inputs, _progress, _given, choose) => {
				asked.push(inputs);
				if (!options.evidence) throw new Error("no evidence was to be gathered");
				choose?.(options.evidence.record);
				return options.evidence;
			},
			verify: async (path) => {
				asked.push([path]);
				if (options.verification) return options.verification;
				throw new Error("nothing was to be verified");
			},
		},
		paged,
		out: () => printed.out.join(""),
		err: () => printed.err.join(""),
		files,
		binaries,
		asked,
		setClock: (milliseconds) => {
			clock = milliseconds;
		},
	};
}
