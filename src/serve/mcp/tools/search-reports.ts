import { COUNT, listOf, object, orNull, TEXT, TEXTS } from "../../../report/schema/fields.ts";
import { findStoriesOf } from "../../../store/stories.ts";
import { toAskedSearch } from "../../asked-search.ts";
import { Citations } from "../citations.ts";
import { CITED, type Cited, type CitedWords, WORDS } from "../shapes.ts";
import { citeAll, defineTool, SEARCH_FIELDS, type Tool } from "../tool.ts";
import { noteSearch } from "./search-notes.ts";

interface ReportRow {
	readonly siglum: string;
	readonly article: string;
	/** The best sentences, at most two; empty where the words stand in a headline beside the text. */
	readonly words: readonly CitedWords[];
	/** Ids of the stories it is in. */
	readonly stories: readonly string[];
}

interface FoundReports extends Cited {
	/** How many there are in all; null where they were not counted to the end. */
	readonly total: number | null;
	readonly found: readonly ReportRow[];
}

export const searchReports: Tool = defineTool({
	name: "search_reports",
	title: "Search the texts of reports",
	description:
		"Finds reports by words and phrases in their text or headline, the best match first, with the sentences that hold them and the stories they are in. Without words it takes a speaker, an outlet or a story. Use search_quotations for what somebody said, and trace_text for where a given sentence stands.",
	input: SEARCH_FIELDS,
	output: object<FoundReports>("FoundReports", {
		total: orNull(COUNT),
		found: listOf(
			object<ReportRow>("ReportRow", { siglum: TEXT, article: TEXT, words: listOf(WORDS), stories: TEXTS }),
		),
		...CITED,
	}),
	async answer(room, input) {
		const { articles, ...listing } = await room.store.search(toAskedSearch(input, ["article"]), () => {});
		const hits = articles?.hits ?? [];
		const stories = await findStoriesOf(
			room.store.database,
			hits.map(({ article }) => article.id),
		);
		const citations = new Citations();
		const found = hits.map(({ article, snippets }): ReportRow => {
			const siglum = citations.take(article);
			const words = snippets.map((snippet) => citations.exact(article.id, snippet));
			return { siglum, article: article.id, words, stories: stories.get(article.id) ?? [] };
		});
		const cited = await citeAll(room, citations, articles?.next ?? null, noteSearch(listing), input);
		return { total: articles?.total ?? null, found, ...cited };
	},
});
