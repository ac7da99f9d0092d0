import { mayChangeMeaning } from "../../collation/variants/variant-kinds.ts";
import type { HeldRendition, Utterance } from "../../model/record.ts";
import { type RecordIndex, siglumOf } from "../view/record-index.ts";
import { CUT } from "../view/shorten.ts";
import { escapeMarkdown } from "./markdown-text.ts";

/** How each report gives what a primary document has, a line each, in the record's order. */
export function listHeld(index: RecordIndex, utterance: Utterance, names: ReadonlyMap<string, string>): string[] {
	const articleOf = new Map(utterance.renditions.map(({ id, article }) => [id, article]));
	return utterance.held.map((held) => {
		const primary = escapeMarkdown(siglumOf(index, articleOf.get(held.primary) ?? ""));
		const differences = [
			...held.changed.map(tellChange),
			...held.leftOut.map(({ exact }) => `leaves out ${quote(exact)}`),
		];
		const told = differences.length === 0 ? "" : `: ${differences.join("; ")}`;
		return `- ${names.get(held.rendition) ?? "?"} against ${primary}, ${held.relation}${told}`;
	});
}

function tellChange({ kind, primary, report }: HeldRendition["changed"][number]): string {
	const [was, now] = [primary, report].map((spans) => spans.map(({ exact }) => exact).join(` ${CUT} `));
	const mark = mayChangeMeaning(kind) ? "● " : "";
	if (was === "") return `${mark}adds ${quote(now ?? "")}`;
	if (kind === "order") return `${mark}${quote(now ?? "")} in another place`;
	return `${mark}${escapeMarkdown(was ?? "")} ] ${now === "" ? "*left out*" : escapeMarkdown(now ?? "")}`;
}

function quote(text: string): string {
	return `“${escapeMarkdown(text)}”`;
}
