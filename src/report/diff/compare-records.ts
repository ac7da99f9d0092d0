import type {
	CollationRecord,
	Fact,
	FactState,
	Lineage,
	LineageNode,
	Quotation,
	RecordArticle,
	Story,
	Utterance,
} from "../../model/record.ts";
import {
	type ArticleRef,
	type ChangeKind,
	DIFF_SCHEMA,
	type FactChange,
	type LineageChange,
	type RecordDiff,
	type SpeakerChange,
	type StoryChange,
	type UtteranceChange,
} from "../../model/record-diff.ts";
import type { Place } from "../../model/span.ts";
import { compareText } from "../../text/compare.ts";
import { titleOfFact } from "../view/fact-words.ts";
import { findTold, isNotable } from "../view/notable.ts";
import { indexRecord, nameOf, type RecordIndex, shortOutletOf } from "../view/record-index.ts";
import { titleOf } from "../view/story-lists.ts";
import { groupWordings } from "../view/wordings.ts";
import { type Match, matchItems } from "./match.ts";
import { pairArticles } from "./pair-articles.ts";

/** What a later record says otherwise than an earlier one, in findings and not in bytes. */
export function compareRecords(earlier: CollationRecord, later: CollationRecord): RecordDiff {
	const before = indexRecord(earlier);
	const after = indexRecord(later);
	const articles = compareArticles(before, after);
	const { keyOfPlace, idOf } = followReports(before, after, articles);
	return {
		schema: DIFF_SCHEMA,
		from: { version: earlier.generator.version, articles: earlier.articles.length },
		to: { version: later.generator.version, articles: later.articles.length },
		articles,
		stories: matchItems(earlier.stories, later.stories, (story) => story.articles.map(idOf)).flatMap((match) =>
			compareStories(before, after, match, idOf),
		),
		utterances: matchItems(earlier.utterances, later.utterances, ({ renditions }) =>
			renditions.flatMap(({ article, parts }) =>
				parts.flatMap(({ spans }) => spans.map((span) => keyOfPlace({ ...span, article }))),
			),
		).flatMap((match) => compareUtterances(before, after, match, idOf)),
		facts: matchItems(earlier.facts, later.facts, ({ type, states }) =>
			states.map((state) => `${type} ${keyOfState(state, keyOfPlace)}`),
		).flatMap((match) => compareFacts(before, after, match, keyOfPlace)),
		speakers: compareSpeakers(before, after, keyOfPlace),
		lineage: compareLineage(before, after, idOf),
	};
}

function compareArticles(before: RecordIndex, after: RecordIndex): RecordDiff["articles"] {
	const { added, removed, moved, versions } = pairArticles(before.record.articles, after.record.articles);
	return {
		added: added.map(refer),
		removed: removed.map(refer),
		versions: versions.map(({ from, to }) => ({ sourceId: to.sourceId, from: refer(from), to: refer(to) })),
		moved: moved.map(({ from, to }) => ({ from: refer(from), to: refer(to) })),
	};
}

interface Identity {
	/** What a place is known by in both records: its offsets, or in another version of a text its words. */
	readonly keyOfPlace: (place: Place) => string;
	/** An article's id, or that which the same report has in the later record. */
	readonly idOf: (article: string) => string;
}

/**
 * Texts of one source that differ are one report: what its words still say is the same finding at another place. In the
 * same text from another place it is at the same one.
 */
function followReports(before: RecordIndex, after: RecordIndex, { moved, versions }: RecordDiff["articles"]): Identity {
	const later = new Map([...moved, ...versions].map(({ from, to }) => [from.id, to.id]));
	const changed = new Set(versions.flatMap(({ from, to }) => [from.id, to.id]));
	const idOf = (article: string): string => later.get(article) ?? article;
	return {
		idOf,
		keyOfPlace: ({ article, start, end }) => {
			if (!changed.has(article)) return `${idOf(article)} ${start} ${end}`;
			const text = (after.articles.get(article) ?? before.articles.get(article))?.text ?? "";
			return `${idOf(article)} ${fold(text.slice(start, end))}`;
		},
	};
}

