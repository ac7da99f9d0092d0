import { type AnnotatedArticle, TokenKind } from "../model/annotated.ts";
import { stemOf } from "../text/stem.ts";
import { tokenRange } from "../text/tokens.ts";
import type { Feature } from "./grouping/features.ts";
import { listWords } from "./order.ts";

/** How many names or words a reason lists. */
const MOST_SHOWN = 4;
/** Shorter words are small words of some language, or letters. */
const LEAST_LETTERS = 3;
/** Of other languages than English no rarity is known: short words there are small words for the most part. */
const LEAST_FOREIGN_LETTERS = 6;

/**
 * `the names Ada Vane and Marena and the words “ferry” and “capsized”`; empty when nothing telling is shared. A name is
 * given as far as it is shared, and is one where the report has it as a name, or writes it like one.
 *
 * @param shared terms that an article has in common with others, those that say most first
 */
export function describeShared(annotated: AnnotatedArticle, shared: readonly Feature[]): string {
	const inNames = listNameTerms(annotated);
	const terms = new Set(shared.map(({ term }) => term));
	const isForeign = annotated.article.language !== null && annotated.article.language !== "en";
	const roles = new Set(annotated.entities.flatMap((entity) => entity.roles.map(stemOf)));
	const names: string[] = [];
	const words: string[] = [];
	for (const { term, shown, number } of shared) {
		const name = inNames.get(term);
		if (name) {
			const part = name.filter((word) => terms.has(word.term));
			const text = part.map((word) => word.written).join(" ");
			if (!names.includes(text)) names.push(text);
		} else if (number) words.push(shown);
		else {
			const writing = roles.has(term) ? "small" : findWriting(term, annotated);
			if (writing === "capital" && !isForeign) names.push(shown);
			else if (shown.length >= (isForeign ? LEAST_FOREIGN_LETTERS : LEAST_LETTERS)) {
				words.push(writing === "small" ? shown.toLowerCase() : shown);
			}
		}
	}
	const parts = [
		...listSome("name", names),
		...listSome(
			"word",
			words.map((word) => `“${word}”`),
		),
	];
	return parts.join(" and ");
}

function listSome(what: string, items: readonly string[]): string[] {
	if (items.length === 0) return [];
	return [`the ${items.length === 1 ? what : `${what}s`} ${listWords(items.slice(0, MOST_SHOWN))}`];
}

interface NameWord {
	readonly term: string;
	readonly written: string;
}

/** By term the words of the fullest name that it is part of; of equally long ones the first in the text. */
function listNameTerms({
	entities,
	words: { tokens },
	article,
}: AnnotatedArticle): ReadonlyMap<string, readonly NameWord[]> {
	const names = new Map<string, readonly NameWord[]>();
	const mentions = entities
		.flatMap((entity) => entity.mentions)
		.filter(({ form }) => form !== "pronoun" && form !== "description" && form !== "title" && form !== "demonym")
		.sort((x, y) => x.start - y.start || y.end - x.end);
	for (const mention of mentions) {
		const { first, end } = tokenRange(tokens, mention);
		const name: NameWord[] = [];
		for (let i = first; i < end; i++) {
			const written = article.text.slice(tokens.starts[i], tokens.ends[i]);
			if (tokens.kinds[i] !== TokenKind.mark && !/^['’]s$/i.test(written)) {
				name.push({ term: stemOf(tokens.norms[i] ?? ""), written });
			}
		}
		for (const { term } of name) if ((names.get(term)?.length ?? 0) < name.length) names.set(term, name);
	}
	return names;
}

/**
 * How a word of the body is written: `small` somewhere, with a `capital` inside some sentence and nowhere without, or
 * only where sentences and quotations open, which tells nothing.
 */
function findWriting(term: string, { article, words }: AnnotatedArticle): "small" | "capital" | "open" {
	const { tokens, sentences } = words;
	const opens = new Set(sentences.map(({ start }) => start));
	let inside = false;
	for (let i = 0; i < tokens.norms.length; i++) {
		const norm = tokens.norms[i] ?? "";
		if (norm.length < LEAST_LETTERS || stemOf(norm) !== term) continue;
		const start = tokens.starts[i] ?? 0;
		const headline = article.headline?.span;
		if (headline && headline.start <= start && start < headline.end) continue;
		if (/^\p{Ll}/u.test(article.text.charAt(start))) return "small";
		inside ||= !opens.has(start) && !/["“«„‘]/.test(article.text.charAt(start - 1));
	}
	return inside ? "capital" : "open";
}
