import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { FactState } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { round } from "../../text/compare.ts";
import { contains, sliceOf, spanAt } from "../../text/spans.ts";
import { standingOf } from "../statements.ts";
import { findSegmentWords, type SegmentWord } from "../utterances/segments.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import { meetingStem } from "./event-classes.ts";
import { contextStems, measureContext } from "./fact-context.ts";
import { type Frame, groupFrames, NO_TIE, type Tie } from "./frame-groups.ts";
import { findHeads, type Heads, measureHeads, shareAny } from "./near-words.ts";
import type { IndexedMaterial } from "./story-material.ts";

/**
 * Where something was, as several reports give it. Catches "stones were thrown near Orm" beside "the stones, thrown at a
 * bus near Orm"; must not join two things that happened in one town, nor take a town for whatever a report tells of it.
 * Two places never make a conflict: the one may lie in the other.
 */

const HEADS = 0.45;
const GOVERNOR = 0.15;
const CONTEXT = 0.5;
const SAME_PLACE = 0.05;
const JOINS = 0.45;
const REACH = 8;

interface PlaceFrame extends Frame, Heads {
	readonly span: Span;
	readonly entity: string;
	readonly name: string;
	readonly stems: ReadonlyMap<string, number>;
	readonly sentence: Span;
}

/** What stands before a place where something is: its direction is part of the value. */
const WHERE =
	/\b(?:in|at|near|off|from|outside|inside|around|left|north of|south of|east of|west of)\s(?:(?:\p{Ll}+ern|central|downtown)\s|(?:the|its|their)\s(?:\p{Ll}+ern\s)?(?:capital|town|city|village|province|state|port|district|island|region|suburb|county|coast|nation|resort|peninsula)(?:\sof|,)\s(?:the\s)?)?$/iu;
/** "at the Orm copper mine", "in Orm's capital": a name before another noun is not where it was. */
const GOES_ON =
	/^(?:['\u2019]s?\b|[-\u2010]\p{L}|\s(?:bridge|mine|airport|hospital|university|river|lake|court|prison|port|station|street|road|hotel|stadium)\b)/iu;

/** Facts of places that two reports or more of a story give of one thing. */
export function findPlaceFacts(material: IndexedMaterial): DraftFact[] {
	const { story, articles, speakers, annotatedOf } = material;
	if (articles.length < 2) return [];
	const frames = articles.flatMap((one) => findPlaceFrames(one, material));
	const groups = groupFrames(frames, {
		tie: tiePlaces,
		keysOf: ({ entity }) => [entity],
		mayShare: (a, b) => a.entity === b.entity && measureContext(a.stems, b.stems) >= JOINS,
		replaces: () => false,
		joins: { equal: JOINS, compatible: JOINS, apart: 1 },
	});
	return groups.map(({ frames: group }) => {
		const states = group.map(({ article, span }): FactState => {
			const annotated = annotatedOf(article);
			const value = sliceOf(annotated.article.text, span);
			return { article, spans: [span], value, ...standingOf(annotated, span, speakers) };
		});
		const fact = makeFact(story, "place", labelOf(group, material), states, () => ({
			relation: "agree",
			reason: "both give the same place",
		}));
		const named = new Set(group.map(({ entity }) => entity));
		return {
			...fact,
			mayState: new Set(frames.filter(({ entity }) => named.has(entity)).map(({ article }) => article)),
		};
	});
}

function findPlaceFrames(annotated: AnnotatedArticle, { namings, weightOf }: IndexedMaterial): PlaceFrame[] {
	const { article, words } = annotated;
	return (namings.get(article.id) ?? []).flatMap(({ entity, mentions }) => {
		if (entity.type !== "place" && entity.type !== "state") return [];
		return mentions.flatMap((mention): PlaceFrame[] => {
			if (mention.form === "demonym" || mention.form === "pronoun" || mention.form === "description") return [];
			const sentence = spanAt(words.sentences, mention.start);
			if (!sentence || !article.body.some((span) => contains(span, sentence))) return [];
			const lead = article.text.slice(Math.max(sentence.start, mention.start - 40), mention.start);
			const before = WHERE.exec(lead);
			if (!before || GOES_ON.test(article.text.slice(mention.end, mention.end + 20))) return [];
			const span = { start: mention.start - before[0].length, end: mention.end };
			const isOwn = (word: SegmentWord): boolean => span.start <= word.start && word.end <= span.end;
			const said = findSegmentWords(annotated, sentence, weightOf).filter((word) => !isOwn(word));
			return [
				{
					article: article.id,
					start: span.start,
					span,
					entity: entity.id,
					name: entity.name,
					stems: contextStems(said),
					sentence,
					...findHeads(said, span, () => false, isOwn, REACH),
				},
			];
		});
	});
}

function tiePlaces(a: PlaceFrame, b: PlaceFrame): Tie {
	if (a.entity !== b.entity) return NO_TIE;
	const heads = measureHeads(a.heads, b.heads);
	if (heads === 0) return NO_TIE;
	let score = SAME_PLACE + HEADS * heads + CONTEXT * measureContext(a.stems, b.stems);
	if (shareAny(a.governors, b.governors)) score += GOVERNOR;
	return { score: round(Math.min(1, score)), values: "equal" };
}

function labelOf(frames: readonly PlaceFrame[], { annotatedOf, weightOf }: IndexedMaterial): string {
	const [first, ...rest] = frames;
	if (!first) return "the place";
	const annotated = annotatedOf(first.article);
	const shown = findSegmentWords(annotated, first.sentence, weightOf)
		.filter(({ stem }) => {
			const meeting = meetingStem(stem);
			return first.heads.has(meeting) && rest.some(({ heads }) => heads.has(meeting));
		})
		.map((word) => ({ word, near: first.heads.get(meetingStem(word.stem)) ?? 0 }))
		.sort((a, b) => b.near - a.near || a.word.start - b.word.start)
		.slice(0, 3)
		.sort((a, b) => a.word.start - b.word.start)
		.map(({ word }) => sliceOf(annotated.article.text, word));
	return `the place, ${first.name}${shown.length > 0 ? ` (${shown.join(", ")})` : ""}`;
}
