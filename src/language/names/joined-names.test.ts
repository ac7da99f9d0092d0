import { describe, expect, it } from "vitest";
import { entitiesOf, entity, namesOf } from "../../../test/list-names.ts";

describe("joining the names of one article", () => {
	it("joins a surname to the only person who has it", () => {
		const vane = entity("Orla Vane said no. Vane left.", "Vane");
		expect(vane.names).toEqual(["Orla Vane", "Vane"]);
		expect(vane.reasons).toEqual(["“Vane” is the surname of “Orla Vane”, the only person named Vane here"]);
		expect(vane.mentions.map((mention) => mention.form)).toEqual(["full", "short"]);
	});
	it("keeps a bare surname apart when two people have it", () => {
		expect(namesOf("James Pell met Anna Pell. Pell said no.")).toEqual([
			"person: James Pell",
			"person: Anna Pell",
			"person: Pell",
		]);
	});
	it("gives a bare surname to the one of two who has been named by then", () => {
		const text = "James Pell spoke. Pell said no. Anna Pell, no relation, listened. Pell left.";
		expect(namesOf(text)).toEqual(["person: James Pell | Pell", "person: Anna Pell", "person: Pell"]);
		const pell = entity(text, "James Pell");
		expect(pell.mentions.map(({ exact }) => exact)).toEqual(["James Pell", "Pell"]);
		expect(pell.reasons).toEqual([
			"“Pell” is the surname of “James Pell”, whom alone of that surname the text has named by then",
		]);
	});
	it("gives a bare surname before both are named to neither", () => {
		expect(namesOf("They met Mr. Pell. Anna Pell saw James Pell there.")).toEqual([
			"person: James Pell | Pell",
			"person: Anna Pell",
		]);
		expect(namesOf("Then Pell spoke. Anna Pell saw James Pell there.")[0]).toMatch(/: Pell$/);
	});
	it("does not join Mrs. Pell to James Pell", () => {
		expect(namesOf("James Pell spoke. Mrs. Pell listened.")).toEqual(["person: James Pell", "person: Pell"]);
	});
	it("joins Mrs. Pell to the one of two Pells she can be", () => {
		expect(namesOf("James Pell met Anna Pell. Mrs. Pell listened.")).toEqual([
			"person: James Pell",
			"person: Anna Pell | Pell",
		]);
	});
	it("joins by the title when two share a surname", () => {
		expect(namesOf("Mayor Tomas Kell met Dr. Ana Kell. Mayor Kell spoke.")).toEqual([
			"person: Tomas Kell | Kell",
			"person: Ana Kell",
		]);
	});
	it("joins a given name to the only person so called, but not a town's", () => {
		expect(namesOf("Thomas Kell fell ill. They saw Thomas there.")).toEqual(["person: Thomas Kell | Thomas"]);
		expect(namesOf("Charlotte Kell fell ill. They live in Charlotte now.")).toHaveLength(2);
	});
	it("joins initials and dropped middle names", () => {
		expect(namesOf("John F. Vane spoke. John Vane left.")).toEqual(["person: John F. Vane | John Vane"]);
		expect(namesOf("Julia Vane spoke. J. Vane left.")).toEqual(["person: Julia Vane | J. Vane"]);
	});
	it("joins a surname of two words", () => {
		expect(namesOf("Enrique Castro Vane spoke. Mr. Castro Vane left.")).toEqual([
			"person: Enrique Castro Vane | Castro Vane",
		]);
	});
	it("does not join two names for a word they share", () => {
		expect(namesOf("He left New Corra for Corra.")).toEqual(["unknown: New Corra", "unknown: Corra"]);
		expect(namesOf("The Democratic Party met the Democratic Front.")).toEqual([
			"organisation: Democratic Party",
			"organisation: Democratic Front",
		]);
	});
	it("keeps a group and its branch apart", () => {
		expect(namesOf("The Orve Front met. The Orve Front North Tarn objected.").length).toBe(2);
		expect(namesOf("Islamic State and Islamic State Khorasan (IS-K) fought.")).toEqual([
			"organisation: Islamic State",
			"organisation: Islamic State Khorasan | IS-K",
		]);
	});
	it("joins an acronym in brackets, either way round", () => {
		expect(namesOf("The Tarn Valley Authority (TVA) met. The TVA left.")).toEqual([
			"organisation: Tarn Valley Authority | TVA",
		]);
		expect(namesOf("The TVA (Tarn Valley Authority) met.")).toEqual(["organisation: Tarn Valley Authority | TVA"]);
	});
	it("joins a bare acronym to the only name with its initials", () => {
		expect(namesOf("The Tarn Valley Authority met. Later the TVA left.")).toEqual([
			"organisation: Tarn Valley Authority | TVA",
		]);
		expect(namesOf("The Tarn Valley Authority met the Torve Vale Association. The TVA left.").length).toBe(3);
	});
	it("does not take an agency in brackets for another name", () => {
		expect(namesOf("The Tarn Valley Authority (Reuters) met.")).toEqual([
			"organisation: Tarn Valley Authority",
			"agency: Reuters",
		]);
	});
	it("joins names in brackets with a stroke between", () => {
		expect(namesOf("The Northern Orve Militia (NOM/OM) met.").at(0)).toBe(
			"organisation: Northern Orve Militia | NOM | OM",
		);
	});
	it("joins what is “also known as”", () => {
		expect(namesOf("The Orve Front, also known as Kestrel, met. Kestrel left.")).toEqual([
			"organisation: Orve Front | Kestrel",
		]);
	});
	it("joins possessives", () => {
		expect(namesOf("Minister Orla Vane's plan and Vane’s bridge fell.")).toEqual(["person: Orla Vane | Vane"]);
	});
	it("joins a ministry with its state and without it", () => {
		expect(
			namesOf("Chile's Foreign Ministry spoke. The Chilean Foreign Ministry and the Foreign Ministry agreed."),
		).toEqual(["state: Chile | Chilean", "organisation: Chilean Foreign Ministry | Foreign Ministry"]);
	});
	it("keeps the ministries of two states apart", () => {
		const text = "The Chilean Foreign Ministry met the Peruvian Foreign Ministry. The Foreign Ministry left.";
		expect(namesOf(text).filter((name) => name.startsWith("organisation"))).toHaveLength(3);
	});
	it("joins a shortened institute", () => {
		expect(namesOf("The Orve Institute for Tidal Studies met. The Orve Institute left.")).toEqual([
			"organisation: Orve Institute for Tidal Studies | Orve Institute",
		]);
	});
	it("joins the end of an organisation's name to the one name it ends, unless a compass word is missing", () => {
		expect(namesOf("The Upper Orve River Watch (UORW) met. The River Watch left.")).toEqual([
			"organisation: Upper Orve River Watch | River Watch | UORW",
		]);
		expect(namesOf("The Upper Orve River Watch met the Tarn River Watch. The River Watch left.")).toHaveLength(3);
		expect(namesOf("The North Corra Council met. The Corra Council left.")).toHaveLength(2);
	});
	it("joins a company's first word to the only name that begins with it", () => {
		const vaskold = entity("The works belong to Vaskold Metals. Vaskold denied it.", "Vaskold");
		expect(vaskold).toMatchObject({ name: "Vaskold Metals", type: "organisation" });
		expect(vaskold.mentions.map(({ form }) => form)).toEqual(["full", "short"]);
		for (const text of [
			"She left Corra University. They met in Corra.",
			"They sold Corra Motors. It was built at Corra in May.",
			"Vaskold Metals met Vaskold Foods. It sued Vaskold.",
			"The Democratic Party left the Democratic Republic of the Congo.",
		])
			expect(entitiesOf(text).every(({ names }) => names.length === 1)).toBe(true);
		expect(namesOf("Vaskold Metals met Ivo Vaskold. Then Vaskold said no.")).toEqual([
			"organisation: Vaskold Metals",
			"person: Ivo Vaskold | Vaskold",
		]);
	});
	it("joins a capital head noun behind an article to the only body it heads", () => {
		const body = entity("The Mine Safety Inspectorate (MSI) came. If the Inspectorate errs, it ends.", "MSI");
		expect(body.mentions.at(-1)).toMatchObject({ exact: "Inspectorate", form: "short" });
		expect(namesOf("The Mine Inspectorate met the Tax Inspectorate. Then the Inspectorate left.")).toHaveLength(3);
	});
	it("takes a body's bare noun for a description of the only such body", () => {
		const body = entity("The Mine Safety Inspectorate came. The inspectorate denied it.", "Mine Safety Inspectorate");
		expect(body.mentions.at(-1)).toMatchObject({ exact: "The inspectorate", form: "description" });
		const two = entitiesOf("The Mine Inspectorate met the Tax Inspectorate. The inspectorate denied it.");
		expect(two.every(({ mentions }) => mentions.length === 1)).toBe(true);
		expect(entity("The Tarn Bank closed. The bank card failed.", "Tarn Bank").mentions).toHaveLength(1);
	});
	it("joins a state's ministry in small letters in all its writings", () => {
		const text =
			"Chile’s foreign ministry denied it. A man at the Chilean ministry said no. The Chilean foreign ministry left. " +
			"Peru’s interior ministry agreed.";
		expect(namesOf(text).filter((name) => name.startsWith("organisation"))).toEqual([
			"organisation: Chilean foreign ministry | Chilean ministry | Chile’s foreign ministry",
			"organisation: Peru’s interior ministry",
		]);
		expect(namesOf("They saw Vane’s ministry.")).toEqual(["unknown: Vane"]);
	});
	it("joins writings with and without accents and hyphens", () => {
		expect(namesOf("He saw Al-Amari. Later al Amari left. José Vane met Jose Vane.")).toContain(
			"person: Jose Vane | José Vane",
		);
	});
});

describe("why two names are one", () => {
	it("cites the lists for the name that is not the usual one", () => {
		const { names, reasons } = entity("The Russian Federation signed. Russia had waited.", "Russia");
		expect(names).toEqual(["Russian Federation", "Russia"]);
		expect(reasons.join("; ")).toBe("the lists give “Russian Federation” as a name of Russia");
	});
});
