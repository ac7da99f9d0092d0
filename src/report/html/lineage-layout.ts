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
 * Places the nodes of a lineage: who has the text first stands at the left, who took it from them to the right. A tie
 * whose direction is open moves nobody to the left or the right of the other.
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
		if (directed) graph.setEdge(to.id, from.id, { weight: 2 }, `${at}`);
	keepBeside(graph, ties);
	layout(graph);
	const { width = 0, height = 0 } = graph.graph();
	return {
		width: Math.ceil(width) + (ties.some(({ directed }) => !directed) ? BOW : 0),
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
			points: tie.directed
				? (graph.edge(tie.to.id, tie.from.id, `${at}`).points ?? []).map(
						({ x, y }: { readonly x: number; readonly y: number }) => ({ x: tenths(x), y: tenths(y) }),
					)
				: joinSides(graph.node(tie.to.id), graph.node(tie.from.id)),
		})),
	};
}

/**
 * Of two ends of a tie without direction the one that draws on nobody would stand at the left, as if it had the text
 * first, where the other draws on somebody: a source that is not drawn keeps it beside.
 */
function keepBeside(graph: Graph, ties: readonly LineageTie[]): void {
	const drawing = new Set(ties.flatMap(({ directed, from }) => (directed ? [from.id] : [])));
	const open = ties.filter(({ directed }) => !directed).flatMap(({ from, to }) => [from.id, to.id]);
	if (!open.some((id) => drawing.has(id))) return;
	for (const id of new Set(open)) {
		if (drawing.has(id) || ties.some((tie) => tie.directed && tie.to.id === id)) continue;
		graph.setNode(`source of ${id}`, { width: 0, height: 0 });
		graph.setEdge(`source of ${id}`, id, {}, "source");
	}
}

/** How far a line between two boxes of one column bows out to the right of them. */
const BOW = 44;

interface Box {
	readonly x?: number;
	readonly y?: number;
	readonly width: number;
}

/** A line between two boxes: in a bow along the right of those in one column, else between their sides. */
function joinSides(a: Box, b: Box): PlacedTie["points"] {
	const [left, right] = (a.x ?? 0) <= (b.x ?? 0) ? [a, b] : [b, a];
	const [leftEdge, rightEdge] = [(left.x ?? 0) + left.width / 2, (right.x ?? 0) - right.width / 2];
	const end = leftEdge < rightEdge ? rightEdge : (right.x ?? 0) + right.width / 2;
	const bent =
		leftEdge < rightEdge
			? { x: (leftEdge + rightEdge) / 2, y: ((left.y ?? 0) + (right.y ?? 0)) / 2 + HEIGHT / 2 }
			: { x: Math.max(leftEdge, end) + BOW * 2 - MARGIN * 2, y: ((left.y ?? 0) + (right.y ?? 0)) / 2 };
	return [{ x: leftEdge, y: left.y ?? 0 }, bent, { x: end, y: right.y ?? 0 }].map(({ x, y }) => ({
		x: tenths(x),
		y: tenths(y),
	}));
}

function tenths(value: number | undefined): number {
	return Math.round((value ?? 0) * 10) / 10;
}
