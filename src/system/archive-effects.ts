import { open as openFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { brotliDecompress, createInflateRaw, inflateRawSync } from "node:zlib";
import type { ArchiveEffects, ByteSource, OpenSource, Unbrotlied } from "../read/archives/byte-source.ts";

/** What opening archives needs, from Node. */
export function nodeArchiveEffects(): ArchiveEffects {
	return { open, inflate, unbrotli };
}

async function open(path: string): Promise<OpenSource> {
	const handle = await openFile(path, "r");
	try {
		const { size } = await handle.stat();
		return {
			size,
			read: async (start, end) => {
				const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
				let filled = 0;
				while (filled < bytes.byteLength) {
					const { bytesRead } = await handle.read(bytes, filled, bytes.byteLength - filled, start + filled);
					// The file has become shorter while it is read.
					if (bytesRead === 0) break;
					filled += bytesRead;
				}
				return bytes.subarray(0, filled);
			},
			close: () => handle.close(),
		};
	} catch (cause) {
		await handle.close();
		throw cause;
	}
}

/** Bytes that are tried at once, and what they may unpack to: most records of an archive are smaller. */
const QUICK = 65_536;
const QUICK_OUT = 4_000_000;

/** Bytes read at a time. */
const BLOCK = 131_072;

async function* inflate(source: ByteSource, start: number): AsyncGenerator<Uint8Array, number, void> {
	const quick = inflateAtOnce(await source.read(start, Math.min(source.size, start + QUICK)));
	if (quick !== null) {
		if (quick.bytes.byteLength > 0) yield quick.bytes;
		return start + quick.used;
	}
	const engine = createInflateRaw();
	const input = Readable.from(blocks(source, start), { objectMode: false, highWaterMark: 1 });
	input.on("error", (cause) => engine.destroy(cause));
	input.pipe(engine);
	try {
		for await (const chunk of engine) yield chunk as Uint8Array;
		return start + engine.bytesWritten;
	} finally {
		input.unpipe(engine);
		input.destroy();
		engine.destroy();
	}
}

/** A stream that ends within the bytes; null for one that does not, is damaged or unpacks to much. A stream costs ten times as much. */
function inflateAtOnce(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly used: number } | null {
	try {
		// With `info` the result is the buffer and the engine, which knows how much it took; the types do not say so.
		const { buffer, engine } = inflateRawSync(bytes, { maxOutputLength: QUICK_OUT, info: true }) as unknown as {
			readonly buffer: Uint8Array;
			readonly engine: { readonly bytesWritten: number };
		};
		return { bytes: buffer, used: engine.bytesWritten };
	} catch {
		return null;
	}
}

async function* blocks(source: ByteSource, start: number): AsyncGenerator<Uint8Array, void, void> {
	for (let at = start; at < source.size; ) {
		const block = await source.read(at, Math.min(source.size, at + BLOCK));
		if (block.byteLength === 0) return;
		yield block;
		at += block.byteLength;
	}
}

function unbrotli(packed: Uint8Array, limit: number): Promise<Unbrotlied> {
	return new Promise((resolve) => {
		brotliDecompress(packed, { maxOutputLength: limit }, (error, bytes) => {
			if (!error) return resolve({ bytes: new Uint8Array(bytes), failure: null });
			const tooLarge = "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
			resolve({ bytes: null, failure: tooLarge ? "too-large" : "damaged" });
		});
	});
}
