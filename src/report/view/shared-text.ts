import type { RecordArticle } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { mergeSpans, spanLength } from "../../text/spans.ts";
import { countWords } from "../../text/tokens.ts";
import type { RecordIndex } from "./record-index.ts";

/** How much of a report's body stands in others too. */
export interface Share {
	/** 0–1, of the body's length; words that both merely quote are not counted, nor an outlet's own stock. */
	readonly part: number;
	/** The article it has most in common with; null when it shares nothing. */
	readonly most: string | null;
}

/** What two reports have in common. `a` comes before `b` in the record's list. */
export interface SharedPair {
	readonly a: string;
	readonly b: string;
	/** Longest first. */
	readonly passages: readonly {
		readonly a: Place;
		readonly b: Place;
		readonly words: number;
		readonly quoted: boolean;
		readonly stock: boolean;
	}[];
	readonly words: number;
}

/** How much of `article` is shared with the other members of its story, by passages and copy groups. */
export function measureShare(index: RecordIndex, article: RecordArticle, members: readonly string[]): Share {
	const inside = new Set(members);
	const spansWith = new Map<string, Span[]>();
	const add = (other: string, span: Span): void => {
		if (other === article.id || !inside.has(other)) return;
		const spans = spansWith.get(other);
		if (spans) spans.push(span);
		else spansWith.set(other, [span]);
	};
	for (const passage of index.record.passages) {
		if (passage.quoted || passage.stock) continue;
		if (passage.a.article === article.id) add(passage.b.article, passage.a);
		if (passage.b.article === article.id) add(passage.a.article, passage.b);
	}
	for (const group of index.record.copyGroups) {
		const own = group.members.filter((member) => member.article === article.id).flatMap((member) => member.spans);
		for (const member of group.members) for (const span of own) add(member.article, span);
	}
	const length = spanLength(article.body);
	const all = mergeSpans([...spansWith.values()].flat());
	let most: string | null = null;
	let mostLength = 0;
	for (const other of members) {
		const shared = spanLength(mergeSpans(spansWith.get(other) ?? []));
		if (shared > mostLength) {
			most = other;
			mostLength = shared;
		}
	}
	return { part: length === 0 ? 0 : Math.min(1, spanLength(all) / length), most };
}

/** What pairs among `members` share, the pair with most words first, then by the record's list. */
export function pairPassages(index: RecordIndex, members: readonly string[]): SharedPair[] {
	const inside = new Set(members);
	const pairs = new Map<string, { a: string; b: string; passages: SharedPair["passages"][number][]; words: number }>();
	for (const passage of index.record.passages) {
		if (!inside.has(passage.a.article) || !inside.has(passage.b.article)) continue;
		const turned = (index.rank.get(passage.a.article) ?? 0) > (index.rank.get(passage.b.article) ?? 0);
		const a = turned ? passage.b : passage.a;
		const b = turned ? passage.a : passage.b;
		const key = `${a.article} ${b.article}`;
		const pair = pairs.get(key) ?? { a: a.article, b: b.article, passages: [], words: 0 };
		const words = countWords(passage.exact);
		pair.passages.push({ a, b, words, quoted: passage.quoted, stock: passage.stock });
		pair.words += words;
		pairs.set(key, pair);
	}
	const rankOf = (article: string): number => index.rank.get(article) ?? 0;
	for (const pair of pairs.values()) pair.passages.sort((p, q) => q.words - p.words || p.a.start - q.a.start);
	return [...pairs.values()].sort(
		(p, q) => q.words - p.words || rankOf(p.a) - rankOf(q.a) || rankOf(p.b) - rankOf(q.b),
	);
}
