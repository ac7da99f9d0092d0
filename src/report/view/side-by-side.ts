import type { CopyGroup, Passage, RecordArticle, VersionDifference } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import {
	compareSentences,
	listSentences,
	type Marks,
	pairSentences,
	type Sentence,
} from "../../stories/copies/differences.ts";
import { findLines } from "../../text/paragraphs.ts";
import { findSentences } from "../../text/sentences.ts";
import { firstEndingAfter, mergeSpans, overlaps } from "../../text/spans.ts";
import { findTokens } from "../../text/tokens.ts";
import { describePair, type PairStanding } from "./pair-standing.ts";
import type { RecordIndex } from "./record-index.ts";

/**
 * Why sentences of two reports stand beside each other: `copy` and `agency` share a stretch of text, which with
 * `agency` both have from one agency; `quotation` gives the same words of somebody; `alike` has most words in common
 * and no stretch long enough to be called shared; `own-words` tells the same in words of its own.
 */
export type SideTie = "copy" | "agency" | "quotation" | "alike" | "own-words";

/** Sentences of one report, and those of the other that go with them. */
export interface SideRow {
	readonly a: readonly Place[];
	readonly b: readonly Place[];
	/** Null where one report alone has something here. */
	readonly tie: SideTie | null;
	readonly isHeadline: boolean;
	/** Where the words differ, in the order of the second text; empty where they are another's own altogether. */
	readonly differences: readonly VersionDifference[];
	/** Utterances that both give here, and facts that both state: ids, in the record's order. */
	readonly utterances: readonly string[];
	readonly facts: readonly string[];
	/** Where one report alone has something here: where the other has some of it, beside other sentences. */
	readonly also: readonly Place[];
}

/** Two reports of a record set side by side. */
export interface SideBySide {
	readonly a: string;
	readonly b: string;
	readonly standing: PairStanding;
	/** In the order of the first text; what the second alone has stands behind what it follows there. */
	readonly rows: readonly SideRow[];
}

/** @returns null when the record does not hold both, or when they are the same */
export function setSideBySide(index: RecordIndex, a: string, b: string): SideBySide | null {
	const [first, second] = [index.articles.get(a), index.articles.get(b)];
	if (!first || !second || a === b) return null;
	const standing = describePair(index, a, b);
	const [left, right] = [readSide(index, first), readSide(index, second)];
	const pairs = pairSentences(left.told, right.told);
	const links = findLinks(index, left, right);
	const drafts: Draft[] = [...pairs.equal, ...pairs.alike].map(([x, y]) => ({ a: [x], b: [y] }));
	drafts.push(...joinByLinks(links, drafts));
	const shared = {
		passages: index.record.passages.filter((one) => !one.stock && isBetween(one, a, b)),
		copies: index.record.copyGroups.filter(({ members }) =>
			[a, b].every((article) => members.some((member) => member.article === article)),
		),
		links,
		agency: standing.agency !== null,
	};
	const rows = drafts.map((draft): SideRow => {
		const [x, y] = [draft.a[0], draft.b[0]];
		const areOne = draft.a.length === 1 && draft.b.length === 1 && x && y && pairsHold(pairs, x, y);
		return {
			...placesOf(draft),
			...tieOf(draft, Boolean(areOne), shared),
			isHeadline: false,
			differences: areOne && x && y && x.key !== y.key ? compareSentences(x, y, left.marks, right.marks) : [],
			also: [],
		};
	});
	const headlines = pairHeadlines(left, right);
	const alone = [...listAlone(left, drafts, links, "a"), ...listAlone(right, drafts, links, "b")];
	return { a, b, standing, rows: [...headlines, ...orderRows([...rows, ...alone])] };
}

interface Side {
	readonly article: RecordArticle;
	readonly headline: Sentence | null;
	/** Without the headline, in order. */
	readonly told: readonly Sentence[];
	readonly marks: Marks;
}

function readSide({ record }: RecordIndex, article: RecordArticle): Side {
	const own = article.headline?.made === false ? article.headline.span : null;
	const paragraphs = findLines(article.text, mergeSpans([...article.body, ...(own === null ? [] : [own])]));
	const sentences = findSentences(article.text, paragraphs);
	const all = listSentences(article.id, { sentences, tokens: findTokens(article.text, paragraphs) });
	const isHeadline = (sentence: Sentence): boolean => own !== null && overlaps(sentence, own);
	const ofIt = <T extends { readonly article: string }>(one: T): boolean => one.article === article.id;
	return {
		article,
		headline: all.find(isHeadline) ?? null,
		told: all.filter((sentence) => !isHeadline(sentence) && sentence.key !== ""),
		marks: {
			names: mergeSpans(
				record.entities.flatMap(({ mentions }) =>
					mentions.filter((one) => ofIt(one) && one.form !== "pronoun" && one.form !== "description"),
				),
			),
			numbers: mergeSpans(record.numbers.filter(ofIt)),
			quoted: mergeSpans(record.quotations.flatMap((one) => (ofIt(one) && one.kind === "direct" ? one.content : []))),
		},
	};
}

