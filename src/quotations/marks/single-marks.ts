import type { Mark } from "./marks.ts";

/**
 * Single marks as the outer marks of a quotation, told apart from apostrophes.
 *
 * Catches: `‘The workers’ pay is low,’ he said` as one stretch up to `low,’`.
 * Must not: `the ’90s and the workers’ pay` (nothing opens), `rock ‘n’ roll`.
 */

/** Words that begin with an apostrophe: the mark before them opens nothing. */
const ELIDED = /^(?:em|til|till|tis|twas|cause|bout|round|n|cos|neath|kay|tude|s|t|re|ve|ll|d|m)(?![\p{L}\p{N}])/iu;

/** A quotation in single marks is rarely longer (UTF-16 units); bounds the look for its close. */
const LONGEST = 4000;

/** Nor does it hold more marks than this, apostrophes counted. */
const MOST_MARKS = 80;

/**
 * Index in `marks` of the mark that closes the single mark at `index`, or -1 when it opens nothing. Reads no
 * further than the next single mark that opens, so that all calls together are linear.
 */
export function findSingleClose(text: string, marks: readonly Mark[], index: number): number {
	const open = marks[index];
	if (!open?.opens || open.kind === "single-close") return -1;
	if (!opensSingle(text, open.end)) return -1;
	let weak = -1;
	let doubles = 0;
	for (let i = index + 1; i < Math.min(marks.length, index + MOST_MARKS); i++) {
		const mark = marks[i];
		if (!mark || mark.at - open.end > LONGEST) break;
		if (mark.kind === "curly-open") doubles++;
		else if (mark.kind === "curly-close") doubles--;
		else if (mark.kind === "straight") doubles += mark.opens && !mark.closes ? 1 : -1;
		if (doubles < 0) break;
		if (mark.kind !== "single-close" && mark.kind !== "single-straight" && mark.kind !== "single-open") continue;
		if (mark.opens && !mark.closes && mark.kind !== "single-close") {
			if (doubles === 0 && !ELIDED.test(text.slice(mark.end, mark.end + 8))) break;
			continue;
		}
		if (!mark.closes || doubles !== 0 || mark.kind === "single-open") continue;
		const before = text.charAt(mark.at - 1);
		const after = text.charAt(mark.end);
		const plural = /[sS]/.test(before) && /[\s\u00a0]/.test(after);
		if (!plural) return i;
		if (weak < 0) weak = i;
	}
	return weak;
}

/** Whether what follows a single mark can be the beginning of words in marks. */
export function opensSingle(text: string, end: number): boolean {
	const next = text.slice(end, end + 8);
	return /^[\p{L}[(\u2026."\u201c]/u.test(next) && !ELIDED.test(next);
}
