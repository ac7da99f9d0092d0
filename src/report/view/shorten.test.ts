import { expect, it } from "vitest";
import { shorten } from "./shorten.ts";

it("leaves short text, and cuts long text at a word's end without halving a character", () => {
	expect(shorten("the dam leaks", 13)).toBe("the dam leaks");
	expect(shorten("the dam leaks now", 14)).toBe("the dam leaks …");
	expect(shorten("\u{1F692}".repeat(9), 5).isWellFormed()).toBe(true);
});
