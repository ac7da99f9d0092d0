import type { RecordArticle } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { isSure } from "../../quotations/sureness.ts";
import type { RecordIndex } from "../view/record-index.ts";

/** A kind of finding that a reader can show or hide in the texts. */
export type Layer = "quotation" | "source" | "cue" | "name" | "date" | "number" | "shared" | "dropped";

/** Stretches of one article by layer; those of one layer are sorted, and may overlap those of others. */
export type LayerSpans = ReadonlyMap<Layer, readonly Span[]>;

/** Collects the layers of every article once: a record's lists are long, and each is walked a single time. */
export function collectLayers(index: RecordIndex): (article: RecordArticle) => LayerSpans {
	const all = new Map<string, Map<Layer, Span[]>>();
	const add = (article: string, layer: Layer, spans: readonly Span[]): void => {
		const own = all.get(article) ?? new Map<Layer, Span[]>();
		const list = own.get(layer) ?? [];
		for (const { start, end } of spans) if (end > start) list.push({ start, end });
		own.set(layer, list);
		all.set(article, own);
	};
	const { record } = index;
	for (const quotation of record.quotations) {
		if (!isSure(quotation)) continue;
		add(quotation.article, "quotation", quotation.content);
		add(quotation.article, "source", quotation.source === null ? [] : [quotation.source]);
		add(quotation.article, "cue", quotation.cue);
	}
	for (const { mentions } of record.entities) for (const mention of mentions) add(mention.article, "name", [mention]);
	for (const date of record.dates) add(date.article, "date", [date]);
	for (const number of record.numbers) add(number.article, "number", [number]);
	for (const { a, b, stock } of record.passages) {
		if (stock) continue;
		add(a.article, "shared", [a]);
		add(b.article, "shared", [b]);
	}
	for (const { id, dropped } of record.articles) add(id, "dropped", dropped);
	return ({ id }) => {
		const own = all.get(id) ?? new Map<Layer, Span[]>();
		for (const spans of own.values()) spans.sort((a, b) => a.start - b.start || b.end - a.end);
		return own;
	};
}

/** A stretch of text that one set of layers covers. */
export interface Piece extends Span {
	readonly layers: readonly Layer[];
	/** Whether a finding leads to its start. */
	readonly target: boolean;
}

/**
 * Cuts a stretch of an article where any layer begins or ends and where a finding leads to. The pieces cover the
 * stretch without gaps, in order.
 *
 * @param given stretches at whose ends it is cut too: what is given of a text that is not given whole
 */
export function cutPieces(
	stretch: Span,
	layers: LayerSpans,
	targets: readonly number[],
	given: readonly Span[] = [],
): Piece[] {
	const cuts = new Set([stretch.start, stretch.end]);
	for (const { start, end } of given)
		for (const cut of [start, end]) if (cut > stretch.start && cut < stretch.end) cuts.add(cut);
	const covering: { readonly layer: Layer; readonly span: Span }[] = [];
	for (const [layer, spans] of layers)
		for (const span of spans) {
			if (span.end <= stretch.start) continue;
			if (span.start >= stretch.end) break;
			covering.push({ layer, span });
			cuts.add(Math.max(stretch.start, span.start)).add(Math.min(stretch.end, span.end));
		}
	const aimed = new Set(targets.filter((start) => start >= stretch.start && start < stretch.end));
	for (const start of aimed) cuts.add(start);
	const bounds = [...cuts].sort((a, b) => a - b);
	const opening = covering.sort((a, b) => a.span.start - b.span.start);
	const pieces: Piece[] = [];
	let next = 0;
	let open: typeof covering = [];
	for (let at = 0; at + 1 < bounds.length; at++) {
		const start = bounds[at] ?? 0;
		const end = bounds[at + 1] ?? 0;
		open = open.filter(({ span }) => span.end > start);
		while (next < opening.length) {
			const one = opening[next];
			if (!one || one.span.start > start) break;
			if (one.span.end > start) open.push(one);
			next++;
		}
		pieces.push({ start, end, layers: [...new Set(open.map(({ layer }) => layer))].sort(), target: aimed.has(start) });
	}
	return pieces;
}
