import type { Entity, EntityMention, FactState } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { compareText } from "../../text/compare.ts";
import { contains, sliceOf, spanAt } from "../../text/spans.ts";
import { standingOf } from "../statements.ts";
import { TELLING } from "../term-weight.ts";
import type { Segment, SegmentWord } from "../utterances/segments.ts";
import type { DraftUtterance } from "../utterances/utterances.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import type { Related } from "./relations.ts";
import { findRenamed, type NamedWords, type Renamed } from "./renamed-slots.ts";
import type { IndexedMaterial } from "./story-material.ts";

/**
 * What a report's paraphrase names otherwise than the words spoken, whoever prints them: the report itself or another.
 * Catches "Vane said Ondria faces fevers that need care from both Tessaria and the league" beside “there are fevers that
 * need care both inside the country and from the league”; must not catch a paraphrase that only says which country it is.
 */
export function findRenamingFacts(material: IndexedMaterial): DraftFact[] {
	const namesOf = indexEntities(material);
	return material.utterances.flatMap((utterance) =>
		sentencesOf(utterance).flatMap((segments) => readSentence(material, segments, namesOf)),
	);
}

/** The segments of an utterance that give one sentence, in a stated order. */
function sentencesOf({ drafts }: DraftUtterance): Segment[][] {
	const sentences = new Map<number, Segment[]>();
	for (const draft of drafts)
		for (const segment of draft.segments) {
			if (segment.echo !== null || segment.polarity !== "said") continue;
			const list = sentences.get(draft.sentenceOf(segment));
			if (list) list.push(segment);
			else sentences.set(draft.sentenceOf(segment), [segment]);
		}
	return [...sentences].sort(([a], [b]) => a - b).map(([, segments]) => segments);
}

/** Wordings of a sentence that are held against each other: no more reports give one in words of their own. */
const MOST = 500;

interface Pair {
	readonly told: Segment;
	readonly spoken: Segment;
	readonly renamed: Renamed;
}

function readSentence(
	material: IndexedMaterial,
	segments: readonly Segment[],
	namesOf: (segment: Segment) => NamedWords,
): DraftFact[] {
	const byEntity = new Map<string, Pair[]>();
	const marked = segments.filter((segment) => segment.marked.length > 0).slice(0, MOST);
	const paraphrased = marked.length === 0 ? [] : segments.filter(({ kind }) => kind !== "direct").slice(0, MOST);
	for (const told of paraphrased) {
		for (const spoken of marked) {
			if (spoken === told) continue;
			const renamed = findRenamed(namesOf(told), namesOf(spoken));
			// An outlet's own words against those in marks.
			if (!renamed || isMarked(told, renamed.told) || !isMarked(spoken, renamed.spoken)) continue;
			const list = byEntity.get(renamed.entity.id);
			if (list) list.push({ told, spoken, renamed });
			else byEntity.set(renamed.entity.id, [{ told, spoken, renamed }]);
		}
	}
	return [...byEntity]
		.sort(([a], [b]) => compareText(a, b))
		.map(([, pairs]) => makeRenamingFact(material, segments, pairs));
}

function isMarked({ marked }: Segment, span: Span): boolean {
	return marked.some((mark) => contains(mark, span));
}

function makeRenamingFact(
	{ story, annotatedOf, speakers, nameOf }: IndexedMaterial,
	segments: readonly Segment[],
	pairs: readonly Pair[],
): DraftFact {
	const told = [...new Set(pairs.map((pair) => pair.told))];
	const spoken = [...new Set(pairs.map((pair) => pair.spoken))];
	// Another paraphrase may have the slot as the words do.
	const kept = new Set(pairs.flatMap(({ spoken, renamed }) => tellingIn(spoken.words, renamed.spoken)));
	const alike = segments.filter(
		(segment) =>
			!told.includes(segment) &&
			!spoken.includes(segment) &&
			[...kept].every((stem) => segment.words.some((word) => word.stem === stem)),
	);
	const states = [...told, ...spoken, ...alike].map((segment): FactState => {
		const annotated = annotatedOf(segment.article);
		return {
			article: segment.article,
			spans: [segment.span],
			value: sliceOf(annotated.article.text, segment.span),
			...standingOf(annotated, segment.span, speakers),
			...(spoken.includes(segment) ? { mode: "quoted" as const } : {}),
			quotation: segment.quotation,
		};
	});
	const textOf = ({ article }: Segment, span: Span): string => sliceOf(annotatedOf(article).article.text, span);
	const [first] = pairs;
	if (!first) throw new Error("a renaming without its words");
	const sure = pairs.every(({ renamed }) => renamed.sure);
	const theirs = textOf(first.spoken, first.renamed.spoken);
	const name = textOf(first.told, first.renamed.told);
	const relate = (i: number, j: number): Related => {
		if (i < told.length === j < told.length) return { relation: "compatible", reason: "the same side of it" };
		const besides =
			first.renamed.besides === null ? "" : `, and ${nameOf(first.renamed.besides.id)} is what it speaks of`;
		const reason = `the paraphrase has “${name}” where the words have “${theirs}”${besides}`;
		return sure
			? { relation: "conflict", reason }
			: { relation: "unclear", reason: `${reason}; whether both mean the same is not certain` };
	};
	const statement = `${nameOf(first.renamed.entity.id)}, where the words have “${theirs}”`;
	const mayState = new Set(segments.map(({ article }) => article));
	return { ...makeFact(story, "attribution", statement, states, relate), mayState };
}

function tellingIn(words: readonly SegmentWord[], span: Span): string[] {
	return words.flatMap((word) => (contains(span, word) && word.weight >= TELLING ? [word.stem] : []));
}

/** For each segment its words with what they name: by a name, not by a pronoun or a description. */
function indexEntities({ articles, namings }: IndexedMaterial): (segment: Segment) => NamedWords {
	const mentions = new Map<string, readonly (EntityMention & { readonly entity: Entity })[]>();
	for (const { article } of articles) {
		const listed = (namings.get(article.id) ?? []).flatMap(({ entity, mentions: own }) =>
			own.filter(({ form }) => form !== "pronoun" && form !== "description").map((mention) => ({ ...mention, entity })),
		);
		mentions.set(
			article.id,
			listed.sort((a, b) => a.start - b.start || a.end - b.end || compareText(a.entity.id, b.entity.id)),
		);
	}
	return ({ article, words }) => ({
		words,
		entityAt: (word) => spanAt(mentions.get(article) ?? [], word.start)?.entity ?? null,
	});
}
