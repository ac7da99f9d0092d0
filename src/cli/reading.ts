import type { ListedProblem } from "../model/problem.ts";
import type { TerminalStyle } from "../report/terminal.ts";
import type { CommandEffects, Given, Progress } from "./effects.ts";
import type { ParsedArgs } from "./options.ts";
import { choosePrinting, noteFailures } from "./printing.ts";
import { openProgressBar } from "./progress-bar.ts";

/** What reading gives: what came of the inputs, and what went wrong with them. */
interface Result {
	readonly articles: readonly unknown[];
	readonly problems: readonly ListedProblem[];
}

/** What a command does beyond what all do that read reports; the writers of pages and JSON are loaded when called. */
export interface Reading<T extends Result> {
	read(progress: Progress, given: Given): Promise<T>;
	/** Whether nothing was read; where it is left out, when there is no article. */
	isEmpty?(result: T): boolean;
	/** Null where nothing is to be printed; so too of `page`, which is asked for only where something was read. */
	json(result: T): Promise<string | null>;
	page(result: T, style: TerminalStyle): Promise<string | null>;
}

/**
 * Reads with a bar on standard error, prints the result as JSON or as a page, names each input that gave nothing, and
 * resolves to the exit code. Throws UserError for options that are none, before anything is read.
 */
export async function printReading<T extends Result>(
	args: ParsedArgs,
	effects: CommandEffects,
	{ read, json, page, isEmpty = ({ articles }) => articles.length === 0 }: Reading<T>,
): Promise<number> {
	const printing = choosePrinting(args, effects);
	const bar = openProgressBar(effects, printing.style.unicode);
	let result: T;
	try {
		result = await read(bar.report, readGiven(args));
	} finally {
		bar.erase();
	}
	const nothing = isEmpty(result);
	const hasPage = !printing.asJson && !nothing;
	const text = printing.asJson ? await json(result) : hasPage ? await page(result, printing.style) : null;
	if (text !== null) await printing.write(text);
	return noteFailures(args, effects, result, nothing);
}

/** What the options of reading name. */
export function readGiven(args: ParsedArgs): Given {
	const listed = (option: string): readonly string[] => args.lists.get(option) ?? [];
	return {
		primaries: listed("primary"),
		names: listed("names"),
		corrections: listed("corrections"),
		allowNet: listed("allow-net"),
		userAgent: args.values.get("user-agent") ?? null,
	};
}