/** Sentences that go together; at least one on either side. */
interface Draft {
	readonly a: Sentence[];
	readonly b: Sentence[];
}

/** Something of a sentence that one of the other report has too. */
interface Link {
	readonly a: Sentence;
	readonly b: Sentence;
	readonly by: "passage" | "utterance" | "fact";
	readonly id: string;
	/** How much of either it is, in UTF-16 units. */
	readonly size: number;
}

const STRENGTH: Readonly<Record<Link["by"], number>> = { passage: 3, utterance: 2, fact: 1 };

function findLinks({ record }: RecordIndex, left: Side, right: Side): readonly Link[] {
	const [a, b] = [left.article.id, right.article.id];
	const links: Link[] = [];
	for (const passage of record.passages) {
		if (passage.stock || !isBetween(passage, a, b)) continue;
		const [x, y] = passage.a.article === a ? [passage.a, passage.b] : [passage.b, passage.a];
		// Of a stretch over several sentences each goes with what stands at its place in the other.
		const scale = (y.end - y.start) / Math.max(1, x.end - x.start);
		const carry = (at: number): number => y.start + (Math.min(Math.max(at, x.start), x.end) - x.start) * scale;
		for (const sentence of sentencesAt(left.told, [x])) {
			const there = { start: carry(sentence.start), end: carry(sentence.end) };
			for (const other of sentencesAt(right.told, [there])) {
				const size = Math.round(Math.min(there.end, other.end) - Math.max(there.start, other.start));
				if (size > 0) links.push({ a: sentence, b: other, by: "passage", id: `${x.start} ${y.start}`, size });
			}
		}
	}
	const join = (by: Link["by"], id: string, x: readonly Span[], y: readonly Span[]): void => {
		const [from, to] = [sentencesAt(left.told, x), sentencesAt(right.told, y)];
		for (const [at, sentence] of from.entries()) {
			// The first with the first, as far as both go: one thing said in two sentences is so in both.
			const other = to[Math.min(at, to.length - 1)];
			if (other) links.push({ a: sentence, b: other, by, id, size: Math.min(coverOf(sentence, x), coverOf(other, y)) });
		}
	};
	for (const { id, renditions } of record.utterances) {
		const spansOf = (article: string): readonly Span[] =>
			renditions.flatMap((one) => (one.article === article ? one.parts.flatMap(({ spans }) => spans) : []));
		join("utterance", id, spansOf(a), spansOf(b));
	}
	for (const { id, states, type } of record.facts) {
		// Two sentences that name one person or give one office may tell of anything.
		if (type === "name") continue;
		const spansOf = (article: string): readonly Span[] =>
			states.flatMap((one) => (one.article === article ? one.spans : [])).slice(0, 1);
		join("fact", id, spansOf(a), spansOf(b));
	}
	return links.sort(
		(p, q) => STRENGTH[q.by] - STRENGTH[p.by] || q.size - p.size || p.a.start - q.a.start || p.b.start - q.b.start,
	);
}

function isBetween({ a, b }: Passage, x: string, y: string): boolean {
	return (a.article === x && b.article === y) || (a.article === y && b.article === x);
}

function sentencesAt(sentences: readonly Sentence[], spans: readonly Span[]): Sentence[] {
	const found = new Set<Sentence>();
	for (const span of mergeSpans(spans)) {
		for (let at = firstEndingAfter(sentences, span.start); at < sentences.length; at++) {
			const sentence = sentences[at];
			if (!sentence || sentence.start >= span.end) break;
			found.add(sentence);
		}
	}
	return [...found];
}

function coverOf(sentence: Span, spans: readonly Span[]): number {
	let size = 0;
	for (const { start, end } of mergeSpans(spans)) {
		size += Math.max(0, Math.min(end, sentence.end) - Math.max(start, sentence.start));
	}
	return size;
}

/**
 * Pairs what no words brought together by what is found in both, and lets a sentence join a row whose neighbour it is:
 * what one report says in two sentences may stand in one of the other. `drafts` grow; new ones are returned.
 */
function joinByLinks(links: readonly Link[], drafts: readonly Draft[]): Draft[] {
	const rowOf = new Map<Sentence, Draft>();
	for (const draft of drafts) for (const sentence of [...draft.a, ...draft.b]) rowOf.set(sentence, draft);
	const made: Draft[] = [];
	for (const { a, b } of links) {
		if (rowOf.has(a) || rowOf.has(b)) continue;
		const draft = { a: [a], b: [b] };
		made.push(draft);
		rowOf.set(a, draft).set(b, draft);
	}
	for (const { a, b, by } of links) {
		if (by === "fact") continue;
		for (const [free, held, side] of [
			[a, b, "a"],
			[b, a, "b"],
		] as const) {
			const row = rowOf.get(held);
			if (rowOf.has(free) || !row || !row[side].some((one) => areNeighbours(one, free))) continue;
			row[side].push(free);
			row[side].sort((x, y) => x.start - y.start);
			rowOf.set(free, row);
		}
	}
	return made;
}

/** Characters between two sentences that follow each other: a space, a line's end or two. */
const GAP = 3;

