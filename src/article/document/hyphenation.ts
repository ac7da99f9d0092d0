import { foldCase } from "../../text/fold.ts";

/**
 * Joins the lines of a paragraph into running text.
 *
 * Catches: "investi-" / "gators" as "investigators"; "Franco-" / "German" and, where the document
 * writes both "long" and "term" and nowhere "longterm", "long-" / "term" with their hyphen.
 * Leaves: "the ferry –" / "all of it", a dash between words, which takes a space.
 *
 * A hyphen at a line's end was put there by the typesetter or belongs to the word. In this order: a
 * soft hyphen goes; a hyphen before a capital or a figure, or in a word that has one already, stays;
 * the form that the document writes elsewhere, with or without, decides; it stays when both halves are
 * words of the document of some length; else it goes, as most do.
 */

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*(?:[-‐‑][\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*)*/gu;
const LAST_PART = /([\p{L}\p{M}\p{N}'’]+(?:[-‐‑][\p{L}\p{M}\p{N}'’]+)*)([-‐‑\u00ad])$/u;
const FIRST_PART = /^[\p{L}\p{M}\p{N}'’]+(?:[-‐‑][\p{L}\p{M}\p{N}'’]+)*/u;

/** Letters of a half that may be a word of its own: "to-gether" and "in-deed" open with words too. */
const FIRST_HALF = 4;
const SECOND_HALF = 3;

/** First halves that keep their hyphen in most writing, however short. */
const PREFIXES: ReadonlySet<string> = new Set(["ex", "non", "self", "vice", "well", "half", "all", "co", "quasi"]);

/** Scripts that set no space between words. */
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uffef]/u;

/** The words that a document writes within its lines, folded: what decides about a hyphen at a line's end. */
export function gatherWords(lines: Iterable<string>): Set<string> {
	const words = new Set<string>();
	let broken = false;
	for (const line of lines) {
		const from = broken ? (FIRST_PART.exec(line)?.[0].length ?? 0) : 0;
		const cut = LAST_PART.exec(line.slice(-80));
		const end = cut ? line.length - cut[0].length : line.length;
		for (const [word] of line.slice(from, Math.max(from, end)).matchAll(WORD)) {
			words.add(foldCase(word).replace(/[‐‑]/g, "-"));
		}
		broken = cut !== null;
	}
	return words;
}

/** Two pieces of one paragraph as one: `[before, after]` with what stands between them put to the first. */
export function joinLines(before: string, after: string, words: ReadonlySet<string>): readonly [string, string] {
	const cut = LAST_PART.exec(before.slice(-80));
	const next = FIRST_PART.exec(after)?.[0];
	if (cut && next !== undefined) {
		const hyphen = cut[2] === "\u00ad" ? "" : keepsHyphen(cut[1] ?? "", next, words) ? (cut[2] ?? "") : "";
		return [before.slice(0, -1) + hyphen, after];
	}
	if (before.endsWith("\u00ad")) return [before.slice(0, -1), after];
	// "word—" / "word", and an address that goes on.
	if (/[^\s][—–]$/.test(before) && !/\s[—–]\s/.test(before)) return [before, after];
	if (/(?:https?:\/\/|www\.)\S{0,300}[/=&?_.-]$/.test(before.slice(-320))) return [before, after];
	const unspaced = UNSPACED.test(before.slice(-1)) && UNSPACED.test(after.slice(0, 1));
	return [unspaced ? before : `${before} `, after];
}

function keepsHyphen(first: string, second: string, words: ReadonlySet<string>): boolean {
	if (/^[\p{Lu}\p{N}]/u.test(second) || /\p{N}$/u.test(first)) return true;
	const a = foldCase(first).replace(/[‐‑]/g, "-");
	const b = foldCase(second).replace(/[‐‑]/g, "-");
	const lastOfFirst = a.slice(a.lastIndexOf("-") + 1);
	const firstOfSecond = b.split("-")[0] ?? b;
	if (words.has(`${lastOfFirst}${firstOfSecond}`)) return false;
	if (words.has(`${a}-${b}`) || words.has(`${lastOfFirst}-${firstOfSecond}`)) return true;
	if (a.includes("-") || b.includes("-")) return true;
	if (PREFIXES.has(a) && words.has(b)) return true;
	return a.length >= FIRST_HALF && b.length >= SECOND_HALF && words.has(a) && words.has(b);
}
