import type { RecordArticle, Story } from "../../model/record.ts";
import { countOf } from "../view/count-words.ts";
import { describeDate } from "../view/date-words.ts";
import { titleOfFact } from "../view/fact-words.ts";
import { type OwnMarks, tellVoices } from "../view/own-marks.ts";
import { orderArticles, outletOf, shortOutletOf, siglumOf } from "../view/record-index.ts";
import { measureShare } from "../view/shared-text.ts";
import { findStamp } from "../view/stamp-words.ts";
import {
	anchors,
	BLANK,
	firstWords,
	heading,
	INDENT,
	more,
	type Page,
	pad,
	quoted,
	separate,
	set,
	siglumColumns,
} from "./page.ts";
import { type Line, type Run, run, tied } from "./runs.ts";

const SHOWN = 26;
const LONGEST = 90;

/** What reports of a story say or mark alone, and the numbers of its utterances. */
interface OwnWords {
	readonly marks: ReadonlyMap<string, OwnMarks>;
	readonly numbers: ReadonlyMap<string, number>;
}

const NONE: OwnWords = { marks: new Map(), numbers: new Map() };

/** The reports of a story: siglum, outlet, date, headline, place, and how much stands in others too. */
export function setReports(page: Page, members: readonly string[], own: OwnWords = NONE): Line[] {
	const ordered = orderArticles(page.index, members);
	const columns = siglumColumns(page, ordered);
	const lines = heading(page, ordered.length === 1 ? "Report" : "Reports");
	for (const id of ordered.slice(0, SHOWN)) {
		const article = page.index.articles.get(id);
		if (!article) continue;
		lines.push(...setReport(page, article, columns, ordered));
		const marks = own.marks.get(id);
		if (marks) lines.push(...setMarks(page, marks, own.numbers, INDENT + columns + 2));
	}
	lines.push(...more(page, ordered.length - SHOWN));
	return lines;
}

/** Which siglum stands for which outlet: all that a part of the page needs of its reports. */
export function setReportNames(page: Page, story: Story): Line[] {
	const names = orderArticles(page.index, story.articles)
		.slice(0, SHOWN)
		.flatMap((id) => {
			const article = page.index.articles.get(id);
			return article ? [[run(article.siglum, "siglum"), run(" "), run(shortOutletOf(article))]] : [];
		});
	return [BLANK, ...set(page, separate(names, " · ", "dim")), ...more(page, story.articles.length - SHOWN)];
}

/** Utterances and facts named that a report alone gives so, and columns of what a fact is about. */
const MARKS_SHOWN = 2;
const LONGEST_FACT = 60;

/** What only this report says, or gives otherwise than the others do. */
function setMarks(page: Page, marks: OwnMarks, numbers: OwnWords["numbers"], indent: number): Line[] {
	const parts = [
		...marks.sentences.map(({ text }) => quoted(page, text, "dim")),
		...marks.utterances
			.slice(0, MARKS_SHOWN)
			.map(({ utterance, how }) => [run(`gives no. ${numbers.get(utterance.id) ?? ""} ${how}`, "dim")]),
		...marks.facts
			.slice(0, MARKS_SHOWN)
			.map(({ fact, how }) => [run(`gives ${titleOfFact(page.index, fact, LONGEST_FACT)} ${how}`, "dim")]),
	];
	const voices = tellVoices(marks);
	const runs = [
		run("found only here: ", "dim"),
		...separate(voices === "" ? parts : [...parts, [run(voices, "dim")]], "; ", "dim"),
	];
	const places = marks.sentences.map(({ place }) => place);
	return set(page, runs, { indent, hanging: indent + 2, aside: anchors(page, places, 2) });
}

function setReport(page: Page, article: RecordArticle, columns: number, members: readonly string[]): Line[] {
	const first = pad(article.siglum, columns + 2, "siglum");
	const indent = INDENT + columns + 2;
	const about = describeSource(article, "primary document");
	const place = article.outlet === null ? [] : [run(article.capture.place, "dim")];
	const lines = set(page, separate(about, ", "), { first, aside: place });
	if (article.headline !== null && members.length > 1) {
		lines.push(...set(page, [run(article.headline.text)], { indent }));
	}
	if (article.headline !== null) {
		if (article.headline.made) lines.push(...set(page, [run("headline made from the text", "dim")], { indent }));
	} else if (article.headline === null) lines.push(...set(page, [run("no headline", "dim")], { indent }));
	const authors = article.byline?.authors.join(", ") ?? "";
	if (authors !== "") lines.push(...set(page, [run(`by ${authors}`, "dim")], { indent }));
	const stamp = findStamp(article);
	if (stamp !== null) {
		const words = quoted(page, firstWords(page, stamp.words, LONGEST), "dim");
		const aside = anchors(page, [{ article: article.id, start: stamp.start, end: stamp.end }]);
		lines.push(...set(page, [run("stamp in the text: ", "dim"), ...words], { indent, aside }));
	}
	if (members.length > 1) lines.push(...set(page, [run(describeShare(page, article, members), "dim")], { indent }));
	if (article.truncated !== null) {
		lines.push(...set(page, [run(`not the whole report: ${article.truncated.reason}`, "doubt")], { indent }));
	}
	if (article.problems.length > 0) {
		lines.push(...set(page, [run(countOf(article.problems.length, "problem"), "doubt")], { indent }));
	}
	return lines;
}

/** Who published it and when, and what sort of text it is. */
export function describeSource(article: RecordArticle, primary: string): Run[][] {
	const when = describeDate(article.published);
	return [
		[run(outletOf(article), "strong")],
		when === null ? [run("undated", "dim")] : [tied(when)],
		...(article.role === "primary" ? [[run(primary)]] : []),
		...(article.language !== null && article.language !== "en" ? [[run(`in ${article.language}`)]] : []),
		...(article.posts.length > 0 ? [[run(`in ${countOf(article.posts.length, "post")}`)]] : []),
	];
}

function describeShare(page: Page, article: RecordArticle, members: readonly string[]): string {
	const { part, most } = measureShare(page.index, article, members);
	if (most === null) return "shares no text with the others beyond what both quote";
	const percent = Math.round(part * 100);
	const amount = percent < 1 ? "under 1%" : percent >= 100 ? "all" : `${percent}%`;
	return `${amount} of its text stands in others, most in ${siglumOf(page.index, most)}`;
}
