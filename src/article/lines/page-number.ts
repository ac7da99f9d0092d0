import type { LineRule } from "./lines.ts";

/**
 * A page's number, or a line of marks alone.
 *
 * Catches: "Page 2 of 5", "- 3 -", "* * *".
 * Leaves: "63", the whole of a line in a list of results between paragraphs.
 */
const NUMBER =
	/^(?:(?:page|seite|p[áa]g(?:ina)?|стр(?:аница)?|strana|strona|sida|side|sayfa|halaman|העמוד|صفحة|第)\.?\s*\d{1,4}(?:\s*(?:of|\/|von|de|di|van|av|z|из|з|sur)\s*\d{1,4})?|(?:halaman|página|page|pages|seite|seiten)\s?:(?:\s?\d{1,3}){1,8}|第\s?\d{1,4}\s?[页頁ページ]+|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}\s*(?:of|\/)\s*\d{1,4})$/iu;

export const pageNumber: LineRule = {
	rule: "article/page-number",
	find(line) {
		if (line.words === 0 && line.text.length <= 200 && !/[\p{L}\p{N}]/u.test(line.text)) return "marks without words";
		return line.text.length <= 40 && NUMBER.test(line.text) ? "a page's number" : null;
	},
};
