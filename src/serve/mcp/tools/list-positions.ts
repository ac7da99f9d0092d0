import { UserError } from "../../../model/problem.ts";
import { COUNT, listOf, object, TEXT } from "../../../report/schema/fields.ts";
import { countOf } from "../../../report/view/count-words.ts";
import { findPositions, type StoredPosition } from "../../stored-positions.ts";
import { Citations, toHit } from "../citations.ts";
import { fillPage } from "../pages.ts";
import { MOST_PARTS, POSITION_FIELDS, type PositionRow, rowPosition } from "../record-rows.ts";
import { CITED, type Cited } from "../shapes.ts";
import { AFTER_FIELD, citeAll, defineTool, FROM_FIELD, limitField, named, TO_FIELD, type Tool } from "../tool.ts";

interface StoryPositionRow extends PositionRow {
	readonly story: string;
}

interface FoundPositions extends Cited {
	readonly total: number;
	/** By day, those of no known day last. */
	readonly positions: readonly StoryPositionRow[];
}

export const listPositions: Tool = defineTool({
	name: "list_positions",
	title: "List where a speaker stands",
	description:
		"Lists, day by day and over all stories, what a person, body or state is reported to have said and done about somebody or something: statements and acts, whom they are made for, the side the words plainly take (null where they take none), and the earlier position of the story that they go against. Give `speaker`, `about`, or both.",
	input: {
		speaker: named("Who speaks or acts, or is spoken for, by name."),
		about: named("Whom or what it is about, by name."),
		from: FROM_FIELD.describe("Said or done on this day or later: 2031-05-14."),
		to: TO_FIELD.describe("Said or done on this day or earlier."),
		limit: limitField(40, 15),
		after: AFTER_FIELD,
	},
	output: object<FoundPositions>("FoundPositions", {
		total: COUNT,
		positions: listOf(object<StoryPositionRow>("StoryPositionRow", { story: TEXT, ...POSITION_FIELDS })),
		...CITED,
	}),
	async answer(room, { limit, after, ...asked }) {
		if (asked.speaker === undefined && asked.about === undefined) {
			throw new UserError("mcp/no-name", "list_positions needs a speaker, or whom it is about");
		}
		const { positions, looked, left, isCut } = await findPositions(room.store, asked);
		const citations = new Citations();
		const describe = ({ index, story, position }: StoredPosition): StoryPositionRow => {
			const given = position.reports.slice(0, MOST_PARTS).map(({ article }) => article);
			for (const report of [position.article, ...given]) {
				const article = index.articles.get(report);
				if (article !== undefined) citations.takeText(toHit(article), article.text);
			}
			return { story, ...rowPosition(index, citations, position) };
		};
		const page = fillPage(
			positions.map((one) => () => describe(one)),
			limit,
			after,
		);
		const notes: string[] = [];
		if (left > 0)
			notes.push(`${countOf(left, "story", "stories")} more name them and were not looked into: narrow it down.`);
		if (isCut) notes.push("So many reports name them that not all were looked into: narrow it down.");
		if (positions.length === 0) {
			notes.push(
				`${countOf(looked, "story", "stories")} whose reports name them were looked into. Positions are found in English and where names were joined; search_quotations looks for the words alone.`,
			);
		}
		const cited = await citeAll(room, citations, page.next, notes);
		return { total: positions.length, positions: page.rows, ...cited };
	},
});
