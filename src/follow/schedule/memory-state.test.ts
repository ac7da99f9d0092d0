import { describe, expect, it } from "vitest";
import { newSource } from "./follow.ts";
import { openMemoryState } from "./memory-state.ts";

const A = newSource("https://a.example/feed", null, 0);
const B = newSource("https://b.example/feed", null, 2);

describe("what following keeps in memory", () => {
	it("comes back from its snapshot as it was", async () => {
		const state = openMemoryState(() => {});
		for (const source of [A, B]) await state.add(source);
		const [task] = await state.claim(10, 20, 1);
		if (!task) throw new Error("nothing is due");
		const snapshot = JSON.parse(JSON.stringify(state.snapshot())) as ReturnType<typeof state.snapshot>;
		const back = openMemoryState(() => {}, snapshot);
		expect(back.snapshot()).toEqual(state.snapshot());
		expect((await back.claim(11, 20, 5)).map((one) => one.kind === "visit" && one.source.url)).toEqual([B.url]);
		const outcome = { host: task.host, source: () => A, entries: [], page: null, capture: null, beside: 0 };
		expect((await back.finish(task, outcome, 12)).kept).toBe(true);
	});
});
