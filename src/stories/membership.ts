import type { AnnotatedArticle } from "../model/annotated.ts";
import type { Story } from "../model/record.ts";
import { stemOf } from "../text/stem.ts";
import { tokenRange } from "../text/tokens.ts";
import type { ArticleFeatures } from "./grouping/features.ts";
import { describeGap, findShared } from "./grouping/reasons.ts";
import type { Pair } from "./grouping/similarity.ts";
import type { LineEvidence } from "./lineage/standing-alone.ts";
import { listWords } from "./order.ts";
import { describeShared } from "./shared-terms.ts";

/** How many of the nearest reports outside a story are listed. */
const MOST_NEAR = 3;
/** A reason is found against this many other members at most: a story of thousands needs no more to say why. */
const MOST_COMPARED = 30;
/** Names of a report outside that none of the story's has. */
const MOST_OTHER_NAMES = 3;
/** So much of a report's opening tells what it is about (tokens). */
const OPENING_TOKENS = 120;

/** Why each of a story's articles belongs to it, in the order of `members`. */
export function explainMembers(
	members: readonly number[],
	features: readonly ArticleFeatures[],
	evidence: LineEvidence,
): Story["why"] {
	const isReport = (member: number): boolean => evidence.articles[member]?.article.role === "report";
	const reports = members.filter(isReport);
	return members.map((member) => ({
		article: evidence.articles[member]?.article.id ?? "",
		reason: isReport(member)
			? explainMember(member, reports, features, evidence)
			: explainPrimary(member, reports, features, evidence),
	}));
}

function explainMember(
	member: number,
	members: readonly number[],
	features: readonly ArticleFeatures[],
	{ labels, copies, articles }: LineEvidence,
): string {
	const [own, annotated] = [features[member], articles[member]];
	if (!own || !annotated || members.length === 1) return "the only report of it";
	const leader = copies.leaders[member] ?? member;
	const base = copies.bases[member] ?? member;
	for (const [original, word] of [
		[leader, "the same text as"],
		[base, "the same text, cut or changed, as"],
	] as const) {
		if (original !== member && members.includes(original)) return `${word} ${labels[original]}`;
	}
	const others = members
		.filter((other) => other !== member && copies.leaders[other] === other)
		.slice(0, MOST_COMPARED)
		.flatMap((other) => features[other] ?? []);
	if (others.length === 0) return `the same text as ${labels[members.find((other) => other !== member) ?? member]}`;
	const shared = describeShared(annotated, findShared(own, others));
	const gap = describeGap(own, others);
	return [shared === "" ? "alike in wording" : `shares ${shared}`, gap].filter((part) => part !== null).join("; ");
}

function explainPrimary(
	member: number,
	reports: readonly number[],
	features: readonly ArticleFeatures[],
	{ articles }: LineEvidence,
): string {
	const [own, annotated] = [features[member], articles[member]];
	const others = reports.slice(0, MOST_COMPARED).flatMap((report) => features[report] ?? []);
	const shared = own && annotated ? describeShared(annotated, findShared(own, others)) : "";
	return shared === "" ? "a primary document: reports repeat its words" : `a primary document; shares ${shared}`;
}

/** The reports that come nearest to a story and stay out, the nearest first, each with what ties and what parts it. */
export function findNear(
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
	const nearest = [...best].sort(([x, p], [y, q]) => q.weight - p.weight || x - y).slice(0, MOST_NEAR);
	if (nearest.length === 0) return [];
	const group = members.slice(0, MOST_COMPARED).flatMap((member) => features[member] ?? []);
	const told = new Set(members.flatMap((member) => features[member]?.features.map(({ term }) => term) ?? []));
	return nearest.flatMap(([outside]) => {
		const [own, annotated] = [features[outside], articles[outside]];
		if (!own || !annotated) return [];
		const shared = describeShared(annotated, findShared(own, group));
		const others = findOtherNames(annotated, told);
		const parts = [
			shared === "" ? "a few words in common" : `shares ${shared}`,
			"too little for one event",
			others.length > 0 ? `names ${listWords(others)}, which none of these does` : null,
			describeGap(own, group),
		];
		return [{ article: annotated.article.id, reason: parts.filter((part) => part !== null).join("; ") }];
	});
}

/** The people and places of a report's opening of whose names no word is among `told`, in the order of the text. */
function findOtherNames({ entities, words }: AnnotatedArticle, told: ReadonlySet<string>): string[] {
	const limit = words.tokens.starts[OPENING_TOKENS] ?? Number.POSITIVE_INFINITY;
	return entities
		.flatMap(({ type, name, mentions }) => {
			if (type !== "person" && type !== "place" && type !== "state") return [];
			// A dateline names a place outside of the words.
			const terms = mentions
				.filter(({ form }) => form !== "pronoun" && form !== "description" && form !== "demonym")
				.flatMap((mention) => {
					const { first, end } = tokenRange(words.tokens, mention);
					return words.tokens.norms.slice(first, end).map((norm) => ({ term: stemOf(norm), start: mention.start }));
				});
			const [first] = terms;
			if (!first || first.start >= limit || terms.some(({ term }) => told.has(term))) return [];
			return [{ name, start: first.start }];
		})
		.sort((x, y) => x.start - y.start)
		.slice(0, MOST_OTHER_NAMES)
		.map(({ name }) => name);
}
