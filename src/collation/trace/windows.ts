import type { Span } from "../../model/span.ts";
import { firstTokenFrom } from "../../text/tokens.ts";
import { NOBODY } from "../speakers/references.ts";
import type { Segment, SegmentWord } from "../utterances/segments.ts";
import { firstOf, type SearchedReport } from "./search.ts";

/** Segments of a quotation that are compared as one. */
const MOST_SEGMENTS = 4;
/** A sentence of more words is no sentence; what it costs is bounded. */
export const MOST_WORDS = 120;

/** Words of a report that may give a stretch of the text: of a quotation, or a sentence of the outlet's own. */
export interface Window {
	readonly segment: Segment;
	/** Half-open ranges of the report's words. */
	readonly found: readonly Span[];
	/** Index of the quotation; -1 for an outlet's own sentence. */
	readonly quotation: number;
	/** The segments it is made of. */
	readonly parts: readonly Segment[];
	readonly headline: boolean;
}

/** The windows of a report: of its quotations first, then of its own sentences, each in the order of the text. */
export function listWindows(report: SearchedReport): Window[] {
	return [...listQuotationWindows(report), ...listOwnSentences(report)];
}

function listQuotationWindows({ annotated, segments, words }: SearchedReport): Window[] {
	const windows: Window[] = [];
	const indexOf = new Map(annotated.quotations.map(({ id }, index) => [id, index]));
	const order = { starts: Uint32Array.from(words.words, ({ start }) => start) };
	for (let from = 0; from < segments.length; from++) {
		const parts: Segment[] = [];
		for (let to = from; to < Math.min(segments.length, from + MOST_SEGMENTS); to++) {
			const part = segments[to];
			const first = parts[0];
			if (!part || (first && part.quotation !== first.quotation)) break;
			parts.push(part);
			const all = parts.flatMap((one) => one.words);
			if (all.length > MOST_WORDS) break;
			windows.push({
				segment: { ...part, words: all, headline: part.headline, kind: kindOf(parts) },
				found: parts.map(({ span }) => ({
					start: firstTokenFrom(order, span.start),
					end: firstTokenFrom(order, span.end),
				})),
				quotation: indexOf.get(part.quotation) ?? -1,
				parts: [...parts],
				headline: part.headline,
			});
		}
	}
	return windows;
}

function kindOf(parts: readonly Segment[]): Segment["kind"] {
	const kinds = new Set(parts.map(({ kind }) => kind));
	return kinds.size === 1 ? (parts[0]?.kind ?? "direct") : "mixed";
}

/** A sentence of which this share is somebody's words is theirs. */
const QUOTED = 0.4;

function listOwnSentences({ annotated, words: report }: SearchedReport): Window[] {
	const headline = annotated.article.headline?.span ?? null;
	return annotated.words.sentences.flatMap((sentence, index): Window[] => {
		const start = firstOf(report.sentences, index);
		let end = start;
		let quoted = 0;
		while (report.sentences[end] === index) if ((report.quotations[end++] ?? -1) >= 0) quoted++;
		if (end === start || end - start > MOST_WORDS || quoted >= QUOTED * (end - start)) return [];
		return [
			{
				segment: asSegment(report.words.slice(start, end), "indirect"),
				found: [{ start, end }],
				quotation: -1,
				parts: [],
				headline: headline !== null && headline.start <= sentence.start && sentence.end <= headline.end,
			},
		];
	});
}

/** Words as a segment of nobody's, on no day: what `profileOf` and `agree` compare. */
export function asSegment(words: readonly SegmentWord[], kind: Segment["kind"] = "direct"): Segment {
	const span = { start: words[0]?.start ?? 0, end: words[words.length - 1]?.end ?? 0 };
	return {
		id: "",
		article: "",
		quotation: "",
		echo: null,
		channel: null,
		kind,
		polarity: "said",
		speaker: null,
		reference: NOBODY,
		headline: false,
		said: null,
		reported: null,
		position: 0,
		span,
		marked: [],
		words,
		tie: "none",
		goesOn: false,
	};
}
