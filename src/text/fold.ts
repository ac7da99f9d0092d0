/** Letters that decomposition leaves whole, and their plain form. */
const UNDECOMPOSED: Readonly<{ [letter: string]: string }> = {
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	đ: "d",
	ð: "d",
	þ: "th",
	ł: "l",
	ħ: "h",
	ı: "i",
};

/** Marks on letters, and characters of no width. */
const INVISIBLE = /[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g;
const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u0060\u00b4\uff07]/g;

/**
 * The form in which words are compared: lower case by Unicode's own rules (never a locale's),
 * compatibility forms and ligatures opened, one apostrophe, no characters of no width. Accents stay.
 */
export function foldCase(text: string): string {
	if (isPlain(text)) return text.toLowerCase();
	return text
		.normalize("NFKC")
		.toLowerCase()
		.replace(APOSTROPHES, "'")
		.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "");
}

/** `foldCase` with accents taken off: for matching names that outlets spell with and without them. */
export function foldAccents(text: string): string {
	if (isPlain(text)) return text.toLowerCase();
	return foldCase(text)
		.normalize("NFD")
		.replace(INVISIBLE, "")
		.replace(/[ßæœøđðþłħı]/g, (letter) => UNDECOMPOSED[letter] ?? letter);
}

/** Letters and numbers alone, without case and accents: what two writings of one name share. */
export function foldLetters(text: string): string {
	return foldAccents(text).replace(/[^\p{L}\p{N}]+/gu, "");
}

function isPlain(text: string): boolean {
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code > 0x7e || code === 0x60) return false;
	}
	return true;
}
