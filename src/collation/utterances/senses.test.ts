import { describe, expect, it } from "vitest";
import { stemOf } from "../../text/stem.ts";
import { sensesOf } from "./senses.ts";

function areNear(a: string, b: string): boolean {
	const groups = sensesOf(stemOf(a));
	return sensesOf(stemOf(b)).some((group) => groups.includes(group));
}

describe("sensesOf", () => {
	it("puts words together that two translations use for one another, by each sense that they have", () => {
		expect(areNear("prohibition", "ban")).toBe(true);
		expect(areNear("fire", "blaze")).toBe(true);
		expect(areNear("fire", "shooting")).toBe(true);
		expect(areNear("blaze", "shooting")).toBe(false);
	});

	it("puts no opposites together", () => {
		expect(areNear("enemy", "friend")).toBe(false);
		expect(areNear("open", "close")).toBe(false);
		expect(areNear("accept", "reject")).toBe(false);
	});
});
