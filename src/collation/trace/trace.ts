import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FoundQuotation } from "../../model/annotation.ts";
import type { StatedDate } from "../../model/date.ts";
import type { ListedProblem } from "../../model/problem.ts";
import type { ExactSpan } from "../../model/quotation-listing.ts";
import type { Generator } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import {
	type NearPlace,
	type SetName,
	TRACE_SCHEMA,
	type TracedPlace,
	type TracedQuotation,
	type TraceListing,
} from "../../model/trace-listing.ts";
import { compareArticles, ownerOf } from "../../stories/order.ts";
import type { StoryLayer } from "../../stories/stories.ts";
import { compareNullable, compareSpans } from "../../text/compare.ts";
import { makeId } from "../../text/hash.ts";
import { overlaps } from "../../text/spans.ts";
import { describeArticle, listProblems } from "../collate.ts";
import { siglumOf } from "../sigla.ts";
import { NOBODY } from "../speakers/references.ts";
import type { SpeakerLikeness } from "../speakers/speaker-likeness.ts";
import type { WeightOf } from "../term-weight.ts";
import { clusterSegments } from "../utterances/segment-clusters.ts";
import { findCredits } from "./credits.ts";
import { findDropped } from "./dropped-places.ts";
import { measureWords, type Piece, shareOf, wordsOf } from "./piece.ts";
import { datePlace } from "./place-date.ts";
import { describePlace, groupPieces, type PieceGroup, placesOf } from "./places.ts";
import { BOUNDS, compareNear, compareWithSeeds, findRewordings, type Seed } from "./reworded-pieces.ts";
import { prepareSearch, type Search, type SearchedReport } from "./search.ts";
import { readTraced, type Traced } from "./traced-text.ts";
import { findExact, findFragments, findLongRuns, findMarkedCuts } from "./verbatim-pieces.ts";
import { findRunChains } from "./word-runs.ts";

/** Of what comes near, so many are named. */
const MOST_NEAR = 10;

/**
 * Every place of a set where a sentence or quotation stands: in its words, cut, or in other words. Pure; the order in
 * which the articles are given changes nothing.
 *
 * @param text the sentence or quotation; throws UserError `trace/no-words` or `trace/too-long`
 * @param problems of inputs that gave no article
 */
export function traceText(
	text: string,
	articles: readonly AnnotatedArticle[],
	layer: StoryLayer,
	weightOf: WeightOf,
	generator: Generator,
	problems: readonly ListedProblem[],
): TraceListing {
	const traced = readTraced(text, weightOf);
	const listed = [...articles].sort((a, b) => compareArticles(a.article, b.article));
	const search = prepareSearch(listed, layer, weightOf);
	const found = findPieces(traced, search);
	const groups = found.flatMap(({ report, pieces }) => groupPieces(pieces, report).map((group) => ({ report, group })));
	const withPlace = new Set(groups.map(({ report }) => report.annotated.article.id));
	const nameOf = (entity: string): string => layer.entities.find(({ id }) => id === entity)?.name ?? "unknown";
	const rank = new Map(listed.map(({ article }, index) => [article.id, index]));
	const places = groups.map(({ report, group }): TracedPlace => {
		const { article } = report.annotated;
		const draft = describePlace(traced, group, report);
		const quotation = quotationOf(group, report);
		const start = draft.spans[0]?.start ?? 0;
		return {
			id: makeId("trace", article.id, ...draft.spans.flatMap(({ start, end }) => [start, end])),
			article: article.id,
			...draft,
			quotation: quotation && describeQuotation(quotation, report, search, layer, nameOf),
			when: datePlace(article, start, search.reportDays.get(article.id)),
			credits: findCredits(
				{ article: article.id, spans: draft.spans, quotation: quotation?.id ?? null },
				layer.lineage,
				listed,
				withPlace,
			),
		};
	});
	places.sort(
		(a, b) =>
			compareNullable(a.when.earliest, b.when.earliest) ||
			(rank.get(a.article) ?? 0) - (rank.get(b.article) ?? 0) ||
			compareSpans(a.spans[0] ?? NOWHERE, b.spans[0] ?? NOWHERE),
	);
	return {
		schema: TRACE_SCHEMA,
		generator,
		traced: {
			text,
			words: traced.words.length,
			sentences: traced.sentences.map(({ start, end }) => ({
				start: traced.words[start]?.start ?? 0,
				end: traced.words[end - 1]?.end ?? 0,
			})),
			bounds: BOUNDS,
		},
		coverage: null,
		articles: listed.map((one, index) => describeArticle(one, siglumOf(index))),
		places,
		lines: countLines(layer, withPlace),
		near: listNear(found),
		dropped: listed.flatMap((one) => findDropped(traced, one, weightOf)),
		problems: listProblems(listed, layer, problems),
	};
}

const NOWHERE: Span = { start: 0, end: 0 };

