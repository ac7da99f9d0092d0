/**
 * Half-open stretch `[start, end)` of one article's text, in UTF-16 code units.
 * `text.slice(start, end)` is the text it stands for.
 */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** A span together with the id of the article that it lies in. */
export interface Place extends Span {
	readonly article: string;
}
