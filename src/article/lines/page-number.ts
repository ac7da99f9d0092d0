import type { LineRule } from "./lines.ts";

/**
 * A page's number, or a line of marks alone.
 *
 * Catches: "Page 2 of 5", "- 3 -", "* * *".
 * Leaves: "63", the whole of a line in a list of results between paragraphs.
 */
const NUMBER =
	/^(?:(?:page|seite|pág(?:ina)?|стр)\.?\s*\d{1,4}(?:\s*(?:of|\/|von|de|из)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}\s*(?:of|\/)\s*\d{1,4})$/iu;

export const pageNumber: LineRule = {
	rule: "article/page-number",
	find(line) {
		if (line.words === 0 && line.text.length <= 200 && !/[\p{L}\p{N}]/u.test(line.text)) return "marks without words";
		return line.text.length <= 40 && NUMBER.test(line.text) ? "a page's number" : null;
	},
};
