import { describe, expect, it } from "vitest";
import { findLines } from "../../text/paragraphs.ts";
import { findMarked } from "./marks.ts";

function stretches(text: string): string[] {
	return findMarked(text, findLines(text, [{ start: 0, end: text.length }])).map(
		({ parts, rule }) => `${rule}: ${parts.map(({ start, end }) => text.slice(start, end)).join(" / ")}`,
	);
}

const CASES: readonly (readonly [name: string, text: string, found: readonly string[]])[] = [
	["curly marks", "“We stay,” she said, “for now.”", ["paired: We stay,", "paired: for now."]],
	["straight marks", '"We stay," she said. "We must."', ["paired: We stay,", "paired: We must."]],
	["two apostrophes as a mark", "''We stay,'' she said.", ["paired: We stay,"]],
	["guillemets with their spaces", "Elle a dit : « Nous restons. »", ["paired: Nous restons."]],
	["guillemets without spaces", "Она сказала: «Мы остаёмся».", ["paired: Мы остаёмся"]],
	["German marks", "„Wir bleiben“, sagte sie.", ["paired: Wir bleiben"]],
	["German guillemets turned inwards", "»Wir bleiben«, sagte sie.", ["paired: Wir bleiben"]],
	["Polish marks", "„Zostajemy”, powiedziała.", ["paired: Zostajemy"]],
	["low single marks", "‚Wir bleiben‘, sagte sie.", ["paired: Wir bleiben"]],
	["corner brackets", "市長は「橋は安全だ」と述べた。", ["paired: 橋は安全だ"]],
	["single marks in British style", "‘The dam holds,’ he said.", ["paired: The dam holds,"]],
	[
		"a plural possessive inside single marks",
		"‘The workers’ pay is low,’ he said.",
		["paired: The workers’ pay is low,"],
	],
	["straight single marks", "He called it 'a slow leak' on Monday.", ["paired: a slow leak"]],
	["one word in single marks that ends in s", "Orme are ‘allies’ in this.", ["paired: allies"]],
	[
		"double marks nested in single ones",
		"‘She told me “never” twice,’ he said.",
		["paired: She told me “never” twice,"],
	],
	["single marks nested in double ones", "“He said ‘never’ to me,” she said.", ["paired: He said ‘never’ to me,"]],
	["curly marks nested in curly ones", "“He said “never” to me,” she said.", ["paired: He said “never” to me,"]],
	["curly marks nested in straight ones", '"He said “never” to me," she said.', ["paired: He said “never” to me,"]],
	["three apostrophes that close", "''I say, 'The dam leaks,''' she said.", ["paired: I say, 'The dam leaks,'"]],
	["a curly opening closed by a straight mark", '“We stay," she said.', ["mismatched: We stay,"]],
	["a straight opening closed by a curly mark", '"We stay,” she said.', ["mismatched: We stay,"]],
	[
		"a slip before a sound pair",
		'“We stay," she said. "We must. It holds.”',
		["mismatched: We stay,", "mismatched: We must. It holds."],
	],
	["a missing close, up to the paragraph's end", "She said: “We stay.\nThen she left.", ["unclosed: We stay."]],
	[
		"a missing close before another opening",
		"“We stay. Then “we go,” she said.",
		["unclosed: We stay. Then", "paired: we go,"],
	],
	[
		"a paragraph that reopens what the one before left open",
		"“We stay.\n“We must,” she said.",
		["reopened: We stay. / We must,"],
	],
	["three paragraphs of one quotation", '"One.\n"Two.\n"Three," she said.', ["reopened: One. / Two. / Three,"]],
	["editorial brackets, which stay", "“They [the crew] left,” she said.", ["paired: They [the crew] left,"]],
	["apostrophes that open nothing", "In the ’90s the workers’ pay at rock ’n’ roll clubs wasn’t Orme’s.", []],
	["left single marks as apostrophes", "In the ‘90s they played rock ‘n’ roll for ‘em.", []],
	["inches and feet", `A 6'2" guard and a 12" pipe.`, []],
	["empty marks", "He wrote “” and left.", []],
	[
		"single marks that each paragraph reopens",
		"She said: ‘We stay.\n‘The crew’s boats are out.\n‘We must,’ she said.",
		["reopened: We stay. / The crew’s boats are out. / We must,"],
	],
	["guillemets inside guillemets", "« Il a dit « jamais » hier », dit-elle.", ["paired: Il a dit « jamais » hier"]],
	[
		"the closing guillemet that French sets before a paragraph that goes on",
		"« Nous restons.\n» Il le faut. »",
		["reopened: Nous restons. / Il le faut."],
	],
	[
		"straight marks inside straight marks",
		'"He shouted "run" and we ran," she said.',
		['paired: He shouted "run" and we ran,'],
	],
	[
		"a straight mark that was never closed",
		'"We stay, she said. "We must," he said.',
		["unclosed: We stay, she said.", "paired: We must,"],
	],
	["straight marks without their spaces, by turns", 'She said"we stay"and left.', ["paired: we stay"]],
	["straight marks with a space on both sides, by turns", '" We stay, " she said.', ["paired: We stay,"]],
	["Hebrew abbreviations inside marks", 'היא אמרה: "מנכ"ל החברה עזב".', ['paired: מנכ"ל החברה עזב']],
	[
		"an attribution by name after what nothing closes",
		"“The boat left late, Viktor Orel said.\n“We wait,” said Pike.",
		["unclosed: The boat left late,", "paired: We wait,"],
	],
	["a lone closing mark", "We stay,” she said.", []],
];

describe("findMarked", () => {
	for (const [name, text, found] of CASES)
		it(`reads ${name}`, () => {
			expect(stretches(text)).toEqual(found);
		});

	it("gives outer spans that take in the marks", () => {
		const text = "So: “We stay,” she said.";
		const [stretch] = findMarked(text, [{ start: 0, end: text.length }]);
		expect(stretch && text.slice(stretch.outer.start, stretch.outer.end)).toBe("“We stay,”");
	});
});
