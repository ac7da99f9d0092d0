import type { Fact, FactRelation, FactState } from "../../../src/model/record.ts";
import type { GoldFact } from "../examples/gold.ts";
import { locate, type Matched } from "../examples/match.ts";
import { Tally } from "../examples/tally.ts";
import { meets, trimMarks } from "../examples/texts.ts";
import type { ComparedGold } from "./gold.ts";
import { countCovered, toWords } from "./word-places.ts";

/** A gold fact with the fact of the record that stands for it. */
export interface FactMatch {
	readonly gold: GoldFact;
	/** Null when no fact of the record gives any of its states, or each that does stands for another. */
	readonly fact: Fact | null;
	/** For each state of the gold, the record's; null where it is missed. */
	readonly held: readonly (FactState | null)[];
	/** States of the record's fact that are wrong: see isStray. */
	readonly strays: readonly FactState[];
}

/**
 * Matches facts one to one: the pair that shares most states first; of equals the one of the same
 * type, then the one whose values are shortest (a whole sentence holds many values), then the first.
 */
export function matchFacts(matched: Matched<ComparedGold>): FactMatch[] {
	const pairs = matched.gold.facts.flatMap((gold, at) =>
		matched.record.facts.flatMap((fact, place) => {
			const held = findStates(matched, gold, fact);
			const own = held.filter((state) => state !== null);
			if (own.length === 0) return [];
			const words = own.reduce((sum, { value }) => sum + toWords(value).length, 0) / own.length;
			return [{ gold, fact, held, at, place, size: own.length, same: gold.type === fact.type, words }];
		}),
	);
	pairs.sort(
		(a, b) =>
			b.size - a.size || Number(b.same) - Number(a.same) || a.words - b.words || a.at - b.at || a.place - b.place,
	);
	const taken = new Map<GoldFact, FactMatch>();
	const used = new Set<Fact>();
	for (const { gold, fact, held } of pairs) {
		if (taken.has(gold) || used.has(fact)) continue;
		used.add(fact);
		const strays = fact.states.filter((state) => isStray(matched, gold, fact, state));
		taken.set(gold, { gold, fact, held, strays });
	}
	return matched.gold.facts.map(
		(gold) => taken.get(gold) ?? { gold, fact: null, held: gold.states.map(() => null), strays: [] },
	);
}

/** Whether two or more reports state it. */
export function isShared({ states }: GoldFact): boolean {
	return new Set(states.map(({ file }) => file)).size > 1;
}

/** The relation that the record gives a fact; null when it does not hold states of it from two reports. */
export function givenRelation({ fact, held }: FactMatch): FactRelation | null {
	const reports = new Set(held.flatMap((state) => state?.article ?? []));
	return fact && reports.size > 1 ? fact.relation : null;
}

/**
 * Facts that two or more reports state, and the silence of the others. A state is found when the fact
 * that stands for the gold's points at its words or gives the same value in the same report. Facts
 * that the gold does not name are neither right nor wrong here; wrong conflicts see every fact.
 */
export function compareFacts(matched: Matched<ComparedGold>): Tally {
	const tally = new Tally();
	const matches = matchFacts(matched);
	const shared = matches.filter(({ gold }) => isShared(gold));
	const held = shared.flatMap((match) => match.held);
	const given = matches.filter(
		({ gold, fact }) => isShared(gold) || new Set(fact?.states.map(({ article }) => article)).size > 1,
	);
	const states = given.reduce((sum, { fact }) => sum + (fact?.states.length ?? 0), 0);
	const strays = given.reduce((sum, match) => sum + match.strays.length, 0);
	const found = held.filter((state) => state !== null).length;
	for (const { gold, held: own } of shared) {
		for (const [at, state] of own.entries()) tally.note(`facts/${gold.id}/state ${at + 1}`, state !== null);
	}
	tally.rates("fact states", states - strays, states, found, held.length);

	const related = shared.filter((match) => givenRelation(match) !== null);
	const agreed = shared.filter((match) =>
		tally.note(`facts/${match.gold.id}/relation`, givenRelation(match) === match.gold.relation),
	);
	tally.share("shared facts found", related.length, shared.length);
	tally.share("fact relations right", agreed.length, related.length, shared.length === 0 ? 1 : 0);

	const modes = shared.flatMap(({ gold, held: own }) =>
		own.flatMap((state, at) => {
			const wanted = gold.states[at]?.modes;
			return state && wanted ? [wanted.includes(state.mode)] : [];
		}),
	);
	tally.share("fact modes right", modes.filter(Boolean).length, modes.length, shared.length === 0 ? 1 : 0);
	rateSilence(tally, matched, shared);
	const alone = matches.filter(({ gold }) => !isShared(gold));
	const told = alone.filter(({ gold, fact }) => tally.note(`facts/${gold.id}/alone`, fact !== null));
	tally.share("facts of one report found", told.length, alone.length);
	return tally;
}

