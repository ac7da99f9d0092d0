import type { FactState } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { compareSpans, compareText, round } from "../../text/compare.ts";
import { sliceOf, spanAt } from "../../text/spans.ts";
import { stemOf } from "../../text/stem.ts";
import type { Statement } from "../statements.ts";
import { TELLING } from "../term-weight.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import { alignPair } from "../variants/pairwise-alignment.ts";
import { likenessOf, NAME_SLOT } from "../variants/word-likeness.ts";
import type { Clause } from "./clauses.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import { meetingTerm } from "./event-classes.ts";
import { type Related, relateDates, relateModes, relateNumbers } from "./relations.ts";
import type { IndexedMaterial } from "./story-material.ts";

/**
 * Sentences that say the same in several reports: joined by the rare words they share, then held
 * against each other slot by slot. Catches "The gates opened at nine" beside "The gates were opened
 * at nine o'clock"; must not join two sentences about one person that tell different things.
 */

/** Least Dice of two clauses' telling words for one to restate the other, by how many of the shared are no names. */
const RESTATES: readonly number[] = [2, 2, 0.6, 0.42];
const LEAST_SHARED = 3;
/** A stem that stands in more statements than this finds no candidates: it would make them grow with the square. */
const MOST_POSTED = 400;
/** Least mean over the cluster. */
const AVERAGE = 0.4;
/** Above this, a differing slot is the only thing that differs. */
const SAME_BUT_SLOT = 0.6;
/** Whether two numbers, by article and start, are held against each other as a fact of their own. */
export type Compared = (a: { article: string; start: number }, b: { article: string; start: number }) => boolean;

/**
 * A day told from the day of writing: the wire's "today" is the morning paper's "yesterday", and either's
 * own day may be a day off.
 */
const RELATIVE = /\b(?:today|yesterday|tomorrow|tonight|last|next|this|ago|earlier|later)\b/i;

/**
 * Facts of sentences that restate each other in two reports or more, one of them at least on its own word.
 *
 * @param compared whether two numbers are a fact of their own: they are not compared again here
 */
export function findClauseFacts(
	material: IndexedMaterial,
	statements: readonly Clause[],
	compared: Compared,
): DraftFact[] {
	if (new Set(statements.map((one) => one.article)).size < 2) return [];
	const { story, textOf } = material;
	// What is only ever reported speech is collated as an utterance.
	const clusters = clusterStatements(statements, indexNames(material)).filter(
		(cluster) => cluster.some((one) => !one.reported) && !differInNumber(cluster, compared),
	);
	return joinCopied(clusters).map((cluster) => {
		const states = cluster.map(
			(one): FactState => ({
				article: one.article,
				spans: [one.span],
				value: sliceOf(textOf(one.article), one.span),
				...one.standing,
			}),
		);
		const relate = (i: number, j: number): Related => {
			const a = cluster[i];
			const b = cluster[j];
			const left = states[i];
			const right = states[j];
			if (!a || !b || !left || !right) throw new Error("a state without its statement");
			return relateStatements(a, b, left, right, compared);
		};
		return makeFact(story, "clause", shortest(states), states, relate);
	});
}

/** Clauses that reports carry word for word are shown as the sentence they stand in, once. */
function joinCopied(clusters: readonly Clause[][]): Clause[][] {
	const shown = new Set<string>();
	return clusters.flatMap((cluster) => {
		const [first, ...rest] = cluster;
		if (!first || !rest.every((one) => sameWords(first, one))) return [cluster];
		const key = cluster.map(({ article, whole }) => `${article}:${whole.start}`).join(" ");
		if (shown.has(key)) return [];
		shown.add(key);
		return [cluster.map((one) => ({ ...one, span: one.whole }))];
	});
}

