import { describe, expect, it } from "vitest";
import { type Described, findDescribed, indexDescribed } from "./described.ts";
import { readSourceWords } from "./source-words.ts";

const persons: readonly Described[] = [
	{ id: "vane", heads: new Set(["commander"]), modifiers: new Set(["eastern", "army"]) },
	{ id: "reik", heads: new Set(["secretary"]), modifiers: new Set(["union"]) },
	{ id: "hale", heads: new Set(["secretary"]), modifiers: new Set(["company"]) },
];

function find(source: string): string | null {
	const { names, ...words } = readSourceWords(source);
	return findDescribed(source, { ...words, names: names.map((name) => name.split(" ")) }, indexDescribed(persons));
}

describe("findDescribed", () => {
	it("takes a description for the one person whom the reports call so", () => {
		expect(find("the commander")).toBe("vane");
		expect(find("the general")).toBe("vane");
	});

	it("chooses between two by whose they are, and not at all without", () => {
		expect(find("the union's secretary")).toBe("reik");
		expect(find("the secretary")).toBe(null);
	});

	it("takes nobody for somebody who is not known, or who was it once", () => {
		expect(find("a commander")).toBe(null);
		expect(find("the former commander")).toBe(null);
	});
});
