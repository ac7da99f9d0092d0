import { type ListedProblem, UserError } from "../model/problem.ts";
import type { TerminalStyle } from "../report/terminal.ts";
import { writeNote } from "./command.ts";
import type { CommandEffects } from "./effects.ts";
import type { OptionSpec, ParsedArgs } from "./options.ts";
import { choosePager } from "./pager.ts";
import { chooseStyle } from "./terminal-style.ts";

const NARROWEST = 40;

/** The options of every command that prints a page or JSON; `json` says what the JSON is. */
export function printingOptions(json: string): readonly OptionSpec[] {
	return [
		{ name: "json", help: json },
		{ name: "output", short: "o", value: "FILE", help: "write to FILE instead of standard output" },
		{ name: "no-pager", help: "print a long page as it is; PAGER says which pager else shows it on a terminal" },
		{ name: "no-color", help: "no colour; NO_COLOR=1 and pipes do the same" },
		{ name: "width", value: "N", help: `columns of the page, ${NARROWEST} or more; text is set in at most 100` },
		{ name: "help", short: "h", help: "show this" },
		{ name: "version", help: "print the version" },
	];
}

/** Where a command's result goes and how it is to look, as its options and the world say. */
export interface Printing {
	readonly asJson: boolean;
	readonly style: TerminalStyle;
	/** Writes the result to standard output or, whole or not at all, to the file of `--output`. */
	write(text: string): Promise<void>;
}

/** Throws UserError (`cli/option-value`) for a width that is none. */
export function choosePrinting(args: ParsedArgs, effects: CommandEffects): Printing {
	const output = args.values.get("output") ?? "-";
	const onStdout = output === "-";
	return {
		asJson: args.switches.has("json"),
		style: chooseStyle({ noColor: args.switches.has("no-color"), width: readWidth(args), onStdout }, effects),
		write: (text) => {
			if (!onStdout) return effects.writeFile(output, text);
			return args.switches.has("json") || args.switches.has("no-pager")
				? effects.stdout.write(text)
				: show(text, effects);
		},
	};
}

/** Prints a page; what is longer than the terminal, in the pager where there is one. */
async function show(text: string, effects: CommandEffects): Promise<void> {
	const { isTTY, rows } = effects.stdout;
	const pager = isTTY && rows !== null && countLines(text) >= rows ? choosePager(effects.env, effects.platform) : null;
	if (pager !== null && (await effects.showInPager(text, pager))) return;
	await effects.stdout.write(text);
}

function countLines(text: string): number {
	let lines = 0;
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
	return lines;
}

/** Throws UserError (`cli/no-input`) when a command that reads got nothing to read. */
export function requireOperands(args: ParsedArgs, command: string): void {
	if (args.operands.length > 0) return;
	throw new UserError(
		"cli/no-input",
		`${command} needs a file, a folder, a pattern, a URL, or - for standard input ("stemma ${command} --help")`,
	);
}

/** Names each input that gave nothing in a line of its own; resolves to the exit code. */
export async function noteFailures(
	args: ParsedArgs,
	effects: CommandEffects,
	result: { readonly articles: readonly unknown[]; readonly problems: readonly ListedProblem[] },
	nothing: boolean = result.articles.length === 0,
): Promise<number> {
	const failed = result.problems.filter(({ article }) => article === null);
	for (const { place, reason } of failed) {
		await writeNote(effects, place === null || reason.includes(place) ? reason : `${place}: ${reason}`);
	}
	if (nothing) {
		if (failed.length === 0) {
			const where = args.operands.join(", ");
			await writeNote(
				effects,
				where === "" ? "the store holds no reports; stemma add keeps some" : `nothing to read in ${where}`,
			);
		}
		return 2;
	}
	return failed.length > 0 ? 1 : 0;
}

function readWidth(args: ParsedArgs): number | null {
	const given = args.values.get("width");
	if (given === undefined) return null;
	const width = /^\d{1,5}$/.test(given) ? Number(given) : 0;
	if (width >= NARROWEST) return width;
	throw new UserError("cli/option-value", `--width takes a number of columns, ${NARROWEST} or more, and got ${given}`);
}
