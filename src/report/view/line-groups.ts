import type { Story } from "../../model/record.ts";
import { groupBy } from "./group-by.ts";

/** The story's lines; reports that are lines of their own for the same reason are named together. */
export function groupLines(story: Story): { readonly lines: (readonly string[])[]; readonly reason: string }[] {
	const groups = groupBy(story.lines, ({ articles, reason }, at) => (articles.length === 1 ? `= ${reason}` : `${at}`));
	return [...groups.values()].map((lines) => ({
		lines: lines.map(({ articles }) => articles),
		reason: lines[0]?.reason ?? "",
	}));
}
