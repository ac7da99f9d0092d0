import { foldCase } from "../../text/fold.ts";

/**
 * Labels: lines of a word or a few that sites, mail programs and forums write, in many languages.
 * They are compared as a whole, so that a sentence that begins with the same word is none.
 */

/** UTF-16 units that a label may have. */
const LONGEST = 120;

/** A set of labels written as `one|two words|…`. */
export function toLabels(written: string): ReadonlySet<string> {
	return new Set(written.split("|").map((label) => fold(label.trim())));
}

/** Folded, the Turkish dotted capital too: lower case leaves its dot beside the letter. */
function fold(text: string): string {
	return foldCase(text).replace(/i\u0307/g, "i");
}

/** What a line says when marks, signs and a count at its ends are left out: "» Comments (14)" is `comments`. */
export function labelKey(text: string): string {
	if (text !== lastText) {
		lastKey = keyOf(text);
		lastText = text;
	}
	return lastKey;
}

/** Every rule asks the same line in turn: its key is kept until the next. */
let lastText = "";
let lastKey = "";

function keyOf(text: string): string {
	// A full stop ends a sentence, be it of one word: "Pause."
	if (text.length > LONGEST || /[^.…][.。।]["”»)]?$/u.test(text)) return "";
	return fold(text)
		.replace(/\ufe0f/g, "")
		.replace(/\s+/g, " ")
		.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "")
		.replace(/ ?[([（]\d{0,6}[)\]）]?$/u, "")
		.replace(/[^\p{L}\p{N}\p{M}]+$/u, "");
}

/** Whether a line is one of the labels and nothing else. */
export function isLabel(text: string, labels: ReadonlySet<string>): boolean {
	return text.length <= LONGEST && labels.has(labelKey(text));
}

/** A label that opens a line, and what it introduces. */
export interface Lead {
	readonly key: string;
	readonly rest: string;
}

const BRACKETED = /^\s*[^\p{L}\p{N}]{0,6}[【[(（［〔]\s*([^】\])）］〕]{1,30})\s*[】\])）］〕]\s*[:：]?\s*(.*)$/su;
const MARKED = /^([^:：|»>–—]{1,50}?)\s?(?:[:：|»>]|\s[–—-](?=\s))\s*(.*)$/su;

/** What stands before the first colon, bar or dash of a line, or in brackets at its head; null when nothing does. */
export function leadOf(text: string): Lead | null {
	const bracketed = BRACKETED.exec(text);
	if (bracketed && (bracketed[2] ?? "") !== "") return { key: labelKey(bracketed[1] ?? ""), rest: bracketed[2] ?? "" };
	// The whole of "[Related: …]" is in brackets: they are marks like others.
	const match = MARKED.exec(text.replace(/^[\s([［【]+/u, ""));
	return match ? { key: labelKey(match[1] ?? ""), rest: (match[2] ?? "").trim() } : null;
}
