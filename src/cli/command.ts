import { showText } from "../report/terminal/safe-text.ts";
import type { CommandEffects } from "./effects.ts";
import type { CommandSpec, ParsedArgs } from "./options.ts";

/** A command: what it takes, and what it does. `run` resolves to the exit code and throws UserError. */
export interface Command {
	readonly spec: CommandSpec;
	run(args: ParsedArgs, effects: CommandEffects): Promise<number>;
}

/** One line for the person who called, on standard error. */
export async function writeNote(effects: Pick<CommandEffects, "stderr">, message: string): Promise<void> {
	await effects.stderr.write(`stemma: ${showText(message)}\n`);
}
