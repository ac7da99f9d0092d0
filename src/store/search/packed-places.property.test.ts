import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packNumbers, packPlaces, packRanges, unpackNumbers, unpackPlaces, unpackRanges } from "./packed-places.ts";

const number = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe("packed numbers", () => {
	it("are the same when they are unpacked", () => {
		fc.assert(
			fc.property(fc.array(number), (numbers) => {
				expect(unpackNumbers(packNumbers(numbers))).toEqual(numbers);
			}),
		);
	});

	it("are places, sorted, with their forms", () => {
		const places = fc
			.array(fc.record({ at: fc.integer({ min: 0, max: 2 ** 30 }), form: fc.integer({ min: 0, max: 0xffff }) }))
			.map((list) => list.sort((a, b) => a.at - b.at));
		fc.assert(
			fc.property(places, (list) => {
				expect(unpackPlaces(packPlaces(list))).toEqual(list);
			}),
		);
	});

	it("are ranges of several things, of none too", () => {
		fc.assert(
			fc.property(fc.array(fc.array(fc.tuple(number, number))), (things) => {
				expect(unpackRanges(packRanges(things))).toEqual(things);
			}),
		);
	});
});
