import type { Line, LineRule } from "./lines.ts";

/**
 * Headlines of other stories below the end of a report.
 *
 * Catches: after the last paragraph, five short lines that no full stop ends.
 * Leaves: the same five lines when the last paragraph ends with a colon, when bullets lead them, or
 * when each is a result: "Lomar 2, Kelor 1".
 */

/** Lines a list must have. */
const FEWEST = 3;

/** Words that one headline may have. */
const MOST_WORDS = 25;

const BULLET = /^(?:[-*•–—◦▪]|\d{1,2}[.)])\s/;

/** "Half-time: 1-1", "Referee: D. Frome": a field of the report's own. */
const FIELD = /^[\p{L}][\p{L}\p{M} .'’()/-]{0,28}[:：]\s?(?:\S+\s?){1,5}$/u;
const SIDE = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .'’()/&-]{0,40}?";
const DASH = "\\s?[-–—:]\\s?";
/** "Lomar 2, Kelor 1", "Lomar - Kelor 2:1", "Lomar 2-1 Kelor". */
const SCORE = new RegExp(
	`^${SIDE}(?:\\s\\d{1,3}\\s?[,;–—-]\\s?${SIDE}\\s\\d{1,3}|\\s?[–—-]\\s?${SIDE}:?\\s\\d{1,3}${DASH}\\d{1,3}|\\s\\d{1,3}${DASH}\\d{1,3}\\s${SIDE})(?:\\s\\(.{1,30}\\))?$`,
	"u",
);

/** Whether a short line gives a result or a field's value, as the report itself lists them at its end. */
export function isResult(text: string): boolean {
	return text.length <= 120 && (FIELD.test(text) || SCORE.test(text));
}

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
		!isResult(line.text) &&
		!/[:：]$/.test(line.text)
	);
}
