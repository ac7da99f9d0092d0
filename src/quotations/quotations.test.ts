import { describe, expect, it } from "vitest";
import { showQuotations } from "../../test/show-quotations.ts";

type Case = readonly [name: string, text: string, lines: readonly string[]];

function check(cases: readonly Case[]): void {
	for (const [name, text, lines] of cases) it(name, () => expect(showQuotations(text).lines).toEqual(lines));
}

describe("words in marks, the cue after them", () => {
	check([
		["reads a pronoun and its verb", "“We stay,” she said.", ["she | said | We stay,"]],
		["reads a verb before its source", "“We stay,” said Orla Pike.", ["Orla Pike | said | We stay,"]],
		[
			"takes asides into the source and leaves the day out",
			"“We stay,” said Orla Pike, the mayor of Tarn, on Monday.",
			["Orla Pike, the mayor of Tarn | said | We stay,"],
		],
		[
			"takes an aside before the verb",
			"“We stay,” Orla Pike, the mayor of Tarn, told reporters.",
			["Orla Pike, the mayor of Tarn | told | We stay,"],
		],
		["leaves the venue out of the source", "“We stay,” said Pike in a statement.", ["Pike | said | We stay,"]],
		[
			"joins two halves of one sentence",
			"“We stay,” she said, “until the dam holds.”",
			["she | said | We stay, … until the dam holds."],
		],
		[
			"gives words after a full stop to the same cue",
			"“We stay,” she said. “We have no choice.”",
			["she | said | We stay, … We have no choice."],
		],
		[
			"goes on over a paragraph that stands in marks alone",
			"“We stay,” said Orla Pike.\n“We have no choice.”",
			["Orla Pike | said | We stay, … We have no choice."],
		],
		[
			"goes on from the words in marks, not from the aside",
			"“We stay,” Pike said, adding that the crews were tired. “We have no choice.”",
			["Pike | said | We stay, … We have no choice.", "Pike | adding | that the crews were tired"],
		],
		[
			"hears nothing in lives that a flood claims",
			"The flood claimed the lives of nine people, the council said.",
			["the council | said | The flood claimed the lives of nine people"],
		],
		["reads a question", "“Will the dam hold?” Orla Pike asked.", ["Orla Pike | asked | Will the dam hold?"]],
		["reads a particle verb", "“The dam leaks,” she pointed out.", ["she | pointed out | The dam leaks,"]],
		["reads a verb that no list has", "“The dam leaks,” Pike fumed.", ["Pike | fumed | The dam leaks,"]],
		[
			"reads an adverb and a hedge",
			"“The dam leaks,” Pike reportedly told aides.",
			["Pike | reportedly told | The dam leaks,"],
		],
		["keeps several sentences of one pair", "“We stay. We must,” she said.", ["she | said | We stay. We must,"]],
		["keeps editorial brackets", "“They [the crew] left,” she said.", ["she | said | They [the crew] left,"]],
		[
			"reads British single marks",
			"‘The workers’ pay is low,’ said Ander Vane.",
			["Ander Vane | said | The workers’ pay is low,"],
		],
		["reads a comma outside the marks", "“We stay”, she said.", ["she | said | We stay"]],
		["reads a letter that speaks", "“The dam leaks,” read the letter.", ["the letter | read | The dam leaks,"]],
		[
			"keeps the paragraphs of one quotation as its parts",
			"“We stay.\n“We have no choice,” she said.",
			["she | said | We stay. … We have no choice,"],
		],
	]);
});

