import { Graph, layout } from "@dagrejs/dagre";
import type { LineageNode } from "../../model/record.ts";
import type { LineageTie } from "../view/lineage-ties.ts";

/** A node's box; `x` and `y` are its middle. Pixels at the drawing's own size. */
export interface PlacedNode {
	readonly node: LineageNode;
	readonly label: string;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A tie as a line from whom the text came to who has it. */
export interface PlacedTie {
	readonly tie: LineageTie;
	readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface LineageDrawing {
	readonly width: number;
	readonly height: number;
	readonly nodes: readonly PlacedNode[];
	readonly ties: readonly PlacedTie[];
}

const HEIGHT = 30;
/** Average width of a letter of the labels, and what stands around them. */
const LETTER = 7.4;
const PADDING = 22;
const MARGIN = 12;

/**
 * Places the nodes of a lineage: who has the text first stands at the left, who took it from them to the right.
 * Equal for equal input, whatever machine draws it.
 */
export function layOutLineage(
	nodes: readonly { readonly node: LineageNode; readonly label: string }[],
	ties: readonly LineageTie[],
): LineageDrawing {
	const graph = new Graph({ multigraph: true });
	graph.setGraph({ rankdir: "LR", nodesep: 10, ranksep: 70, edgesep: 10, marginx: MARGIN, marginy: MARGIN });
	graph.setDefaultEdgeLabel(() => ({}));
	for (const { node, label } of nodes)
		graph.setNode(node.id, { width: Math.round(label.length * LETTER + PADDING), height: HEIGHT });
	for (const [at, { from, to, directed }] of ties.entries())
		graph.setEdge(to.id, from.id, { weight: directed ? 2 : 1 }, `${at}`);
	layout(graph);
	const { width = 0, height = 0 } = graph.graph();
	return {
		width: Math.ceil(width),
		height: Math.ceil(height),
		nodes: nodes.map(({ node, label }) => {
			const placed = graph.node(node.id);
			return {
				node,
				label,
				x: tenths(placed.x),
				y: tenths(placed.y),
				width: placed.width,
				height: placed.height,
			};
		}),
		ties: ties.map((tie, at) => ({
			tie,
			points: (graph.edge(tie.to.id, tie.from.id, `${at}`).points ?? []).map(
				({ x, y }: { readonly x: number; readonly y: number }) => ({
					x: tenths(x),
					y: tenths(y),
				}),
			),
		})),
	};
}

function tenths(value: number | undefined): number {
	return Math.round((value ?? 0) * 10) / 10;
}
