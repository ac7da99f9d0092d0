import { describe, expect, it } from "vitest";
import { fixtureRecord } from "../../test/fixtures/record.ts";
import { type Recording, type RecordingOptions, recordEffects } from "../../test/recording-effects.ts";
import { STATUS_SCHEMA, type StoreStatus } from "../model/store-status.ts";
import type { Forgotten } from "../store/forget.ts";
import type { Store } from "../store/store.ts";
import { runCommandLine } from "./run.ts";

const STATUS: StoreStatus = {
	schema: STATUS_SCHEMA,
	store: "kept",
	kind: "folder",
	server: "18.6",
	step: 3,
	articles: 1204,
	primaries: 2,
	versioned: { sources: 1, articles: 3 },
	outlets: 12,
	languages: [
		{ language: "en", articles: 1200 },
		{ language: null, articles: 4 },
	],
	published: { earliest: "2031-05-01", latest: "2031-05-14" },
	added: { first: "2031-05-14T08:00:00.000Z", last: "2031-05-14T09:30:00.000Z" },
	captures: 1210,
	unread: 3,
	outdated: 1,
	annotated: 1204,
	stories: 0,
	names: 1,
	corrections: 0,
	jobs: [{ kind: "annotate", waiting: 5, taken: 1, aside: 2, behind: 3.4 }],
	aside: [
		{
			kind: "annotate",
			subject: "00112233445566bb",
			about: "bent.html",
			tries: 4,
			reason: "it was not done within 60 seconds",
			at: "2031-05-14T09:30:00.000Z",
		},
	],
	bytes: {
		captured: 5_400_000,
		tables: 14_500_000,
		disk: 53_000_000,
		article: 12_043,
		byTable: [{ table: "annotation", bytes: 6_000_000 }],
	},
};

const FORGOTTEN: Forgotten = {
	articles: [{ id: "00112233445566aa", place: "a.txt", day: "2031-05-14" }],
	captures: 2,
	unread: 0,
	annotations: 1,
	passages: 3,
	copyGroups: 1,
	storiesGone: [],
	storiesChanged: ["1122334455667788"],
};

/** A store that keeps nothing and says what it was asked. */
function makeStore(asked: unknown[], parts: Partial<Store> = {}): Store {
	const unasked = (): never => {
		throw new Error("this was not to be asked");
	};
	return {
		name: "kept",
		database: { kind: "pglite", query: unasked, tx: unasked, close: unasked },
		add: async (inputs, given) => {
			asked.push({ inputs, given });
			return { inputs: 1, captures: 2, known: 1, articles: ["00112233445566aa"], versions: 1, problems: [], given: [] };
		},
		collate: async (given) => {
			asked.push({ collate: given });
			return { ...fixtureRecord, problems: [] };
		},
		search: unasked,
		collateThese: unasked,
		gatherEvidence: unasked,
		alerts: {
			add: unasked,
			remove: unasked,
			list: unasked,
			show: unasked,
			test: unasked,
			dead: unasked,
			retry: unasked,
		},
		receive: unasked,
		corrections: { decide: unasked, undo: unasked, list: unasked },
		tokens: { add: unasked, list: unasked, revoke: unasked, check: unasked, find: unasked },
		listStories: unasked,
		listQuotations: unasked,
		trace: unasked,
		queue: async (inputs, given, effects) => {
			asked.push({ queued: inputs, given });
			effects.waiting?.(5000);
			return { inputs: 1, captures: 2, known: 1, problems: [], given: [] };
		},
		work: async (options, { progress }) => {
			asked.push(options);
			const done = { read: 2, annotate: 2, place: 1, collate: 1, alert: 0 };
			progress?.({ done, left: 3, stage: "collate" });
			return { done, aside: [], asideInAll: 1, left: 0 };
		},
		loadData: unasked,
		status: async () => STATUS,
		reread: async () => ({ captures: 2, articles: 1 }),
		forget: async (choice) => {
			asked.push(choice);
			return { ...FORGOTTEN, files: [] };
		},
		vacuum: async () => ({ before: 53_000_000, after: 41_500_000 }),
		backUp: async (path) => {
			asked.push(path);
			return { tables: [{ table: "article", rows: 1204 }] };
		},
		close: async () => void asked.push("closed"),
		...parts,
	};
}

