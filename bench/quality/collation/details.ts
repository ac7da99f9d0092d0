import type { FactRelation } from "../../../src/model/record.ts";
import type { Matched } from "../examples/match.ts";
import type { Detail } from "../measurement.ts";
import { type Cause, countCauses, findCauses } from "./causes.ts";
import { givenRelation, isShared, matchFacts } from "./facts.ts";
import type { CollationGold } from "./gold.ts";

/** A set with its record, matched, and the figures it reaches alone. */
export interface ComparedSet {
	readonly name: string;
	readonly matched: Matched<CollationGold>;
	readonly figures: Readonly<{ [name: string]: number }>;
}

/** The figures that are shown set by set. */
export const SHOWN_BY_SET = [
	"utterances F1",
	"renditions found",
	"variants recall",
	"fact states precision",
	"fact states recall",
	"fact relations right",
	"carriers right",
	"lineage F1",
] as const;

const RELATIONS: readonly FactRelation[] = [
	"agree",
	"compatible",
	"updated",
	"contested",
	"conflict",
	"single-source",
	"unclear",
];

/** Causes that occur less often are left out of the page. */
const LEAST_SHOWN = 3;

/** What docs/quality.md shows of the sets beyond the figures that the gate holds. */
export function describeCollation(sets: readonly ComparedSet[]): Detail[] {
	return [showSets(sets), showRelations(sets), showCauses(sets.flatMap(({ matched }) => findCauses(matched)))];
}

function showSets(sets: readonly ComparedSet[]): Detail {
	return {
		title: "Set by set",
		before: [],
		table: {
			head: ["set", ...SHOWN_BY_SET],
			rows: sets.map(({ name, figures }) => [
				name,
				...SHOWN_BY_SET.map((figure) => figures[figure]?.toFixed(2) ?? "–"),
			]),
		},
		after: [],
	};
}

/** Rows are the gold's relations, columns the record's, over the facts that two or more reports state. */
export function showRelations(sets: readonly Pick<ComparedSet, "matched">[]): Detail {
	const cells = new Map<string, number>();
	for (const { matched } of sets) {
		for (const match of matchFacts(matched).filter(({ gold }) => isShared(gold))) {
			const key = `${match.gold.relation} ${givenRelation(match) ?? "not found"}`;
			cells.set(key, (cells.get(key) ?? 0) + 1);
		}
	}
	const columns = [...RELATIONS, "not found"];
	return {
		title: "Relations of facts",
		before: [
			"Facts that two or more reports state: the gold's relation by row, the record's by column. *Not found*: the record does not hold states of two reports together.",
		],
		table: {
			head: ["", ...columns],
			rows: RELATIONS.map((row) => [row, ...columns.map((column) => String(cells.get(`${row} ${column}`) ?? 0))]),
		},
		after: [],
	};
}

function showCauses(causes: readonly Cause[]): Detail {
	const counted = countCauses(causes).filter(({ count }) => count >= LEAST_SHOWN);
	return {
		title: "What is missed and wrong, by cause",
		before: ["Pairs for utterances, states for facts, findings of the gold for the others."],
		table: {
			head: ["part", "cause", "how often"],
			rows: counted.map(({ part, cause, count }) => [part, cause, String(count)]),
		},
		after: [],
	};
}
