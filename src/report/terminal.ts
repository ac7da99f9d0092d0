import type { CollationRecord, Story } from "../model/record.ts";
import { setCorrections } from "./terminal/corrections.ts";
import { setDropped } from "./terminal/dropped.ts";
import { setConflicts, setFacts } from "./terminal/facts.ts";
import { setLeftOut } from "./terminal/left-out.ts";
import { setLineage } from "./terminal/lineage.ts";
import { chooseMarks } from "./terminal/marks.ts";
import { setMembership } from "./terminal/membership.ts";
import { BLANK, heading, type Page, separate, set, setRule } from "./terminal/page.ts";
import { setPositions } from "./terminal/positions/positions.ts";
import { setProblems } from "./terminal/problems.ts";
import { setReportNames, setReports } from "./terminal/reports.ts";
import { type Line, paintLine, run, tied } from "./terminal/runs.ts";
import { setStoryHead, setStoryLines } from "./terminal/story-head.ts";
import { setThreads } from "./terminal/threads.ts";
import { numberUtterances, setUtterances } from "./terminal/utterances.ts";
import { setVersions } from "./terminal/versions.ts";
import { countOf } from "./view/count-words.ts";
import { findOwnMarks } from "./view/own-marks.ts";
import { type RecordChoice, type RecordPart, WHOLE_RECORD } from "./view/record-choice.ts";
import { indexRecord } from "./view/record-index.ts";
import { countSet, joinCounts, listStories, type StoryLists } from "./view/story-lists.ts";

/** What a page of text is set for. */
export interface TerminalStyle {
	/** Columns of the terminal. The page takes at least 40 of them and at most 100, as far as prose reads well. */
	readonly width: number;
	readonly color: boolean;
	/** False where the terminal has ASCII only: signs are folded, letters of the reports stay. */
	readonly unicode: boolean;
}

const NARROWEST = 40;
const WIDEST = 100;

/**
 * The record as a page to read, like a small critical edition: each story with its reports, what was
 * said and its variants, differences, omissions and the ways of the text, then the reports that stand
 * alone. Every finding is anchored as siglum and character offsets. Ends with a line feed.
 *
 * @param choice the stories and parts of them that are printed; all where it is left out
 */
export function printRecord(
	record: CollationRecord,
	style: TerminalStyle,
	choice: RecordChoice = WHOLE_RECORD,
): string {
	const page: Page = { index: indexRecord(record), marks: chooseMarks(style.unicode), width: sheetWidth(style) };
	const lists = listStories(page.index);
	const { told, alone, loose } = lists;
	const stories = [...told, ...alone].filter(({ id }) => choice.stories?.has(id) ?? true);
	const lines = setSummary(page, lists);
	if (choice.only === null) {
		lines.push(...stories.flatMap((story) => [BLANK, ...setStory(page, story)]));
		if (choice.stories === null) {
			if (loose.length > 0) lines.push(BLANK, ...setLoose(page, loose));
			lines.push(...setAcross(page));
		}
	} else lines.push(...setParts(page, stories, choice.only));
	return lines.map((line) => `${paintLine(line, style.color)}\n`).join("");
}

/** Columns that a page takes of a terminal. */
export function sheetWidth(style: TerminalStyle): number {
	return Math.max(NARROWEST, Math.min(WIDEST, Math.trunc(style.width) || NARROWEST));
}

/** What belongs to no single story. */
function setAcross(page: Page): Line[] {
	const lines = [...setVersions(page), ...setPositions(page), ...setCorrections(page), ...setProblems(page)];
	return lines.length === 0 ? [] : [BLANK, setRule(page), ...lines.slice(1)];
}

function setSummary(page: Page, lists: StoryLists): Line[] {
	const { range, notable } = page.marks;
	const key = [
		"A B C the reports",
		`A${page.marks.raised[1] ?? ""} A${page.marks.raised[2] ?? ""} wordings that A gives of one thing`,
		`A:12${range}34 characters of one`,
		"text ] other wording",
		`${notable} may change what is said`,
		`${page.marks.cutOff} left out here, not by the report`,
		"0.96 how sure a reading is",
	];
	return [
		...set(page, [run(joinCounts(countSet(page.index, lists)), "strong")], { indent: 0 }),
		...set(
			page,
			separate(
				key.map((part) => [tied(part, "dim")]),
				"; ",
				"dim",
			),
			{ indent: 0 },
		),
	];
}

function setStory(page: Page, story: Story): Line[] {
	const numbers = numberUtterances(page, story);
	return [
		...setStoryHead(page, story),
		...setReports(page, story.articles, { marks: findOwnMarks(page.index, story), numbers }),
		...setStoryLines(page, story),
		...setUtterances(page, story),
		...setFacts(page, story, numbers),
		...setLeftOut(page, story, numbers),
		...setLineage(page, story),
		...setThreads(page, story),
		...setMembership(page, story),
		...setDropped(page, story.articles),
	];
}

/** Only some parts of each story; stories that have nothing of them are counted. */
function setParts(page: Page, stories: readonly Story[], only: ReadonlySet<RecordPart>): Line[] {
	const lines: Line[] = [];
	let without = 0;
	for (const story of stories) {
		const numbers = numberUtterances(page, story);
		const parts = [
			...(only.has("quotations") ? setUtterances(page, story) : []),
			...(only.has("facts") ? setFacts(page, story, numbers) : []),
			...(only.has("facts") ? setLeftOut(page, story, numbers) : []),
			...(only.has("conflicts") && !only.has("facts") ? setConflicts(page, story, numbers) : []),
			...(only.has("lineage") ? [...setStoryLines(page, story), ...setLineage(page, story)] : []),
		];
		if (parts.length > 0) lines.push(BLANK, ...setStoryHead(page, story), ...setReportNames(page, story), ...parts);
		else without++;
	}
	if (without === 0) return lines;
	const what = [...only].join(", ");
	const note = `${countOf(without, "story has", "stories have")} nothing to show of ${what}`;
	return [...lines, BLANK, ...set(page, [run(note, "dim")], { indent: 0 })];
}

function setLoose(page: Page, articles: readonly string[]): Line[] {
	return [...heading(page, "In no story"), ...setReports(page, articles), ...setDropped(page, articles)];
}
