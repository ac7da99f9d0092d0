import { gzipSync } from "node:zlib";
import { joinBytes } from "../src/read/join-bytes.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface TestRecord {
	readonly type?: string;
	readonly uri?: string;
	readonly date?: string;
	/** More fields, or others for those above; an empty one is left out. */
	readonly fields?: Readonly<{ [name: string]: string }>;
	readonly block?: Uint8Array | string;
}

/** A WARC record, not packed. */
export function warcRecord({ type, uri, date, fields, block }: TestRecord): Uint8Array {
	const content = typeof block === "string" ? utf8(block) : (block ?? new Uint8Array());
	const all = {
		"WARC-Type": type ?? "response",
		"WARC-Target-URI": uri ?? "https://harbour.example/1",
		"WARC-Date": date ?? "2031-05-14T08:30:00Z",
		"Content-Type": (type ?? "response") === "response" ? "application/http; msgtype=response" : "text/plain",
		"Content-Length": String(content.byteLength),
		...fields,
	};
	const lines = Object.entries(all).filter(([, value]) => value !== "");
	return joinBytes([
		utf8(`WARC/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`),
		content,
		utf8("\r\n\r\n"),
	]);
}

/** The block of a `response` record. */
export function httpResponse(
	body: Uint8Array | string,
	fields: Readonly<{ [name: string]: string }> = {},
	status: string = "200 OK",
): Uint8Array {
	const all = { "Content-Type": "text/html; charset=utf-8", ...fields };
	const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
	return joinBytes([utf8(`HTTP/1.1 ${status}\r\n${head.join("")}\r\n`), typeof body === "string" ? utf8(body) : body]);
}

/** Records as a file: not packed, each packed by itself, or packed as one. */
export function warcFile(records: readonly Uint8Array[], packing: "none" | "each" | "whole" = "none"): Uint8Array {
	const pack = (bytes: Uint8Array): Uint8Array => new Uint8Array(gzipSync(bytes));
	if (packing === "each") return joinBytes(records.map(pack));
	return packing === "whole" ? pack(joinBytes(records)) : joinBytes(records);
}
