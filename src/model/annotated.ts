import type { FoundDate, FoundNumber, FoundQuotation, LocalEntity, Term } from "./annotation.ts";
import type { Article } from "./article.ts";
import type { Span } from "./span.ts";

/** What a token is: letters, a number in digits, or a mark. */
export const TokenKind = { word: 0, number: 1, mark: 2 } as const;
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind];

/**
 * The tokens of a stretch of text as parallel arrays, sorted by place. `norms` holds the form that
 * comparison uses: lower case, marks and apostrophes unified (see text/fold.ts).
 */
export interface Tokens {
	readonly starts: Uint32Array;
	readonly ends: Uint32Array;
	readonly kinds: Uint8Array;
	readonly norms: readonly string[];
}

/** The words of an article: what every later stage reads. All lists are sorted by place. */
export interface Words {
	/** The headline (when it stands in the text) and the body's paragraphs, list items and rows. */
	readonly paragraphs: readonly Span[];
	/** Sentences; each lies inside one paragraph. */
	readonly sentences: readonly Span[];
	readonly tokens: Tokens;
}

/** The names, dates and numbers of an article. */
export interface LanguageFindings {
	readonly entities: readonly LocalEntity[];
	readonly dates: readonly FoundDate[];
	readonly numbers: readonly FoundNumber[];
}

/** Everything found in one article without looking at any other. */
export interface AnnotatedArticle extends LanguageFindings {
	readonly article: Article;
	readonly words: Words;
	readonly quotations: readonly FoundQuotation[];
	readonly terms: readonly Term[];
	/** The stages that ran, in order. */
	readonly stages: readonly string[];
}
