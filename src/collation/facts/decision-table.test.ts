import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FactMode, FactState } from "../../model/record.ts";
import { type NumberCase, relateDenial, relateNumberStates, relateTimeStates } from "./decision-table.ts";

const state = (value: string, mode: FactMode = "asserted"): FactState => ({
	article: value,
	spans: [{ start: 0, end: value.length }],
	value,
	mode,
	polarity: "said",
	by: null,
	quotation: null,
});

const apart: NumberCase = {
	left: state("63"),
	right: state("71"),
	values: "apart",
	growth: "fixed",
	order: 0,
	grew: true,
	renewed: false,
	moved: false,
	trend: false,
	sameMoment: false,
	central: true,
	dated: true,
	sure: true,
};

describe("relateNumberStates", () => {
	it("takes equal numbers as agreeing, and a central one that is only claimed elsewhere as contested", () => {
		expect(relateNumberStates({ ...apart, values: "equal" }).relation).toBe("agree");
		const claimed = { ...apart, values: "equal" as const, right: state("63", "claimed") };
		expect(relateNumberStates(claimed).relation).toBe("contested");
		expect(relateNumberStates({ ...claimed, central: false }).relation).toBe("agree");
	});

	it("takes a bound and a value inside it as compatible, and a bound that a later report raises as updated", () => {
		expect(relateNumberStates({ ...apart, values: "compatible" }).relation).toBe("compatible");
		expect(relateNumberStates({ ...apart, values: "compatible", moved: true }).relation).toBe("updated");
	});

	it("takes a later, larger count of what only grows as updated, not as a conflict", () => {
		expect(relateNumberStates({ ...apart, growth: "grows", order: -1 }).relation).toBe("updated");
		expect(relateNumberStates({ ...apart, growth: "shrinks", order: -1 }).relation).toBe("conflict");
	});

	it("leaves two counts of one day open, of something that grows", () => {
		expect(relateNumberStates({ ...apart, growth: "grows" }).relation).toBe("unclear");
	});

	it("takes a number that words give as new as updated", () => {
		expect(relateNumberStates({ ...apart, renewed: true }).relation).toBe("updated");
	});

	it("makes a conflict only of what is surely one thing, given without a hedge", () => {
		expect(relateNumberStates(apart).relation).toBe("conflict");
		expect(relateNumberStates({ ...apart, sure: false }).relation).toBe("unclear");
		expect(relateNumberStates({ ...apart, left: state("63", "hedged") }).relation).toBe("unclear");
		expect(relateNumberStates({ ...apart, left: state("63", "claimed") }).relation).toBe("contested");
	});

	it("gives two states one relation in whichever order they come", () => {
		const mode = fc.constantFrom<FactMode>("asserted", "attributed", "quoted", "hedged", "claimed");
		fc.assert(
			fc.property(
				fc.record({
					left: mode.map((one) => state("a", one)),
					right: mode.map((one) => state("b", one)),
					values: fc.constantFrom("equal" as const, "compatible" as const, "apart" as const),
					growth: fc.constantFrom("grows" as const, "shrinks" as const, "varies" as const, "fixed" as const),
					order: fc.constantFrom(-1, 0, 1),
					grew: fc.boolean(),
					renewed: fc.boolean(),
					moved: fc.boolean(),
					trend: fc.boolean(),
					sameMoment: fc.boolean(),
					central: fc.boolean(),
					dated: fc.boolean(),
					sure: fc.boolean(),
				}),
				(one) => {
					// `grew` is told from the earlier report to the later, so that it stays when the two change places.
					const turned = { ...one, left: one.right, right: one.left, order: -one.order };
					expect(relateNumberStates(turned).relation).toBe(relateNumberStates(one).relation);
				},
			),
		);
	});
});

describe("relateTimeStates", () => {
	it("takes times that differ as a conflict only where they are surely of one thing", () => {
		const [left, right] = [state("9:40 p.m."), state("8.40pm")];
		expect(relateTimeStates({ left, right, values: "apart", sure: true }).relation).toBe("conflict");
		expect(relateTimeStates({ left, right, values: "apart", sure: false }).relation).toBe("unclear");
		expect(relateTimeStates({ left, right, values: null, sure: true }).relation).toBe("compatible");
		expect(relateTimeStates({ left, right, values: "equal", sure: false }).relation).toBe("agree");
	});
});

describe("relateDenial", () => {
	it("takes what somebody denies as contested, and two reports' own words against each other as unclear", () => {
		expect(relateDenial(state("it fell"), state("it did not fall", "quoted")).relation).toBe("contested");
		expect(relateDenial(state("it fell", "claimed"), state("it did not fall", "quoted")).relation).toBe("contested");
		expect(relateDenial(state("it fell"), state("it did not fall")).relation).toBe("unclear");
	});
});
