import { pipeline, Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { joinBytes } from "../../read/join-bytes.ts";
import { FetchRefusal } from "./refusal.ts";

/** What is asked for; what else a server packs with is refused. */
export const ACCEPTED_ENCODINGS = "gzip, deflate, br";

/** Bytes that unpack before the ratio is looked at. */
const FIRST_BYTES = 1_000_000;

/**
 * A body's bytes, unpacked as `Content-Encoding` says, and no more of them than one byte past `limit`.
 *
 * @param ratio how many times its size a packed body may unpack to
 * @throws FetchRefusal `fetch/encoding`, `fetch/damaged`, `fetch/too-large`, `fetch/bomb`
 */
export async function readUnpacked(
	body: AsyncIterable<Uint8Array>,
	encoding: string | null,
	limit: number,
	ratio: number,
): Promise<Uint8Array> {
	const name = encoding?.trim().toLowerCase() ?? "";
	if (name === "" || name === "identity") return gather(body, limit);
	if (!/^(?:x-)?gzip$|^deflate$|^br$/.test(name)) {
		throw new FetchRefusal("fetch/encoding", `the answer is packed as ${name.slice(0, 40)}, which was not asked for`);
	}
	let packed = 0;
	const iterator = body[Symbol.asyncIterator]();
	const first = await iterator.next();
	if (first.done) return new Uint8Array(0);
	const source = async function* (): AsyncGenerator<Uint8Array> {
		for (let part: IteratorResult<Uint8Array> = first; !part.done; part = await iterator.next()) {
			packed += part.value.byteLength;
			yield part.value;
		}
	};
	const stream = openUnpacker(name, first.value);
	let unpacked = 0;
	const watched = async function* (): AsyncGenerator<Uint8Array> {
		for await (const chunk of stream as AsyncIterable<Uint8Array>) {
			unpacked += chunk.byteLength;
			if (unpacked > FIRST_BYTES && unpacked > packed * ratio) {
				throw new FetchRefusal("fetch/bomb", `the answer unpacks to more than ${ratio} times its size`);
			}
			yield chunk;
		}
	};
	// The failure of either end comes out of the loop over the stream.
	pipeline(Readable.from(source()), stream, () => {});
	try {
		return await gather(watched(), limit);
	} catch (cause) {
		const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
		if (!/^(?:Z_|ERR_(?:_)?(?:BROTLI|ZLIB))/.test(code)) throw cause;
		throw new FetchRefusal("fetch/damaged", `the answer is damaged: it does not unpack as ${name}`);
	} finally {
		stream.destroy();
	}
}

function openUnpacker(name: string, first: Uint8Array): Transform {
	if (name === "br") return createBrotliDecompress();
	if (name !== "deflate") return createGunzip();
	// Servers send deflate with and without zlib's header, which names method 8.
	return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

async function gather(parts: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const part of parts) {
		size += part.byteLength;
		if (size > limit) throw tooLarge(limit);
		chunks.push(part);
	}
	return joinBytes(chunks);
}

export function tooLarge(limit: number): FetchRefusal {
	return new FetchRefusal("fetch/too-large", `the answer is larger than the ${limit / 1_000_000} MB that are taken`);
}
