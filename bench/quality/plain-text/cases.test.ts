import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCases } from "./cases.ts";

const FILE = `# A remark.

=== ferry-sinks en
@ authors: Ada Quill; Bo Marsh
@ published: 2031-05-14
h|Ferry sinks

l+|CORROW (NPA) –
k| A fer\\-ry sank.\\s
x see-also|Read more
|
k|\\u{fb01}ne \\\\ end

=== second de
@ crlf: yes
@ blocks: 1
k|Eins.
k|Zwei.
`;

describe("hand-written cases", () => {
	it("give the text without its labels and a gold span for every labelled stretch", () => {
		const [first] = readCases(FILE);
		expect(first?.text).toBe("Ferry sinks\n\nCORROW (NPA) – A fer\u00adry sank. \nRead more\n\n\ufb01ne \\ end");
		expect(first?.gold.map(({ start, end, label, rule }) => [first.text.slice(start, end), label, rule])).toEqual([
			["Ferry sinks", "headline", null],
			["CORROW (NPA) –", "dateline", null],
			[" A fer\u00adry sank. ", "body", null],
			["Read more", "dropped", "article/see-also"],
			["\ufb01ne \\ end", "body", null],
		]);
		expect(first?.expected).toMatchObject({
			authors: ["Ada Quill", "Bo Marsh"],
			published: "2031-05-14",
			blocks: null,
		});
	});

	it("end their lines as they say", () => {
		const [, second] = readCases(FILE);
		expect(second).toMatchObject({ id: "second", language: "de", text: "Eins.\r\nZwei.", expected: { blocks: 1 } });
	});

	it.each([
		["a line without a label", "=== a en\nno label"],
		["a rule with a line that is kept", "=== a en\nk see-also|text"],
		["a dropped line without a rule", "=== a en\nx|text"],
		["an unknown key", "=== a en\n@ colour: red"],
		["an unknown escape", "=== a en\nk|a\\q"],
		["a text before the first case", "k|text"],
	])("refuse %s", (_, file) => {
		expect(() => readCases(file)).toThrow(/^line \d/);
	});

	it("of this folder can all be read, and no two have one name", () => {
		const folder = new URL("cases/", import.meta.url);
		const cases = readdirSync(folder).flatMap((name) => readCases(readFileSync(new URL(name, folder), "utf8")));
		expect(cases.length).toBeGreaterThanOrEqual(120);
		expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
	});
});
