/** Files that are no text, by the bytes they begin with, and what to call them. */
const MAGIC: readonly (readonly [name: string, bytes: readonly number[]])[] = [
	["a PDF document", [0x25, 0x50, 0x44, 0x46, 0x2d]],
	["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
	["a JPEG image", [0xff, 0xd8, 0xff]],
	["a GIF image", [0x47, 0x49, 0x46, 0x38]],
	["a ZIP archive or an Office document", [0x50, 0x4b, 0x03, 0x04]],
	["an old Office document", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
	["a gzip archive", [0x1f, 0x8b, 0x08]],
	["a bzip2 archive", [0x42, 0x5a, 0x68, 0x39]],
	["an xz archive", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
	["a 7z archive", [0x37, 0x7a, 0xbc, 0xaf, 0x27]],
	["a program", [0x7f, 0x45, 0x4c, 0x46]],
	["a SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
	["an MP3 recording", [0x49, 0x44, 0x33]],
	["an Ogg recording", [0x4f, 0x67, 0x67, 0x53]],
	["a RIFF recording or image", [0x52, 0x49, 0x46, 0x46]],
	["an rtf document", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** What the first bytes say the file is, when it is something other than text; else null. */
export function namedBinary(bytes: Uint8Array): string | null {
	for (const [name, magic] of MAGIC) if (magic.every((byte, i) => bytes[i] === byte)) return name;
	return null;
}

/** UTF-16 units that are looked at; junk shows at once. */
const LOOKED_AT = 65_536;

/** Share of characters that may be controls before text counts as junk. */
const CONTROL_SHARE = 0.01;

/**
 * Whether decoded text is not text at all: it holds NUL, or more than one in a hundred of its
 * characters is a control character that no text uses.
 */
export function isJunk(text: string): boolean {
	const length = Math.min(text.length, LOOKED_AT);
	let controls = 0;
	for (let i = 0; i < length; i++) {
		const code = text.charCodeAt(i);
		if (code === 0) return true;
		// Wires open a paragraph with a control character.
		if (code < 0x20 && (i === 0 || text.charCodeAt(i - 1) === 0x0a)) continue;
		if ((code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a && code !== 0x1b) || code === 0x7f) controls++;
		else if (code >= 0x80 && code < 0xa0 && code !== 0x85 && !isMisread(text, i)) controls++;
	}
	return controls > length * CONTROL_SHARE && controls > 2;
}

/** Behind a letter that leads a sequence of UTF-8, it is a part of a letter that was read in the wrong character set. */
function isMisread(text: string, at: number): boolean {
	for (let i = at - 1; i >= 0 && i >= at - 3; i--) {
		const code = text.charCodeAt(i);
		if (code >= 0xc2 && code <= 0xf4) return true;
		if (code < 0x80 || code > 0xbf) return false;
	}
	return false;
}
