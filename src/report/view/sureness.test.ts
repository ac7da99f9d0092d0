import { expect, it } from "vitest";
import { isShown } from "./sureness.ts";

const reading = { kind: "indirect", confidence: 0.6, source: {}, marked: [] } as const;

it("shows words in marks whatever their confidence", () => {
	expect(isShown({ ...reading, kind: "direct", confidence: 0.2, source: null })).toBe(true);
});

it("shows other words only where they are sure enough and somebody's", () => {
	expect(isShown(reading)).toBe(true);
	expect(isShown({ ...reading, confidence: 0.39 })).toBe(false);
	expect(isShown({ ...reading, kind: "mixed", confidence: 0.39, marked: [{}] })).toBe(false);
	expect(isShown({ ...reading, source: null })).toBe(false);
	expect(isShown({ ...reading, kind: "mixed", source: null, marked: [{}] })).toBe(true);
});
