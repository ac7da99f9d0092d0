import type { LineageNode } from "../../model/record.ts";
import { foldEdges } from "./lineage-ties.ts";
import { lastPart, type RecordIndex, siglumOf } from "./record-index.ts";
import { tieScope, tieVerb } from "./tie-words.ts";

/** How two reports of a record stand to each other as wholes. */
export interface PairStanding {
	/** The agency that both have their text from, as far as both say so; null for none. */
	readonly agency: string | null;
	/** Who of the two draws on whom and whom both draw on, in words, by sigla: "B carries the text of A", "both credit Tarn Press". */
	readonly ties: readonly string[];
	/** Whether they count as one line of their story; null where no story holds both. */
	readonly line: { readonly isOne: boolean; readonly reason: string } | null;
}

export function describePair(index: RecordIndex, a: string, b: string): PairStanding {
	const ties: string[] = [];
	let agency: string | null = null;
	for (const lineage of index.record.lineage) {
		const [x, y] = [a, b].map((article) => lineage.nodes.find((node) => node.article === article));
		if (!x || !y) continue;
		for (const tie of foldEdges(lineage, index)) {
			if (![x, y].includes(tie.from) || ![x, y].includes(tie.to)) continue;
			const scope = tieScope(tie);
			ties.push(
				`${siglumOf(index, tie.from.article ?? "")} ${tieVerb(tie)} ${siglumOf(index, tie.to.article ?? "")}${scope === "" ? "" : ` ${scope}`}`,
			);
		}
		for (const node of lineage.nodes) {
			if (node === x || node === y) continue;
			const drawn = [x, y].every(({ id }) =>
				lineage.edges.some(
					({ from, to, directed, for: part, passage }) =>
						directed && from === id && to === node.id && part === null && passage === null,
				),
			);
			if (!drawn) continue;
			const name = nameNode(index, node);
			ties.push(`both draw on ${name}`);
			if (node.kind === "agency") agency ??= name;
		}
	}
	return { agency, ties: [...new Set(ties)], line: findLine(index, a, b) };
}

function findLine(index: RecordIndex, a: string, b: string): PairStanding["line"] {
	for (const { articles, lines } of index.record.stories) {
		if (!articles.includes(a) || !articles.includes(b)) continue;
		const own = lines.find((line) => line.articles.includes(a));
		return own?.articles.includes(b) === true ? { isOne: true, reason: own.reason } : { isOne: false, reason: "" };
	}
	return null;
}

function nameNode(index: RecordIndex, { article, kind, name }: LineageNode): string {
	if (article !== null) return siglumOf(index, article);
	return kind === "url" ? lastPart(name) : name;
}
