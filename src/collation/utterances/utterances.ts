import type { Utterance } from "../../model/record.ts";
import { compareText } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import { alignRenditions, describeColumns } from "../variants/alignment.ts";
import { findVariants } from "../variants/variants.ts";
import { chainClusters } from "./chains.ts";
import { type DraftRendition, describeRenditions, findRenditions } from "./renditions.ts";
import { clusterSegments, type SegmentCluster } from "./segment-clusters.ts";
import type { Segment } from "./segments.ts";
import { findWitnesses } from "./witnesses.ts";

/** An utterance before occasions are known, with what it was made of. */
export interface DraftUtterance extends Omit<Utterance, "occasion" | "held"> {
	readonly drafts: readonly DraftRendition[];
}

/** A person's decisions on what was said once: on the clusters of segments, and then on their chains. */
export interface Regroup {
	clusters(clusters: readonly SegmentCluster[]): readonly SegmentCluster[];
	chains(chains: readonly SegmentCluster[][]): SegmentCluster[][];
}

/**
 * What was said, each thing once: segments of a story's quotations joined across reports, chained,
 * and aligned word by word. Sorted by number of articles that carry it, most first, then by number of
 * renditions, then by id.
 *
 * @param segments of all quotations in the story's articles
 * @param textOf text of an article by id
 * @param regroup a person's decisions; null without any
 */
export function findUtterances(
	story: string,
	segments: readonly Segment[],
	textOf: (article: string) => string,
	regroup: Regroup | null = null,
): DraftUtterance[] {
	const { clusters, profiles } = clusterSegments(segments);
	const chains = chainClusters({ clusters: regroup?.clusters(clusters) ?? clusters, profiles });
	const utterances = (regroup?.chains(chains) ?? chains).map((chain): DraftUtterance => {
		const drafts = findRenditions(chain);
		const witnesses = findWitnesses(drafts);
		const alignment = alignRenditions(witnesses);
		const several = witnesses.length > 1;
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

function articlesOf(utterance: DraftUtterance): number {
	return new Set(utterance.renditions.map((one) => one.article)).size;
}

/** The speaker whom the reports name; null when none names one, or one names a company and another its spokesman. */
function speakerOf(drafts: readonly DraftRendition[]): string | null {
	const named = new Set(drafts.flatMap(({ segments }) => segments.flatMap(({ speaker }) => speaker ?? [])));
	const [first] = named;
	return named.size === 1 ? (first ?? null) : null;
}
