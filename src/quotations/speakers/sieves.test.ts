import { describe, expect, it } from "vitest";
import { showQuotations } from "../../../test/show-quotations.ts";

/** A text, words of one of its quotations, and who says them: a name, or null where it must stay open. */
type Case = readonly [text: string, words: string, speaker: string | null];

function speakerOf(text: string, words: string): string | null | undefined {
	return showQuotations(text).quotations.find(({ exact }) => exact.includes(words))?.speaker;
}

function check(cases: readonly Case[]): void {
	it.each(cases)("%s", (text, words, speaker) => {
		expect(speakerOf(text, words)).toBe(speaker);
	});
}

describe("full names and surnames", () => {
	check([
		["“We stay,” said Orla Pike.", "We stay", "Orla Pike"],
		["“We stay,” Mayor Orla Pike said on Monday.", "We stay", "Orla Pike"],
		["“We stay,” said Orla Pike, 34, a teacher in Tarn.", "We stay", "Orla Pike"],
		["Mayor Orla Pike came late.\n“We stay,” Pike said.", "We stay", "Orla Pike"],
		["Mayor Orla Pike came late.\n“We stay,” said Ms. Pike.", "We stay", "Orla Pike"],
		["“We stay,” said Orla Pike, an aide to President Ander Vane.", "We stay", "Orla Pike"],
		["“We stay,” Orla Pike (Ostra Party) said.", "We stay", "Orla Pike"],
		["“We stay,” said Orla Pike, who led the crews with Ander Vane.", "We stay", "Orla Pike"],
		["“We stay,” said 81-year-old Orla Pike, a clerk who knew Ander Vane and Joren Hale.", "We stay", "Orla Pike"],
		["President Ander Vane slept.\n“We stay,” said Vane spokesman Joren Hale.", "We stay", "Joren Hale"],
		["“We stay,” said Orla Pike and Ander Vane.", "We stay", null],
		["“We stay,” said Orla Pike and two of her aides.", "We stay", null],
		["Orla Pike met Senna Pike.\n“We stay,” said the younger Pike.", "We stay", null],
		["A pastor supporting President Ander Vane said the dam holds.", "the dam holds", null],
	]);
});

describe("titles and roles", () => {
	check([
		["Orla Pike, the mayor of Teval, came late.\n“We stay,” the mayor said.", "We stay", "Orla Pike"],
		["Ambassador Orla Pike arrived.\n“We stay,” the envoy said.", "We stay", "Orla Pike"],
		["Prime Minister Orla Pike arrived.\n“We stay,” the prime minister said.", "We stay", "Orla Pike"],
		["French President Orla Pike arrived.\n“We stay,” the French leader said.", "We stay", "Orla Pike"],
		["Orla Pike, a lawyer, read the file.\n“We stay,” the attorney said.", "We stay", "Orla Pike"],
		["Orla Pike, 34, came late.\n“We stay,” the 34-year-old said.", "We stay", "Orla Pike"],
		["Orla Pike, 34, met Ander Vane, 34.\n“We stay,” the 34-year-old said.", "We stay", null],
		["Ambassador Orla Pike met Ambassador Ander Vane.\n“We stay,” the ambassador said.", "We stay", null],
		["Senator Orla Pike met Senator Ander Vane.\n“We stay,” the senator said.", "We stay", null],
		["Mayor Orla Pike arrived.\n“We stay,” the former mayor said.", "We stay", null],
		["Mayor Orla Pike arrived.\n“We stay,” another mayor said.", "We stay", null],
		["Mayor Orla Pike arrived.\n“We stay,” a mayor said.", "We stay", null],
		["Mayor Orla Pike arrived.\n“We stay,” the governor said.", "We stay", null],
		["Mayor Ander Vane arrived.\n“We stay,” the chairwoman said.", "We stay", null],
	]);
});

