import { joinBytes } from "../join-bytes.ts";
import { type ArchiveEffects, type ByteSource, findBytes, indexOfBytes } from "./byte-source.ts";
import { unpackMembers } from "./gzip-members.ts";
import { MemberReader } from "./member-reader.ts";
import { endOfFields, LONGEST_HEADER, parseWarcHeader, type WarcHeader } from "./warc-header.ts";

/** A record with what was kept of its block: all of it, or its first bytes when it is longer than was asked for. */
export interface WarcRecord {
	readonly kind: "record";
	/** Counted from 1 over all records of the file, whatever their type. */
	readonly number: number;
	readonly header: WarcHeader;
	readonly content: Uint8Array;
	/** Whether `content` is the whole block. */
	readonly whole: boolean;
}

/** A record that cannot be read, or bytes that are none. */
export interface WarcFault {
	readonly kind: "fault";
	/** The record's number; null for bytes between records. */
	readonly number: number | null;
	/** The address that the record is of, as written, where its fields could be read. */
	readonly uri: string | null;
	readonly reason: string;
}

/** How many bytes of a record's block are to be kept; 0 for a record that is not looked at. */
export type Wanted = (header: WarcHeader) => number;

/** Bytes in which most records have all their fields. */
const SHORT_HEADER = 4096;

/** Line ends that may stand behind a block; the standard says two, each of two bytes. */
const MOST_LINE_ENDS = 16;

const CR = 13;
const LF = 10;

/**
 * The records of a WARC file, packed or not. A record whose length does not fit what follows it, that is cut off or
 * whose packed bytes are damaged is a fault, and reading goes on with the next that opens like a record: of what is
 * damaged nothing is given.
 */
export async function* readWarc(
	source: ByteSource,
	effects: Pick<ArchiveEffects, "inflate">,
	wanted: Wanted,
): AsyncGenerator<WarcRecord | WarcFault, void, void> {
	if (await isPacked(source)) yield* readPacked(source, effects, wanted);
	else yield* readPlain(source, wanted);
}

/** Whether a file is gzip; of one that opens like nothing, whether no record stands in it as it is. */
async function isPacked(source: ByteSource): Promise<boolean> {
	const head = await source.read(0, ARC.length);
	if (head[0] === 0x1f && head[1] === 0x8b) return true;
	return !opensRecord(head) && !opensArc(head) && (await findRecord(source, 0)) === null;
}

/** A file that is not packed is read by place, so that a wrong length costs no record behind it. */
async function* readPlain(source: ByteSource, wanted: Wanted): AsyncGenerator<WarcRecord | WarcFault, void, void> {
	let number = 0;
	let at = await skipLineEnds(source, 0);
	if (opensArc(await source.read(at, at + ARC.length))) {
		yield OLDER;
		return;
	}
	while (at < source.size) {
		const begun = await readHeader((length) => source.read(at, at + length));
		if (begun === null) {
			yield { kind: "fault", number: null, uri: null, reason: `${behind(number)} stands something that is no record` };
			at = (await findRecord(source, at + 1)) ?? source.size;
			continue;
		}
		const { header, size } = begun;
		number++;
		const start = at + size;
		const end = start + (header.length ?? 0);
		const wrong = await checkFrame(source, header, start, end);
		if (wrong !== null) {
			yield { kind: "fault", number, uri: header.field("warc-target-uri"), reason: wrong };
			at = (await findRecord(source, start)) ?? source.size;
			continue;
		}
		const kept = Math.min(wanted(header), end - start);
		const content = await source.read(start, start + kept);
		yield { kind: "record", number, header, content, whole: start + kept === end };
		at = await skipLineEnds(source, end);
	}
}

/** What is wrong with a record's length; null when it ends where another begins or the file ends. */
async function checkFrame(source: ByteSource, header: WarcHeader, start: number, end: number): Promise<string | null> {
	if (header.length === null) return "it does not say how long it is";
	if (end > source.size) return cutOff(source.size - start, header.length);
	const next = await skipLineEnds(source, end);
	const ahead = await source.read(next, next + 5);
	return ahead.byteLength === 0 || opensRecord(ahead) ? null : "its length does not fit what follows it";
}

async function skipLineEnds(source: ByteSource, at: number): Promise<number> {
	const window = await source.read(at, at + MOST_LINE_ENDS);
	let skipped = 0;
	while (isLineEnd(window[skipped])) skipped++;
	return at + skipped;
}

/** Where a line begins that opens a record. */
function findRecord(source: ByteSource, from: number): Promise<number | null> {
	return findBytes(source, Math.max(0, from - 1), 10, findOpening).then((found) => (found === null ? null : found + 1));
}

/** Index of the line end before a line that opens a record; -1 where there is none. */
function findOpening(window: Uint8Array): number {
	for (let at = window.indexOf(LF); at >= 0; at = window.indexOf(LF, at + 1)) {
		if (opensRecord(window.subarray(at + 1, at + 6))) return at;
	}
	return -1;
}

