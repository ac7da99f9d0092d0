import type { SourceListing, SourceSummary } from "../model/source-listing.ts";
import { chooseMarks } from "./terminal/marks.ts";
import { BLANK, type Sheet, set } from "./terminal/page.ts";
import { type Line, paintLine, type Run, run } from "./terminal/runs.ts";
import { sheetWidth, type TerminalStyle } from "./terminal.ts";
import { countOf, groupDigits } from "./view/count-words.ts";
import { writeAgo, writeIn } from "./view/time-words.ts";

/** What is followed and how it goes, as a page to read: what needs looking after first. Ends with a line feed. */
export function printSources(listing: SourceListing, style: TerminalStyle): string {
	const sheet: Sheet = { marks: chooseMarks(style.unicode), width: sheetWidth(style) };
	const ordered = [...listing.sources].sort((a, b) => ORDER[a.health] - ORDER[b.health]);
	const lines: Line[] = [
		...set(sheet, [run(describeAll(listing), "strong")], { indent: 0 }),
		...ordered.flatMap((source) => [BLANK, ...setSource(sheet, source, listing.at)]),
	];
	return lines.map((line) => `${paintLine(line, style.color)}\n`).join("");
}

const ORDER: Readonly<Record<SourceSummary["health"], number>> = {
	failing: 0,
	gone: 1,
	well: 2,
	new: 2,
	elsewhere: 2,
	paused: 3,
};

function describeAll({ sources, store }: SourceListing): string {
	const count = (health: SourceSummary["health"]): number => sources.filter((one) => one.health === health).length;
	const parts = [
		...(count("failing") > 0 ? [`${groupDigits(count("failing"))} failing`] : []),
		...(count("gone") > 0 ? [`${groupDigits(count("gone"))} gone`] : []),
		...(count("paused") > 0 ? [`${groupDigits(count("paused"))} paused`] : []),
		...(count("new") > 0 ? [`${groupDigits(count("new"))} not visited yet`] : []),
	];
	const state = parts.length === 0 ? "" : `: ${parts.join(", ")}`;
	return `${countOf(sources.length, "source")} followed in ${store}${state}`;
}

function setSource(sheet: Sheet, source: SourceSummary, at: string): Line[] {
	const { title, url, given, kind, health, lastError, failures } = source;
	const name = title ?? (kind === "folder" ? given : url);
	const where = kind === "folder" ? nameFolder(url, health === "elsewhere") : url;
	const lines = [
		...set(sheet, [run(name, "strong"), run(kind === "feed" ? "" : ` (${kind})`, "dim")], { indent: 0 }),
		...(name === where ? [] : set(sheet, [run(where, "dim")])),
		...set(sheet, [...describeHealth(source, at)]),
	];
	if (lastError !== null && health !== "well") {
		const times = failures > 1 ? `${countOf(failures, "time")} in a row, last ` : "";
		lines.push(...set(sheet, [run(`${times}${writeAgo(lastError.at, at)}: ${lastError.reason}`, "alarm")]));
	}
	lines.push(...set(sheet, [run(describeCarried(source))]));
	return lines;
}

/** The whole path of a folder, with its machine where that is another one. */
function nameFolder(url: string, isElsewhere: boolean): string {
	const { host, pathname } = new URL(url);
	const path = decodeURIComponent(pathname).replace(/^\/(?=[a-z]:)/i, "");
	return isElsewhere ? `${path} on ${host}` : path;
}

function describeHealth(source: SourceSummary, at: string): readonly Run[] {
	const { health, lastVisit, lastNew, nextVisit, every } = source;
	const next = nextVisit === null ? [] : [`next visit ${writeIn(nextVisit, at)}`];
	const before = [
		...(lastVisit === null ? [] : [`visited ${writeAgo(lastVisit, at)}`]),
		...(lastNew === null ? [] : [`something new ${writeAgo(lastNew, at)}`]),
	];
	switch (health) {
		case "gone":
			return [run("gone", "alarm"), run(": visited no more")];
		case "paused":
			return [run("paused", "doubt"), run(`${before.map((one) => `, ${one}`).join("")}`)];
		case "elsewhere":
			return [run("a folder of another machine, visited from there")];
		case "new":
			return [run(["not visited yet", ...next].join(", "))];
		case "failing":
			return [run("failing", "alarm"), run([...before, ...next].map((one) => `, ${one}`).join(""))];
		default:
			return [run([...before, ...next, `about every ${writeSpan(every)}`].join(", "))];
	}
}

function describeCarried({ reports, wanted, fromAgencies, agencies }: SourceSummary): string {
	const parts = [countOf(reports, "report")];
	if (reports > 0) {
		const named = agencies.map(({ name, reports: n }) => `${name} ${groupDigits(n)}`).join(", ");
		if (fromAgencies === null) parts.push("whom they credit is not known: stemma migrate reads them again");
		else if (fromAgencies > 0) parts.push(`${groupDigits(fromAgencies)} from agencies (${named})`);
		else parts.push("none from agencies");
	}
	if (wanted > 0) parts.push(`${countOf(wanted, "page")} still to be fetched`);
	return parts.join(", ");
}

function writeSpan(seconds: number): string {
	if (seconds < 5400) return countOf(Math.max(1, Math.round(seconds / 60)), "minute");
	return countOf(Math.round(seconds / 3600), "hour");
}
