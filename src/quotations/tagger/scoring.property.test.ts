import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf, Stage } from "./mixing.ts";
import { addFives, addPairs, questions } from "./scoring.ts";
import { makeTable } from "./weights.ts";

const QUESTIONS = 40;

/** What each of some questions asks about, which of their keys have a row, and other rows that fill the table. */
const given = fc.record({
	asked: fc.array(fc.nat(6), { minLength: QUESTIONS * 2, maxLength: QUESTIONS * 2 }),
	known: fc.array(fc.boolean(), { minLength: QUESTIONS, maxLength: QUESTIONS }),
	weights: fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 500, maxLength: 500 }),
	others: fc.array(fc.nat(2 ** 24 - 2), { maxLength: 160 }),
});

for (const [stride, add] of [
	[2, addPairs],
	[5, addFives],
] as const)
	describe(`the sums of ${stride} weights`, () => {
		it("are those of the rows that the questions' keys have", () => {
			fc.assert(
				fc.property(given, (one) => {
					const asked = Int32Array.from(one.asked);
					const keys = new Int32Array(QUESTIONS);
					keysOf(Stage.token, asked, keys);
					const sorted = Int32Array.from(new Set([...keys.filter((_, n) => one.known[n]), ...one.others])).sort();
					const rows = Int8Array.from({ length: sorted.length * stride }, (_, i) => one.weights[i % 500] ?? 0);
					const wanted = new Int32Array(stride);
					for (const key of keys) {
						const row = sorted.indexOf(key);
						for (let e = 0; row >= 0 && e < stride; e++) wanted[e] = (wanted[e] ?? 0) + (rows[row * stride + e] ?? 0);
					}
					const sums = new Int32Array(stride);
					add(makeTable(sorted, rows, stride, 1), Stage.token, asked, questions(0, QUESTIONS), sums);
					expect(sums).toEqual(wanted);
				}),
			);
		});
	});