interface Found {
	readonly report: SearchedReport;
	readonly pieces: readonly Piece[];
	readonly near: readonly { readonly piece: Piece; readonly reason: string }[];
}

/** The pieces of each report: first its very words, which show whose they are; then fragments, and other wordings. */
function findPieces(traced: Traced, search: Search): Found[] {
	const drafts = search.reports.map((report) => {
		const chains = findRunChains(traced, report.words);
		const exact = findExact(traced, report.words, chains);
		return { report, chains, exact, cuts: findMarkedCuts(traced, report.words, chains) };
	});
	const whole = drafts.flatMap(({ report, exact }) => listSeeds(traced, report, exact));
	const plain = whole.length > 0 ? whole : drafts.flatMap(({ report, cuts }) => listSeeds(traced, report, cuts));
	const seeds = plain.length > 0 ? plain : seedNearest(traced, search);
	const joined = findJoined(search, seeds);
	return drafts.map(({ report, chains, exact, cuts: found }): Found => {
		const long = findLongRuns(traced, report.words, chains);
		const cuts = found.filter((piece) => !isAnothers(piece, report, seeds) || meetsAny(piece, long));
		const anothers = found.filter((piece) => !cuts.includes(piece));
		const fragments = findFragments(traced, report.words, chains).filter(
			(piece) => !meetsAny(piece, [...exact, ...found]),
		);
		const short = [
			...fragments.map((piece) => ({ piece, reason: refuseFragment(piece, report, seeds, joined) })),
			...anothers.map((piece) => ({ piece, reason: "some of the words, another speaker's" })),
		];
		const reworded = findRewordings(traced, search, report, seeds, joined, exact);
		// A sentence that gives the text in other words holds its fragment.
		const verbatim = [...cuts, ...short.flatMap(({ piece, reason }) => (reason === null ? [piece] : []))];
		const fuller = reworded.pieces.filter((piece) => !verbatim.some((cut) => givesNoMore(traced, piece, cut, report)));
		const kept = [...exact, ...fuller, ...verbatim.filter((cut) => !meetsAny(cut, fuller))];
		const runs = long.filter((piece) => !meetsAny(piece, kept));
		const pieces = [...kept, ...runs];
		const near = [
			...reworded.near,
			...short.flatMap(({ piece, reason }) => (reason === null ? [] : [{ piece, reason }])),
		];
		return { report, pieces, near: near.filter(({ piece }) => !meetsAny(piece, pieces)) };
	});
}

function meetsAny(piece: Piece, others: readonly Piece[]): boolean {
	return piece.found.some((span) => others.some(({ found }) => found.some((other) => overlaps(span, other))));
}

/** A reworded piece that has this much of the text, in two words, beyond those it gives as they are is more than these. */
const LEAST_MORE = 0.15;
const LEAST_MORE_TELLING = 2;

/** Whether a reworded piece holds a cut one and next to nothing else of the text. */
function givesNoMore(traced: Traced, piece: Piece, cut: Piece, report: SearchedReport): boolean {
	if (!meetsAny(cut, [piece])) return false;
	const inCut = new Set(wordsOf(cut));
	const stems = new Set(traced.words.map(({ stem }) => stem));
	const held = new Set([...inCut].map((at) => report.words.words[at]?.stem));
	const more = wordsOf(piece).flatMap((at) => {
		const word = report.words.words[at];
		return word && !inCut.has(at) && stems.has(word.stem) && !held.has(word.stem) ? [word] : [];
	});
	return measureWords(more).telling < LEAST_MORE_TELLING || shareOf(traced, more) < LEAST_MORE;
}

/** A part of the text that says this much of it shows whose words they are. */
const LEAST_SEED = 0.35;

function listSeeds(traced: Traced, report: SearchedReport, pieces: readonly Piece[]): Seed[] {
	return pieces.flatMap((piece): Seed[] => {
		const quotation = report.annotated.quotations[piece.quotation];
		const given = piece.runs.flatMap((run) => traced.words.slice(run.traced, run.traced + run.length));
		if (!quotation || (piece.kind !== "reworded" && shareOf(traced, given) < LEAST_SEED)) return [];
		return [seedOf(report, piece)];
	});
}

function seedOf(report: SearchedReport, piece: Piece): Seed {
	const own = placesOf(piece, report);
	const quotation = report.annotated.quotations[piece.quotation];
	const segments = report.segments.filter(
		(segment) => segment.quotation === quotation?.id && own.some((place) => overlaps(place, segment.span)),
	);
	const [first] = segments;
	return {
		reference: first?.reference ?? NOBODY,
		story: report.story,
		owner: ownerOf(report.annotated.article),
		segments,
	};
}

