import { eastAsianWidth } from "get-east-asian-width";

const ZERO_WIDTH_JOINER = 0x200d;
const EMOJI_STYLE = 0xfe0f;

/** Marks on letters, format characters, and the vowels and finals that join a Hangul syllable. */
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff\ud7b0-\ud7ff]$/u;
const SKIN_TONE = /^[\u{1f3fb}-\u{1f3ff}]$/u;

/** A character with everything that is drawn on it, and how many columns they take together. */
export interface Cluster {
	readonly text: string;
	readonly columns: number;
}

/**
 * Cuts text into what takes a place of its own on a terminal. East Asian wide characters and emoji
 * take two columns, combining marks none; an emoji sequence takes two together.
 */
export function* findClusters(text: string): Generator<Cluster, void> {
	let start = 0;
	let at = 0;
	let columns = 0;
	let joined = false;
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		const ascii = code >= 0x20 && code < 0x7f;
		const empty = !ascii && NO_WIDTH.test(character);
		if (at > start && !ascii && (joined || empty || (columns === 2 && SKIN_TONE.test(character)))) {
			if (code === EMOJI_STYLE) columns = Math.max(columns, 2);
			joined = code === ZERO_WIDTH_JOINER && columns === 2;
		} else {
			if (at > start) yield { text: text.slice(start, at), columns };
			start = at;
			columns = ascii ? 1 : empty ? 0 : eastAsianWidth(code);
			joined = false;
		}
		at += character.length;
	}
	if (at > start) yield { text: text.slice(start, at), columns };
}

const PLAIN = /^[\x20-\x7e]*$/;

/** How many columns the text takes on a terminal. Expects text without control characters. */
export function displayWidth(text: string): number {
	if (PLAIN.test(text)) return text.length;
	let columns = 0;
	for (const cluster of findClusters(text)) columns += cluster.columns;
	return columns;
}

/** The longest start of the text that fits `columns`; never cuts a character from its marks. */
export function fitStart(text: string, columns: number): string {
	if (PLAIN.test(text)) return text.slice(0, Math.max(0, columns));
	let used = 0;
	let length = 0;
	for (const cluster of findClusters(text)) {
		if (used + cluster.columns > columns) break;
		used += cluster.columns;
		length += cluster.text.length;
	}
	return text.slice(0, length);
}
