import type { AnnotatedArticle } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { LineageEdge } from "../../model/record.ts";
import type { Place } from "../../model/span.ts";
import { comparePlaces, round } from "../../text/compare.ts";
import { type Copies, measureContained } from "../copies/copies.ts";
import type { WordSequence } from "../copies/fingerprints.ts";
import { agencyOf, compareArticles } from "../order.ts";
import { isCreditTo, isWholeCredit } from "./credits.ts";
import { findDirection, type Side } from "./direction.ts";

/** A text that holds this share of another, while this much of itself is not in the other, is the fuller one. */
const CUT_CONTAINED = 0.9;
const CUT_CONTAINING = 0.8;
const CUT_CONFIDENCE = 0.6;
/** Copies that share fewer words in runs are told by their sentences. */
const LEAST_SURE = 0.75;

/** A story's reports, and what tells how they stand to each other. */
export interface Context {
	/** Indices into the articles, in the story's order. */
	readonly members: readonly number[];
	readonly articles: readonly AnnotatedArticle[];
	/** Article id to index. */
	readonly inStory: ReadonlyMap<string, number>;
	readonly copies: Copies;
	/** The words of `articles`, in the same order. */
	readonly sequences: readonly WordSequence[];
	/** Article id to node id. */
	readonly nodeOf: ReadonlyMap<string, string>;
	sideOf(member: number): Side | null;
}

/** The copies of one text, with its fullest form and the one that the others are from. */
export interface CopiedText {
	readonly members: readonly number[];
	readonly base: number;
	readonly origin: number;
	/** By copy the member that it says it is from, else the origin; an exact copy has what stands for its text. */
	readonly originals: ReadonlyMap<number, number>;
}

export function listCopiedTexts(context: Pick<Context, "members" | "copies" | "sideOf">): CopiedText[] {
	const groups = new Map<number, number[]>();
	for (const member of context.members) {
		const base = context.copies.bases[member] ?? member;
		const group = groups.get(base);
		if (group) group.push(member);
		else groups.set(base, [member]);
	}
	return [...groups].map(([base, members]) => {
		const origin = findOrigin(members, base, context);
		const { leaders } = context.copies;
		const originals = new Map<number, number>();
		for (const copy of members) {
			if (copy === origin) continue;
			const leader = leaders[copy] ?? copy;
			const known = leader === copy || leader === leaders[origin] || !members.includes(leader) ? origin : leader;
			originals.set(copy, findCredited(copy, members, context) ?? known);
		}
		return { members, base, origin, originals };
	});
}

/**
 * The text that a group of copies goes back to: an agency's own that another member credits, else one that was
 * published before all others, else the fullest.
 */
function findOrigin(group: readonly number[], base: number, { sideOf }: Pick<Context, "sideOf">): number {
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

/** Each copy hangs on its original. */
export function listCopies(context: Context, groups: readonly CopiedText[]): LineageEdge[] {
	const { nodeOf, sequences } = context;
	const edges: LineageEdge[] = [];
	for (const { originals } of groups) {
		for (const [copy, original] of originals) {
			const [x, y] = [context.sideOf(copy), context.sideOf(original)];
			const [words, others] = [sequences[copy], sequences[original]];
			if (!x || !y || !words || !others) continue;
			const told = findDirection(x, y);
			const { contained, containing } = measureContained(words, others);
			const isShorter = words.norms.length < others.norms.length;
			const cut = isShorter && contained >= CUT_CONTAINED && containing < CUT_CONTAINING;
			const direction = told ?? { from: x.article, to: y.article, confidence: CUT_CONFIDENCE };
			edges.push({
				from: nodeOf.get(direction.from.id) ?? "",
				to: nodeOf.get(direction.to.id) ?? "",
				kind: "copies",
				directed: told !== null || cut,
				for: null,
				passage: null,
				evidence: [...bodyOf(direction.from), ...bodyOf(direction.to)].sort(comparePlaces),
				// Of what has no direction, how sure it is that both are one text.
				confidence: round(told !== null || cut ? direction.confidence : Math.max(contained, LEAST_SURE), 2),
			});
		}
	}
	return edges;
}

/** The first of a group that a copy says its text is from; null when it says so of none, or of what draws on it. */
function findCredited(copy: number, group: readonly number[], { sideOf }: Pick<Context, "sideOf">): number | null {
	const side = sideOf(copy);
	const whole = side?.credits.list.filter((credit) => isWholeCredit(credit) && !side.credits.ownKeys.has(credit.key));
	if (!side || !whole || whole.length === 0) return null;
	const credited = group.find((member) => {
		const other = sideOf(member);
		return (
			member !== copy && other && whole.some((credit) => isCreditTo(credit, other.credits)) && drawsOn(side, other)
		);
	});
	return credited ?? null;
}

function bodyOf({ id, body }: Article): Place[] {
	return body.map(({ start, end }) => ({ article: id, start, end }));
}
