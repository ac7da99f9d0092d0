import { describe, expect, it } from "vitest";
import type { LineageEdge, LineageNode } from "../../model/record.ts";
import { foldEdges } from "./lineage-ties.ts";

const report = (id: string): LineageNode => ({ id, kind: "report", article: id, entity: null, url: null, name: id });
const wire: LineageNode = { id: "w", kind: "agency", article: null, entity: null, url: null, name: "Corra" };
const edge = (from: string, to: string, given: Partial<LineageEdge> = {}): LineageEdge => ({
	from,
	to,
	kind: "credits",
	directed: true,
	for: null,
	passage: null,
	evidence: [],
	confidence: 0.9,
	...given,
});
const rank = new Map([
	["a", 0],
	["b", 1],
]);

function fold(...edges: readonly LineageEdge[]): string[] {
	const ties = foldEdges({ story: "s", nodes: [report("b"), report("a"), wire], edges }, { rank });
	return ties.map(({ from, to, kind, part, edges: all }) => `${from.id} ${kind} ${to.id} ${part}${all.length}`);
}

describe("foldEdges", () => {
	it("goes by the report that draws, texts before credits, and folds credits for several quotations", () => {
		const words = { for: "q1" };
		expect(
			fold(edge("b", "w"), edge("a", "w", words), edge("a", "w", { for: "q2" }), edge("b", "a", { kind: "copies" })),
		).toEqual(["a credits w quotation2", "b copies a 1", "b credits w 1"]);
	});

	it("puts the earlier siglum first where no direction is told", () => {
		expect(fold(edge("b", "a", { kind: "shares", directed: false }))).toEqual(["a shares b 1"]);
	});
});
