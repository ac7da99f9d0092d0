import { z } from "zod";
import { COUNT, FLAG, listOf, object, oneOf, orNull, part, SURENESS, TEXT, TEXTS } from "../../report/schema/fields.ts";
import { DATE, PLACES } from "../../report/schema/parts.ts";
import { HIT_ARTICLE_FIELDS } from "../../report/schema/search.ts";
import { EDGE_KIND, STANCE } from "../../report/schema/stories.ts";
import { ENTITY_TYPE, POLARITY } from "../../report/schema/words.ts";
import type { OutletReport, OutletSummary } from "../../store/outlets.ts";
import { listQuotedLately, type QuotedCounts, type QuotedName } from "../../store/search/quoted.ts";
import { findOutlet, type OutletAnswer, type OutletList, type OutletTie, readOutlets } from "../reading/outlet.ts";
import {
	findSpeaker,
	type Matter,
	type MatterEntry,
	type SpeakerAnswer,
	type Stance,
	type Statement,
} from "../reading/speaker.ts";
import { AFTER, limitUpTo } from "./fields.ts";
import { type ApiRoute, defineRoute } from "./route.ts";

const NAME = z.string().trim().min(1).max(500).describe("A name, as reports give it.");

const QUOTED_NAME = object<QuotedName>("QuotedName", { name: TEXT, reports: COUNT, quotations: COUNT });

const COUNTED = part<{ readonly name: string; readonly reports: number }>({ name: TEXT, reports: COUNT });

const SPEAKER = object<SpeakerAnswer>("Speaker", {
	name: TEXT,
	called: TEXT,
	names: TEXTS,
	type: orNull(ENTITY_TYPE),
	counts: object<QuotedCounts>("QuotedCounts", {
		reports: COUNT,
		quotations: COUNT,
		first: orNull(TEXT),
		last: orNull(TEXT),
		outlets: listOf(COUNTED),
	}),
	stories: listOf(part<SpeakerAnswer["stories"][number]>({ id: TEXT, title: TEXT, day: TEXT })),
	matters: listOf(
		object<Matter>("Matter", {
			about: TEXT,
			entries: listOf(
				object<MatterEntry>("MatterEntry", {
					id: TEXT,
					story: TEXT,
					kind: oneOf<MatterEntry["kind"]>({ statement: 0, act: 0 }),
					when: DATE,
					stance: STANCE,
					polarity: POLARITY,
					exact: TEXT,
					isSpoken: FLAG,
					sentence: orNull(TEXT),
					places: PLACES,
					outlets: TEXTS,
					changes: orNull(TEXT),
				}),
			),
		}),
	),
	statements: listOf(
		object<Statement>("Statement", {
			id: TEXT,
			story: TEXT,
			when: orNull(DATE),
			words: TEXT,
			isMarked: FLAG,
			stance: orNull(oneOf<Stance>({ reserve: 0, denied: 0, "not-said": 0, declined: 0 })),
			sentence: orNull(TEXT),
			places: PLACES,
			wordings: COUNT,
			reports: COUNT,
			outlets: TEXTS,
			carriers: TEXTS,
		}),
	),
	unsure: COUNT,
	next: orNull(TEXT),
});

const OUTLET_SUMMARY_FIELDS = {
	name: TEXT,
	reports: COUNT,
	fromAgencies: orNull(COUNT),
	first: orNull(TEXT),
	last: orNull(TEXT),
};

const TIES = listOf(
	object<OutletTie>("OutletTie", {
		name: TEXT,
		kind: EDGE_KIND,
		isOutlet: FLAG,
		reports: COUNT,
		story: TEXT,
	}),
);

const OUTLET = object<OutletAnswer>("OutletOfStore", {
	...OUTLET_SUMMARY_FIELDS,
	languages: listOf(part<OutletAnswer["languages"][number]>({ language: orNull(TEXT), reports: COUNT })),
	agencies: listOf(COUNTED),
	edited: COUNT,
	read: part<OutletAnswer["read"]>({
		reports: COUNT,
		stories: COUNT,
		shared: COUNT,
		ownLines: COUNT,
		share: orNull(SURENESS),
		drawsOn: TIES,
		drawnOnBy: TIES,
	}),
	latest: listOf(
		object<OutletReport>("OutletReport", { ...HIT_ARTICLE_FIELDS, day: TEXT, agencies: TEXTS, isEdited: FLAG }),
	),
	next: orNull(TEXT),
});

/** Who is quoted, and who publishes. */
export const PEOPLE: readonly ApiRoute[] = [
	defineRoute({
		path: "/quoted",
		summary: "List who is quoted lately",
		description:
			"By name as reports give it, of the last thirty days that the store has; whoever is in most reports first.",
		params: {},
		query: {},
		answer: object<{ readonly speakers: readonly QuotedName[] }>("QuotedNames", { speakers: listOf(QUOTED_NAME) }),
		find: async ({ store }) => ({ speakers: await listQuotedLately(store.database) }),
	}),
	defineRoute({
		path: "/speakers/{name}",
		summary: "Get what somebody said and did",
		description:
			"Over all stories in which one who is quoted has every word of the name, the latest first, some stories at a time. People of one name are not told apart across stories.",
		params: { name: NAME },
		query: { after: AFTER },
		answer: SPEAKER,
		find: ({ store }, { name }, { after = null }) => findSpeaker(store, name, after),
	}),
	defineRoute({
		path: "/outlets",
		summary: "List the outlets",
		description: "By how many reports of theirs the store has, the most first.",
		params: {},
		query: { limit: limitUpTo(100, 40), after: AFTER },
		answer: object<OutletList>("Outlets", {
			outlets: listOf(object<OutletSummary>("OutletSummary", OUTLET_SUMMARY_FIELDS)),
			next: orNull(TEXT),
		}),
		find: ({ store }, _, { limit, after = null }) => readOutlets(store, limit, after),
	}),
	defineRoute({
		path: "/outlets/{name}",
		summary: "Get what an outlet prints, from whom, and its reports",
		params: { name: NAME },
		query: { after: AFTER },
		answer: OUTLET,
		find: ({ store }, { name }, { after = null }) => findOutlet(store, name, after),
	}),
];
