/** Remainders of every byte under the reversed polynomial of CRC-32 (ISO 3309, as gzip and ZIP use it). */
const TABLE: Uint32Array = makeTable();

function makeTable(): Uint32Array {
	const table = new Uint32Array(256);
	for (let n = 0; n < 256; n++) {
		let c = n;
		for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
		table[n] = c >>> 0;
	}
	return table;
}

/**
 * CRC-32 of bytes, unsigned.
 *
 * @param before the checksum of what comes before them; 0 for nothing
 */
export function crc32(bytes: Uint8Array, before: number = 0): number {
	let c = ~before;
	for (let i = 0; i < bytes.length; i++) c = (TABLE[(c ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (c >>> 8);
	return ~c >>> 0;
}
