import type { Story } from "../model/record.ts";
import type { StoryListing } from "../model/story-listing.ts";
import { setCopies } from "./terminal/lineage.ts";
import { chooseMarks } from "./terminal/marks.ts";
import { setMembership } from "./terminal/membership.ts";
import { BLANK, type Page, set } from "./terminal/page.ts";
import { setProblems } from "./terminal/problems.ts";
import { setReports } from "./terminal/reports.ts";
import { type Line, paintLine, run } from "./terminal/runs.ts";
import { setAlone } from "./terminal/stories/alone.ts";
import { setChanges } from "./terminal/stories/changes.ts";
import { setEdges } from "./terminal/stories/edges.ts";
import { setSharedText } from "./terminal/stories/shared-text.ts";
import { setWhenWhere } from "./terminal/stories/when-where.ts";
import { setStoryHead, setStoryLines } from "./terminal/story-head.ts";
import { setThreads } from "./terminal/threads.ts";
import { sheetWidth, type TerminalStyle } from "./terminal.ts";
import { indexRecord } from "./view/record-index.ts";
import { countSet, joinCounts, listStories } from "./view/story-lists.ts";
import { recordOf } from "./view/story-record.ts";

/**
 * The stories of a set as a page to read: for each its reports with what puts them there, what comes near
 * and stays out, when and where, its independent lines, who draws on whom with the words that show it,
 * copies and what later versions changed, and every stretch that two reports share; then the reports that
 * stand alone. Ends with a line feed.
 */
export function printStories(listing: StoryListing, style: TerminalStyle): string {
	const page: Page = {
		index: indexRecord(recordOf(listing)),
		marks: chooseMarks(style.unicode),
		width: sheetWidth(style),
	};
	const lists = listStories(page.index);
	const { told, alone, loose } = lists;
	const lines = [
		...set(page, [run(joinCounts(countSet(page.index, lists)), "strong")], { indent: 0 }),
		...told.flatMap((story) => [BLANK, ...setStory(page, listing, story)]),
		...setAlone(page, alone, loose),
		...setProblems(page),
	];
	return lines.map((line) => `${paintLine(line, style.color)}\n`).join("");
}

function setStory(page: Page, listing: StoryListing, story: Story): Line[] {
	const copies = setCopies(page, story);
	return [
		...setStoryHead(page, story),
		...setWhenWhere(page, story),
		...setReports(page, story.articles),
		...setMembership(page, story),
		...setStoryLines(page, story),
		...setEdges(page, listing, story),
		...copies,
		...setChanges(page, story),
		...setSharedText(page, story),
		...setThreads(page, story),
	];
}
