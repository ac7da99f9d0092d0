import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readNameCases } from "./cases.ts";
import { compareNameCase } from "./compare.ts";

const FILE = `# A remark.

=== two-of-a-surname
stories: 0 1
{j:James Pell} met {a:Anna Pell} of {?:the {c?:Chilean} Union}.

{!:The council} slept.
---
Mr.\\u00a0{x?:Pell} left.
@ j person James Pell
@ a person
@ c? state/place
@ x person/unknown
@ j ~ a

=== other de wrapped
{a:Anna
Pell} schlief.
@ a person
`;

describe("hand-written cases for names", () => {
	it("give the text without its braces, with every mention's span", () => {
		const [first, second] = readNameCases("theme", FILE);
		const [one, two] = first?.reports ?? [];
		expect(one?.text).toBe("James Pell met Anna Pell of the Chilean Union.\n\nThe council slept.");
		expect(
			one?.mentions.map(({ start, end, entity, optional }) => [one.text.slice(start, end), entity, optional]),
		).toEqual([
			["James Pell", "j", false],
			["Anna Pell", "a", false],
			["Chilean", "c", true],
		]);
		expect(one?.open.map(({ start, end }) => one.text.slice(start, end))).toEqual(["the Chilean Union"]);
		expect(one?.nothing.map(({ start, end }) => one.text.slice(start, end))).toEqual(["The council"]);
		expect(two).toMatchObject({ text: "Mr.\u00a0Pell left.", story: 1 });
		expect(first?.entities.get("x")).toEqual({ types: ["person", "unknown"], name: null, optional: false });
		expect(first?.related).toEqual([["j", "a"]]);
		expect(second).toMatchObject({ id: "other", theme: "theme", language: "de", wrapped: true });
	});

	it.each([
		["text before the first case", "text"],
		["an entity that is not declared", "=== a\n{b:Bo} left."],
		["a declaration that no mention has", "=== a\nBo left.\n@ b person"],
		["an unknown type", "=== a\n{b:Bo} left.\n@ b human"],
		["a brace left open", "=== a\n{b:Bo left.\n@ b person"],
		["a brace that closes nothing", "=== a\nBo} left."],
	])("refuse %s", (_, file) => {
		expect(() => readNameCases("theme", file)).toThrow(/^theme line \d/);
	});

	it("of this folder can all be read, and no two have one name", () => {
		const folder = new URL("cases/", import.meta.url);
		const ids = readdirSync(folder).flatMap((name) =>
			readNameCases(name, readFileSync(new URL(name, folder), "utf8")).map(({ id, theme }) => `${theme} ${id}`),
		);
		expect(ids.length).toBeGreaterThan(400);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe("comparing a case with what was found", () => {
	const compare = (text: string): ReturnType<typeof compareNameCase> => {
		const [one] = readNameCases("theme", `=== a\n${text}`);
		if (!one) throw new Error("no case");
		return compareNameCase(one);
	};

	it("counts what is found, its type and its pairs", () => {
		const result = compare("{v:Anna Pell} said no. Mrs. {v:Pell} left {c:Chile}.\n@ v person\n@ c state");
		expect(result).toMatchObject({ gold: 3, hit: 3, found: 3, typed: 3, wrongJoins: 0, notes: [] });
		expect(result.pairs).toEqual({ gold: 1, found: 1, both: 1 });
	});

	it("counts names of two things that were joined", () => {
		const result = compare("{v:Anna Pell} said no. Mrs. {x:Pell} left.\n@ v person\n@ x person");
		expect(result.wrongJoins).toBe(1);
		expect(result.notes).toEqual(["joined in a report: v and x"]);
	});
});