function refer(article: RecordArticle): ArticleRef {
	return { id: article.id, outlet: shortOutletOf(article), headline: article.headline?.text ?? null };
}

function kindOf<T>({ from, to }: Match<T>): ChangeKind {
	return from === null ? "added" : to === null ? "removed" : "changed";
}

function compareStories(
	before: RecordIndex,
	after: RecordIndex,
	match: Match<Story>,
	idOf: Identity["idOf"],
): StoryChange[] {
	const { from, to } = match;
	const title = to ? titleOf(after, to) : from ? titleOf(before, from) : "";
	const former = from ? titleOf(before, from) : title;
	const members = [from, to].map((story) => (story?.articles ?? []).map(idOf));
	const joined = without(members[1] ?? [], members[0] ?? []);
	const left = without(members[0] ?? [], members[1] ?? []);
	const lines = [from?.lines.length ?? 0, to?.lines.length ?? 0] as const;
	const same = from !== null && to !== null && title === former && lines[0] === lines[1];
	if (same && joined.length + left.length === 0) return [];
	return [
		{
			change: kindOf(match),
			from: from?.id ?? null,
			to: to?.id ?? null,
			title,
			formerTitle: former === title ? null : former,
			joined,
			left,
			lines,
		},
	];
}

function compareUtterances(
	before: RecordIndex,
	after: RecordIndex,
	match: Match<Utterance>,
	idOf: Identity["idOf"],
): UtteranceChange[] {
	const { from, to } = match;
	const one = to ?? from;
	if (!one) return [];
	const index = to ? after : before;
	const articles = [from, to].map((utterance) => utterance?.renditions.map(({ article }) => idOf(article)) ?? []);
	const joined = without(articles[1] ?? [], articles[0] ?? []);
	const left = without(articles[0] ?? [], articles[1] ?? []);
	const readings = from && to ? newReadings(from, to, new Set(joined), findTold(after, to)) : [];
	const speakers = [
		from && from.speaker !== null ? nameOf(before, from.speaker) : null,
		to && to.speaker !== null ? nameOf(after, to.speaker) : null,
	];
	const same = from !== null && to !== null && speakers[0] === speakers[1];
	if (same && joined.length + left.length + readings.length === 0) return [];
	return [
		{
			change: kindOf(match),
			from: from?.id ?? null,
			to: to?.id ?? null,
			story: one.story,
			speaker: one.speaker === null ? null : nameOf(index, one.speaker),
			words: groupWordings(index, one)[0]?.base.text ?? "",
			joined,
			left,
			readings,
		},
	];
}

/** What only reports that newly give the utterance read, where it may change what is said. */
function newReadings(
	from: Utterance,
	to: Utterance,
	joined: ReadonlySet<string>,
	told: ReadonlySet<string>,
): UtteranceChange["readings"] {
	const known = new Set(from.variants.flatMap(({ readings }) => readings.map(({ text }) => fold(text))));
	const isNew = new Set(to.renditions.flatMap(({ id, article }) => (joined.has(article) ? [id] : [])));
	return to.variants
		.filter((variant) => isNotable(variant, told))
		.flatMap(({ kind, readings }) => readings.map((reading) => ({ kind, ...reading })))
		.filter(({ text, renditions }) => text !== "" && !known.has(fold(text)) && renditions.every((id) => isNew.has(id)))
		.map(({ kind, text }) => ({ kind, text }));
}

