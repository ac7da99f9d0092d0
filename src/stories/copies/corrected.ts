import type { Article } from "../../model/article.ts";

/** What agencies put before the headline of a later text of one dispatch. */
const MARKED = /^\s*(?:CORRECTED|CORRECTION|REFILE|UPDATED?|WRAPUP)(?:\s?\d{1,2})?\s*[-–—:]/;
/** What the later text says of what it changed, in brackets on a line of its own. */
const SAYS = /^[^\S\n]*\((?:corrects|refiles|adds|updates|recasts|removes|fixes)\b[^()\n]{3,200}\)/im;
/** It stands at the head of the text (UTF-16 units). */
const HEAD = 800;

/**
 * Whether a text calls itself a later one of its own: "CORRECTED-Vote passes", "UPDATE 2-Vote passes", "(Corrects
 * count in paragraph 2)". It says nothing of a text that merely tells of a correction.
 */
export function isCorrected({ headline, text }: Article): boolean {
	return MARKED.test(headline?.text ?? "") || SAYS.test(text.slice(0, HEAD));
}
