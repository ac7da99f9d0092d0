import type { Lineage, LineageNode } from "../../model/record.ts";
import { foldEdges, type LineageTie } from "./lineage-ties.ts";
import { lastPart, nameOf, type RecordIndex, siglumOf } from "./record-index.ts";
import { shorten } from "./shorten.ts";
import { tieScope, tieVerb } from "./tie-words.ts";

/** Whose text or words a report has, as it says itself: "reposts harbour.example, credits Tarn Press for words of Oda Rell". */
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
function phrase(index: RecordIndex, tie: LineageTie): readonly [string, string] {
	const { part, edges } = tie;
	const scope = tieScope(tie);
	const what = scope === "" ? "" : ` ${scope}`;
	if (part !== "quotation") return [tieVerb(tie), what];
	const speakers = new Set(edges.map(({ for: id }) => index.quotations.get(id ?? "")?.speaker ?? null));
	const [speaker] = speakers;
	return [tieVerb(tie), speakers.size === 1 && speaker ? ` for words of ${nameOf(index, speaker)}` : what];
}

function nameNode(index: RecordIndex, node: LineageNode): string {
	if (node.article !== null) return siglumOf(index, node.article);
	return shorten(node.kind === "url" ? lastPart(node.name) : node.name);
}
