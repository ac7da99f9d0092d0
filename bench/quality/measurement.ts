/** What one scorer found on one corpus. */
export interface Measurement {
	/** A row of the stage table: `body`, `quotations`, `stories`, `examples` … */
	readonly stage: string;
	/** `polnear dev`, `ecbplus`, `pages/article-body` … */
	readonly corpus: string;
	/** Figure by name; 0–1 unless the name says otherwise. Floors are held per figure. */
	readonly figures: Readonly<{ [name: string]: number }>;
	/**
	 * One number an item (a page, an article, a gold finding), by an id that quotes no corpus text, so
	 * that a change can be read item by item.
	 */
	readonly items: Readonly<{ [id: string]: number }>;
	/** More that docs/quality.md shows of it, worked out only when the page is written. */
	readonly details?: () => readonly Detail[];
}

/** A part of a section of docs/quality.md: a heading, and under it paragraphs and a table, in Markdown. */
export interface Detail {
	readonly title: string;
	readonly before: readonly string[];
	/** Null where there is none. Columns of figures are set to the right. */
	readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } | null;
	readonly after: readonly string[];
}

/**
 * Measures one stage on one corpus.
 *
 * @param corpora folder that holds the corpora
 * @returns null when this corpus is not there
 */
export type Scorer = (corpora: string) => Promise<Measurement | null>;
