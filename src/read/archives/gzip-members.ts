import { crc32 } from "../../text/crc32.ts";
import { type ArchiveEffects, type ByteSource, findBytes, indexOfBytes } from "./byte-source.ts";

/**
 * What comes of unpacking gzip, in order: where a member begins, its bytes, and damage. Damage that is found at a
 * member's end (its checksum) comes behind the member's bytes.
 */
export type Unpacking =
	| { readonly kind: "member"; readonly at: number }
	| { readonly kind: "bytes"; readonly bytes: Uint8Array }
	| { readonly kind: "damage"; readonly reason: string; readonly last: boolean };

/** Bytes of a member's header, of one with name and comment, and of what stands behind it. */
const HEADER = 10;
const LONGEST_HEADER = 65_536;
const TRAILER = 8;

/**
 * How much may come out of an archive: text packs to a tenth, repeated text to a hundredth, and only what was made for
 * it to more. Below the first bound no ratio is looked at.
 */
const FREE_BYTES = 1_000_000_000;
const MOST_RATIO = 200;

/** Bytes that may come out of members that turn out to be damaged, for each byte of the archive, and at least. */
const WASTE_RATIO = 8;
const FREE_WASTE = 64_000_000;

/** What trying a member costs, however little comes out. */
const LEAST_WASTE = 8192;

const MAGIC = new Uint8Array([0x1f, 0x8b, 0x08]);

/**
 * Unpacks a gzip file (RFC 1952) member by member. Behind damage it goes on with the next member that opens like one.
 * It stops, saying so (`last`), when far more comes out than text would give or when most of the work is lost.
 */
export async function* unpackMembers(
	source: ByteSource,
	{ inflate }: Pick<ArchiveEffects, "inflate">,
): AsyncGenerator<Unpacking, void, void> {
	const most = Math.max(FREE_BYTES, source.size * MOST_RATIO);
	const mostWaste = Math.max(FREE_WASTE, source.size * WASTE_RATIO);
	let out = 0;
	let wasted = 0;
	let at = 0;
	while (at < source.size) {
		const body = await findBody(source, at);
		if (body === null) {
			if (await isPadding(source, at)) return;
			yield { kind: "damage", reason: "stand bytes that are no gzip", last: false };
			const next = await findMember(source, at + 1);
			if (next === null) return;
			at = next;
			continue;
		}
		yield { kind: "member", at };
		let crc = 0;
		let size = 0;
		let end: number | null = null;
		const stream = inflate(source, body);
		try {
			for (;;) {
				const step = await stream.next().catch(() => null);
				if (step === null) break;
				if (step.done) {
					end = step.value;
					break;
				}
				size += step.value.byteLength;
				out += step.value.byteLength;
				if (out > most) {
					yield { kind: "damage", reason: `the archive unpacks to more than ${MOST_RATIO} times its size`, last: true };
					return;
				}
				crc = crc32(step.value, crc);
				yield { kind: "bytes", bytes: step.value };
			}
		} finally {
			await stream.return(0).catch(() => {});
		}
		const reason = end === null ? "the packed bytes are damaged" : await whatIsWrong(source, end, crc, size);
		if (end !== null && reason === null) {
			at = end + TRAILER;
			continue;
		}
		const next = await findMember(source, at + 1);
		const isCut = end === null && next === null;
		yield { kind: "damage", reason: isCut ? `${reason} or cut off` : `${reason}`, last: false };
		wasted += Math.max(size, LEAST_WASTE);
		if (wasted > mostWaste) {
			yield { kind: "damage", reason: "most of what there is to unpack is damaged", last: true };
			return;
		}
		// Damaged bytes may unpack past their own end: what opens like a member before it may well be one.
		const past = end === null ? source.size : end + TRAILER;
		at = Math.min(next ?? source.size, past);
	}
}

/** What a member's last bytes (CRC and size, RFC 1952 section 2.3.1) say of what came out; null when all is well. */
async function whatIsWrong(source: ByteSource, end: number, crc: number, size: number): Promise<string | null> {
	const trailer = await source.read(end, end + TRAILER);
	if (trailer.byteLength < TRAILER) return "the last bytes are missing";
	const view = new DataView(trailer.buffer, trailer.byteOffset, TRAILER);
	if (view.getUint32(0, true) === crc && view.getUint32(4, true) === size % 2 ** 32) return null;
	return "the checksum does not match";
}

/** Where a member's packed bytes begin; null when no member begins at `at`. */
async function findBody(source: ByteSource, at: number): Promise<number | null> {
	let header = await source.read(at, at + 512);
	if (!isMember(header)) return null;
	let length = headerLength(header);
	if (length === null && header.byteLength === 512) {
		header = await source.read(at, at + LONGEST_HEADER);
		length = headerLength(header);
	}
	return length === null ? null : at + length;
}

function isMember(header: Uint8Array): boolean {
	// The upper three flags are reserved and must be zero.
	return header.byteLength >= HEADER && MAGIC.every((byte, i) => header[i] === byte) && ((header[3] ?? 0) & 0xe0) === 0;
}

function headerLength(header: Uint8Array): number | null {
	const flags = header[3] ?? 0;
	let at = HEADER;
	if (flags & 4) at += 2 + (header[at] ?? 0) + ((header[at + 1] ?? 0) << 8);
	for (const flag of [8, 16]) {
		if (!(flags & flag)) continue;
		const end = header.indexOf(0, at);
		if (end < 0) return null;
		at = end + 1;
	}
	if (flags & 2) at += 2;
	return at <= header.byteLength ? at : null;
}

function findMember(source: ByteSource, from: number): Promise<number | null> {
	return findBytes(source, from, HEADER, (window) => {
		for (let at = indexOfBytes(window, MAGIC, 0); at >= 0; at = indexOfBytes(window, MAGIC, at + 1)) {
			if (isMember(window.subarray(at, at + HEADER))) return at;
		}
		return -1;
	});
}

/** Zero bytes behind the last member pad a file to a block's size. */
async function isPadding(source: ByteSource, from: number): Promise<boolean> {
	for (let at = from; at < source.size; at += 65_536) {
		if ((await source.read(at, at + 65_536)).some((byte) => byte !== 0)) return false;
	}
	return true;
}
