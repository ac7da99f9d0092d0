import { z } from "zod";
import { UserError } from "../../../model/problem.ts";
import { COUNT, listOf, object, part, TEXT, TEXTS } from "../../../report/schema/fields.ts";
import { findArticles } from "../../../store/stored-articles.ts";
import { findStoriesOf } from "../../../store/stories.ts";
import { overlaps } from "../../../text/spans.ts";
import { ID } from "../../api/fields.ts";
import { Citations, cutBefore, toHit } from "../citations.ts";
import { CITED, type Cited, type CitedWords, clip, WORDS } from "../shapes.ts";
import { citeAll, defineTool, type Tool } from "../tool.ts";

interface DroppedRow {
	readonly start: number;
	readonly end: number;
	readonly reason: string;
}

interface ReportText extends Cited {
	/** UTF-16 units of the whole text. */
	readonly length: number;
	/** The stretch that was asked for. */
	readonly words: CitedWords;
	/** What of it is taken to be no part of the report, and why: navigation, captions, a second copy. */
	readonly dropped: readonly DroppedRow[];
	readonly stories: readonly string[];
}

/** Stretches of dropped text that are named. */
const MOST_DROPPED = 40;

export const readReport: Tool = defineTool({
	name: "read_report",
	title: "Read a report",
	description:
		"Gives the text of a report from one offset on, as it was captured, with what of it was dropped as no part of the report. Use it to see words in their context, or to check a span: offsets are in UTF-16 code units of this text. `next` is the offset to go on from.",
	input: {
		article: ID.describe("The report, by its id: `article` of any answer."),
		start: z
			.int()
			.min(0)
			.max(2 ** 31 - 1)
			.default(0)
			.describe("From this offset on."),
		length: z.int().min(1).max(20_000).default(6000).describe("UTF-16 units, at most."),
	},
	output: object<ReportText>("ReportText", {
		length: COUNT,
		words: WORDS,
		dropped: listOf(part<DroppedRow>({ start: COUNT, end: COUNT, reason: TEXT })),
		stories: TEXTS,
		...CITED,
	}),
	async answer(room, { article: id, start, length }) {
		const { database } = room.store;
		const article = (await findArticles(database, [id])).get(id);
		if (article === undefined) {
			throw new UserError("mcp/article", `the store has no report ${id}; answers name theirs as \`article\``);
		}
		const { text } = article;
		if (start > text.length) {
			throw new UserError("mcp/start", `the report has ${text.length} units of text, and ${start} is behind its end`);
		}
		const from = cutBefore(text, start);
		// A pair of surrogates is given whole where one unit is asked for.
		const cut = cutBefore(text, start + length);
		const to = cut > from ? cut : Math.min(text.length, from + 2);
		const citations = new Citations();
		const siglum = citations.take(toHit(article));
		const stretch = { start: from, end: to };
		const inside = article.dropped.filter((one) => overlaps(one, stretch));
		const stories = (await findStoriesOf(database, [id])).get(id) ?? [];
		const notes = [
			...(inside.length > MOST_DROPPED ? [`${inside.length - MOST_DROPPED} more stretches were dropped.`] : []),
			...(article.truncated === null
				? []
				: [`The capture holds less than the report: ${clip(article.truncated.reason)}`]),
		];
		return {
			length: text.length,
			words: { siglum, article: id, ...stretch, exact: text.slice(from, to), until: null },
			dropped: inside
				.slice(0, MOST_DROPPED)
				.map((one) => ({ start: one.start, end: one.end, reason: clip(one.reason) })),
			stories,
			...(await citeAll(room, citations, to < text.length ? String(to) : null, notes)),
		};
	},
});
