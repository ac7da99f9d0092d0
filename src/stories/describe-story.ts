import type { AnnotatedArticle } from "../model/annotated.ts";
import type { Entity, Story } from "../model/record.ts";
import type { ArticleFeatures } from "./grouping/features.ts";
import { describeGap, describeShared, findShared } from "./grouping/reasons.ts";
import type { Pair } from "./grouping/similarity.ts";
import { findLines } from "./lineage/lines.ts";
import type { LineEvidence } from "./lineage/standing-alone.ts";
import { findWhen, findWhere } from "./when-where.ts";

/** How many of the nearest reports outside a story are listed. */
const MOST_NEAR = 3;
/** A reason is found against this many other members at most: a story of thousands needs no more to say why. */
const MOST_COMPARED = 30;

/**
 * A story from its members: why each belongs, which reports come nearest and stay out, a headline one
 * of them carries, when and where, and the independent lines.
 *
 * @param members indices into the lists, in the story's order (publication, source, id)
 */
export function describeStory(
	id: string,
	members: readonly number[],
	features: readonly ArticleFeatures[],
	pairs: readonly Pair[],
	evidence: LineEvidence,
	entityOf: ReadonlyMap<string, string>,
	entities: ReadonlyMap<string, Entity>,
): Story {
	const annotated = members.flatMap((member) => evidence.articles[member] ?? []);
	const reports = members.filter((member) => evidence.articles[member]?.article.role === "report");
	const distinct = reports.filter((member) => evidence.copies.leaders[member] === member);
	const texts = distinct.flatMap((member) => evidence.articles[member] ?? []);
	return {
		id,
		aliases: [],
		articles: annotated.map(({ article }) => article.id),
		why: members.map((member) => ({
			article: evidence.articles[member]?.article.id ?? "",
			reason: reports.includes(member)
				? explainMember(member, reports, features, evidence)
				: explainPrimary(member, reports, features),
		})),
		near: findNear(reports, features, pairs, evidence.articles),
		headline: chooseHeadline(reports, pairs, evidence.articles),
		when: findWhen(
			texts,
			reports.flatMap((member) => evidence.articles[member] ?? []),
		),
		where: findWhere(texts, entityOf, entities),
		lines: findLines(reports, evidence),
	};
}

function explainMember(
	member: number,
	members: readonly number[],
	features: readonly ArticleFeatures[],
	{ labels, copies }: LineEvidence,
): string {
	const own = features[member];
	if (!own || members.length === 1) return "the only report of it";
	const leader = copies.leaders[member] ?? member;
	const base = copies.bases[member] ?? member;
	for (const [original, word] of [
		[leader, "the same text as"],
		[base, "nearly the same text as"],
	] as const) {
		if (original !== member && members.includes(original)) return `${word} ${labels[original]}`;
	}
	const others = members
		.filter((other) => other !== member && copies.leaders[other] === other)
		.slice(0, MOST_COMPARED)
		.flatMap((other) => features[other] ?? []);
	if (others.length === 0) return `the same text as ${labels[members.find((other) => other !== member) ?? member]}`;
	const shared = describeShared(findShared(own, others));
	const gap = describeGap(own, others);
	return [shared === "" ? "alike in wording" : `shares ${shared}`, gap].filter((part) => part !== null).join("; ");
}

function explainPrimary(member: number, reports: readonly number[], features: readonly ArticleFeatures[]): string {
	const own = features[member];
	const others = reports.slice(0, MOST_COMPARED).flatMap((report) => features[report] ?? []);
	const shared = own ? describeShared(findShared(own, others)) : "";
	return shared === "" ? "a primary document: reports repeat its words" : `a primary document; shares ${shared}`;
}

function findNear(
	members: readonly number[],
	features: readonly ArticleFeatures[],
	pairs: readonly Pair[],
	articles: readonly AnnotatedArticle[],
): Story["near"] {
	const inside = new Set(members);
	const best = new Map<number, Pair>();
	for (const pair of pairs) {
		if (inside.has(pair.a) === inside.has(pair.b)) continue;
		const outside = inside.has(pair.a) ? pair.b : pair.a;
		const known = best.get(outside);
		if (!known || pair.weight > known.weight) best.set(outside, pair);
	}
	return [...best]
		.sort(([x, p], [y, q]) => q.weight - p.weight || x - y)
		.slice(0, MOST_NEAR)
		.flatMap(([outside]) => {
			const own = features[outside];
			if (!own) return [];
			const group = members.slice(0, MOST_COMPARED).flatMap((member) => features[member] ?? []);
			const shared = describeShared(findShared(own, group));
			const gap = describeGap(own, group);
			const ties = shared === "" ? "a few words in common" : `shares ${shared}`;
			const parts = [ties, "too little for one event", gap].filter((part) => part !== null);
			return [{ article: articles[outside]?.article.id ?? "", reason: parts.join("; ") }];
		});
}

/** The headline of the report most like the others; of equals the first. Made-up headlines do not count. */
function chooseHeadline(
	members: readonly number[],
	pairs: readonly Pair[],
	articles: readonly AnnotatedArticle[],
): Story["headline"] {
	const inside = new Set(members);
	const likeness = new Map<number, number>();
	for (const { a, b, likeness: weight } of pairs) {
		if (!inside.has(a) || !inside.has(b)) continue;
		likeness.set(a, (likeness.get(a) ?? 0) + weight);
		likeness.set(b, (likeness.get(b) ?? 0) + weight);
	}
	let best: { readonly article: string; readonly text: string } | null = null;
	let most = -1;
	for (const member of members) {
		const article = articles[member]?.article;
		if (!article?.headline || article.headline.made) continue;
		const weight = likeness.get(member) ?? 0;
		if (weight > most) {
			most = weight;
			best = { article: article.id, text: article.headline.text };
		}
	}
	return best;
}
