import { describe, expect, it } from "vitest";
import { gatherWords, joinLines } from "./hyphenation.ts";

/** Two lines of a document that writes the words elsewhere. */
function join(before: string, after: string, elsewhere: string = ""): string {
	return joinLines(before, after, gatherWords([elsewhere])).join("");
}

describe("lines joined to running text", () => {
	it("lose the hyphen that parts a word, and keep the one that belongs to it", () => {
		expect(join("the investi-", "gators said")).toBe("the investigators said");
		expect(join("a Franco-", "German ferry")).toBe("a Franco-German ferry");
		expect(join("the 2031-", "32 season")).toBe("the 2031-32 season");
		expect(join("a 63-year-", "old man")).toBe("a 63-year-old man");
	});

	it("follow the document, where it writes the word elsewhere", () => {
		expect(join("a co-", "operation", "the cooperation of both")).toBe("a cooperation");
		expect(join("a co-", "operation", "the co-operation of both")).toBe("a co-operation");
		expect(join("a long-", "term plan", "a long wait and a term in office")).toBe("a long-term plan");
		expect(join("they met to-", "gether", "to be gether")).toBe("they met together");
	});

	it("take a space after a dash between words, and none where a word is set to a dash or an address goes on", () => {
		expect(join("the ferry –", "all of it")).toBe("the ferry – all of it");
		expect(join("the ferry—", "all of it")).toBe("the ferry—all of it");
		expect(join("see https://harbour.example/", "log")).toBe("see https://harbour.example/log");
	});

	it("take no space between letters of scripts that set none", () => {
		expect(join("海岸警", "衛隊")).toBe("海岸警衛隊");
		expect(join("soft\u00ad", "ened")).toBe("softened");
	});
});
