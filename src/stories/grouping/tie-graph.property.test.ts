import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TieGraph } from "./tie-graph.ts";
import { WorkCounts } from "./work-counts.ts";

const SLOTS = 8;
/** Two articles and the weight that ties them from now on; 0 parts them, and an article tied to itself goes. */
const steps = fc.array(fc.tuple(fc.nat(SLOTS - 1), fc.nat(SLOTS - 1), fc.nat(3)), { maxLength: 80 });
const slots = Array.from({ length: SLOTS }, (_, slot) => slot);

/** All that ties of at least this weight lead to, ascending. */
function reach(weights: readonly (readonly number[])[], from: number, least: number): number[] {
	const reached = new Set([from]);
	for (const at of reached) for (const to of slots) if ((weights[at]?.[to] ?? 0) >= least) reached.add(to);
	return [...reached].sort((a, b) => a - b);
}

describe("TieGraph", () => {
	it("holds what a table of weights holds, and connects what that connects", () => {
		fc.assert(
			fc.property(steps, (moves) => {
				const graph = new TieGraph(new WorkCounts());
				const weights = slots.map(() => slots.map(() => 0));
				const set = (x: number, y: number, weight: number): void => {
					(weights[x] ?? [])[y] = weight;
					(weights[y] ?? [])[x] = weight;
				};
				for (const slot of slots) graph.open(slot);
				for (const [x, y, weight] of moves) {
					if (x === y) {
						graph.close(x);
						for (const other of slots) set(x, other, 0);
						continue;
					}
					graph.drop(x, y);
					if (weight > 0) graph.add(x, y, weight);
					set(x, y, weight);
				}
				for (const x of slots) {
					expect(slots.map((y) => graph.weightOf(x, y))).toEqual(weights[x]);
					for (const least of [1, 2, 3]) {
						const tied = slots.filter((y) => (weights[x]?.[y] ?? 0) >= least);
						expect(graph.tiedTo(x, least).sort((a, b) => a - b)).toEqual(tied);
						const all = reach(weights, x, least);
						expect(graph.connected(x, least, SLOTS)?.sort((a, b) => a - b)).toEqual(all);
						if (all.length > 1) expect(graph.connected(x, least, all.length - 1)).toBeNull();
					}
				}
			}),
		);
	});
});
