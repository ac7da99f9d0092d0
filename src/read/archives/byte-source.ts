/** Bytes that are read where they are asked for, so that a large file is never held whole. */
export interface ByteSource {
	readonly size: number;
	/** The bytes from `start` up to `end`; fewer where the source ends. Rejects when they cannot be read. */
	read(start: number, end: number): Promise<Uint8Array>;
}

/** A source that something else holds open. */
export interface OpenSource extends ByteSource {
	close(): Promise<void>;
}

/** What opening archives needs of the world. */
export interface ArchiveEffects {
	/** Rejects when the file cannot be opened. */
	open(path: string): Promise<OpenSource>;
	/**
	 * Unpacks the raw deflate stream (RFC 1951) that begins at `start` and returns the offset behind its last byte.
	 * Throws where it is damaged or cut off; what came out before has been given.
	 */
	inflate(source: ByteSource, start: number): AsyncGenerator<Uint8Array, number, void>;
	/** Unpacks brotli (RFC 7932); `failure` says why not. */
	unbrotli(packed: Uint8Array, limit: number): Promise<Unbrotlied>;
}

export type Unbrotlied =
	| { readonly bytes: Uint8Array; readonly failure: null }
	| { readonly bytes: null; readonly failure: "too-large" | "damaged" };

/** Bytes at hand as a source. */
export function sourceOf(bytes: Uint8Array): ByteSource {
	return { size: bytes.byteLength, read: async (start, end) => bytes.subarray(start, end) };
}

/** A stretch of a source as a source of its own. */
export function partOf(source: ByteSource, start: number, end: number): ByteSource {
	return {
		size: end - start,
		read: (from, to) => source.read(start + from, Math.min(start + to, end)),
	};
}

/** Bytes that are looked through at first, since the next is mostly near; and at a time after that. */
const FIRST_WINDOW = 4096;
const WINDOW = 262_144;

/**
 * Where something is found first, from `from` on; null where it is not. `find` is given a stretch of bytes and answers
 * with an index into it or -1; what it looks for is no longer than `longest`.
 */
export async function findBytes(
	source: ByteSource,
	from: number,
	longest: number,
	find: (window: Uint8Array) => number,
): Promise<number | null> {
	let length = FIRST_WINDOW;
	for (let at = from; at < source.size; ) {
		const found = find(await source.read(at, Math.min(source.size, at + length + longest - 1)));
		if (found >= 0) return at + found;
		at += length;
		length = WINDOW;
	}
	return null;
}

/** Where `pattern` begins in `bytes` from `from` on; -1 where it does not. */
export function indexOfBytes(bytes: Uint8Array, pattern: Uint8Array, from: number): number {
	const lead = pattern[0] ?? 0;
	for (let at = bytes.indexOf(lead, from); at >= 0; at = bytes.indexOf(lead, at + 1)) {
		let same = 1;
		while (same < pattern.length && bytes[at + same] === pattern[same]) same++;
		if (same === pattern.length) return at;
	}
	return -1;
}
