import type { Capture, StatedMetadata } from "../model/capture.ts";
import type { ListedProblem } from "../model/problem.ts";
import { sha256Hex } from "../text/hash.ts";
import { BYTE_LIMITS } from "./formats.ts";

/** What one line of a list of reports may hold; `text` or `html` must be there. */
interface ReportLine {
	readonly text: string | null;
	readonly html: string | null;
	readonly url: string | null;
	readonly outlet: string | null;
	readonly published: string | null;
	readonly title: string | null;
	readonly role: "report" | "primary";
}

/** Reads reports given one a line as JSON. The place of each is `file#line`, counted from 1. */
export function readReportLines(
	text: string,
	place: string,
): { readonly captures: Capture[]; readonly problems: ListedProblem[] } {
	const captures: Capture[] = [];
	const problems: ListedProblem[] = [];
	let number = 0;
	for (let start = 0; start < text.length; ) {
		const newline = text.indexOf("\n", start);
		const end = newline < 0 ? text.length : newline;
		number++;
		const line = text.slice(start, end).trim();
		start = end + 1;
		if (line === "") continue;
		const at = `${place}#${number}`;
		const report = parseLine(line);
		if (typeof report === "string") {
			problems.push({ code: "read/bad-line", span: null, article: null, place: at, reason: report });
			continue;
		}
		const capture = toCapture(report, at, problems);
		if (capture) captures.push(capture);
	}
	if (number === 0 || (captures.length === 0 && problems.length === 0)) {
		problems.push({ code: "read/empty", span: null, article: null, place, reason: "this file holds no reports" });
	}
	return { captures, problems };
}

function toCapture(report: ReportLine, place: string, problems: ListedProblem[]): Capture | null {
	const written = report.html ?? report.text ?? "";
	const content = written.toWellFormed();
	if (content !== written) {
		const start = firstDifference(content, written);
		problems.push({
			code: "read/lone-surrogate",
			span: null,
			article: null,
			place,
			reason: `the text holds half a character (a lone surrogate, first at unit ${start}); it is read as U+FFFD`,
		});
	}
	const bytes = new TextEncoder().encode(content);
	const format = report.html === null ? "text" : "page";
	if (bytes.byteLength > BYTE_LIMITS[format]) {
		const limit = BYTE_LIMITS[format] / 1_000_000;
		const reason = `this report is larger than the ${limit} MB that one may have; split it or leave it out`;
		problems.push({ code: "read/too-large", span: null, article: null, place, reason });
		return null;
	}
	const stated: StatedMetadata = {
		outlet: report.outlet,
		published: report.published,
		title: report.title,
		role: report.role,
	};
	return {
		place,
		url: report.url,
		mediaType: report.html === null ? "text/plain" : "text/html",
		sha256: sha256Hex(bytes),
		at: null,
		bytes,
		charset: "utf-8",
		stated,
	};
}

function firstDifference(a: string, b: string): number {
	let at = 0;
	while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
	return at;
}

/** The line's report, or what is wrong with it. */
function parseLine(line: string): ReportLine | string {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		return "this line is not JSON; each line must be one object with `text` or `html`";
	}
	if (typeof value !== "object" || value === null || Array.isArray(value)) {
		return "this line is not a JSON object; each line must be one object with `text` or `html`";
	}
	const fields = value as { readonly [name: string]: unknown };
	const wrong = ["text", "html", "url", "outlet", "published", "title", "role"].find((name) => {
		const field = fields[name];
		return field !== undefined && field !== null && typeof field !== "string";
	});
	if (wrong !== undefined) return `\`${wrong}\` must be a string`;
	const read = (name: string): string | null => {
		const field = fields[name];
		return typeof field === "string" ? field : null;
	};
	const stated = (name: string): string | null => {
		const field = read(name)?.trim().toWellFormed() ?? "";
		return field === "" ? null : field;
	};
	const role = stated("role") ?? "report";
	if (role !== "report" && role !== "primary") return '`role` must be "report" or "primary"';
	const report: ReportLine = {
		text: read("text"),
		html: read("html"),
		url: stated("url"),
		outlet: stated("outlet"),
		published: stated("published"),
		title: stated("title"),
		role,
	};
	if ((report.text ?? report.html) === null) return "this line has neither `text` nor `html`";
	return report;
}
