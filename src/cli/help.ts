import type { CommandSpec, OptionSpec } from "./options.ts";

/** Exit codes, the same for every command that names none of its own. */
export const EXIT_CODES: readonly (readonly [number, string])[] = [
	[0, "done"],
	[1, "done, but some inputs gave nothing; each is named on standard error and in the result"],
	[2, "nothing done: a mistake in the command, or no input could be read"],
	[70, "a bug in stemma"],
];

/** `stemma --help`. */
export function writeMainHelp(commands: readonly Pick<CommandSpec, "name" | "summary">[]): string {
	const width = Math.max(...commands.map(({ name }) => name.length));
	return [
		"stemma: reconstructs the record of an event from the news reports of it.",
		"",
		"Usage: stemma <command> [options]",
		"",
		"Commands:",
		...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
		"",
		"Options:",
		"  --help, -h  show this, or with a command its own help",
		"  --version   print the version",
		"",
		"Start with:",
		"  stemma collate examples",
		"",
	].join("\n");
}

/** `stemma COMMAND --help`. */
export function writeCommandHelp(spec: CommandSpec): string {
	const labels = spec.options.map(labelOption);
	const width = Math.max(...labels.map((label) => label.length));
	const exampleWidth = Math.max(...spec.examples.map(({ command }) => command.length));
	return [
		`Usage: stemma ${spec.name} [options] ${spec.operands}`.trimEnd(),
		"",
		...spec.about.flatMap((paragraph) => [paragraph, ""]),
		"Options:",
		...spec.options.map(({ help }, at) => `  ${(labels[at] ?? "").padEnd(width)}  ${help}`),
		"",
		"Examples:",
		...spec.examples.map(({ command, shows }) => `  ${command.padEnd(exampleWidth)}  ${shows}`),
		"",
		"Exit codes:",
		...(spec.exits ?? EXIT_CODES).map(([code, meaning]) => `  ${String(code).padStart(2)}  ${meaning}`),
		"",
	].join("\n");
}

function labelOption({ name, short, value }: OptionSpec): string {
	const long = value === undefined ? `--${name}` : `--${name} ${value}`;
	return short === undefined ? long : `${long}, -${short}`;
}
