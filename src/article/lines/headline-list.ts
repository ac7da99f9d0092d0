import type { Line, LineRule } from "./lines.ts";

/**
 * Headlines of other stories below the end of a report.
 *
 * Catches: after the last paragraph, five short lines that no full stop ends.
 * Leaves: the same five lines when the last paragraph ends with a colon, or when bullets lead them.
 */

/** Lines a list must have. */
const FEWEST = 3;

/** Words that one headline may have. */
const MOST_WORDS = 25;

const BULLET = /^(?:[-*•–—◦▪]|\d{1,2}[.)])\s/;

export const headlineList: LineRule = {
	rule: "article/headline-list",
	find(line, { lines, index, lastProse }) {
		if (lastProse < 0 || index <= lastProse) return null;
		if (/[:：]$/.test(lines[lastProse]?.text.slice(-1) ?? "")) return null;
		if (!isHeadlineLike(line)) return null;
		let first = index;
		let last = index;
		while (first - 1 > lastProse && index - first < FEWEST && isHeadlineLike(lines[first - 1])) first--;
		while (last - index < FEWEST && isHeadlineLike(lines[last + 1])) last++;
		const heads = lines[first - 1];
		if (first - 1 > lastProse && heads && /[:：]$/.test(heads.text)) return null;
		return last - first + 1 >= FEWEST ? "one of a list of headlines below the report" : null;
	},
};

function isHeadlineLike(line: Line | undefined): boolean {
	return (
		line !== undefined &&
		!line.ended &&
		line.words > 0 &&
		line.words <= MOST_WORDS &&
		!BULLET.test(line.text) &&
		!/[:：]$/.test(line.text)
	);
}
