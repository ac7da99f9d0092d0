import fc from "fast-check";
import { expect, it } from "vitest";
import { countCodePoints, wholeSlice } from "./code-points.ts";

/** Text of any code units: whole pairs, halves, everything else. */
const anyText = fc
	.array(fc.oneof(fc.nat(0xffff), fc.integer({ min: 0xd800, max: 0xdfff }), fc.constant(0x61)))
	.map((units) => String.fromCharCode(...units));

it("finds by code points what a span holds, whatever the text", () => {
	fc.assert(
		fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
			const start = Math.min(a, b) % (text.length + 1);
			const end = Math.max(start, Math.max(a, b) % (text.length + 1));
			const place = countCodePoints(text)({ start, end });
			const points = [...text.toWellFormed()];
			expect(points.slice(place.start, place.end).join("")).toBe(wholeSlice(text, { start, end }));
		}),
	);
});

it("widens a span that would cut a pair, and no other", () => {
	const text = "a\u{1F6A2}b\u{1F6A2}";
	const toCodePoints = countCodePoints(text);
	expect(toCodePoints({ start: 2, end: 4 })).toEqual({ start: 1, end: 3 });
	expect(toCodePoints({ start: 1, end: 2 })).toEqual({ start: 1, end: 2 });
	expect(toCodePoints({ start: 3, end: 6 })).toEqual({ start: 2, end: 4 });
	expect(wholeSlice(text, { start: 2, end: 4 })).toBe("\u{1F6A2}b");
});
