import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeyTable } from "./key-table.ts";

/** Few keys near each other and far apart, so that some meet in one place, also over the end of the table. */
const keys = fc.oneof(fc.nat(60), fc.integer({ min: 0xffff_ff00, max: 0xffff_ffff }));

describe("KeyTable", () => {
	it("holds what a map holds", () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(keys, fc.nat(9)), { maxLength: 400 }), (steps) => {
				const table = new KeyTable();
				const map = new Map<number, number>();
				for (const [key, value] of steps) {
					if (value === 0) {
						table.delete(key);
						map.delete(key);
					} else {
						table.set(key, value);
						map.set(key, value);
					}
				}
				for (const [key] of steps) expect(table.get(key)).toBe(map.get(key) ?? 0);
			}),
			{ numRuns: 300 },
		);
	});
});
