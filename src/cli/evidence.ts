import type { Evidence } from "../evidence/evidence.ts";
import { UserError } from "../model/problem.ts";
import type { CollationRecord } from "../model/record.ts";
import { sha256Hex } from "../text/hash.ts";
import { type Command, writeNote } from "./command.ts";
import type { CommandEffects, Progress } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { noteFailures, requireOperands } from "./printing.ts";
import { openProgressBar } from "./progress-bar.ts";
import { readGiven } from "./reading.ts";
import { CORRECTIONS, FETCHING, NAMES, PRIMARY } from "./reading-options.ts";
import { STORE, withStore } from "./store-options.ts";
import { chooseStories } from "./story-option.ts";
import { chooseStyle } from "./terminal-style.ts";

const SPEC: CommandSpec = {
	name: "evidence",
	summary: "keep reports and the record of them in one file that can be verified",
	operands: "<file|folder|pattern|URL|->... | <story>",
	about: [
		"Reads reports as collate does and writes one file: the bytes of each as they were read, the\n" +
			"record, what it was made with, and the hashes of all. stemma verify checks it and computes the\n" +
			"record again. The file is a WACZ, which programs for web archives open (docs/evidence.md).",
		"Prints the file's own hash, as sha256sum does. Keep it where the file is not: whoever can write\n" +
			"the file can write a whole new one, and only this hash tells them apart.",
		"Of a store (--store, or a story's id) it keeps one story, named as --story names it, or all.",
	],
	options: [
		STORE,
		{ name: "out", short: "o", value: "FILE", help: "the file to write: FILE.wacz, or FILE.warc.gz for a WARC alone" },
		PRIMARY,
		NAMES,
		CORRECTIONS,
		{
			name: "story",
			value: "WHICH",
			help: "only the reports of one story, and the record of these alone",
		},
		{
			name: "date",
			value: "TIME",
			help: "when the file is made: 2031-05-14T08:30:00Z; nothing is said of it otherwise",
		},
		...FETCHING,
		{ name: "help", short: "h", help: "show this" },
		{ name: "version", help: "print the version" },
	],
	examples: [
		{ command: "stemma evidence examples --out evidence.wacz", shows: "the reports that come with stemma" },
		{ command: "stemma evidence crawl.warc.gz --story 1 --out story.wacz", shows: "one story out of a web archive" },
		{ command: "stemma evidence ferry --store kept/ --out ferry.wacz", shows: "one story out of a store" },
		{ command: "stemma verify evidence.wacz", shows: "whether it is still what was written" },
	],
};

async function runEvidence(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	const path = readPath(args);
	const date = readDateOption(args);
	const bar = openProgressBar(effects, chooseStyle({ noColor: false, width: null, onStdout: true }, effects).unicode);
	let evidence: Evidence;
	try {
		evidence = isOfStore(args)
			? await gatherFromStore(args, effects, bar.report)
			: await effects.gatherEvidence(
					args.operands,
					bar.report,
					readGiven(args),
					chooseArticles(args.values.get("story")),
				);
	} finally {
		bar.erase();
	}
	if (evidence.record.articles.length > 0) {
		const { packEvidence, packWarc } = await import("../evidence/evidence.ts");
		const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
		const bytes = path.endsWith(".wacz") ? packEvidence(evidence, date) : packWarc(evidence, name, date);
		await effects.writeFile(path, bytes);
		await effects.stdout.write(`${sha256Hex(bytes)}  ${path}\n`);
		await writeNote(effects, await describe(path, bytes.byteLength, evidence.captures.length));
	}
	return noteFailures(args, effects, evidence.record);
}

/** Whether a store is meant: it is named, or nothing but the id of a story is, or nothing at all. */
function isOfStore({ operands, values }: ParsedArgs): boolean {
	return values.has("store") || operands.length === 0 || (operands.length === 1 && isId(operands[0]));
}

function isId(text: string | undefined): boolean {
	return text !== undefined && /^[0-7][0-9a-f]{15}$/.test(text);
}

/** The articles of the stories that a person means; null where all are meant. */
function chooseArticles(wanted: string | undefined): ((record: CollationRecord) => ReadonlySet<string>) | null {
	if (wanted === undefined) return null;
	return (record) => new Set(chooseStories(wanted, record).flatMap(({ articles }) => articles));
}

/** Throws UserError (`cli/no-input`) for more than one story, and where neither reports nor a store are there. */
async function gatherFromStore(args: ParsedArgs, effects: CommandEffects, progress: Progress): Promise<Evidence> {
	const [operand, ...more] = args.operands;
	const option = args.values.get("story");
	if (more.length > 0 || (operand !== undefined && option !== undefined)) {
		throw new UserError("cli/no-input", "evidence takes one story of a store, by its id, its number or words of it");
	}
	const given = readGiven(args);
	if (given.primaries.length > 0) {
		throw new UserError("cli/no-input", "--primary goes with reports; stemma add --primary FILE keeps one in a store");
	}
	const wanted = operand ?? option;
	const choice = { story: wanted !== undefined && isId(wanted) ? wanted : null, choose: chooseArticles(wanted) };
	try {
		return await withStore(args, effects, (store) => store.gatherEvidence(choice, given, progress));
	} catch (error) {
		// Who named neither has most likely forgotten the reports.
		const isUnnamed = operand === undefined && !args.values.has("store");
		if (isUnnamed && error instanceof UserError && error.code === "store/missing") requireOperands(args, SPEC.name);
		throw error;
	}
}

async function describe(path: string, bytes: number, captures: number): Promise<string> {
	const { countOf, groupDigits } = await import("../report/view/count-words.ts");
	return `wrote ${path} (${groupDigits(Math.ceil(bytes / 1000))} KB): ${countOf(captures, "capture")} and the record of ${captures === 1 ? "it" : "them"}`;
}

/** Throws UserError (`cli/option-value`) for a file that is none of the two kinds. */
function readPath(args: ParsedArgs): string {
	const path = args.values.get("out");
	if (path !== undefined && /(?:\.wacz|\.warc\.gz)$/.test(path)) return path;
	const got = path === undefined ? "" : ` and got ${path}`;
	throw new UserError("cli/option-value", `evidence needs --out FILE.wacz or --out FILE.warc.gz${got}`);
}

/** Throws UserError (`cli/option-value`) for what is no time in UTC. */
function readDateOption(args: ParsedArgs): string | null {
	const given = args.values.get("date");
	if (given === undefined) return null;
	const fits = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(given) && !Number.isNaN(Date.parse(given));
	if (fits) return given;
	throw new UserError("cli/option-value", `--date takes a time in UTC such as 2031-05-14T08:30:00Z and got ${given}`);
}

export const evidenceCommand: Command = { spec: SPEC, run: runEvidence };
