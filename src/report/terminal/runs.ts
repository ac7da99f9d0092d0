import { showText } from "./safe-text.ts";

/** What a stretch of text is, which decides how it looks. */
export type Tone = "plain" | "strong" | "dim" | "siglum" | "alarm" | "doubt" | "settled" | "mark";

/** A stretch of text in one tone. */
export interface Run {
	readonly text: string;
	readonly tone: Tone;
}

/** One line on the terminal. */
export type Line = readonly Run[];

/** A space at which no line ends; printed as an ordinary one. */
const HARD_SPACE = "\u00a0";

/**
 * Select Graphic Rendition codes (ECMA-48). Of the sixteen colours only those that can be read on a
 * dark and on a light ground; weight carries the order, colour only what needs attention.
 */
const CODES: Readonly<Record<Tone, string>> = {
	plain: "",
	strong: "1",
	dim: "2",
	siglum: "1;36",
	alarm: "1;31",
	doubt: "35",
	settled: "32",
	mark: "4",
};

/**
 * A run of text from anywhere: control characters are made visible, so that what is painted holds no
 * escape but the painter's own.
 */
export function run(text: string, tone: Tone = "plain"): Run {
	return { text: showText(text), tone };
}

/** A run whose spaces do not end a line: dates, labels, anchors. */
export function tied(text: string, tone: Tone = "plain"): Run {
	return { text: showText(text).replaceAll(" ", HARD_SPACE), tone };
}

/** Empty columns. */
export function blank(columns: number): Run {
	return { text: HARD_SPACE.repeat(Math.max(0, columns)), tone: "plain" };
}

/** The line as characters for the terminal; without `color` not one escape byte. */
export function paintLine(line: Line, color: boolean): string {
	let painted = "";
	let at = 0;
	while (at < line.length) {
		const tone = line[at]?.tone ?? "plain";
		let text = "";
		while (at < line.length && line[at]?.tone === tone) text += line[at++]?.text ?? "";
		const shown = text.replaceAll(HARD_SPACE, " ");
		const code = CODES[tone];
		painted += color && code !== "" && shown.trim() !== "" ? `\u001b[${code}m${shown}\u001b[0m` : shown;
	}
	return color ? painted : painted.trimEnd();
}
