import { UserError } from "../model/problem.ts";
import type { CollationRecord } from "../model/record.ts";
import type { CommandEffects } from "./effects.ts";
import type { ParsedArgs } from "./options.ts";

/**
 * The record of a command that takes one, from a file or standard input (`-`). Throws `UserError` when it is not
 * there, is none, or more than one is named.
 */
export async function loadRecord(args: ParsedArgs, effects: CommandEffects, command: string): Promise<CollationRecord> {
	const [path, ...more] = args.operands;
	const advice = `("stemma ${command} --help")`;
	if (path === undefined) {
		throw new UserError("cli/no-input", `${command} needs a record's JSON: a file, or - for standard input ${advice}`);
	}
	if (more.length > 0) {
		throw new UserError("cli/no-input", `${command} takes one record and got ${args.operands.length} inputs ${advice}`);
	}
	return readRecordFile(path, effects);
}

/** The record in a file or on standard input (`-`). Throws `UserError` when it is not there or is none. */
export async function readRecordFile(
	path: string,
	effects: Pick<CommandEffects, "readText">,
): Promise<CollationRecord> {
	const json = await effects.readText(path);
	const { readRecord } = await import("../report/record-reader.ts");
	return readRecord(json, path === "-" ? "standard input" : path);
}
