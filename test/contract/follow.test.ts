import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newSource } from "../../src/follow/schedule/follow.ts";
import { openMemoryState } from "../../src/follow/schedule/memory-state.ts";
import type {
	FollowedSource,
	FollowState,
	FoundEntry,
	HostState,
	Outcome,
	Task,
	WantedPage,
} from "../../src/follow/schedule/state.ts";
import { MOST_CHANGES } from "../../src/follow/schedule/timing.ts";
import { openStoreState } from "../../src/follow/store-state/store-state.ts";
import type { Capture } from "../../src/model/capture.ts";
import type { Database } from "../../src/store/database.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { unpackJson } from "../../src/store/packing.ts";
import { sha256Hex } from "../../src/text/hash.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

const A = newSource("https://a.example/feed", null, 0);
const A2 = newSource("https://a.example/sport", null, 1);
const B = newSource("https://b.example/feed", null, 2);

function capture(text: string): Capture {
	const bytes = new TextEncoder().encode(text);
	return {
		place: `https://c.example/${text}`,
		url: null,
		mediaType: "text/plain",
		sha256: sha256Hex(bytes),
		at: "2031-05-14T08:00:00Z",
		bytes,
		charset: "utf-8",
		stated: { outlet: null, published: null, title: null, role: "report" },
	};
}

function found(id: string, mark: string, change: Partial<FoundEntry> = {}): FoundEntry {
	const entry = {
		id,
		url: `https://c.example/${id}`,
		title: null,
		published: null,
		updated: null,
		content: null,
		authors: [],
	};
	const page = { source: A.id, feed: A.url, outlet: null, entry, mark, url: entry.url, hops: 0, due: 5, failures: 0 };
	return { entry, mark, most: MOST_CHANGES, page, capture: null, ...change };
}

function outcome(
	task: Task,
	entries: readonly FoundEntry[],
	change: Partial<FollowedSource> = {},
	host: Partial<HostState> = {},
): Outcome {
	const source = task.kind === "visit" ? { ...task.source, due: 100, ...change } : null;
	return {
		host: { ...task.host, ...host },
		source: source && (() => source),
		entries,
		page: null,
		capture: null,
		beside: 0,
	};
}

/** A state with nothing in it, and what it keeps beside. */
interface Kept {
	readonly state: FollowState;
	/** What is wanted, by the time at which it is due, then by mark. */
	pages(): Promise<readonly WantedPage[]>;
	/** The texts of what was captured, sorted. */
	captures(): Promise<readonly string[]>;
}

interface Keeper {
	readonly name: string;
	readonly isMissing: boolean;
	open(): Promise<Kept>;
	/** As another process would open it, with nothing else in between; null where there is no other. */
	share: (() => FollowState) | null;
	close(): Promise<void>;
}

const memory: Keeper = {
	name: "what following keeps in memory",
	isMissing: false,
	async open() {
		const captures: Capture[] = [];
		const state = openMemoryState((one) => void captures.push(one));
		return {
			state,
			pages: async () => [...state.snapshot().pages].sort(byDue),
			captures: async () => captures.map(({ bytes }) => new TextDecoder().decode(bytes)).sort(),
		};
	},
	share: null,
	close: async () => {},
};

const byDue = (a: WantedPage, b: WantedPage): number => a.due - b.due || (a.mark < b.mark ? -1 : 1);

function keepers(): readonly Keeper[] {
	const stores = testDrivers().map((driver): Keeper => {
		let database: Database | null = null;
		return {
			name: nameBlock("what following keeps", driver),
			isMissing: driver.missing !== null,
			async open() {
				database ??= await openDatabase(await driver.createPlace(), true);
				const open = database;
				const tables = [
					"followed_source",
					"followed_host",
					"wanted_page",
					"announced_entry",
					"capture",
					"content",
					"job",
				];
				for (const table of tables) await open.query(`DELETE FROM stemma.${table}`);
				return {
					state: openStoreState(open, "desk"),
					pages: async () => {
						const rows = await open.query<{ packed: Uint8Array }>("SELECT packed FROM stemma.wanted_page");
						return (await Promise.all(rows.map(({ packed }) => unpackJson<WantedPage>(packed)))).sort(byDue);
					},
					captures: async () => {
						const rows = await open.query<{ place: string }>(
							"SELECT place FROM stemma.capture JOIN stemma.job ON kind = 'read' AND subject = capture_id",
						);
						return rows.map(({ place }) => place.split("/").at(-1) ?? "").sort();
					},
				};
			},
			share: () => {
				if (!database) throw new Error("it is not open");
				return openStoreState(database, "laptop");
			},
			async close() {
				await database?.close();
				await driver.dispose();
			},
		};
	});
	return [memory, ...stores];
}

