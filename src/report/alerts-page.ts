import type {
	AlertEntry,
	AlertListing,
	AskedAlert,
	DeadDelivery,
	EntryListing,
	ListedAlert,
	ListedOutput,
} from "../model/alert.ts";
import { nameOf, summaryOf } from "./alert-feed.ts";
import { chooseMarks } from "./terminal/marks.ts";
import { BLANK, offsets, type Sheet, set } from "./terminal/page.ts";
import { blank, type Line, paintLine, type Run, run, tied } from "./terminal/runs.ts";
import { showText } from "./terminal/safe-text.ts";
import { sheetWidth, type TerminalStyle } from "./terminal.ts";
import { countOf, groupDigits } from "./view/count-words.ts";

/** The saved searches of a store, what they came to and where it goes, as a page to read. Ends with a line feed. */
export function printAlerts({ store, alerts }: AlertListing, style: TerminalStyle): string {
	const sheet: Sheet = { marks: chooseMarks(style.unicode), width: sheetWidth(style) };
	const lines: Line[] = [];
	if (alerts.length === 0) {
		lines.push(...set(sheet, [run(`no alerts in ${store}; "stemma alerts add" saves one`, "dim")], { indent: 0 }));
	}
	for (const [at, alert] of alerts.entries()) lines.push(...(at > 0 ? [BLANK] : []), ...setAlert(sheet, alert));
	return paint(lines, style);
}

/** What alerts found, or would find, as a page to read. Ends with a line feed. */
export function printEntries(listing: EntryListing, style: TerminalStyle): string {
	const { store, alerts, looked, total, entries } = listing;
	const sheet: Sheet = { marks: chooseMarks(style.unicode), width: sheetWidth(style) };
	const of = alerts.length === 0 ? "" : ` of ${alerts.join(", ")}`;
	const shown = entries.length < total ? `the last ${entries.length} of ` : "";
	const head =
		looked === null
			? `${shown}${countOf(total, "entry", "entries")}${of} in ${store}`
			: `${countOf(total, "entry", "entries")}${of} if all of ${store} were new: ${countOf(looked, "story", "stories")} looked through`;
	const lines: Line[] = [...set(sheet, [run(showText(head), "strong")], { indent: 0 })];
	if (looked === 0) {
		const what = 'no story is collated yet; "stemma work --once" does that';
		lines.push(...set(sheet, [run(what, "doubt")], { indent: 0 }));
	}
	for (const entry of entries) lines.push(BLANK, ...setEntry(sheet, entry, looked === null && alerts.length !== 1));
	return paint(lines, style);
}

/** Messages that were given up, as a page to read. Ends with a line feed. */
export function printDead(dead: readonly DeadDelivery[], style: TerminalStyle): string {
	const sheet: Sheet = { marks: chooseMarks(style.unicode), width: sheetWidth(style) };
	if (dead.length === 0) return paint(set(sheet, [run("no message was given up", "dim")], { indent: 0 }), style);
	const lines = dead.flatMap(({ alert, title, origin, tries, reason, at }, index): Line[] => [
		...(index > 0 ? [BLANK] : []),
		...set(sheet, [run(showText(title), "strong")], { indent: 0 }),
		...set(sheet, [run(`${showText(alert)}, to ${origin}; given up on ${writeMoment(at)}`, "dim")]),
		...set(sheet, [run(`${showText(reason)} (${countOf(tries, "try", "tries")})`, "alarm")]),
	]);
	lines.push(BLANK, ...set(sheet, [run('"stemma alerts retry" gives them new tries', "dim")], { indent: 0 }));
	return paint(lines, style);
}

