import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../test/make-article.ts";
import type { LocalEntity } from "../../model/annotation.ts";
import { findWords } from "../../text/words.ts";
import { findLanguage } from "../language.ts";

function entitiesOf(text: string): readonly LocalEntity[] {
	const article = makeArticle(text);
	return findLanguage(article, findWords(article)).entities;
}

/** Entities as "type: name | other names". */
function namesOf(text: string): string[] {
	return entitiesOf(text).map((entity) => `${entity.type}: ${entity.names.join(" | ")}`);
}

function entity(text: string, name: string): LocalEntity {
	const found = entitiesOf(text).find((candidate) => candidate.names.includes(name));
	if (!found) throw new Error(`no entity named ${name}`);
	return found;
}

describe("which words are names", () => {
	const cases: readonly (readonly [string, readonly string[]])[] = [
		["However, the talks failed.", []],
		["The ships left. They came back.", []],
		["Officials said on Tuesday that nothing had changed in May.", []],
		["Neighbouring villages were flooded.", []],
		["Yesterday Anna Vane spoke.", ["person: Anna Vane"]],
		["I said so. I'm sure.", []],
		["Police said the road was shut.", []],
		["Markets fell. Shares rose.", []],
		["He is a Muslim and she is a Catholic.", []],
		["The President spoke, and the Prime Minister listened.", []],
		["They met Foreign Minister Tomas Kell.", ["person: Tomas Kell"]],
		["They met ambassador Kell in the hall.", ["person: Kell"]],
		["They met Mr. Vane and Mrs. Kell.", ["person: Vane", "person: Kell"]],
		["A letter from J. K. Vane arrived.", ["person: J. K. Vane"]],
		["A letter from Pieter van der Velde arrived.", ["person: Pieter van der Velde"]],
		["A letter from Yusuf bin Rashid al-Amari arrived.", ["person: Yusuf bin Rashid al-Amari"]],
		["A letter from Jean-Luc d'Orva arrived.", ["unknown: Jean-Luc d'Orva"]],
		["The letter came from Corra.", ["unknown: Corra"]],
		["They crossed the Tarn River near Lake Orve.", ["place: Tarn River", "place: Lake Orve"]],
		["She works for the Tarn Valley Authority.", ["organisation: Tarn Valley Authority"]],
		["He read it in the Corra Herald.", ["outlet: Corra Herald"]],
		["He works for the Ministry of Trade and Industry.", ["organisation: Ministry of Trade and Industry"]],
		["He studied at the University of Corra.", ["organisation: University of Corra"]],
		["He spoke to the Food and Water Agency.", ["organisation: Food and Water Agency"]],
		["They signed the Orve Accord at the Tarn Summit.", ["document: Orve Accord", "event: Tarn Summit"]],
		["He cited Resolution 1988 of the body.", ["document: Resolution 1988"]],
		["Interfax and Reuters reported it.", ["agency: Interfax", "agency: Reuters"]],
		["The Corra news agency reported it.", ["agency: Corra"]],
		["The newspaper Tarnblatt reported it.", ["outlet: Tarnblatt"]],
		["TARNnews said so, and TARNnews knew.", ["outlet: TARNnews"]],
		["Workers of the People's Party met.", ["organisation: People's Party"]],
		["The village of Orve was cut off.", ["place: Orve"]],
		["The Corra-based firm closed.", ["unknown: Corra"]],
		["A pro-Orve crowd met.", ["unknown: Orve"]],
		["Vane Holdings, Inc. closed.", ["organisation: Vane Holdings, Inc"]],
		["In March, TVA engineers met.", ["organisation: TVA"]],
		["Sen. Ana Drell (R-Ohio) spoke.", ["person: Ana Drell"]],
		["Secretary of State Ana Drell spoke.", ["person: Ana Drell"]],
		["UN Secretary-General Ana Drell spoke.", ["organisation: UN", "person: Ana Drell"]],
		["Neither do I.", []],
		["Sixty-three people fled. Twenty-one said no.", []],
		["They met Democrat Ana Drell.", ["person: Ana Drell"]],
		["WEALTHY Chileans left. They were wealthy.", ["state: Chile | Chileans"]],
		["The U.S. and Alliance officials met. Alliance said no.", ["state: U.S.", "organisation: Alliance"]],
		["She spoke at the Orve National Convention.", ["event: Orve National Convention"]],
		["Corra and Orve signed.", ["unknown: Orve"]],
		["Madame Vane met Herr Kell.", ["person: Vane", "person: Kell"]],
		["Queen Ana met King Tomas.", ["person: Ana", "person: Tomas"]],
		["Her book “Seven Springs Below the Wall” came out.", []],
		["He said “tell Vane to meet Kell at Orve” and left.", ["unknown: Vane", "unknown: Kell", "unknown: Orve"]],
		["They told the Herald. They told the Reporter's aunt.", ["outlet: Herald"]],
		["He left the Corran company.", ["unknown: Corran"]],
		["Kethra says no.", ["unknown: Kethra"]],
		["Kethra says that she left.", ["person: Kethra"]],
		["Zanth says no.", ["person: Zanth"]],
		["The Vane-backing Orve Council left.", ["unknown: Vane", "organisation: Orve Council"]],
		["The October-to-December count ended.", []],
		["They met Alderman Zanth Kell.", ["person: Zanth Kell"]],
		["It played a major Corra Hill role.", ["place: Corra Hill"]],
		["They met retired general Zanth Kell.", ["person: Zanth Kell"]],
		["It is live in full and in text. See it LIVE. Read the FULL TEXT.", []],
		["Then CYRUS came. They saw Cyrus.", ["unknown: Cyrus | CYRUS"]],
		["Hurricane Orla struck.", ["event: Hurricane Orla"]],
	];
	it.each(cases)("%s", (text, expected) => {
		expect(namesOf(text)).toEqual(expected);
	});
});

