import type { Span } from "../../model/span.ts";
import { compareSpans, compareText, round } from "../../text/compare.ts";
import { spanAt } from "../../text/spans.ts";
import { stemOf } from "../../text/stem.ts";
import type { Statement } from "../statements.ts";
import { TELLING } from "../term-weight.ts";
import type { Clause } from "./clauses.ts";
import { meetingTerm } from "./event-classes.ts";
import { oppositeTerm } from "./opposites.ts";
import type { IndexedMaterial } from "./story-material.ts";

/**
 * Clauses of several reports that restate each other: those most alike first, each cluster with one clause of a report.
 * Joins "the gates were opened at nine" to "opened the gates"; must not join two clauses that share names alone, nor one
 * to another that denies it in other words.
 */

/** Least Dice of two clauses' telling words for one to restate the other, by how many of the shared are no names. */
const RESTATES: readonly number[] = [2, 2, 0.6, 0.55];
const LEAST_SHARED = 3;
/** A stem that stands in more clauses than this finds no candidates: it would make them grow with the square. */
const MOST_POSTED = 400;
/** Least mean over the cluster. */
const AVERAGE = 0.4;

/** The sum of likeness between the clauses of two clusters; null where something keeps them apart. */
type Links = Map<number, number | null>;

/**
 * Clusters of two clauses or more, each by article, then place.
 *
 * @param mayRestate whether nothing keeps two clauses of this likeness (0–1) apart
 */
export function clusterClauses(
	clauses: readonly Clause[],
	material: IndexedMaterial,
	mayRestate: (a: Clause, b: Clause, likeness: number) => boolean,
): Clause[][] {
	const sorted = [...clauses].sort((a, b) => compareText(a.article, b.article) || compareSpans(a.span, b.span));
	const nameAt = indexNames(material);
	const terms = sorted.map((one) => weighTerms(one, nameAt));
	const links: Links[] = sorted.map(() => new Map());
	const pairs: { i: number; j: number; score: number }[] = [];
	findPairs(terms, (i, j) => {
		const [a, b, left, right] = [sorted[i], sorted[j], terms[i], terms[j]];
		if (!a || !b || !left || !right || a.article === b.article) return;
		const score = diceOf(left, right);
		if (score === 0) return;
		const kept = mayRestate(a, b, score);
		links[i]?.set(j, kept ? score : null);
		links[j]?.set(i, kept ? score : null);
		const plain = Math.min(countPlain(left, right), RESTATES.length - 1);
		if (kept && score >= (RESTATES[plain] ?? 1)) pairs.push({ i, j, score });
	});
	pairs.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
	const members = sorted.map((_, index) => [index]);
	const reports = sorted.map(({ article }) => new Set([article]));
	const rootOf = sorted.map((_, index) => index);
	for (const { i, j } of pairs) {
		const [a = i, b = j] = [rootOf[i], rootOf[j]].sort((x = 0, y = 0) => sizeOf(links[y]) - sizeOf(links[x]) || x - y);
		const [left, right] = [members[a], members[b]];
		if (a === b || !left || !right) continue;
		const sum = links[a]?.get(b);
		if (sum === undefined || sum === null || round(sum / (left.length * right.length)) < AVERAGE) continue;
		if (shareOne(reports[a], reports[b])) continue;
		for (const index of right) rootOf[index] = a;
		left.push(...right);
		for (const article of reports[b] ?? []) reports[a]?.add(article);
		moveLinks(links, b, a);
	}
	return members
		.filter((cluster, index) => rootOf[index] === index && cluster.length > 1)
		.map((cluster) => [...cluster].sort((a, b) => a - b))
		.sort(([a = 0], [b = 0]) => a - b)
		.map((cluster) => cluster.flatMap((index) => sorted[index] ?? []));
}

function sizeOf(links: Links | undefined): number {
	return links?.size ?? 0;
}

