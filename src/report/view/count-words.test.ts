import { expect, it } from "vitest";
import { countOf, groupDigits } from "./count-words.ts";

it("counts in words", () => {
	expect(countOf(1, "report")).toBe("1 report");
	expect(countOf(0, "report")).toBe("0 reports");
	expect(countOf(2, "story", "stories")).toBe("2 stories");
});

it("groups digits by three", () => {
	expect([999, 1000, 1234567].map(groupDigits)).toEqual(["999", "1,000", "1,234,567"]);
});
