import { parseArgs } from "node:util";
import { UserError } from "../model/problem.ts";
import { findNearest } from "./nearest.ts";

/** An option of a command. The help text and the parser both come from these. */
export interface OptionSpec {
	readonly name: string;
	readonly short?: string;
	/** What the value is called in the help; absent for a switch. */
	readonly value?: string;
	readonly help: string;
}

export interface CommandSpec {
	readonly name: string;
	/** One line for the list of commands. */
	readonly summary: string;
	/** What stands after the name: `<file|folder|pattern|->...`. */
	readonly operands: string;
	/** A paragraph each. */
	readonly about: readonly string[];
	readonly options: readonly OptionSpec[];
	/** What its exit codes mean, where that is not what those of all commands do. */
	readonly exits?: readonly (readonly [code: number, meaning: string])[];
	/** Commands that run as they stand, with what they show. */
	readonly examples: readonly { readonly command: string; readonly shows: string }[];
}

export interface ParsedArgs {
	readonly operands: readonly string[];
	/** Switches given, and options with their last value. */
	readonly switches: ReadonlySet<string>;
	readonly values: ReadonlyMap<string, string>;
	/** Options with all their values, in the order given: for those that may be repeated. */
	readonly lists: ReadonlyMap<string, readonly string[]>;
}

/**
 * Parses the arguments after a command's name. Throws `UserError` (`cli/unknown-option`,
 * `cli/option-value`), naming the nearest option there is.
 */
export function parseCommandArgs(args: readonly string[], spec: CommandSpec): ParsedArgs {
	const { tokens } = parseArgs({
		args: [...args],
		options: Object.fromEntries(
			spec.options.map(({ name, short, value }) => [
				name,
				{ type: value === undefined ? "boolean" : "string", ...(short === undefined ? {} : { short }) } as const,
			]),
		),
		strict: false,
		tokens: true,
	});
	const operands: string[] = [];
	const switches = new Set<string>();
	const values = new Map<string, string>();
	const lists = new Map<string, readonly string[]>();
	for (const token of tokens) {
		if (token.kind === "positional") operands.push(token.value);
		if (token.kind !== "option") continue;
		const option = spec.options.find(({ name }) => name === token.name);
		if (!option) throw unknownOption(token.rawName, spec);
		if (option.value === undefined) {
			if (token.value !== undefined) throw badValue(`${token.rawName} takes no value`, spec);
			switches.add(option.name);
		} else {
			const taken = token.value;
			const isOption = taken !== undefined && !token.inlineValue && /^-./.test(taken);
			if (taken === undefined || taken === "" || isOption) {
				throw badValue(`${token.rawName} needs a value: ${token.rawName} ${option.value}`, spec);
			}
			values.set(option.name, taken);
			lists.set(option.name, [...(lists.get(option.name) ?? []), taken]);
		}
	}
	return { operands, switches, values, lists };
}

function unknownOption(given: string, spec: CommandSpec): UserError {
	const known = spec.options.map(({ name }) => `--${name}`);
	const nearest = findNearest(given, known);
	const advice = nearest === null ? `"stemma ${spec.name} --help" lists the options` : `did you mean ${nearest}?`;
	return new UserError("cli/unknown-option", `unknown option ${given}; ${advice}`);
}

function badValue(what: string, spec: CommandSpec): UserError {
	return new UserError("cli/option-value", `${what} (see "stemma ${spec.name} --help")`);
}
