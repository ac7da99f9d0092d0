import { describe, expect, it } from "vitest";
import { stemOf } from "./stem.ts";

describe("stemOf", () => {
	it("brings regular inflections together", () => {
		expect(new Set(["fight", "fights", "fighting", "fought"].map(stemOf)).size).toBe(1);
		expect(stemOf("authorities")).toBe(stemOf("authority"));
		expect(stemOf("governed")).toBe(stemOf("governs"));
	});

	it("keeps different words apart", () => {
		expect(stemOf("ally")).not.toBe(stemOf("alley"));
		expect(stemOf("dying")).not.toBe(stemOf("dye"));
	});

	it("answers the same from its memory", () => {
		expect(stemOf("commitments")).toBe(stemOf("commitments"));
	});
});
