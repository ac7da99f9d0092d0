import type { Span } from "../../../src/model/span.ts";
import type { TraceKind } from "../../../src/model/trace-listing.ts";

/**
 * Hand-written cases of tracing: a text, invented reports, and where it must and must not be found. A case is
 *
 *     === id
 *     trace: the text
 *     --- name | day | outlet [| headline] [| language]
 *     the report, a paragraph a line; with `headline` the first line is one
 *     > name | kind[/kind] | words [| field]...     a place, its parts joined by " … "
 *     ! name | words                                no place meets these words
 *     ? name | words                                either is right
 *
 * with the fields `differs: kind, kind` (differences of these kinds are given), `by: name` (the speaker), `credits:
 * name` (who is credited) and `occurrence: N` (of words that stand more than once). A case without a place asks for
 * none at all. Before the first case a line that starts with `#` is a remark.
 */
export interface TraceCase {
	readonly id: string;
	readonly theme: string;
	readonly trace: string;
	readonly reports: readonly CaseReport[];
	readonly places: readonly GoldPlace[];
	readonly apart: readonly CaseWords[];
	readonly open: readonly CaseWords[];
}

export interface CaseReport {
	readonly name: string;
	readonly day: string;
	readonly outlet: string;
	readonly headline: boolean;
	readonly language: string;
	readonly text: string;
}

/** Words of a report, with where they stand. */
export interface CaseWords {
	readonly report: string;
	readonly words: string;
	readonly spans: readonly Span[];
}

export interface GoldPlace extends CaseWords {
	/** Any of them is right. */
	readonly kinds: readonly TraceKind[];
	readonly differs: readonly string[];
	readonly by: string | null;
	readonly credits: string | null;
}

interface Draft {
	readonly id: string;
	trace: string;
	readonly reports: { readonly head: readonly string[]; readonly lines: string[] }[];
	readonly rows: { readonly mark: string; readonly cells: readonly string[]; readonly at: number }[];
}

/** @throws Error `THEME line N: …` when a file breaks the format or names words that its report does not have */
export function readTraceCases(theme: string, file: string): TraceCase[] {
	const drafts: Draft[] = [];
	for (const [index, line] of file.split("\n").entries()) {
		const last = drafts.at(-1);
		const cells = (text: string): string[] => text.split(" | ").map((cell) => cell.trim());
		if (line.startsWith("=== ")) drafts.push({ id: line.slice(4).trim(), trace: "", reports: [], rows: [] });
		else if (line.trim() === "" || (!last && line.startsWith("#"))) continue;
		else if (!last) throw new Error(`${theme} line ${index + 1}: text before the first case`);
		else if (line.startsWith("trace: ")) last.trace = line.slice(7);
		else if (line.startsWith("--- ")) last.reports.push({ head: cells(line.slice(4)), lines: [] });
		else if (/^[>!?] /.test(line)) last.rows.push({ mark: line.charAt(0), cells: cells(line.slice(2)), at: index + 1 });
		else last.reports.at(-1)?.lines.push(line);
	}
	return drafts.map((draft) => closeDraft(theme, draft));
}

function closeDraft(theme: string, { id, trace, reports, rows }: Draft): TraceCase {
	const read = reports.map(
		({ head: [name = "", day = "", outlet = "", ...options], lines }): CaseReport => ({
			name,
			day,
			outlet,
			headline: options.includes("headline"),
			language: options.find((option) => option !== "headline") ?? "en",
			text: lines.join("\n"),
		}),
	);
	const places: GoldPlace[] = [];
	const apart: CaseWords[] = [];
	const open: CaseWords[] = [];
	for (const { mark, cells, at } of rows) {
		const [name = "", ...rest] = cells;
		const text = read.find((report) => report.name === name)?.text;
		const [kinds, words = "", ...fields] = mark === ">" ? rest : ["", ...rest];
		const field = (key: string): string | null =>
			fields.find((one) => one.startsWith(`${key}: `))?.slice(key.length + 2) ?? null;
		const spans = text === undefined ? null : locate(text, words, Number(field("occurrence") ?? 1));
		if (!spans) throw new Error(`${theme} line ${at}: words that the report does not have: ${words}`);
		const found = { report: name, words, spans };
		if (mark === "!") apart.push(found);
		else if (mark === "?") open.push(found);
		else {
			places.push({
				...found,
				kinds: (kinds ?? "").split("/") as TraceKind[],
				differs: field("differs")?.split(", ") ?? [],
				by: field("by"),
				credits: field("credits"),
			});
		}
	}
	return { id, theme, trace, reports: read, places, apart, open };
}

/** Where the parts of words stand, each after the one before; null where one does not. */
function locate(text: string, words: string, occurrence: number): Span[] | null {
	const spans: Span[] = [];
	let from = 0;
	for (const part of words.split(" … ")) {
		let start = text.indexOf(part, from);
		for (let n = 1; n < occurrence && start >= 0; n++) start = text.indexOf(part, start + 1);
		if (start < 0 || part === "") return null;
		spans.push({ start, end: start + part.length });
		from = start + part.length;
	}
	return spans;
}