async function* readPacked(
	source: ByteSource,
	effects: Pick<ArchiveEffects, "inflate">,
	wanted: Wanted,
): AsyncGenerator<WarcRecord | WarcFault, void, void> {
	const reader = new MemberReader(unpackMembers(source, effects));
	let number = 0;
	/** Records given since a member began: their bytes stand under the checksum that comes at its end. */
	let together = 0;
	if (opensArc(await reader.peek(ARC.length))) {
		yield OLDER;
		return;
	}
	for (;;) {
		await skipPackedLineEnds(reader);
		if ((await reader.peek(1)).byteLength === 0) {
			if (reader.damage === null) return;
			yield { kind: "fault", number: null, uri: null, reason: `${behind(number)} ${reader.damage}` };
			if (!reader.passDamage()) return;
			continue;
		}
		if (reader.atMember) together = 0;
		const begun = await readHeader((length) => reader.peek(length));
		if (begun === null) {
			const reason = `${behind(number)} stands something that is no record`;
			await reader.take(1);
			await skipToRecord(reader);
			// A record whose fields are cut short by damage is said as that damage.
			if (reader.damage === null) yield { kind: "fault", number: null, uri: null, reason };
			continue;
		}
		const { header, size } = begun;
		number++;
		together++;
		for (let left = size; left > 0; ) left -= (await reader.take(left))?.byteLength ?? left;
		const { content, whole, missing } = await readBlock(reader, header, wanted(header));
		const uri = header.field("warc-target-uri");
		if (header.length === null || missing > 0) {
			const reason =
				header.length === null
					? "it does not say how long it is"
					: `${cutOff(header.length - missing, header.length)}${reader.damage === null ? "" : ` (${reader.damage})`}`;
			yield { kind: "fault", number, uri, reason };
			if (reader.damage !== null && !reader.passDamage()) return;
			await skipToRecord(reader);
			continue;
		}
		await skipPackedLineEnds(reader);
		const ahead = await reader.peek(5);
		if (ahead.byteLength === 0 && reader.damage !== null) {
			const others = together > 1 ? `; the ${together - 1} before it are packed with it and may be damaged too` : "";
			yield { kind: "fault", number, uri, reason: `${reader.damage}${others}` };
			if (!reader.passDamage()) return;
		} else if (ahead.byteLength === 0 || reader.atMember || opensRecord(ahead)) {
			yield { kind: "record", number, header, content, whole };
		} else {
			yield { kind: "fault", number, uri, reason: "its length does not fit what follows it" };
			await skipToRecord(reader);
		}
	}
}

async function readBlock(
	reader: MemberReader,
	header: WarcHeader,
	most: number,
): Promise<{ readonly content: Uint8Array; readonly whole: boolean; readonly missing: number }> {
	const pieces: Uint8Array[] = [];
	let kept = 0;
	let left = header.length ?? 0;
	while (left > 0) {
		// A member that opens a record begins another, whatever length this one claims.
		if (reader.atMember && opensRecord(await reader.peek(5))) break;
		const piece = await reader.take(left);
		if (piece === null) break;
		left -= piece.byteLength;
		const part = piece.subarray(0, Math.max(0, most - kept));
		kept += part.byteLength;
		// A copy, so that a small part does not hold the block it was cut from.
		if (part.byteLength > 0) pieces.push(part.slice());
	}
	return { content: joinBytes(pieces), whole: kept === header.length, missing: left };
}

async function skipPackedLineEnds(reader: MemberReader): Promise<void> {
	for (let skipped = 0; skipped < MOST_LINE_ENDS; skipped++) {
		const [next] = await reader.peek(1);
		if (!isLineEnd(next)) return;
		await reader.take(1);
	}
}

/** Goes on to where a member or a line opens a record, or to damage, or to the end. */
async function skipToRecord(reader: MemberReader): Promise<void> {
	for (;;) {
		const window = await reader.peek(SHORT_HEADER);
		if (window.byteLength === 0 || (reader.atMember && opensRecord(window))) return;
		const found = findOpening(window);
		if (found === 0) {
			await reader.take(1);
			return;
		}
		await reader.take(found > 0 ? found : Math.max(1, window.byteLength - 5));
	}
}

/** A record's fields and how many bytes they take; null where no record begins. */
async function readHeader(
	peek: (length: number) => Promise<Uint8Array>,
): Promise<{ readonly header: WarcHeader; readonly size: number } | null> {
	for (const length of [SHORT_HEADER, LONGEST_HEADER]) {
		const window = await peek(length);
		if (!opensRecord(window)) return null;
		const size = endOfFields(window);
		if (size !== null) {
			const header = parseWarcHeader(window.subarray(0, size));
			return header && { header, size };
		}
		if (window.byteLength < length) return null;
	}
	return null;
}

/** What an ARC file begins with: the format of web archives before 2009. */
const ARC = new TextEncoder().encode("filedesc://");

const OLDER: WarcFault = {
	kind: "fault",
	number: null,
	uri: null,
	reason: "this is an ARC file, the format before WARC, which is not read; `warcio recompress` makes a WARC file of it",
};

function opensArc(bytes: Uint8Array): boolean {
	return bytes.byteLength === ARC.length && indexOfBytes(bytes, ARC, 0) === 0;
}

function opensRecord(bytes: Uint8Array): boolean {
	return bytes[0] === 0x57 && bytes[1] === 0x41 && bytes[2] === 0x52 && bytes[3] === 0x43 && bytes[4] === 0x2f;
}

function isLineEnd(byte: number | undefined): boolean {
	return byte === CR || byte === LF;
}

function behind(number: number): string {
	return number === 0 ? "at its beginning" : `behind record ${number}`;
}

function cutOff(there: number, length: number): string {
	return `it is cut off: ${Math.max(0, there)} of its ${length} bytes are there`;
}
