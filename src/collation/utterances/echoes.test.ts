import { describe, expect, it } from "vitest";
import { collateTexts, nameOf, type TestReport, utteranceWith } from "../../../test/collate-texts.ts";

const LEAD =
	"KELM — Harbour Minister Orla Vane spoke about the Kelm breakwater on Tuesday after its collapse in the storm.";
const BODY = `${LEAD}\n“We shall rebuild the breakwater with granite,” Orla Vane said.`;

/** Renditions of the utterance that holds the words, as `report: words`; those of no quotation with an asterisk. */
function renditions(reports: readonly TestReport[], words: string): string[] {
	const record = collateTexts(reports);
	const texts = new Map(record.articles.map((article) => [article.id, article.text]));
	return (utteranceWith(record, words)?.renditions ?? [])
		.map(({ article, parts }) => {
			const text = parts.flatMap(({ spans }) => spans.map(({ start, end }) => texts.get(article)?.slice(start, end)));
			return `${nameOf(record, article)}${parts.some(({ quotation }) => quotation === null) ? "*" : ""}: ${text.join(" / ")}`;
		})
		.sort();
}

describe("findEchoes", () => {
	it("takes a headline that names the speaker for a rendition of what the report quotes", () => {
		expect(
			renditions([{ name: "a", headline: "Vane wants breakwater of granite", text: BODY }], "We shall rebuild"),
		).toContain("a*: Vane wants breakwater of granite");
	});

	it("takes the words that a headline has in marks", () => {
		expect(
			renditions(
				[{ name: "a", headline: "‘Rebuild the breakwater with granite’: storm debate in Kelm", text: BODY }],
				"We shall rebuild",
			),
		).toContain("a*: ‘Rebuild the breakwater with granite’");
	});

	it("takes words in marks of a headline for the one quotation that comes near", () => {
		const text = `${BODY}\n“They slept for three months and rang nobody,” said the engineer Tomas Reik.`;
		expect(
			renditions(
				[{ name: "a", headline: "Storm debate: Kelm engineers ‘not rung for three months’", text }],
				"three months",
			),
		).toHaveLength(2);
		expect(
			renditions(
				[{ name: "a", headline: "Storm debate: Kelm engineers ‘paid no money at all’", text }],
				"three months",
			),
		).toHaveLength(1);
	});

	it("leaves a headline that tells the same on the report's own word", () => {
		expect(
			renditions([{ name: "a", headline: "Breakwater to be rebuilt with granite", text: BODY }], "We shall rebuild"),
		).toEqual(["a: We shall rebuild the breakwater with granite,"]);
	});

	it("takes words in marks that another report quotes, and not those that two people used", () => {
		const other = `${LEAD}\nKelm has heard of a breakwater “with granite from the north” before.`;
		const vane = `${LEAD}\n“We shall rebuild it with granite from the north,” Orla Vane said.`;
		const reik = `${LEAD}\n“Nobody needs a wall with granite from the north,” said the engineer Tomas Reik.`;
		const reports = [
			{ name: "a", text: vane },
			{ name: "b", text: other },
		];
		expect(renditions(reports, "We shall rebuild")).toContain("b*: with granite from the north");
		expect(renditions([...reports, { name: "c", text: reik }], "We shall rebuild")).toHaveLength(1);
	});
});