describe("words in marks, the cue before them", () => {
	check([
		["reads a colon", "Pike said: “We stay.”", ["Pike | said | We stay."]],
		["reads a comma", "Pike said, “We stay.”", ["Pike | said | We stay."]],
		["skips the hearer", "Pike told reporters in Tarn: “We stay.”", ["Pike | told | We stay."]],
		["reads a participle", "Pike shrugged, saying: “We stay.”", ["Pike | saying | We stay."]],
		[
			"reads a colon over a paragraph break",
			"She went on to say:\n“We have stayed because we must.”",
			["She | went on to say | We have stayed because we must."],
		],
		[
			"reads a colon without a verb of speech",
			"The mayor had a blunt message: “Stay out of Tarn.”",
			["The mayor | : | Stay out of Tarn."],
		],
		[
			"drops an adjunct before a whole statement",
			"On Monday, he said, “We will stay until spring.”",
			["he | said | We will stay until spring."],
		],
		[
			"keeps an adjunct before a fragment",
			"In a flood, it said, “the crews come first.”",
			["it | said | In a flood … the crews come first."],
		],
	]);
});

describe("what is nobody's words", () => {
	check([
		["leaves a victory claimed behind an aside", "Pike, who has ruled since May, claimed victory.", []],
		[
			"keeps a clause before its cue",
			"The dam, which leaks, will hold, claimed Pike.",
			["Pike | claimed | The dam, which leaks, will hold"],
		],
		["leaves mourning declared", "Mayor Pike declared three days of mourning.", []],
		["keeps a clause declared", "Mayor Pike declared the dam was safe.", ["Mayor Pike | declared | the dam was safe"]],
		[
			"leaves a bare object denied, and keeps what comes after it",
			"Pike denied the result, and called on the crews to stay calm.",
			["Pike | called on | the crews to stay calm"],
		],
		["keeps a deed denied", "Pike denied taking the money.", ["Pike | denied | taking the money"]],
		[
			"takes no threat inside a denial for words of its own",
			"Pike denied that she had threatened anybody with dismissal.",
			["Pike | denied | that she had threatened anybody with dismissal"],
		],
		["keeps a denial of any deed", "Pike denied any fraud.", ["Pike | denied | any fraud"]],
		[
			"leaves what the report tells up to a relative clause",
			"The River Watch published readings last week that, it said, showed a leak.",
			[],
		],
		["keeps a clause around its cue", "The dam, it said, leaks.", ["it | said | The dam … leaks"]],
		["keeps a threat", "Pike threatened to close the dam.", ["Pike | threatened | to close the dam"]],
		[
			"ends no source in a preposition",
			"“It leaks,” said Orla Pike, Tarn's minister of\nA new line.",
			["Orla Pike, Tarn's minister | said | It leaks,"],
		],
		[
			"keeps what a source's preposition brings",
			"“It leaks,” said Orla Pike, Tarn's minister of water.",
			["Orla Pike, Tarn's minister of water | said | It leaks,"],
		],
	]);
});

describe("clauses without marks", () => {
	check([
		["reads that", "Pike said that the dam holds.", ["Pike | said | that the dam holds"]],
		["reads a bare clause", "Pike said the dam holds.", ["Pike | said | the dam holds"]],
		["reads a clause and then its cue", "The dam will hold, Pike said.", ["Pike | said | The dam will hold"]],
		[
			"reads a clause and a verb before its source",
			"The dam will hold, said Orla Pike.",
			["Orla Pike | said | The dam will hold"],
		],
		[
			"reads a cue inside its clause",
			"The dam, Pike said, will hold until spring.",
			["Pike | said | The dam … will hold until spring"],
		],
		[
			"reads according to at the start",
			"According to Pike, the dam will hold.",
			["Pike | According to | the dam will hold"],
		],
		[
			"reads according to at the end",
			"The dam will hold, according to Pike.",
			["Pike | according to | The dam will hold"],
		],
		[
			"reads according to inside",
			"The dam, according to Pike, will hold.",
			["Pike | according to | The dam … will hold"],
		],
		[
			"parts two reports of one subject",
			"Pike said that the dam holds and added that the crews are tired.",
			["Pike | said | that the dam holds", "Pike | added | that the crews are tired"],
		],
		["skips the day before that", "Pike said on Monday that the dam holds.", ["Pike | said | that the dam holds"]],
		[
			"leaves a place aside before the subject out of the source",
			"Speaking in Tarn, the old capital, Orla Pike said that the dam holds.",
			["Orla Pike | said | that the dam holds"],
		],
		[
			"reads a report that speaks",
			"The council’s report noted that the dam leaks.",
			["The council’s report | noted | that the dam leaks"],
		],
		["reads a promise", "Pike vowed to mend the dam.", ["Pike | vowed | to mend the dam"]],
		[
			"reads what somebody calls something",
			"Pike called the plan a disaster.",
			["Pike | called | the plan a disaster"],
		],
	]);

	it("marks a denial, a refusal and what was not said", () => {
		const polarities = (text: string) => showQuotations(text).quotations.map(({ found }) => found.polarity);
		expect(polarities("Pike denied that the dam leaks.")).toEqual(["denied"]);
		expect(polarities("Pike declined to say why the dam leaks.")).toEqual(["declined"]);
		expect(polarities("Pike did not say that the dam leaks.")).toEqual(["not-said"]);
		expect(polarities("Pike said that the dam leaks.")).toEqual(["said"]);
	});

	it("marks a hedge of the outlet's", () => {
		const [quotation] = showQuotations("Pike allegedly said that the dam leaks.").quotations;
		expect(quotation?.found.hedged).toBe(true);
	});
});