describe("demonyms and places with a role", () => {
	check([
		[
			"Orla Pike, the French minister, met Ander Vane, the German minister.\n“We stay,” the German minister said.",
			"We stay",
			"Ander Vane",
		],
		[
			"Orla Pike, France’s envoy, met Ander Vane, Germany’s envoy.\n“We stay,” the French envoy said.",
			"We stay",
			"Orla Pike",
		],
		["French President Orla Pike arrived.\n“We stay,” the Spanish leader said.", "We stay", null],
	]);
});

describe("who speaks for somebody", () => {
	check([
		["President Ander Vane slept. “We stay,” his spokesman said.", "We stay", null],
		["President Ander Vane slept. “We stay,” a spokesman for Vane said.", "We stay", null],
		["President Ander Vane slept. “We stay,” said a lawyer for Vane.", "We stay", null],
		["Orla Pike waited. “We stay,” her husband said.", "We stay", null],
		["“We stay,” Orla Pike’s daughter said.", "We stay", null],
		["“It leaks,” said a police spokesman.", "It leaks", null],
		["“It leaks,” said two residents of Tarn.", "It leaks", null],
		["Mayor Orla Pike slept. Officials said the dam leaks.", "the dam leaks", null],
		["Mayor Orla Pike slept. “It leaks,” said one of her aides.", "It leaks", null],
		["Mayor Orla Pike slept. “It leaks,” a person who knows her said.", "It leaks", null],
	]);
});

describe("bodies and documents", () => {
	check([
		["The Tarn Water Ministry said the dam holds.", "the dam holds", "Tarn Water Ministry"],
		["The Tarn Water Ministry met. The ministry said the dam holds.", "the dam holds", "Tarn Water Ministry"],
		["Officials of the Tarn Water Ministry said the dam holds.", "the dam holds", null],
		["The dam leaks, the report said.", "The dam leaks", null],
		["Police said the dam leaks.", "the dam leaks", null],
		["The Ostra Courier was first.\n“It leaks,” the Courier wrote.", "It leaks", "Ostra Courier"],
		[
			"The Tarn Water Ministry said the dam holds. It added that “the crews stay.”",
			"the crews stay",
			"Tarn Water Ministry",
		],
		["The Tarn Water Ministry met residents. “It leaks,” they said.", "It leaks", null],
	]);
});

describe("he and she", () => {
	check([
		["Mayor Orla Pike said the dam holds. “We stay,” she added.", "We stay", "Orla Pike"],
		["On Monday, Orla Pike criticised officer Brenna Vane over the dam.\n“We stay,” she said.", "We stay", "Orla Pike"],
		[
			"Ander Vane spoke of the dam.\nJoren Hale of the Ostra Review agreed with Vane.\n“We stay,” he wrote.",
			"We stay",
			"Joren Hale",
		],
		["Ms. Pike met Mr. Vane.\n“We stay,” he said.", "We stay", "Vane"],
		[
			"The minister of waters, Mr. Ander Vane, sees no leak in Mr. Hale’s dam. “We stay,” he told me.",
			"We stay",
			"Ander Vane",
		],
		["Orla Pike said the crews met Brenna Vane. “We stay,” she said.", "We stay", "Orla Pike"],
		["Mr. Vane came late. He had met the crews. He slept little.\n“We stay,” he said.", "We stay", "Vane"],
		["“Ms. Vane is wrong,” said Ms. Pike.\n“We stay,” she said.", "We stay", "Pike"],
		["Ander Vane said the dam holds. Joren Hale met the crews. “We stay,” he said.", "We stay", null],
		["Mr. Vane met Mr. Hale and Mr. Tolle.\n“We stay,” he said.", "We stay", "Vane"],
		["The crews heard Mr. Vane and Mr. Hale.\n“We stay,” he said.", "We stay", null],
		["Mr. Vane slept.\nA neighbour saw the flood.\n“It roared,” he said.", "It roared", null],
		["Mr. Vane slept.\n“It leaks,” said a police officer. “It roared,” he said.", "It roared", null],
		["Mr. Vane came late.\n“We stay,” she said.", "We stay", null],
		["The dam leaks.\n“We stay,” he said.", "We stay", null],
		["“Does it hold?” Mr. Vane asked Mr. Hale.\n“It holds,” he said.", "It holds", null],
		["“Does it hold?” Mr. Vane asked Ms. Pike.\n“It holds,” she said.", "It holds", "Pike"],
		["“We stay,” he told Mr. Vane.", "We stay", null],
		["Mr. Hale met the crews.\n“Hale is wrong and Hale must go,” he said.", "Hale is wrong", null],
	]);
});

