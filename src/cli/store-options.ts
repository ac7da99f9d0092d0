import { type ListedProblem, UserError } from "../model/problem.ts";
import type { CollationRecord } from "../model/record.ts";
import type { Store } from "../store/store.ts";
import { writeNote } from "./command.ts";
import type { CommandEffects, Given, Progress } from "./effects.ts";
import type { OptionSpec, ParsedArgs } from "./options.ts";
import { requireOperands } from "./printing.ts";

/** The option of every command that has to do with a store. */
export const STORE: OptionSpec = {
	name: "store",
	value: "PLACE",
	help: "a folder or postgres://…; else STEMMA_STORE, else one in your data directory",
};

export const HELP_OPTIONS: readonly OptionSpec[] = [
	{ name: "help", short: "h", help: "show this" },
	{ name: "version", help: "print the version" },
];

/** Opens the store that the arguments name, does something with it and closes it, whatever comes of that. */
export async function withStore<T>(
	args: ParsedArgs,
	effects: CommandEffects,
	use: (store: Store) => Promise<T>,
	create: boolean = false,
): Promise<T> {
	const store = await effects.openStore(args.values.get("store"), create);
	try {
		return await use(store);
	} finally {
		await store.close();
	}
}

/** Lets other commands ask a store in a folder through this program, where they can; who cannot is told why. */
export async function letOthersAsk(
	store: Store,
	effects: CommandEffects,
	room: () => string | null = () => null,
): Promise<void> {
	try {
		await store.database.share?.(room);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		await writeNote(effects, `other commands on ${store.name} are refused until this one ends: ${reason}`);
	}
}

/** A result that comes of reports or of a store. */
export interface Source<T> {
	fromReports(inputs: readonly string[]): Promise<T>;
	fromStore(store: Store): Promise<T>;
	/** Throws a UserError that says what a call without reports and without a store lacks. */
	refuse(): void;
}

/**
 * Reads the reports that are named or, where none is, a store. Throws UserError (`cli/no-input`) where there is neither,
 * and for both.
 */
export async function readSource<T>(
	args: ParsedArgs,
	inputs: readonly string[],
	effects: CommandEffects,
	command: string,
	given: Given,
	source: Source<T>,
): Promise<T> {
	const place = args.values.get("store");
	if (inputs.length > 0) {
		if (place === undefined) return source.fromReports(inputs);
		throw new UserError(
			"cli/no-input",
			`${command} reads the reports that are named, or --store ${place}, and not both`,
		);
	}
	if (given.primaries.length > 0) {
		throw new UserError("cli/no-input", "--primary goes with reports; stemma add --primary FILE keeps one in a store");
	}
	try {
		return await withStore(args, effects, source.fromStore);
	} catch (error) {
		// Who named neither has most likely forgotten the reports.
		if (place === undefined && error instanceof UserError && error.code === "store/missing") source.refuse();
		throw error;
	}
}

/** The record of the reports that are named or, where none is, of what a store holds; refuses as `readSource` does. */
export function readRecordOf(
	args: ParsedArgs,
	effects: CommandEffects,
	command: string,
	progress: Progress,
	given: Given,
): Promise<CollationRecord> {
	return readSource(args, args.operands, effects, command, given, {
		fromReports: (inputs) => effects.collate(inputs, progress, given),
		fromStore: (store) => store.collate(given, progress),
		refuse: () => requireOperands(args, command),
	});
}

/** Throws UserError (`cli/no-input`) for operands of a command that takes none. */
export function refuseOperands(args: ParsedArgs, command: string): void {
	const [given] = args.operands;
	if (given === undefined) return;
	throw new UserError("cli/no-input", `${command} takes no input and got ${given} ("stemma ${command} --help")`);
}

/** The one file that a command takes; throws UserError (`cli/no-input`) for none or more. */
export function requireFile(args: ParsedArgs, command: string, what: string): string {
	const [path, ...more] = args.operands;
	if (path !== undefined && more.length === 0) return path;
	throw new UserError("cli/no-input", `${command} needs ${what} ("stemma ${command} --help")`);
}

/** What a reader should know of each input that gave nothing. */
export function listFailures(problems: readonly ListedProblem[]): readonly string[] {
	return problems
		.filter(({ article }) => article === null)
		.map(({ place, reason }) => (place === null || reason.includes(place) ? reason : `${place}: ${reason}`));
}
