import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PostingRows } from "./posting-rows.ts";
import { WorkCounts } from "./work-counts.ts";

/** Few keys, of which some meet in the same place of the table. */
const keys = fc.constantFrom(0, 1, 2, 16, 17, 0x01000000, 0xffffffff);
const steps = fc.array(fc.tuple(keys, fc.nat(40), fc.boolean()), { maxLength: 300 });
/** Another order for each key. */
const orderOf = (key: number, a: number, b: number): number => (key % 2 === 0 ? a - b : b - a);

describe("PostingRows", () => {
	it("holds what lists in order hold, whatever came and went", () => {
		fc.assert(
			fc.property(steps, fc.integer({ min: 1, max: 5 }), (moves, reach) => {
				const rows = new PostingRows(orderOf, reach, new WorkCounts());
				const lists = new Map<number, number[]>();
				for (const [key, item, stays] of moves) {
					const others = (lists.get(key) ?? []).filter((other) => other !== item);
					if (stays) {
						rows.add(key, item);
						lists.set(
							key,
							[...others, item].sort((a, b) => orderOf(key, a, b)),
						);
					} else {
						rows.delete(key, item);
						lists.set(key, others);
					}
				}
				for (const [key, list] of lists) {
					for (let item = 0; item <= 41; item++) {
						const place = rows.near(key, item);
						const found = [...rows.found.items.subarray(0, rows.found.count)];
						if (list.length <= reach + 1) {
							expect([place, [...found].sort((a, b) => orderOf(key, a, b))]).toEqual([0, list]);
							continue;
						}
						expect(rows.found.row).toBe(list.length);
						const before = list.filter((other) => other !== item && orderOf(key, other, item) < 0);
						const after = list.filter((other) => other !== item && orderOf(key, other, item) > 0);
						if (list.length === reach + 2) {
							expect([place, found]).toEqual([before.length, list]);
							continue;
						}
						const near = before.slice(Math.max(0, before.length - reach));
						const self = list.includes(item) ? [item] : [];
						expect([place, found]).toEqual([near.length, [...near, ...self, ...after.slice(0, reach)]]);
					}
				}
			}),
			{ numRuns: 200 },
		);
	});

	it("takes no more room for a row that comes and goes", () => {
		const rows = new PostingRows(orderOf, 3, new WorkCounts());
		const run = (): void => {
			for (let item = 0; item < 100; item++) rows.add(item % 7, item);
			for (let item = 0; item < 100; item++) rows.delete(item % 7, item);
		};
		run();
		const { bytes } = rows;
		for (let i = 0; i < 50; i++) run();
		expect(rows.bytes).toBe(bytes);
	});
});
