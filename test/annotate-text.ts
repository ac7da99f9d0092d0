import type { AnnotatedArticle } from "../src/model/annotated.ts";
import type { EntityType, FoundQuotation, LocalEntity, Mention } from "../src/model/annotation.ts";
import type { Article } from "../src/model/article.ts";
import type { TermRarity } from "../src/stories/grouping/term-rarity.ts";
import { compareSpans } from "../src/text/compare.ts";
import { makeId } from "../src/text/hash.ts";
import { findWords } from "../src/text/words.ts";
import { makeArticle, publishedOn } from "./make-article.ts";

/** Short words are common, long ones rare: enough for invented reports. */
export const rarity: TermRarity = { rarityOf: (term) => (term.length < 4 ? 0.1 : term.length < 6 ? 0.5 : 1) };

/** A name of the text: its type, the ways it is named (fullest first), and the pronoun it takes. */
export interface Naming {
	readonly type: EntityType;
	readonly names: readonly string[];
	readonly pronoun?: "he" | "she";
}

/** An article with the given names wherever they stand in its text. */
export function annotateText(
	text: string,
	given: Partial<Article> & { readonly day?: string } = {},
	namings: readonly Naming[] = [],
	quotations: readonly FoundQuotation[] = [],
): AnnotatedArticle {
	const { day, ...overrides } = given;
	const article = makeArticle(text, { ...(day === undefined ? {} : { published: publishedOn(day) }), ...overrides });
	const words = findWords(article);
	const entities = namings.flatMap((naming) => findNaming(article, naming));
	return { article, words, entities, dates: [], numbers: [], quotations, terms: [], stages: [] };
}

function findNaming({ id, text }: Article, { type, names, pronoun }: Naming): LocalEntity[] {
	const mentions: Mention[] = [];
	for (const name of names) {
		for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
			const span = { start: at, end: at + name.length };
			if (mentions.some(({ start, end }) => start < span.end && span.start < end)) continue;
			const form = name === names[0] ? "full" : /^\p{Lu}{2,}$/u.test(name) ? "acronym" : "short";
			mentions.push({ ...span, exact: name, form });
		}
	}
	mentions.sort(compareSpans);
	const first = mentions[0];
	if (!first) return [];
	return [
		{
			id: makeId(id, first.start, first.end),
			name: names[0] ?? "",
			type,
			names,
			mentions,
			reasons: names.slice(1).map(() => "given by the test"),
			pronoun: pronoun ?? null,
			roles: [],
		},
	];
}

/** A direct quotation of the given words, marks outside, carried by the given local entity. */
export function quote(article: Article, exact: string, carrier: LocalEntity | null = null): FoundQuotation {
	const start = article.text.indexOf(exact);
	const span = { start, end: start + exact.length };
	const mention = carrier?.mentions[0];
	return {
		id: makeId(article.id, start),
		kind: "direct",
		content: [span],
		marked: [span],
		exact,
		source: null,
		cue: [],
		speaker: null,
		speakerReason: "the test names none",
		candidates: [],
		carriers: carrier && mention ? [{ entity: carrier.id, span: { start: mention.start, end: mention.end } }] : [],
		addressee: null,
		polarity: "said",
		hedged: false,
		confidence: 0.9,
		rule: "quotations/test",
	};
}
