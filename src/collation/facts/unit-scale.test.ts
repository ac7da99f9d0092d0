import { describe, expect, it } from "vitest";
import type { FoundNumber } from "../../model/annotation.ts";
import { relateAmounts, relateFrames } from "./unit-scale.ts";

const number = (value: number, of: string | null, kind: FoundNumber["kind"] = "measure"): FoundNumber => ({
	start: 0,
	end: 1,
	exact: String(value),
	low: value,
	high: value,
	of,
	counted: null,
	qualifier: "exact",
	kind,
});

describe("relateAmounts", () => {
	it("compares amounts of one dimension in one unit", () => {
		expect(relateAmounts(number(22, "km"), number(13.7, "mile"))).toBe("compatible");
		expect(relateAmounts(number(22, "km"), number(40, "mile"))).toBe("apart");
	});

	it("does not compare two dimensions or two currencies", () => {
		expect(relateAmounts(number(22, "km"), number(22, "hour"))).toBeNull();
		expect(relateAmounts(number(22, "GBP", "money"), number(22, "EUR", "money"))).toBeNull();
	});

	it("takes a round number for the bound above it", () => {
		const more = { ...number(61, "person", "count"), high: null, qualifier: "more-than" as const };
		expect(relateAmounts(more, number(60, "person", "count"))).toBe("compatible");
		expect(relateAmounts(more, number(59, "person", "count"))).toBe("apart");
	});

	it("takes what goes on over five weekends as five weekends", () => {
		const over = { ...number(6, "weekend", "count"), high: null, exact: "over five" };
		expect(relateAmounts(over, number(5, "weekend", "count"))).toBe("compatible");
	});

	it("takes a result as equal in either order of its sides", () => {
		const tally = (a: number, b: number): Parameters<typeof relateFrames>[0] => ({
			number: number(a, null, "count"),
			against: number(b, null, "count"),
		});
		expect(relateFrames(tally(117, 116), tally(116, 117))).toBe("equal");
		expect(relateFrames(tally(122, 114), tally(121, 114))).toBe("apart");
	});
});