/** Gives one cluster's links to another. */
function moveLinks(links: readonly Links[], from: number, to: number): void {
	const own = links[to];
	for (const [other, sum] of links[from] ?? []) {
		const back = links[other];
		back?.delete(from);
		if (other === to || !own) continue;
		const before = own.get(other);
		const joined = sum === null || before === null ? null : sum + (before ?? 0);
		own.set(other, joined);
		back?.set(to, joined);
	}
	links[from]?.clear();
}

function shareOne(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
	const [fewer, more] = (a?.size ?? 0) <= (b?.size ?? 0) ? [a, b] : [b, a];
	for (const one of fewer ?? []) if (more?.has(one)) return true;
	return false;
}

/** Tells of each pair that shares enough terms, the earlier first. */
function findPairs(terms: readonly Terms[], tell: (i: number, j: number) => void): void {
	const postings = new Map<string, number[]>();
	for (const [j, own] of terms.entries()) {
		const shared = new Map<number, number>();
		for (const term of own.weights.keys()) {
			const list = postings.get(term);
			if (!list) {
				postings.set(term, [j]);
				continue;
			}
			if (list.length > MOST_POSTED) continue;
			for (const i of list) shared.set(i, (shared.get(i) ?? 0) + 1);
			list.push(j);
		}
		for (const [i, count] of shared) if (count >= LEAST_SHARED) tell(i, j);
	}
}

/** The entity that a word names; null when it is no name of the set's. */
type NameAt = (article: string, word: Span) => string | null;

function indexNames({ namings, articles }: IndexedMaterial): NameAt {
	const byArticle = new Map(
		articles.map(({ article }) => {
			const all = (namings.get(article.id) ?? []).flatMap(({ entity, mentions }) =>
				mentions
					.filter(({ form }) => form !== "pronoun" && form !== "description")
					.map(({ start, end }) => ({ start, end, entity: entity.id })),
			);
			return [article.id, withoutNested(all.sort((a, b) => a.start - b.start || b.end - a.end))] as const;
		}),
	);
	return (article, word) => spanAt(byArticle.get(article) ?? [], word.start)?.entity ?? null;
}

function withoutNested<T extends Span>(sorted: readonly T[]): T[] {
	let end = 0;
	return sorted.filter((one) => {
		if (one.start < end) return false;
		end = one.end;
		return true;
	});
}

/** The telling words of a clause. */
interface Terms {
	readonly weights: ReadonlyMap<string, number>;
	/** Those that are names. */
	readonly names: ReadonlySet<string>;
	readonly total: number;
}

/** How many words both have that are no names. */
function countPlain(a: Terms, b: Terms): number {
	let shared = 0;
	for (const term of a.weights.keys()) if (b.weights.has(term) && !a.names.has(term)) shared++;
	return shared;
}

/** A name says as much as a middling word, however many words it has and however rare they are. */
const NAME_WEIGHT = 0.4;
const SAYING = new Set(["say", "tell", "report", "accord", "speak"].map(stemOf));

/** The telling words of a clause, each under the stem that stands for all it may be replaced by, names under their entity. */
function weighTerms({ article, words }: Statement, nameAt: NameAt): Terms {
	const weights = new Map<string, number>();
	const names = new Set<string>();
	let total = 0;
	for (const word of words) {
		if (SAYING.has(word.stem)) continue;
		const entity = nameAt(article, word);
		if (entity === null && (word.weight < TELLING || word.number)) continue;
		const term = entity === null ? (oppositeTerm(word.stem) ?? meetingTerm(word.stem)) : `entity ${entity}`;
		if (weights.has(term)) continue;
		const weight = entity === null ? word.weight : NAME_WEIGHT;
		weights.set(term, weight);
		if (entity !== null || word.capital) names.add(term);
		total += weight;
	}
	return { weights, names, total };
}

function diceOf(a: Terms, b: Terms): number {
	if (a.total + b.total === 0) return 0;
	let shared = 0;
	for (const [term, weight] of a.weights) shared += Math.min(weight, b.weights.get(term) ?? 0);
	return round((2 * shared) / (a.total + b.total));
}
