import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../test/make-article.ts";
import type { LocalEntity } from "../../model/annotation.ts";
import { findWords } from "../../text/words.ts";
import { findLanguage } from "../language.ts";
import { houseKey, isNickname, soundKey, soundOf } from "./spelling.ts";

function entitiesOf(text: string, language = "en"): readonly LocalEntity[] {
	const article = makeArticle(text, { language });
	return findLanguage(article, findWords(article)).entities;
}

/** Entities as "type: name | other names". */
function namesOf(text: string, language = "en"): string[] {
	return entitiesOf(text, language).map(({ type, names }) => `${type}: ${names.join(" | ")}`);
}

/** One example that each rule's file opens with, caught, and one that it must leave. */
const RULES: readonly (readonly [string, readonly (readonly [string, readonly string[]])[]])[] = [
	[
		"other-writings",
		[
			["William Quill won. Later Bill Quill left.", ["person: William Quill | Bill Quill"]],
			[
				"William Quill met Bill Quill. They saw Ada Quill.",
				["person: William Quill", "person: Bill Quill", "person: Ada Quill"],
			],
			["Premier Orsolt Benna spoke. Benna Orsolt left.", ["person: Benna Orsolt | Orsolt Benna"]],
			["Minister Karim Hassan spoke. Minister Karim Hussein left.", ["person: Karim Hassan", "person: Karim Hussein"]],
		],
	],
	[
		"nicknamed",
		[
			["Robert “Bo” Quill won. Bo Quill left.", ["person: Robert “Bo” Quill | Bo Quill"]],
			["Robert “El Bo” Quill won. El Bo left.", ["person: Robert “El Bo” Quill | El Bo"]],
			["Robert (Reuters) Quill won.", ["unknown: Robert", "agency: Reuters", "unknown: Quill"]],
		],
	],
	[
		"expansions",
		[
			["The Front for the Freedom of Orve (FFO) met.", ["organisation: Front for the Freedom of Orve | FFO"]],
			[
				"The Front for Freedom in Orve (LIMA) met.",
				["organisation: Front for Freedom", "unknown: Orve", "place: LIMA"],
			],
		],
	],
	[
		"stretched",
		[
			["Pieter van der Velde won. They saw van der Velde.", ["person: Pieter van der Velde | van der Velde"]],
			["The road of Velde is long.", ["unknown: Velde"]],
			["The 42nd Rifle Brigade left.", ["organisation: 42nd Rifle Brigade"]],
		],
	],
	[
		"common-surnames",
		[
			["Ada King sang. Then King said no.", ["person: Ada King | King"]],
			["Ada King sang. Then the King said no.", ["person: Ada King"]],
		],
	],
	[
		"shared-titles",
		[
			["They saw Drs. Quill and Marsh.", ["person: Quill", "person: Marsh"]],
			["They saw Dr. Quill and Marsh.", ["person: Quill", "unknown: Marsh"]],
		],
	],
	[
		"look-of-persons",
		[
			["They praised Orla Vane. Then Vane left.", ["person: Orla Vane | Vane"]],
			["They praised the Orla Vane. Then the Vane left.", ["unknown: Orla Vane", "unknown: Vane"]],
			["They saw Ada Quill, Zanth Kell and others.", ["person: Ada Quill", "person: Zanth Kell"]],
		],
	],
	[
		"short-of-things",
		[
			["The Republic of Tarnia signed. They left Tarnia.", ["state: Republic of Tarnia | Tarnia"]],
			["Hurricane Ada struck. Then Ada moved.", ["event: Hurricane Ada | Ada"]],
			["Hurricane Ada struck. Then Ada Quill fled.", ["event: Hurricane Ada", "person: Ada Quill"]],
		],
	],
	[
		"writings-of-bodies",
		[
			[
				"The Orve Labour Organisation met. The Orve Labor Organization left.",
				["organisation: Orve Labour Organisation | Orve Labor Organization"],
			],
			[
				"Chile's Supreme Court met Peru's Supreme Court.",
				["state: Chile", "organisation: Supreme Court", "state: Peru", "organisation: Supreme Court"],
			],
			["They left Washington. Mr. Washington left.", ["place: Washington", "person: Washington"]],
		],
	],
	[
		"appositions",
		[
			["Zanth Kell, whose real name is Bo Quill, sang.", ["person: Zanth Kell | Bo Quill"]],
			["The Vaskold Holdings, formerly Tarn Mining, closed.", ["organisation: Vaskold Holdings | Tarn Mining"]],
			["Zanth Kell, better known by her stage name Zola, sang.", ["person: Zanth Kell | Zola"]],
			['Zanth Kell (alias "Toro") was held. Toro wept.', ["person: Zanth Kell | Toro"]],
			[
				"The Orve Workers' Party, known by its Orvish acronym VKP, met.",
				["organisation: Orve Workers' Party | VKP", "unknown: Orvish"],
			],
			["Ada Quill, formerly of Tarn Mining, sang.", ["person: Ada Quill", "organisation: Tarn Mining"]],
		],
	],
	[
		"persons",
		[
			["James Pell Jr. spoke. Then Pell left.", ["person: James Pell Jr | Pell"]],
			["James Pell spoke. His son James Pell Jr. left.", ["person: James Pell", "person: James Pell Jr"]],
			[
				"They saw Ada Quill-Marsh. They saw Bo Marsh. Then Marsh left.",
				["person: Ada Quill-Marsh", "person: Bo Marsh | Marsh"],
			],
			["John Pell Jr. won. Pell Jr. sang.", ["person: John Pell Jr | Pell Jr"]],
			["Helen R. Pell won. H. Pell, a critic, sang.", ["person: Helen R. Pell", "person: H. Pell"]],
			[
				"Ana Lucía Torrado Peña won. Torrado sang. María Torrado left.",
				["person: Ana Lucía Torrado Peña | Torrado", "person: María Torrado"],
			],
			[
				"Sheikh Teval bin Orsan met Prince Teval bin Karsal. Prince Teval stayed.",
				["person: Teval bin Orsan", "person: Teval bin Karsal | Teval"],
			],
		],
	],
	[
		"apart",
		[
			[
				"The mayor, Hurley Kell, spoke. Mr. Kell's brother, senator Owen Kell, left.",
				["person: Hurley Kell | Kell", "person: Owen Kell"],
			],
			["Owen Kell, Mr. Kell's brother, left. Hurley Kell sang.", ["person: Owen Kell", "person: Hurley Kell | Kell"]],
			["Ada Kell won. Police chief Kell, no relation, left.", ["person: Ada Kell", "person: Kell"]],
			["Kell's office, said Owen Kell, was closed.", ["person: Owen Kell | Kell"]],
		],
	],
	[
		"split-titles",
		[
			["Queen Ada met Princess Ada.", ["person: Ada", "person: Ada"]],
			["Dr. Pell met them. Mr. Pell left.", ["person: Pell"]],
		],
	],
	[
		"shared-surnames",
		[
			["Robert and Susan Pell had married.", ["person: Robert Pell", "person: Susan Pell"]],
			["Robert and Susan Pell sang.", ["unknown: Robert", "person: Susan Pell"]],
		],
	],
	[
		"freed-surnames",
		[
			["Jorge Medina won. Medina said no.", ["person: Jorge Medina | Medina"]],
			["Jorge Medina won. They live in Medina.", ["person: Jorge Medina", "place: Medina"]],
		],
	],
];

