import type { CollationRecord } from "../../model/record.ts";

/** Nothing in a record lies deeper; what does would let what walks over it run out of stack. */
const DEEPEST = 40;

/**
 * Holds every place of a record to the text it lies in: whole, in order, and of an article that the record has.
 * Returns what is wrong with the first that is not, or null. Spans of columns lie in no text and are not looked at.
 */
export function checkPlaces(record: CollationRecord): string | null {
	const lengths = new Map(record.articles.map(({ id, text }) => [id, text.length]));
	if (lengths.size < record.articles.length) return "two articles have one id";
	const open: {
		readonly value: object;
		readonly article: string | null;
		readonly path: string;
		readonly depth: number;
	}[] = [];
	const push = (value: object, article: string | null, path: string, depth: number): void =>
		void open.push({ value, article, path, depth });
	for (const [key, list] of Object.entries(record)) {
		for (const [at, item] of (Array.isArray(list) ? list : []).entries()) {
			if (typeof item !== "object" || item === null) continue;
			push(item, key === "articles" ? String(item.id) : null, `${key}[${at}]`, 1);
		}
	}
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		const { value, path, depth } = next;
		if (depth > DEEPEST) return `${path} is nested too deep`;
		const { article: own, start, end } = value as { article?: unknown; start?: unknown; end?: unknown };
		const article = typeof own === "string" ? own : next.article;
		const length = article === null ? undefined : lengths.get(article);
		if (article !== null && length === undefined) return `${path} is of an article that is not in it (${article})`;
		if (typeof start === "number" && typeof end === "number" && length !== undefined) {
			if (!(start >= 0 && start <= end && end <= length))
				return `${path} (${start}–${end}) is no place in its article's text`;
		}
		for (const [key, inner] of Object.entries(value)) {
			if (typeof inner === "object" && inner !== null) push(inner, article, `${path}.${key}`, depth + 1);
		}
	}
	return null;
}
