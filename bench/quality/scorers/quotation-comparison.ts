import { createHash } from "node:crypto";
import type { Article } from "../../../src/model/article.ts";
import type { Span } from "../../../src/model/span.ts";
import { findQuotations } from "../../../src/quotations/quotations.ts";
import { isSure } from "../../../src/quotations/sureness.ts";
import type { TaggerWeights } from "../../../src/quotations/tagger/weights.ts";
import { overlaps } from "../../../src/text/spans.ts";
import { findWords } from "../../../src/text/words.ts";
import { makeArticle } from "../../../test/make-article.ts";
import type { GoldArticle, GoldAttribution } from "./polnear-gold.ts";

/** An attribution of one side of the comparison: keys of spans, ready to be counted. */
export interface Compared {
	readonly content: string;
	readonly cue: string;
	readonly source: string;
	readonly kind: "direct" | "mixed" | "indirect";
	readonly spans: {
		readonly content: readonly Span[];
		readonly cue: readonly Span[];
		readonly source: readonly Span[];
	};
	readonly rule: string;
	/** Null for what the annotators have. */
	readonly confidence: number | null;
}

/** An id that quotes nothing of the corpus: a name there holds words of the headline. */
export function itemId(name: string): string {
	return createHash("sha256").update(name).digest("hex").slice(0, 12);
}

/** Which readings are compared. */
export interface Choice {
	/** How likely the cue of the tagger's own must be one, 0–1 (see `findQuotations`). */
	readonly least?: number;
	/** Only those that are shown unasked (see `isSure`). */
	readonly sure?: boolean;
}

/** What is found in an article and what the annotators have, both made comparable. */
export function compareArticle(
	article: GoldArticle,
	tagger: TaggerWeights | null,
	{ least, sure = false }: Choice = {},
): { readonly gold: Compared[]; readonly found: Compared[] } {
	const { text } = article;
	const kept = (content: readonly Span[]): boolean =>
		!content.some((span) => article.discard.some((region) => overlaps(span, region)));
	const plain = plainArticle(text);
	const words = findWords(plain);
	const { quotations } = findQuotations(plain, words, { entities: [], dates: [], numbers: [] }, tagger, least);
	return {
		gold: article.attributions.filter(({ content }) => kept(content)).map((one) => compared(text, one, "gold", null)),
		found: quotations
			.filter((one) => !sure || isSure(one))
			.map(({ source, ...one }) => ({ ...one, source: source ? [source] : [] }))
			.filter(({ content }) => kept(content))
			.map((one) => compared(text, one, one.rule, one.confidence)),
	};
}

function compared(text: string, one: GoldAttribution, rule: string, confidence: number | null): Compared {
	const content = normaliseContent(text, one.content);
	const source = one.source.map((span) => cut(text, span, /[\s,]/));
	const cue = one.cue.map((span) => cut(text, span, /\s/));
	const marked = content.map((span) => standsInMarks(text.slice(span.start, span.end)));
	const any = content.some((span) => /["\u201c\u201d]|''/.test(text.slice(span.start, span.end)));
	return {
		content: keyOf(content),
		cue: keyOf(cue),
		source: keyOf(source),
		kind: marked.every(Boolean) ? "direct" : any ? "mixed" : "indirect",
		spans: { content, cue, source },
		rule,
		confidence,
	};
}

const MARKS = /["\u201c\u201d\u201e\u2018\u2019'\u00ab\u00bb]/;

function normaliseContent(text: string, spans: readonly Span[]): Span[] {
	const joined: { start: number; end: number }[] = [];
	for (const span of spans) {
		let { start, end } = cut(text, span, /\s/);
		for (let i = 0; i < 3 && start > 0 && MARKS.test(text.charAt(start - 1)); i++) start--;
		for (let i = 0; i < 3 && end < text.length && MARKS.test(text.charAt(end)); i++) end++;
		// `'Well done,' "`: a space parts nested marks, and French marks stand a space away.
		if (MARKS.test(text.charAt(end - 1)) && /^[\s\u00a0]["\u201d](?:\s|$)/.test(text.slice(end, end + 3))) end += 2;
		if (/\u201c\s$/.test(text.slice(start - 2, start))) start -= 2;
		const last = joined[joined.length - 1];
		if (last && /^[\s"\u201c\u201d']*$/.test(text.slice(last.end, Math.max(start, last.end))))
			last.end = Math.max(last.end, end);
		else joined.push({ start, end });
	}
	return joined;
}

function standsInMarks(part: string): boolean {
	return (
		/^(?:["\u201c\u2018]|'')/.test(part) &&
		/(?:["\u201d\u2019]|'')$/.test(part) &&
		!/["\u201d]\s+[^\s"\u201c][^"\u201d\u201c]*[\u201c"]/.test(part.slice(1, -1))
	);
}

function cut(text: string, span: Span, chars: RegExp): { start: number; end: number } {
	let { start, end } = span;
	while (start < end && chars.test(text.charAt(start))) start++;
	while (end > start && chars.test(text.charAt(end - 1))) end--;
	return { start, end };
}

function keyOf(spans: readonly Span[]): string {
	return spans.map(({ start, end }) => `${start}-${end}`).join(" ");
}

/** Where the words of a content start. */
export function findWordStarts(text: string, one: Compared): Set<number> {
	const starts = new Set<number>();
	for (const { start, end } of one.spans.content)
		for (const match of text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)) starts.add(start + match.index);
	return starts;
}

/** Pairs each `i` of the one side with at most one `j` of the other, those that share most words first. */
export function pairByWords(
	a: readonly ReadonlySet<number>[],
	b: readonly ReadonlySet<number>[],
): { readonly i: number; readonly j: number; readonly shared: number }[] {
	const pairs: { i: number; j: number; shared: number }[] = [];
	for (const [i, one] of a.entries())
		for (const [j, other] of b.entries()) {
			let shared = 0;
			for (const start of one) if (other.has(start)) shared++;
			if (shared > 0) pairs.push({ i, j, shared });
		}
	pairs.sort((x, y) => y.shared - x.shared || x.i - y.i || x.j - y.j);
	const usedI = new Set<number>();
	const usedJ = new Set<number>();
	return pairs.filter(({ i, j }) => {
		if (usedI.has(i) || usedJ.has(j)) return false;
		usedI.add(i);
		usedJ.add(j);
		return true;
	});
}

/** The whole text as one report: the corpus gives plain text, its first line the headline. */
export function plainArticle(text: string): Article {
	const whole = makeArticle(text);
	const [first, ...rest] = whole.blocks;
	return {
		...whole,
		body: rest.map(({ start, end }) => ({ start, end })),
		headline: first
			? {
					text: text.slice(first.start, first.end),
					span: { start: first.start, end: first.end },
					from: "first-line",
					made: false,
				}
			: null,
	};
}
