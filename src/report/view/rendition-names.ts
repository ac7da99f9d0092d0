import type { Utterance } from "../../model/record.ts";
import { orderArticles, type RecordIndex, siglumOf } from "./record-index.ts";

/** By rendition the siglum that stands for it, and its number where the report gives several. */
export interface RenditionName {
	readonly article: string;
	readonly siglum: string;
	/** 1 and on; null where the report has one rendition alone. */
	readonly number: number | null;
}

/** How renditions are named, in the order of the record's articles. */
export function nameRenditions(index: RecordIndex, utterance: Utterance): Map<string, RenditionName> {
	const names = new Map<string, RenditionName>();
	for (const article of orderArticles(
		index,
		utterance.renditions.map((rendition) => rendition.article),
	)) {
		const own = utterance.renditions.filter((rendition) => rendition.article === article);
		for (const [at, rendition] of own.entries())
			names.set(rendition.id, { article, siglum: siglumOf(index, article), number: own.length > 1 ? at + 1 : null });
	}
	return names;
}
