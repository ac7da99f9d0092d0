import type { StoreStatus } from "../model/store-status.ts";
import { chooseMarks } from "./terminal/marks.ts";
import { BLANK, heading, INDENT, type Sheet, set } from "./terminal/page.ts";
import { blank, type Line, paintLine, type Run, run } from "./terminal/runs.ts";
import { showText } from "./terminal/safe-text.ts";
import { sheetWidth, type TerminalStyle } from "./terminal.ts";
import { countOf, groupDigits } from "./view/count-words.ts";

/** Columns of what a number is called. */
const LABEL = 14;

/** Tables and languages that are named. */
const SHOWN = 6;

/** What a store holds and what it takes, as a page to read. Ends with a line feed. */
export function printStatus(status: StoreStatus, style: TerminalStyle): string {
	const sheet: Sheet = { marks: chooseMarks(style.unicode), width: sheetWidth(style) };
	const lines: Line[] = [
		...set(sheet, [run(status.store, "strong")], { indent: 0 }),
		...set(sheet, [run(describePlace(status), "dim")], { indent: 0 }),
		BLANK,
		...setHoldings(sheet, status),
		...setJobs(sheet, status),
		...heading(sheet, "On the disk"),
		...setBytes(sheet, status),
	];
	return lines.map((line) => `${paintLine(line, style.color)}\n`).join("");
}

/** 1234567 as "1.2 MB": of a thousand, with one digit behind the point below ten. */
export function writeSize(bytes: number): string {
	const units = ["bytes", "KB", "MB", "GB", "TB"];
	let value = bytes;
	let unit = 0;
	while (value >= 999.5 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
	const digits = unit > 0 && value < 9.95 ? 1 : 0;
	return `${value.toFixed(digits)} ${units[unit]}`;
}

const WHERE: Readonly<Record<StoreStatus["kind"], string>> = {
	folder: "in a folder",
	server: "on a server",
	memory: "in memory",
};

function describePlace({ kind, server, step }: StoreStatus): string {
	return `a store ${WHERE[kind]}, PostgreSQL ${server}, schema of step ${step}`;
}

function setRow(sheet: Sheet, label: string, value: readonly Run[]): Line[] {
	return set(sheet, value, { first: [run(label, "dim"), blank(LABEL - label.length)], hanging: INDENT + LABEL });
}

function setHoldings(sheet: Sheet, status: StoreStatus): Line[] {
	const { articles, primaries, versioned, outlets, languages, published, captures, unread, outdated } = status;
	const kinds = [
		...(primaries > 0 ? [`${countOf(primaries, "primary document")} among them`] : []),
		...(versioned.articles > 0
			? [`${countOf(versioned.articles, "text")} of ${countOf(versioned.sources, "source")} that changed`]
			: []),
		...(outlets > 0 ? [countOf(outlets, "outlet")] : []),
	];
	const named = languages
		.slice(0, SHOWN)
		.map(({ language, articles: n }) => `${language ?? "not told"} ${groupDigits(n)}`);
	const others = languages.length - named.length;
	const lines = [
		...setRow(sheet, "articles", [
			run(groupDigits(articles), "strong"),
			run(kinds.length > 0 ? `: ${kinds.join(", ")}` : ""),
		]),
		...setRow(sheet, "captures", [
			run(groupDigits(captures)),
			...(unread > 0 ? [run(`; ${countOf(unread, "input")} gave no article`, "doubt")] : []),
		]),
	];
	if (outdated > 0) {
		const what = `${countOf(outdated, "capture")} ${outdated === 1 ? "was" : "were"} read by another version of stemma; "stemma migrate" reads them again`;
		lines.push(...setRow(sheet, "", [run(what, "alarm")]));
	}
	if (published.earliest !== null) {
		const span =
			published.latest === null || published.latest === published.earliest ? [] : [` to ${published.latest}`];
		lines.push(...setRow(sheet, "published", [run([published.earliest, ...span].join(""))]));
	}
	if (status.added.last !== null) {
		const [first, last] = [status.added.first, status.added.last].map((at) => at?.slice(0, 16).replace("T", " ") ?? "");
		lines.push(...setRow(sheet, "added", [run(first === last ? `${last} UTC` : `${first} to ${last} UTC`)]));
	}
	if (articles > 0) {
		const more = others > 0 ? [`and ${countOf(others, "more language")}`] : [];
		lines.push(...setRow(sheet, "languages", [run([...named, ...more].join(", "))]));
		lines.push(...setRow(sheet, "annotated", [run(`${groupDigits(status.annotated)} of ${groupDigits(articles)}`)]));
	}
	if (status.stories > 0) lines.push(...setRow(sheet, "stories", [run(groupDigits(status.stories))]));
	const files = [
		...(status.names > 0 ? [countOf(status.names, "file of names", "files of names")] : []),
		...(status.corrections > 0 ? [countOf(status.corrections, "file of corrections", "files of corrections")] : []),
	];
	if (files.length > 0) lines.push(...setRow(sheet, "yours", [run(files.join(", "))]));
	return lines;
}

function setJobs(sheet: Sheet, { jobs, aside: failed }: StoreStatus): Line[] {
	if (jobs.length === 0) return [];
	const lines = heading(sheet, "To be done");
	for (const { kind, waiting, taken, aside, behind } of jobs) {
		const parts = [`${groupDigits(waiting)} waiting`, `${groupDigits(taken)} taken`];
		if (behind >= 1) parts.push(`the oldest due for ${groupDigits(Math.round(behind))} s`);
		const apart = aside > 0 ? [run(`, ${groupDigits(aside)} set aside`, "alarm")] : [];
		lines.push(...setRow(sheet, kind, [run(parts.join(", ")), ...apart]));
	}
	for (const { kind, subject, about, tries, reason } of failed.slice(0, SHOWN)) {
		const what = `${kind} ${about ?? subject}: ${reason} (${countOf(tries, "try", "tries")})`;
		lines.push(...setRow(sheet, "set aside", [run(showText(what), "alarm")]));
	}
	if (failed.length > 0) {
		lines.push(...setRow(sheet, "", [run('"stemma work --retry" gives what was set aside new tries', "dim")]));
	}
	return lines;
}

function setBytes(sheet: Sheet, { kind, bytes, articles }: StoreStatus): Line[] {
	const lines = [
		...setRow(sheet, "in all", [
			run(writeSize(bytes.disk), "strong"),
			run(kind === "server" ? ", the whole database" : ", with what the database needs for itself"),
		]),
		...setRow(sheet, "tables", [
			run(writeSize(bytes.tables)),
			...(bytes.article === null ? [] : [run(`: ${writeSize(bytes.article)} for each article`)]),
		]),
		...setRow(sheet, "captured", [run(`${writeSize(bytes.captured)} before packing`)]),
	];
	if (articles === 0) return lines;
	const named = bytes.byTable.slice(0, SHOWN).map(({ table, bytes: size }) => `${table} ${writeSize(size)}`);
	lines.push(...setRow(sheet, "by table", [run(named.join(", "))]));
	return lines;
}