describe("kinds", () => {
	const kinds = (text: string) => showQuotations(text).quotations.map(({ kind }) => kind);

	it("calls a clause with a word in marks mixed, and gives the marked part", () => {
		const text = "Pike said that Orme are “allies” in this fight.";
		const [quotation] = showQuotations(text).quotations;
		expect(quotation?.kind).toBe("mixed");
		expect(quotation?.exact).toBe("that Orme are “allies” in this fight");
		expect(quotation?.found.marked.map(({ start, end }) => text.slice(start, end))).toEqual(["allies"]);
	});

	it("calls two pairs of marks with a word between them mixed", () => {
		expect(kinds("Pike said the dam is “sound” and “safe for now.”")).toEqual(["mixed"]);
	});

	it("calls two halves in marks direct", () => {
		expect(kinds("“We stay,” she said, “for now.”")).toEqual(["direct"]);
	});

	it("calls a judgement in marks mixed", () => {
		const { lines, quotations } = showQuotations("Pike called the plan “a slow disaster.”");
		expect(lines).toEqual(["Pike | called | the plan … a slow disaster."]);
		expect(quotations[0]?.kind).toBe("mixed");
	});

	it("lowers confidence where marks were guessed", () => {
		const [sound] = showQuotations("“We stay,” she said.").quotations;
		const [slip] = showQuotations('“We stay," she said.').quotations;
		expect(slip?.found.confidence).toBeLessThan(sound?.found.confidence ?? 0);
	});
});

describe("what somebody will not say", () => {
	it("is declined, not merely unsaid", () => {
		const polarity = (text: string) => showQuotations(text).quotations.map(({ found }) => found.polarity);
		expect(polarity("Pike would not say who paid for the boat.")).toEqual(["declined"]);
		expect(polarity("Pike did not say who paid for the boat.")).toEqual(["not-said"]);
	});
});

describe("words in marks beside what is not spoken", () => {
	const lines = (text: string) => showQuotations(text).lines;

	it("go on where the space after a full stop is missing", () => {
		expect(lines("“We stay,” Pike said.“We must.”")).toEqual(["Pike | said | We stay, … We must."]);
	});

	it("are brought by what stands before their colon", () => {
		expect(lines("She asked: “Who paid?” Nobody answered.")).toEqual(["She | asked | Who paid?"]);
	});

	it("have the hearer that stands before a colon", () => {
		const { quotations } = showQuotations("Orla Pike told the inquiry:\n“The pumps failed twice.”");
		expect(quotations[0]?.addressee).toBe("the inquiry");
	});

	it("go on behind a gesture of the speaker", () => {
		expect(lines("“The lake,” Pike said, pausing to look at his notes, “is empty.”")).toEqual([
			"Pike | said | The lake, … is empty.",
		]);
	});

	it("stand alone where “as” leads the speaker in", () => {
		expect(lines("The lake is, as Pike put it, “a bowl of dust”.")).toEqual(["Pike | put it | a bowl of dust"]);
	});

	it("are what somebody calls something, also on an outlet's word", () => {
		expect(lines("According to Reuters, Orla Pike called the lake “a bowl of dust”.")).toEqual([
			"Orla Pike | called | the lake … a bowl of dust",
		]);
	});
});

