import type { Story } from "../../model/record.ts";
import { countOf, groupDigits } from "../view/count-words.ts";
import { tellLines } from "../view/line-count.ts";
import { groupLines } from "../view/line-groups.ts";
import { findOccasionWords } from "../view/occasion-words.ts";
import { tellReason } from "../view/reason-words.ts";
import { isPrimary, reportsOf } from "../view/record-index.ts";
import { titleOf } from "../view/story-lists.ts";
import { describeWhen, NO_YEAR } from "../view/when-words.ts";
import { lineWidth } from "./flow.ts";
import { heading, more, type Page, separate, set, setRule, sigla } from "./page.ts";
import { blank, type Line, type Run, run, tied } from "./runs.ts";

const SHOWN = 26;

/** What the story is, when and where, and in how many lines it is told. */
export function setStoryHead(page: Page, story: Story): Line[] {
	const lines: Line[] = [setRule(page)];
	lines.push(...set(page, [run(titleOf(page.index, story), "strong")], { indent: 0 }));
	const facts: Run[][] = [];
	const { day, yearless, named } = describeWhen(page.index, story);
	const open = yearless.length === 0 ? [] : [run(" ("), ...sigla(page, yearless), run(`; ${NO_YEAR})`)];
	if (day !== null) facts.push([tied(day), ...open]);
	if (named !== null) facts.push([run(named)]);
	if (story.where !== null) facts.push([run(story.where.exact)]);
	const [occasion] = findOccasionWords(page.index, story);
	const occasions = (occasion ?? []).map(({ words, articles }) => [
		run(`${words} (`),
		...sigla(page, articles),
		run(")"),
	]);
	if (occasions.length > 0) facts.push(separate(occasions, "; "));
	const reports = reportsOf(page.index, story);
	const primaries = story.articles.filter((article) => isPrimary(page.index, article));
	const count = countOf(reports.length, "report");
	if (story.articles.length > 1) facts.push([tied(`${count}, ${tellLines(story.lines.length)}`)]);
	if (primaries.length > 0) {
		const what = primaries.length === 1 ? "the primary document" : "the primary documents";
		facts.push([run(`held against ${what} `), ...sigla(page, primaries)]);
	}
	if (facts.length > 0) lines.push(...set(page, separate(facts, ` ${page.marks.dot} `, "dim"), { indent: 0 }));
	return lines;
}

/** Which reports depend on each other, and why. */
export function setStoryLines(page: Page, story: Story): Line[] {
	if (reportsOf(page.index, story).length < 2) return [];
	const lines = heading(page, "Independent lines");
	const all = groupLines(story);
	const groups = all.slice(0, SHOWN).map(({ lines: alike, reason }) => {
		const shown = alike.slice(0, SHOWN).map((articles) => sigla(page, articles));
		if (alike.length > SHOWN) shown.push([run(`and ${groupDigits(alike.length - SHOWN)} more`, "dim")]);
		return { names: separate(shown, ` ${page.marks.dot} `, "dim"), reason };
	});
	const columns = Math.max(...groups.map(({ names }) => lineWidth(names)));
	for (const { names, reason } of groups) {
		const beside = columns <= page.width / 4;
		if (!beside) lines.push(...set(page, names));
		const first = beside ? [...names, blank(columns + 2 - lineWidth(names))] : [blank(2)];
		lines.push(...set(page, [run(tellReason(page.index, story, reason))], { first }));
	}
	lines.push(...more(page, all.length - SHOWN));
	return lines;
}
