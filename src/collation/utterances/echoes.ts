import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { findMarked } from "../../quotations/marks/marks.ts";
import { compareText, round } from "../../text/compare.ts";
import { foldAccents } from "../../text/fold.ts";
import { makeId } from "../../text/hash.ts";
import { contains, firstEndingAfter, overlaps, sliceOf, trimSpan } from "../../text/spans.ts";
import type { Day } from "../occasions/report-days.ts";
import { readSourceWords } from "../speakers/source-words.ts";
import { conceptOf } from "../synonyms.ts";
import { TELLING, WEIGHTY, type WeightOf } from "../term-weight.ts";
import { findSegmentWords, type Segment, type SegmentWord } from "./segments.ts";

/**
 * Words of a report that repeat what a quotation gives, where the report itself does not say whose they are: a headline
 * ("MINISTER: “WE WILL STAY”" above “We will stay in Vell,” the minister said), and words in marks in the body that
 * another report quotes ("She was left with ‘no road at all’"). Not a headline that tells the same as its own report
 * does without naming the speaker, nor words in marks that two speakers used.
 */

/** Of what a piece of a heading says, at least this share is in the quotation that it repeats. */
const REPEATED = 0.5;
/** Where one telling word alone is shared, it is nearly all that the piece says. */
const REPEATED_BY_ONE = 0.8;
/** A piece that says less is a topic: "Breakwater: …". */
const LEAST_TELLING = 2;
/** So many words in marks, one after the other as in the quotation, are no coincidence. */
const LEAST_RUN = 3;
/** A piece of which more lies in quotations that were found is theirs. */
const MOST_FOUND = 0.3;
/** Words in marks that more segments hold are a phrase that everybody uses; nothing is looked up further. */
const MOST_HOLDERS = 400;

/** Segments that echo others, of all articles of a story. The order of the articles changes nothing. */
export function findEchoes(
	articles: readonly AnnotatedArticle[],
	segments: readonly Segment[],
	reportDays: ReadonlyMap<string, Day>,
	weightOf: WeightOf,
): Segment[] {
	const index = indexSegments(segments);
	return articles.flatMap((annotated) => {
		const own = index.byArticle.get(annotated.article.id) ?? [];
		const reported = reportDays.get(annotated.article.id) ?? null;
		const starts = own.map(({ span }) => span.start).sort((a, b) => a - b);
		const echoes = [...echoInHeadings(annotated, own, weightOf), ...echoInMarks(annotated, index, weightOf)];
		return echoes.map((echo) => ({ ...echo, reported, position: placeAmong(starts, echo.span.start) }));
	});
}

/** Half a step behind the segments that begin before: an echo is nobody's neighbour. */
function placeAmong(starts: readonly number[], start: number): number {
	let low = 0;
	let high = starts.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((starts[middle] ?? 0) < start) low = middle + 1;
		else high = middle;
	}
	return low - 0.5;
}

interface SegmentIndex {
	readonly byArticle: ReadonlyMap<string, readonly Segment[]>;
	readonly byStem: ReadonlyMap<string, readonly Segment[]>;
	normsOf(segment: Segment): string;
}

function indexSegments(segments: readonly Segment[]): SegmentIndex {
	const byStem = new Map<string, Segment[]>();
	const byArticle = new Map<string, Segment[]>();
	for (const segment of segments) {
		const own = byArticle.get(segment.article);
		if (own) own.push(segment);
		else byArticle.set(segment.article, [segment]);
		for (const stem of new Set(segment.words.map((word) => word.stem))) {
			const list = byStem.get(stem);
			if (list) list.push(segment);
			else byStem.set(stem, [segment]);
		}
	}
	const norms = new Map<string, string>();
	const normsOf = (segment: Segment): string => {
		const known = norms.get(segment.id) ?? joinNorms(segment.words);
		norms.set(segment.id, known);
		return known;
	};
	return { byArticle, byStem, normsOf };
}

function joinNorms(words: readonly SegmentWord[]): string {
	return ` ${words.map(({ norm }) => norm).join(" ")} `;
}

/** What parts the pieces of a heading: "Vell: ‘We stay’ – minister". */
const BETWEEN = /[:;|]\s+|,\s+|\s[\u2013\u2014-]+\s/g;

