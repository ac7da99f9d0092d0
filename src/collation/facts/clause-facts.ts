import type { FactState } from "../../model/record.ts";
import type { Span } from "../../model/span.ts";
import { compareText } from "../../text/compare.ts";
import { sliceOf } from "../../text/spans.ts";
import type { Statement } from "../statements.ts";
import { TELLING, WEIGHTY } from "../term-weight.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import { alignPair } from "../variants/pairwise-alignment.ts";
import { compareWords, NAME_SLOT } from "../variants/word-likeness.ts";
import { clusterClauses } from "./clause-clusters.ts";
import type { Clause } from "./clauses.ts";
import { type DraftFact, makeFact } from "./draft-fact.ts";
import { meetingTerm } from "./event-classes.ts";
import { measureContext } from "./fact-context.ts";
import { findOpposition, type Opposition } from "./opposites.ts";
import { type Bounds, type Related, relateDates, relateModes, relateNumbers } from "./relations.ts";
import type { IndexedMaterial } from "./story-material.ts";
import { isCharge } from "./told.ts";

/**
 * Sentences that say the same in several reports: joined by the rare words they share, then held
 * against each other slot by slot. Catches "The gates opened at nine" beside "The gates were opened
 * at nine o'clock"; must not join two sentences about one person that tell different things.
 */

/** Above this, a differing slot is the only thing that differs. */
const SAME_BUT_SLOT = 0.6;
/** The fact that a number, by article and start, is of; undefined when it is of none. */
export type NumberFactOf = (article: string, start: number) => string | undefined;

/**
 * A day told from the day of writing: the wire's "today" is the morning paper's "yesterday", and either's
 * own day may be a day off.
 */
const RELATIVE = /\b(?:today|yesterday|tomorrow|tonight|last|next|this|ago|earlier|later)\b/i;

/**
 * Facts of sentences that restate each other in two reports or more, one of them at least on its own word.
 *
 * @param factOf numbers of one fact of their own are not compared again here
 */
