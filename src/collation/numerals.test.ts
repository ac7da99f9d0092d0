import { describe, expect, it } from "vitest";
import { readAmounts } from "./numerals.ts";

function amounts(text: string): [number, string, number][] {
	const words = text.split(" ").map((norm) => ({ norm, number: /^\d/.test(norm) }));
	return [...readAmounts(words)].map(([at, { key, length }]) => [at, key, length]);
}

describe("readAmounts", () => {
	it("gives a number one form in words and in digits", () => {
		expect(amounts("two hundred thousand lir")).toEqual([[0, "200000", 3]]);
		expect(amounts("200,000 lir")).toEqual([[0, "200000", 1]]);
		expect(amounts("four million and 4 million")).toEqual([
			[0, "4000000", 2],
			[3, "4000000", 2],
		]);
		expect(amounts("one hundred and twelve")).toEqual([[1, "112", 3]]);
	});

	it("reads two numbers that stand beside each other as two", () => {
		expect(amounts("in 2031 40 ships")).toEqual([
			[1, "2031", 1],
			[2, "40", 1],
		]);
		expect(amounts("from two to three")).toEqual([
			[1, "2", 1],
			[3, "3", 1],
		]);
	});
});