/** The shortest wording stands for the fact; ties by text. */
function shortest(states: readonly FactState[]): string {
	return [...states.map((state) => state.value)].sort((a, b) => a.length - b.length || compareText(a, b))[0] ?? "";
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

function clusterStatements(statements: readonly Clause[], nameAt: NameAt): Clause[][] {
	const sorted = [...statements].sort((a, b) => compareText(a.article, b.article) || compareSpans(a.span, b.span));
	const weights = sorted.map((one) => weighTerms(one, nameAt));
	const scores = new Map<string, number>();
	const pairs: { i: number; j: number; score: number }[] = [];
	const postings = new Map<string, number[]>();
	weights.forEach((own, j) => {
		const shared = new Map<number, number>();
		for (const [stem, weight] of own.stems) {
			// Words near everything join nothing; they would make the list of candidates grow with the square.
			if (weight < TELLING) continue;
			const list = postings.get(stem);
			if (!list) {
				postings.set(stem, [j]);
				continue;
			}
			if (list.length > MOST_POSTED) continue;
			for (const i of list) shared.set(i, (shared.get(i) ?? 0) + 1);
			list.push(j);
		}
		for (const [i, count] of shared) {
			if (count < LEAST_SHARED || sorted[i]?.article === sorted[j]?.article) continue;
			const score = diceOf(weights[i], own);
			if (score > 0) scores.set(`${i} ${j}`, score);
			const plain = Math.min(countPlain(weights[i], own), RESTATES.length - 1);
			if (score < (RESTATES[plain] ?? 1) || cannotRestate(sorted[i], sorted[j], score)) continue;
			pairs.push({ i, j, score });
		}
	});
	pairs.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
	const clusterOf = sorted.map((_, index) => new Set([index]));
	for (const { i, j } of pairs) {
		const left = clusterOf[i];
		const right = clusterOf[j];
		if (!left || !right || left === right) continue;
		let sum = 0;
		let vetoed = false;
		for (const a of left) {
			for (const b of right) {
				const score = scores.get(a < b ? `${a} ${b}` : `${b} ${a}`) ?? 0;
				if (cannotRestate(sorted[a], sorted[b], score)) vetoed = true;
				sum += score;
			}
		}
		if (vetoed || round(sum / (left.size * right.size)) < AVERAGE) continue;
		for (const b of right) {
			left.add(b);
			clusterOf[b] = left;
		}
	}
	return [...new Set(clusterOf)]
		.filter((cluster) => cluster.size > 1)
		.map((cluster) => [...cluster].sort((a, b) => a - b).flatMap((index) => sorted[index] ?? []));
}

interface Stems {
	readonly stems: ReadonlyMap<string, number>;
	/** Stems that stand with a capital inside the sentence. */
	readonly names: ReadonlySet<string>;
	readonly total: number;
}

/** How many words both have that are no names. */
function countPlain(a: Stems | undefined, b: Stems): number {
	let shared = 0;
	for (const stem of a?.stems.keys() ?? []) if (b.stems.has(stem) && !a?.names.has(stem)) shared++;
	return shared;
}

/** A name says as much as a middling word, however many words it has and however rare they are. */
const NAME_WEIGHT = 0.4;
const SAYING = new Set(["say", "tell", "report", "accord", "speak"].map(stemOf));

/** The telling words of a clause, each under the stem that stands for all it may be replaced by, names under their entity. */
function weighTerms({ article, words }: Statement, nameAt: NameAt): Stems {
	const stems = new Map<string, number>();
	const names = new Set<string>();
	let total = 0;
	for (const word of words) {
		if (SAYING.has(word.stem)) continue;
		const entity = nameAt(article, word);
		if (entity === null && (word.weight < TELLING || word.number)) continue;
		const term = entity === null ? meetingTerm(word.stem) : `entity ${entity}`;
		if (stems.has(term)) continue;
		const weight = entity === null ? word.weight : NAME_WEIGHT;
		stems.set(term, weight);
		if (entity !== null || word.capital) names.add(term);
		total += weight;
	}
	return { stems, names, total };
}

function weighStems(words: readonly SegmentWord[]): Stems {
	const stems = new Map<string, number>();
	const names = new Set(words.filter((word) => word.capital).map((word) => word.stem));
	let total = 0;
	for (const word of words) {
		if (word.weight < TELLING || stems.has(word.stem)) continue;
		stems.set(word.stem, word.weight);
		total += word.weight;
	}
	return { stems, names, total };
}

function diceOf(a: Stems | undefined, b: Stems): number {
	if (!a || a.total + b.total === 0) return 0;
	let shared = 0;
	for (const [stem, weight] of a.stems) shared += Math.min(weight, b.stems.get(stem) ?? 0);
	return round((2 * shared) / (a.total + b.total));
}

function relateStatements(a: Statement, b: Statement, left: FactState, right: FactState, compared: Compared): Related {
	const contested = relateWord(a, b);
	if (contested) return contested;
	const alike = diceOf(weighStems(a.words), weighStems(b.words));
	const slots = compareSlots(a, b, compared);
	if (slots !== null && alike >= SAME_BUT_SLOT) return slots;
	if (negationDiffers(a, b)) {
		return { relation: "unclear", reason: "one sentence has a negation that the other lacks" };
	}
	if (slots !== null) return { relation: "unclear", reason: slots.reason };
	const names = alike >= SAME_BUT_NAME ? compareNames(a, b) : null;
	if (names !== null) return names;
	const modes = relateModes(left, right);
	if (modes) return modes;
	if (a.reported !== b.reported) {
		return { relation: "compatible", reason: "one report gives on its own word what another gives as somebody's" };
	}
	if (numbersApart(a, b)) {
		return { relation: "compatible", reason: "the same in other words but for a number, which is compared by itself" };
	}
	return sameWords(a, b)
		? { relation: "agree", reason: "the same words" }
		: { relation: "compatible", reason: "the same in other words; nothing in them differs in number, date or name" };
}

/** One report's own word against what another gives as denied. */
function relateWord(a: Statement, b: Statement): Related | null {
	if (a.reported === b.reported && a.denied === b.denied) return null;
	const [own, other] = a.reported || (a.denied && !b.reported) ? [b, a] : [a, b];
	if (own.reported || own.denied || own.standing.mode !== "asserted" || !other.denied) return null;
	return { relation: "contested", reason: "one report gives it on its own word; in another it is denied" };
}

/**
 * A number, date or name that stands in the same slot of both sentences and cannot be the same; null
 * when no slot differs.
 */
function compareSlots(a: Statement, b: Statement, compared: Compared): Related | null {
	for (const left of a.numbers) {
		for (const right of b.numbers) {
			if (left.of === null || left.of !== right.of || left.kind !== right.kind) continue;
			if (left.kind === "age" || !sameSlot(a, left, b, right)) continue;
			if (compared({ article: a.article, start: left.start }, { article: b.article, start: right.start })) continue;
			const relation = relateNumbers(left, right);
			if (relation === "compatible" && left.exact !== right.exact) {
				return { relation: "compatible", reason: `“${left.exact}” and “${right.exact}” can both hold` };
			}
			const met =
				a.numbers.some(
					(one) => one.of === right.of && one.kind === right.kind && relateNumbers(one, right) !== "apart",
				) ||
				b.numbers.some((one) => one.of === left.of && one.kind === left.kind && relateNumbers(one, left) !== "apart");
			if (relation === "apart" && !met) {
				return {
					relation: "conflict",
					reason: `“${left.exact}” in one, “${right.exact}” in the other, in the same sentence`,
				};
			}
		}
	}
	if (a.dates.length === 1 && b.dates.length === 1) {
		const [left] = a.dates;
		const [right] = b.dates;
		const fixed = left && right && !RELATIVE.test(left.exact) && !RELATIVE.test(right.exact);
		if (fixed && sameSlot(a, left, b, right) && relateDates(left.date, right.date) === "apart") {
			return {
				relation: "conflict",
				reason: `“${left.exact}” in one, “${right.exact}” in the other, for the same thing`,
			};
		}
	}
	return null;
}

/** Titles stand for no name: "Miss Walker" and "Amanda Walker" are one. */
const TITLES = new Set("mr mrs ms miss dr sir lord lady prof president minister general".split(" "));
/** Two sentences this alike differ in one name alone. */
const SAME_BUT_NAME = 0.75;
/** Of the words on both sides of a name at least one says this much, or the place is no slot. */
const TELLING_NEIGHBOUR = 0.3;

/** One name in place of another, with the words on both sides of it the same. */
function compareNames(a: Statement, b: Statement): Related | null {
	const matches = alignPair(a.words.length, b.words.length, (i, j) => {
		const left = a.words[i];
		const right = b.words[j];
		return left && right ? likenessOf(left, right) : -1;
	});
	const same = (i: number, j: number): number => {
		const left = a.words[i];
		return left !== undefined && left.stem === b.words[j]?.stem ? left.weight : -1;
	};
	for (const match of matches) {
		const left = a.words[match.a];
		const right = b.words[match.b];
		if (!left?.capital || !right?.capital || match.weight !== NAME_SLOT) continue;
		if (TITLES.has(left.norm) || TITLES.has(right.norm)) continue;
		const before = same(match.a - 1, match.b - 1);
		const after = same(match.a + 1, match.b + 1);
		if (before < 0 || after < 0 || Math.max(before, after) < TELLING_NEIGHBOUR) continue;
		return {
			relation: "unclear",
			reason: `“${left.norm}” in one, “${right.norm}” in the other, in the same place; they may be two names of one thing`,
		};
	}
	return null;
}

/** Two sentences of one report, or a sentence and a negated one that differ in more than the negation. */
function cannotRestate(a: Statement | undefined, b: Statement | undefined, score: number): boolean {
	if (!a || !b || a.article === b.article) return true;
	return negationDiffers(a, b) && score < SAME_BUT_SLOT;
}

/** Whether two stretches stand between the same words, one of which at least says something. */
function sameSlot(a: Statement, left: Span, b: Statement, right: Span): boolean {
	const before = (statement: Statement, span: Span): SegmentWord | undefined =>
		statement.words.findLast((word) => word.end <= span.start);
	const after = (statement: Statement, span: Span): SegmentWord | undefined =>
		statement.words.find((word) => word.start >= span.end);
	const first = before(a, left);
	const last = after(a, left);
	if (first?.stem !== before(b, right)?.stem || last?.stem !== after(b, right)?.stem) return false;
	return Math.max(first?.weight ?? 0, last?.weight ?? 0) >= TELLING;
}

/** How far (in words) behind a negation the word that it denies may stand. */
const DENIED = 3;

/** Whether one of two statements denies a word that both have, and the other denies nothing. */
function negationDiffers(a: Statement, b: Statement): boolean {
	const denies = (one: Statement, other: Statement): boolean =>
		one.words.some((word, i) => {
			if (!isNegation(word.norm)) return false;
			const next = one.words.slice(i + 1, i + 1 + DENIED).find(({ weight }) => weight >= TELLING);
			return next !== undefined && other.words.some(({ stem }) => stem === next.stem);
		});
	const negated = (one: Statement): boolean => one.words.some((word) => isNegation(word.norm));
	return negated(a) !== negated(b) && (denies(a, b) || denies(b, a));
}

/** Whether the sentences differ in a number that is a fact of its own: it says all that they say apart. */
function differInNumber(cluster: readonly Clause[], compared: Compared): boolean {
	return cluster.some((a) =>
		cluster.some((b) =>
			a.numbers.some((left) =>
				b.numbers.some(
					(right) =>
						relateNumbers(left, right) === "apart" &&
						compared({ article: a.article, start: left.start }, { article: b.article, start: right.start }),
				),
			),
		),
	);
}

function numbersApart(a: Statement, b: Statement): boolean {
	return a.numbers.some((left) =>
		b.numbers.some(
			(right) =>
				left.of !== null && left.of === right.of && left.kind === right.kind && relateNumbers(left, right) === "apart",
		),
	);
}

function sameWords(a: Statement, b: Statement): boolean {
	return a.words.length === b.words.length && a.words.every((word, index) => word.norm === b.words[index]?.norm);
}
