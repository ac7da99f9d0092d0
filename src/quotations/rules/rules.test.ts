import { describe, expect, it } from "vitest";
import { showQuotations } from "../../../test/show-quotations.ts";

/** The two examples that each rule file opens with: what it catches, and what it must not. */
const RULES: readonly (readonly [rule: string, catches: string, line: string, not: string])[] = [
	[
		"cue-after",
		"“We stay,” she said, “for now.”",
		"she | said | We stay, … for now.",
		"“We stay,” and the crews left.",
	],
	[
		"as-said",
		"As Pike stressed on Monday, the dam holds.",
		"Pike | stressed | the dam holds",
		"As Pike said the dam holds, Vane left the hall.",
	],
	[
		"beat",
		"The farmer shrugged. “It was both.”",
		"The farmer | - | It was both.",
		"Vane built the dam in 1990. “It was cheap.”",
	],
	[
		"was-told",
		"The dam had leaked for years, an inquiry heard on Monday.",
		"an inquiry | heard | The dam had leaked for years",
		"The diver was told to keep quiet.",
	],
	[
		"was-told",
		"Residents were warned by the council that the dam leaks.",
		"the council | were warned | that the dam leaks",
		"Residents were woken by the council that night.",
	],
	[
		"own-account",
		"The dam should be closed at once, in Pike’s view.",
		"Pike | in … view | The dam should be closed at once",
		"In view of the drought, the lake was closed.",
	],
	[
		"own-account",
		"The guard was, by Pike’s own account, awake all night.",
		"Pike | by … own account | The guard was … awake all night",
		"Pike was paid by his own account.",
	],
	[
		"put-at",
		"Pike put the number of dead at 14.",
		"Pike | put | the number of dead at 14",
		"Pike put the boat at the pier.",
	],
	["cue-before", "Pike told the council: “We stay.”", "Pike | told | We stay.", "Pike reported to the council."],
	[
		"clause-then-cue",
		"The dam holds, said Orla Pike on Monday.",
		"Orla Pike | said | The dam holds",
		"The dam holds, and Pike slept.",
	],
	["cue-then-clause", "Pike said the dam holds.", "Pike | said | the dam holds", "Pike may have said too much."],
	[
		"according-to",
		"The dam will hold, according to Pike.",
		"Pike | according to | The dam will hold",
		"They voted in accord with Pike.",
	],
	[
		"quoted-as",
		"Ostra quoted Orla Pike as saying the dam holds.",
		"Orla Pike | quoted … as saying | the dam holds",
		"Shares were quoted at 12 marks.",
	],
	[
		"hearsay",
		"Pike is said to have told aides that the dam leaks.",
		"Pike | is said to have told | that the dam leaks",
		"Pike is said to have resigned.",
	],
	[
		"in-words-of",
		"The lake is, in Pike’s words, “a bowl of dust”.",
		"Pike | in … words | a bowl of dust",
		"In view of the drought, the lake was closed.",
	],
	[
		"colon",
		"The mayor had a blunt message: “Stay out of Tarn.”",
		"The mayor | : | Stay out of Tarn.",
		"The mayor had three aims: peace, bread and work.",
	],
	[
		"naming",
		"Pike called the plan “a slow disaster.”",
		"Pike | called | the plan … a slow disaster.",
		"A street called “the drain” was closed.",
	],
];

describe("each rule", () => {
	for (const [rule, catches, line, not] of RULES) {
		it(`${rule} catches its example`, () => {
			const shown = showQuotations(catches);
			const index = shown.lines.indexOf(line);
			expect(shown.lines).toContain(line);
			expect(shown.quotations[index]?.found.rule).toBe(`quotations/${rule}`);
		});

		it(`${rule} leaves its counter-example`, () => {
			expect(showQuotations(not).quotations.filter(({ found }) => found.rule === `quotations/${rule}`)).toEqual([]);
		});
	}
});

it("takes how somebody asks to be named for nothing said, and for a part of the source", () => {
	expect(
		showQuotations("An aide, who asked not to be named because talks go on, told Vane the dam leaks.").lines,
	).toEqual(["An aide, who asked not to be named because talks go on | told | the dam leaks"]);
	expect(showQuotations("Both declined to be identified.").lines).toEqual([]);
});

it("gives what somebody was told to whoever heard it", () => {
	const { quotations } = showQuotations("A diver was told by his chief to “keep quiet or go”.");
	expect(quotations.map(({ source, addressee, exact }) => [source, addressee, exact])).toEqual([
		["his chief", "A diver", "keep quiet or go"],
	]);
	expect(showQuotations("A diver was told to “keep quiet or go”.").quotations[0]?.source).toBeNull();
});

it("takes what stands before a relative clause for no words", () => {
	expect(showQuotations("Vane followed Orla Pike, who had promised “not one job lost”.").lines).toEqual([
		"who | had promised | not one job lost",
	]);
	expect(showQuotations("We are in Tarn, a town that the council declared “dead” in 2028.").lines).toEqual([
		"the council | declared | dead",
	]);
	expect(showQuotations("The crews, who asked Vane to wait, left the hall, an aide said.").lines).toContain(
		"an aide | said | The crews, who asked Vane to wait, left the hall",
	);
});

