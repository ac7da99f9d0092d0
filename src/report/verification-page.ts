import type { Verification } from "../model/evidence.ts";
import { chooseMarks } from "./terminal/marks.ts";
import { BLANK, more, type Sheet, set } from "./terminal/page.ts";
import { blank, type Line, paintLine, type Run, run, type Tone, tied } from "./terminal/runs.ts";
import { sheetWidth, type TerminalStyle } from "./terminal.ts";
import { groupDigits } from "./view/count-words.ts";

/** Files or captures that do not match which are printed. */
const SHOWN = 24;

/** Columns in which the parts are named, behind the sign. */
const NAMES = 11;

const LABEL = "sha256 ";

type Sign = "good" | "bad" | "open";

const SIGNS: Readonly<Record<Sign, { readonly unicode: string; readonly ascii: string; readonly tone: Tone }>> = {
	good: { unicode: "✓", ascii: "ok", tone: "settled" },
	bad: { unicode: "✗", ascii: "NO", tone: "alarm" },
	open: { unicode: "?", ascii: "?", tone: "doubt" },
};

interface VerificationSheet extends Sheet {
	readonly unicode: boolean;
}

/**
 * What verifying a file found, as a page to read: what it comes to, then the container, the files, the captures and the
 * record, and whatever does not match by its name. Ends with a line feed.
 */
export function printVerification(verification: Verification, style: TerminalStyle): string {
	const sheet = { marks: chooseMarks(style.unicode), width: sheetWidth(style), unicode: style.unicode };
	const { file } = verification;
	const lines = [
		...set(sheet, [run(file.path, "strong"), run(`, ${groupDigits(file.bytes)} bytes`, "dim")], { indent: 0 }),
		// On a line of its own and never broken, so that it can be copied.
		[run(sheet.width < file.sha256.length + LABEL.length ? "" : LABEL, "dim"), run(file.sha256, "dim")],
		BLANK,
		...set(sheet, [conclude(verification)], { indent: 0 }),
		BLANK,
		...setContainer(sheet, verification),
		...setFiles(sheet, verification),
		...setCaptures(sheet, verification),
		...setRecord(sheet, verification),
	];
	return lines.map((line) => `${paintLine(line, style.color)}\n`).join("");
}

function conclude({ outcome }: Verification): Run {
	switch (outcome) {
		case "verified":
			return run("Verified: every hash matches, and the captures give this record to the byte.", "settled");
		case "other-generator":
			return run("Every hash matches; what made the record is not at hand, so that it is not confirmed.", "doubt");
		case "no-record":
			return run(
				"Every hash matches. Another program wrote this archive; it holds no record to compute again.",
				"settled",
			);
		case "changed":
			return run("NOT VERIFIED: this is not what was written.", "alarm");
	}
}

function setContainer(sheet: VerificationSheet, { container }: Verification): Line[] {
	switch (container.state) {
		case "matches":
			return part(sheet, "good", "container", "as Stemma writes it");
		case "foreign":
			return part(sheet, "open", "container", "another program's: what lies around its files is held to nothing");
		case "changed":
			return part(sheet, "bad", "container", container.reason ?? "it is another");
	}
}

function setFiles(sheet: VerificationSheet, { files, container }: Verification): Line[] {
	const wrong = files.filter(
		({ state, path }) => state !== "matches" && !(container.state === "foreign" && isOpen(state, path)),
	);
	const good = files.filter(({ state }) => state === "matches").length;
	const said = `${good} of ${files.length} match their hash`;
	return [
		...part(sheet, wrong.length === 0 ? "good" : "bad", "files", said),
		...listWrong(
			sheet,
			wrong.map(({ path, reason }) => [path, reason]),
		),
	];
}

/** Other programs need not state the hash of their list of hashes. */
function isOpen(state: string, path: string): boolean {
	return state === "unlisted" && path === "datapackage.json";
}

function setCaptures(sheet: VerificationSheet, { captures, record }: Verification): Line[] {
	if (captures.length === 0) {
		return record.state === "absent" || record.state === "not-computed"
			? []
			: part(sheet, "open", "captures", "there are none");
	}
	const wrong = captures.filter(({ state }) => state !== "matches");
	const said = `${captures.length - wrong.length} of ${captures.length} match their hash`;
	return [
		...part(sheet, wrong.length === 0 ? "good" : "bad", "captures", said),
		...listWrong(
			sheet,
			wrong.map(({ place, reason }) => [place, reason]),
		),
	];
}

function setRecord(sheet: VerificationSheet, { record }: Verification): Line[] {
	const by = record.generator === null ? "" : `stemma ${record.generator.version}`;
	switch (record.state) {
		case "identical":
			return part(sheet, "good", "record", `computed again: the same to the byte (${by})`);
		case "other-generator":
			return part(sheet, "open", "record", `not computed again: ${record.reason ?? "another program made it"}`);
		case "not-computed":
			return part(sheet, "bad", "record", `not computed again: ${record.reason ?? "it cannot be"}`);
		case "differs":
			return part(sheet, "bad", "record", record.reason ?? "the captures give another");
		case "absent":
			return [];
	}
}

function part(sheet: VerificationSheet, sign: Sign, name: string, said: string): Line[] {
	const { unicode, ascii, tone } = SIGNS[sign];
	const shown = sheet.unicode ? unicode : ascii.padEnd(2);
	return set(sheet, [run(said)], {
		first: [tied(shown, tone), blank(1), run(name, "dim"), blank(NAMES - name.length)],
	});
}

function listWrong(
	sheet: VerificationSheet,
	wrong: readonly (readonly [name: string, reason: string | null])[],
): Line[] {
	const indent = NAMES + (sheet.unicode ? 4 : 5);
	return [
		...wrong
			.slice(0, SHOWN)
			.flatMap(([name, reason]) =>
				set(sheet, [run(name, "strong"), run(`: ${reason ?? "it does not match"}`)], { indent, hanging: indent + 2 }),
			),
		...more(sheet, wrong.length - SHOWN, indent),
	];
}
