import { describe, expect, it } from "vitest";
import { decode } from "./charset.ts";

const bytesOf = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
	const units = mark ? `\ufeff${text}` : text;
	const bytes = new Uint8Array(units.length * 2);
	const view = new DataView(bytes.buffer);
	for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), little);
	return bytes;
}

/** Text in windows-1251: ASCII, and the Cyrillic letters from А to я. */
function windows1251(text: string): Uint8Array {
	return Uint8Array.from(
		[...text].map((letter) => {
			const code = letter.charCodeAt(0);
			return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
		}),
	);
}

const RUSSIAN =
	"Паром затонул у порта в понедельник вечером, сообщила береговая охрана. Девять человек пропали без вести.";

describe("decoding", () => {
	it.each([
		["UTF-8", utf8("Ferry – “sinks”\r\n")],
		["UTF-8 with a mark", bytesOf(0xef, 0xbb, 0xbf, ...utf8("Ferry – “sinks”\r\n"))],
		["UTF-16 LE with a mark", utf16("Ferry – “sinks”\r\n", true, true)],
		["UTF-16 BE with a mark", utf16("Ferry – “sinks”\r\n", false, true)],
		["UTF-16 LE without one", utf16("Ferry – “sinks”\r\n", true, false)],
		["UTF-16 BE without one", utf16("Ferry – “sinks”\r\n", false, false)],
	])("reads %s as it stands, line ends and all, without the mark", (_, bytes) => {
		expect(decode(bytes, null, "text/plain")).toMatchObject({ text: "Ferry – “sinks”\r\n", problems: [] });
	});

	it("reads UTF-16 in letters that have no zero bytes", () => {
		expect(decode(utf16(RUSSIAN, true, false), null, "text/plain")).toMatchObject({
			text: RUSSIAN,
			charset: "utf-16le",
		});
	});

	it("reads UTF-32", () => {
		expect(decode(bytesOf(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0, 0x0d, 0xf6, 1, 0), null, "text/plain").text).toBe(
			"A\u{1f60d}",
		);
	});

	it("reads windows-1251 that declares itself UTF-8", () => {
		const page = windows1251(`<html><head><meta charset="utf-8"></head><body><p>${RUSSIAN}</p></body></html>`);
		const { text, charset } = decode(page, null, "text/html");
		expect(text).toContain(RUSSIAN);
		expect(charset).toBe("windows-1251");
	});

	it("goes by the stated character set, and by the declared one when it says something", () => {
		expect(decode(windows1251(RUSSIAN), "windows-1251", "text/plain").text).toBe(RUSSIAN);
		const page = windows1251(`<html><head><meta charset="windows-1251"></head><body>Да</body></html>`);
		expect(decode(page, null, "text/html").text).toContain("Да");
	});

	it("reports what it could not read, at its place", () => {
		const surrogate = bytesOf(...utf8("a "), 0xed, 0xa0, 0x80, ...utf8(" b"));
		const { text, problems } = decode(surrogate, null, "text/plain");
		expect(text).toMatch(/^a \ufffd+ b$/);
		expect(problems).toMatchObject([{ code: "read/replaced", span: { start: 2, end: 3 } }]);
		expect(decode(bytesOf(...utf8("naïve “quote” é "), 0xc3), null, "text/plain").problems).toHaveLength(1);
	});

	it.each([
		["a PDF", utf8("%PDF-1.7\n...")],
		["a PNG", bytesOf(0x89, 0x50, 0x4e, 0x47, 1, 2)],
		["a ZIP archive", bytesOf(0x50, 0x4b, 3, 4, 0, 0)],
		["noise", Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 0xff)],
		["zeros", new Uint8Array(500)],
	])("refuses %s", (_, bytes) => {
		expect(decode(bytes, null, "text/plain")).toMatchObject({ text: "", problems: [{ code: "read/binary" }] });
	});
});
