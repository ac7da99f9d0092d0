import { describe, expect, it } from "vitest";
import { describeLine, type LineTie } from "./line-reasons.ts";

const LABELS = ["Mirror", "Echo", "Globe", "Post"];
const say = (...ties: readonly LineTie[]): string | null => describeLine(ties, [0, 1, 2, 3], LABELS);

describe("describeLine", () => {
	it("says ties of one sort to one report in one breath, in the order of the story", () => {
		expect(say({ kind: "repeats", from: 2, to: 0 }, { kind: "repeats", from: 1, to: 0 })).toBe(
			"Echo and Globe repeat the text of Mirror",
		);
		expect(say({ kind: "words", from: 1, to: 0, count: 28 }, { kind: "words", from: 2, to: 0, count: 31 })).toBe(
			"Mirror shares words that neither quotes: 28 with Echo and 31 with Globe",
		);
	});

	it("claims no direction that nothing tells", () => {
		expect(say({ kind: "one text", from: 1, to: 0 })).toBe(
			"Mirror and Echo are one text, and nothing says which was first",
		);
	});

	it("says who credits an agency, and not that its own text does", () => {
		const both: LineTie = { kind: "both credit", from: 2, to: 1, name: "Corra" };
		expect(say({ kind: "credit", from: 1, to: 0, name: "Corra" })).toBe("Echo credits Corra");
		expect(say({ kind: "credit", from: 1, to: 0, name: "Corra" }, both)).toBe("Echo and Globe both credit Corra");
		expect(say(both, { kind: "both credit", from: 3, to: 1, name: "Corra" })).toBe(
			"Echo, Globe and Post all credit Corra",
		);
	});

	it("names a dozen reports and counts the others", () => {
		const labels = Array.from({ length: 20 }, (_, i) => `r${i}`);
		const ties = labels.slice(1).map((_, i): LineTie => ({ kind: "repeats", from: i + 1, to: 0 }));
		expect(
			describeLine(
				ties,
				labels.map((_, i) => i),
				labels,
			),
		).toMatch(/^r1, .*, r12 and 7 more repeat the text of r0$/);
	});

	it("says nothing of a report alone", () => {
		expect(say()).toBeNull();
	});
});
