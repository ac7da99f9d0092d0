import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { disturbRecord, HOSTILE_WORDS } from "../../../test/fixtures/disturbed-record.ts";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { expectGolden } from "../../../test/golden.ts";
import { writeMarkdown } from "./markdown.ts";

const reader = new MarkdownIt({ html: true });

/** The kinds of all tokens that a reader of Markdown finds, in order; what stands as text is one kind. */
function structureOf(markdown: string): string[] {
	return reader
		.parse(markdown, {})
		.flatMap((token) => [token.type, ...(token.children ?? []).map(({ type }) => type)])
		.filter((type) => type !== "text" && type !== "text_special");
}

describe("a record as Markdown", () => {
	const markdown = writeMarkdown(fixtureRecord);

	it("is what it was", () => expectGolden("export.md", markdown));

	it("has its headings, tables and quotations read as such", () => {
		const html = reader.render(markdown);
		expect(html).toContain("<h1>The record of 6 reports</h1>");
		expect(html).toContain("<h2>Velmar shuts the Ostra Strait to tankers</h2>");
		expect(html.match(/<tr>/g)).toHaveLength(7);
		expect(html).toContain("<blockquote>\n<p>“We owe this to the people of the coast.” — A B C");
	});

	it("says that there is nothing where there is nothing", () => {
		const empty = { ...fixtureRecord, articles: [], stories: [], problems: [], positions: [], lineage: [] };
		expect(writeMarkdown(empty)).toMatch(/^# The record of 0 reports\n/);
	});

	it("tells how reports give what a primary document has, and what a person decided", () => {
		const [utterance, ...others] = fixtureRecord.utterances;
		const [a, , c] = utterance?.renditions ?? [];
		if (!utterance || !a || !c) throw new Error("the fixture has too few renditions");
		const span = (exact: string): { start: number; end: number; exact: string } => ({
			start: 0,
			end: exact.length,
			exact,
		});
		const held = {
			...{ rendition: c.id, primary: a.id, relation: "changed" as const, leftOut: [span("and nobody*")] },
			changed: [{ kind: "strength" as const, primary: [span("will")], report: [span("shall")] }],
		};
		const correction = {
			...{ id: "c1", kind: "speaker" as const, who: "Ona", when: "2031-05-20", why: "the tape" },
			...{ applied: false, reason: "no such <words>", places: [], findings: [] },
		};
		const record = {
			...fixtureRecord,
			utterances: [{ ...utterance, held: [held] }, ...others],
			corrections: [correction],
		};
		const text = writeMarkdown(record);
		expect(text).toContain("- C against A, changed: ● will ] shall; leaves out “and nobody\\*”\n");
		expect(text).toContain("- not applied: no such \\<words\\> (asked by Ona: the tape) (speaker, 2031-05-20)\n");
	});

	it.each(HOSTILE_WORDS)("has the same structure whatever the words (%#)", (words) => {
		expect(structureOf(writeMarkdown(disturbRecord(fixtureRecord, `${words}w`)))).toEqual(structureOf(markdown));
	});

	it("has the same structure whatever marks stand in a text", () => {
		const marks = fc.array(fc.constantFrom(..."\\`*_{}[]()<>#+-.!|&~$=:;\"'^/@ \t\n0123456789)ab".split("")));
		const plain = structureOf(markdown);
		fc.assert(
			fc.property(marks, (words) => {
				const disturbed = disturbRecord(fixtureRecord, `${words.join("")}w`);
				expect(structureOf(writeMarkdown(disturbed))).toEqual(plain);
			}),
			{ numRuns: 150 },
		);
	});
});
