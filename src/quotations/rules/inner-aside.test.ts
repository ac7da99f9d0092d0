import { expect, it } from "vitest";
import { partInnerAside } from "./inner-aside.ts";

function part(language: string, text: string): readonly (string | null)[] | null {
	const parted = partInnerAside(text, [{ start: 0, end: text.length }], language);
	const slice = (span: { readonly start: number; readonly end: number } | null): string | null =>
		span && text.slice(span.start, span.end);
	return parted && [parted.parts.map(slice).join(" … "), slice(parted.cue), slice(parted.source)];
}

it.each([
	["fr", "Le barrage tient, dit-il, et il tiendra.", "Le barrage tient, … et il tiendra.", "dit-il", null],
	["fr", "Il tient, explique Anne Morel.", "Il tient,", "explique", "Anne Morel"],
	["fr", "Il tient, a-t-elle expliqué, mais peu.", "Il tient, … mais peu.", "a-t-elle expliqué", null],
	["fr", "Il tient, dit Anne Morel, maire de Vell, ici.", "Il tient, … ici.", "dit", "Anne Morel, maire de Vell"],
	["ru", "Мост закрыт, — сказала мэр, — до лета", "Мост закрыт, … до лета", "сказала", "мэр"],
])("takes the clause of saying out of words in marks in %s: %s", (language, text, words, cue, source) => {
	expect(part(language, text)).toEqual([words, cue, source]);
});

it.each([
	["fr", "Il dit, je crois, la vérité."],
	["fr", "Le pont – notre pont – tient."],
	["fr", "Le barrage, note importante, tient."],
	["de", "Der Damm, sagt er, hält."],
])("leaves words in marks whole in %s: %s", (language, text) => {
	expect(part(language, text)).toBe(null);
});
