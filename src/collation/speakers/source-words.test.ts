import { describe, expect, it } from "vitest";
import { readSourceWords } from "./source-words.ts";

const read = (source: string): unknown[] => {
	const { names, heads, modifiers, kind, pronoun } = readSourceWords(source);
	return [kind, names, [...heads], [...modifiers], pronoun];
};

describe("readSourceWords", () => {
	it("parts the name from what its bearer is called", () => {
		expect(read("the union's general secretary, Orla Vane")).toEqual([
			"person",
			["orla vane"],
			["secretary"],
			["union", "general"],
			null,
		]);
	});

	it("reads a description without a name", () => {
		expect(read("A doctor at the main hospital")).toEqual(["person", [], ["doctor"], ["main", "hospital"], null]);
		expect(read("the head of state")).toEqual(["person", [], ["president"], [], null]);
		expect(read("Police")).toEqual(["body", ["police"], ["police"], [], null]);
	});

	it("takes a name before an office for whose it is", () => {
		expect(read("A Tolva Lines spokeswoman")).toEqual(["person", [], ["spokesman"], ["tolva", "lines"], null]);
	});

	it("knows a body by what it is called", () => {
		expect(read("The owner, Tolva Metals")[0]).toBe("body");
		expect(read("Harbour Wire, another agency")[0]).toBe("medium");
	});

	it("tells pronouns apart", () => {
		expect(read("she")[4]).toBe("person");
		expect(read("it")[4]).toBe("thing");
		expect(read("who")[4]).toBe("other");
	});
});
