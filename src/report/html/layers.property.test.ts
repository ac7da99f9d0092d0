import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutPieces, type Layer } from "./layers.ts";

const LAYERS: readonly Layer[] = ["quotation", "name", "shared", "dropped"];
const span = fc
	.tuple(fc.nat(90), fc.integer({ min: 1, max: 30 }))
	.map(([start, length]) => ({ start, end: start + length }));
const layers = fc
	.array(fc.array(span, { maxLength: 6 }), { minLength: LAYERS.length, maxLength: LAYERS.length })
	.map(
		(lists) =>
			new Map(
				LAYERS.map((layer, at) => [layer, [...(lists[at] ?? [])].sort((a, b) => a.start - b.start || b.end - a.end)]),
			),
	);
const stretch = fc
	.tuple(fc.nat(60), fc.integer({ min: 1, max: 50 }))
	.map(([start, length]) => ({ start, end: start + length }));

describe("the pieces of a stretch", () => {
	it("cover it in order without gaps, each with exactly the layers that cover it", () => {
		fc.assert(
			fc.property(stretch, layers, fc.array(fc.nat(100)), (whole, all, targets) => {
				const pieces = cutPieces(whole, all, targets);
				expect(pieces[0]?.start).toBe(whole.start);
				expect(pieces.at(-1)?.end).toBe(whole.end);
				for (const [at, piece] of pieces.entries()) {
					if (at > 0) expect(piece.start).toBe(pieces[at - 1]?.end);
					for (const layer of LAYERS) {
						const covers = (all.get(layer) ?? []).some((one) => one.start <= piece.start && one.end >= piece.end);
						const touches = (all.get(layer) ?? []).some((one) => one.start < piece.end && one.end > piece.start);
						expect(touches).toBe(covers);
						expect(piece.layers.includes(layer)).toBe(covers);
					}
				}
			}),
		);
	});

	it("begin wherever a finding leads to", () => {
		fc.assert(
			fc.property(stretch, layers, fc.array(fc.nat(120)), (whole, all, targets) => {
				const aimed = cutPieces(whole, all, targets).filter(({ target }) => target);
				const inside = targets.filter((start) => start >= whole.start && start < whole.end);
				expect(new Set(aimed.map(({ start }) => start))).toEqual(new Set(inside));
			}),
		);
	});
});