/** What an alert waits for, in words: "what Ada Vane says of Norrland". */
export function describeAsked({ kind, words, speaker, about, lines, edits }: AskedAlert): string {
	const having = words === "" ? "" : ` with: ${words}`;
	switch (kind) {
		case "words":
			return `new reports${having}`;
		case "statement":
			return `what ${speaker ?? "anybody"} says${about === null ? "" : ` or does about ${about}`}${having}`;
		case "conflict":
			return `facts in conflict${words === "" ? "" : `, in stories${having}`}`;
		case "lines":
			return `stories of ${lines} independent lines or more${having}`;
		case "edit":
			return `later texts that change ${edits.join(", ")}${having}`;
	}
}

/** 2031-05-14T08:30:00.000Z as "14 May 2031, 08:30 UTC" would be, in the order that sorts: "2031-05-14 08:30 UTC". */
function writeMoment(iso: string): string {
	return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}

function setAlert(sheet: Sheet, { name, asked, since, entries, last, outputs }: ListedAlert): Line[] {
	const found =
		entries === 0
			? "nothing found yet"
			: `${groupDigits(entries)} found${last === null ? "" : `, the last on ${writeMoment(last)}`}`;
	return [
		...set(sheet, [run(showText(name), "strong"), run(`: ${showText(describeAsked(asked))}`)], { indent: 0 }),
		...set(sheet, [
			run(found, entries === 0 ? "dim" : "plain"),
			run(since === null ? "; of all that the store has" : `; of what came since ${writeMoment(since)}`, "dim"),
		]),
		...outputs.flatMap((output) => setOutput(sheet, output)),
	];
}

function setOutput(sheet: Sheet, output: ListedOutput): Line[] {
	if (output.kind === "feed") {
		return set(sheet, [run("feed     ", "dim"), run(showText(output.file)), run(`, on ${output.host}`, "dim")]);
	}
	const { origin, sent, waiting, dead, next, failure, stopped } = output;
	const runs: Run[] = [run("webhook  ", "dim"), run(origin), run(`: ${groupDigits(sent)} sent`)];
	if (waiting > 0) runs.push(run(`, ${groupDigits(waiting)} waiting`, "doubt"));
	if (dead > 0) runs.push(run(`, ${groupDigits(dead)} given up`, "alarm"));
	const lines = set(sheet, runs);
	if (stopped !== null) {
		const what = `stopped: ${stopped}; "stemma alerts retry" begins again`;
		lines.push(...set(sheet, [blank(9), run(showText(what), "alarm")], { hanging: 11 }));
	} else if (failure !== null) {
		const again = next === null ? "" : `; next try after ${writeMoment(next)}`;
		lines.push(...set(sheet, [blank(9), run(`${showText(failure)}${again}`, "doubt")], { hanging: 11 }));
	}
	return lines;
}

function setEntry(sheet: Sheet, entry: AlertEntry, isNamed: boolean): Line[] {
	const { alert, title, foundAt, details, reports } = entry;
	const head = [...(foundAt === null ? [] : [writeMoment(foundAt)]), ...(isNamed ? [alert] : [])].join(", ");
	const summary = summaryOf(entry);
	const lines: Line[] = [
		...(head === "" ? [] : set(sheet, [run(showText(head), "dim")], { indent: 0 })),
		...set(sheet, [run(showText(title), "strong")], { indent: 0 }),
		...(summary === "" ? [] : set(sheet, [run(showText(summary))])),
		...details.flatMap((line) => set(sheet, [run(showText(line))], { first: [run("- ", "dim")], hanging: 4 })),
	];
	for (const report of reports) {
		lines.push(...set(sheet, [run(showText(nameOf(report)), "dim")], { hanging: 4 }));
		for (const span of report.words) {
			const { open, close } = sheet.marks;
			const words = `${open}${showText(span.exact.replace(/\s+/g, " "))}${close} `;
			const place = [tied(`${report.article}:`, "dim"), ...offsets(sheet, [span])];
			lines.push(...set(sheet, [run(words), ...place], { indent: 4, hanging: 4 }));
		}
	}
	return lines;
}

function paint(lines: readonly Line[], style: TerminalStyle): string {
	return lines.map((line) => `${paintLine(line, style.color)}\n`).join("");
}
