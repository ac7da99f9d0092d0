/** A word of a text and where it starts (UTF-16). */
export interface Word {
	readonly word: string;
	readonly start: number;
}

/** The words of a text, without what an editor put in square brackets. */
export function textWords(text: string): Word[] {
	const words: Word[] = [];
	for (const { 0: word, index } of text.matchAll(/\[[^\]\n]{0,80}\]|[\p{L}\p{M}\p{N}]+/gu))
		if (!word.startsWith("[")) words.push({ word, start: index });
	return words;
}