it("takes no hour for who speaks", () => {
	expect(showQuotations("14:12 Mayor Orla Pike says the dam holds.").lines).toEqual([
		"Mayor Orla Pike | says | the dam holds",
	]);
	expect(showQuotations("14:12 Mayor Orla Pike: “The dam holds for now.”").lines).toEqual([
		"Mayor Orla Pike | : | The dam holds for now.",
	]);
});

it("reads a hearer's name before the clause that is told", () => {
	const { quotations } = showQuotations("Orla Pike tells Radio Orme repairs could take days.");
	expect(quotations.map(({ addressee, exact }) => [addressee, exact])).toEqual([
		["Radio Orme", "repairs could take days"],
	]);
});

it.each([
	["Pike said only: “No comment.”", "Pike | said | No comment."],
	["Pike voiced concern that the dam leaks.", "Pike | voiced concern | that the dam leaks"],
	["“It was dark,” remembers Orla Pike.", "Orla Pike | remembers | It was dark,"],
	["Pike said nothing of the kind had happened.", "Pike | said | nothing of the kind had happened"],
	["Pike on the flood: “The dam holds for now.”", "Pike | : | The dam holds for now."],
])("reads %s", (text, line) => {
	expect(showQuotations(text).lines).toEqual([line]);
});

it.each(["Pike may have said too much.", "What Pike said was wrong.", "Pike said nothing of it."])(
	"finds nothing in %s",
	(text) => {
		expect(showQuotations(text).lines).toEqual([]);
	},
);

it("reads a month and a given name as no verb", () => {
	expect(showQuotations("Ostra reported on May 10, citing an aide, that the dam leaks.").lines).toEqual([
		"Ostra | reported | that the dam leaks",
	]);
});

it("reads what somebody makes clear", () => {
	expect(showQuotations("Pike made it clear that the dam leaks.").lines).toEqual([
		"Pike | made it clear | that the dam leaks",
	]);
});

it("takes a report that finds for who speaks, and no verb", () => {
	expect(showQuotations("The dam had been leaking for a year, report finds").lines).toEqual([
		"report | finds | The dam had been leaking for a year",
	]);
});

it("ends a chant with its marks", () => {
	expect(showQuotations("Protesters chanted “Water is life” outside the ministry.").lines).toEqual([
		"Protesters | chanted | Water is life",
	]);
});

it("tells whose account it is from who gives it", () => {
	expect(showQuotations("According to her account, the dam leaks.").lines).toEqual([
		"her account | According to | the dam leaks",
	]);
	expect(showQuotations("According to her, the dam leaks.").lines).toEqual(["her | According to | the dam leaks"]);
});

it("shows a short sentence in marks that stands alone as somebody's words, and a title as nobody's", () => {
	expect(showQuotations("The sun rose.\n“We buried them ourselves.”").lines).toEqual([
		"- | - | We buried them ourselves.",
	]);
	expect(showQuotations("The sun rose.\n“The Long Dam.”").lines).toEqual([]);
});

it("takes whoever is quoted behind an aside for the source", () => {
	expect(showQuotations("The army quoted, in a post, its spokesman as saying “no”.").lines).toEqual([
		"its spokesman | quoted … as saying | no",
	]);
});

it("reads what somebody had written, and nothing that was written", () => {
	expect(showQuotations("“I was lost,” Orla Pike had written.").lines).toEqual([
		"Orla Pike | had written | I was lost,",
	]);
	expect(showQuotations("“I was lost,” was written on the wall.").lines).toEqual([]);
});

it("gives words after “and” to whom the last clause is about", () => {
	expect(showQuotations("When Vane mentioned the lake, Orla Pike laughed and said, “No, never.”").lines).toContain(
		"Orla Pike | said | No, never.",
	);
	expect(showQuotations("Vane said the lake was empty, and added: “It will fill.”").lines).toContain(
		"Vane | added | It will fill.",
	);
});

it("gives what a document says to the document that it is told of", () => {
	expect(showQuotations("She read out the council’s statement, according to which the dam held.").lines).toEqual([
		"the council’s statement | according to | the dam held",
	]);
});

it("reads what somebody was heard to ask, and what hearers are told to do", () => {
	expect(showQuotations("Pike was heard to ask whose dam it was.").lines).toEqual([
		"Pike | was heard to ask | whose dam it was",
	]);
	expect(showQuotations("The council told parents to boil all water that comes from the lake.").lines).toEqual([
		"The council | told | to boil all water that comes from the lake",
	]);
});

it("reads a verb in no list between words in marks and who it is that speaks", () => {
	expect(showQuotations("“The lake is empty,” stormed the mayor.").lines).toEqual([
		"the mayor | stormed | The lake is empty,",
	]);
});

it("gives nobody's words to questions that were not asked", () => {
	expect(showQuotations("The owner gets it back for cash, no questions asked.").lines).toEqual([]);
});
