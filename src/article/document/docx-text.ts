import type { Block } from "../../model/article.ts";
import { countWords } from "../lines/lines.ts";
import { type DocumentText, type Entry, writeDocumentText } from "./document-text.ts";
import { isEnded } from "./paragraphs.ts";
import { toSuperscript } from "./superscript.ts";

/** A node of mammoth's document model; which fields there are depends on `type`. */
export interface Node {
	readonly type: string;
	readonly children?: readonly Node[];
	readonly value?: string;
	readonly styleName?: string | null;
	readonly numbering?: unknown;
	readonly breakType?: string;
	readonly verticalAlignment?: string;
	readonly isBold?: boolean;
	readonly notes?: { resolve(reference: Node): { readonly body: readonly Node[] } | null };
}

/** Units of a table row that is kept as one block, and paragraphs in one of its cells: else it is layout. */
const LONGEST_ROW = 400;
const CELL_PARAGRAPHS = 2;

/** Words that a line in bold may have to be a heading. */
const HEADING_WORDS = 15;

/** Blocks from the start among which a heading is the title when nothing is styled as one. */
const TITLE_BLOCKS = 4;

/** Nodes inside each other that are followed. */
const DEEPEST = 400;

/**
 * Lays out a Word document: its paragraphs, list items, table rows and headings, each note after the
 * paragraph that refers to it. Text inserted by tracked changes counts, deleted text is no part of it.
 */
export function layOutDocx(document: Node): DocumentText {
	const entries: (Entry & { readonly bold: boolean })[] = [];
	let noteNumber = 0;
	/** Notes referred to by the paragraph that is being read. */
	let notes: { readonly number: number; readonly reference: Node }[] = [];

	const textOf = (node: Node, raised: boolean): string => {
		switch (node.type) {
			case "text":
				return raised ? toSuperscript(node.value ?? "") : (node.value ?? "");
			case "tab":
				return " ";
			case "break":
				return node.breakType === "line" ? "\n" : " ";
			case "noteReference": {
				noteNumber++;
				notes.push({ number: noteNumber, reference: node });
				return toSuperscript(String(noteNumber));
			}
			default: {
				const high = raised || node.verticalAlignment === "superscript";
				return (node.children ?? []).map((child) => textOf(child, high)).join("");
			}
		}
	};

	const write = (kind: Block["kind"], text: string, title: boolean, bold: boolean): void => {
		const parts = [{ page: 0, text }];
		entries.push({ kind, parts, dropped: null, title, bold });
	};

	const writeNotes = (): void => {
		const waiting = notes;
		notes = [];
		for (const { number, reference } of waiting) {
			const body = document.notes?.resolve(reference)?.body ?? [];
			for (const [i, node] of body.entries()) {
				const text = clean(textOf(node, false));
				// A note inside a note would go round for ever.
				notes = [];
				if (text !== "") write("paragraph", i === 0 ? `${toSuperscript(String(number))} ${text}` : text, false, false);
			}
		}
	};

	const walk = (nodes: readonly Node[], depth: number): void => {
		for (const node of nodes) {
			if (node.type === "paragraph") {
				const style = (node.styleName ?? "").toLowerCase();
				write(kindOf(node, style), clean(textOf(node, false)), style === "title", isBold(node));
				writeNotes();
			} else if (node.type === "tableRow" && isPlainRow(node)) {
				const cells = (node.children ?? []).map((cell) =>
					(cell.children ?? []).map((paragraph) => clean(textOf(paragraph, false)).replace(/\n/g, " ")).join(" "),
				);
				if (cells.some((cell) => cell.trim() !== "")) write("row", cells.join("\t"), false, false);
				writeNotes();
			} else if (depth < DEEPEST) walk(node.children ?? [], depth + 1);
		}
	};
	walk(document.children ?? [], 0);

	const filled = entries.filter((entry) => entry.parts.some((part) => part.text.trim() !== ""));
	const headed = filled.map((entry, i) => {
		const text = entry.parts[0]?.text ?? "";
		const next = filled[i + 1];
		const bold = entry.bold && !isEnded(text) && countWords(text) <= HEADING_WORDS && next?.kind === "paragraph";
		return entry.kind === "paragraph" && bold && !next.bold ? { ...entry, kind: "heading" as const } : entry;
	});
	if (headed.some((entry) => entry.title)) return writeDocumentText(headed);
	const first = headed.slice(0, TITLE_BLOCKS).findIndex((entry) => entry.kind === "heading");
	return writeDocumentText(headed.map((entry, i) => (i === first ? { ...entry, title: true } : entry)));
}

function clean(text: string): string {
	return text
		.toWellFormed()
		.replace(/[^\S\n]+/g, " ")
		.replace(/ ?\n[ \n]*/g, "\n")
		.replace(/\u00ad/g, "")
		.trim();
}

/** Word keeps the English names of its own styles in every language. */
function kindOf(node: Node, style: string): Block["kind"] {
	if (/^(?:heading \d|title|subtitle)$/.test(style)) return "heading";
	if (node.numbering) return "item";
	return /^(?:intense )?quote$/.test(style) ? "quote" : "paragraph";
}

/** Whether every run that holds letters is in bold. */
function isBold(node: Node): boolean {
	let letters = false;
	let plain = false;
	const look = (one: Node, bold: boolean, depth: number): void => {
		if (one.type === "text" && /\S/.test(one.value ?? "")) {
			letters = true;
			plain ||= !bold;
		}
		if (depth < DEEPEST) for (const child of one.children ?? []) look(child, bold || one.isBold === true, depth + 1);
	};
	look(node, false, 0);
	return letters && !plain;
}

/** A row whose cells hold short text alone. */
function isPlainRow(row: Node): boolean {
	let length = 0;
	const cells = row.children ?? [];
	const lengthOf = (node: Node, depth: number): number =>
		(node.value?.length ?? 0) +
		(depth < DEEPEST ? (node.children ?? []).reduce((sum, child) => sum + lengthOf(child, depth + 1), 0) : 0);
	for (const cell of cells) {
		const paragraphs = cell.children ?? [];
		const written = paragraphs.filter((paragraph) => lengthOf(paragraph, 0) > 0);
		if (paragraphs.some((paragraph) => paragraph.type !== "paragraph") || written.length > CELL_PARAGRAPHS)
			return false;
		for (const paragraph of written) length += lengthOf(paragraph, 0);
	}
	return cells.length > 1 && length <= LONGEST_ROW;
}
