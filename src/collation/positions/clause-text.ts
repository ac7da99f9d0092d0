import { type AnnotatedArticle, TokenKind } from "../../model/annotated.ts";
import type { EntityType, FoundDate, FoundQuotation, MentionForm } from "../../model/annotation.ts";
import type { Span } from "../../model/span.ts";
import { contains, firstEndingAfter } from "../../text/spans.ts";
import { firstTokenFrom, tokenRange } from "../../text/tokens.ts";

/** A naming of an entity as a range of tokens. */
export interface TokenName {
	readonly first: number;
	readonly end: number;
	/** Entity id in the set. */
	readonly entity: string;
	readonly type: EntityType;
	readonly form: MentionForm;
}

/** The tokens of an article with the names that begin and end at each: what clauses are read from. */
export interface ClauseText {
	readonly annotated: AnnotatedArticle;
	readonly count: number;
	/** Token ranges of the sentences, in order. */
	readonly sentences: readonly { readonly first: number; readonly end: number }[];
	/** The folded form of a token; "" outside of the text. */
	normAt(token: number): string;
	isWord(token: number): boolean;
	isCapital(token: number): boolean;
	/** Names that begin at a token, the longest first. */
	namesFrom(token: number): readonly TokenName[];
	/** Names that end right before a token, the longest first. */
	namesTo(token: number): readonly TokenName[];
	/** The stretch of text of a range of tokens. */
	spanOf(first: number, end: number): Span;
	/** The range of tokens inside a span. */
	rangeOf(span: Span): { readonly first: number; readonly end: number };
	/** Index of the sentence that holds an offset. */
	sentenceAt(offset: number): number;
	/** Sentences of the headline, which stand before the report itself. */
	readonly headSentences: number;
	/** Quotations whose source or content begins at an offset. */
	quotationsAt(offset: number): readonly FoundQuotation[];
	/** The dates inside a span, in order. */
	datesIn(span: Span): readonly FoundDate[];
}

const NONE: readonly TokenName[] = [];

export function readClauses(annotated: AnnotatedArticle, entityOf: ReadonlyMap<string, string>): ClauseText {
	const { words, article, entities } = annotated;
	const { tokens, sentences } = words;
	const from = new Map<number, TokenName[]>();
	const to = new Map<number, TokenName[]>();
	for (const local of entities) {
		const entity = entityOf.get(local.id);
		if (entity === undefined) continue;
		for (const mention of local.mentions) {
			const first = firstTokenFrom(tokens, mention.start);
			const end = Math.max(first + 1, firstTokenFrom(tokens, mention.end));
			if (first >= tokens.starts.length) continue;
			const name: TokenName = { first, end, entity, type: local.type, form: mention.form };
			push(from, first, name);
			push(to, end, name);
		}
	}
	const byLength = (a: TokenName, b: TokenName): number =>
		b.end - b.first - (a.end - a.first) || (a.entity < b.entity ? -1 : a.entity > b.entity ? 1 : 0);
	for (const list of [...from.values(), ...to.values()]) list.sort(byLength);
	const opened = new Map<number, FoundQuotation[]>();
	for (const quotation of annotated.quotations) {
		const starts = new Set(
			[...(quotation.source ? [quotation.source] : []), ...quotation.content].map(({ start }) => start),
		);
		for (const start of starts) push(opened, start, quotation);
	}
	const headline = article.headline?.span ?? null;
	return {
		annotated,
		count: tokens.starts.length,
		sentences: sentences.map((span) => tokenRange(tokens, span)),
		normAt: (token) => tokens.norms[token] ?? "",
		isWord: (token) => tokens.kinds[token] === TokenKind.word,
		isCapital: (token) => /^\p{Lu}/u.test(article.text.charAt(tokens.starts[token] ?? article.text.length)),
		namesFrom: (token) => from.get(token) ?? NONE,
		namesTo: (token) => to.get(token) ?? NONE,
		spanOf: (first, end) => ({ start: tokens.starts[first] ?? 0, end: tokens.ends[end - 1] ?? 0 }),
		rangeOf: (span) => tokenRange(tokens, span),
		sentenceAt: (offset) => firstEndingAfter(sentences, offset),
		headSentences: headline === null ? 0 : sentences.filter(({ end }) => end <= headline.end).length,
		quotationsAt: (offset) => opened.get(offset) ?? [],
		datesIn: (span) => {
			const found: FoundDate[] = [];
			for (let i = firstEndingAfter(annotated.dates, span.start); i < annotated.dates.length; i++) {
				const date = annotated.dates[i];
				if (!date || date.start >= span.end) break;
				if (contains(span, date)) found.push(date);
			}
			return found;
		},
	};
}

function push<T>(into: Map<number, T[]>, key: number, item: T): void {
	const list = into.get(key);
	if (list) list.push(item);
	else into.set(key, [item]);
}
