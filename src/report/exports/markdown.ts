import type { CollationRecord, Position, RecordArticle } from "../../model/record.ts";
import { countOf } from "../view/count-words.ts";
import { describeDate } from "../view/date-words.ts";
import { listMovedLedgers } from "../view/moved-ledgers.ts";
import { indexRecord, isPrimary, nameOf, outletOf, type RecordIndex } from "../view/record-index.ts";
import { POLARITY_WORDS } from "../view/stance-words.ts";
import { listStories } from "../view/story-lists.ts";
import { addressOf } from "./identifiers.ts";
import { writeStory } from "./markdown-story.ts";
import { citePlaces, escapeMarkdown, linkMarkdown, nameReports, rowOf } from "./markdown-text.ts";

const HOW_TO_READ =
	"A B C are the reports. `A:12–34` are characters 12 to 34 of report A’s text. In *text* ] *other*, the reports named " +
	"read the other words; ● marks what may change what was said; […] stands for words left out here, … is the report’s own.";

/**
 * The record as Markdown (CommonMark with GitHub's tables): the reports, then each story with what was said and its
 * variants, differences, what is left out and how the text travelled, then positions, what was dropped and problems.
 * Nothing that stands in a report is taken for markup.
 */
export function writeMarkdown(record: CollationRecord): string {
	const index = indexRecord(record);
	const { told, alone, loose } = listStories(index);
	const primaries = record.articles.filter(({ role }) => role === "primary").length;
	const reports = countOf(record.articles.length - primaries, "report");
	const held = primaries > 0 ? ` and ${countOf(primaries, "primary document")}` : "";
	const blocks = [
		`# The record of ${reports}${held}`,
		HOW_TO_READ,
		...writeReports(index),
		...[...told, ...alone].flatMap((story) => writeStory(index, story)),
		...(loose.length > 0 ? ["## In no story", loose.map((id) => `- ${nameArticle(index, id)}`).join("\n")] : []),
		...writePositions(index),
		...writeCorrections(index),
		...writeDropped(index),
		...writeProblems(index),
		`*Stemma ${escapeMarkdown(record.generator.version)}, ${record.schema}*`,
	];
	return `${blocks.join("\n\n")}\n`;
}

function writeReports(index: RecordIndex): string[] {
	if (index.record.articles.length === 0) return [];
	const rows = index.record.articles.map((article) =>
		rowOf([
			escapeMarkdown(article.siglum),
			escapeMarkdown(article.outlet?.text ?? "") + (isPrimary(index, article.id) ? " (primary)" : ""),
			describeDate(article.published) ?? "undated",
			linkMarkdown(article.headline?.text ?? "no headline", addressOf(article)),
			escapeMarkdown(article.capture.place),
		]),
	);
	return [
		"## Reports",
		["| | outlet | published | headline | read from |", "|---|---|---|---|---|", ...rows].join("\n"),
	];
}

function nameArticle(index: RecordIndex, id: string): string {
	const article = index.articles.get(id);
	return article ? `${escapeMarkdown(article.siglum)}, ${escapeMarkdown(outletOf(article))}` : escapeMarkdown(id);
}

/** What speakers said or did about a matter on more than one day, with sides and changes of them where these are plain. */
function writePositions(index: RecordIndex): string[] {
	const blocks = listMovedLedgers(index.record).map((ledger) => {
		const [first] = ledger;
		const who = first ? `${nameOf(index, first.speaker)} on ${nameOf(index, first.about)}` : "";
		return `**${escapeMarkdown(who)}**\n\n${ledger.map((position) => tellPosition(index, position)).join("\n")}`;
	});
	return blocks.length === 0 ? [] : ["## Positions over time", ...blocks];
}

function tellPosition(index: RecordIndex, position: Position): string {
	const { when, exact, act, polarity, stance, change, onBehalfOf, article, spans, reports } = position;
	const notes = [
		act === null ? null : `act: ${act}`,
		polarity === "said" ? null : POLARITY_WORDS[polarity],
		onBehalfOf === null ? null : `for ${nameOf(index, onBehalfOf)}`,
		stance,
		change === null ? null : `before, on ${describeDate(change.when) ?? "another day"}: ${change.stance}`,
	].filter((note) => note !== null);
	const told = notes.length === 0 ? "" : ` *(${escapeMarkdown(notes.join("; "))})*`;
	const carriers = nameReports(
		index,
		reports.map((report) => report.article),
	);
	const place = citePlaces(
		index,
		spans.map((span) => ({ ...span, article })),
	);
	return `- ${describeDate(when) ?? "undated"}: ${escapeMarkdown(exact)}${told} — ${carriers} (${place})`;
}

/** A person's decisions: what each did, or why it did nothing. */
function writeCorrections(index: RecordIndex): string[] {
	const lines = index.record.corrections.map(({ kind, who, when, why, applied, reason, places }) => {
		const what = escapeMarkdown(reason);
		const told = applied ? what : `not applied: ${what} (asked by ${escapeMarkdown(who)}: ${escapeMarkdown(why)})`;
		const shown = places.length === 0 ? "" : ` (${citePlaces(index, places)})`;
		return `- ${told} (${kind}, ${escapeMarkdown(when.slice(0, 10))})${shown}`;
	});
	return lines.length === 0 ? [] : ["## Corrections", lines.join("\n")];
}

/** What was kept out of the reports: nothing disappears. */
function writeDropped(index: RecordIndex): string[] {
	const lines = index.record.articles.flatMap((article) =>
		article.dropped.map((one) => tellDropped(index, article, one)),
	);
	return lines.length === 0 ? [] : ["## Kept out of the reports", lines.join("\n")];
}

/** Characters of a dropped stretch that are shown. */
const LONGEST = 80;

function tellDropped(
	index: RecordIndex,
	article: RecordArticle,
	{ start, end, reason, rule }: RecordArticle["dropped"][number],
): string {
	const words = article.text.slice(start, Math.min(end, start + LONGEST));
	const rest = end - start > LONGEST ? " …" : "";
	const place = citePlaces(index, [{ article: article.id, start, end }]);
	return `- ${place}: ${escapeMarkdown(reason)} (${escapeMarkdown(rule)}): “${escapeMarkdown(words)}${rest}”`;
}

function writeProblems({ record, articles }: RecordIndex): string[] {
	const lines = record.problems.map(({ article, place, reason, code }) => {
		const where = (article === null ? place : articles.get(article)?.siglum) ?? "";
		return `- ${where === "" ? "" : `${escapeMarkdown(where)}: `}${escapeMarkdown(reason)} (${escapeMarkdown(code)})`;
	});
	return lines.length === 0 ? [] : ["## Problems", lines.join("\n")];
}
