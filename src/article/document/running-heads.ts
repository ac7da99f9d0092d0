import { foldCase } from "../../text/fold.ts";
import type { PdfPage, Run } from "./pdf-runs.ts";
import { toRows } from "./rows.ts";

/**
 * What stands at the head or foot of page after page.
 *
 * Catches: "Harbour Inquiry · Interim report · 3", at the same height on each page with another number.
 * Leaves: a headline at the top of the first page, set lower and larger than the running head that repeats it.
 */
export const RUNNING_HEAD_RULE = "article/running-head";

/** Share of a page's height at its top and foot in which such lines stand. */
const MARGIN = 0.13;

/** Rows from the top and from the foot that are looked at. */
const ROWS = 3;

/** Points by which the height may differ from page to page. */
const SAME_HEIGHT = 2.5;

/** Pages on which a height holds running heads before a line there is one whatever its words. */
const ESTABLISHED = 3;

/** Words that such a line may have. */
const MOST_WORDS = 16;

export interface RunningHead {
	readonly page: number;
	readonly text: string;
	readonly reason: string;
	readonly runs: readonly Run[];
}

interface Candidate {
	readonly page: number;
	/** Height of the page, for the foot's distance from it. */
	readonly y: number;
	readonly foot: boolean;
	readonly size: number;
	readonly text: string;
	readonly runs: readonly Run[];
	readonly artifact: boolean;
	/** The last or first row of its page. */
	readonly outermost: boolean;
}

/** The running heads, feet and page numbers of a document. */
export function findRunningHeads(pages: readonly PdfPage[]): RunningHead[] {
	const candidates = pages.flatMap(listCandidates);
	const byWords = new Map<string, Candidate[]>();
	for (const candidate of candidates) {
		// Numbers change from page to page, and stand left on one and right on the next.
		const constant = foldCase(candidate.text)
			.replace(/[\p{N}\s]+/gu, " ")
			.trim();
		const key = `${candidate.foot}|${constant}`;
		const list = byWords.get(key);
		if (list) list.push(candidate);
		else byWords.set(key, [candidate]);
	}
	const found = new Map<Candidate, string>();
	for (const list of byWords.values()) {
		for (const candidate of list) {
			const others = list.filter((other) => other.page !== candidate.page && isLevel(other, candidate));
			const seen = new Set(others.map((other) => other.page)).size + 1;
			const numbered = !hasLetters(candidate);
			if (numbered) {
				if (isPageNumber(candidate, others)) found.set(candidate, "a page's number");
			} else if (seen >= 2) {
				found.set(candidate, `stands at the ${candidate.foot ? "foot" : "head"} of ${seen} pages`);
			} else if (candidate.artifact) found.set(candidate, "marked by the document as no part of its text");
			else if (isRoman(candidate.text) && candidate.outermost) found.set(candidate, "a page's number");
			else if (isLabelledNumber(candidate)) found.set(candidate, "a page's number");
		}
	}
	for (const candidate of candidates) {
		if (found.has(candidate) || candidate.text.split(" ").length > MOST_WORDS) continue;
		const level = candidates.filter(
			(other) => found.has(other) && other.page !== candidate.page && isLevel(other, candidate) && hasLetters(other),
		);
		if (new Set(level.map((other) => other.page)).size >= ESTABLISHED && candidate.outermost) {
			found.set(candidate, "stands where other pages have their running head");
		}
	}
	return [...found]
		.map(([{ page, text, runs }, reason]) => ({ page, text, reason, runs }))
		.sort(
			(a, b) =>
				a.page - b.page || (a.runs[0]?.y ?? 0) - (b.runs[0]?.y ?? 0) || (a.runs[0]?.x0 ?? 0) - (b.runs[0]?.x0 ?? 0),
		);
}

function listCandidates(page: PdfPage): Candidate[] {
	const edge = page.runs.filter((run) => run.y < MARGIN * page.height || run.y > (1 - MARGIN) * page.height);
	const rows = toRows(edge);
	const heads = rows.filter((row) => row.y < MARGIN * page.height).slice(0, ROWS);
	const feet = rows.filter((row) => row.y > (1 - MARGIN) * page.height).slice(-ROWS);
	const list = (foot: boolean): Candidate[] => {
		const chosen = foot ? feet : heads;
		return chosen.flatMap((row, i) =>
			partRuns(row.runs, row.size).map((runs) => ({
				page: page.number,
				y: foot ? page.height - row.y : row.y,
				foot,
				size: row.size,
				text: runs
					.map((run) => run.text)
					.join(" ")
					.replace(/\s+/g, " "),
				runs,
				artifact: runs.every((run) => run.artifact),
				outermost: foot ? i === chosen.length - 1 : i === 0,
			})),
		);
	};
	return [...list(false), ...list(true)];
}

/** The parts of a row that wide gaps part: outlet, section and page number are one each. */
function partRuns(runs: readonly Run[], size: number): Run[][] {
	const parts: Run[][] = [];
	let right = Number.NEGATIVE_INFINITY;
	for (const run of runs) {
		const last = parts[parts.length - 1];
		if (last && run.x0 - right < 1.8 * size) last.push(run);
		else parts.push([run]);
		right = Math.max(right, run.x1);
	}
	return parts;
}

function isLevel(a: Candidate, b: Candidate): boolean {
	return a.foot === b.foot && Math.abs(a.y - b.y) <= SAME_HEIGHT && Math.abs(a.size - b.size) <= 0.6;
}

function hasLetters(candidate: Candidate): boolean {
	return /\p{L}/u.test(candidate.text);
}

/** A number that counts on with the pages; on a page alone, the page's own number in the outermost row. */
function isPageNumber(candidate: Candidate, others: readonly Candidate[]): boolean {
	if (!/\p{N}/u.test(candidate.text)) return others.length > 0;
	const number = readNumber(candidate.text);
	if (number === null) return false;
	if (candidate.outermost && number === candidate.page) return true;
	return others.some((other) => {
		const theirs = readNumber(other.text);
		return theirs !== null && theirs - other.page === number - candidate.page;
	});
}

function readNumber(text: string): number | null {
	const digits = /^[^\p{N}]*(\p{Nd}{1,4})(?:\s*\/\s*\p{Nd}{1,4})?[^\p{N}]*$/u.exec(text)?.[1];
	if (digits === undefined) return null;
	let number = 0;
	for (const digit of digits) number = number * 10 + digitOf(digit);
	return number;
}

/** The value of a decimal digit of any script: each script's ten stand in a row, the zero first. */
function digitOf(digit: string): number {
	const code = digit.codePointAt(0) ?? 0;
	let zero = code;
	while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
	return code < 0x80 ? code - 0x30 : code - zero;
}

function isRoman(text: string): boolean {
	return /^[ivxlc]{1,7}$/.test(text);
}

/** Words for "page" that stand before its number. */
const PAGE_WORD =
	/^(?:page|pages?|pg|p|seite|s|página|pagina|pág|pag|sida|side|sivu|strona|str|strana|oldal|sayfa|стр|страница|сторінка|σελίδα|صفحة|الصفحة|עמוד|صفحه|पृष्ठ|halaman|trang)\.?\s*(\p{Nd}{1,4})(?:\s*(?:\/|\p{L}{1,6})\s*\p{Nd}{1,4})?$/iu;

/** "Page 1 of 1" and its like. */
function isLabelledNumber(candidate: Candidate): boolean {
	const read = PAGE_WORD.exec(candidate.text);
	return read !== null && candidate.outermost && readNumber(read[1] ?? "") === candidate.page;
}
