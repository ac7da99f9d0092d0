import type { Article } from "../model/article.ts";
import type { ArticleListing } from "../model/article-listing.ts";
import { spanLength } from "../text/spans.ts";
import { setMetadata } from "./terminal/article/metadata.ts";
import { setText } from "./terminal/article/text.ts";
import { chooseMarks } from "./terminal/marks.ts";
import { BLANK, heading, INDENT, type Sheet, set, setRule } from "./terminal/page.ts";
import { type Line, paintLine, run } from "./terminal/runs.ts";
import { sheetWidth, type TerminalStyle } from "./terminal.ts";
import { countOf, groupDigits } from "./view/count-words.ts";

/**
 * The articles as a page to read: of each what it says of itself and where, its text with what was
 * taken and what was dropped and why, and its problems. Ends with a line feed.
 *
 * @param whole shows every dropped stretch and all of it
 */
export function printListing(listing: ArticleListing, style: TerminalStyle, whole: boolean): string {
	const sheet: Sheet = { marks: chooseMarks(style.unicode), width: sheetWidth(style) };
	const lines = listing.articles.flatMap((article, at) => [
		...(at > 0 ? [BLANK, setRule(sheet), BLANK] : []),
		...setArticle(sheet, article, whole),
	]);
	lines.push(...setFailures(sheet, listing));
	return lines.map((line) => `${paintLine(line, style.color)}\n`).join("");
}

function setArticle(sheet: Sheet, article: Article, whole: boolean): Line[] {
	return [
		...set(sheet, [run(article.capture.place, "strong")], { indent: 0 }),
		...setSummary(sheet, article),
		...setMetadata(sheet, article),
		...setText(sheet, article, whole),
		...setProblems(sheet, article),
	];
}

function setSummary(sheet: Sheet, article: Article): Line[] {
	const lines: Line[] = [];
	const kept = spanLength(article.body);
	const dropped = spanLength(article.dropped);
	const share = kept + dropped === 0 ? 0 : Math.round((100 * kept) / (kept + dropped));
	const parts = [
		article.role === "primary" ? "a primary document" : "a report",
		article.posts.length > 0 ? `of ${countOf(article.posts.length, "post")}` : "",
		`in ${countOf(article.blocks.length, "block")}:`,
		`${countOf(kept, "character")} taken, ${groupDigits(dropped)} dropped (${share}% taken)`,
	];
	lines.push(...set(sheet, [run(parts.filter((part) => part !== "").join(" "), "dim")], { indent: 0 }));
	const { truncated } = article;
	if (truncated !== null) {
		lines.push(
			...set(sheet, [run(`Not the whole report (${truncated.kind}): `, "alarm"), run(truncated.reason)], {
				indent: 0,
				hanging: INDENT,
			}),
		);
	}
	return lines;
}

function setProblems(sheet: Sheet, article: Article): Line[] {
	// That a report is cut off stands at the head, in the same words.
	const problems = article.problems.filter(
		({ code, reason }) => code !== "article/truncated" || reason !== article.truncated?.reason,
	);
	if (problems.length === 0) return [];
	const lines = heading(sheet, "Problems");
	for (const { code, span, reason } of problems) {
		const place = span === null ? [] : [run(`${span.start}${sheet.marks.range}${span.end}`, "dim")];
		lines.push(...set(sheet, [run(reason, "doubt"), run(` (${code})`, "dim")], { hanging: INDENT + 2, aside: place }));
	}
	return lines;
}

/** Inputs that gave no article of their own. */
function setFailures(sheet: Sheet, { problems }: ArticleListing): Line[] {
	if (problems.length === 0) return [];
	const lines = heading(sheet, "Not taken");
	for (const { code, place, reason } of problems) {
		const where = place === null || reason.includes(place) ? [] : [run(`${place}: `, "strong")];
		lines.push(...set(sheet, [...where, run(reason), run(` (${code})`, "dim")], { hanging: INDENT + 2 }));
	}
	return lines;
}