describe("states and their people", () => {
	const cases: readonly (readonly [string, readonly string[]])[] = [
		["The Chilean envoy spoke.", ["state: Chile | Chilean"]],
		["Chile objected. The Chilean envoy left Chile.", ["state: Chile | Chilean"]],
		["Chile and Peru agreed.", ["state: Chile", "state: Peru"]],
		["The U.S. and the United States are one.", ["state: United States | U.S."]],
		["Give us the pen.", []],
		["The US gave it.", ["state: US"]],
		["They met in Santiago, Chile.", ["place: Santiago", "state: Chile"]],
		["The Chilean Foreign Ministry spoke.", ["state: Chile | Chilean", "organisation: Chilean Foreign Ministry"]],
		["Chilean President Ana Drell spoke.", ["state: Chile | Chilean", "person: Ana Drell"]],
		["A Chilean-led force came.", ["state: Chile | Chilean"]],
		["The Santiago-Lima talks began.", ["place: Santiago", "place: Lima"]],
		["The Democratic Republic of the Congo signed.", ["state: Democratic Republic of the Congo"]],
		["Peruvians voted in Peru.", ["state: Peru | Peruvians"]],
	];
	it.each(cases)("%s", (text, expected) => {
		expect(namesOf(text)).toEqual(expected);
	});

	it("tells a state and its people that no list has", () => {
		expect(namesOf("Dorvania objected. The Dorvanian minister left. Dorvanians cheered.")).toEqual([
			"state: Dorvania | Dorvanian | Dorvanians",
		]);
		expect(namesOf("He left Orvland. The Orvlandic coast was quiet, and Orvlanders slept.")).toEqual([
			"place: Orvland | Orvlanders | Orvlandic",
		]);
		const dorvania = entity("He left Dorvania. The Dorvanian minister stayed.", "Dorvania");
		expect(dorvania.mentions.map(({ form }) => form)).toEqual(["full", "demonym"]);
		expect(entity("Dorvanian President Orla Vane left Dorvania.", "Orla Vane").roles).toEqual(["president"]);
		expect(namesOf("Yesterday Zanth left. Kethar’s foreign ministry denied it.")).toContain("state: Kethar");
	});
	it("takes no two people for a state and its people", () => {
		expect(namesOf("Adria left. They asked Adria. Then Adrian said no, and Adrian left.")).toHaveLength(2);
		expect(namesOf("They saw Selma Ostra. Ostra left, and Ostran said no.")).toHaveLength(2);
		expect(namesOf("They saw Kell. Kell’s ministry denied it.")).toEqual(["unknown: Kell"]);
	});

	it("lets a capital stand for itself, not for its state", () => {
		expect(namesOf("Lima objected. Peru agreed.")).toEqual(["place: Lima", "state: Peru"]);
	});
});

describe("lines whose capitals say nothing", () => {
	it("finds only names the text knows in a title-case headline", () => {
		const text = "Mayor Vane Calls Bridge Plan A Costly Mistake\n\nMayor Orla Vane spoke in Orve.";
		expect(namesOf(text)).toEqual(["person: Orla Vane | Vane", "unknown: Orve"]);
	});
	it("finds no names in a line of capitals but those it knows", () => {
		expect(namesOf("BRIDGE PLAN CALLED A MISTAKE\n\nThe plan was dropped in Orve.")).toEqual(["unknown: Orve"]);
	});
	it("finds no junk in a masthead, and a surname in a line of capitals", () => {
		const text = "CORRAN TELEGRAPH (CT)\n\nT. VANE: RIVER WATCH IS WRONG\n\nMayor Teval Vane met the River Watch.";
		expect(namesOf(text)).toEqual([
			"outlet: CORRAN TELEGRAPH | CT",
			"person: Teval Vane | VANE",
			"organisation: River Watch | RIVER WATCH",
		]);
		expect(entity(text, "Teval Vane").mentions[0]?.form).toBe("short");
	});
	it("finds the place of a dateline in capitals", () => {
		expect(namesOf("LIMA, PERU – The plan was dropped.")).toEqual(["place: LIMA", "state: PERU"]);
	});
	it("takes a headline's verb off a name", () => {
		expect(namesOf("Warns Vane of ‘costly mistake’\n\nThe mayor, Orla Vane, said Vane had erred.")[0]).toBe(
			"person: Orla Vane | Vane",
		);
	});
	it("leaves directions in brackets alone", () => {
		expect(namesOf("He said no. [LAUGHTER] He meant it.")).toEqual([]);
	});
});

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

describe("why two names are one", () => {
	it("cites the lists for the name that is not the usual one", () => {
		const { names, reasons } = entity("The Russian Federation signed. Russia had waited.", "Russia");
		expect(names).toEqual(["Russian Federation", "Russia"]);
		expect(reasons.join("; ")).toBe("the lists give “Russian Federation” as a name of Russia");
	});
});
