import type { Coverage, Rendition } from "../../model/record.ts";
import { compareText, round } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import type { SegmentCluster } from "./segment-clusters.ts";
import type { Segment, SegmentWord } from "./segments.ts";

/** One article's giving of an utterance, with the segments it is made of. */
export interface DraftRendition {
	readonly id: string;
	readonly article: string;
	readonly segments: readonly Segment[];
	/** The words in quotation marks, or all of them where the outlet puts nothing in marks. */
	readonly words: readonly SegmentWord[];
	/** Every word, in marks or not. */
	readonly all: readonly SegmentWord[];
	/** For each of these, whether it is the outlet's own: outside quotation marks. */
	readonly outlet: readonly boolean[];
	/** For each of these, the index of its segment's cluster in the chain. */
	readonly sentences: readonly number[];
	/** The index of a segment's cluster in the chain: segments of one cluster give one sentence. */
	sentenceOf(segment: Segment): number;
	/** True when every segment is a direct quotation. */
	readonly direct: boolean;
	/** True when it has words in quotation marks. */
	readonly marked: boolean;
}

/** At least this share of what renditions usually give is the whole of it. */
const WHOLE = 0.75;
/** At most this many words in marks is a fragment. */
const FRAGMENT_WORDS = 3;

/**
 * The renditions of one chain of clusters: an article's direct words in reading order, a new
 * rendition where a cluster comes back (the same answer printed twice in two translations), and each
 * mixed or indirect quotation for itself. Sorted by article, then place.
 */
export function findRenditions(chain: readonly SegmentCluster[]): DraftRendition[] {
	const clusterOf = new Map<Segment, number>();
	chain.forEach((cluster, index) => {
		for (const segment of cluster.segments) clusterOf.set(segment, index);
	});
	const segments = [...clusterOf.keys()].sort((a, b) => compareText(a.article, b.article) || a.position - b.position);
	const groups: Segment[][] = [];
	let open: Segment[] = [];
	let seen = new Set<number>();
	const byQuotation = new Map<string, Segment[]>();
	for (const segment of segments) {
		if (segment.kind !== "direct") {
			const group = byQuotation.get(segment.quotation);
			if (group) group.push(segment);
			else {
				const started = [segment];
				byQuotation.set(segment.quotation, started);
				groups.push(started);
			}
			continue;
		}
		const cluster = clusterOf.get(segment) ?? -1;
		if (open[0]?.article !== segment.article || seen.has(cluster)) {
			open = [];
			seen = new Set();
			groups.push(open);
		}
		open.push(segment);
		seen.add(cluster);
	}
	const draft = (group: readonly Segment[]): DraftRendition =>
		draftRendition(group, (segment) => clusterOf.get(segment) ?? -1);
	return groups.map(draft).sort((a, b) => compareText(a.article, b.article) || startOf(a) - startOf(b));
}

function startOf(rendition: DraftRendition): number {
	return rendition.segments[0]?.span.start ?? 0;
}

function draftRendition(segments: readonly Segment[], clusterOf: (segment: Segment) => number): DraftRendition {
	const first = segments[0];
	const marked = segments.some((segment) => segment.marked.length > 0);
	const inMarks = (segment: Segment, word: SegmentWord): boolean =>
		segment.marked.some((mark) => mark.start <= word.start && word.end <= mark.end);
	const all: SegmentWord[] = [];
	const outlet: boolean[] = [];
	const sentences: number[] = [];
	for (const segment of segments) {
		for (const word of segment.words) {
			all.push(word);
			outlet.push(segment.kind !== "direct" && !inMarks(segment, word));
			sentences.push(clusterOf(segment));
		}
	}
	const words = marked ? segments.flatMap((one) => one.words.filter((word) => inMarks(one, word))) : all;
	return {
		id: makeId("rendition", ...segments.map((segment) => segment.id)),
		article: first?.article ?? "",
		segments,
		words,
		all,
		outlet,
		sentences,
		sentenceOf: clusterOf,
		direct: segments.every((segment) => segment.kind === "direct"),
		marked,
	};
}

/** The record's renditions, with how much of the utterance each gives. */
export function describeRenditions(drafts: readonly DraftRendition[]): Rendition[] {
	const usual = usualLengths(drafts);
	let total = 0;
	for (const weight of usual.values()) total += weight;
	return drafts.map((one) => ({
		id: one.id,
		article: one.article,
		parts: partsOf(one.segments),
		coverage: coverageOf(one, usual, total),
	}));
}

/** For each sentence of an utterance, the middle one of the lengths (in words) that renditions give it. */
function usualLengths(drafts: readonly DraftRendition[]): ReadonlyMap<number, number> {
	const weights = new Map<number, number[]>();
	// Spoken words measure an utterance, where there are any; a paraphrase may cut its sentences otherwise.
	const spoken = drafts.filter((one) => one.direct);
	for (const one of spoken.length > 0 ? spoken : drafts) {
		for (const segment of one.segments) {
			const list = weights.get(one.sentenceOf(segment)) ?? [];
			list.push(segment.words.length);
			weights.set(one.sentenceOf(segment), list);
		}
	}
	return new Map(
		[...weights].map(([sentence, list]) => [sentence, list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0]),
	);
}

/** A sentence given in more words than usual is still given once: length beyond the usual adds nothing. */
function coverageOf(one: DraftRendition, usual: ReadonlyMap<number, number>, total: number): Coverage {
	if (one.marked && one.words.length <= FRAGMENT_WORDS) return "fragment";
	const given = new Map<number, number>();
	for (const segment of one.segments) {
		const sentence = one.sentenceOf(segment);
		given.set(sentence, (given.get(sentence) ?? 0) + segment.words.length);
	}
	let covered = 0;
	for (const [sentence, weight] of given) covered += Math.min(weight, usual.get(sentence) ?? 0);
	return total === 0 || round(covered / total) >= WHOLE ? "whole" : "part";
}

function partsOf(segments: readonly Segment[]): Rendition["parts"] {
	const parts: { quotation: string | null; spans: Segment["span"][] }[] = [];
	for (const segment of segments) {
		const last = parts[parts.length - 1];
		const quotation = segment.echo === null ? segment.quotation : null;
		if (quotation !== null && last?.quotation === quotation) last.spans.push(segment.span);
		else parts.push({ quotation, spans: [segment.span] });
	}
	return parts;
}
