import type { LineageEdgeKind } from "../../model/record.ts";
import type { LineageTie } from "./lineage-ties.ts";

/** What who draws does with whom it draws on, before the other's name. */
const VERBS: Readonly<Record<LineageEdgeKind, string>> = {
	copies: "carries the text of",
	shares: "has passages of",
	credits: "credits",
	reposts: "reposts",
};

/** The same behind the names of both. */
const BEHIND: Readonly<Record<LineageEdgeKind, string>> = {
	copies: "carries its text",
	shares: "has passages of its text",
	credits: "credits it",
	reposts: "reposts it",
};

/** The same of two of whom nothing tells which draws on the other; a credit is always one's own. */
const TOGETHER: Readonly<Record<LineageEdgeKind, string>> = {
	...BEHIND,
	copies: "are one text",
	shares: "share passages",
};

type Direction = Pick<LineageTie, "kind" | "directed">;

/** What one end of a tie does, before the name of the other: "carries the text of", "is one text with". */
export function tieVerb({ kind, directed }: Direction): string {
	if (directed) return VERBS[kind];
	return kind === "copies" ? "is one text with" : kind === "shares" ? "shares passages with" : VERBS[kind];
}

/** What the two ends of a tie do, behind their names: "carries its text", "share passages". */
export function nameTie({ kind, directed }: Direction): string {
	return (directed ? BEHIND : TOGETHER)[kind];
}

/** What a credit is for: "for 2 quotations"; "" where it is for no one part of the text. */
export function tieScope({ part, edges }: Pick<LineageTie, "part" | "edges">): string {
	if (part === "") return "";
	return edges.length > 1 ? `for ${edges.length} ${part}s` : `for a ${part}`;
}

/** All that is to be said of a tie behind its ends: "credits it for a quotation", "share passages; which had them first is open". */
export function tieWords(tie: LineageTie): string {
	const open = tie.directed
		? ""
		: tie.kind === "shares"
			? "; which had them first is open"
			: "; which was first is open";
	const scope = tieScope(tie);
	return `${nameTie(tie)}${scope === "" ? "" : ` ${scope}`}${open}`;
}
