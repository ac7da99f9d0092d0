import { describe, expect, it } from "vitest";
import type { LineageEdge, LineageEdgeKind } from "../../model/record.ts";
import { nameTie, tieVerb, tieWords } from "./tie-words.ts";

const node = { id: "a", kind: "report", article: "a", entity: null, url: null, name: "a" } as const;
const edge: LineageEdge = {
	from: "a",
	to: "b",
	kind: "credits",
	directed: true,
	for: null,
	passage: null,
	evidence: [],
	confidence: 0.9,
};
const tie = (kind: LineageEdgeKind, directed: boolean, part: "quotation" | "passage" | "" = "", count: number = 1) => ({
	...{ from: node, to: node, kind, directed, part },
	edges: Array.from({ length: count }, () => edge),
});

describe("words of a tie", () => {
	it("say what a credit is for", () => {
		expect(tieWords(tie("credits", true))).toBe("credits it");
		expect(tieWords(tie("credits", true, "quotation"))).toBe("credits it for a quotation");
		expect(tieWords(tie("credits", true, "passage", 3))).toBe("credits it for 3 passages");
	});

	it("draw no direction where none is known", () => {
		expect(tieWords(tie("shares", false))).toBe("share passages; which had them first is open");
		expect(tieWords(tie("copies", false))).toBe("are one text; which was first is open");
		expect(nameTie(tie("copies", true))).toBe("carries its text");
	});

	it("are the same before a name as behind two", () => {
		expect(tieVerb(tie("shares", true))).toBe("has passages of");
		expect(tieVerb(tie("shares", false))).toBe("shares passages with");
		expect(tieVerb(tie("copies", false))).toBe("is one text with");
	});
});
