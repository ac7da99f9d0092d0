import type { Dropped } from "../../model/article.ts";
import { foldCase } from "../../text/fold.ts";
import { type Line, toLine } from "../lines/lines.ts";

/**
 * Running heads and page numbers of a text copied from a document of several pages.
 *
 * Catches: "THE TARSK QUARTERLY" above "2" and, a page further, above "3".
 * Leaves: "1,204" in a list of results; a refrain; the numbers 1 to 5 that head the entries of a list.
 */
const RUNNING_HEAD_RULE = "article/running-head";
const PAGE_NUMBER_RULE = "article/page-number";

/** A page's number with a word or marks beside it: sure by itself. */
const MARKED =
	/^(?:(?:page|seite|p[áa]g(?:ina)?|стр(?:аница)?|strana|strona|sida|side|sayfa|halaman)\.?\s*\d{1,4}(?:\s*(?:of|\/|von|de|di|van|av|z|из|з|sur)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}\s*(?:of|\/)\s*\d{1,4}|https?:\/\/\S+\s+\d{1,4}\/\d{1,4})$/iu;
/** The same after a running head, in one line with it. */
const TRAILING =
	/(?:\s{2,}|\t|\s[|·•–—-]\s)(?:page|seite|p[áa]g(?:ina)?|стр(?:аница)?|strana|strona|sida|side|sayfa|halaman)\.?\s*\d{1,4}(?:\s*(?:of|\/|von|de|di|van|av|z|из|з|sur)\s*\d{1,4})?$/iu;
const BARE = /^\d{1,4}$/;

/** Words a running head may have. */
const MOST_WORDS = 14;

/** Bare numbers must rise through at least this many pages. */
const FEWEST_BARE = 2;

/** Takes out running heads and page numbers; the line below one begins a paragraph of its own. */
export function dropRunningHeads(text: string, lines: readonly Line[], dropped: Dropped[]): Line[] {
	const marks = new Set<number>();
	for (const [i, line] of lines.entries()) {
		const paged = opensPage(text, lines, i);
		if (MARKED.test(line.text) || (paged && BARE.test(line.text))) marks.add(i);
	}
	for (const i of findRisingNumbers(lines)) marks.add(i);
	const heads = findHeads(text, lines, marks);
	if (marks.size === 0 && heads.size === 0) return [...lines];
	const kept: Line[] = [];
	let cut = false;
	for (const [i, line] of lines.entries()) {
		if (marks.has(i) || heads.has(i)) {
			const rule = marks.has(i) && !/^https?:/i.test(line.text) ? PAGE_NUMBER_RULE : RUNNING_HEAD_RULE;
			const reason = rule === PAGE_NUMBER_RULE ? "a page's number" : "stands at the head or foot of several pages";
			dropped.push({ start: line.start, end: line.end, rule, reason });
			cut = true;
			continue;
		}
		kept.push(cut && line.gap === 0 ? toLine(text, line, 1) : line);
		cut = false;
	}
	return kept;
}

/** Whether a page break stands between a line and the one above it. */
function opensPage(text: string, lines: readonly Line[], i: number): boolean {
	const above = lines[i - 1];
	const line = lines[i];
	return above !== undefined && line !== undefined && text.slice(above.end, line.start).includes("\f");
}

/**
 * Lines that are a number alone, each one more than the one before: pages. The entries of a list
 * count from one and end with an entry; pages begin later, or end with their number.
 */
function findRisingNumbers(lines: readonly Line[]): number[] {
	const bare = [...lines.keys()].filter((i) => BARE.test(lines[i]?.text ?? ""));
	if (bare.length < FEWEST_BARE) return [];
	const value = (i: number | undefined): number => Number(i === undefined ? Number.NaN : lines[i]?.text);
	const rising = bare.every((i, k) => k === 0 || value(i) === value(bare[k - 1]) + 1);
	const apart = bare.every((i, k) => k === 0 || i - (bare[k - 1] ?? 0) > 1);
	if (!rising || !apart) return [];
	const first = value(bare[0]);
	const ends = (bare[bare.length - 1] ?? 0) >= lines.length - 1;
	return first >= 2 || ends ? bare : [];
}

/** Lines that recur, figures apart, next to a page's number, a page break or another such line. */
function findHeads(text: string, lines: readonly Line[], marks: ReadonlySet<number>): Set<number> {
	const groups = new Map<string, number[]>();
	for (const [i, line] of lines.entries()) {
		if (line.words > MOST_WORDS || line.text.length > 160 || marks.has(i) || /[.!?]["”»]?$/u.test(line.text)) continue;
		const key = foldCase(line.text).replace(/\d+/g, "0").trim();
		if (!/[\p{L}\p{N}]/u.test(key)) continue;
		const group = groups.get(key);
		if (group) group.push(i);
		else groups.set(key, [i]);
	}
	const heads = new Set<number>();
	for (const group of groups.values()) {
		const paged = group.filter((i) => TRAILING.test((lines[i]?.text ?? "").slice(-60)));
		if (paged.length >= 2 && paged.length === group.length) for (const i of group) heads.add(i);
	}
	for (let round = 0; round < 2; round++) {
		for (const group of groups.values()) {
			if (group.length < 2) continue;
			const beside = group.filter((i) => {
				const neighbour = marks.has(i - 1) || marks.has(i + 1) || heads.has(i - 1) || heads.has(i + 1);
				return neighbour || opensPage(text, lines, i);
			});
			// The first may open the document, without a number beside it.
			if (beside.length >= group.length - 1 && beside.length > 0) for (const i of group) heads.add(i);
		}
	}
	return heads;
}
