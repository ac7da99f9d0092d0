import { z } from "zod";
import { ALERTS, ENTRIES } from "../../report/schema/alerts.ts";
import { SOURCES, STATUS } from "../../report/schema/store.ts";
import { TRACE } from "../../report/schema/trace.ts";
import { listAside } from "../../store/aside.ts";
import { loadQuality } from "../reading/quality.ts";
import { CORRECTION_LOG } from "./decisions.ts";
import { ID, limitUpTo } from "./fields.ts";
import { PEOPLE } from "./people.ts";
import { READING } from "./reading.ts";
import { type ApiRoute, defineRoute } from "./route.ts";
import { SEARCHES } from "./searches.ts";
import { ASIDE, QUALITY } from "./set-aside.ts";
import { STORIES } from "./stories.ts";

/** Everything that can be asked, in the order of the document. */
export const ROUTES: readonly ApiRoute[] = [
	...STORIES,
	...READING,
	...PEOPLE,
	...SEARCHES,
	defineRoute({
		path: "/trace",
		summary: "Find where a sentence or quotation stands",
		description: "Every place, oldest first, with what differs and whom the report credits.",
		params: {},
		query: { text: z.string().trim().min(1).max(10_000).describe("The sentence or quotation.") },
		answer: TRACE,
		find: ({ store }, _, { text }) => store.trace(text, [], () => {}),
	}),
	defineRoute({
		path: "/feeds",
		summary: "List what the store follows",
		params: {},
		query: {},
		answer: SOURCES,
		find: ({ listSources }) => listSources(),
	}),
	defineRoute({
		path: "/aside",
		summary: "List what could not be used, and why",
		description:
			"Work that failed and inputs that gave nothing on the first page; captures that gave no report, the latest first, on each.",
		params: {},
		query: { limit: limitUpTo(100, 50), after: ID.optional().describe("The `next` of the page before.") },
		answer: ASIDE,
		find: ({ store }, _, { limit, after = null }) => listAside(store.database, { limit, after }),
	}),
	defineRoute({
		path: "/quality",
		summary: "Get the figures that the program was measured by",
		description:
			"What `npm run quality` reached on the corpora that each stage is measured on, with the floor that it may not fall below.",
		params: {},
		query: {},
		answer: QUALITY,
		find: async () => ({ sections: loadQuality() }),
	}),
	defineRoute({
		path: "/corrections",
		summary: "List people's decisions on what is found",
		description: "The log, the latest entry first, with what became of each decision that nothing undoes.",
		params: {},
		query: {
			story: ID.optional().describe("Only those on reports of this story."),
			limit: limitUpTo(100, 20),
			after: ID.optional().describe("The `next` of the page before."),
		},
		answer: CORRECTION_LOG,
		find: ({ store }, _, { story, limit, after }) =>
			store.corrections.list({ story: story ?? null, limit, after: after ?? null }),
	}),
	defineRoute({
		path: "/alerts",
		summary: "List saved searches",
		params: {},
		query: {},
		answer: ALERTS,
		find: async ({ store }) => {
			const { alerts, ...listing } = await store.alerts.list();
			return {
				...listing,
				alerts: alerts.map(({ name, asked, since, entries, last }) => ({ name, asked, since, entries, last })),
			};
		},
	}),
	defineRoute({
		path: "/alerts/{name}/entries",
		summary: "List what a saved search found",
		description: "The latest first.",
		params: { name: z.string().min(1).max(500).describe("The name of the search.") },
		query: { limit: limitUpTo(100, 20) },
		answer: ENTRIES,
		find: async ({ store }, { name }, { limit }) => {
			const { alerts } = await store.alerts.list();
			return alerts.some((alert) => alert.name === name) ? store.alerts.show([name], limit) : null;
		},
	}),
	defineRoute({
		path: "/status",
		summary: "Say what the store holds and what is still to be done",
		params: {},
		query: {},
		answer: STATUS,
		find: ({ store }) => store.status(),
	}),
];