describe("what is denied", () => {
	it("is the clause that reports of it hold", () => {
		const [denied] = showQuotations("Pike denied reports that the dam leaks.").quotations;
		expect(denied?.exact).toBe("that the dam leaks");
		expect(denied?.found.polarity).toBe("denied");
	});
});

describe("hearers", () => {
	it("are read over words of time, and after “said to”", () => {
		const hearers = (text: string) => showQuotations(text).quotations.map(({ addressee }) => addressee);
		expect(hearers("Pike warned parliament on Tuesday that the dam leaks.")).toEqual(["parliament"]);
		expect(hearers("“We stay,” Pike said to the farmers.")).toEqual(["the farmers"]);
		expect(hearers("“We stay,” Pike said to applause.")).toEqual([null]);
	});
});

describe("labels", () => {
	it("reads a transcript's turns", () => {
		expect(showQuotations("PIKE: The dam holds. I think so.\nVANE: It leaks.").lines).toEqual([
			"PIKE | : | The dam holds. I think so.",
			"VANE | : | It leaks.",
		]);
	});

	it("reads a headline's speaker", () => {
		const text = "Pike: The dam will hold\nOrla Pike spoke in Tarn on Monday.";
		const headline = { text: "Pike: The dam will hold", span: { start: 0, end: 23 }, from: "first-line", made: false };
		expect(showQuotations(text, { headline }).lines).toEqual(["Pike | : | The dam will hold"]);
	});

	it("reads a verb with a capital in a headline", () => {
		const text = "Mayor Denies Talk of Sale\nThe town was calm.";
		const headline = {
			text: "Mayor Denies Talk of Sale",
			span: { start: 0, end: 25 },
			from: "first-line",
			made: false,
		};
		expect(showQuotations(text, { headline }).lines).toEqual(["Mayor | Denies | Talk of Sale"]);
	});

	it("takes no notice for a speaker", () => {
		expect(showQuotations("Update: The dam holds.\nNote: It leaks.").lines).toEqual([]);
	});
});

describe("what is nobody's quotation", () => {
	const terms = (text: string) => showQuotations(text).terms;

	it("keeps what is held at arm's length as a term", () => {
		expect(terms("The so-called “blue list” was never printed.")).toEqual(["blue list"]);
	});

	it("keeps a nickname as a term", () => {
		expect(terms("Ander “Dunny” Vane lost the race.")).toEqual(["Dunny"]);
	});

	it("keeps a title as a term, without the comma printed inside", () => {
		expect(terms("She appeared on “The Late Hour,” a show, in May.")).toEqual(["The Late Hour"]);
	});

	it("keeps what something is known as as a term", () => {
		expect(terms("A street known as “the drain” was closed.")).toEqual(["the drain"]);
	});

	it("keeps what an outlet says others call a thing as a term", () => {
		const { terms, lines } = showQuotations("The town ignored what it calls the “Free Coast of Orme”.");
		expect(terms).toEqual(["Free Coast of Orme"]);
		expect(lines).toEqual([]);
	});

	it("gives a word in marks with a cue to its speaker instead", () => {
		const { terms, lines } = showQuotations("Pike said the “blue list” was a joke.");
		expect(terms).toEqual([]);
		expect(lines).toEqual(["Pike | said | the “blue list” was a joke"]);
	});

	for (const text of [
		"The claims office will report to the council.",
		"Officials were told to leave.",
		"Pike may have said too much.",
		"The states that border Orme closed their roads.",
		"Shares were quoted at 12 marks.",
		"Pike called a meeting.",
		"The number of cases declined to 40 in May.",
		"The press briefing that followed was short.",
	])
		it(`finds none in ${JSON.stringify(text)}`, () => expect(showQuotations(text).lines).toEqual([]));
});
