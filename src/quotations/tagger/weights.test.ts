import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPair, findWide, makeTable, readRows } from "./weights.ts";

const KEYS = 2 ** 24 - 1;
const weight = fc.integer({ min: -127, max: 127 });

/** Keys sorted and each once, `stride` weights each. */
function rowsOf(stride: number): fc.Arbitrary<{ keys: Int32Array; rows: Int8Array }> {
	// Small keys and multiples of a power of two meet in the same slots.
	const key = fc.oneof(
		fc.nat(KEYS - 1),
		fc.nat(300),
		fc.nat(60).map((n) => n << 18),
	);
	return fc
		.uniqueArray(fc.tuple(key, fc.array(weight, { minLength: stride, maxLength: stride })), {
			selector: ([one]) => one,
			maxLength: 400,
		})
		.map((list) => {
			const kept = list.filter(([, weights]) => weights.some((one) => one !== 0)).sort(([a], [b]) => a - b);
			return {
				keys: Int32Array.from(kept, ([one]) => one),
				rows: Int8Array.from(kept.flatMap(([, weights]) => weights)),
			};
		});
}

describe("a table of weights", () => {
	it("gives two weights of a key back, and nought for every other key", () => {
		fc.assert(
			fc.property(rowsOf(2), fc.array(fc.nat(KEYS)), ({ keys, rows }, others) => {
				const { slots, bits } = makeTable(keys, rows, 2, 1);
				for (const [i, key] of keys.entries()) {
					const two = findPair(slots, bits, key);
					expect([(two << 16) >> 24, (two << 24) >> 24]).toEqual([...rows.subarray(i * 2, i * 2 + 2)]);
				}
				for (const other of others) if (!keys.includes(other)) expect(findPair(slots, bits, other)).toBe(0);
			}),
		);
	});

	it("gives five weights of a key back, and no place for every other key", () => {
		fc.assert(
			fc.property(rowsOf(5), fc.array(fc.nat(KEYS)), ({ keys, rows }, others) => {
				const { slots } = makeTable(keys, rows, 5, 1);
				for (const [i, key] of keys.entries()) {
					const at = findWide(slots, key);
					const [head = 0, rest = 0] = slots.subarray(at, at + 2);
					expect([(head << 24) >> 24, ...[0, 8, 16, 24].map((bits) => (rest << (24 - bits)) >> 24)]).toEqual([
						...rows.subarray(i * 5, i * 5 + 5),
					]);
				}
				for (const other of others) if (!keys.includes(other)) expect(findWide(slots, other)).toBe(-1);
			}),
		);
	});

	it("lists its rows by key as they went in", () => {
		fc.assert(
			fc.property(
				fc.constantFrom(2, 5).chain((stride) => fc.tuple(fc.constant(stride), rowsOf(stride))),
				([stride, given]) => {
					expect(readRows(makeTable(given.keys, given.rows, stride, 1))).toEqual(given);
				},
			),
		);
	});
});
