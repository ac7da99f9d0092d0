/** White space of every kind, line ends included; the byte order mark, which \s holds too, is taken out below. */
const SPACES = /(?:\u0085|[^\S\ufeff])+/g;

/**
 * What could steer a terminal, turn the reading order or hide text: C0, DEL and C1 controls, bidi
 * marks, embeddings, overrides and isolates, characters of no width, annotation marks, tag characters.
 * The joiners that emoji and several scripts need stay.
 */
const CONTROLS =
	/[\u0000-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Stacked marks paint over the lines around them; written languages need no more than a few on one letter. */
const MARKS_KEPT = 4;
const STACKED = new RegExp(`(\\p{M}{${MARKS_KEPT}})\\p{M}+`, "gu");

/**
 * Text as it may be put on a terminal: one line, white space single, control characters shown in
 * caret or hexadecimal form (`^[`, `<9B>`), characters that only reorder or hide text taken out, lone
 * surrogates replaced, stacked marks cut to four.
 */
export function showText(text: string): string {
	return text.replace(SPACES, " ").toWellFormed().replace(CONTROLS, showControl).replace(STACKED, "$1");
}

function showControl(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x20) return `^${String.fromCharCode(code + 0x40)}`;
	if (code === 0x7f) return "^?";
	if (code < 0xa0) return `<${code.toString(16).toUpperCase()}>`;
	return "";
}
