import { expect, it } from "vitest";
import { clipWords, shorten } from "./shorten.ts";

it("leaves short text, and cuts long text at a word's end without halving a character", () => {
	expect(shorten("the dam leaks", 13)).toBe("the dam leaks");
	expect(shorten("the dam leaks now", 14)).toBe("the dam leaks […]");
	expect(shorten("\u{1F692}".repeat(9), 5).isWellFormed()).toBe(true);
});

it("cuts a word without an end, and leaves languages whose words stand together", () => {
	expect(clipWords(`the ${"dam".repeat(4000)} leaks`)).toMatch(/^the (?:dam)+[…] leaks$/);
	expect(clipWords(`the ${"dam".repeat(4000)} leaks`).length).toBeLessThan(140);
	expect(clipWords("水".repeat(300))).toBe("水".repeat(300));
	expect(clipWords("\u{1F692}".repeat(300)).isWellFormed()).toBe(true);
});
