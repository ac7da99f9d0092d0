import { countOf } from "../../report/view/count-words.ts";
import { reportsOf, shortOutletOf } from "../../report/view/record-index.ts";
import { titleOf } from "../../report/view/story-lists.ts";
import { makeId } from "../../text/hash.ts";
import { citeReports, describeStory, type Finding, type Looked } from "./finding.ts";

/** Lines that are told one by one. */
const MOST_TOLD = 12;

/**
 * Stories that have come to so many independent lines: copies, shared passages and one agency's text count once.
 *
 * Catches a story at the third outlet that writes by itself, for three lines; not one whose agency text a third prints.
 */
export function findWideStories({ index, isOld, words }: Looked, least: number): Finding[] {
	return index.record.stories.flatMap((story): Finding[] => {
		if (story.lines.length < least) return [];
		const before = story.lines.filter(({ articles }) => articles.some(isOld)).length;
		if (before >= least) return [];
		const isMeant =
			words === null ||
			story.articles.some((id) => {
				const article = index.articles.get(id);
				return article !== undefined && words.inReport(article) !== null;
			});
		if (!isMeant) return [];
		const reports = reportsOf(index, story);
		return [
			{
				// A story is known again by any of its reports: its own id changes when an earlier report comes.
				keys: story.articles.map((article) => ({ key: makeId("story", article), article, cited: true })),
				entry: {
					kind: "lines",
					title: `${countOf(story.lines.length, "independent line")}: ${titleOf(index, story)}`,
					summary: `${countOf(reports.length, "report")} of it, of which ${story.lines.length} do not depend on each other.`,
					details: story.lines.slice(0, MOST_TOLD).map(({ articles, reason }) => {
						const outlets = articles.flatMap((id) => {
							const article = index.articles.get(id);
							return article ? [shortOutletOf(article)] : [];
						});
						return `${[...new Set(outlets)].join(", ")}${articles.length > 1 ? ` (${reason})` : ""}`;
					}),
					story: describeStory(index, story),
					reports: citeReports(index, reports, []),
				},
			},
		];
	});
}
