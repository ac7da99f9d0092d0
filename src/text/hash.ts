import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of bytes, in lower-case hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
	return bytesToHex(sha256(bytes));
}

/**
 * An id made from content: 63 bits of a SHA-256 over the parts, as sixteen hexadecimal digits.
 * 63 bits so that it is a non-negative 64-bit integer in a database. The parts are
 * length-prefixed, so that `["ab", "c"]` and `["a", "bc"]` differ.
 */
export function makeId(...parts: readonly (string | number)[]): string {
	let joined = "";
	for (const part of parts) {
		const text = String(part);
		joined += `${text.length}:${text};`;
	}
	// A lone surrogate has no UTF-8 form: encode it as U+FFFD, deterministically.
	const digest = sha256(utf8ToBytes(joined.toWellFormed()));
	digest[0] = (digest[0] ?? 0) & 0x7f;
	return bytesToHex(digest.subarray(0, 8));
}

/** 32-bit FNV-1a over UTF-16 code units; for fingerprints, not for identity. */
export function hash32(text: string, seed: number = 0x811c9dc5): number {
	let h = seed;
	for (let i = 0; i < text.length; i++) {
		h ^= text.charCodeAt(i);
		h = Math.imul(h, 0x01000193);
	}
	return finish(h);
}

/** Combines two 32-bit hashes, order mattering. */
export function mix32(a: number, b: number): number {
	return finish(Math.imul(a ^ (b + 0x9e3779b9 + (a << 6) + (a >>> 2)), 0x85ebca6b));
}

/** MurmurHash3's finaliser (Appleby 2011): spreads the bits of a weak hash. */
function finish(h: number): number {
	let x = h;
	x ^= x >>> 16;
	x = Math.imul(x, 0x85ebca6b);
	x ^= x >>> 13;
	x = Math.imul(x, 0xc2b2ae35);
	x ^= x >>> 16;
	return x >>> 0;
}
