import { describe, expect, it } from "vitest";
import { entity, namesOf } from "../../../test/list-names.ts";

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
