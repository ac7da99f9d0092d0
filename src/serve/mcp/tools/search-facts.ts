import type { Polarity } from "../../../model/annotation.ts";
import type { FactMode, FactRelation, FactType } from "../../../model/record.ts";
import { COUNT, listOf, object, orNull, TEXT } from "../../../report/schema/fields.ts";
import { FACT_TYPE, MODE, RELATION } from "../../../report/schema/stories.ts";
import { POLARITY } from "../../../report/schema/words.ts";
import { toAskedSearch } from "../../asked-search.ts";
import { Citations, MOST_WORDS } from "../citations.ts";
import { CITED, type Cited, type CitedWords, clip, WORDS } from "../shapes.ts";
import { citeAll, defineTool, RELATION_FIELD, SEARCH_FIELDS, type Tool } from "../tool.ts";
import { noteSearch } from "./search-notes.ts";

/** What one report states of a fact, and how. */
interface StateRow {
	readonly siglum: string;
	readonly value: string;
	readonly mode: FactMode;
	readonly polarity: Polarity;
	/** On whose word; null for the outlet's own, or where that is open. */
	readonly by: string | null;
	readonly words: readonly CitedWords[];
}

interface FactRow {
	readonly fact: string;
	readonly story: string;
	readonly title: string;
	readonly statement: string;
	readonly type: FactType;
	readonly relation: FactRelation;
	readonly reason: string;
	/** At most 12. */
	readonly states: readonly StateRow[];
	readonly moreStates: number;
	/** How many reports of the story say nothing of it, as far as their words show: silence is no denial. */
	readonly silent: number;
}

interface FoundFacts extends Cited {
	readonly total: number | null;
	readonly found: readonly FactRow[];
}

/** States of one fact that are given. */
const MOST_STATES = 12;

export const searchFacts: Tool = defineTool({
	name: "search_facts",
	title: "Search what reports agree on and contradict each other in",
	description:
		"Finds facts of collated stories by the sentences that state them: numbers, dates, places, names, what somebody is said to have said, and who did what. Each says how the reports stand to each other (conflict, contested, updated, compatible, agree, single-source, unclear), and what each states, how, and on whose word. It never says which of them is right.",
	input: { ...SEARCH_FIELDS, relation: RELATION_FIELD },
	output: object<FoundFacts>("FoundFacts", {
		total: orNull(COUNT),
		found: listOf(
			object<FactRow>("FactRow", {
				fact: TEXT,
				story: TEXT,
				title: TEXT,
				statement: TEXT,
				type: FACT_TYPE,
				relation: RELATION,
				reason: TEXT,
				states: listOf(
					object<StateRow>("StateRow", {
						siglum: TEXT,
						value: TEXT,
						mode: MODE,
						polarity: POLARITY,
						by: orNull(TEXT),
						words: listOf(WORDS),
					}),
				),
				moreStates: COUNT,
				silent: COUNT,
			}),
		),
		...CITED,
	}),
	async answer(room, input) {
		const { facts, ...listing } = await room.store.search(toAskedSearch(input, ["fact"]), () => {});
		const citations = new Citations();
		const found = (facts?.hits ?? []).map((hit): FactRow => {
			const shown = hit.states.slice(0, MOST_STATES);
			const stating = new Set(shown.map(({ article }) => article));
			for (const report of hit.reports) if (stating.has(report.id)) citations.take(report);
			return {
				fact: hit.fact,
				story: hit.story.id,
				title: clip(hit.title),
				statement: clip(hit.statement),
				type: hit.type,
				relation: hit.relation,
				reason: clip(hit.reason),
				states: shown.map(({ article, value, mode, polarity, by, spans }) => ({
					siglum: citations.siglum(article),
					value: clip(value),
					mode,
					polarity,
					by: by && clip(by),
					words: spans.slice(0, MOST_WORDS).map((span) => citations.exact(article, span)),
				})),
				moreStates: hit.states.length - shown.length,
				silent: hit.silent.length,
			};
		});
		const cited = await citeAll(room, citations, facts?.next ?? null, noteSearch(listing), input);
		return { total: facts?.total ?? null, found, ...cited };
	},
});
