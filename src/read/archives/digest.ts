import { sha1 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";

const HASHES: Readonly<{ [name: string]: (bytes: Uint8Array) => Uint8Array }> = {
	sha1,
	sha256,
	"sha-1": sha1,
	"sha-256": sha256,
};

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * Whether bytes have the digest that a WARC field states (`sha1:BASE32`, or in hexadecimal); null when the field
 * states none that can be checked.
 */
export function hasDigest(bytes: Uint8Array, stated: string): boolean | null {
	const colon = stated.indexOf(":");
	const name = stated.slice(0, colon).trim().toLowerCase();
	const hash = Object.hasOwn(HASHES, name) ? HASHES[name] : undefined;
	const value = readValue(stated.slice(colon + 1).trim());
	if (!hash || value === null) return null;
	const actual = hash(bytes);
	if (actual.length !== value.length) return null;
	return actual.every((byte, i) => byte === value[i]);
}

function readValue(text: string): Uint8Array | null {
	if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text)) {
		return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
	}
	const letters = text.toUpperCase().replace(/=+$/, "");
	const bytes: number[] = [];
	let held = 0;
	let bits = 0;
	for (const letter of letters.slice(0, 64)) {
		const value = BASE32.indexOf(letter);
		if (value < 0) return null;
		held = ((held << 5) | value) & 0xfff;
		bits += 5;
		if (bits < 8) continue;
		bits -= 8;
		bytes.push((held >> bits) & 0xff);
	}
	return bytes.length === 20 || bytes.length === 32 ? Uint8Array.from(bytes) : null;
}
