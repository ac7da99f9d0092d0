import { expect, it } from "vitest";
import { isSure } from "./sureness.ts";

const reading = { kind: "indirect", confidence: 0.6, source: {}, marked: [] } as const;

it("is sure of words in marks whatever their confidence", () => {
	expect(isSure({ ...reading, kind: "direct", confidence: 0.2, source: null })).toBe(true);
});

it("is sure of other words only where they are sure enough and somebody's", () => {
	expect(isSure(reading)).toBe(true);
	expect(isSure({ ...reading, confidence: 0.39 })).toBe(false);
	expect(isSure({ ...reading, kind: "mixed", confidence: 0.39, marked: [{}] })).toBe(false);
	expect(isSure({ ...reading, source: null })).toBe(false);
	expect(isSure({ ...reading, kind: "mixed", source: null, marked: [{}] })).toBe(true);
});
