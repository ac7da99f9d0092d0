import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstFrom, indexSpans } from "./span-index.ts";
import { overlaps } from "./spans.ts";

const span = fc
	.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }))
	.map(([start, length]) => ({ start, end: start + length }));

describe("an index of spans", () => {
	it("finds the items that share characters with any of some spans, in their order", () => {
		fc.assert(
			fc.property(fc.array(fc.array(span, { maxLength: 3 })), fc.array(span, { maxLength: 3 }), (items, asked) => {
				const found = indexSpans(items, (spans) => spans)(asked);
				expect(found).toEqual(
					items.filter((spans) => spans.some((one) => asked.some((other) => overlaps(one, other)))),
				);
			}),
		);
	});

	it("finds the first number that is not below another", () => {
		expect([0, 2, 3, 9].map((value) => firstFrom([2, 2, 5], value))).toEqual([0, 0, 2, 3]);
	});
});