const names = (tasks: readonly Task[]): string[] =>
	tasks.map((task) => (task.kind === "visit" ? task.source.url : task.page.url));

async function claimOne(state: FollowState, now: number): Promise<Task> {
	const [task] = await state.claim(now, now + 10, 1);
	if (!task) throw new Error("nothing is due");
	return task;
}

for (const keeper of keepers()) {
	describe.skipIf(keeper.isMissing)(keeper.name, () => {
		// A database of its own takes seconds to make.
		beforeAll(async () => void (await keeper.open()));
		afterAll(() => keeper.close());

		async function open(...sources: readonly FollowedSource[]): Promise<Kept> {
			const kept = await keeper.open();
			for (const source of sources) await kept.state.add(source);
			return kept;
		}

		it("follows an address once", async () => {
			const { state } = await open(A);
			expect([await state.add({ ...A, title: "Again" }), await state.add({ ...B, url: A.url })]).toEqual([
				false,
				false,
			]);
			expect(await state.sources()).toEqual([A]);
		});

		it("gives out one task a host, the longest due first, and none twice", async () => {
			const { state } = await open(B, A2, A);
			expect(names(await state.claim(10, 20, 5))).toEqual([A.url, B.url]);
			expect(await state.claim(10, 20, 5)).toEqual([]);
			expect(await state.next(10)).toBe(20);
			expect(names(await state.claim(20, 30, 1))).toEqual([A.url]);
		});

		it("gives out nothing of a host before it is free", async () => {
			const { state } = await open(A, A2);
			const task = await claimOne(state, 10);
			await state.finish(task, outcome(task, [], {}, { free: 50 }), 10);
			expect([await state.claim(49, 60, 5), await state.next(49)]).toEqual([[], 50]);
			expect(names(await state.claim(50, 60, 5))).toEqual([A2.url]);
		});

		it("keeps nothing of a task whose lease has ended", async () => {
			const { state, pages } = await open(A);
			const late = await claimOne(state, 0);
			const again = await claimOne(state, 10);
			expect(await state.finish(late, outcome(late, [found("1", "x")]), 11)).toMatchObject({ kept: false, fresh: 0 });
			expect(await state.finish(again, outcome(again, [found("1", "x")]), 12)).toMatchObject({ kept: true, fresh: 1 });
			expect(await state.finish(again, outcome(again, [found("2", "x")]), 13)).toMatchObject({ kept: false, fresh: 0 });
			expect((await pages()).length).toBe(1);
		});

		it("wants a page again when its entry changes, though not for ever, and not while it stays", async () => {
			const { state } = await open(A);
			const fresh: number[] = [];
			for (let n = 0; n < MOST_CHANGES + 3; n++) {
				for (const task of await state.claim(n * 1000, n * 1000 + 10, 5)) {
					const entries = task.kind === "visit" ? [found("1", `mark ${n}`), found("2", "same")] : [];
					const { fresh: count } = await state.finish(task, outcome(task, entries, { due: 0 }), n * 1000);
					if (task.kind === "visit") fresh.push(count);
				}
			}
			expect(fresh).toEqual([2, ...Array.from({ length: MOST_CHANGES }, () => 1), 0, 0]);
		});

		it("keeps a later version wanted that is announced while the earlier is fetched", async () => {
			const { state, pages } = await open(A);
			const first = await claimOne(state, 0);
			await state.finish(first, outcome(first, [found("1", "early")], { due: 6 }), 0);
			const page = await claimOne(state, 5);
			const visit = await claimOne(state, 6);
			await state.finish(visit, outcome(visit, [found("1", "late")]), 7);
			await state.finish(page, outcome(page, []), 8);
			expect((await pages()).map(({ mark }) => mark)).toEqual(["late"]);
		});

		it("ends a source that moves to where another is", async () => {
			const { state } = await open(A, B);
			const task = await claimOne(state, 0);
			await state.finish(task, outcome(task, [], { url: B.url }), 0);
			expect((await state.sources()).find(({ id }) => id === A.id)).toMatchObject({
				status: "gone",
				lastError: { code: "follow/same" },
			});
		});

		it("keeps what is new of a visit and what a page gave, once, with the page no longer wanted", async () => {
			const { state, pages, captures } = await open(A);
			const visit = await claimOne(state, 0);
			const whole = found("1", "x", { page: null, capture: capture("whole") });
			const done = outcome(visit, [whole, found("2", "x"), found("3", "x", { page: null })]);
			expect(await state.finish(visit, done, 0)).toEqual({ kept: true, fresh: 3, captures: 1 });
			expect([await captures(), (await pages()).length, [...(await state.countWanted())]]).toEqual([
				["whole"],
				1,
				[[A.id, 1]],
			]);
			expect([await state.countDue(4), await state.countDue(5), await state.countDue(100)]).toEqual([0, 1, 2]);
			const page = await claimOne(state, 5);
			await state.finish(page, { ...outcome(page, []), capture: capture("fetched") }, 6);
			expect([await captures(), await pages()]).toEqual([["fetched", "whole"], []]);
			const again = await claimOne(state, 100);
			expect((await state.finish(again, outcome(again, [whole, found("2", "x")]), 101)).fresh).toBe(0);
			expect(await captures()).toEqual(["fetched", "whole"]);
		});

		it("wants a page that failed again when it says so", async () => {
			const { state, pages } = await open(A);
			const visit = await claimOne(state, 0);
			await state.finish(visit, outcome(visit, [found("1", "x")]), 0);
			const page = await claimOne(state, 5);
			if (page.kind !== "page") throw new Error("a page is due");
			const later = { ...page.page, failures: 1, due: 50, url: "https://d.example/1", hops: 1 };
			await state.finish(page, { ...outcome(page, []), page: later }, 6);
			expect(await pages()).toEqual([later]);
			expect([await state.claim(49, 60, 5), await state.next(49)]).toEqual([[], 50]);
			expect(names(await state.claim(50, 60, 5))).toEqual([later.url]);
		});

		it("takes what is known when a source is added for nothing new", async () => {
			const { state } = await open();
			await state.add(A, [found("1", "x")]);
			const visit = await claimOne(state, 0);
			expect((await state.finish(visit, outcome(visit, [found("1", "x"), found("2", "x")]), 0)).fresh).toBe(1);
		});

		it("gives back what was not done, due as before", async () => {
			const { state } = await open(A);
			const task = await claimOne(state, 0);
			await state.release(task);
			expect(names(await state.claim(0, 10, 5))).toEqual([A.url]);
			await state.release(task);
			expect(await state.claim(0, 10, 5)).toEqual([]);
		});

		it("visits nothing that is paused, also where it was paused during a visit, and goes on when told", async () => {
			const { state } = await open(A);
			const task = await claimOne(state, 0);
			expect(await state.change(A.id, (source) => ({ ...source, status: "paused" }))).toBe(true);
			expect((await state.finish(task, outcome(task, [found("1", "x", { page: null })]), 0)).kept).toBe(true);
			expect(await state.sources()).toMatchObject([{ status: "paused", due: 100 }]);
			expect([await state.claim(100, 110, 5), await state.next(100)]).toEqual([[], null]);
			await state.change(A.id, (source) => ({ ...source, status: "active", due: 7 }));
			expect([await state.next(0), names(await state.claim(7, 110, 5))]).toEqual([7, [A.url]]);
		});

		it("forgets what is removed with all that is wanted of it, and keeps nothing of a visit under way", async () => {
			const { state, pages, captures } = await open(A, B);
			const first = await claimOne(state, 0);
			await state.finish(first, outcome(first, [found("1", "x"), found("2", "x")], { due: 3 }), 0);
			const task = await claimOne(state, 3);
			expect(names([task])).toEqual([B.url]);
			const visit = await claimOne(state, 3);
			expect(names([visit])).toEqual([A.url]);
			expect([await state.change(A.id, () => null), await state.change(A.id, () => null)]).toEqual([true, false]);
			expect([(await state.sources()).map(({ url }) => url), await pages()]).toEqual([[B.url], []]);
			const late = found("3", "x", { page: null, capture: capture("late") });
			expect((await state.finish(visit, outcome(visit, [late]), 4)).kept).toBe(false);
			expect([await captures(), await state.claim(6, 16, 5), await state.add(A)]).toEqual([[], [], true]);
		});

		it("follows anew what moved to where another was that is gone", async () => {
			const { state } = await open(A, B);
			await state.change(B.id, (source) => ({ ...source, status: "gone" }));
			const task = await claimOne(state, 0);
			await state.finish(task, outcome(task, [], { url: B.url }), 0);
			expect((await state.sources()).find(({ id }) => id === A.id)).toMatchObject({ status: "active", url: B.url });
		});

		it.skipIf(keeper.share === null)(
			"is shared: no host is asked by two at once, and a folder only from its machine",
			async () => {
				const folder = newSource("file://desk/reports", null, 0, { kind: "folder", given: "reports" });
				const hosts = Array.from({ length: 30 }, (_, n) => newSource(`https://h${n}.example/feed`, null, n));
				const { state } = await open(folder, ...hosts);
				const other = keeper.share?.() ?? state;
				const claims = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => (n % 2 ? other : state).claim(50, 60, 8)));
				const urls = claims.flatMap(names);
				expect([new Set(urls).size, urls.length]).toEqual([31, 31]);
				expect(claims.filter((_, n) => n % 2).flatMap(names)).not.toContain(folder.url);
				expect(await other.next(50)).toBe(60);
			},
		);
	});
}
