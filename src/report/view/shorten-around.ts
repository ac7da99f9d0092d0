import { foldCase } from "../../text/fold.ts";
import { stemOf } from "../../text/stem.ts";
import { CUT, shorten } from "./shorten.ts";

const WORD = /[\p{L}\p{N}]+/gu;
/** Shorter words join others and are shared by any two texts. */
const LEAST_LETTERS = 4;
/** Where a clause begins: behind a mark and a space; a full stop behind few letters ends an abbreviation ("Mr."). */
const CLAUSE = /[,;:.!?…–—]["'”’]? /gu;
/** Letters before a full stop that ends no sentence: "Mr", "Gen", "U.S". */
const SHORT = /(?:^|[^\p{L}])(?:\p{Lu}|\p{Lu}\p{Ll}{1,2})$/u;
/** Characters of a text that are looked at: an utterance is far shorter. */
const READ = 4000;
/** A cut that ends with its clause may be so much shorter than there is room for. */
const LEAST_FILLED = 0.6;

/**
 * A stretch of a text that begins with a clause and holds most of the words that other wordings of the same have too;
 * the sign of a cut stands where something is cut. Of equal stretches the first.
 *
 * @param longest UTF-16 units of the stretch, without the signs of cuts
 */
export function shortenAround(text: string, others: readonly string[], longest: number): string {
	if (text.length <= longest) return text;
	const held = new Map<string, number>();
	for (const other of others)
		for (const stem of new Set(readWords(other).map(({ stem }) => stem))) held.set(stem, (held.get(stem) ?? 0) + 1);
	const words = readWords(text);
	let best = { start: 0, shared: -1 };
	for (const start of [0, ...clausesOf(text.slice(0, READ)).map((match) => match.index + match[0].length)]) {
		const seen = new Set<string>();
		let shared = 0;
		for (const { stem, at, end } of words.slice(words.findIndex((word) => word.at >= start))) {
			if (at < start || end > start + longest) break;
			if (!seen.has(stem)) shared += held.get(stem) ?? 0;
			seen.add(stem);
		}
		if (shared > best.shared) best = { start, shared };
	}
	const stretch = text.slice(best.start);
	const cut =
		stretch.length <= longest ? stretch : (endWithClause(stretch.slice(0, longest)) ?? shorten(stretch, longest));
	return best.start === 0 ? cut : `${CUT} ${cut}`;
}

function clausesOf(text: string): RegExpExecArray[] {
	return [...text.matchAll(CLAUSE)].filter(
		({ index, 0: mark }) => !mark.startsWith(".") || !SHORT.test(text.slice(0, index)),
	);
}

/** A cut as far as the last clause that it holds whole; null where that leaves too little. */
function endWithClause(cut: string): string | null {
	const last = clausesOf(cut).findLast(({ index }) => index >= cut.length * LEAST_FILLED);
	return last ? `${cut.slice(0, last.index).replace(/[\s,;:…—–]{1,8}$/u, "")} ${CUT}` : null;
}

function readWords(text: string): { readonly stem: string; readonly at: number; readonly end: number }[] {
	return [...text.slice(0, READ).matchAll(WORD)]
		.filter(([word]) => word.length >= LEAST_LETTERS)
		.map((match) => ({ stem: stemOf(foldCase(match[0])), at: match.index, end: match.index + match[0].length }));
}
