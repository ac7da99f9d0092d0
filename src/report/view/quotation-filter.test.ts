import { describe, expect, it } from "vitest";
import { listText } from "../../../test/list-text.ts";
import type { QuotationFilters } from "../../model/quotation-listing.ts";
import { narrowQuotations } from "./quotation-filter.ts";

const TEXT = [
	"The ferry stays, Zoë Vane-Hart said.",
	"“It stays,” she said.",
	"“The mayor owns it,” the harbour minister said.",
	"The boat is called “Grey Gull”.",
].join("\n\n");

const NONE: QuotationFilters = { speaker: null, kinds: [], least: null };

function narrow(filters: Partial<QuotationFilters>): string[] {
	const [article] = narrowQuotations(listText(TEXT), { ...NONE, ...filters }).articles;
	return (article?.quotations ?? []).map(({ exact }) => exact);
}

describe("narrowQuotations", () => {
	it("leaves a listing whole when nothing is asked for", () => {
		expect(narrowQuotations(listText(TEXT), NONE)).toEqual(listText(TEXT));
	});

	it("finds a speaker by part of the name, whatever its case and accents, also where the text has a pronoun", () => {
		const hers = ["The ferry stays", "It stays,"];
		for (const speaker of ["zoe", "VANE", "Zoë Vane-Hart", "hart zoe"]) expect(narrow({ speaker })).toEqual(hers);
	});

	it("finds an office in the words of the source, and no speaker by letters within a word or by what is said", () => {
		expect(narrow({ speaker: "minister" })).toEqual(["The mayor owns it,"]);
		expect(narrow({ speaker: "harbour minister" })).toEqual(["The mayor owns it,"]);
		for (const speaker of ["mini", "mayor", "van", "zoe minister"]) expect(narrow({ speaker })).toEqual([]);
	});

	it("keeps the kinds and the confidence asked for", () => {
		expect(narrow({ kinds: ["direct"] })).toEqual(["It stays,", "The mayor owns it,"]);
		expect(narrow({ kinds: ["direct", "indirect"] })).toHaveLength(3);
		expect(narrow({ least: 0.95 })).toEqual(["It stays,", "The mayor owns it,"]);
		expect(narrow({ least: 1 })).toEqual([]);
		expect(narrow({ least: 0 })).toHaveLength(3);
	});

	it("lists no terms where it narrows, and says how many quotations there were", () => {
		const whole = listText(TEXT).articles[0];
		expect(whole?.terms.map(({ exact }) => exact)).toEqual(["Grey Gull"]);
		const [article] = narrowQuotations(listText(TEXT), { ...NONE, least: 1 }).articles;
		expect([article?.terms, article?.found]).toEqual([[], 3]);
	});
});
