import { describe, expect, it } from "vitest";
import { entitiesOf, entity, namesOf } from "../../../test/list-names.ts";

describe("what is known of a person", () => {
	it("keeps the roles of titles and appositions", () => {
		expect(entity("Foreign Minister Orla Vane spoke.", "Orla Vane").roles).toEqual(["minister"]);
		expect(entity("Orla Vane, the mayor of Corra, spoke.", "Orla Vane").roles).toEqual(["mayor"]);
		expect(entity("The spokesman, Tomas Kell, spoke.", "Tomas Kell").roles).toEqual(["spokesman"]);
		expect(entity("He asked former envoy Tomas Kell.", "Tomas Kell").roles).toEqual(["envoy"]);
		expect(entity("He asked Gen. Tomas Kell.", "Tomas Kell").roles).toEqual(["general"]);
	});
	it("takes an office's domain for a title", () => {
		for (const [text, name, roles] of [
			["Minister of Waters Teval Eskarne spoke.", "Teval Eskarne", ["minister"]],
			["He met Secretary of Defence Orla Vane.", "Orla Vane", ["secretary"]],
			["He met Secretary of State for Defence Orla Vane.", "Orla Vane", ["secretary"]],
			["He met Commissioner for Fisheries A. Kell.", "A. Kell", ["commissioner"]],
			["He met Minister of Justice Orla Vane.", "Orla Vane", ["minister"]],
			["He met Minister for Ports and Forests Zanth Kell.", "Zanth Kell", ["minister"]],
			["He met Minister of Locks and Weirs Zanth Kell.", "Zanth Kell", ["minister"]],
			["He met the minister of waters Zanth Kell.", "Zanth Kell", ["minister"]],
			["He met Deputy Minister of Health Dr. Zanth Kell.", "Zanth Kell", ["minister"]],
		] as const)
			expect(entitiesOf(text).map((found) => [found.name, found.type, found.roles])).toEqual([[name, "person", roles]]);
		expect(namesOf("The Minister of Waters spoke.")).toEqual([]);
	});
	it("takes no company for an office's domain", () => {
		expect(namesOf("The President of Vaskold Metals spoke.")).toEqual(["organisation: Vaskold Metals"]);
		expect(namesOf("The Secretary of Vaskold Metals spoke.")).toEqual(["organisation: Vaskold Metals"]);
	});
	it("reads no clause behind a comma as an apposition", () => {
		for (const clause of ["accused the commission of fraud.", "lost her brother.", "joined the party in May."]) {
			const found = entitiesOf(`The candidate, Brenna Vane, ${clause}`).find(({ name }) => name === "Brenna Vane");
			expect(found?.roles).not.toContain("commission");
			expect(found?.roles).not.toContain("brother");
			expect(found?.roles).not.toContain("party");
		}
	});

	it("keeps an apposition with an adverb before its article", () => {
		const [found] = entitiesOf("Brenna Vane, then the mayor of Corra, resigned.");
		expect(found?.roles).toEqual(["mayor"]);
	});

	it.each([
		["The plant of Corvin & Sons burned.", "organisation: Corvin & Sons"],
		["The plant of Corvin and Sons burned.", "organisation: Corvin and Sons"],
		["The owner, Hale Brothers, said the dam holds.", "organisation: Hale Brothers"],
		["She told Radio Varra so.", "outlet: Radio Varra"],
		["It was read out by Agencia Meridiana.", "agency: Agencia Meridiana"],
		["A report by the Coast Wire was wrong.", "agency: Coast Wire"],
		["She told the Bay Free Press so.", "outlet: Bay Free Press"],
		["They met Anna Press at noon.", "person: Anna Press"],
	])("tells from its words what is named: %s", (text, shown) => {
		expect(namesOf(text)).toContain(shown);
	});

	it("takes a language for no state and nobody", () => {
		expect(namesOf("She wrote in Chilean, and he spoke Dorvani to the crowd.")).toEqual([]);
		expect(namesOf("The ship sank in Chilean waters.")).toEqual(["state: Chile | Chilean"]);
	});

	it("gives an apposition as a description", () => {
		const vane = entity("Orla Vane, the mayor of Corra, spoke.", "Orla Vane");
		expect(vane.mentions.map(({ exact, form }) => `${form}: ${exact}`)).toEqual([
			"full: Orla Vane",
			"description: the mayor of Corra",
		]);
	});
	it("reads a description before the name behind an open article", () => {
		const thessold = entity("A company spokeswoman, Aude Thessold, declined to comment.", "Aude Thessold");
		expect(thessold).toMatchObject({ type: "person", roles: ["spokeswoman"], pronoun: "she" });
		expect(entity("The coordinator of the River Watch, Benna Orsolt, left.", "Benna Orsolt")).toMatchObject({
			type: "person",
			roles: ["coordinator"],
		});
		expect(entity("Benna Orsolt, coordinator of the River Watch, left.", "Benna Orsolt").roles).toEqual([
			"coordinator",
		]);
		expect(entity("Asked by a judge, Vane said no. Vane left.", "Vane").roles).toEqual([]);
	});
	it("takes no clause for a description", () => {
		expect(entity("After Orla Vane, the mayor said, nothing changed.", "Orla Vane").roles).toEqual([]);
	});
	it("refers “the envoy” to the only envoy named before", () => {
		const kell = entity("Envoy Tomas Kell spoke. The envoy left.", "Tomas Kell");
		expect(kell.mentions.at(-1)).toMatchObject({ exact: "The envoy", form: "description" });
	});
	it("refers “the envoy” to nobody when two are named", () => {
		const text = "Envoy Tomas Kell met envoy Ana Drell. The envoy left.";
		expect(entitiesOf(text).flatMap((found) => found.mentions.filter(({ form }) => form === "description"))).toEqual(
			[],
		);
	});
	it("refers “the Chilean leader” to Chile's president and not to Peru's", () => {
		const text = "Chilean President Ana Drell met Peruvian President Tomas Kell. The Chilean leader left.";
		expect(entity(text, "Ana Drell").mentions.at(-1)).toMatchObject({ exact: "The Chilean leader" });
	});
	it("tells the pronoun from titles, given names and sentences that name nobody else", () => {
		expect(entity("They met Mrs. Kell.", "Kell").pronoun).toBe("she");
		expect(entity("They met Mr. Kell.", "Kell").pronoun).toBe("he");
		expect(entity("They met James Kell.", "James Kell").pronoun).toBe("he");
		expect(entity("They met spokeswoman Orvie Kell.", "Orvie Kell").pronoun).toBe("she");
		expect(entity("They met Minister Zanth Kell and she left.", "Zanth Kell").pronoun).toBe("she");
		expect(entity("They met Minister Zanth Kell.", "Zanth Kell").pronoun).toBe(null);
	});
	it("gives a title with a bare surname as one mention", () => {
		expect(entity("They met President Kell.", "Kell").mentions[0]).toMatchObject({
			exact: "President Kell",
			form: "title",
		});
	});
});
