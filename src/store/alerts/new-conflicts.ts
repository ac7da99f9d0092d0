import type { FactState } from "../../model/record.ts";
import { describeMode, groupStates } from "../../report/view/fact-lists.ts";
import { titleOfFact, trimStop } from "../../report/view/fact-words.ts";
import { type RecordIndex, shortOutletOf } from "../../report/view/record-index.ts";
import { shorten } from "../../report/view/shorten.ts";
import { citeReports, describeStory, type Finding, keysOfPlaces, type Looked } from "./finding.ts";

/** Characters of a title, of a value, and outlets that are named of one value. */
const LONGEST = 140;
const LONGEST_VALUE = 160;
const MOST_NAMED = 5;

/**
 * Facts in conflict that were not before: each pair of statements that contradict each other has one of a new report.
 *
 * Catches "two were hurt" against "three were hurt" of a later report; not a third report that sides with one of them.
 */
export function findConflicts({ index, isOld, words }: Looked): Finding[] {
	return index.record.facts.flatMap((fact): Finding[] => {
		if (fact.relation !== "conflict") return [];
		const pairs = fact.pairs.filter(({ relation }) => relation === "conflict");
		const against = (pairs.length > 0 ? pairs : [{ states: fact.states.map((_, at) => at) }]).map(({ states }) =>
			states.flatMap((at) => fact.states[at] ?? []),
		);
		if (against.some((states) => states.every(({ article }) => isOld(article)))) return [];
		const story = index.stories.get(fact.story);
		if (words !== null && !story?.articles.some((id) => hasWords(index, id, words))) return [];
		const states = [...new Set(against.flat())];
		return [
			{
				keys: keysOfPlaces(`conflict ${fact.type}`, states.flatMap(placesOf)),
				entry: {
					kind: "conflict",
					title: `In conflict: ${titleOfFact(index, fact, LONGEST)}`,
					summary: `Given in ${groupStates(states).length} ways that cannot all be so.`,
					details: groupStates(states).map((group) => tellValue(index, group)),
					story: describeStory(index, story),
					reports: citeReports(
						index,
						states.map(({ article }) => article),
						states.flatMap(placesOf),
					),
				},
			},
		];
	});
}

function hasWords(index: RecordIndex, id: string, words: NonNullable<Looked["words"]>): boolean {
	const article = index.articles.get(id);
	return article !== undefined && words.inReport(article) !== null;
}

function placesOf({ article, spans }: FactState): { article: string; start: number; end: number }[] {
	return spans.map(({ start, end }) => ({ article, start, end }));
}

/** "two (Tarn Press, Isle Post)", with how it is given. */
function tellValue(index: RecordIndex, states: readonly FactState[]): string {
	const [first] = states;
	if (!first) return "";
	const outlets = [
		...new Set(
			states.flatMap(({ article }) => {
				const one = index.articles.get(article);
				return one ? [shortOutletOf(one)] : [];
			}),
		),
	];
	const named = outlets.slice(0, MOST_NAMED).join(", ");
	const more = outlets.length > MOST_NAMED ? ` and ${outlets.length - MOST_NAMED} more` : "";
	const mode = describeMode(index, first);
	return `${shorten(trimStop(first.value), LONGEST_VALUE)}${mode === "" ? "" : `, ${mode}`} (${named}${more})`;
}
