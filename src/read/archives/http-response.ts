import { gunzip } from "../gunzip.ts";
import { joinBytes } from "../join-bytes.ts";
import { type ArchiveEffects, indexOfBytes } from "./byte-source.ts";
import { endOfFields, parseFields } from "./warc-header.ts";

/** An HTTP response as an archive keeps it. */
export interface HttpResponse {
	readonly status: number;
	field(name: string): string | null;
	/** What follows the fields, as it was sent. */
	readonly body: Uint8Array;
}

/** What was sent, without the encodings of its transfer. */
export type Payload =
	| { readonly bytes: Uint8Array; readonly failure: null }
	| { readonly bytes: null; readonly failure: string };

/** Bytes that the fields of a response may take; browsers take no more. */
const LONGEST_FIELDS = 262_144;

/** Reads a response's status line and fields; null where there is none. */
export function parseResponse(bytes: Uint8Array): HttpResponse | null {
	const window = bytes.subarray(0, LONGEST_FIELDS);
	// A response may end behind its fields, without the empty line.
	const end = endOfFields(window) ?? (bytes.byteLength < LONGEST_FIELDS ? bytes.byteLength : null);
	if (end === null) return null;
	// windows-1252 gives every byte a character, so that no byte of a field is lost.
	const lines = new TextDecoder("windows-1252").decode(bytes.subarray(0, end)).split(/\r?\n/);
	const status = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})(?:[ \t]|$)/.exec(lines[0] ?? "")?.[1];
	if (status === undefined) return null;
	const fields = parseFields(lines.slice(1));
	return { status: Number(status), field: (name) => fields.get(name) ?? null, body: bytes.subarray(end) };
}

/**
 * The bytes of the document that a response carries: out of its chunks (RFC 9112, 7.1) and unpacked (`gzip`, `deflate`,
 * `br`). Archives may keep a body unpacked beside the fields of a packed one: what does not open as its field says is
 * taken as it stands where that can be told.
 */
export async function readPayload(
	response: HttpResponse,
	limit: number,
	effects: Pick<ArchiveEffects, "unbrotli">,
): Promise<Payload> {
	let bytes = response.body;
	if (/\bchunked\b/i.test(response.field("transfer-encoding") ?? "")) {
		const whole = joinChunks(bytes);
		if (whole === null) return fail("its chunks are damaged or cut off");
		bytes = whole;
	}
	const encodings = (response.field("content-encoding") ?? "")
		.toLowerCase()
		.split(",")
		.map((name) => name.trim())
		.filter((name) => name !== "" && name !== "identity");
	if (encodings.length > MOST_ENCODINGS) return fail(`it is packed ${encodings.length} times over`);
	for (const encoding of encodings.reverse()) {
		const unpacked = await unpack(bytes, encoding, limit, effects);
		if (unpacked.bytes === null) return unpacked;
		bytes = unpacked.bytes;
	}
	return { bytes, failure: null };
}

const MOST_ENCODINGS = 4;

async function unpack(
	bytes: Uint8Array,
	encoding: string,
	limit: number,
	effects: Pick<ArchiveEffects, "unbrotli">,
): Promise<Payload> {
	switch (encoding) {
		case "gzip":
		case "x-gzip": {
			if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { bytes, failure: null };
			const { bytes: unpacked, failure } = await gunzip(bytes, limit);
			return unpacked ? { bytes: unpacked, failure: null } : fail(WHY[failure]);
		}
		case "deflate": {
			// Meant is zlib's format (RFC 1950); some servers send the stream without it.
			const wrapped = await gunzip(bytes, limit, "deflate");
			const { bytes: unpacked, failure } =
				wrapped.failure === "damaged" ? await gunzip(bytes, limit, "deflate-raw") : wrapped;
			if (unpacked) return { bytes: unpacked, failure: null };
			return opensAsText(bytes) ? { bytes, failure: null } : fail(WHY[failure]);
		}
		case "br": {
			const { bytes: unpacked, failure } = await effects.unbrotli(bytes, limit);
			if (unpacked) return { bytes: unpacked, failure: null };
			return failure === "damaged" && opensAsText(bytes) ? { bytes, failure: null } : fail(WHY[failure]);
		}
		default:
			return opensAsText(bytes)
				? { bytes, failure: null }
				: fail(`it is packed in a way that is not read (${encoding.slice(0, 40)})`);
	}
}

const WHY = {
	"too-large": "it unpacks to more than one capture may have",
	damaged: "what it packs is damaged or cut off",
} as const;

/** Whether bytes are a page or a text that is not packed: mark-up, or nothing but printable ASCII, at the beginning. */
function opensAsText(bytes: Uint8Array): boolean {
	const head = bytes.subarray(0, 64);
	return head.length > 0 && head.every((byte) => (byte >= 0x20 && byte < 0x7f) || (byte >= 9 && byte <= 13));
}

/** Puts chunks together; null when one is damaged or missing. A body that is not in chunks is given as it is. */
function joinChunks(body: Uint8Array): Uint8Array | null {
	const pieces: Uint8Array[] = [];
	for (let at = 0; ; ) {
		const end = indexOfBytes(body.subarray(0, at + LONGEST_SIZE), LINE_END, at);
		const line = end < 0 ? "" : new TextDecoder("latin1").decode(body.subarray(at, end));
		const size = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(line)?.[1];
		if (size === undefined) return at === 0 ? body : null;
		const start = end + 1;
		const length = Number.parseInt(size, 16);
		if (length === 0) return joinBytes(pieces);
		if (start + length > body.byteLength) return null;
		pieces.push(body.subarray(start, start + length));
		at = start + length;
		if (body[at] === 13) at++;
		if (body[at] === 10) at++;
	}
}

/** Bytes of the line that states a chunk's size. */
const LONGEST_SIZE = 4096;
const LINE_END = new Uint8Array([10]);

function fail(failure: string): Payload {
	return { bytes: null, failure };
}
