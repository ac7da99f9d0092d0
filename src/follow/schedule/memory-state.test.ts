import { describe, expect, it } from "vitest";
import type { Capture } from "../../model/capture.ts";
import { newSource } from "./follow.ts";
import { type MemoryState, openMemoryState } from "./memory-state.ts";
import type { FollowedSource, FoundEntry, HostState, Outcome, Task } from "./state.ts";
import { MOST_CHANGES } from "./timing.ts";

const A = newSource("https://a.example/feed", null, 0);
const A2 = newSource("https://a.example/sport", null, 1);
const B = newSource("https://b.example/feed", null, 2);

function found(id: string, mark: string): FoundEntry {
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
	return { entry, mark, page, capture: null };
}

function outcome(
	task: Task,
	entries: readonly FoundEntry[],
	change: Partial<FollowedSource> = {},
	host: Partial<HostState> = {},
): Outcome {
	const source = task.kind === "visit" ? { ...task.source, due: 100, ...change } : null;
	return { host: { ...task.host, ...host }, source: source && (() => source), entries, page: null, capture: null };
}

async function open(...sources: readonly FollowedSource[]): Promise<MemoryState & { readonly captures: Capture[] }> {
	const captures: Capture[] = [];
	const state = openMemoryState((capture) => void captures.push(capture));
	for (const source of sources) await state.add(source);
	return { ...state, captures };
}

const names = (tasks: readonly Task[]): string[] =>
	tasks.map((task) => (task.kind === "visit" ? task.source.url : task.page.url));

async function claimOne(state: MemoryState, now: number): Promise<Task> {
	const [task] = await state.claim(now, now + 10, 1);
	if (!task) throw new Error("nothing is due");
	return task;
}

describe("what following keeps", () => {
	it("follows an address once", async () => {
		const state = await open(A);
		expect([await state.add({ ...A, title: "Again" }), await state.add({ ...B, url: A.url })]).toEqual([false, false]);
		expect(await state.sources()).toEqual([A]);
	});

	it("gives out one task a host, the longest due first, and none twice", async () => {
		const state = await open(B, A2, A);
		expect(names(await state.claim(10, 20, 5))).toEqual([A.url, B.url]);
		expect(await state.claim(10, 20, 5)).toEqual([]);
		expect(await state.next(10)).toBe(20);
		expect(names(await state.claim(20, 30, 1))).toEqual([A.url]);
	});

	it("gives out nothing of a host before it is free", async () => {
		const state = await open(A, A2);
		const task = await claimOne(state, 10);
		await state.finish(task, outcome(task, [], {}, { free: 50 }), 10);
		expect([await state.claim(49, 60, 5), await state.next(49)]).toEqual([[], 50]);
		expect(names(await state.claim(50, 60, 5))).toEqual([A2.url]);
	});

	it("keeps nothing of a task whose lease has ended", async () => {
		const state = await open(A);
		const late = await claimOne(state, 0);
		const again = await claimOne(state, 10);
		expect(await state.finish(late, outcome(late, [found("1", "x")]), 11)).toEqual({ kept: false, fresh: 0 });
		expect(await state.finish(again, outcome(again, [found("1", "x")]), 12)).toEqual({ kept: true, fresh: 1 });
		expect(await state.finish(again, outcome(again, [found("2", "x")]), 13)).toEqual({ kept: false, fresh: 0 });
		expect(state.snapshot().pages.length).toBe(1);
	});

	it("wants a page again when its entry changes, though not for ever, and not while it stays", async () => {
		const state = await open(A);
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
		const state = await open(A);
		const first = await claimOne(state, 0);
		await state.finish(first, outcome(first, [found("1", "early")], { due: 6 }), 0);
		const page = await claimOne(state, 5);
		const visit = await claimOne(state, 6);
		await state.finish(visit, outcome(visit, [found("1", "late")]), 7);
		await state.finish(page, outcome(page, []), 8);
		expect(state.snapshot().pages.map(({ mark }) => mark)).toEqual(["late"]);
	});

	it("ends a source that moves to where another is", async () => {
		const state = await open(A, B);
		const task = await claimOne(state, 0);
		await state.finish(task, outcome(task, [], { url: B.url }), 0);
		expect((await state.sources()).find(({ id }) => id === A.id)).toMatchObject({
			status: "gone",
			lastError: { code: "follow/same" },
		});
	});

	it("comes back from its snapshot as it was", async () => {
		const state = await open(A, B);
		const task = await claimOne(state, 10);
		const snapshot = JSON.parse(JSON.stringify(state.snapshot())) as ReturnType<MemoryState["snapshot"]>;
		const back = openMemoryState(() => {}, snapshot);
		expect(back.snapshot()).toEqual(state.snapshot());
		expect(names(await back.claim(11, 20, 5))).toEqual([B.url]);
		expect((await back.finish(task, outcome(task, []), 12)).kept).toBe(true);
	});
});
