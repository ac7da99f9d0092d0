import { describe, expect, it } from "vitest";
import type { Thresholds } from "./clustering.ts";
import { StoryParts } from "./story-parts.ts";
import { TieGraph } from "./tie-graph.ts";
import { WorkCounts } from "./work-counts.ts";

const THRESHOLDS: Thresholds = { seed: 0.6, grow: 0.5, cohesion: 0.9, unshown: 8 };

/** Parts of articles 0, 1, 2… that these ties connect; all other pairs weigh what `weigh` says. */
function makeParts(
	ties: readonly (readonly [number, number, number])[],
	most: number,
	weigh: (x: number, y: number) => number,
): StoryParts {
	const graph = new TieGraph(new WorkCounts());
	const weightOf = (x: number, y: number): number => graph.weightOf(x, y) || weigh(x, y);
	const parts = new StoryParts(graph, THRESHOLDS, most, weightOf, (x, y) => x - y, new WorkCounts());
	for (const slot of new Set(ties.flatMap((tie) => tie.slice(0, 2)))) {
		graph.open(slot);
		parts.open(slot);
	}
	for (const [x, y, weight] of ties) graph.add(x, y, weight);
	return parts;
}

const CHAIN = [
	[0, 1, 9000],
	[1, 2, 6000],
] as const;

describe("StoryParts", () => {
	it("weighs two articles that a third ties, though no row led from one to the other", () => {
		expect(makeParts(CHAIN, 10, () => 5000).groupsWith(2)).toEqual([[0, 1, 2]]);
		expect(makeParts(CHAIN, 10, () => 0).groupsWith(2)).toEqual([[0, 1], [2]]);
	});

	it("parts what connects too many at the next higher weight", () => {
		const parts = makeParts([...CHAIN, [2, 3, 9000], [0, 3, 5500]], 3, () => 5000);
		expect(parts.membersWith(0)).toHaveLength(2);
		expect(parts.groupsWith(3)).toEqual([[2, 3]]);
	});

	it("takes for one story what hardly any doubt connects, however many", () => {
		const ties = Array.from({ length: 20 }, (_, at) => [at, at + 1, 9900] as const);
		expect(makeParts(ties, 5, () => 0).groupsWith(7)).toEqual([Array.from({ length: 21 }, (_, at) => at)]);
	});
});