describe.each(RULES)("%s", (_rule, examples) => {
	it.each(examples)("%s", (text, expected) => {
		expect(namesOf(text)).toEqual(expected);
	});
});

describe("the writing of names", () => {
	it("keeps a small second half that is a syllable of the name", () => {
		expect(namesOf("They saw Ada Kang Mei-kwan. The Orve Kuan-yew Library shut.")).toEqual([
			"person: Ada Kang Mei-kwan",
			"organisation: Orve Kuan-yew Library",
		]);
		expect(namesOf("They saw Orve Vaskold-led crews.")).toEqual(["unknown: Orve Vaskold"]);
	});
	it("keeps a county before a sheriff, and a given name or surname that heads documents or places", () => {
		expect(namesOf('They met Corra County Sheriff Bill "Buck" Quill and Officer Robert Park there.')).toEqual([
			"place: Corra County",
			'person: Bill "Buck" Quill',
			"person: Robert Park",
		]);
		expect(namesOf("They walked in General Robert Park.")).toEqual(["place: General Robert Park"]);
	});
	it("reads a month's word between a title and a name as a given name, and else as the month", () => {
		expect(namesOf("Mayor Jan Pruss spoke.")).toEqual(["person: Jan Pruss"]);
		expect(namesOf("Mrs. June Halvor spoke.")).toContain("person: June Halvor");
		expect(namesOf("The mayor left on Jan 3. The Mayor May Rule Alone.").join()).not.toContain("Jan");
	});

	it("reads a month's word and a surname beside a verb of speech as a name, and else as the month", () => {
		expect(namesOf("May Orr said the dam leaks.")).toEqual(["person: May Orr"]);
		expect(namesOf("Jan Orr said the dam leaks.")).toEqual(["person: Jan Orr"]);
		expect(namesOf("Will Marsh said the dam leaks.")).toEqual(["person: Will Marsh"]);
		expect(namesOf("Will Marsh resign over the dam?").join()).not.toContain("Will");
		expect(namesOf("“It leaks,” said June Halvor.")).toEqual(["person: June Halvor"]);
		expect(namesOf("In May Orr said the dam leaks.").join()).not.toContain("May");
	});

	it("takes one word of two for a firm, and a house's radio for an outlet", () => {
		expect(namesOf("VoltNet said it would appeal.")).toEqual(["organisation: VoltNet"]);
		expect(namesOf("McKell said he would appeal.")).toEqual(["person: McKell"]);
		expect(namesOf("DeAndre said he would appeal.")).toEqual(["person: DeAndre"]);
		expect(namesOf("They told QBC Radio Orme.")).toEqual(["outlet: QBC Radio Orme"]);
	});

	it("writes a name in capitals as the rest of the article writes it", () => {
		expect(namesOf("Then U.S. Attorney ADA QUILL spoke. Later Quill left.")).toEqual([
			"state: U.S.",
			"person: Ada Quill | ADA QUILL | Quill",
		]);
	});
	it("reads what an acronym in brackets stands for past commas, and acronyms written as words", () => {
		expect(namesOf("The University of Corra, North Orve (UCNO) closed.")).toEqual([
			"organisation: University of Corra, North Orve | UCNO",
		]);
		expect(namesOf("The Tarn Energy Board of Orve (Tebo) ruled.")).toEqual([
			"organisation: Tarn Energy Board of Orve | Tebo",
		]);
	});
	it("takes clubs beside a score and things named after persons for what they are", () => {
		expect(namesOf("They saw Corra City 4-3 Orve Town there.")).toEqual([
			"organisation: Corra City",
			"organisation: Orve Town",
		]);
		expect(namesOf("They built the Robert Kell Space Telescope.")).toEqual(["unknown: Robert Kell Space Telescope"]);
	});
	it("takes letters of money and of measures for no names", () => {
		expect(namesOf("They paid R12.4m, N300 million, GH¢5 and Rs 5 lakh for 500MW at 300 K. The end.")).toEqual([]);
		expect(namesOf("They saw the M23 rebels and 12 K. Vane books.")).toEqual(["organisation: M23", "person: K. Vane"]);
	});
	it("reads small words inside names of several peoples", () => {
		expect(namesOf("They saw Moussa ag Tahar and Hans-Peter von und zu Torlberg.")).toEqual([
			"person: Moussa ag Tahar",
			"person: Hans-Peter von und zu Torlberg",
		]);
	});
	it("reads a straight mark that closes as no opening", () => {
		expect(namesOf('They saw it. Margaret "Peggy" Quill-Lyle won.')).toEqual(['person: Margaret "Peggy" Quill-Lyle']);
	});
	it("reads what a name stands for as its title", () => {
		expect(
			namesOf(
				"Co-author Zanth Kell and then Special Agent-in-Charge Bo Quill came late, as did the wife of Smt. Orla Vane.",
			),
		).toEqual(["person: Zanth Kell", "person: Bo Quill", "person: Orla Vane"]);
	});
	it("reads a sentence that is nearly all titles and names, which is no headline", () => {
		const both = ["person: Zanth Kell", "person: Bo Quill"];
		const persons = (text: string): string[] => namesOf(text).filter((name) => name.startsWith("person"));
		expect(persons("Chilean Foreign Minister Zanth Kell met Peruvian Water Resources Minister Bo Quill.")).toEqual(
			both,
		);
		expect(persons("Chilean Foreign Minister Zanth Kell meets Peruvian President Bo Quill\n\nThey met.")).toEqual(both);
		expect(namesOf("Corra Council Votes Against Tarn Bridge Toll Rise\n\nIt met.")).toEqual([]);
	});
	it("keeps a surname that is a title behind a given name and reads it alone, and leaves titles alone", () => {
		expect(namesOf("Ms. Zanth Dean met Bo Bishop. Dean and Bishop agreed. “No,” said Dean. Mr. Bishop left.")).toEqual([
			"person: Zanth Dean | Dean",
			"person: Bo Bishop | Bishop",
		]);
		expect(
			namesOf("Zanth Dean won. The Dean of Corra spoke, and King Teval and Mr. President left. Major floods came."),
		).toEqual(["unknown: Zanth Dean", "unknown: Corra", "person: Teval"]);
	});
	it("reads a people behind a word of the past, and what an office is held over", () => {
		expect(namesOf("They saw Former Chilean Prime Minister Bo Quill.")).toEqual([
			"state: Chile | Chilean",
			"person: Bo Quill",
		]);
	});
	it("takes epithets off names that the article has without them, and lets no other person of the name join", () => {
		expect(
			namesOf("Embattled Vane resigned. Zanth Vane had said no. Little Marta Kell sang. Then Marta Kell left."),
		).toEqual(["person: Zanth Vane | Vane", "person: Marta Kell"]);
		expect(namesOf("“Crooked Marta” lost. Marta Vane said so. Later Marta Quill came.")).toEqual([
			"unknown: Marta",
			"person: Marta Vane",
			"person: Marta Quill",
		]);
		expect(namesOf("They saw Marta Vane. Later Orla Vane came to Big Ben with Ben Quill.").slice(0, 2)).toEqual([
			"person: Marta Vane",
			"unknown: Orla Vane",
		]);
	});
	it("leaves the office to whom it belongs: a president's wife is no president", () => {
		const roles = (text: string): unknown => entitiesOf(text).map((one) => [one.name, one.roles]);
		expect(
			roles("The wife of the president, Ida Bell, left. Zanth Kell, the minister of health's aide, came."),
		).toEqual([
			["Ida Bell", ["wife"]],
			["Zanth Kell", ["aide"]],
		]);
		expect(roles("Then minister aide Bo Quill spoke to the president, Ida Bell.")).toEqual([
			["Bo Quill", ["aide"]],
			["Ida Bell", ["president"]],
		]);
	});
	it("takes given names that are places or words for persons behind a title or before a person's verb alone", () => {
		expect(namesOf("Officer Rose Park fired. Then Sgt. Paris Hill ran. Police arrested Georgia Lane.")).toEqual([
			"person: Rose Park",
			"person: Paris Hill",
			"person: Georgia Lane",
		]);
		expect(namesOf("They met in Rose Park near Paris Hill.")).toEqual(["place: Rose Park", "place: Paris Hill"]);
	});
	it("takes the places of a dateline for mentions of them, with that reason, and for nobody", () => {
		const text = "TALVESH, ORVE CITY, May 14 – The mayor of Talvesh, Zanth Kell, left.";
		const dateline = { text: text.slice(0, 28), span: { start: 0, end: 28 }, from: "dateline" };
		const article = makeArticle(text, {
			blocks: [{ kind: "paragraph", path: null, start: 29, end: text.length }],
			dateline: { ...dateline, place: "TALVESH, ORVE CITY", date: "May 14", agency: null },
		});
		const { entities } = findLanguage(article, findWords(article));
		expect(entities.map(({ type, names }) => [type, ...names])).toEqual([
			["place", "Talvesh", "TALVESH"],
			["place", "Orve City", "ORVE CITY"],
			["person", "Zanth Kell"],
		]);
		expect(entities.slice(0, 2).map(({ reasons }) => reasons)).toEqual([
			["the dateline gives “TALVESH” as where the report is from"],
			["the dateline gives “ORVE CITY” as where the report is from"],
		]);
	});
	it("reads ranks in capitals and titles of several parliaments, and a club that opens with a title", () => {
		expect(
			namesOf("They saw COP Zanth Kell, DCI Bo Quill and Const. Ida Marsh. Then DCI Quill met Rt. Hon. Ada Torve SC."),
		).toEqual(["person: Zanth Kell", "person: Bo Quill | Quill", "person: Ida Marsh", "person: Ada Torve"]);
		expect(namesOf("They saw Bishop Corra AFC and the COP summit. Peers read the Bill.")).toEqual([
			"organisation: Bishop Corra AFC",
			"organisation: COP",
		]);
	});
	it("gives nobody the pronoun of whom he greets", () => {
		expect(entitiesOf("They saw Zanth Kell. Rev. Kell hugged her. Orve wept.")[0]?.pronoun).toBe(null);
		expect(entitiesOf("They saw Zanth Kell. Rev. Kell lost her hat. Orve wept.")[0]?.pronoun).toBe("she");
	});
	it("reads a surname that is a title behind an office, and no state behind a word of rank", () => {
		expect(namesOf("They saw Mayor Dean and Sergeant Major Bo Quill with Senior U.S. Judge Zanth Kell.")).toEqual([
			"person: Dean",
			"person: Bo Quill",
			"state: U.S.",
			"person: Zanth Kell",
		]);
	});
});

