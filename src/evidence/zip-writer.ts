import { joinBytes } from "../read/join-bytes.ts";
import { crc32 } from "../text/crc32.ts";

/** A file to put into an archive; its name is a path of ASCII characters. */
export interface ZipFile {
	readonly path: string;
	readonly bytes: Uint8Array;
	/** The same bytes as a raw deflate stream (RFC 1951), if they are to be kept so. */
	readonly packed?: Uint8Array;
}

/** 1980-01-01 00:00, the first moment that ZIP can state. */
const DATE = 0x0021;

/** A plain file that its owner may write and all may read, as Unix says it. */
const ATTRIBUTES = 0o100644 * 2 ** 16;
const MADE_BY = (3 << 8) | 20;

/** ZIP without its 64-bit extension ends here. */
const MOST_BYTES = 0xffff_fffe;
const MOST_FILES = 0xfffe;

/** A file as it lies in an archive, with what the archive says of it. */
export interface ZipPart {
	readonly path: string;
	/** The bytes that lie there, packed or not. */
	readonly kept: Uint8Array;
	/** 0 stored, 8 deflated. */
	readonly method: number;
	/** Of the bytes unpacked. */
	readonly size: number;
	readonly crc: number;
}

/**
 * A ZIP archive (PKWARE's APPNOTE 6.3) of files, stored or packed as they come, in the order given. The bytes follow from
 * the files alone, so that an archive can be made again and compared.
 *
 * @throws RangeError past four gigabytes
 */
export function writeZip(files: readonly ZipFile[]): Uint8Array {
	return writeZipParts(
		files.map(({ path, bytes, packed }) => ({
			path,
			kept: packed ?? bytes,
			method: packed ? 8 : 0,
			size: bytes.byteLength,
			crc: crc32(bytes),
		})),
	);
}

/** The archive around files that are packed already. */
export function writeZipParts(files: readonly ZipPart[]): Uint8Array {
	const parts: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const { path, kept, method, size, crc } of files) {
		const name = new TextEncoder().encode(path);
		const shared = new DataView(new ArrayBuffer(26));
		shared.setUint16(0, 20, true);
		shared.setUint16(4, method, true);
		shared.setUint16(8, DATE, true);
		shared.setUint32(10, crc, true);
		shared.setUint32(14, kept.byteLength, true);
		shared.setUint32(18, size, true);
		shared.setUint16(22, name.byteLength, true);
		const fields = new Uint8Array(shared.buffer);
		parts.push(uint32(0x04034b50), fields, name, kept);
		const rest = new DataView(new ArrayBuffer(14));
		rest.setUint32(6, ATTRIBUTES, true);
		rest.setUint32(10, offset, true);
		directory.push(uint32(0x02014b50), uint16(MADE_BY), fields, new Uint8Array(rest.buffer), name);
		offset += 30 + name.byteLength + kept.byteLength;
		if (offset > MOST_BYTES || files.length > MOST_FILES) throw new RangeError("too large for a ZIP archive");
	}
	const listed = joinBytes(directory);
	const end = new DataView(new ArrayBuffer(18));
	end.setUint16(4, files.length, true);
	end.setUint16(6, files.length, true);
	end.setUint32(8, listed.byteLength, true);
	end.setUint32(12, offset, true);
	return joinBytes([...parts, listed, uint32(0x06054b50), new Uint8Array(end.buffer)]);
}

function uint32(value: number): Uint8Array {
	const view = new DataView(new ArrayBuffer(4));
	view.setUint32(0, value, true);
	return new Uint8Array(view.buffer);
}

function uint16(value: number): Uint8Array {
	return new Uint8Array([value & 0xff, value >> 8]);
}
