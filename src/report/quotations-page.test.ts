import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listText } from "../../test/list-text.ts";
import { publishedOn } from "../../test/make-article.ts";
import type { Article } from "../model/article.ts";
import type { QuotationFilters } from "../model/quotation-listing.ts";
import { printQuotations } from "./quotations-page.ts";
import { displayWidth } from "./terminal/display-width.ts";
import { narrowQuotations } from "./view/quotation-filter.ts";

const PLAIN = { width: 80, color: false, unicode: true };

function print(text: string, overrides: Partial<Article> = {}): string {
	return printQuotations(listText(text, overrides), PLAIN);
}

function printNarrowed(text: string, filters: Partial<QuotationFilters>): string {
	return printQuotations(
		narrowQuotations(listText(text), { speaker: null, kinds: [], least: null, ...filters }),
		PLAIN,
	);
}

describe("the page of quotations", () => {
	it("gives the words, who speaks and why, source and cue with offsets, carriers, day and how it was found", () => {
		const page = print("“The [harbour] wall is sound,” Mara Quill told Corra News on Monday, the Isle Post reported.", {
			published: publishedOn("2031-05-14"),
		});
		expect(page.split("\n").slice(6)).toEqual([
			"   1  “The [harbour] wall is sound”                                         1–29",
			"      speaker     Mara Quill (named: “Mara Quill”)",
			"      source      “Mara Quill”, cue “told”                           31–41 42–46",
			"      carriers    Isle Post, which has it from Corra News            73–82 47–57",
			"      addressee   “Corra News”                                             47–57",
			"      when        12 May 2031, “Monday”                                    61–67",
			"      inserted    [harbour], not spoken                                     5–14",
			"      found       direct · said · words and cue 0.96                   cue-after",
			"",
		]);
	});

	it("shows a day that was written though no date can be told from it", () => {
		const page = print("“The wall is sound,” Mara Quill told Corra News on Monday.");
		expect(page).toContain("when        “Monday” (no date can be told from it)");
	});

	it("sets parts with other words between them apart, and paragraphs of one speech together", () => {
		expect(print("“It was,” Ada Vane said, “empty.”")).toContain("“It was” […] “empty.”");
		expect(print("“It was empty.\n\n“We left,” Ada Vane said.")).toContain("“It was empty. We left”");
	});

	it("puts back the marks that a mixed quotation begins or ends with", () => {
		expect(print("Ada Vane said “nothing” was left.")).toContain("   1  “nothing” was left  ");
		expect(print("Ada Vane said that there was “nothing left”.")).toContain("   1  that there was “nothing left”  ");
	});

	it("says before the words that they were denied, declined, not said or reserved", () => {
		expect(print("Ada Vane denied that the boat was empty.")).toContain("   1  (denied) that the boat was empty");
		expect(print("Ada Vane declined to say who owned it.")).toContain("   1  (declined) to say who owned it");
		expect(print("Ada Vane reportedly said the boat was empty.")).toMatch(
			/ 1 {2}\(with reserve\) .*\n[\s\S]*· hedged ·/,
		);
	});

	it("says why nobody is settled on, and lists who it could be", () => {
		const page = print("Ada Vane, the minister, and Ove Lund, a minister, met. “We stay,” the minister said.");
		expect(page).toContain("speaker     not settled (“the minister” may be more than one person)");
		expect(page).toContain(
			"candidates  Ada Vane (is called minister)\n                  Ove Lund (is called minister)\n",
		);
	});

	it("lists apart what stands in marks and is nobody's, and counts what it lists", () => {
		const page = print("The boat is called “Grey Gull”. “It stays,” Ada Vane said.");
		expect(page).toContain("\na report: 1 quotation (1 direct), 1 term in marks\n");
		expect(page).toMatch(/In marks, and nobody's words\n\n {2}“Grey Gull” .* 20–29\n$/);
		expect(print("The boat left.")).toBe("test.txt\na report: no quotations\n");
	});

	it("says what the list is narrowed to and how much is left", () => {
		const text = "“It stays,” Ada Vane said. Ove Lund said the boat had left.";
		expect(printNarrowed(text, { speaker: "vane", kinds: ["direct"], least: 0.5 })).toMatch(
			/^1 of 2 quotations: spoken by “vane”, direct, confidence 0\.5 or more\n[\s\S]*\na report: 1 of 2 quotations/,
		);
		expect(printNarrowed(text, { speaker: "nobody" })).toBe("None of 2 quotations: spoken by “nobody”\n");
	});

	it("leaves out what is most unsure unless a least confidence is asked for, and says how much", () => {
		const listing = listText("Ada Vane said the boat was empty. Ove Lund said it had left.");
		const articles = listing.articles.map((article) => ({
			...article,
			quotations: article.quotations.map((one, at) => ({ ...one, confidence: at === 0 ? 0.3 : 0.6 })),
		}));
		const page = printQuotations({ ...listing, articles }, PLAIN);
		expect(page).toContain("\na report: 1 of 2 quotations (1 indirect)\n");
		expect(page).not.toContain("the boat was empty");
		expect(page).toMatch(/\n\n {2}1 unsure reading not shown; --least 0 shows it\n$/);
		const all = { ...listing, articles, filters: { ...listing.filters, least: 0 } };
		expect(printQuotations(all, PLAIN)).toContain("the boat was empty");
		expect(printQuotations(all, PLAIN)).not.toContain("unsure");
	});

	it("says of another language that quotations are found by their marks alone", () => {
		const page = print("„Das Schiff war leer“, sagte Ada Vane.", { language: "de" });
		expect(page).toContain("; in de, found by their marks alone\n");
		expect(page).toContain("source      none beside the words\n");
	});

	it("folds its signs where the terminal has ASCII only", () => {
		const listing = listText("“It was,” Ada Vane said, “empty.”");
		const page = printQuotations(listing, { ...PLAIN, unicode: false });
		expect(page).toContain('"It was" [...] "empty."');
		expect(page).toMatch(/^[\x20-\x7e\n]*$/);
	});

	it("keeps within its columns and lets no control character through, whatever the text", () => {
		const piece = fc.constantFrom(
			"“",
			"”",
			"[",
			"]",
			"Ada Vane",
			" said ",
			". ",
			"\n\n",
			"boat",
			"🚢",
			"\u001b[2J",
			"\u202e",
			"\t",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 40, max: 100 }), (pieces, width) => {
				const page = printQuotations(listText(pieces.join("")), { ...PLAIN, width });
				for (const line of page.split("\n")) {
					expect(displayWidth(line)).toBeLessThanOrEqual(width);
					expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
				}
			}),
		);
	});
});
