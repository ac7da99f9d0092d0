import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { showText } from "./safe-text.ts";

describe("showText", () => {
	it("shows an escape sequence instead of obeying it", () => {
		expect(showText("a\u001b[2Jb\u0007c\u007f")).toBe("a^[[2Jb^Gc^?");
	});

	it("shows the eight-bit control characters", () => {
		expect(showText("a\u009b31mb")).toBe("a<9B>31mb");
	});

	it("takes out what turns the reading order or hides text", () => {
		expect(showText("a\u202eb\u2066c\u200fd\u200be\u{e0041}f\ufeffg")).toBe("abcdefg");
	});

	it("keeps the joiners that emoji and scripts need", () => {
		expect(showText("👩\u200d🚀 می\u200cخواهم")).toBe("👩\u200d🚀 می\u200cخواهم");
	});

	it("makes one line of many, and one space of any white space", () => {
		expect(showText("a\r\nb\tc\u2028d\u00a0\u0085e")).toBe("a b c d e");
	});

	it("replaces half a surrogate pair", () => {
		expect(showText("a\ud83db")).toBe("a\ufffdb");
	});

	it("cuts a tower of marks on one letter", () => {
		expect(showText(`a${"\u0301".repeat(400)}b`)).toBe(`a${"\u0301".repeat(4)}b`);
	});

	it("leaves no control character in any text, and changes nothing the second time", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				const shown = showText(text);
				expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
				expect(showText(shown)).toBe(shown);
			}),
		);
	});
});
