import type { GoldArticle } from "../../bench/quality/scorers/polnear-gold.ts";
import type { Words } from "../../src/model/annotated.ts";
import type { Span } from "../../src/model/span.ts";
import { findMarked } from "../../src/quotations/marks/marks.ts";
import type { CueRange } from "../../src/quotations/tagger/cue-chain.ts";
import { type CueContext, readCueContext } from "../../src/quotations/tagger/cue-features.ts";
import { readTagText, type TagText, tokenAt } from "../../src/quotations/tagger/tag-text.ts";
import type { WordClasses } from "../../src/quotations/tagger/word-classes.ts";
import { findLines } from "../../src/text/paragraphs.ts";
import { findSentences } from "../../src/text/sentences.ts";
import { findTokens } from "../../src/text/tokens.ts";

/** An attribution as token ranges. */
export interface GoldRelation {
	readonly cue: CueRange;
	readonly source: readonly CueRange[];
	readonly content: readonly CueRange[];
}

export interface TrainingArticle {
	readonly name: string;
	readonly text: string;
	readonly tag: TagText;
	readonly cueContext: CueContext;
	readonly relations: readonly GoldRelation[];
	/** 1 for tokens of regions that the annotators set aside. */
	readonly aside: Uint8Array;
}

export function readTrainingArticle(article: GoldArticle, classes: WordClasses): TrainingArticle {
	const { text } = article;
	const paragraphs = findLines(text, [{ start: 0, end: text.length }]);
	const words: Words = {
		paragraphs,
		sentences: findSentences(text, paragraphs),
		tokens: findTokens(text, paragraphs),
	};
	const tag = readTagText(text, words, findMarked(text, paragraphs), classes);
	const range = (span: Span): CueRange => ({ first: tokenAt(tag, span.start), end: tokenAt(tag, span.end - 1) + 1 });
	const aside = new Uint8Array(tag.count + 1);
	for (const span of article.discard) {
		const { first, end } = range(span);
		for (let i = first; i < Math.min(end, tag.count); i++) aside[i] = 1;
	}
	const relations = article.attributions
		.filter(({ cue }) => cue.length > 0)
		.map((one) => {
			const first = one.cue[0];
			const last = one.cue[one.cue.length - 1];
			if (!first || !last) throw new Error("an attribution without a cue");
			return {
				cue: range({ start: first.start, end: last.end }),
				source: joined(one.source.map(range)),
				content: joined(one.content.map(range)),
			};
		})
		.filter(({ cue }) => cue.end > cue.first && cue.end <= tag.count)
		.sort((a, b) => a.cue.first - b.cue.first || a.cue.end - b.cue.end);
	return { name: article.name, text, tag, cueContext: readCueContext(tag), relations, aside };
}

/** Ranges sorted, those that touch joined. */
function joined(ranges: readonly CueRange[]): CueRange[] {
	const out: { first: number; end: number }[] = [];
	for (const { first, end } of [...ranges].sort((a, b) => a.first - b.first)) {
		const last = out[out.length - 1];
		if (last && first <= last.end) last.end = Math.max(last.end, end);
		else if (end > first) out.push({ first, end });
	}
	return out;
}
