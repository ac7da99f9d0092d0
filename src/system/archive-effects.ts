import { open as openFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { brotliDecompress, createInflateRaw } from "node:zlib";
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

/** Bytes read at first: most members are small. Then at a time. */
const FIRST = 8192;
const BLOCK = 131_072;

async function* inflate(source: ByteSource, start: number): AsyncGenerator<Uint8Array, number, void> {
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

async function* blocks(source: ByteSource, start: number): AsyncGenerator<Uint8Array, void, void> {
	let length = FIRST;
	for (let at = start; at < source.size; ) {
		const block = await source.read(at, Math.min(source.size, at + length));
		if (block.byteLength === 0) return;
		yield block;
		at += block.byteLength;
		length = BLOCK;
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
