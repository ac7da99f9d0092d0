import type { Quotation, Utterance } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { groupBy } from "./group-by.ts";
import { nameOf, type RecordIndex } from "./record-index.ts";

/** How renditions say who spoke, those that say it alike together. */
export interface Attribution {
	/** Ids, in the order of the utterance. */
	readonly renditions: readonly string[];
	/** Source and cue in the order in which they stand in the report; empty where nothing beside the words says it. */
	readonly parts: readonly AttributionPart[];
	/** Names of those credited with bringing the words, nearest to the report first. */
	readonly carriers: readonly string[];
	/** 0–1. */
	readonly confidence: number;
}

export interface AttributionPart {
	readonly of: "source" | "cue";
	readonly text: string;
	/** What stands between it and the part before: a space, marks, or " … " for other words. */
	readonly gap: string;
}

const HAS_WORD = /[\p{L}\p{N}]/u;
/** More than this between two parts is no mark. */
const LONGEST_GAP = 3;

/** The attributions of an utterance's renditions, in the order of the renditions. */
export function listAttributions(index: RecordIndex, utterance: Utterance): Attribution[] {
	const all = utterance.renditions.flatMap((rendition) =>
		[...new Set(rendition.parts.map(({ quotation }) => quotation))].flatMap((id) => {
			const quotation = index.quotations.get(id ?? "");
			return quotation ? [{ rendition: rendition.id, ...describe(index, quotation) }] : [];
		}),
	);
	const groups = groupBy(all, ({ parts, carriers, confidence }) => JSON.stringify([parts, carriers, confidence]));
	return [...groups.values()].flatMap((alike) => {
		const [first] = alike;
		if (!first) return [];
		const { parts, carriers, confidence } = first;
		return [{ renditions: [...new Set(alike.map(({ rendition }) => rendition))], parts, carriers, confidence }];
	});
}

function describe(index: RecordIndex, quotation: Quotation): Omit<Attribution, "renditions"> {
	const text = index.articles.get(quotation.article)?.text ?? "";
	const { source, cue, carriers, confidence } = quotation;
	const spans = [
		...(source === null ? [] : [{ ...source, of: "source" as const }]),
		...cue.map(({ start, end }) => ({ start, end, of: "cue" as const })),
	].sort(compareSpans);
	return {
		parts: spans.map(({ of, ...span }, at) => {
			const before = at === 0 ? undefined : spans[at - 1];
			return { of, text: text.slice(span.start, span.end), gap: before ? gapBetween(text, before, span) : "" };
		}),
		carriers: carriers.map(({ entity }) => nameOf(index, entity)),
		confidence,
	};
}

function gapBetween(text: string, before: Span, after: Span): string {
	const gap = text.slice(before.end, Math.max(before.end, after.start));
	return HAS_WORD.test(gap) || gap.length > LONGEST_GAP ? " … " : gap;
}