describe("names in a language whose nouns have capitals", () => {
	it("are those that more than a capital shows", () => {
		expect(namesOf("Der Regen hat die Straße überflutet.", "de")).toEqual([]);
		expect(namesOf("Die Bürgermeisterin Orla Vane sprach. Dann sagte Vane nichts zur Brücke.", "de")).toEqual([
			"person: Orla Vane | Vane",
		]);
	});
});

describe("spelling", () => {
	it("gives house spellings one key, and other words their own", () => {
		expect(houseKey(["orve", "labour", "organisation"])).toBe(houseKey(["orve", "labor", "organization"]));
		expect(houseKey(["paradise"])).toBe("paradise");
	});

	it("gives the ways Latin letters write one name one sound", () => {
		for (const way of ["Qadhafi", "Kadafi", "Qaddafi"]) expect(soundKey(way)).toBe(soundKey("Gaddafi"));
		expect(soundOf(["yusuf", "al", "qazzari"])).toBe(soundOf(["youssef", "kazzari"]));
		expect(soundKey("Hassan")).not.toBe(soundKey("Hussein"));
		expect(soundKey("Marina")).not.toBe(soundKey("Marin"));
		expect(soundKey("Marden")).not.toBe(soundKey("Marsden"));
	});

	it("knows the short forms of given names, either way round", () => {
		expect(isNickname("william", "bill")).toBe(true);
		expect(isNickname("bill", "william")).toBe(true);
		expect(isNickname("robin", "william")).toBe(false);
	});
});
