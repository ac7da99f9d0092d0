import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SeenNumbers } from "./seen-numbers.ts";

const numbers = fc.oneof(fc.nat(40), fc.integer({ min: 0xffff_ff00, max: 0xffff_ffff }));

describe("SeenNumbers", () => {
	it("has seen what a set has, and nothing from before it was cleared", () => {
		fc.assert(
			fc.property(fc.array(fc.array(numbers, { maxLength: 50 }), { maxLength: 6 }), (rounds) => {
				const seen = new SeenNumbers(50);
				for (const round of rounds) {
					seen.clear();
					const set = new Set<number>();
					for (const number of round) {
						expect(seen.has(number)).toBe(set.has(number));
						expect(seen.add(number)).toBe(!set.has(number));
						set.add(number);
					}
				}
			}),
		);
	});
});
