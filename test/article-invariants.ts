import type { Article } from "../src/model/article.ts";
import type { StatedDate } from "../src/model/date.ts";
import type { Span } from "../src/model/span.ts";

/** A calendar day, or a local time to the minute that may carry an offset. */
const BOUND = /^-?\d{4,6}-\d\d-\d\d(?:T\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?$/;

/** Left between stretches: white space, the next-line control among it, and what shows nothing. */
const NOTHING = /^[\s\u0085\u200b\ufeff]*$/;

/**
 * What every article must keep, whatever it was read from: spans exact, sorted and apart, every
 * character accounted for, blocks and links inside the body, bounds that are dates. Returns one line
 * for each breach; an empty list means that all holds.
 */
export function findArticleBreaches(article: Article): string[] {
	const { text } = article;
	const breaches: string[] = [];
	const inside = (span: Span, what: string): void => {
		const { start, end } = span;
		if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length)) {
			breaches.push(`${what}: ${start}–${end} is no stretch of the text`);
		} else if (splitsPair(text, start) || splitsPair(text, end))
			breaches.push(`${what}: ${start}–${end} splits a character`);
	};
	const sorted = (spans: readonly Span[], what: string): void => {
		for (const [i, span] of spans.entries()) {
			inside(span, what);
			const before = spans[i - 1];
			if (before && before.start > span.start) breaches.push(`${what}: ${span.start} comes after ${before.start}`);
		}
	};
	const { headline, byline, dateline, outlet, section, metadata, truncated } = article;
	sorted(article.body, "body");
	sorted(article.dropped, "dropped");
	sorted(article.blocks, "blocks");
	sorted(article.links, "links");
	sorted(article.posts, "posts");
	sorted(article.sourceLines, "source lines");
	for (const stated of [headline, byline, dateline, outlet, section, ...article.agencies, ...metadata]) {
		if (stated?.span) inside(stated.span, `metadata from ${stated.from}`);
	}
	for (const value of metadata) {
		if (value.span && text.slice(value.span.start, value.span.end) !== value.text)
			breaches.push(`${value.field} from ${value.from}: “${value.text}” is not what stands at ${value.span.start}`);
	}
	const named = [headline?.made ? null : headline, byline, dateline, outlet, section, ...article.agencies];
	for (const stated of named) {
		if (stated?.span && single(text.slice(stated.span.start, stated.span.end)) !== single(stated.text))
			breaches.push(`from ${stated.from}: “${stated.text}” is not what stands at ${stated.span.start}`);
	}
	for (const line of article.sourceLines) {
		if (text.slice(line.start, line.end) !== line.exact) breaches.push("a source line is not what stands there");
	}
	if (truncated?.span) inside(truncated.span, "truncated");
	for (const problem of article.problems) if (problem.span) inside(problem.span, problem.code);

	const apart = [headline?.span, byline?.span, dateline?.span].filter((span) => span !== null && span !== undefined);
	const cover = [...article.body, ...article.dropped, ...apart].sort((a, b) => a.start - b.start || a.end - b.end);
	let at = 0;
	for (const { start, end } of cover) {
		if (start < at) breaches.push(`two stretches overlap at ${start}`);
		else if (!NOTHING.test(text.slice(at, start))) breaches.push(`${at}–${start} is neither kept nor dropped`);
		at = Math.max(at, end);
	}
	if (!NOTHING.test(text.slice(at))) breaches.push(`${at}–${text.length} is neither kept nor dropped`);

	const hosts = [...article.body, ...(headline?.span ? [headline.span] : [])];
	const hosted = (span: Span): boolean => hosts.some(({ start, end }) => start <= span.start && span.end <= end);
	for (const block of article.blocks) if (!hosted(block)) breaches.push(`block ${block.start} is not in the body`);
	for (const link of article.links) if (!hosted(link)) breaches.push(`link ${link.start} is not in the body`);

	dateHolds(article.published, "published", breaches);
	dateHolds(article.modified, "modified", breaches);
	for (const post of article.posts) dateHolds(post.published, "post", breaches);
	if (!/^[0-9a-f]{16}$/.test(article.id)) breaches.push(`${article.id} is no id`);
	if (JSON.stringify(JSON.parse(JSON.stringify(article))) !== JSON.stringify(article))
		breaches.push("JSON loses something");
	return breaches;
}

/** A text with its white space made single, as pages show it. */
function single(text: string): string {
	return text.replace(/[\s\u0085\u200b\ufeff]+/g, " ").trim();
}

function dateHolds(date: StatedDate, what: string, breaches: string[]): void {
	for (const bound of [date.earliest, date.latest]) {
		if (bound !== null && !BOUND.test(bound)) breaches.push(`${what}: ${bound} is no bound`);
	}
	if (date.earliest !== null && date.latest !== null && date.earliest.slice(0, 10) > date.latest.slice(0, 10))
		breaches.push(`${what}: ends before it begins`);
	if (date.reason === "") breaches.push(`${what}: gives no reason`);
}

function splitsPair(text: string, offset: number): boolean {
	if (offset <= 0 || offset >= text.length) return false;
	const before = text.charCodeAt(offset - 1);
	const after = text.charCodeAt(offset);
	return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
