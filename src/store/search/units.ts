import { TokenKind } from "../../model/annotated.ts";
import type { Article } from "../../model/article.ts";
import type { Span } from "../../model/span.ts";
import { foldAccents } from "../../text/fold.ts";
import { hash32 } from "../../text/hash.ts";
import { firstEndingAfter, mergeSpans } from "../../text/spans.ts";
import { stemOf } from "../../text/stem.ts";
import { findTokens, UNSPACED } from "../../text/tokens.ts";

/** Where a unit stands: a word, a part of a hyphenated one, or one letter of a script without spaces. */
export interface LocatedUnit extends Span {
	/** Its place in the row of units; a paragraph's end leaves one out, so that no phrase runs across it. */
	readonly at: number;
}

/** What is looked for and found. */
export interface Unit extends LocatedUnit {
	readonly stem: string;
	/** 16 bits of its form without case and accents: tells inflections of one stem apart. */
	readonly form: number;
	/** 32 bits of the stem. */
	readonly hash: number;
}

/** Parts of a hyphenated word; letters of a script without spaces one by one, others as a run. */
const PART = new RegExp(`${UNSPACED.source}|(?:(?!${UNSPACED.source})[^\\-\\u2010\\u2011])+`, "gu");
const HYPHEN_OR_UNSPACED = new RegExp(`${UNSPACED.source}|[\\-\\u2010\\u2011]`, "u");
const PARAGRAPH_END = /\n[ \t\r]*\n/;

/** The units of a text in their order, with what they are found by. They depend on the text alone. */
export function findUnits(text: string): readonly Unit[] {
	return locateUnits(text).map(({ start, end, at }) => {
		const { stem, form, hash } = readWord(text.slice(start, end));
		return { start, end, at, stem, form, hash };
	});
}

type Word = Pick<Unit, "stem" | "form" | "hash">;

const words = new Map<string, Word>();
/** Keeps the memory of words bounded on long runs; it changes nothing but speed. */
const MOST_WORDS = 50_000;
const LONGEST_KEPT = 40;

function readWord(written: string): Word {
	const known = words.get(written);
	if (known) return known;
	const folded = foldAccents(written.replace(/\u00ad\s*/g, ""));
	const stem = stemOf(folded);
	const word = { stem, form: hash32(folded) & 0xffff, hash: hash32(stem) };
	if (words.size >= MOST_WORDS) words.clear();
	if (written.length <= LONGEST_KEPT) words.set(written, word);
	return word;
}

/** The same units, only where they stand. */
export function locateUnits(text: string): readonly LocatedUnit[] {
	const { starts, ends, kinds } = findTokens(text, [{ start: 0, end: text.length }]);
	const units: LocatedUnit[] = [];
	let [at, before] = [0, 0];
	const push = (start: number, end: number): void => {
		units.push({ start, end, at: at++ });
	};
	for (let i = 0; i < starts.length; i++) {
		if (kinds[i] === TokenKind.mark) continue;
		const [start, end] = [starts[i] ?? 0, ends[i] ?? 0];
		// What lies between two words is short but for white space and marks: looked at once.
		if (start - before > 1 && PARAGRAPH_END.test(text.slice(before, start))) at++;
		before = end;
		const written = text.slice(start, end);
		if (isPlainWord(written) || !HYPHEN_OR_UNSPACED.test(written)) push(start, end);
		else for (const part of written.matchAll(PART)) push(start + part.index, start + part.index + part[0].length);
	}
	return units;
}

/** Whether it is made of ASCII letters alone, as most words are, which are spared the look. */
function isPlainWord(written: string): boolean {
	for (let i = 0; i < written.length; i++) {
		const letter = written.charCodeAt(i) | 0x20;
		if (letter < 0x61 || letter > 0x7a) return false;
	}
	return true;
}

/** Units between the last of the text and the first of a headline that is not part of it. */
const GAP = 2;

/** The units of a headline that is not part of the text; their offsets are the headline's own. */
export function findHeadlineUnits(article: Article, units: readonly Unit[]): readonly Unit[] {
	const { headline } = article;
	if (headline === null || headline.span !== null) return [];
	const first = (units.at(-1)?.at ?? 0) + GAP;
	return findUnits(headline.text).map((unit) => ({ ...unit, at: unit.at + first }));
}

/** The units that stand in the headline or the body whole. */
export function selectIndexed(article: Article, units: readonly Unit[]): readonly Unit[] {
	const stretches = mergeSpans(article.blocks.map(({ start, end }) => ({ start, end })));
	return units.filter(({ start, end }) => {
		const stretch = stretches[firstEndingAfter(stretches, start)];
		return stretch !== undefined && stretch.start <= start && end <= stretch.end;
	});
}

/** The units that a span holds whole, by their places. */
export function unitRange(units: readonly LocatedUnit[], span: Span): [number, number] {
	const first = lowerBound(units, ({ start }) => start >= span.start);
	const end = lowerBound(units, (unit) => unit.end > span.end);
	const at = units[first]?.at ?? (units.at(-1)?.at ?? -1) + 1;
	return end <= first ? [at, at] : [at, (units[end - 1]?.at ?? at) + 1];
}

/** The first index for which `holds`, of a list for whose later items it holds too. */
function lowerBound(units: readonly LocatedUnit[], holds: (unit: LocatedUnit) => boolean): number {
	let [low, high] = [0, units.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		const unit = units[middle];
		if (unit && holds(unit)) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** What kinds of words are kept apart in one index. */
export type WordField = "text" | "speaker" | "outlet";

/** A word as the index has it: 32 bits. Two words that meet are told apart by nothing but their text. */
export function wordKey(field: WordField, stem: string): number {
	return hash32(`${field} ${stem}`) | 0;
}