function echoInHeadings(annotated: AnnotatedArticle, own: readonly Segment[], weightOf: WeightOf): Segment[] {
	const { article } = annotated;
	const echoes: Segment[] = [];
	for (const heading of headingsOf(article)) {
		const marked = findMarked(article.text, [heading]).flatMap(({ parts }) => parts);
		for (const piece of cutPieces(article.text, heading)) {
			const words = findSegmentWords(annotated, piece, weightOf);
			const found = own.filter(({ headline, span }) => headline && overlaps(span, piece));
			if (found.some(({ span }) => overlap(span, piece) > MOST_FOUND * (piece.end - piece.start))) continue;
			const marks = marked.filter((mark) => contains(piece, mark));
			const rest = foldAccents(sliceOf(article.text, heading));
			const below = own.filter((segment) => !segment.headline && segment.span.start > heading.end);
			const repeated =
				best(below, (segment) => {
					const share = shareIn(words, segment);
					if (marks.length > 0 && marks.every((mark) => holdsMark(annotated, mark, segment, weightOf)))
						return 1 + share;
					return namesSpeaker(rest, segment, words) ? share : 0;
				}) ?? nearestTo(marks, annotated, below, weightOf);
			if (repeated) echoes.push(makeEcho(annotated, piece, marks, words, repeated, true));
		}
	}
	return echoes;
}

/** Words in marks of a heading are somebody's of the report; at least this share of what they say is in the quotation. */
const NEAR = 0.3;
/** And so much less in any other. */
const NEAR_MARGIN = 0.1;
/** Fewer words in marks are a name or a scare. */
const LEAST_MARKED = 3;

/** "Parents ‘not told for three months’" above “They knew for three months”: the one quotation that comes near. */
function nearestTo(
	marks: readonly Span[],
	annotated: AnnotatedArticle,
	below: readonly Segment[],
	weightOf: WeightOf,
): Segment | null {
	const words = marks.flatMap((mark) => findSegmentWords(annotated, mark, weightOf));
	const telling = new Map(words.flatMap(({ stem, weight }) => (weight >= TELLING ? [[conceptOf(stem), weight]] : [])));
	if (words.length < LEAST_MARKED || telling.size < LEAST_TELLING) return null;
	let total = 0;
	for (const weight of telling.values()) total += weight;
	const shares = below
		.map((segment) => {
			let shared = 0;
			for (const concept of new Set(segment.words.map(({ stem }) => conceptOf(stem))))
				shared += telling.get(concept) ?? 0;
			return { segment, share: round(shared / total) };
		})
		.sort((a, b) => b.share - a.share || a.segment.position - b.segment.position);
	const [first, ...others] = shares;
	if (!first || first.share < NEAR) return null;
	const rival = others.find(({ segment }) => segment.quotation !== first.segment.quotation);
	return rival && rival.share > first.share - NEAR_MARGIN ? null : first.segment;
}

/** Longer is no heading (UTF-16 units), and of so many the first are at the head. */
const LONGEST_HEADING = 400;
const MOST_HEADINGS = 20;

function headingsOf({ blocks }: Article): Span[] {
	return blocks
		.filter(({ kind, start, end }) => kind === "heading" && end - start <= LONGEST_HEADING)
		.slice(0, MOST_HEADINGS);
}

function cutPieces(text: string, heading: Span): Span[] {
	const pieces: Span[] = [];
	let from = heading.start;
	for (const match of sliceOf(text, heading).matchAll(BETWEEN)) {
		pieces.push({ start: from, end: heading.start + match.index });
		from = heading.start + match.index + match[0].length;
	}
	pieces.push({ start: from, end: heading.end });
	return pieces.map((piece) => trimSpan(text, piece)).filter(({ start, end }) => end > start);
}

/** Share of what the words say that a segment says as well; 0 where that is too little to go by. */
function shareIn(words: readonly SegmentWord[], segment: Segment): number {
	const theirs = new Set(segment.words.map(({ stem }) => conceptOf(stem)));
	let total = 0;
	let shared = 0;
	let count = 0;
	let rarest = 0;
	const seen = new Set<string>();
	const who = new Set(segment.reference.names.flat());
	for (const { norm, stem, weight, capital } of words) {
		const concept = conceptOf(stem);
		if (weight < TELLING || seen.has(concept) || who.has(foldAccents(norm))) continue;
		seen.add(concept);
		total += weight;
		if (!theirs.has(concept)) continue;
		shared += weight;
		if (capital && !isTitled(words)) continue;
		count++;
		rarest = Math.max(rarest, weight);
	}
	if (seen.size < LEAST_TELLING) return 0;
	const share = total === 0 ? 0 : shared / total;
	if (count >= 2) return share >= REPEATED ? share : 0;
	return count === 1 && rarest >= WEIGHTY && share >= REPEATED_BY_ONE ? share : 0;
}

/** Whether capitals tell nothing: headings in capitals, or with a capital on every word. */
function isTitled(words: readonly SegmentWord[]): boolean {
	return words.filter(({ capital }) => capital).length * 2 > words.length;
}

/** Whether a segment has words in marks as they stand. */
function holdsMark(annotated: AnnotatedArticle, mark: Span, segment: Segment, weightOf: WeightOf): boolean {
	const words = findSegmentWords(annotated, mark, weightOf);
	return words.some(({ weight }) => weight >= TELLING) && joinNorms(segment.words).includes(joinNorms(words));
}