export function findClauseFacts(
	material: IndexedMaterial,
	statements: readonly Clause[],
	factOf: NumberFactOf,
): DraftFact[] {
	if (new Set(statements.map((one) => one.article)).size < 2) return [];
	const { story, textOf, annotatedOf } = material;
	// What is only ever reported speech is collated as an utterance.
	const clusters = clusterClauses(statements, material, mayRestate).filter(
		(cluster) => cluster.some((one) => !one.reported) && !differInNumber(cluster, factOf),
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
			const charged = isCharge(annotatedOf(a.article), left) || isCharge(annotatedOf(b.article), right);
			return relateStatements(a, b, left, right, factOf, charged);
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

/** How alike the words of two clauses are as they stand, 0–1: Dice over the weights of their telling stems. */
function likenessOfWords(a: Statement, b: Statement): number {
	return measureContext(stemsOf(a), stemsOf(b));
}

const stemsByStatement = new WeakMap<Statement, ReadonlyMap<string, number>>();

function stemsOf(one: Statement): ReadonlyMap<string, number> {
	const known = stemsByStatement.get(one);
	if (known) return known;
	const stems = new Map(one.words.filter(({ weight }) => weight >= TELLING).map(({ stem, weight }) => [stem, weight]));
	stemsByStatement.set(one, stems);
	return stems;
}

function relateStatements(
	a: Statement,
	b: Statement,
	left: FactState,
	right: FactState,
	factOf: NumberFactOf,
	charged: boolean,
): Related {
	const contested = relateWord(a, b);
	if (contested) return contested;
	const alike = likenessOfWords(a, b);
	const slots = compareSlots(a, b, factOf);
	if (slots !== null && alike >= SAME_BUT_SLOT) return slots;
	const opposite = findOpposition(a.words, b.words);
	if (opposite !== null) return relateOpposites(a, b, opposite, alike);
	if (negationDiffers(a, b)) {
		return { relation: "unclear", reason: "one sentence has a negation that the other lacks" };
	}
	if (slots !== null) return { relation: "unclear", reason: slots.reason };
	const names = alike >= SAME_BUT_NAME ? compareNames(a, b) : null;
	if (names !== null) return names;
	const modes = relateModes(left, right);
	if (modes && !charged) return modes;
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

/** So alike, but for the words that say the opposite, two clauses are of one thing. */
const SAME_BUT_OPPOSITE = 0.5;

/** Two clauses that tell the opposite of one thing, or of things that are alike. */
function relateOpposites(a: Statement, b: Statement, { left, right }: Opposition, alike: number): Related {
	const differ = `“${left}” in one, “${right}” in the other`;
	const sure = alike >= SAME_BUT_OPPOSITE && restFits(a, b, { left, right }) && !numbersApart(a, b);
	if (!sure) return { relation: "unclear", reason: `${differ}; whether both mean the same is not certain` };
	const modes = [a.standing.mode, b.standing.mode];
	if (modes.every((mode) => mode === "asserted")) return { relation: "conflict", reason: differ };
	if (modes.includes("hedged")) return { relation: "unclear", reason: `${differ}, and one is given with a hedge` };
	return { relation: "contested", reason: `${differ}, as somebody has it` };
}

/** Whether all that the shorter tells but the word that differs stands in the longer: no other name, charge or thing. */
function restFits(a: Statement, b: Statement, { left, right }: Opposition): boolean {
	const rest = (one: Statement, but: string): Set<string> =>
		new Set(
			one.words.flatMap(({ norm, stem, weight }) => (norm === but || weight < WEIGHTY ? [] : [meetingTerm(stem)])),
		);
	const [fewer, more] = [rest(a, left), rest(b, right)].sort((x, y) => x.size - y.size);
	if (!fewer || !more || fewer.size < LEAST_REST) return false;
	return [...fewer].every((term) => more.has(term));
}

const LEAST_REST = 2;

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
function compareSlots(a: Statement, b: Statement, factOf: NumberFactOf): Related | null {
	for (const left of a.numbers) {
		for (const right of b.numbers) {
			if (left.of === null || left.of !== right.of || left.kind !== right.kind) continue;
			if (left.kind === "age" || left.kind === "ordinal" || !sameSlot(a, left, b, right)) continue;
			const fact = factOf(a.article, left.start);
			if (fact !== undefined && fact === factOf(b.article, right.start)) continue;
			const relation = relateNumbers(left, right);
			if (relation === "compatible" && left.exact !== right.exact) {
				return { relation: "compatible", reason: `“${left.exact}” and “${right.exact}” can both hold` };
			}
			const met =
				a.numbers.some(
					(one) => one.of === right.of && one.kind === right.kind && relateNumbers(one, right) !== "apart",
				) ||
				b.numbers.some((one) => one.of === left.of && one.kind === left.kind && relateNumbers(one, left) !== "apart");
			if (relation === "apart" && !met && !nameOthers(a, b) && !DURATION.has(left.of)) {
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

/** What goes on is longer in a later report. */
const DURATION = new Set(["second", "minute", "hour", "day", "night", "week", "month", "year"]);

/** Whether both clauses name somebody or something and have no name in common. */
function nameOthers(a: Statement, b: Statement): boolean {
	const namesOf = ({ words }: Statement): Set<string> =>
		new Set(words.slice(1).flatMap(({ capital, number, norm }) => (capital && !number ? [norm] : [])));
	const [left, right] = [namesOf(a), namesOf(b)];
	return left.size > 0 && right.size > 0 && ![...left].some((name) => right.has(name));
}

/** Titles stand for no name: "Miss Walker" and "Amanda Walker" are one. */
const TITLES = new Set("mr mrs ms miss dr sir lord lady prof president minister general".split(" "));
/** Two sentences this alike differ in one name alone. */
const SAME_BUT_NAME = 0.75;
/** Of the words on both sides of a name at least one says this much, or the place is no slot. */
const TELLING_NEIGHBOUR = 0.3;

/** One name in place of another, with the words on both sides of it the same. */
function compareNames(a: Statement, b: Statement): Related | null {
	const same = (i: number, j: number): number => {
		const left = a.words[i];
		return left !== undefined && left.stem === b.words[j]?.stem ? left.weight : -1;
	};
	/** Whether two words are names with the same words on both sides. */
	const isSlot = (i: number, j: number): boolean => {
		const left = a.words[i];
		const right = b.words[j];
		if (!left?.capital || !right?.capital || left.stem === right.stem) return false;
		if (TITLES.has(left.norm) || TITLES.has(right.norm)) return false;
		const before = same(i - 1, j - 1);
		const after = same(i + 1, j + 1);
		return before >= 0 && after >= 0 && Math.max(before, after) >= TELLING_NEIGHBOUR;
	};
	// Most clauses have no such names, and are spared the alignment.
	if (!a.words.some(({ capital }, i) => capital && b.words.some((_, j) => isSlot(i, j)))) return null;
	for (const match of alignPair(a.words.length, b.words.length, compareWords(a.words, b.words))) {
		const left = a.words[match.a];
		const right = b.words[match.b];
		if (!left || !right || match.weight !== NAME_SLOT || !isSlot(match.a, match.b)) continue;
		return {
			relation: "unclear",
			reason: `“${left.norm}” in one, “${right.norm}” in the other, in the same place; they may be two names of one thing`,
		};
	}
	return null;
}

/** A clause and a negated one that differ in more than the negation say two things. */
function mayRestate(a: Statement, b: Statement, likeness: number): boolean {
	return likeness >= SAME_BUT_SLOT || !(negationDiffers(a, b) || findOpposition(a.words, b.words));
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
function differInNumber(cluster: readonly Clause[], factOf: NumberFactOf): boolean {
	const values = new Map<string, Map<string, Bounds>>();
	for (const { article, numbers } of cluster) {
		for (const { start, low, high } of numbers) {
			const fact = factOf(article, start);
			if (fact === undefined) continue;
			const known = values.get(fact) ?? new Map<string, Bounds>();
			values.set(fact, known.set(`${low}-${high}`, { low, high }));
		}
	}
	return [...values.values()].some((known) => {
		const distinct = [...known.values()];
		return distinct.some((a) => distinct.some((b) => relateNumbers(a, b) === "apart"));
	});
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
