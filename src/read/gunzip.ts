import { joinBytes } from "./join-bytes.ts";
/** What came of unpacking: the bytes, or why there are none. */
export type Unpacked =
	| { readonly bytes: Uint8Array; readonly failure: null }
	| { readonly bytes: null; readonly failure: "too-large" }
	| { readonly bytes: null; readonly failure: "damaged" };

/**
 * Unpacks gzip, or deflate with zlib's head or without, and stops as soon as more than `limit` bytes have come out, so
 * that a small file that unpacks to gigabytes costs no more than the limit.
 */
export async function gunzip(
	packed: Uint8Array,
	limit: number,
	format: "gzip" | "deflate" | "deflate-raw" = "gzip",
): Promise<Unpacked> {
	const stream = new DecompressionStream(format);
	const writer = stream.writable.getWriter();
	// Both ends report the same damage; the reading end is the one that is heard.
	const written = writer
		.write(new Uint8Array(packed))
		.then(() => writer.close())
		.catch(() => {});
	const reader = stream.readable.getReader();
	const chunks: Uint8Array[] = [];
	let size = 0;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			size += value.byteLength;
			if (size > limit) {
				await reader.cancel().catch(() => {});
				return { bytes: null, failure: "too-large" };
			}
			chunks.push(value);
		}
		await written;
	} catch {
		return { bytes: null, failure: "damaged" };
	}
	return { bytes: joinBytes(chunks), failure: null };
}
