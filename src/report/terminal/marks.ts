import { CUT } from "../view/shorten.ts";

/** The signs of the page, in typographic form or in ASCII. */
export interface Marks {
	readonly open: string;
	readonly close: string;
	readonly ellipsis: string;
	/** Where the page ends a text early: a report may have an ellipsis of its own. */
	readonly cutOff: string;
	readonly dash: string;
	readonly range: string;
	readonly dot: string;
	readonly rule: string;
	readonly drawsOn: string;
	readonly shares: string;
	readonly notable: string;
	/** Beside text that was kept, and beside text that was dropped. */
	readonly kept: string;
	readonly cut: string;
	/** Marks the renditions of one report apart: `A¹`, `A²`. */
	readonly raised: readonly string[];
	/** Signs inside texts that the terminal may not have, in the form it has. */
	readonly fold: (text: string) => string;
}

const TYPOGRAPHIC: Marks = {
	open: "“",
	close: "”",
	ellipsis: "…",
	cutOff: CUT,
	dash: "–",
	range: "–",
	dot: "·",
	rule: "─",
	drawsOn: "←",
	shares: "—",
	notable: "●",
	kept: "│",
	cut: "×",
	raised: ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"],
	fold: (text) => text,
};

const ASCII: Marks = {
	open: '"',
	close: '"',
	ellipsis: "...",
	cutOff: "[...]",
	dash: "-",
	range: "-",
	dot: "-",
	rule: "-",
	drawsOn: "<-",
	shares: "--",
	notable: "*",
	kept: "|",
	cut: "x",
	raised: ["/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9"],
	fold: foldSigns,
};

export function chooseMarks(unicode: boolean): Marks {
	return unicode ? TYPOGRAPHIC : ASCII;
}

/** Typographic signs as typewriters had them. Letters stay as they are: a name is not respelled. */
function foldSigns(text: string): string {
	return text
		.replace(/[“”„‟«»]/g, '"')
		.replace(/[‘’‚‛‹›]/g, "'")
		.replace(/[‐‑‒–—―]/g, "-")
		.replace(/…/g, "...")
		.replace(/[•·]/g, "*");
}
