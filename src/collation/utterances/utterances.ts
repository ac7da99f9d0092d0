import type { Utterance } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import { TELLING } from "../term-weight.ts";
import { alignRenditions, describeColumns } from "../variants/alignment.ts";
import { findVariants } from "../variants/variants.ts";
import { chainClusters } from "./chains.ts";
import { type DraftRendition, describeRenditions, findRenditions } from "./renditions.ts";
import { clusterSegments } from "./segment-clusters.ts";
import type { Segment } from "./segments.ts";

/** An utterance before occasions are known, with what it was made of. */
export interface DraftUtterance extends Omit<Utterance, "occasion"> {
	readonly drafts: readonly DraftRendition[];
}

/**
 * What was said, each thing once: segments of a story's quotations joined across reports, chained,
 * and aligned word by word. Sorted by number of articles that carry it, most first, then by number of
 * renditions, then by id.
 *
 * @param segments of all quotations in the story's articles
 * @param textOf text of an article by id
 */
export function findUtterances(
	story: string,
	segments: readonly Segment[],
	textOf: (article: string) => string,
): DraftUtterance[] {
	const utterances = chainClusters(clusterSegments(segments)).map((chain): DraftUtterance => {
		const drafts = findRenditions(chain);
		// Words outside quotation marks are the outlet's: they are listed, and not collated with spoken ones.
		const marked = drafts.filter((one) => one.marked && one.words.length > 0);
		const spoken = marked.filter((one) => one.direct || sharesWord(one, marked));
		const alignment = alignRenditions(
			spoken.map((one) => ({
				rendition: one.id,
				article: one.article,
				words: one.words,
				sentences: one.sentences,
				whole: one.direct,
			})),
		);
		const several = spoken.length > 1;
		return {
			id: makeId("utterance", story, ...drafts.map((one) => one.id)),
			story,
			speaker: speakerOf(drafts),
			renditions: describeRenditions(drafts),
			alignment: { columns: several ? describeColumns(alignment, textOf) : [] },
			variants: several ? findVariants(alignment, textOf) : [],
			drafts,
		};
	});
	return utterances.sort(
		(a, b) => articlesOf(b) - articlesOf(a) || b.renditions.length - a.renditions.length || compareText(a.id, b.id),
	);
}

/** Whether the words that a report puts in marks within its own sentence are among those others give. */
function sharesWord(fragment: DraftRendition, others: readonly DraftRendition[]): boolean {
	const stems = new Set(fragment.words.filter((word) => word.weight >= TELLING).map((word) => word.stem));
	return others.some((other) => other.article !== fragment.article && other.words.some((word) => stems.has(word.stem)));
}

function articlesOf(utterance: DraftUtterance): number {
	return new Set(utterance.renditions.map((one) => one.article)).size;
}

/** The speaker whom most reports name; null when none names one. */
function speakerOf(drafts: readonly DraftRendition[]): string | null {
	const reports = new Map<string, Set<string>>();
	for (const { article, segments } of drafts) {
		for (const { speaker } of segments) {
			if (speaker === null) continue;
			const own = reports.get(speaker) ?? new Set();
			reports.set(speaker, own.add(article));
		}
	}
	const [first] = [...reports].sort((a, b) => b[1].size - a[1].size || compareText(a[0], b[0]));
	return first?.[0] ?? null;
}
