import { crc32 } from "../../text/crc32.ts";
import { joinBytes } from "../join-bytes.ts";
import { type ArchiveEffects, type ByteSource, partOf } from "./byte-source.ts";

/** A file in a ZIP archive, as the archive's directory lists it. */
export interface ZipEntry {
	readonly name: string;
	/** Bytes unpacked, as declared. */
	readonly size: number;
	readonly packedSize: number;
	/** 0 stored, 8 deflated. */
	readonly method: number;
	readonly encrypted: boolean;
	readonly crc: number;
	/** Where its local header begins. */
	readonly offset: number;
}

/** Bytes that the directory may take, and files that it may list: a large crawl has some thousands. */
const LARGEST_DIRECTORY = 64_000_000;
const MOST_ENTRIES = 100_000;

const END_SIZE = 22;
/** The longest comment that may stand behind the end record. */
const LONGEST_COMMENT = 65_535;

/**
 * The directory of a ZIP archive (PKWARE's APPNOTE 6.3, ZIP64 too), in its own order; or what is wrong with it, as the
 * end of a sentence. Entries that lie over each other, a way to make a bomb, are refused.
 */
export async function readZipDirectory(source: ByteSource): Promise<readonly ZipEntry[] | string> {
	const tailStart = Math.max(0, source.size - END_SIZE - LONGEST_COMMENT);
	const tail = await source.read(tailStart, source.size);
	let end = tail.byteLength - END_SIZE;
	while (end >= 0 && readUint32(tail, end) !== 0x06054b50) end--;
	if (end < 0) return "it has no directory: it is no ZIP archive or is cut off";
	let count = readUint16(tail, end + 10);
	let size = readUint32(tail, end + 12);
	let offset = readUint32(tail, end + 16);
	if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
		const wide = await readZip64End(source, tailStart + end);
		if (wide === null) return "its ZIP64 directory is damaged";
		({ count, size, offset } = wide);
	}
	if (count > MOST_ENTRIES || size > LARGEST_DIRECTORY) return `it lists more than ${MOST_ENTRIES} files`;
	if (offset + size > source.size) return "its directory is damaged";
	const directory = await source.read(offset, offset + size);
	const entries: ZipEntry[] = [];
	for (let at = 0; entries.length < count; ) {
		if (at + 46 > directory.byteLength || readUint32(directory, at) !== 0x02014b50) return "its directory is damaged";
		const nameLength = readUint16(directory, at + 28);
		const extraLength = readUint16(directory, at + 30);
		const next = at + 46 + nameLength + extraLength + readUint16(directory, at + 32);
		if (next > directory.byteLength) return "its directory is damaged";
		const name = new TextDecoder("utf-8").decode(directory.subarray(at + 46, at + 46 + nameLength));
		const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
		const wide = readZip64Extra(extra, [
			readUint32(directory, at + 24),
			readUint32(directory, at + 20),
			readUint32(directory, at + 42),
		]);
		if (wide === null) return "its directory is damaged";
		const [unpacked = 0, packedSize = 0, start = 0] = wide;
		entries.push({
			name,
			size: unpacked,
			packedSize,
			method: readUint16(directory, at + 10),
			encrypted: (readUint16(directory, at + 8) & 1) !== 0,
			crc: readUint32(directory, at + 16),
			offset: start,
		});
		at = next;
	}
	const ordered = [...entries].sort((a, b) => a.offset - b.offset);
	const overlaps = ordered.some((entry, i) => {
		const after = ordered[i + 1]?.offset ?? offset;
		return entry.offset + 30 + entry.packedSize > after;
	});
	return overlaps ? "its files lie over each other" : entries;
}

/** The sizes and the place of a directory that is too large for ZIP's own fields. */
async function readZip64End(
	source: ByteSource,
	end: number,
): Promise<{ readonly count: number; readonly size: number; readonly offset: number } | null> {
	const locator = await source.read(Math.max(0, end - 20), end);
	if (locator.byteLength < 20 || readUint32(locator, 0) !== 0x07064b50) return null;
	const at = readUint64(locator, 8);
	const record = await source.read(at, at + 56);
	if (record.byteLength < 56 || readUint32(record, 0) !== 0x06064b50) return null;
	return { count: readUint64(record, 32), size: readUint64(record, 40), offset: readUint64(record, 48) };
}

/** Fields whose value in the directory is all ones stand in the extra field, in this order; null when they do not. */
function readZip64Extra(extra: Uint8Array, fields: readonly number[]): number[] | null {
	let body = new Uint8Array();
	for (let at = 0; at + 4 <= extra.byteLength; ) {
		const length = readUint16(extra, at + 2);
		if (readUint16(extra, at) === 1) body = extra.slice(at + 4, at + 4 + length);
		at += 4 + length;
	}
	const values: number[] = [];
	let at = 0;
	for (const field of fields) {
		if (field !== 0xffffffff) values.push(field);
		else if (at + 8 > body.byteLength) return null;
		else {
			values.push(readUint64(body, at));
			at += 8;
		}
	}
	return values;
}

/** Whether an entry's name stays inside its archive: such a name is a path, whoever writes the file it names. */
export function isSafeName(name: string): boolean {
	return (
		name !== "" && !/[\u0000-\u001f\u007f\\:]/.test(name) && !name.startsWith("/") && !name.split("/").includes("..")
	);
}

/** The bytes of a file that is stored as they are; null where its local header is damaged. */
export async function openStored(source: ByteSource, entry: ZipEntry): Promise<ByteSource | null> {
	const header = await source.read(entry.offset, entry.offset + 30);
	if (header.byteLength < 30 || readUint32(header, 0) !== 0x04034b50) return null;
	const start = entry.offset + 30 + readUint16(header, 26) + readUint16(header, 28);
	const end = start + entry.packedSize;
	return end > source.size ? null : partOf(source, start, end);
}

/**
 * The bytes of a file, unpacked and held to its checksum; or why not, as the end of a sentence. No more than `limit`
 * bytes ever come out.
 */
export async function readEntry(
	source: ByteSource,
	entry: ZipEntry,
	limit: number,
	{ inflate }: Pick<ArchiveEffects, "inflate">,
): Promise<Uint8Array | string> {
	if (entry.encrypted) return "it is encrypted";
	if (entry.size > limit) return `it is larger than the ${limit / 1_000_000} MB that are read`;
	const packed = await openStored(source, entry);
	if (packed === null) return "it is damaged";
	let bytes: Uint8Array;
	if (entry.method === 0) bytes = await packed.read(0, packed.size);
	else if (entry.method === 8) {
		const pieces: Uint8Array[] = [];
		let size = 0;
		try {
			for await (const piece of inflate(packed, 0)) {
				size += piece.byteLength;
				// More than was declared is damage or a trap.
				if (size > entry.size) return "it unpacks to more than it declares";
				pieces.push(piece);
			}
		} catch {
			return "it is damaged";
		}
		bytes = joinBytes(pieces);
	} else return `it is packed in a way that is not read (ZIP method ${entry.method})`;
	return bytes.byteLength === entry.size && crc32(bytes) === entry.crc ? bytes : "its checksum does not match";
}

function readUint16(bytes: Uint8Array, at: number): number {
	return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

function readUint32(bytes: Uint8Array, at: number): number {
	return (readUint16(bytes, at) | (readUint16(bytes, at + 2) << 16)) >>> 0;
}

/** Offsets past 2^53 lie outside of any file: they come out inexact and fail the checks of bounds. */
function readUint64(bytes: Uint8Array, at: number): number {
	return readUint32(bytes, at) + readUint32(bytes, at + 4) * 2 ** 32;
}
