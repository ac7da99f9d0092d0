import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readQuotationCases } from "./cases.ts";
import { compareQuotationCase } from "./compare.ts";

const FILE = `# A remark.

=== told-agency
“They [the crew]\\u00a0left,” Orla Pike told Reuters on Monday.
The council slept.
> They left | direct | by: Orla Pike | who: Orla Pike | via: Reuters | to: Reuters | on: 2031-05-12
! The council slept

=== nothing fr headline
Le pont.
? Le pont
`;

describe("hand-written cases of quotations", () => {
	it("are read with what they leave out", () => {
		const [one, two] = readQuotationCases("theme", FILE);
		expect(one?.text).toBe("“They [the crew]\u00a0left,” Orla Pike told Reuters on Monday.\nThe council slept.");
		expect(one?.quotations).toEqual([
			{
				words: [1, 17],
				kind: "direct",
				by: "Orla Pike",
				who: "Orla Pike",
				via: ["Reuters"],
				to: "Reuters",
				at: null,
				on: "2031-05-12",
				is: "said",
				hedged: false,
			},
		]);
		expect(one?.nobody[0]?.map((start) => one.text.slice(start, start + 3))).toEqual(["The", "cou", "sle"]);
		expect(two).toMatchObject({ language: "fr", headline: true, quotations: [], nobody: [] });
		expect(two?.open).toHaveLength(1);
	});

	it.each([
		["text before the first case", "text"],
		["words that the text does not have", "=== a\nIt fell.\n> It rose"],
		["an unknown field", "=== a\nIt fell.\n> It fell | from: Pike"],
		["an unknown polarity", "=== a\nIt fell.\n> It fell | is: meant"],
		["text after a row", "=== a\nIt fell.\n> It fell\nIt rose."],
	])("refuse %s", (_, file) => {
		expect(() => readQuotationCases("theme", file)).toThrow(/^theme line \d/);
	});

	it("of this folder can all be read, and no two of a file have one name", () => {
		const folder = new URL("cases/", import.meta.url);
		const ids = readdirSync(folder).flatMap((name) =>
			readQuotationCases(name, readFileSync(new URL(name, folder), "utf8")).map(({ id, theme }) => `${theme} ${id}`),
		);
		expect(ids.length).toBeGreaterThan(350);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe("comparing a case with what was found", () => {
	const compare = (text: string): ReturnType<typeof compareQuotationCase> => {
		const [one] = readQuotationCases("theme", `=== a\n${text}`);
		if (!one) throw new Error("no case");
		return compareQuotationCase(one, null);
	};

	it("counts what is found and each part that is right", () => {
		const result = compare(
			"“The dam holds,” Orla Pike told Reuters.\n> The dam holds | direct | via: Reuters | to: the council",
		);
		expect(result).toMatchObject({ gold: 1, found: 1, hit: 1 });
		expect(result.asked).toMatchObject({ kind: 1, via: 1, to: 1, at: 0 });
		expect(result.right).toMatchObject({ kind: 1, via: 1, to: 0 });
		expect(result.notes).toEqual(["to: Reuters for the council (The dam holds,)"]);
	});

	it("counts what is missed, what is too much and what nobody may be given", () => {
		const result = compare("Orla Pike said the dam holds.\n> dam holds\n! the dam");
		expect(result).toMatchObject({ gold: 1, found: 1, hit: 0, mustNots: 1, held: 0 });
		expect(result.notes).toHaveLength(3);
	});

	it("leaves out what nothing is said about", () => {
		expect(compare("Orla Pike said the dam holds.\n? the dam holds")).toMatchObject({ found: 0, notes: [] });
	});
});
