import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchItems } from "./match.ts";

const item = fc.record({ id: fc.string(), keys: fc.array(fc.constantFrom("a", "b", "c", "d", "e")) });
const items = fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 8 });

describe("matching the items of two records", () => {
	it("gives every item of either once", () => {
		fc.assert(
			fc.property(items, items, (earlier, later) => {
				const matches = matchItems(earlier, later, ({ keys }) => keys);
				expect(matches.flatMap(({ from }) => from ?? []).sort(byId)).toEqual([...earlier].sort(byId));
				expect(matches.flatMap(({ to }) => to ?? [])).toEqual(later);
				for (const { from, to } of matches)
					if (from && to) expect(from.keys.some((key) => to.keys.includes(key))).toBe(true);
			}),
		);
	});

	it("finds every item of a list in itself, whatever its order", () => {
		fc.assert(
			fc.property(items, (list) => {
				const matches = matchItems([...list].reverse(), list, ({ id, keys }) => [id, ...keys]);
				for (const { from, to } of matches) expect(from).toBe(to);
			}),
		);
	});

	it("prefers what shares more", () => {
		const earlier = [
			{ id: "1", keys: ["a"] },
			{ id: "2", keys: ["a", "b"] },
		];
		const later = [{ id: "3", keys: ["a", "b", "c"] }];
		expect(matchItems(earlier, later, ({ keys }) => keys).map(({ from, to }) => [from?.id, to?.id])).toEqual([
			["2", "3"],
			["1", undefined],
		]);
	});
});

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
