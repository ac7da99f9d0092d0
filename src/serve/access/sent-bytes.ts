/** What a request brings; null where it is more than `most` bytes, of which no more are read then. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array | null> {
	if (Number(request.headers.get("content-length") ?? 0) > most) return null;
	const parts: Uint8Array[] = [];
	let length = 0;
	if (request.body !== null) {
		for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
			length += part.byteLength;
			if (length > most) return null;
			parts.push(part);
		}
	}
	const bytes = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.byteLength;
	}
	return bytes;
}