/** Whether a heading names who said the words, or says what they are, outside the words that both give. */
function namesSpeaker(heading: string, { reference }: Segment, words: readonly SegmentWord[]): boolean {
	const told = readSourceWords(heading);
	const written = new Set(heading.split(/[^\p{L}\p{Nd}'\u2019-]+/u).map((word) => word.replace(/['\u2019]s?$/, "")));
	const last = reference.names.some((name) => written.has(name[name.length - 1] ?? ""));
	const own = new Set(words.map(({ norm }) => norm));
	const called = [...reference.heads].some((head) => !own.has(head) && (written.has(head) || told.heads.has(head)));
	return last || called;
}

function echoInMarks(annotated: AnnotatedArticle, { byStem, normsOf }: SegmentIndex, weightOf: WeightOf): Segment[] {
	const { article, terms, words } = annotated;
	const headings = article.blocks.filter(({ kind }) => kind === "heading");
	return terms.flatMap((term) => {
		const heading = headings[firstEndingAfter(headings, term.start)];
		if (heading && contains(heading, term)) return [];
		const sentence = words.sentences[firstEndingAfter(words.sentences, term.start)] ?? term;
		const clause = clauseAround(article.text, sentence, term);
		const inMarks = findSegmentWords(annotated, term, weightOf);
		const around = findSegmentWords(annotated, clause, weightOf);
		// So many words that say something are the speaker's; fewer need who said them, and what beside them.
		const long = inMarks.length >= LEAST_RUN && inMarks.some(({ weight }) => weight >= TELLING);
		const holders = findHolders(long ? inMarks : around, byStem);
		const run = joinNorms(inMarks);
		const told = long ? "" : foldAccents(article.text.slice(Math.max(sentence.start, term.start - REACH), term.start));
		const fitting = holders.filter(
			(segment) =>
				normsOf(segment).includes(run) &&
				(long || (namesSpeaker(told, segment, inMarks) && shareIn(around, segment) > 0)),
		);
		const speakers = new Set(fitting.map(({ reference }) => reference.entity ?? reference.key));
		const repeated = fitting.find(({ article: other }) => other === article.id) ?? fitting[0];
		if (!repeated || speakers.size > 1) return [];
		return [
			long
				? makeEcho(annotated, term, [term], inMarks, repeated, false)
				: makeEcho(annotated, clause, [term], around, repeated, false),
		];
	});
}

/** The segments that hold the rarest of words that say something. */
function findHolders(
	words: readonly SegmentWord[],
	byStem: ReadonlyMap<string, readonly Segment[]>,
): readonly Segment[] {
	for (const { stem, weight } of [...words].sort((a, b) => b.weight - a.weight || compareText(a.stem, b.stem))) {
		if (weight < TELLING) return [];
		const holders = byStem.get(stem);
		if (holders) return holders.length > MOST_HOLDERS ? [] : holders;
	}
	return [];
}

/** How far from words in marks their clause reaches (UTF-16 units). */
const REACH = 200;
const OPENS_CLAUSE = /\b(?:that|which|whom)\s+(?=[^,;:]*$)/giu;

/** The clause that has words in marks within it: from "that" on, or the words alone where nothing opens one. */
function clauseAround(text: string, sentence: Span, term: Span): Span {
	const from = Math.max(sentence.start, term.start - REACH);
	const opening = [...text.slice(from, term.start).matchAll(OPENS_CLAUSE)].at(-1);
	if (!opening) return term;
	const behind = /^[^,;:.!?\n]*/u.exec(text.slice(term.end, Math.min(sentence.end, term.end + REACH)))?.[0].length ?? 0;
	return trimSpan(text, { start: from + opening.index + opening[0].length, end: term.end + behind });
}

function makeEcho(
	{ article }: AnnotatedArticle,
	span: Span,
	marks: readonly Span[],
	words: readonly SegmentWord[],
	repeated: Segment,
	headline: boolean,
): Segment {
	const id = makeId("echo", article.id, span.start, span.end);
	const whole = marks.some((mark) => contains(mark, span));
	return {
		...repeated,
		id,
		article: article.id,
		quotation: id,
		echo: repeated.id,
		kind: marks.length === 0 ? "indirect" : whole && !headline ? "direct" : "mixed",
		headline,
		span,
		marked: marks.map(({ start, end }) => ({ start, end })),
		words,
		tie: "none",
		goesOn: false,
	};
}

function best<T>(list: readonly T[], score: (item: T) => number): T | null {
	let found: T | null = null;
	let most = 0;
	for (const item of list) {
		const own = score(item);
		if (own > most) {
			found = item;
			most = own;
		}
	}
	return found;
}

function overlap(a: Span, b: Span): number {
	return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
