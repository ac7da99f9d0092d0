import type { Quotation, Utterance } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans } from "../../text/compare.ts";
import { overlaps } from "../../text/spans.ts";
import { groupBy } from "./group-by.ts";
import { nameOf, type RecordIndex } from "./record-index.ts";
import { sentenceAround } from "./sentence-around.ts";
import { CUT } from "./shorten.ts";
import { WITHHELD } from "./withheld.ts";

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
	/** `around`: words beside source and cue that say when, where or to whom. */
	readonly of: "source" | "cue" | "around";
	readonly text: string;
	/** What stands between it and the part before: a space, marks, a few words, or the sign of a cut for other words. */
	readonly gap: string;
}

const HAS_WORD = /[\p{L}\p{N}]/u;
/** More than this between two parts without a word is layout. */
const LONGEST_GAP = 3;
/** Words between two parts, and beside them, that are given as they stand (UTF-16 units). */
const LONGEST_BETWEEN = 60;
const LONGEST_BESIDE = 80;
/** Words behind a cue that say when, where, on what occasion or to whom something was said. */
const SCENE =
	/^,? ?(?:on|in|at|after|during|before|following|ahead of|late|early|earlier|later|last|this|next|yesterday|today|to (?:reporters|journalists|the (?:press|media))|reporters|journalists|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu;
/** Where such words end. */
const ENDS = /(?:,? that\b|[,;:.!?\n"\u201c\u201d\u00ab\u00bb]| - | \u2013 | \u2014 )/u;

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
	const named = [
		...(source === null ? [] : [{ ...source, of: "source" as const }]),
		...cue.map(({ start, end }) => ({ start, end, of: "cue" as const })),
	].sort(compareSpans);
	const taken = contentsOf(index, quotation.article);
	const spans = [...named, ...sceneOf(text, quotation, { named, taken })].sort(compareSpans);
	return {
		parts: spans.map(({ of, ...span }, at) => {
			const before = at === 0 ? undefined : spans[at - 1];
			return { of, text: text.slice(span.start, span.end), gap: before ? gapBetween(text, before, span, taken) : "" };
		}),
		carriers: carriers.map(({ entity }) => nameOf(index, entity)),
		confidence,
	};
}

/** Words that say when, where or to whom: before the source, behind the cue, and the time wherever it stands in the sentence. */
function sceneOf(
	text: string,
	{ when, cue, source }: Quotation,
	{ named, taken }: { readonly named: readonly Span[]; readonly taken: readonly Span[] },
): (Span & { readonly of: "around" })[] {
	const [first] = named;
	const last = named.at(-1);
	if (!first || !last || cue.length === 0 || text.slice(first.start, last.end).includes(WITHHELD)) return [];
	const sentence = sentenceAround(text, first);
	const found: Span[] = [];
	const isFree = (span: Span): boolean =>
		!text.slice(span.start, span.end).includes(WITHHELD) &&
		![...taken, ...found, ...named].some((one) => overlaps(one, span));
	const behind = text.slice(last.end, Math.min(sentence.end, last.end + LONGEST_BESIDE + 1));
	const stop = SCENE.test(behind) ? behind.search(ENDS) : -1;
	if (stop > 0) {
		const span = { start: last.end + (/^\W+/u.exec(behind)?.[0].length ?? 0), end: last.end + stop };
		if (isFree(span)) found.push(span);
	}
	for (const { article, ...time } of when.evidence) {
		if (article === "" || time.start < sentence.start || time.end > sentence.end) continue;
		const between = time.start > first.start && time.end < last.end;
		if (between && last.end - first.start <= LONGEST_BETWEEN + (source ? source.end - source.start : 0)) continue;
		// "In a February report, the council": from the head of its sentence, where that is near.
		const lead = text.slice(sentence.start, first.start);
		const whole = time.end <= first.start && lead.length <= LONGEST_BESIDE && SCENE.test(lead);
		const span = whole ? { start: sentence.start, end: text.slice(0, first.start).trimEnd().length } : time;
		if (isFree(span)) found.push(span);
		else if (whole && isFree(time)) found.push(time);
	}
	return found.map((span) => ({ start: span.start, end: span.end, of: "around" as const }));
}

const read = new WeakMap<RecordIndex, ReadonlyMap<string, readonly Span[]>>();

/** Where the words of an article stand that are given as somebody's. */
function contentsOf(index: RecordIndex, article: string): readonly Span[] {
	const known =
		read.get(index) ??
		new Map(
			[...groupBy(index.record.quotations, (quotation) => quotation.article)].map(([id, quotations]) => [
				id,
				quotations.flatMap(({ content }) => content),
			]),
		);
	read.set(index, known);
	return known.get(article) ?? [];
}

function gapBetween(text: string, before: Span, after: Span, taken: readonly Span[]): string {
	const gap = text.slice(before.end, Math.max(before.end, after.start));
	if (!HAS_WORD.test(gap)) return gap.length > LONGEST_GAP ? ` ${CUT} ` : gap;
	const span = { start: before.end, end: after.start };
	const plain = gap.length <= LONGEST_BETWEEN && !/[\n.!?"\u201c\u201d\u00ab\u00bb\ufdd0\ufdd1]/u.test(gap);
	if (plain && !taken.some((one) => overlaps(one, span))) return gap;
	// "Okar said that the pier would hold but warned": what follows is set against what is cut.
	return ` ${CUT} ${/\b(?:but|yet|although|though) $/u.exec(gap)?.[0] ?? ""}`;
}
