import { z } from "zod";
import { SOURCES, STATUS } from "../../report/schema/store.ts";
import { TRACE } from "../../report/schema/trace.ts";
import { READING } from "./reading.ts";
import { type ApiRoute, defineRoute } from "./route.ts";
import { SEARCHES } from "./searches.ts";
import { STORIES } from "./stories.ts";

/** Everything that can be asked, in the order of the document. */
export const ROUTES: readonly ApiRoute[] = [
	...STORIES,
	...READING,
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
		path: "/status",
		summary: "Say what the store holds and what is still to be done",
		params: {},
		query: {},
		answer: STATUS,
		find: ({ store }) => store.status(),
	}),
];
