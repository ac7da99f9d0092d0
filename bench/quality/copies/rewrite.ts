import { findLines } from "../../../src/text/paragraphs.ts";
import { findSentences } from "../../../src/text/sentences.ts";
import { sliceOf } from "../../../src/text/spans.ts";
import type { Draw } from "./random.ts";

/** Lower-case words by how rare they are: `listAlike` gives words that may stand for one another. */
export interface Vocabulary {
	listAlike(word: string): readonly string[];
}

export type Text = readonly (readonly string[])[];

/** Paragraphs as lists of sentences. */
export function readText(text: string): Text {
	return findLines(text, [{ start: 0, end: text.length }]).map((line) =>
		findSentences(text, [line]).map((sentence) => sliceOf(text, sentence)),
	);
}

export function writeText(text: Text): string {
	return text.map((sentences) => sentences.join(" ")).join("\n");
}

export function countWords(text: string): number {
	return text.split(/\s+/).filter(Boolean).length;
}

/** Keeps the beginning, or paragraphs from anywhere, or drops sentences: at least `least` words remain. */
export function cut(text: Text, least: number, draw: Draw): Text {
	const goal = Math.max(least, Math.round(countWords(writeText(text)) * (0.45 + draw.below(45) / 100)));
	const fromEnd = draw.chance(0.5);
	const kept: (readonly string[])[] = text.map((sentences) => [...sentences]);
	const size = (): number => countWords(writeText(kept));
	for (let tries = 0; tries < 200 && size() > goal; tries++) {
		const at = fromEnd ? kept.length - 1 : draw.below(kept.length);
		const sentences = kept[at] ?? [];
		const without = fromEnd ? sentences.length - 1 : draw.below(sentences.length);
		const shorter = sentences.filter((_, i) => i !== without);
		if (size() - countWords(sentences[without] ?? "") < least) continue;
		if (shorter.length > 0) kept[at] = shorter;
		else kept.splice(at, 1);
	}
	return kept;
}

/** Moves two paragraphs in five elsewhere and turns round one pair of sentences in five. */
export function reorder(text: Text, draw: Draw): Text {
	const paragraphs = text.map((sentences) => {
		const turned = [...sentences];
		for (let i = 1; i < turned.length; i++) {
			const [first, second] = [turned[i - 1], turned[i]];
			if (first !== undefined && second !== undefined && draw.chance(0.2)) [turned[i - 1], turned[i]] = [second, first];
		}
		return turned;
	});
	const moved = Math.round(paragraphs.length * 0.4);
	for (let i = 0; i < moved; i++) {
		const taken = paragraphs.splice(draw.below(paragraphs.length), 1);
		paragraphs.splice(draw.below(paragraphs.length + 1), 0, ...taken);
	}
	return paragraphs;
}

/**
 * Rewrites `share` of the words: most by another word of like rarity, the rest dropped, inflected or
 * given a neighbour. Names and numbers stay, as whoever rewrites keeps them. `together` rewrites phrases
 * of two to five words rather than words here and there.
 */
export function rewriteWords(text: Text, share: number, together: boolean, vocabulary: Vocabulary, draw: Draw): Text {
	const words = text.map((sentences) => sentences.map((sentence) => sentence.split(/(\s+)/)));
	const places: { readonly pieces: string[]; readonly at: number }[] = [];
	let all = 0;
	for (const pieces of words.flat()) {
		pieces.forEach((piece, at) => {
			if (/\S/.test(piece)) all++;
			const word = /^([a-z][a-z'’-]*[a-z])[,.;:]?$/.exec(piece)?.[1];
			if (word !== undefined && !isNumberWord(word)) places.push({ pieces, at });
		});
	}
	const goal = Math.min(places.length, Math.round(all * share));
	const chosen = new Set<number>();
	while (chosen.size < goal) {
		const first = draw.below(places.length);
		const length = together ? 2 + draw.below(4) : 1;
		for (let i = first; i < Math.min(places.length, first + length) && chosen.size < goal; i++) chosen.add(i);
	}
	for (const index of [...chosen].sort((a, b) => a - b)) {
		const place = places[index];
		if (place) place.pieces[place.at] = rewriteWord(place.pieces[place.at] ?? "", vocabulary, draw);
	}
	return words.map((sentences) => sentences.map((pieces) => pieces.join("").replace(/ {2,}/g, " ").trim()));
}

function rewriteWord(piece: string, vocabulary: Vocabulary, draw: Draw): string {
	const word = piece.replace(/[,.;:]$/, "");
	const mark = piece.slice(word.length);
	const other = draw.pick(vocabulary.listAlike(word)) ?? word;
	const kind = draw.below(20);
	if (kind < 13) return other + mark;
	if (kind < 15) return mark;
	if (kind < 17) return `${word} ${other}${mark}`;
	return (word.endsWith("s") ? word.slice(0, -1) : word.endsWith("ed") ? `${word.slice(0, -2)}ing` : `${word}s`) + mark;
}

const NUMBER_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
export function isNumberWord(word: string): boolean {
	return NUMBER_WORDS.includes(word);
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
	[/\bpercent\b/g, "per cent"],
	[/\bU\.S\./g, "US"],
	[/\bMr\./g, "Mr"],
	[/\bMrs\./g, "Mrs"],
	[/\bDr\./g, "Dr"],
	[/\bGov\./g, "Governor"],
	[/\bSen\./g, "Senator"],
	[/\b(\w+)izing\b/g, "$1ising"],
	[/\b(\w+)ized\b/g, "$1ised"],
	[/\bcolor/g, "colour"],
	[/\blabor\b/g, "labour"],
	[/\bcenter/g, "centre"],
	[/\bdefense\b/g, "defence"],
	[/\btoward\b/g, "towards"],
];

/** Another house's quotation marks, spelling, abbreviations, and small numbers in words or in digits. */
export function changeHouseStyle(text: string, draw: Draw): string {
	let changed = text;
	const marks = draw.below(3);
	if (marks === 0) changed = changed.replace(/[“”"]/g, '"').replace(/[‘’]/g, "'");
	if (marks === 1) changed = changed.replace(/"(?=\w)/g, "“").replace(/"/g, "”");
	if (draw.chance(0.6)) for (const [pattern, other] of SPELLINGS) changed = changed.replace(pattern, other);
	if (draw.chance(0.5)) {
		changed = draw.chance(0.5)
			? changed.replace(
					/(?<![\d.,$-])\b([2-9]|1[0-2])\b(?![\d.,:/-])/g,
					(digits) => NUMBER_WORDS[Number(digits) - 2] ?? digits,
				)
			: changed.replace(/\b[a-z]+\b/g, (word) =>
					NUMBER_WORDS.includes(word) ? String(NUMBER_WORDS.indexOf(word) + 2) : word,
				);
	}
	if (draw.chance(0.5)) changed = changed.replace(/ [—–] |—/g, " - ");
	return changed;
}
