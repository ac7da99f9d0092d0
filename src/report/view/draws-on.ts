import type { Lineage, LineageNode } from "../../model/record.ts";
import { foldEdges, type LineageTie } from "./lineage-ties.ts";
import { lastPart, nameOf, type RecordIndex, siglumOf } from "./record-index.ts";
import { shorten } from "./shorten.ts";

/** Whose text or words a report has, as it says itself: "reposts harbour.example, cites Tarn Press for Oda Rell". */
export interface DrawsOn {
	readonly article: string;
	readonly words: string;
}

/** By report, in the order of sigla; what reports only share is not among it, as nobody is known to draw on the other. */
export function listDraws(index: RecordIndex, lineage: Lineage): DrawsOn[] {
	const byReport = new Map<string, Map<string, string[]>>();
	for (const tie of foldEdges(lineage, index)) {
		const { from, to, directed } = tie;
		if (!directed || from.article === null) continue;
		const [does, what] = phrase(index, tie);
		const role = `${does}\0${what}`;
		const roles = byReport.get(from.article) ?? new Map<string, string[]>();
		roles.set(role, [...new Set([...(roles.get(role) ?? []), nameNode(index, to)])]);
		byReport.set(from.article, roles);
	}
	return [...byReport].map(([article, roles]) => ({
		article,
		words: [...roles]
			.map(([role, names]) => {
				const [does, what] = role.split("\0");
				return `${does} ${names.join(" and ")}${what}`;
			})
			.join(", "),
	}));
}

/** What the report does, and what for. */
function phrase(index: RecordIndex, { kind, part, edges }: LineageTie): readonly [string, string] {
	if (kind === "reposts") return ["reposts", ""];
	if (kind === "copies") return ["carries the text of", ""];
	if (kind === "shares") return ["has passages of", ""];
	if (part !== "quotation") return ["credits", part === "" ? "" : ` for a ${part}`];
	const speakers = new Set(edges.map(({ for: id }) => index.quotations.get(id ?? "")?.speaker ?? null));
	const [speaker] = speakers;
	return ["cites", speakers.size === 1 && speaker ? ` for ${nameOf(index, speaker)}` : ""];
}

function nameNode(index: RecordIndex, node: LineageNode): string {
	if (node.article !== null) return siglumOf(index, node.article);
	return shorten(node.kind === "url" ? lastPart(node.name) : node.name);
}