describe("relative clauses, asides and the writer", () => {
	check([
		["The crews met Orla Pike, who said the dam holds.", "the dam holds", "Orla Pike"],
		["The crews met Orla Pike, the mayor of Tarn, who said the dam holds.", "the dam holds", "Orla Pike"],
		["The plan has support from Minister Orla Pike of Norway, who said the dam holds.", "the dam holds", "Orla Pike"],
		[
			"Nobody thanked the crews.\nThey made no mention of Ander Vane, who said the dam holds.",
			"the dam holds",
			"Ander Vane",
		],
		["The crews met an aide to Orla Pike, who said the dam holds.", "the dam holds", null],
		["As Orla Pike, a lawyer in Tarn, put it, “the dam holds.”", "the dam holds", "Orla Pike"],
		["“Does it hold?” I asked.", "Does it hold", null],
		["Mayor Orla Pike slept. “Does it hold?” we asked.", "Does it hold", null],
	]);
});

describe("names held back in a lead", () => {
	check([
		[
			"Tarnia’s minister of waters said on Monday that the dam holds.\nOrla Pike told reporters that the crews stay.",
			"the dam holds",
			"Orla Pike",
		],
		[
			"The minister of waters said on Monday that the dam holds.\nOrla Pike, a baker, told reporters that the crews stay.",
			"the dam holds",
			null,
		],
		[
			"Tarnia’s envoy to Orme denied that the dam leaks.\nOrla Pike, the Tarnian ambassador, said the crews stay.",
			"the dam leaks",
			"Orla Pike",
		],
		[
			"Tarnia’s envoy to Orme denied that the dam leaks.\nOrla Pike, a baker, said the crews stay.",
			"the dam leaks",
			null,
		],
		[
			"A minister said on Monday that the dam holds.\nOrla Pike told reporters that the crews stay.",
			"the dam holds",
			null,
		],
	]);
});

describe("the labels of an interview", () => {
	const turns = "\nQ: Who tested the dam?\nA: Three engineers tested it in March.\nQ: Who paid?\nA: The town paid.";
	check([
		[`Mayor Orla Pike answered our questions.${turns}`, "Three engineers", "Orla Pike"],
		[`Mayor Orla Pike answered our questions.${turns}`, "Who tested", null],
		[`Mayor Orla Pike and Minister Ander Vane answered our questions.${turns}`, "Three engineers", null],
	]);
});

describe("surnames that are common words", () => {
	check([
		["Edgar Dean came late.\n“We stay,” said Dean, a doctor.", "We stay", "Edgar Dean"],
		["Edgar Dean came late.\n“We stay,” the dean said.", "We stay", null],
	]);
});

describe("words that go on", () => {
	check([
		["“We stay,” said Orla Pike. “We must.”", "We must", "Orla Pike"],
		["“We stay.” — Orla Pike", "We stay", "Orla Pike"],
		["Mayor Orla Pike slept.\n“We stay because we must and nobody else will.”", "We stay because", null],
	]);
});

