import { describe, expect, it } from "vitest";
import type { SpeakerReference } from "./references.ts";
import { readSourceWords } from "./source-words.ts";
import { compareSpeakers } from "./speaker-likeness.ts";

function refer(source: string, other: Partial<SpeakerReference> = {}): SpeakerReference {
	const { names, heads, modifiers, kind, pronoun } = readSourceWords(source);
	return {
		entity: null,
		kind: pronoun === "person" ? "person" : pronoun === "thing" ? "body" : kind,
		names: pronoun === null ? names.map((name) => name.split(" ")) : [],
		heads,
		modifiers,
		candidates: [],
		unnamed: pronoun !== null,
		key: source,
		...other,
	};
}

const compare = (a: SpeakerReference, b: SpeakerReference): string => {
	const one = compareSpeakers(a, b);
	expect(compareSpeakers(b, a)).toBe(one);
	return one;
};

describe("compareSpeakers", () => {
	it("takes two spellings of a name for one person, and two names for two", () => {
		const vane = refer("the minister, Orla Vaneti");
		expect(compare(vane, refer("the minister, Orla Vanetti"))).toBe("same");
		expect(compare(vane, refer("the minister, Tomas Reik"))).toBe("other");
	});

	it("lets a description fit whoever is called so, and nobody else", () => {
		const vane = refer("the minister, Orla Vane");
		expect(compare(vane, refer("the minister"))).toBe("fits");
		expect(compare(vane, refer("the doctor"))).toBe("other");
		expect(compare(refer("the president"), refer("the head of state"))).toBe("fits");
	});

	it("lets an officer speak for the body that has one, and not for another", () => {
		const officer = refer("Tolva Lines' managing director, Joren Hale");
		expect(compare(officer, refer("Tolva Lines"))).toBe("speaks-for");
		expect(compare(officer, refer("Kelm Ferries"))).toBe("other");
	});

	it("knows a body by the sort of body that its name says", () => {
		expect(compare(refer("the commission"), refer("the Kelm Electoral Commission"))).toBe("fits");
		expect(compare(refer("the police"), refer("the union"))).toBe("other");
	});

	it("leaves a pronoun open, but for those whom it can and cannot mean", () => {
		const vane = refer("the minister, Orla Vane", { entity: "vane" });
		expect(compare(vane, refer("she"))).toBe("open");
		expect(compare(vane, refer("she", { candidates: ["vane", "reik"] }))).toBe("fits");
		expect(compare(vane, refer("she", { candidates: ["reik"] }))).toBe("unlikely");
		expect(compare(vane, refer("it"))).toBe("other");
	});

	it("lets a ministry speak for its state's government, and not for another's", () => {
		const ministry = refer("the Ministry of Fisheries of Kelm");
		expect(compare(ministry, refer("Kelm's government"))).toBe("speaks-for");
		expect(compare(ministry, refer("the government"))).toBe("open");
		expect(compare(ministry, refer("the union"))).toBe("other");
	});

	it("lets an inspector speak for the police", () => {
		expect(compare(refer("Inspector Orla Vane"), refer("Police"))).toBe("speaks-for");
		expect(compare(refer("the minister, Orla Vane"), refer("Police"))).toBe("other");
	});
});
