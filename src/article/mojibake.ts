import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";

/**
 * Letters that were read in the wrong character set before the text was captured. They are reported
 * with the first place, never mended: the text is what the capture holds.
 *
 * Catches: "L'Ã©cole", "harbourâ€™s", "Ìîñò ÷åðåç ðåêó" (Cyrillic read as Latin).
 * Leaves: "São Vilar", "CAFÉ»", "à « la carte »".
 */
const MOJIBAKE_PROBLEM = "article/mojibake";

/** Windows-1252's characters for the bytes 0x80 to 0x9f; holes stand for themselves. */
const HIGH =
	"\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";
const BYTES: ReadonlyMap<string, number> = new Map([...HIGH].map((letter, i) => [letter, 0x80 + i]));

/** A lead byte of UTF-8 and what follows it, each as the character it was read as. */
const SEQUENCE =
	/[\u00c2-\u00f4](?:[\u0080-\u00bf]|[\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]){1,3}/g;

/** Characters that text in the wrong set stands for: letters of the scripts of news, and marks. */
const MEANT =
	/[\u00a0-\u024f\u0370-\u052f\u05d0-\u05ea\u0600-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u2010-\u2044\u20ac\u2116\u2122\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;

/** Marks that stand after a capital in good text as well: "CAFÉ»", "MAÇÃ…". */
const PLAUSIBLE = /[\u00ab\u00bb\u2018-\u201e\u2026\u2013\u2014\u00a0\u00ba\u00aa\u00b0\u2039\u203a\u00b7]$/;
const ENOUGH_PLAUSIBLE = 3;

/** Words of accented letters alone: no language in Latin letters has several of four letters. */
const ACCENTED =
	/(?<![A-Za-z\u00c0-\u00ff])[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u00b8\u00a8\u00f7\u00d7]{4,}(?![A-Za-z])/g;
const FEWEST_ACCENTED = 3;
/** Share of the text's letters that stand in such words. */
const ACCENTED_SHARE = 0.2;

/** UTF-16 units that are looked at. */
const LOOKED_AT = 400_000;

/** The problem of a text that holds letters of a wrong character set, or none. */
export function findMojibake(text: string): Problem[] {
	const looked = text.slice(0, LOOKED_AT);
	const broken = findBrokenUtf8(looked) ?? findForeignSet(looked);
	if (!broken) return [];
	const shown = looked.slice(broken.first.start, Math.min(broken.first.end, broken.first.start + 20));
	return [
		{
			code: MOJIBAKE_PROBLEM,
			span: broken.first,
			reason: `${broken.count === 1 ? "a stretch" : `${broken.count} stretches`} of this text ${broken.count === 1 ? "was" : "were"} read in the wrong character set before it was captured, the first is “${shown}”${broken.meant === null ? "" : ` and was likely “${broken.meant}”`}; the text is kept as it is`,
		},
	];
}

interface Broken {
	readonly first: Span;
	readonly count: number;
	/** What the first stretch was meant to be; null when that cannot be told from it alone. */
	readonly meant: string | null;
}

function findBrokenUtf8(text: string): Broken | null {
	let sure = 0;
	let plausible = 0;
	let first: { span: Span; meant: string } | null = null;
	for (const match of text.matchAll(SEQUENCE)) {
		const meant = meantBy(match[0]);
		if (meant === null) continue;
		if (meant.length === 2 && PLAUSIBLE.test(meant.written)) plausible++;
		else sure++;
		first ??= { span: { start: match.index, end: match.index + meant.length }, meant: meant.text };
	}
	if (!first || (sure === 0 && plausible < ENOUGH_PLAUSIBLE)) return null;
	return { first: first.span, count: sure + plausible, meant: first.meant };
}

/** The character that a run of wrongly read bytes encodes, and how many units it takes; null when none. */
function meantBy(written: string): { readonly text: string; readonly length: number; readonly written: string } | null {
	const bytes = [...written].map((letter) => BYTES.get(letter) ?? letter.charCodeAt(0));
	const lead = bytes[0] ?? 0;
	const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	if (bytes.length < length) return null;
	let code = lead & (length === 2 ? 0x1f : length === 3 ? 0x0f : 0x07);
	for (const byte of bytes.slice(1, length)) code = (code << 6) | (byte & 0x3f);
	const text = code <= 0x10ffff ? String.fromCodePoint(code) : "";
	const emoji = code >= 0x1f300 && code <= 0x1faff;
	return emoji || MEANT.test(text) ? { text, length, written: written.slice(0, length) } : null;
}

function findForeignSet(text: string): Broken | null {
	let count = 0;
	let letters = 0;
	let first: Span | null = null;
	for (const match of text.matchAll(ACCENTED)) {
		count++;
		letters += match[0].length;
		first ??= { start: match.index, end: match.index + match[0].length };
	}
	if (!first || count < FEWEST_ACCENTED) return null;
	const all = text.match(/\p{L}/gu)?.length ?? 0;
	return letters >= all * ACCENTED_SHARE ? { first, count, meant: null } : null;
}
