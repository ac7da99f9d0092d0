import type { OptionSpec } from "./options.ts";

/** Options of the commands that read reports. */
export const PRIMARY: OptionSpec = {
	name: "primary",
	value: "FILE",
	help: "a transcript or document to hold the reports against; may be repeated",
};

export const NAMES: OptionSpec = {
	name: "names",
	value: "FILE",
	help: "names of your own, one JSON object a line (docs/names.md); may be repeated",
};

export const CORRECTIONS: OptionSpec = {
	name: "corrections",
	value: "FILE",
	help: "a person's decisions (docs/decisions/corrections.md); may be repeated",
};

/** Options of fetching, for every command that reads what an address gives. */
export const FETCHING: readonly OptionSpec[] = [
	{
		name: "allow-net",
		value: "CIDR",
		help: "fetch from this private or local range too: 10.0.0.0/8; may be repeated",
	},
	{ name: "user-agent", value: "TEXT", help: "what fetching calls itself, with a way to reach you" },
];
