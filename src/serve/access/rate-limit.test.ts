import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RateLimit } from "./rate-limit.ts";

describe("a limit", () => {
	it("lets so many through at once, and says when the next may come", () => {
		let now = 0;
		const limit = new RateLimit({ burst: 2, perMinute: 6 }, () => now);
		expect([limit.take("a"), limit.take("a"), limit.take("a"), limit.take("b")]).toEqual([null, null, 10, null]);
		now = 9_999;
		expect(limit.peek("a")).toBe(1);
		now = 10_000;
		expect([limit.peek("a"), limit.take("a"), limit.peek("a")]).toEqual([null, null, 10]);
	});

	it("never lets more through than its rate, and lets through who waits as it says", () => {
		const rate = { burst: 3, perMinute: 20 };
		fc.assert(
			fc.property(fc.array(fc.nat(5000), { maxLength: 60 }), (pauses) => {
				let now = 0;
				let taken = 0;
				const limit = new RateLimit(rate, () => now);
				for (const pause of pauses) {
					now += pause;
					if (limit.take("a") === null) taken++;
				}
				expect(taken).toBeLessThanOrEqual(rate.burst + (now * rate.perMinute) / 60_000);
				now += 1000 * (limit.peek("a") ?? 0);
				expect(limit.take("a")).toBeNull();
			}),
		);
	});
});
