import type { QuotationFilters, QuotationListing, QuotedArticle } from "../model/quotation-listing.ts";
import { isSure } from "../quotations/sureness.ts";
import { chooseMarks } from "./terminal/marks.ts";
import { BLANK, heading, INDENT, type Sheet, separate, set, setRule } from "./terminal/page.ts";
import { setQuotation } from "./terminal/quotations/quotation.ts";
import { setTerms } from "./terminal/quotations/terms.ts";
import { type Line, paintLine, type Run, run, tied } from "./terminal/runs.ts";
import { sheetWidth, type TerminalStyle } from "./terminal.ts";
import { countOf, groupDigits } from "./view/count-words.ts";
import { describeDate } from "./view/date-words.ts";

/**
 * The quotations of each report as a page to read: the words in the order of the text, who speaks and why, by
 * which words that is told, and how sure it is; then what stands in marks and is nobody's. All of them are
 * printed, but for those too unsure where no least confidence is asked for, whose number is. Ends with a line feed.
 */
export function printQuotations(listing: QuotationListing, style: TerminalStyle): string {
	const sheet: Sheet = { marks: chooseMarks(style.unicode), width: sheetWidth(style) };
	const narrowed = describeFilters(sheet, listing.filters);
	const shown = listing.articles.filter(({ quotations }) => narrowed.length === 0 || quotations.length > 0);
	const lines: Line[] = [];
	if (narrowed.length > 0) lines.push(...setNarrowed(sheet, listing, narrowed));
	for (const article of shown) {
		if (lines.length > 0) lines.push(BLANK, setRule(sheet), BLANK);
		lines.push(...setArticle(sheet, listing.filters.least === null ? withoutUnsure(article) : { article, unsure: 0 }));
	}
	return lines.map((line) => `${paintLine(line, style.color)}\n`).join("");
}

interface Shown {
	readonly article: QuotedArticle;
	/** How many of its quotations are too unsure to be printed unasked. */
	readonly unsure: number;
}

function withoutUnsure(article: QuotedArticle): Shown {
	const quotations = article.quotations.filter(isSure);
	return { article: { ...article, quotations }, unsure: article.quotations.length - quotations.length };
}

/** What the list is narrowed to, and how much of it is left. */
function setNarrowed(sheet: Sheet, { articles }: QuotationListing, filters: readonly Run[][]): Line[] {
	const left = articles.reduce((sum, { quotations }) => sum + quotations.length, 0);
	const all = articles.reduce((sum, { found }) => sum + found, 0);
	const count =
		left === 0 ? `None of ${countOf(all, "quotation")}` : `${groupDigits(left)} of ${countOf(all, "quotation")}`;
	const lines = set(sheet, [run(count, "strong"), run(": "), ...separate(filters, ", ")], { indent: 0 });
	const without = articles.filter(({ quotations }) => quotations.length === 0).length;
	if (without > 0 && left > 0) {
		lines.push(...set(sheet, [run(`${countOf(without, "report")} without any such`, "dim")], { indent: 0 }));
	}
	return lines;
}

function describeFilters({ marks }: Sheet, { speaker, kinds, least }: QuotationFilters): Run[][] {
	return [
		...(speaker === null ? [] : [[run("spoken by "), run(`${marks.open}${speaker}${marks.close}`)]]),
		...(kinds.length === 0 ? [] : [[run(kinds.join(" or "))]]),
		...(least === null ? [] : [[tied(`confidence ${least} or more`)]]),
	];
}

function placeOf({ capture }: QuotedArticle): string {
	return capture.place === "-" ? "standard input" : capture.place;
}

function setArticle(sheet: Sheet, { article, unsure }: Shown): Line[] {
	const lines = set(sheet, [run(placeOf(article), "strong")], { indent: 0 });
	if (article.headline !== null) lines.push(...set(sheet, [run(article.headline.text)], { indent: 0 }));
	const when = describeDate(article.published);
	const about = [article.outlet?.text ?? "", when ?? ""].filter((part) => part !== "");
	if (about.length > 0) lines.push(...set(sheet, [run(about.join(", "), "dim")], { indent: 0 }));
	lines.push(...set(sheet, [run(summarise(article), "dim")], { indent: 0 }));
	if (article.quotations.length > 0) lines.push(...heading(sheet, "Quotations"));
	for (const [at, quotation] of article.quotations.entries()) {
		if (at > 0) lines.push(BLANK);
		lines.push(...setQuotation(sheet, article.text, quotation, at + 1));
	}
	if (unsure > 0) {
		const shows = unsure === 1 ? "shows it" : "shows them";
		const note = `${countOf(unsure, "unsure reading")} not shown; --least 0 ${shows}`;
		lines.push(BLANK, ...set(sheet, [run(note, "dim")]));
	}
	if (article.terms.length > 0) {
		lines.push(...heading(sheet, "In marks, and nobody's words"), ...setTerms(sheet, article.terms, INDENT));
	}
	return lines;
}

function summarise({ role, quotations, terms, found, language, stages }: QuotedArticle): string {
	const counts = (["direct", "mixed", "indirect"] as const)
		.map((kind) => ({ kind, count: quotations.filter((quotation) => quotation.kind === kind).length }))
		.filter(({ count }) => count > 0)
		.map(({ kind, count }) => `${groupDigits(count)} ${kind}`);
	const total =
		quotations.length === found
			? countOf(found, "quotation")
			: `${groupDigits(quotations.length)} of ${countOf(found, "quotation")}`;
	const parts = [
		found === 0 ? "no quotations" : counts.length === 0 ? total : `${total} (${counts.join(", ")})`,
		...(terms.length > 0 ? [`${countOf(terms.length, "term")} in marks`] : []),
	];
	const kind = role === "primary" ? "a primary document" : "a report";
	// Other languages are looked through for marks alone, so that what is not there may only not be seen.
	const blind =
		!stages.includes("quotations") && language !== null ? `; in ${language}, found by their marks alone` : "";
	return `${kind}: ${parts.join(", ")}${blind}`;
}