function areNeighbours(x: Span, y: Span): boolean {
	return Math.max(x.start, y.start) - Math.min(x.end, y.end) <= GAP;
}

function pairsHold({ equal, alike }: ReturnType<typeof pairSentences>, x: Sentence, y: Sentence): boolean {
	return [...equal, ...alike].some(([p, q]) => p === x && q === y);
}

function placesOf({ a, b }: Draft): Pick<SideRow, "a" | "b"> {
	return { a: a.map(placeOf), b: b.map(placeOf) };
}

function placeOf({ article, start, end }: Place): Place {
	return { article, start, end };
}

/** What two reports have in common, by which a row's tie is told. */
interface SharedOfPair {
	readonly passages: readonly Passage[];
	/** Groups of copies that both are in. */
	readonly copies: readonly CopyGroup[];
	readonly links: readonly Link[];
	readonly agency: boolean;
}

/** @param areOne whether it is one sentence in either, by its words */
function tieOf(
	draft: Draft,
	areOne: boolean,
	{ passages, copies, links, agency }: SharedOfPair,
): Pick<SideRow, "tie" | "utterances" | "facts"> {
	const own = links.filter(({ a, b }) => draft.a.includes(a) && draft.b.includes(b));
	const idsOf = (by: Link["by"]): string[] => [...new Set(own.flatMap((link) => (link.by === by ? [link.id] : [])))];
	const [utterances, facts] = [idsOf("utterance"), idsOf("fact")];
	const sentences = [...draft.a, ...draft.b];
	const standing = passages.filter(({ a, b }) =>
		sentences.every((sentence) =>
			[a, b].some((place) => place.article === sentence.article && overlaps(place, sentence)),
		),
	);
	const isCopied =
		areOne &&
		copies.some(({ members }) =>
			sentences.every((sentence) =>
				members.some(
					({ article, spans }) => article === sentence.article && spans.some((span) => overlaps(span, sentence)),
				),
			),
		);
	const tie: SideTie =
		isCopied || standing.some(({ quoted }) => !quoted)
			? agency
				? "agency"
				: "copy"
			: standing.length > 0 || utterances.length > 0
				? "quotation"
				: areOne
					? "alike"
					: "own-words";
	return { tie, utterances, facts };
}

function pairHeadlines(left: Side, right: Side): SideRow[] {
	const [x, y] = [left.headline, right.headline];
	if (!x && !y) return [];
	const { equal, alike } = x && y ? pairSentences([x], [y]) : { equal: [], alike: [] };
	const [changed] = alike;
	return [
		{
			...{ a: x ? [placeOf(x)] : [], b: y ? [placeOf(y)] : [] },
			tie: x && y ? (equal.length + alike.length > 0 ? "alike" : "own-words") : null,
			isHeadline: true,
			differences: changed ? compareSentences(changed[0], changed[1], left.marks, right.marks) : [],
			...{ utterances: [], facts: [], also: [] },
		},
	];
}

/** What stands in no row, sentences that follow each other together. */
function listAlone(side: Side, drafts: readonly Draft[], links: readonly Link[], name: "a" | "b"): SideRow[] {
	const held = new Set(drafts.flatMap((draft) => draft[name]));
	const other = name === "a" ? "b" : "a";
	const rows: { places: Place[]; also: Place[] }[] = [];
	let before: Sentence | null = null;
	for (const sentence of side.told) {
		if (held.has(sentence)) {
			before = null;
			continue;
		}
		const there = new Map(
			links.filter((link) => link[name] === sentence).map((link) => [link[other].start, link[other]]),
		);
		const also = [...there.values()].sort((x, y) => x.start - y.start).map(placeOf);
		const last = rows.at(-1);
		if (before && last && also.length === 0 && last.also.length === 0) last.places.push(placeOf(sentence));
		else rows.push({ places: [placeOf(sentence)], also });
		before = sentence;
	}
	return rows.map(({ places, also }) => ({
		...{ a: name === "a" ? places : [], b: name === "b" ? places : [] },
		...{ tie: null, isHeadline: false, differences: [], utterances: [], facts: [], also },
	}));
}

/** By the first text; a row of the second alone behind the one that holds what stands before it there. */
function orderRows(rows: readonly SideRow[]): SideRow[] {
	const startOf = (places: readonly Place[]): number => places[0]?.start ?? Number.POSITIVE_INFINITY;
	const lines = rows.filter(({ a }) => a.length > 0).sort((x, y) => startOf(x.a) - startOf(y.a));
	const byEnd = lines.flatMap((row) => row.b.map(({ start }) => ({ start, row }))).sort((x, y) => x.start - y.start);
	const behind = new Map<SideRow | null, SideRow[]>();
	for (const row of rows.filter(({ a }) => a.length === 0).sort((x, y) => startOf(x.b) - startOf(y.b))) {
		const before = byEnd.findLast(({ start }) => start < startOf(row.b))?.row ?? null;
		behind.set(before, [...(behind.get(before) ?? []), row]);
	}
	return [...(behind.get(null) ?? []), ...lines.flatMap((row) => [row, ...(behind.get(row) ?? [])])];
}
