import type { Block, Dropped, PageSpan } from "../../model/article.ts";

/** A document's text as laid out for reading, before its head is read. */
export interface DocumentText {
	readonly text: string;
	/** Everything but what is dropped; sorted. */
	readonly blocks: readonly Block[];
	readonly dropped: readonly Dropped[];
	/** Which page each stretch stands on; empty when the document has no pages of its own. */
	readonly pages: readonly PageSpan[];
	/** The block that is set as the title; null when none stands out. */
	readonly title: Block | null;
}

/** A stretch of one block; a block that runs over pages has several. `page` is 0 where there are no pages. */
export interface Part {
	readonly page: number;
	readonly text: string;
}

/** A block to be written, or a line to be dropped. */
export interface Entry {
	readonly kind: Block["kind"];
	readonly parts: readonly Part[];
	readonly dropped: { readonly rule: string; readonly reason: string } | null;
	readonly title: boolean;
}

/** Writes entries one after the other, parted by blank lines. */
export function writeDocumentText(entries: readonly Entry[]): DocumentText {
	let text = "";
	const blocks: Block[] = [];
	const dropped: Dropped[] = [];
	const pages: PageSpan[] = [];
	let title: Block | null = null;
	for (const entry of entries) {
		if (entry.parts.every((part) => part.text.trim() === "")) continue;
		if (text !== "") text += "\n\n";
		const start = text.length;
		for (const part of entry.parts) {
			const from = text.length;
			text += part.text;
			const last = pages[pages.length - 1];
			if (part.page === 0 || text.length === from) continue;
			if (last?.page === part.page) pages[pages.length - 1] = { ...last, end: text.length };
			else pages.push({ page: part.page, start: from, end: text.length });
		}
		const span = { start, end: text.length };
		if (entry.dropped) dropped.push({ ...span, ...entry.dropped });
		else {
			const block: Block = { ...span, kind: entry.kind, path: null };
			blocks.push(block);
			if (entry.title) title ??= block;
		}
	}
	return { text, blocks, dropped, pages, title };
}
