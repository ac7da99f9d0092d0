import type { VariantKind } from "../../model/record.ts";
import { isNumeral, numeralKey } from "../numerals.ts";
import { TELLING, WEIGHTY } from "../term-weight.ts";
import { isNegation } from "../utterances/segment-similarity.ts";
import type { SegmentWord } from "../utterances/segments.ts";
import type { Reading } from "./readings.ts";
import { reportedForm } from "./reported-speech.ts";
import { STRENGTH } from "./strength.ts";
import { spellingLikeness } from "./word-likeness.ts";

/**
 * What kind of difference readings of one place make, the weightiest that holds: polarity, numbers, names, strength,
 * words left out or added, wording, inflection.
 *
 * @param negation whether some of the sentences that they stand in negate and others do not
 * @param names whether a name in one is nowhere in who reads otherwise
 */
export function kindOf(readings: readonly Reading[], negation: boolean, names: boolean): VariantKind {
	if (negation && negates(readings)) return "polarity";
	const numerals = readings.map((reading) => reading.words.filter(isNumeral).map(numeralKey).join(" "));
	if (differ(numerals.filter((key) => key !== ""))) return "number";
	const absent = readings.some((reading) => reading.words.length === 0);
	if (!absent && names) {
		const named = readings.map((reading) => reading.words.filter((word) => word.capital));
		if (named.every((list) => list.length > 0) && namesDiffer(named)) return "name";
	}
	if (!(absent && readings.some((reading) => reading.words.length >= CLAUSE)) && isStrength(readings))
		return "strength";
	if (absent && isAddition(readings)) return whichWay(readings);
	const stems = readings.map((reading) => reading.words.map((word) => word.stem).join(" "));
	return differ(stems) ? "wording" : "inflection";
}

/** Words enough for a clause of its own. */
const CLAUSE = 3;

/**
 * Left out or added: an outlet's own words leave out what was spoken and add what was not; else most have it and
 * somebody left it out, or few have it and somebody added it.
 */
function whichWay(readings: readonly Reading[]): "omission" | "addition" {
	const without = readings.filter(({ words }) => words.length === 0);
	const having = readings.filter(({ words }) => words.length > 0);
	const told = (list: readonly Reading[]): boolean => list.every((reading) => reading.told);
	if (told(without) !== told(having)) return told(without) ? "omission" : "addition";
	const count = (list: readonly Reading[]): number => list.reduce((sum, { renditions }) => sum + renditions.length, 0);
	return count(having) > count(without) ? "omission" : "addition";
}

/** Whether the readings that are not empty say something that is left out where there is none. */
function isAddition(readings: readonly Reading[]): boolean {
	const given = readings.filter(({ words }) => words.length > 0);
	if (given.some(({ words }) => telling(words).length === 0)) return false;
	return given.some(
		({ words }) =>
			words.length >= CLAUSE || words.some((word) => word.weight >= WEIGHTY || word.capital || isNumeral(word)),
	);
}

/** Words beside those of strength that two readings may have each: in longer ones the strength is one of many changes. */
const BESIDE_STRENGTH = 2;

/** Whether readings differ in how sure, how binding or how much, and in little else. */
function isStrength(readings: readonly Reading[]): boolean {
	const reported = readings.some(({ outlet }) => outlet);
	const strong = readings.map(({ words }) =>
		words
			.flatMap((word, at) => {
				// "Have to" binds as "must" does.
				if (HAVE.has(word.norm) && words[at + 1]?.norm === "to") return ["must"];
				// "Should they confirm it" is "if they confirm it".
				if (word.norm === "should" && at === 0 && SUBJECT.has(words[1]?.norm ?? "")) return ["if"];
				return STRENGTH.has(word.norm) ? [reported ? reportedForm(word) : word.norm] : [];
			})
			.join(" "),
	);
	if (!differ(strong)) return false;
	const rests = readings.map(({ words }) => telling(words.filter((word) => !STRENGTH.has(word.norm))));
	// "Taken on some" for "assumed": beside other words "some" is as good as nothing.
	const less = strong.map((words) => words.replace(/^some$/, ""));
	if (!differ(less) && differ(rests.map((rest) => rest.join(" ")))) return false;
	if (rests.every((rest) => rest.length <= BESIDE_STRENGTH)) return true;
	// Two that say the same but for how much are enough, however a third puts it.
	const strengths = new Map<string, Set<string>>();
	rests.forEach((rest, at) => {
		const key = rest.join(" ");
		strengths.set(key, (strengths.get(key) ?? new Set()).add(strong[at] ?? ""));
	});
	return [...strengths].some(([rest, own]) => own.size > 1 && (rest !== "" || strengths.size === 1));
}

const SUBJECT = new Set("the a an this that these those any they he she it we you i our his her their its".split(" "));
const HAVE = new Set(["have", "has", "had"]);

/** Whether readings differ by a negation and hardly anything else: an added clause that holds one is an addition. */
function negates(readings: readonly Reading[]): boolean {
	const isNegated = (reading: Reading): boolean =>
		reading.words.filter((word) => isNegation(word.norm)).length % 2 === 1;
	if (!differ(readings.map((reading) => String(isNegated(reading))))) return false;
	const rests = readings.map((reading) => telling(reading.words.filter((word) => !isNegation(word.norm))));
	if (!differ(rests.map((rest) => rest.join(" ")))) return true;
	return rests.every((rest) => rest.length === 1);
}

export function telling(words: readonly SegmentWord[]): string[] {
	return words.filter((word) => word.weight >= TELLING).map((word) => word.stem);
}

function differ(keys: readonly (string | number)[]): boolean {
	return new Set(keys).size > 1;
}

/** Names that share no word and are no spelling of each other. */
function namesDiffer(names: readonly (readonly SegmentWord[])[]): boolean {
	const [first = [], ...rest] = names;
	return rest.some((other) =>
		other.every((name) => first.every((own) => own.stem !== name.stem && spellingLikeness(own.stem, name.stem) < 0.6)),
	);
}
