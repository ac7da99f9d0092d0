import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { LineageEdge } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { comparePlaces, round } from "../../text/compare.ts";
import type { Copies } from "../copies/copies.ts";
import { agencyOf, compareArticles } from "../order.ts";
import { findDirection, type Side } from "./direction.ts";

/** A text that holds this share of another, while this much of itself is not in the other, is the fuller one. */
const CUT_CONTAINED = 0.9;
const CUT_CONTAINING = 0.8;
const CUT_CONFIDENCE = 0.6;

/** A story's reports, and what tells how they stand to each other. */
export interface Context {
	/** Indices into the articles, in the story's order. */
	readonly members: readonly number[];
	readonly articles: readonly AnnotatedArticle[];
	/** Article id to index. */
	readonly inStory: ReadonlyMap<string, number>;
	readonly copies: Copies;
	/** Article id to node id. */
	readonly nodeOf: ReadonlyMap<string, string>;
	sideOf(member: number): Side | null;
}

/** The copies of one text, with its fullest form and the one that the others are from. */
export interface CopiedText {
	readonly members: readonly number[];
	readonly base: number;
	readonly origin: number;
}

export function listCopiedTexts(context: Context): CopiedText[] {
	const groups = new Map<number, number[]>();
	for (const member of context.members) {
		const base = context.copies.bases[member] ?? member;
		const group = groups.get(base);
		if (group) group.push(member);
		else groups.set(base, [member]);
	}
	return [...groups].map(([base, members]) => ({ members, base, origin: findOrigin(members, base, context) }));
}

/**
 * The text that a group of copies goes back to: an agency's own that another member credits, else one that was
 * published before all others, else the fullest.
 */
function findOrigin(group: readonly number[], base: number, { sideOf }: Context): number {
	const sides = group.flatMap((member) => {
		const side = sideOf(member);
		return side ? [{ member, side }] : [];
	});
	sides.sort((x, y) => compareArticles(x.side.article, y.side.article));
	const wire = sides.find(({ side }) => agencyOf(side.article) !== null);
	// Whatever comes before all others is among the first by its own account or by date.
	for (const candidate of [wire, sides[0]]) {
		if (candidate && sides.every((other) => other === candidate || drawsOn(other.side, candidate.side))) {
			return candidate.member;
		}
	}
	// The fullest may stand in another story.
	return wire?.member ?? (group.includes(base) ? base : (group[0] ?? base));
}

function drawsOn(side: Side, other: Side): boolean {
	return findDirection(side, other)?.to === other.article;
}

/** Copies hang on the text of their group that the others are from; an exact copy on what stands for its text. */
export function listCopies(context: Context, groups: readonly CopiedText[]): LineageEdge[] {
	const { copies, nodeOf } = context;
	const { leaders, pairs } = copies;
	const pairOf = new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]));
	const edges: LineageEdge[] = [];
	for (const { members: group, origin } of groups) {
		for (const copy of group) {
			const leader = leaders[copy] ?? copy;
			const original = leader === copy || leader === leaders[origin] || !group.includes(leader) ? origin : leader;
			const [x, y] = [context.sideOf(copy), context.sideOf(original)];
			if (original === copy || !x || !y) continue;
			const pair = pairOf.get(`${original} ${copy}`);
			const told = findDirection(x, y);
			const cut = pair !== undefined && pair.contained >= CUT_CONTAINED && pair.containing < CUT_CONTAINING;
			const direction = told ?? { from: x.article, to: y.article, confidence: CUT_CONFIDENCE };
			edges.push({
				from: nodeOf.get(direction.from.id) ?? "",
				to: nodeOf.get(direction.to.id) ?? "",
				kind: "copies",
				directed: told !== null || cut,
				for: null,
				passage: null,
				evidence: [...bodyOf(direction.from), ...bodyOf(direction.to)].sort(comparePlaces),
				confidence: round(told !== null || cut ? direction.confidence : (pair?.contained ?? 1), 2),
			});
		}
	}
	return edges;
}

function bodyOf({ id, body }: Article): Place[] {
	return body.map(({ start, end }) => ({ article: id, start, end }));
}
