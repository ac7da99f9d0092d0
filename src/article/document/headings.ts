import { countWords } from "../lines/lines.ts";
import { isOutletName } from "../metadata/agencies.ts";
import { HEADING_SIZE, isEnded, type Paragraph } from "./paragraphs.ts";
import type { TextLine } from "./text-lines.ts";

/**
 * Which paragraphs are headings, and which of them is the title.
 *
 * Catches: a line in type half as large again as the text's; a short line in another font, with no full
 * stop, above a paragraph.
 * Leaves: a pull quote of forty words in large type; the first letter of a text, set large by itself.
 */

/** Words that a heading may have when its size shows it, and when only its font does. */
const SIZE_WORDS = 30;
const FONT_WORDS = 15;

/** A title is larger than the text by this, and has words of letters. */
const TITLE_SIZE = 1.2;

/** Words that the name of an outlet has. */
const NAME_WORDS = 5;

export interface Fonts {
	/** Size and font that most of the text is set in. */
	readonly bodySize: number;
	readonly bodyFont: string;
}

export function measureFonts(lines: readonly TextLine[]): Fonts {
	const sizes = new Map<number, number>();
	const fonts = new Map<string, number>();
	for (const { size, font, text } of lines) {
		const rounded = Math.round(size * 4) / 4;
		sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
		fonts.set(font, (fonts.get(font) ?? 0) + text.length);
	}
	return { bodySize: mostWritten(sizes) ?? 10, bodyFont: mostWritten(fonts) ?? "" };
}

/** The key of the greatest weight; the first of those that weigh the same. */
function mostWritten<K>(weights: ReadonlyMap<K, number>): K | null {
	let best: K | null = null;
	let most = 0;
	for (const [key, weight] of weights) if (weight > most) [best, most] = [key, weight];
	return best;
}

export function findHeadings(paragraphs: readonly Paragraph[], fonts: Fonts): Set<Paragraph> {
	const headings = new Set<Paragraph>();
	for (const [i, paragraph] of paragraphs.entries()) {
		if (paragraph.kind === "row") continue;
		const words = countWords(textOf(paragraph));
		if (words === 0) continue;
		if (paragraph.size > HEADING_SIZE * fonts.bodySize) {
			if (words <= SIZE_WORDS) headings.add(paragraph);
			continue;
		}
		const next = paragraphs[i + 1];
		const otherFont = paragraph.lines.every((line) => line.font !== fonts.bodyFont);
		if (!otherFont || paragraph.size < 0.95 * fonts.bodySize || words > FONT_WORDS || paragraph.lines.length > 2)
			continue;
		if (isEnded(textOf(paragraph)) || paragraph.kind !== "text") continue;
		if (next && next.kind !== "row" && next.lines[0]?.font === fonts.bodyFont) headings.add(paragraph);
	}
	return headings;
}

/** The title among the headings of the first page: the largest, but for an outlet's name above it. */
export function findTitle(
	firstPage: readonly Paragraph[],
	headings: ReadonlySet<Paragraph>,
	fonts: Fonts,
): Paragraph | null {
	const large = firstPage.filter((paragraph) => {
		const text = textOf(paragraph);
		return headings.has(paragraph) && paragraph.size >= TITLE_SIZE * fonts.bodySize && /\p{L}{2}/u.test(text);
	});
	const bySize = [...large].sort((a, b) => b.size - a.size);
	const named = bySize.filter((paragraph) => {
		const text = textOf(paragraph);
		return !(bySize.length > 1 && isOutletName(text) && countWords(text) <= NAME_WORDS && !isEnded(text));
	});
	return named[0] ?? bySize[0] ?? null;
}

function textOf(paragraph: Paragraph): string {
	return paragraph.lines.map((line) => line.text).join(" ");
}
