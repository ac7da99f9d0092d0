import { detect } from "chardet";
import type { MediaType } from "../model/capture.ts";
import type { Problem } from "../model/problem.ts";
import { isJunk, namedBinary } from "./binary.ts";

export interface Decoded {
	/** The characters, without a byte-order mark; empty when the bytes are no text. */
	readonly text: string;
	/** The character set they were read as, by its WHATWG name, `utf-32le` or `utf-32be`. */
	readonly charset: string;
	readonly problems: readonly Problem[];
}

/** Bytes that detection looks at. */
const DETECTED = 65_536;

/** Bytes in which a document declares its character set: the HTML standard's prescan, twice over. */
const PRESCANNED = 2048;

/**
 * The text of the bytes. In this order: byte-order mark, UTF-16 by where its zero bytes stand, the
 * character set stated outside, strict UTF-8, the one the document declares (unless that is UTF-8,
 * which has just failed, or windows-1252, which pages declare by habit), then detection.
 *
 * Bytes that are no text give `read/binary`. Characters that could not be read stand in the text as
 * U+FFFD and give `read/replaced`.
 *
 * @param charset stated outside the bytes (an HTTP header), or null
 */
export function decode(bytes: Uint8Array, charset: string | null, mediaType: MediaType): Decoded {
	const named = namedBinary(bytes);
	if (named !== null) {
		// The name decides how a file is read: bytes that contradict it may be a mistake of either.
		const advice = named === "a PDF document" ? "; name it .pdf to have it read as one" : undefined;
		return binary(`this looks like ${named}, not text`, advice);
	}
	const { text, used, strict } = decodeBytes(bytes, charset, mediaType);
	if (isJunk(text)) return binary("this looks like binary data, not text: it is full of control characters");
	return { text, charset: used, problems: strict ? [] : replaced(text, used) };
}

function binary(reason: string, advice: string = "; give the text or the page itself"): Decoded {
	const problem: Problem = { code: "read/binary", span: null, reason: `${reason}${advice}` };
	return { text: "", charset: "binary", problems: [problem] };
}

interface Reading {
	readonly text: string;
	readonly used: string;
	/** Nothing can have been replaced. */
	readonly strict: boolean;
}

function decodeBytes(bytes: Uint8Array, stated: string | null, mediaType: MediaType): Reading {
	const marked = byOrderMark(bytes);
	if (marked) return marked;
	const wide = wideWithoutMark(bytes);
	if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), used: wide, strict: false };
	if (stated !== null) {
		const text = tryDecode(bytes, stated, true);
		if (text !== null) return { text, used: canonicalName(stated), strict: false };
	}
	const utf8 = tryDecode(bytes, "utf-8", true);
	// A replacement character may stand in good UTF-8 too: what was lost was lost before the capture.
	if (utf8 !== null) return { text: utf8, used: "utf-8", strict: !utf8.includes("\ufffd") };
	if (isDamagedUtf8(bytes)) return { text: new TextDecoder("utf-8").decode(bytes), used: "utf-8", strict: false };
	const declared = mediaType === "text/html" ? declaredCharset(bytes) : null;
	if (declared !== null) {
		const text = tryDecode(bytes, declared, true);
		if (text !== null && !isJunk(text)) return { text, used: declared, strict: false };
	}
	const detected = detect(bytes.subarray(0, DETECTED));
	const name = detected === null ? "windows-1252" : canonicalName(detected);
	const text = tryDecode(bytes, name, false) ?? new TextDecoder("windows-1252").decode(bytes);
	return { text, used: name, strict: false };
}

function byOrderMark(bytes: Uint8Array): Reading | null {
	const [a, b, c, d] = bytes;
	if (a === 0xef && b === 0xbb && c === 0xbf) {
		return { text: new TextDecoder("utf-8").decode(bytes), used: "utf-8", strict: false };
	}
	if (a === 0xff && b === 0xfe && c === 0 && d === 0)
		return { text: utf32(bytes, true), used: "utf-32le", strict: false };
	if (a === 0 && b === 0 && c === 0xfe && d === 0xff)
		return { text: utf32(bytes, false), used: "utf-32be", strict: false };
	if (a === 0xff && b === 0xfe)
		return { text: new TextDecoder("utf-16le").decode(bytes), used: "utf-16le", strict: false };
	if (a === 0xfe && b === 0xff)
		return { text: new TextDecoder("utf-16be").decode(bytes), used: "utf-16be", strict: false };
	return null;
}

function utf32(bytes: Uint8Array, little: boolean): string {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const parts: string[] = [];
	for (let at = 4; at + 4 <= bytes.byteLength; at += 4) {
		const code = view.getUint32(at, little);
		parts.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? "\ufffd" : String.fromCodePoint(code));
	}
	if (bytes.byteLength % 4 !== 0) parts.push("\ufffd");
	return parts.join("");
}

/**
 * UTF-16 without a mark: in any language, spaces and line ends put a zero byte on one side of the
 * pairs and none on the other.
 */
function wideWithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
	const length = Math.min(bytes.byteLength, 8192) & ~1;
	if (length < 4) return null;
	let even = 0;
	let odd = 0;
	for (let i = 0; i < length; i += 2) {
		if (bytes[i] === 0) even++;
		if (bytes[i + 1] === 0) odd++;
	}
	// A stray NUL or two is damage, not a wide encoding.
	const few = Math.max(4, length / 2 / 25);
	if (odd > few && even === 0) return "utf-16le";
	if (even > few && odd === 0) return "utf-16be";
	return null;
}

/** Decodes, or gives null when the name is unknown or, with `fatal`, when the bytes do not fit it. */
function tryDecode(bytes: Uint8Array, name: string, fatal: boolean): string | null {
	try {
		return new TextDecoder(name, { fatal }).decode(bytes);
	} catch {
		return null;
	}
}

function canonicalName(name: string): string {
	try {
		return new TextDecoder(name).encoding;
	} catch {
		return "windows-1252";
	}
}

/**
 * Whether bytes that are not UTF-8 were meant to be: at least nine in ten of their multi-byte
 * sequences are good (legacy text hardly ever forms one), or the only flaw is an encoded surrogate.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
	let good = 0;
	let bad = 0;
	let surrogates = 0;
	for (let i = 0; i < bytes.length; ) {
		const lead = bytes[i] ?? 0;
		if (lead < 0x80) {
			i++;
			continue;
		}
		const extra =
			lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
		let fits = extra > 0;
		for (let k = 1; k <= extra; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) fits = false;
		if (fits && lead === 0xed && (bytes[i + 1] ?? 0) >= 0xa0) surrogates++;
		else if (fits) good++;
		else bad++;
		i += fits ? extra + 1 : 1;
	}
	return (surrogates > 0 && bad === 0) || good >= bad * 9;
}

/** The character set a page declares about itself, unless it is one whose declaration says nothing. */
function declaredCharset(bytes: Uint8Array): string | null {
	const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, PRESCANNED));
	const name =
		/<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head)?.[1] ??
		/^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head)?.[1];
	if (name === undefined) return null;
	const encoding = canonicalName(name);
	return encoding === "utf-8" || encoding === "windows-1252" ? null : encoding;
}

function replaced(text: string, used: string): Problem[] {
	let first = -1;
	let count = 0;
	for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) {
		if (first < 0) first = at;
		count++;
	}
	if (count === 0) return [];
	const many = count === 1 ? "one character could not be read" : `${count} characters could not be read`;
	return [
		{
			code: "read/replaced",
			span: { start: first, end: first + 1 },
			reason: `${many} (read as ${used}); each stands in the text as U+FFFD, the first at the place given`,
		},
	];
}
