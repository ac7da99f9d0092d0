import type { Lineage, LineageEdge, LineageNode } from "../../model/record.ts";

/**
 * Edges of one kind between the same two. Whether they are for the whole text, for quotations or for passages is kept
 * apart.
 */
export interface LineageTie {
	readonly from: LineageNode;
	readonly to: LineageNode;
	readonly kind: LineageEdge["kind"];
	readonly directed: boolean;
	/** What they are for when it is not the whole text. */
	readonly part: "quotation" | "passage" | "";
	readonly edges: readonly LineageEdge[];
}

/** The edges of a story's lineage folded into ties, in the order of the first edge of each. */
export function foldEdges({ nodes, edges }: Lineage): LineageTie[] {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const ties = new Map<string, LineageTie & { readonly edges: LineageEdge[] }>();
	for (const edge of edges) {
		const from = byId.get(edge.from);
		const to = byId.get(edge.to);
		if (!from || !to) continue;
		const { kind, directed } = edge;
		const part = partOf(edge);
		const key = [edge.from, edge.to, kind, String(directed), part].join(" ");
		const tie = ties.get(key);
		if (tie) tie.edges.push(edge);
		else ties.set(key, { from, to, kind, directed, part, edges: [edge] });
	}
	return [...ties.values()];
}

/** What a credit is for when it is not for the whole text. */
export function partOf(edge: LineageEdge): LineageTie["part"] {
	return edge.for !== null ? "quotation" : edge.passage !== null ? "passage" : "";
}

/** What a tie says of its two ends. */
export const TIE_WORDS: Readonly<Record<LineageEdge["kind"], string>> = {
	copies: "carries its text",
	shares: "shares passages",
	credits: "credits it",
	reposts: "reposts it",
};