/** Ids of the segments that collation joins with the seeds' own, in the stories that hold them. */
function findJoined({ reports }: Search, seeds: readonly Seed[]): ReadonlySet<string> {
	const held = new Set(seeds.flatMap(({ segments }) => segments.map(({ id }) => id)));
	const joined = new Set<string>();
	for (const story of new Set(seeds.map(({ story }) => story))) {
		if (story < 0) continue;
		const segments = reports.filter((report) => report.story === story).flatMap((report) => report.segments);
		for (const cluster of clusterSegments(segments).clusters)
			if (cluster.segments.some(({ id }) => held.has(id))) for (const { id } of cluster.segments) joined.add(id);
	}
	return joined;
}

/** Where nobody gives the text's words, the quotation that is most like it shows whose they are. */
function seedNearest(traced: Traced, search: Search): Seed[] {
	let best: { readonly report: SearchedReport; readonly piece: Piece } | null = null;
	for (const report of search.reports) {
		for (const piece of findRewordings(traced, search, report, [], new Set(), []).pieces)
			if (piece.quotation >= 0 && (!best || piece.score > best.piece.score)) best = { report, piece };
	}
	return best ? [seedOf(best.report, best.piece)] : [];
}

function compareSpeakersOf(piece: Piece, report: SearchedReport, seeds: readonly Seed[]): SpeakerLikeness | "own" {
	const id = report.annotated.quotations[piece.quotation]?.id;
	const parts = report.segments.filter(({ quotation }) => quotation === id);
	return compareWithSeeds({ parts }, report.story, seeds);
}

function isAnothers(piece: Piece, report: SearchedReport, seeds: readonly Seed[]): boolean {
	return compareSpeakersOf(piece, report, seeds) === "other";
}

/** Why words in marks that are few are no part of the text; null when they are. */
function refuseFragment(
	piece: Piece,
	report: SearchedReport,
	seeds: readonly Seed[],
	joined: ReadonlySet<string>,
): string | null {
	if (seeds.length === 0) return "a few words in marks, and nothing says that they are of the same speaker";
	const likeness = compareSpeakersOf(piece, report, seeds);
	if (likeness === "same" || likeness === "fits" || likeness === "speaks-for") {
		const places = placesOf(piece, report);
		const own = report.segments.filter(({ span }) => places.some((place) => overlaps(place, span)));
		const collated = seeds.some(({ story }) => story >= 0 && story === report.story);
		if (!collated || own.some(({ id }) => joined.has(id))) return null;
		return "a few words in marks, which collation keeps apart from it";
	}
	return likeness === "other" || likeness === "unlikely"
		? "a few words in marks, another speaker's"
		: "a few words in marks, and nothing says that they are of the same speaker";
}

function quotationOf(group: PieceGroup, { annotated }: SearchedReport): FoundQuotation | null {
	for (const { quotation } of group) {
		const found = annotated.quotations[quotation];
		if (found) return found;
	}
	return null;
}

function describeQuotation(
	quotation: FoundQuotation,
	{ annotated: { article } }: SearchedReport,
	{ speakers, settingOf }: Search,
	{ entityOf }: StoryLayer,
	nameOf: (entity: string) => string,
): TracedQuotation {
	const exactOf = ({ start, end }: Span): ExactSpan => ({ start, end, exact: article.text.slice(start, end) });
	const named = (entity: string): SetName => ({ entity, name: nameOf(entity) });
	const speaker = speakers.speakerOf(quotation);
	const said: StatedDate = settingOf(quotation).when;
	return {
		id: quotation.id,
		speaker: speaker === null ? null : named(speaker),
		speakerReason: speakers.reasonOf(quotation),
		source: quotation.source && exactOf(quotation.source),
		cue: quotation.cue.map(exactOf),
		carriers: quotation.carriers.flatMap(({ entity, span }) => {
			const id = entityOf.get(entity);
			return id === undefined ? [] : [{ ...named(id), span: exactOf(span) }];
		}),
		said,
		polarity: quotation.polarity,
		hedged: quotation.hedged,
		confidence: quotation.confidence,
	};
}

/** Independent lines that the reports with a place stand for; a primary document, or a report of no story, is one. */
function countLines({ stories }: StoryLayer, withPlace: ReadonlySet<string>): number {
	const placed = new Set<string>();
	let lines = 0;
	for (const story of stories)
		for (const line of story.lines) {
			const held = line.articles.filter((article) => withPlace.has(article));
			if (held.length > 0) lines++;
			for (const article of held) placed.add(article);
		}
	return lines + [...withPlace].filter((article) => !placed.has(article)).length;
}

function listNear(found: readonly Found[]): NearPlace[] {
	return found
		.flatMap(({ report, near }) =>
			near.map(({ piece, reason }) => ({ report, piece, reason, article: report.annotated.article.id })),
		)
		.sort(compareNear)
		.slice(0, MOST_NEAR)
		.map(({ report, piece, reason, article }) => ({
			article,
			spans: placesOf(piece, report).map(({ start, end }) => ({
				start,
				end,
				exact: report.annotated.article.text.slice(start, end),
			})),
			score: piece.score,
			reason,
		}));
}