describe("names that stand beside who speaks", () => {
	check([
		["Neither Orla Pike nor Ander Vane said the dam had failed.", "the dam had failed", null],
		["Mayor Orla Pike slept. Neither Pike nor her allies said the dam had failed.", "the dam had failed", null],
		["Either Orla Pike or Ander Vane said the dam had failed.", "the dam had failed", null],
		["Parents interviewed outside Orme Primary said the gate was shut.", "the gate was shut", null],
		["Teachers at Orme Primary said the gate was shut.", "the gate was shut", null],
		["Workers queueing outside Vane Bank said the gate was shut.", "the gate was shut", null],
		["Clerks inside the old Vane Bank said the gate was shut.", "the gate was shut", null],
		["Orla Pike, a teacher at Orme Primary, said the gate was shut.", "the gate was shut", "Orla Pike"],
		["Downing Street said the talks would go on.", "the talks would go on", null],
	]);
});

describe("whose envoy somebody is", () => {
	check([
		[
			"Orla Pike, Tarnia's ambassador, met Ander Vane, the envoy of Varra. Tarnia's envoy denied that the talks had failed.",
			"the talks had failed",
			"Orla Pike",
		],
		[
			"Ambassador Orla Pike of Iran met Ander Vane, the French ambassador. France's ambassador denied that the talks had failed.",
			"the talks had failed",
			"Ander Vane",
		],
		[
			"Ambassador Orla Pike of Iran met Ander Vane, the French ambassador. The Iranian ambassador said the talks go on.",
			"the talks go on",
			"Orla Pike",
		],
		[
			"Ambassador Orla Pike met Ander Vane, the French ambassador. Germany's ambassador denied that the talks had failed.",
			"the talks had failed",
			null,
		],
	]);
});

describe("who is described right before “who”", () => {
	check([
		[
			"Gad Rovin, the minister of trade, slept. Ander Vane, a lawmaker, turned on the minister, who later said he was misquoted.",
			"he was misquoted",
			"Gad Rovin",
		],
		[
			"Minister Gad Rovin met Minister Orla Pike. Ander Vane, a lawmaker, turned on the minister, who later said he was misquoted.",
			"he was misquoted",
			null,
		],
		["Ander Vane, a lawmaker, met a farmer who said the dam leaks.", "the dam leaks", null],
		["They met Orla Pike, the mayor of Tarn, who said the dam leaks.", "the dam leaks", "Orla Pike"],
	]);
});

describe("a surname of several", () => {
	check([
		[
			"French President Ander Pike was in Orme. Pike's wife, Orla Pike, said she was bored. “I go home,” Pike said.",
			"I go home",
			null,
		],
		["Mayor Ander Pike met his wife, Orla Pike. “I go home,” said Mrs. Pike.", "I go home", "Orla Pike"],
		["Mayor Ander Pike met his wife, Orla Pike. “I go home,” said Ander Pike.", "I go home", "Ander Pike"],
		[
			"Mayor Ander Pike slept. “I go home,” Pike said. He met his wife, Orla Pike. Orla Pike left.",
			"I go home",
			"Ander Pike",
		],
	]);

	check([
		[
			"Bobby Hale came late. Hale met the crews. Hale was tired. Tim Hale, a clerk, slept. “We stay,” Hale said.",
			"We stay",
			"Bobby Hale",
		],
	]);

	it("gives them on to a pronoun that follows", () => {
		const { quotations } = showQuotations(
			"Ander Pike met his brother, Joren Pike. Pike said the dam holds. “We stay,” he said.",
		);
		expect(quotations.at(-1)?.speaker).toBeNull();
		expect(quotations.at(-1)?.found.candidates.length).toBe(2);
	});

	it("gives all of them as candidates", () => {
		const { quotations } = showQuotations(
			"Orla Pike was found on Monday. Her daughter, Senna Pike, thanked the police. Pike wrote: “I am home.”",
		);
		expect(quotations.at(-1)?.found.candidates.length).toBe(2);
		expect(quotations.at(-1)?.speaker).toBeNull();
	});
});

describe("“it”", () => {
	check([
		[
			"The Civil Air Board fined Skyhop. The board said Skyhop had lied. Skyhop said it would appeal. “We disagree,” it added.",
			"We disagree",
			"Skyhop",
		],
	]);
});

