import type { AlertEntry, CitedReport } from "../model/alert.ts";
import { NO_MOMENT } from "./exports/atom.ts";
import { urnOf, webAddress } from "./exports/identifiers.ts";
import { escapeHtml } from "./exports/story-entries.ts";
import { writeWellFormedJson } from "./exports/well-formed-json.ts";
import { element, writeXml, type XmlElement } from "./exports/xml.ts";
import { showText } from "./terminal/safe-text.ts";
import { countOf } from "./view/count-words.ts";
import { tellLines } from "./view/line-count.ts";
import { lastPart } from "./view/record-index.ts";

/**
 * What alerts found as a feed: JSON Feed 1.1 for a file whose name ends with `.json`, else Atom (RFC 4287). Entries keep
 * their ids for ever, so that a reader shows each once.
 *
 * @param names of the alerts; none for all of them
 * @param entries the latest first
 */
export function writeAlertFeed(file: string, names: readonly string[], entries: readonly AlertEntry[]): string {
	return /\.json$/i.test(file) ? writeJsonFeed(names, entries) : writeAtom(names, entries);
}

function titleOf(names: readonly string[]): string {
	return names.length === 0 ? "Alerts of Stemma" : `Alerts of Stemma: ${names.join(", ")}`;
}

function writeAtom(names: readonly string[], entries: readonly AlertEntry[]): string {
	return writeXml(
		element(
			"feed",
			{ xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en" },
			element("id", {}, urnOf("alerts", names.join("\n"))),
			element("title", {}, showText(titleOf(names))),
			element("updated", {}, entries[0]?.foundAt ?? NO_MOMENT),
			element("author", {}, element("name", {}, "Stemma")),
			...entries.map(writeEntry),
		),
	);
}

function writeEntry(entry: AlertEntry): XmlElement {
	const { id, alert, title, foundAt, reports } = entry;
	const moment = foundAt ?? NO_MOMENT;
	const links = reports.flatMap((report) => {
		const href = addressOf(report);
		return href === null ? [] : [{ href, title: showText(nameOf(report)) }];
	});
	return element(
		"entry",
		{},
		element("id", {}, urnOf("alert", id)),
		element("title", {}, showText(title)),
		element("updated", {}, moment),
		element("published", {}, moment),
		element("category", { term: alert.toWellFormed() }),
		...links.map((link, at) => element("link", { rel: at === 0 ? "alternate" : "related", ...link })),
		summaryOf(entry) === "" ? null : element("summary", {}, showText(summaryOf(entry))),
		element("content", { type: "html" }, writeHtml(entry)),
	);
}

function writeJsonFeed(names: readonly string[], entries: readonly AlertEntry[]): string {
	return writeWellFormedJson({
		version: "https://jsonfeed.org/version/1.1",
		title: titleOf(names),
		authors: [{ name: "Stemma" }],
		language: "en",
		items: entries.map((entry) => {
			const { id, alert, kind, title, foundAt, story, reports } = entry;
			return {
				id: urnOf("alert", id),
				external_url: reports.flatMap((report) => addressOf(report) ?? [])[0],
				title: showText(title),
				content_html: writeHtml(entry),
				summary: summaryOf(entry) === "" ? null : showText(summaryOf(entry)),
				date_published: foundAt,
				tags: [alert],
				_stemma: { entry: id, kind, story: story?.id, articles: reports.map(({ article }) => article) },
			};
		}),
	});
}

/** A sentence or two, and the story. */
export function summaryOf({ summary, story, title }: AlertEntry): string {
	if (story === null || story.reports < 2 || title.includes(story.headline)) return summary;
	const told = `${countOf(story.reports, "report")}, ${tellLines(story.lines)}`;
	return `${summary === "" ? "" : `${summary} `}In \u201c${story.headline}\u201d: ${told}.`;
}

/** What an entry says as HTML: what differs, and the words of the reports with a link to each. All else is text. */
function writeHtml(entry: AlertEntry): string {
	const show = (text: string): string => escapeHtml(showText(text));
	const summary = summaryOf(entry);
	const parts = summary === "" ? [] : [`<p>${show(summary)}</p>`];
	if (entry.details.length > 0) {
		parts.push(`<ul>${entry.details.map((line) => `<li>${show(line)}</li>`).join("")}</ul>`);
	}
	for (const report of entry.reports) {
		const href = addressOf(report);
		const name = show(nameOf(report));
		parts.push(`<p>${href === null ? name : `<a href="${escapeHtml(href)}">${name}</a>`}</p>`);
		for (const { exact } of report.words) parts.push(`<blockquote>${show(exact)}</blockquote>`);
	}
	return parts.join("\n");
}

function addressOf({ url, place }: CitedReport): string | null {
	return webAddress(url) ?? webAddress(place);
}

/** "Harbour Post, 14 May 2031: Ferry sinks". */
export function nameOf({ outlet, headline, published, place, role }: CitedReport): string {
	const head = [
		...(role === "primary" ? ["primary document"] : []),
		outlet ?? lastPart(place),
		published ?? "undated",
	].join(", ");
	return headline === null ? head : `${head}: ${headline}`;
}
