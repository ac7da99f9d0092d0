import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeTable, readRows } from "./weights.ts";

/** Keys sorted and each once, `stride` weights each, not all nought. */
function rowsOf(stride: number): fc.Arbitrary<{ keys: Int32Array; rows: Int8Array }> {
	// Small keys and multiples of a power of two meet in the same slots.
	const key = fc.oneof(
		fc.nat(2 ** 24 - 2),
		fc.nat(300),
		fc.nat(60).map((n) => n << 18),
	);
	const weights = fc
		.array(fc.integer({ min: -127, max: 127 }), { minLength: stride, maxLength: stride })
		.filter((list) => list.some((one) => one !== 0));
	return fc.uniqueArray(fc.tuple(key, weights), { selector: ([one]) => one, maxLength: 400 }).map((list) => {
		const sorted = list.sort(([a], [b]) => a - b);
		return {
			keys: Int32Array.from(sorted, ([one]) => one),
			rows: Int8Array.from(sorted.flatMap(([, all]) => all)),
		};
	});
}

describe("a table of weights", () => {
	for (const stride of [2, 5])
		it(`lists its rows of ${stride} by key as they went in`, () => {
			fc.assert(
				fc.property(rowsOf(stride), (given) => {
					expect(readRows(makeTable(given.keys, given.rows, stride, 1))).toEqual(given);
				}),
			);
		});

	it("leaves rows without a weight out of pairs", () => {
		const { keys } = readRows(makeTable(Int32Array.of(3, 4, 5), Int8Array.of(1, 0, 0, 0, 0, -1), 2, 1));
		expect([...keys]).toEqual([3, 5]);
	});
});
