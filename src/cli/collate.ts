import { UserError } from "../model/problem.ts";
import type { CollationRecord } from "../model/record.ts";
import { groupDigits } from "../report/view/count-words.ts";
import { RECORD_PARTS, type RecordPart } from "../report/view/record-choice.ts";
import { type Command, writeNote } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import { findNearest } from "./nearest.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";
import { printingOptions } from "./printing.ts";
import { printReading } from "./reading.ts";
import { CORRECTIONS, FETCHING, NAMES, PRIMARY } from "./reading-options.ts";
import { readRecordOf, STORE } from "./store-options.ts";
import { chooseStories } from "./story-option.ts";

const HTML = {
	name: "html",
	value: "FILE",
	help: "write the record as a page for browsers and paper, and print nothing else",
} as const;
const EXCERPTS = {
	name: "excerpts",
	help: "with --html: of each report only what findings need, at most a quarter",
} as const;

const STORY = {
	name: "story",
	value: "WHICH",
	help: "print one story: its number in the page, its id, or words of its headline",
} as const;
const ONLY = {
	name: "only",
	value: "PARTS",
	help: `print only ${RECORD_PARTS.join(", ")}; several with commas`,
} as const;

const SPEC: CommandSpec = {
	name: "collate",
	summary: "set reports of the same events side by side and print the record",
	operands: "<file|folder|pattern|URL|->...",
	about: [
		"Reads news reports and prints which tell one story, who said what in whose wording,\n" +
			"which facts agree, differ or are left out, and how the text travelled.",
		"Inputs: .txt, .md, .html, .html.gz, .pdf, .docx, web archives (.warc, .warc.gz, .wacz), and\n" +
			".jsonl with one report a line (text or html, with optional url, outlet, published, title,\n" +
			"role); folders; patterns; addresses of reports on the web; - is standard input.\n" +
			"Without any, what a store holds (stemma add).",
	],
	options: [
		STORE,
		PRIMARY,
		NAMES,
		CORRECTIONS,
		STORY,
		ONLY,
		HTML,
		EXCERPTS,
		...FETCHING,
		...printingOptions("print the record as JSON (docs/record.md describes it)"),
	],
	examples: [
		{ command: "stemma collate examples", shows: "the reports that come with stemma" },
		{ command: "stemma collate examples --json --output record.json", shows: "the whole record, for other programs" },
		{ command: "stemma collate examples --html record.html", shows: "a page to read and to send" },
		{ command: "stemma collate 'examples/*.txt' --width 60 | head", shows: "some of them, on a narrow page" },
		{ command: "stemma collate reports/ --primary transcript.pdf", shows: "held against what was said" },
		{ command: "stemma collate reports/ --names names.jsonl", shows: "with names of your own" },
		{ command: "stemma collate https://a.example/report b.txt", shows: "a page on the web beside a file" },
		{ command: "stemma collate --store kept/ --story 1", shows: "what a store holds" },
		{ command: "stemma collate - < examples/01-tarn-press.txt", shows: "what comes on standard input" },
	],
};

async function runCollate(args: ParsedArgs, effects: CommandEffects): Promise<number> {
	if (args.switches.has("excerpts") && !args.values.has("html"))
		throw new UserError("cli/option-value", `--excerpts goes with --html FILE (see "stemma ${SPEC.name} --help")`);
	const only = readParts(args);
	const html = args.values.get("html");
	return printReading(args, effects, {
		read: (progress, given) => readRecordOf(args, effects, SPEC.name, progress, given),
		json: async (record) => {
			if (html !== undefined && record.articles.length > 0) await writePage(html, args, effects, record);
			return (await import("../report/json.ts")).formatRecord(record);
		},
		page: async (record, style) => {
			if (html !== undefined) {
				await writePage(html, args, effects, record);
				return null;
			}
			const wanted = args.values.get("story");
			const stories = wanted === undefined ? null : new Set(chooseStories(wanted, record).map(({ id }) => id));
			return (await import("../report/terminal.ts")).printRecord(record, style, { stories, only });
		},
	});
}

/** Throws UserError (`cli/option-value`) for a part that there is none of. */
function readParts(args: ParsedArgs): ReadonlySet<RecordPart> | null {
	const given = args.values.get("only");
	if (given === undefined) return null;
	const parts = given.split(",").map((word) => word.trim().toLowerCase());
	return new Set(
		parts.map((part) => {
			const known = RECORD_PARTS.find((one) => one === part);
			if (known) return known;
			const nearest = findNearest(part, RECORD_PARTS);
			const advice = nearest === null ? `it takes ${RECORD_PARTS.join(", ")}` : `did you mean ${nearest}?`;
			throw new UserError("cli/option-value", `--only has no part "${part}"; ${advice}`);
		}),
	);
}

/** Writes the page and says where it is: nothing else would show that it is done. */
async function writePage(
	path: string,
	args: ParsedArgs,
	effects: CommandEffects,
	record: CollationRecord,
): Promise<void> {
	const { renderRecord } = await import("../report/html/record-page.tsx");
	const page = renderRecord(record, await effects.loadPageAssets(), { excerpts: args.switches.has("excerpts") });
	if (path === "-") return effects.stdout.write(page);
	await effects.writeFile(path, page);
	const kilobytes = Math.ceil(new TextEncoder().encode(page).length / 1000);
	await writeNote(effects, `wrote ${path} (${groupDigits(kilobytes)} KB)`);
}

export const collateCommand: Command = { spec: SPEC, run: runCollate };
