import { gzipSync } from "fflate";
import type { Capture } from "../model/capture.ts";
import { readDate } from "../read/archives/archived-page.ts";
import { joinBytes } from "../read/join-bytes.ts";
import { sha256Hex } from "../text/hash.ts";
import { VERSION } from "../version.ts";

/** A `resource` record to write. */
export interface Resource {
	readonly uri: string;
	/** ISO 8601 in UTC. */
	readonly date: string;
	/** With its character set, where one is stated. */
	readonly contentType: string;
	readonly bytes: Uint8Array;
	/** What tells it from another record of the same bytes, address and time. */
	readonly name: string;
}

/** Where a record lies in the file that was written. */
export interface Written {
	readonly id: string;
	readonly offset: number;
	readonly length: number;
}

/** The date of a record whose capture has none: WARC asks for one, and nobody captured anything on the web then. */
export const NO_DATE = "1970-01-01T00:00:00Z";

/** The record that a capture is kept as. */
export function resourceOf(capture: Capture, date: string | null): Resource {
	const { mediaType, charset } = capture;
	return {
		uri: addressOf(capture),
		date: readDate(capture.at) ?? date ?? NO_DATE,
		contentType: charset === null ? mediaType : `${mediaType}; charset=${charset}`,
		bytes: capture.bytes,
		name: capture.place,
	};
}

/** The capture's address, or a name made from its bytes where it has none on the web. */
export function addressOf({ url, sha256 }: Pick<Capture, "url" | "sha256">): string {
	const isWeb = url !== null && /^https?:/i.test(url) && URL.canParse(url);
	return isWeb ? new URL(url).href : `urn:sha256:${sha256}`;
}

/**
 * A WARC 1.1 file (ISO 28500:2017) of `resource` records behind a `warcinfo` that says what wrote them, each packed by
 * itself so that it can be read where it lies. No clock and no chance: ids are made from what the records hold.
 *
 * @param date of the `warcinfo`
 */
export function writeWarc(
	filename: string,
	resources: readonly Resource[],
	date: string,
): { readonly bytes: Uint8Array; readonly written: readonly Written[] } {
	const info = utf8(
		`software: stemma ${VERSION}\r\nformat: WARC File Format 1.1\r\nconformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n`,
	);
	const seed = resources.map(({ bytes, uri, name }) => `${sha256Hex(bytes)} ${uri} ${name}`).join("\n");
	const infoId = makeUuid(`warcinfo\n${filename}\n${date}\n${seed}`);
	const parts = [
		packRecord(
			[
				["WARC-Type", "warcinfo"],
				["WARC-Record-ID", infoId],
				["WARC-Date", date],
				["WARC-Filename", filename],
				["Content-Type", "application/warc-fields"],
			],
			info,
		),
	];
	const written: Written[] = [];
	let offset = parts[0]?.byteLength ?? 0;
	for (const { uri, date, contentType, bytes, name } of resources) {
		const id = makeUuid(`resource\n${uri}\n${date}\n${name}\n${sha256Hex(bytes)}`);
		const record = packRecord(
			[
				["WARC-Type", "resource"],
				["WARC-Record-ID", id],
				["WARC-Warcinfo-ID", infoId],
				["WARC-Target-URI", uri],
				["WARC-Date", date],
				["Content-Type", contentType],
			],
			bytes,
		);
		parts.push(record);
		written.push({ id, offset, length: record.byteLength });
		offset += record.byteLength;
	}
	return { bytes: joinBytes(parts), written };
}

function packRecord(fields: readonly (readonly [name: string, value: string])[], block: Uint8Array): Uint8Array {
	const all = [
		...fields,
		["WARC-Block-Digest", `sha256:${sha256Hex(block)}`],
		["Content-Length", String(block.byteLength)],
	];
	// A line end in a value would begin a field of its own.
	const lines = all.map(([name, value]) => `${name}: ${value?.replace(/[\r\n]+/g, " ")}\r\n`);
	const record = joinBytes([utf8(`WARC/1.1\r\n${lines.join("")}\r\n`), block, utf8("\r\n\r\n")]);
	return gzipSync(record, { level: 6, mtime: 0 });
}

/** A UUID of version 8 (RFC 9562) from a hash of what it names, as WARC writes it. */
function makeUuid(seed: string): string {
	const hex = sha256Hex(utf8(seed.toWellFormed()));
	const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 3) | 8).toString(16);
	const groups = [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		variant + hex.slice(17, 20),
		hex.slice(20, 32),
	];
	return `<urn:uuid:${groups.join("-")}>`;
}

function utf8(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
