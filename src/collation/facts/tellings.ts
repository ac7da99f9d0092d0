import type { FactState } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { round } from "../../text/compare.ts";
import { overlaps } from "../../text/spans.ts";
import { TELLING } from "../term-weight.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import { findSegmentWords, type SegmentWord } from "../utterances/segments.ts";
import { meetingTerm } from "./event-classes.ts";
import type { IndexedMaterial } from "./story-material.ts";

/**
 * Whether some sentence of a story tells what a speaker denies. Finds "held on suspicion of leaving his ship while
 * passengers were on board" for “denied that he had left before his passengers”; must not find it in another report of the
 * denial, nor in a sentence that shares a name alone.
 */

/** What is denied and what is told share so many words that are no names, and this much of what is denied (by weight). */
const LEAST_SHARED = 2;
const COVERED = 0.6;
/** A stem that stands in more sentences than this finds none of them. */
const MOST_POSTED = 200;
const DENIES = /^(?:den(?:y|ies|ied|ying|ial|ials)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing))$/;

interface Telling {
	readonly article: string;
	readonly span: Span;
	readonly terms: ReadonlySet<string>;
}

export function indexTellings(material: IndexedMaterial): (denied: FactState) => boolean {
	const { articles, weightOf, annotatedOf } = material;
	const tellings: Telling[] = [];
	const postings = new Map<string, number[]>();
	for (const annotated of articles) {
		for (const span of annotated.words.sentences) {
			const words = findSegmentWords(annotated, span, weightOf);
			if (words.some(({ norm }) => isNegation(norm) || DENIES.test(norm))) continue;
			const terms = new Set(words.filter(isPlain).map(({ stem }) => meetingTerm(stem)));
			for (const term of terms) {
				const list = postings.get(term);
				if (list) list.push(tellings.length);
				else postings.set(term, [tellings.length]);
			}
			tellings.push({ article: annotated.article.id, span, terms });
		}
	}
	return ({ article, spans }) => {
		const annotated = annotatedOf(article);
		const denied = new Map<string, number>();
		for (const span of spans)
			for (const word of findSegmentWords(annotated, span, weightOf))
				if (isPlain(word)) denied.set(meetingTerm(word.stem), word.weight);
		const total = [...denied.values()].reduce((sum, weight) => sum + weight, 0);
		const shared = new Map<number, { count: number; weight: number }>();
		for (const [term, weight] of denied) {
			const list = postings.get(term) ?? [];
			if (list.length > MOST_POSTED) continue;
			for (const at of list) {
				const known = shared.get(at) ?? { count: 0, weight: 0 };
				shared.set(at, { count: known.count + 1, weight: known.weight + weight });
			}
		}
		return [...shared].some(([at, { count, weight }]) => {
			const telling = tellings[at];
			if (!telling || count < LEAST_SHARED || round(weight / total) < COVERED) return false;
			return telling.article !== article || !spans.some((span) => overlaps(span, telling.span));
		});
	};
}

function isPlain({ weight, number, capital }: SegmentWord): boolean {
	return weight >= TELLING && !number && !capital;
}
