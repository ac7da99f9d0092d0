import { describe, expect, it } from "vitest";
import { crc32 } from "./crc32.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a CRC-32", () => {
	it("is that of the standard's check value", () => {
		expect(crc32(utf8("123456789"))).toBe(0xcbf43926);
		expect(crc32(new Uint8Array())).toBe(0);
	});

	it("goes on where another ended", () => {
		expect(crc32(utf8("6789"), crc32(utf8("12345")))).toBe(0xcbf43926);
	});
});