async function run(
	args: readonly string[],
	parts: Partial<Store> = {},
	options: RecordingOptions = {},
): Promise<Recording & { readonly code: number; readonly did: readonly unknown[] }> {
	const did: unknown[] = [];
	const world = recordEffects({ store: makeStore(did, parts), ...options });
	return { ...world, code: await runCommandLine(args, world.effects), did };
}

describe("the commands of a store", () => {
	it("add says what is new, and closes the store", async () => {
		const { code, out, did } = await run(["add", "a.txt", "--primary", "b.txt", "--names", "n.jsonl"]);
		expect(code).toBe(0);
		expect(out()).toBe("1 new article in kept; 1 later text of sources it had; 1 capture already there.\n");
		expect(did).toMatchObject([{ inputs: ["a.txt"], given: { primaries: ["b.txt"], names: ["n.jsonl"] } }, "closed"]);
	});

	it("add names each input that gave nothing and ends with 1, and with 2 when none gave anything", async () => {
		const problem = {
			code: "read/missing",
			article: null,
			place: "gone.txt",
			span: null,
			reason: "there is no such file",
		};
		const added = { inputs: 1, captures: 1, known: 0, articles: [], versions: 0, problems: [problem], given: [] };
		const some = await run(["add", "gone.txt", "a.txt"], { add: async () => added });
		expect([some.code, some.err()]).toEqual([1, "stemma: gone.txt: there is no such file\n"]);
		const none = await run(["add", "gone.txt"], { add: async () => ({ ...added, captures: 0 }) });
		expect(none.code).toBe(2);
	});

	it("add gives all of it as JSON", async () => {
		const { out } = await run(["add", "a.txt", "--json"]);
		expect(JSON.parse(out())).toMatchObject({ schema: "stemma.added/1", store: "kept", captures: 2, known: 1 });
	});

	it("add --queue says what waits to be read, and why it waited", async () => {
		const { code, out, err, did } = await run(["add", "a.txt", "--queue", "--names", "n.jsonl"]);
		expect([code, err()]).toEqual([0, "stemma: 5,000 captures wait to be read; waiting for the workers\n"]);
		expect(out()).toBe('2 captures queued in kept; 1 capture already there. "stemma work" reads what is queued.\n');
		expect(did).toMatchObject([{ queued: ["a.txt"], given: { names: ["n.jsonl"] } }, "closed"]);
		const json = await run(["add", "a.txt", "--queue", "--json"]);
		expect(JSON.parse(json.out())).toMatchObject({ schema: "stemma.queued/1", store: "kept", captures: 2 });
	});

	it("work says what was done and what is set aside", async () => {
		const { code, out, did } = await run(["work", "--once", "--retry", "-j", "3"]);
		expect(did).toEqual([{ once: true, retry: true, threads: 3 }, "closed"]);
		expect(code).toBe(1);
		expect(out()).toBe(
			"Read 2 captures, annotated 2 articles and collated 1 story in kept.\n" +
				'1 job is set aside after too many tries; "stemma status" says why, and --retry tries again.\n',
		);
		expect((await run(["work", "--json"])).did).toEqual([{ once: false, retry: false, threads: 2 }, "closed"]);
		expect((await run(["work", "--keep", "30"])).did[0]).toEqual({ once: false, retry: false, threads: 2, keep: 30 });
		const idle = { done: { read: 0, annotate: 0, place: 1, collate: 0, alert: 0 }, aside: [], asideInAll: 0, left: 7 };
		const stopped = await run(["work"], { work: async () => idle });
		expect([stopped.code, stopped.out()]).toEqual([
			0,
			"Looked over the stories in kept.\n7 jobs are still to be done.\n",
		]);
	});

	it("close the store whatever happens in it", async () => {
		const { code, did } = await run(["vacuum"], {
			vacuum: async () => {
				throw new Error("the disk is gone");
			},
		});
		expect([code, did]).toEqual([70, ["closed"]]);
	});

	it("status reads well, and gives the numbers as JSON", async () => {
		const { out } = await run(["status"], {}, { columns: 80 });
		expect(out()).toBe(
			`kept
a store in a folder, PostgreSQL 18.6, schema of step 3

  articles      1,204: 2 primary documents among them, 3 texts of 1 source that
                changed, 12 outlets
  captures      1,210; 3 inputs gave no article
                1 capture was read by another version of stemma; "stemma
                migrate" reads them again
  published     2031-05-01 to 2031-05-14
  added         2031-05-14 08:00 to 2031-05-14 09:30 UTC
  languages     en 1,200, not told 4
  annotated     1,204 of 1,204
  yours         1 file of names

To be done

  annotate      5 waiting, 1 taken, the oldest due for 3 s, 2 set aside
  set aside     annotate bent.html: it was not done within 60 seconds (4 tries)
                "stemma work --retry" gives what was set aside new tries

On the disk

  in all        53 MB, with what the database needs for itself
  tables        15 MB: 12 KB for each article
  captured      5.4 MB before packing
  by table      annotation 6.0 MB
`,
		);
		const { out: json } = await run(["status", "--json"]);
		expect(JSON.parse(json())).toEqual(STATUS);
	});

	it("forget says what is gone and what changed", async () => {
		const { out, did } = await run(["forget", "./a.txt", "00112233445566aa"]);
		expect(did).toEqual([
			{ kind: "articles", ids: ["00112233445566aa"] },
			{ kind: "places", places: ["a.txt"] },
			"closed",
		]);
		expect(out()).toContain(
			"Forgot a.txt of 2031-05-14 (00112233445566aa).\n" +
				"Gone with it: 2 captures, 1 annotation, 3 shared passages, 1 part in copies.\n" +
				"1 story is to be collated again.\n",
		);
	});

	it("forget takes all before a day, and says when there is nothing", async () => {
		const { did } = await run(["forget", "--before", "2031-05-14"]);
		expect(did).toEqual([{ kind: "before", day: "2031-05-14" }, "closed"]);
		const nothing = { ...FORGOTTEN, articles: [], captures: 0, annotations: 0, passages: 0, copyGroups: 0 };
		const empty = { ...nothing, storiesChanged: [], files: [] };
		const { code, err } = await run(["forget", "b.txt"], { forget: async () => empty });
		expect([code, err()]).toEqual([2, "stemma: the store kept holds nothing of b.txt\n"]);
	});

	it.each([
		[["forget"], 'forget needs ids, files or addresses, or --before DAY ("stemma forget --help")'],
		[["forget", "a.txt", "--before", "2031-05-14"], "forget needs ids, files or addresses, or --before DAY"],
		[["forget", "--before", "2031-02-30"], "--before takes a day such as 2031-05-14, and got 2031-02-30"],
		[["status", "kept"], 'status takes no input and got kept ("stemma status --help")'],
		[["work", "--jobs", "0"], "--jobs takes a number of threads, 1 to 256, and got 0"],
		[["work", "--keep", "0"], "--keep takes a number of days, 1 or more, and got 0"],
		[["work", "more.txt"], 'work takes no input and got more.txt ("stemma work --help")'],
		[["backup"], 'backup needs one file to write to ("stemma backup --help")'],
		[["restore", "a", "b"], 'restore needs one backup ("stemma restore --help")'],
		[
			["collate", "a.txt", "--store", "kept"],
			"collate reads the reports that are named, or --store kept, and not both",
		],
		[["collate", "--primary", "a.txt"], "--primary goes with reports; stemma add --primary FILE keeps one in a store"],
	])("%j is refused before a store is opened", async (args, message) => {
		const { code, err, did } = await run(args);
		expect([code, did]).toEqual([2, []]);
		expect(err()).toContain(message);
	});

	it("vacuum, backup and migrate say what they did", async () => {
		expect((await run(["vacuum"])).out()).toBe("The store kept is tidy and takes 42 MB, 53 MB before.\n");
		const backup = await run(["backup", "monday.stemma"]);
		expect([backup.out(), backup.did]).toEqual([
			"Wrote monday.stemma: 1,204 rows of kept.\n",
			["monday.stemma", "closed"],
		]);
		expect((await run(["migrate"])).out()).toBe(
			"The store kept: its tables are up to date; 2 captures read again, 1 article changed.\n",
		);
	});

	it.each(["collate", "positions"])("%s without reports reads the store", async (command) => {
		const { code, did } = await run([command, "--names", "n.jsonl"]);
		expect(code).toBe(0);
		expect(did).toMatchObject([{ collate: { names: ["n.jsonl"] } }, "closed"]);
	});

	it("collate without reports or a store asks for reports, and for a store that is named says that it is not there", async () => {
		const neither = recordEffects();
		expect(await runCommandLine(["collate"], neither.effects)).toBe(2);
		expect(neither.err()).toContain("collate needs a file, a folder, a pattern");
		const named = recordEffects();
		expect(await runCommandLine(["collate", "--store", "kept"], named.effects)).toBe(2);
		expect(named.err()).toContain('there is no store at kept; "stemma init" makes one');
	});
});