function rateSilence(tally: Tally, matched: Matched<ComparedGold>, shared: readonly FactMatch[]): void {
	let given = 0;
	let right = 0;
	let named = 0;
	let known = 0;
	for (const { gold, fact } of shared) {
		const silent = (fact?.silent ?? []).flatMap((article) => matched.fileOf.get(article) ?? []);
		given += silent.filter((file) => gold.silent.includes(file) || gold.states.some((one) => one.file === file)).length;
		right += silent.filter((file) => gold.silent.includes(file)).length;
		known += gold.silent.length;
		for (const file of gold.silent) {
			if (tally.note(`facts/${gold.id}/silent/${file}`, silent.includes(file))) named++;
		}
	}
	tally.share("silent reports right", right, given, known === 0 ? 1 : 0);
	tally.share("silent reports named", named, known);
}

/** For each state of a gold fact, the first of a fact's states at its words, else the first that gives it. */
export function findStates(matched: Matched<ComparedGold>, gold: GoldFact, fact: Fact): (FactState | null)[] {
	return gold.states.map((wanted) => {
		const given = fact.states.filter((state) => isState(matched, { gold, fact }, wanted, state));
		const span = locate(matched, wanted.file, wanted.value, wanted.occurrence);
		return given.find(({ spans }) => span !== null && meets(spans, [span])) ?? given[0] ?? null;
	});
}

/** At the gold's words, or the same value elsewhere in the report. A fact of another type must give half of them. */
function isState(
	matched: Matched<ComparedGold>,
	{ gold, fact }: { readonly gold: GoldFact; readonly fact: Fact },
	wanted: GoldFact["states"][number],
	state: FactState,
): boolean {
	const article = matched.articleOf.get(wanted.file);
	if (article?.id !== state.article) return false;
	const value = trimMarks(wanted.value).toLowerCase();
	if (value !== "" && trimMarks(state.value).toLowerCase() === value) return true;
	const span = locate(matched, wanted.file, wanted.value, wanted.occurrence);
	if (span === null || !meets(state.spans, [span])) return false;
	const { words, covered } = countCovered(article.text, [span], state.spans);
	return gold.type === fact.type || covered * 2 >= words;
}

/**
 * Whether a state of the record is none of the gold's: in a report that the gold calls silent, or in
 * words that share less than half with what the gold gives of that report. Reports of which the gold
 * says nothing are not counted.
 */
function isStray(matched: Matched<ComparedGold>, gold: GoldFact, fact: Fact, state: FactState): boolean {
	const file = matched.fileOf.get(state.article);
	if (file === undefined) return false;
	if (gold.silent.includes(file)) return true;
	const own = gold.states.filter((one) => one.file === file);
	return (
		own.length > 0 &&
		!own.some((one) => isState(matched, { gold, fact }, one, state) || shareHalf(one.value, state.value))
	);
}

/** Half of the words of the shorter, and one of the figures where both hold figures. */
function shareHalf(a: string, b: string): boolean {
	const [shorter = [], longer = []] = [toWords(a), toWords(b)].sort((x, y) => x.length - y.length);
	const shared = shorter.filter((word) => longer.includes(word));
	const isFigure = (word: string): boolean => /\d/u.test(word);
	if (shorter.some(isFigure) && longer.some(isFigure) && !shared.some(isFigure)) return false;
	return shared.length > 0 && shared.length * 2 >= shorter.length;
}