describe("“he” and “she” beside others", () => {
	check([
		[
			"“He lied,” adds Ander Vane, a builder.\n\nAt the next table, Orla Pike's grandson nods. “She is right,” he says.",
			"She is right",
			null,
		],
		[
			"“He lied,” adds Ander Vane, a builder.\n\nAt the next table, a farmer nods. “He did,” he says. “Twice,” he adds. “I saw it,” he says.",
			"I saw it",
			null,
		],
		["“He lied,” adds Ander Vane, a builder.\n\nAt the next table, a farmer nods. “He did,” he says.", "He did", null],
		["Ander Vane said the pumps work. But his deputy disagreed. “They leak,” he said.", "They leak", null],
		["Ander Vane said the pumps work. Still, a farmer disagreed. “They leak,” he said.", "They leak", null],
		[
			"Senna Voll said she wanted to travel. Behr, who joined the agency, said prices would rise. “They will double,” she said.",
			"They will double",
			null,
		],
		["Orla Pike met Senna Voll. “Too high,” Pike said. Voll, she said, was wrong.", "was wrong", "Orla Pike"],
		[
			"French President Ander Vane was in Orme. German Chancellor Joren Hale came. The chancellor said they were far apart. “Very far,” he said.",
			"Very far",
			"Joren Hale",
		],
		[
			"Minister Joy Hale is proud of the road, but Ander Dele is not convinced. “They said that last year,” he said.",
			"They said that",
			"Ander Dele",
		],
		["Power went out, VoltNet said. Mayor Joren Pruss is calm. “Stay in,” he tweeted.", "Stay in", "Joren Pruss"],
	]);

	it("names no candidate that cannot be a person", () => {
		const { quotations } = showQuotations(
			"Poet Orla Ruiz won the Orme Prize in Orme. Ander Moss took the stage. “I speak for no one,” he said.",
		);
		expect(quotations.at(-1)?.found.candidates.length ?? 0).toBeLessThanOrEqual(1);
	});

	it("prints the writer's own pronoun as it stands", () => {
		const { quotations } = showQuotations("I said the dam holds.");
		expect(quotations[0]?.found.speakerReason).toContain("“I”");
	});
});

describe("who is meant beside others", () => {
	check([
		[
			"Mayor Ander Vane slept. A dam spokesman came. Asked if Ander Vane would go, he said: “Ask him.”",
			"Ask him",
			null,
		],
		["Mayor Ander Vane slept. According to him, the dam holds.", "the dam holds", "Ander Vane"],
		["OP: The dam holds.\nAV: Who tested it?\nOrla Pike met Ander Vane.", "The dam holds", "Orla Pike"],
		["OP: The dam holds.\nAV: Who tested it?\nOrla Pike and Ossip Pruss met.", "The dam holds", null],
		["Deputy governor Hana Moll came.\n“We stay,” the governor said.", "We stay", null],
		["Deputy governor Hana Moll came.\n“We stay,” the deputy governor said.", "We stay", "Hana Moll"],
		["Governor Ander Vane met deputy governor Hana Moll.\n“We stay,” the governor said.", "We stay", "Ander Vane"],
		["Republican nominee Ander Vane came.\n“We stay,” the Democratic nominee said.", "We stay", null],
		["The IG Stahl union said it would stay.", "it would stay", "IG Stahl"],
		[
			"Mrs Galina Frolova came late.\n“We stay,” said head of the Orme region Galina Frolova.",
			"We stay",
			"Galina Frolova",
		],
		["“We stay,” said a friend of the late mayor Galina Frolova.", "We stay", null],
		["Maria Hale came. “He said, ‘Maria, go home.’ I went,” she said.", "I went", "Maria Hale"],
	]);

	it("say of a court that it heard it", () => {
		const { quotations } = showQuotations("The dam had leaked for years, an inquiry heard on Monday.");
		expect(quotations[0]?.found.speakerReason).toContain("hears it");
	});
});
