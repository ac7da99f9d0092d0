import type { Passage, RecordArticle } from "../../model/record.ts";
import type { Place, Span } from "../../model/span.ts";
import { foldCase } from "../../text/fold.ts";
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
	const groups = index.record.copyGroups.filter(({ members: copies }) =>
		copies.some((copy) => copy.article === article.id),
	);
	const areOneText = ({ a, b }: Passage): boolean =>
		groups.some(({ members: copies }) =>
			[a, b].every((place) => copies.some((copy) => copy.article === place.article)),
		);
	for (const passage of index.record.passages) {
		if ((passage.quoted || passage.stock) && !areOneText(passage)) continue;
		if (passage.a.article === article.id) add(passage.b.article, passage.a);
		if (passage.b.article === article.id) add(passage.a.article, passage.b);
	}
	// A near copy may be a part of its text, or the other way round: its passages say what stands in both.
	for (const group of groups) {
		if (group.kind !== "exact") continue;
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

/** What the same reports all have in common. */
export interface SharedStretches {
	/** In the order of the record's list. */
	readonly articles: readonly string[];
	/** Whether they are copies of one text. */
	readonly oneText: boolean;
	/** Longest first. */
	readonly stretches: readonly SharedStretch[];
	readonly words: number;
}

export interface SharedStretch {
	/** One in each of the reports, in the order of the record's list. */
	readonly places: readonly Place[];
	readonly words: number;
	readonly quoted: boolean;
	readonly stock: boolean;
}

/**
 * The passages among `members`, those of the same words together and then those of the same reports, so that a
 * sentence which ten reports print is given once. What has most words comes first, copies of one text last.
 */
export function groupStretches(index: RecordIndex, members: readonly string[]): SharedStretches[] {
	const rankOf = (article: string): number => index.rank.get(article) ?? 0;
	const groups = new Map<string, { oneText: boolean; articles: string[]; stretches: SharedStretch[]; words: number }>();
	for (const stretch of foldStretches(index, members)) {
		const articles = stretch.places.map(({ article }) => article);
		const key = `${stretch.oneText} ${articles.join(" ")}`;
		const group = groups.get(key) ?? { oneText: stretch.oneText, articles, stretches: [], words: 0 };
		group.stretches.push(stretch);
		group.words += stretch.words;
		groups.set(key, group);
	}
	for (const { stretches } of groups.values()) {
		stretches.sort((p, q) => q.words - p.words || (p.places[0]?.start ?? 0) - (q.places[0]?.start ?? 0));
	}
	const compareArticles = (p: readonly string[], q: readonly string[]): number => {
		const at = p.findIndex((article, i) => article !== q[i]);
		return at < 0 ? p.length - q.length : rankOf(p[at] ?? "") - rankOf(q[at] ?? "");
	};
	return [...groups.values()].sort(
		(p, q) => Number(p.oneText) - Number(q.oneText) || q.words - p.words || compareArticles(p.articles, q.articles),
	);
}

/** Passages of the same words as one, with a place in each report; of copies of one text only between each two. */
function foldStretches(
	index: RecordIndex,
	members: readonly string[],
): (SharedStretch & { readonly oneText: boolean })[] {
	const copies = new Map<string, ReadonlySet<string>>();
	for (const group of index.record.copyGroups) {
		const inGroup = new Set(group.members.map(({ article }) => article));
		for (const article of inGroup) copies.set(article, new Set([...(copies.get(article) ?? []), ...inGroup]));
	}
	const stretches = new Map<
		string,
		{ places: Map<string, Place>; words: number; quoted: boolean; stock: boolean; oneText: boolean }
	>();
	for (const { a, b, passages } of pairPassages(index, members)) {
		const oneText = copies.get(a)?.has(b) ?? false;
		for (const passage of passages) {
			const { quoted, stock, words } = passage;
			const text = index.articles.get(a)?.text.slice(passage.a.start, passage.a.end) ?? "";
			const folded = oneText ? `${a} ${b} ${passage.a.start}` : foldCase(text).replace(/[^\p{L}\p{N}]+/gu, " ");
			const key = `${oneText} ${quoted} ${stock} ${folded}`;
			const known = stretches.get(key) ?? { places: new Map(), words, quoted, stock, oneText };
			for (const place of [passage.a, passage.b]) {
				if (!known.places.has(place.article)) known.places.set(place.article, place);
			}
			stretches.set(key, known);
		}
	}
	return [...stretches.values()].map(({ places, ...rest }) => ({
		...rest,
		places: [...places.values()].sort((p, q) => (index.rank.get(p.article) ?? 0) - (index.rank.get(q.article) ?? 0)),
	}));
}
