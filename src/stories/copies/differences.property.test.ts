import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotateText } from "../../../test/annotate-text.ts";
import { findDifferences } from "./differences.ts";

const word = fc.constantFrom("ferry", "Marena", "dawn", "sank", "off", "12", "13", "the", "captain", "wreck", "𝒜da");
const sentence = fc
	.tuple(fc.array(word, { minLength: 2, maxLength: 9 }), fc.constantFrom(".", "!", " …", ".”"))
	.map(([words, end]) => `The ${words.join(" ")}${end}`);
const text = fc
	.tuple(fc.array(sentence, { maxLength: 6 }), fc.constantFrom(" ", "\n", "\n\n"))
	.map(([sentences, gap]) => sentences.join(gap));

describe("findDifferences, on any two texts", () => {
	it("gives the same differences with the sides exchanged", () => {
		fc.assert(
			fc.property(text, text, (one, two) => {
				const [a, b] = [annotateText(one, { id: "a" }), annotateText(two, { id: "b" })];
				const there = findDifferences(a, b);
				const back = findDifferences(b, a);
				const turn: Readonly<{ [kind: string]: string }> = { added: "removed", removed: "added" };
				const listed = (list: (typeof there)["differences"], isTurned: boolean): string[] =>
					list
						.map(({ kind, from, to }) => JSON.stringify(isTurned ? [turn[kind] ?? kind, to, from] : [kind, from, to]))
						.sort((x, y) => (x < y ? -1 : 1));
				expect(listed(back.differences, true)).toEqual(listed(there.differences, false));
				expect([back.removed, back.added]).toEqual([there.added, there.removed]);
			}),
		);
	});

	it("points at whole words of either text and finds none between a text and itself", () => {
		fc.assert(
			fc.property(text, text, (one, two) => {
				const [a, b] = [annotateText(one, { id: "a" }), annotateText(two, { id: "b" })];
				expect(findDifferences(a, a).differences).toEqual([]);
				for (const { kind, from, to } of findDifferences(a, b).differences) {
					expect(from === null && to === null).toBe(false);
					for (const place of [from, to]) {
						if (!place) continue;
						const own = place.article === "a" ? one : two;
						const slice = own.slice(place.start, place.end);
						expect(slice).toBe(slice.trim());
						expect(slice).not.toBe("");
						expect(/\w/.test(own.charAt(place.start - 1)) && /\w/.test(slice.charAt(0))).toBe(false);
					}
					if (kind === "added") expect(from).toBeNull();
					if (kind === "removed") expect(to).toBeNull();
				}
			}),
		);
	});
});
