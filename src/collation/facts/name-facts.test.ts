import { describe, expect, it } from "vitest";
import { areSpelledAlike, relateNames } from "./name-facts.ts";

describe("areSpelledAlike", () => {
	it("takes a name with a letter or two otherwise as one name in two spellings", () => {
		expect(areSpelledAlike("Anselm Varga", "Anselmo Varga")).toBe(true);
		expect(areSpelledAlike("Yelmar Brandt", "Jelmar Brandt")).toBe(true);
	});

	it("keeps people apart whose names differ in short words or in more than one", () => {
		expect(areSpelledAlike("Ann Varga", "Jan Varga")).toBe(false);
		expect(areSpelledAlike("Orla Varga", "Oria Vargas")).toBe(false);
		expect(areSpelledAlike("Patricia Varga", "Robert Varga")).toBe(false);
	});
});

describe("relateNames", () => {
	it("takes a shorter form as the same name, and another writing as compatible", () => {
		expect(relateNames("Dr Solm", "Benedita Solm").relation).toBe("agree");
		expect(relateNames("Sian Kowal", "Siân Kowal").relation).toBe("compatible");
	});
});
