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
