import type { Lineage, LineageEdge, LineageNode } from "../../model/record.ts";
import { groupBy } from "./group-by.ts";
import type { RecordIndex } from "./record-index.ts";

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
	/** In the record's order; at least one. */
	readonly edges: readonly LineageEdge[];
}

/** What comes first of one report's ties. */
const KINDS: readonly LineageEdge["kind"][] = ["copies", "reposts", "shares", "credits"];

/**
 * The edges of a story's lineage folded into ties: by the report that draws, in the order of sigla, texts before
 * credits. Of a tie without direction, the report with the earlier siglum comes first.
 */
export function foldEdges({ nodes, edges }: Lineage, { rank }: Pick<RecordIndex, "rank">): LineageTie[] {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const rankOf = ({ article }: LineageNode): number => rank.get(article ?? "") ?? Number.MAX_SAFE_INTEGER;
	const groups = groupBy(edges, (edge) =>
		[edge.from, edge.to, edge.kind, String(edge.directed), partOf(edge)].join(" "),
	);
	const ties = [...groups.values()].flatMap((all): LineageTie[] => {
		const [edge] = all;
		const [from, to] = [byId.get(edge?.from ?? ""), byId.get(edge?.to ?? "")];
		if (!edge || !from || !to) return [];
		const { kind, directed } = edge;
		const ends = !directed && rankOf(to) < rankOf(from) ? { from: to, to: from } : { from, to };
		return [{ ...ends, kind, directed, part: partOf(edge), edges: all }];
	});
	const firstPlace = ({ edges: [edge] }: LineageTie): number => edge?.evidence[0]?.start ?? 0;
	return ties.sort(
		(x, y) =>
			rankOf(x.from) - rankOf(y.from) ||
			KINDS.indexOf(x.kind) - KINDS.indexOf(y.kind) ||
			Number(x.part !== "") - Number(y.part !== "") ||
			rankOf(x.to) - rankOf(y.to) ||
			firstPlace(x) - firstPlace(y),
	);
}

/** What a credit is for when it is not for the whole text. */
function partOf(edge: LineageEdge): LineageTie["part"] {
	return edge.for !== null ? "quotation" : edge.passage !== null ? "passage" : "";
}
