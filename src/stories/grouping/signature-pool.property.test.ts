import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SignaturePool } from "./signature-pool.ts";

const signatures = fc.array(fc.integer({ min: 0, max: 0xffff_ffff }), { minLength: 1, maxLength: 70 });
const steps = fc.array(fc.tuple(fc.nat(9), signatures), { maxLength: 80 });

describe("SignaturePool", () => {
	it("gives back each signature that it holds, whatever came and went", () => {
		fc.assert(
			fc.property(steps, (moves) => {
				const pool = new SignaturePool();
				const held = new Map<number, number[]>();
				for (const [slot, signature] of moves) {
					if (held.delete(slot)) pool.release(slot);
					else {
						pool.hold(slot, Uint32Array.from(signature));
						held.set(slot, signature);
					}
					for (const [other, own] of held) {
						const start = pool.startOf(other);
						expect([...pool.wordsOf(other).subarray(start, start + own.length)]).toEqual(own);
					}
				}
			}),
		);
	});
});