function fold(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

function keyOfState({ article, spans, value }: FactState, keyOfPlace: Identity["keyOfPlace"]): string {
	return `${spans.map((span) => keyOfPlace({ ...span, article })).join(" ")} ${fold(value)}`;
}

function compareFacts(
	before: RecordIndex,
	after: RecordIndex,
	match: Match<Fact>,
	keyOfPlace: Identity["keyOfPlace"],
): FactChange[] {
	const { from, to } = match;
	const one = to ?? from;
	if (!one) return [];
	const keyOf = (state: FactState): string => keyOfState(state, keyOfPlace);
	const only = (states: readonly FactState[], others: readonly FactState[]): FactChange["joined"] => {
		const known = new Set(others.map(keyOf));
		return states
			.filter((state) => !known.has(keyOf(state)))
			.map(({ article, value, spans }) => ({ article, value, spans }));
	};
	const joined = only(to?.states ?? [], from?.states ?? []);
	const left = only(from?.states ?? [], to?.states ?? []);
	const relation = [from?.relation ?? null, to?.relation ?? null] as const;
	if (from && to && relation[0] === relation[1] && joined.length + left.length === 0) return [];
	return [
		{
			change: kindOf(match),
			from: from?.id ?? null,
			to: to?.id ?? null,
			story: one.story,
			type: one.type,
			statement: one.statement,
			title: titleOfFact(to ? after : before, one),
			relation,
			joined,
			left,
		},
	];
}

function compareSpeakers(before: RecordIndex, after: RecordIndex, keyOfPlace: Identity["keyOfPlace"]): SpeakerChange[] {
	const keyOf = ({ article, content }: Quotation): string =>
		content.map((span) => keyOfPlace({ ...span, article })).join(" ");
	const earlier = new Map(before.record.quotations.map((quotation) => [keyOf(quotation), quotation]));
	return after.record.quotations.flatMap((quotation) => {
		const former = before.quotations.get(quotation.id) ?? earlier.get(keyOf(quotation));
		if (!former) return [];
		const from = former.speaker === null ? null : nameOf(before, former.speaker);
		const to = quotation.speaker === null ? null : nameOf(after, quotation.speaker);
		return from === to
			? []
			: [{ quotation: quotation.id, article: quotation.article, words: quotation.exact, from, to }];
	});
}

function compareLineage(before: RecordIndex, after: RecordIndex, idOf: Identity["idOf"]): LineageChange[] {
	const earlier = listEdges(before, idOf);
	const later = listEdges(after, idOf);
	return [
		...[...later].filter(([key]) => !earlier.has(key)).map(([, edge]) => ({ change: "added" as const, ...edge })),
		...[...earlier].filter(([key]) => !later.has(key)).map(([, edge]) => ({ change: "removed" as const, ...edge })),
	];
}

type Edge = Omit<LineageChange, "change">;

/**
 * Edges by who draws on whom how, once each; two reports that share text are one edge whichever way it is given. Names
 * are what stays of agencies: their entities may have other ids in another record.
 */
function listEdges(index: RecordIndex, idOf: Identity["idOf"]): Map<string, Edge> {
	const edges = new Map<string, Edge>();
	for (const lineage of index.record.lineage)
		for (const edge of lineage.edges) {
			const [from, to] = [nodeOf(lineage, edge.from), nodeOf(lineage, edge.to)];
			if (!from || !to) continue;
			const ends = [from, to].map((node) => (node.article === null ? (node.url ?? node.name) : idOf(node.article)));
			if (!edge.directed) ends.sort(compareText);
			const key = `${edge.kind} ${edge.directed} ${ends.join(" ")}`;
			if (!edges.has(key))
				edges.set(key, {
					story: lineage.story,
					from: nameNode(index, from),
					to: nameNode(index, to),
					kind: edge.kind,
					directed: edge.directed,
				});
		}
	return edges;
}

function nodeOf({ nodes }: Lineage, id: string): LineageNode | undefined {
	return nodes.find((node) => node.id === id);
}

function nameNode(index: RecordIndex, node: LineageNode): string {
	const article = index.articles.get(node.article ?? "");
	return article ? shortOutletOf(article) : node.name;
}

function without(list: readonly string[], others: readonly string[]): string[] {
	const known = new Set(others);
	return [...new Set(list)].filter((one) => !known.has(one));
}
