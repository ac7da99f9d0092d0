import { inspect } from "node:util";
import { UserError } from "../model/problem.ts";
import { showText } from "../report/terminal/safe-text.ts";
import { VERSION } from "../version.ts";
import { writeNote } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import type { CommandEffects } from "./effects.ts";
import { writeCommandHelp, writeMainHelp } from "./help.ts";
import { findNearest } from "./nearest.ts";
import { parseCommandArgs } from "./options.ts";

const BUG = 70;

/** Runs a command line, without the program's name, and resolves to the exit code. Never rejects. */
export async function runCommandLine(args: readonly string[], effects: CommandEffects): Promise<number> {
	try {
		return await dispatch(args, effects);
	} catch (error) {
		if (error instanceof UserError) {
			await writeNote(effects, error.message);
			return error.exitCode;
		}
		await writeNote(effects, "this is a bug in stemma; please report it with the lines below");
		await effects.stderr.write(`${inspect(error).split("\n").map(showText).join("\n")}\n`);
		return BUG;
	}
}

async function dispatch(args: readonly string[], effects: CommandEffects): Promise<number> {
	const [name, ...rest] = args;
	if (name === undefined) {
		await effects.stderr.write(writeMainHelp(COMMANDS));
		return 2;
	}
	if (name === "--help" || name === "-h") {
		await effects.stdout.write(writeMainHelp(COMMANDS));
		return 0;
	}
	if (name === "--version") return writeVersion(effects);
	const entry = COMMANDS.find((command) => command.name === name);
	if (!entry) throw unknownCommand(name);
	const command = await entry.load();
	const parsed = parseCommandArgs(rest, command.spec);
	if (parsed.switches.has("help")) {
		await effects.stdout.write(writeCommandHelp(command.spec));
		return 0;
	}
	if (parsed.switches.has("version")) return writeVersion(effects);
	return command.run(parsed, effects);
}

async function writeVersion(effects: CommandEffects): Promise<number> {
	await effects.stdout.write(`${VERSION}\n`);
	return 0;
}

function unknownCommand(given: string): UserError {
	if (given.startsWith("-")) {
		const nearest = findNearest(given, ["--help", "--version"]);
		const advice = nearest === null ? 'a command comes first; see "stemma --help"' : `did you mean ${nearest}?`;
		return new UserError("cli/unknown-option", `unknown option ${given}; ${advice}`);
	}
	const nearest = findNearest(
		given,
		COMMANDS.map(({ name }) => name),
	);
	const advice = nearest === null ? `to read reports: stemma collate ${given}` : `did you mean ${nearest}?`;
	return new UserError("cli/unknown-command", `there is no command ${given}; ${advice}`);
}
