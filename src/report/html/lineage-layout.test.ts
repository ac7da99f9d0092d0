import { expect, it } from "vitest";
import type { LineageNode } from "../../model/record.ts";
import type { LineageTie } from "../view/lineage-ties.ts";
import { layOutLineage } from "./lineage-layout.ts";

const node = (id: string): LineageNode => ({ id, kind: "report", article: id, entity: null, url: null, name: id });
const tie = (from: string, to: string, directed: boolean = true): LineageTie => ({
	from: node(from),
	to: node(to),
	kind: "copies",
	directed,
	part: "",
	edges: [],
});

it("puts whoever has the text first at the left, and lets no two boxes meet", () => {
	const nodes = ["wire", "first", "second", "alone"].map((id) => ({ node: node(id), label: id }));
	const { nodes: placed, width, height } = layOutLineage(nodes, [tie("first", "wire"), tie("second", "first")]);
	const x = (id: string): number => placed.find((one) => one.node.id === id)?.x ?? Number.NaN;
	expect(x("wire")).toBeLessThan(x("first"));
	expect(x("first")).toBeLessThan(x("second"));
	for (const [at, a] of placed.entries()) {
		expect(a.x + a.width / 2).toBeLessThanOrEqual(width);
		expect(a.y + a.height / 2).toBeLessThanOrEqual(height);
		for (const b of placed.slice(at + 1))
			expect(Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2).toBe(
				true,
			);
	}
});

it("draws two ties between the same two, and ends each at their boxes", () => {
	const nodes = ["a", "b"].map((id) => ({ node: node(id), label: id }));
	const { ties, nodes: placed } = layOutLineage(nodes, [tie("a", "b"), tie("a", "b", false)]);
	expect(ties).toHaveLength(2);
	const b = placed.find((one) => one.node.id === "b");
	for (const { points } of ties) expect(points[0]?.x).toBeCloseTo((b?.x ?? 0) + (b?.width ?? 0) / 2, 0);
});

it("puts neither of two ends of a tie without direction before the other for what else one draws on", () => {
	const nodes = ["wire", "quoting", "sharing"].map((id) => ({ node: node(id), label: "report" }));
	const { nodes: placed } = layOutLineage(nodes, [tie("quoting", "wire"), tie("sharing", "quoting", false)]);
	const x = (id: string): number => placed.find((one) => one.node.id === id)?.x ?? Number.NaN;
	expect(x("sharing")).toBe(x("quoting"));
});
