import { describe, expect, it } from "vitest";
import { collateTexts } from "../../../test/collate-texts.ts";
import { hostileReports } from "../../../test/fixtures/hostile-reports.ts";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import type { CollationRecord } from "../../model/record.ts";
import type { PageAssets } from "../html/assets.ts";
import { renderRecord } from "../html/record-page.tsx";
import { indexRecord } from "../view/record-index.ts";
import { excerptRecord } from "./excerpt-record.ts";
import { mostOf } from "./plan.ts";

const bare: PageAssets = { style: "", script: "", fonts: [] };

const long = [
	"Fire at the Tarn grain store kills 12",
	"",
	"TARN, 3 May 2031 (Corra News) – A fire at the grain store of Tarn killed 12 people on Saturday, the fire brigade said.",
	"",
	"“The store burned down within one hour, and nobody was warned,” Captain Oda Rell said on the quay.",
	"",
	"The store stood between the railway and the old salt market, and its owners had asked for a second gate for years.",
	"",
	"Nobody in the town remembers a drier spring, and the river below the mill was low enough to walk through.",
	"",
	"Children from the school across the road had painted its north wall with ships, whales and a very large moon.",
	"",
	"Shopkeepers along the market carried water until the pumps arrived from the harbour at a quarter past four.",
].join("\n");
const short = [
	"Twelve die as Tarn grain store burns",
	"",
	"A fire at the grain store of Tarn killed 12 people on Saturday.",
	"",
	"“The store burned down within one hour, and everybody was warned,” Captain Oda Rell said.",
	"",
	"Neighbours watched from the hill while flames took the roof, the scales and forty years of ledgers kept upstairs.",
	"",
	"The baker of the town, who lost his whole stock of rye, opened his shop all the same and sold what was left.",
].join("\n");
const record = collateTexts([
	{ name: "tarn", text: long },
	{ name: "orrow", text: short },
]);

function pageOf(one: CollationRecord): string {
	return renderRecord(one, bare, { excerpts: true });
}

/** Runs of eight words that no report gives and no headline has. */
function findLeaks(one: CollationRecord): string[] {
	const html = pageOf(one);
	const inline = /<\/?(?:i|u|b|em|bdi|small|a|span|code)(?: [^>]*)?>/g;
	const blocks = html.replace(inline, "").split(/<[^>]*>/);
	const attributes = [...html.matchAll(/="([^"]*)"/g)].map((match) => match[1] ?? "");
	const page = [...blocks, ...attributes].map(foldWords).join("|");
	const { record: masked } = excerptRecord(indexRecord(one));
	const given = masked.articles.map(({ text }) => foldWords(text)).join(" | ");
	return one.articles.flatMap(({ text }, at) => {
		const mask = masked.articles[at]?.text ?? "";
		const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
		return words.flatMap((word, i) => {
			const last = words[i + 7];
			if (!last) return [];
			const end = last.index + last[0].length;
			const run = foldWords(text.slice(word.index, end));
			return mask.slice(word.index, end).includes("\ufdd0") && !given.includes(run) && page.includes(run) ? [run] : [];
		});
	});
}

function foldWords(text: string): string {
	return ` ${text
		.replace(/&#39;/g, "'")
		.replace(/&quot;/g, '"')
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim()} `;
}

describe("a page of excerpts", () => {
	it("holds nowhere what is withheld: not in text, titles, labels or links", () => {
		for (const one of [record, fixtureRecord, collateTexts(hostileReports)]) expect(findLeaks(one)).toEqual([]);
		expect(pageOf(record)).not.toContain("drier spring");
		expect(pageOf(record)).not.toMatch(/[\ufdd0\ufdd1]/);
	});

	it("gives what somebody is quoted with and the values, and no more of a report than its share", () => {
		const { excerpts } = excerptRecord(indexRecord(record));
		for (const { words, of } of excerpts.values()) expect(words).toBeLessThanOrEqual(mostOf(of));
		const page = pageOf(record);
		expect(page).toContain("The store burned down within one hour");
		expect(page).toMatch(/; \d+ % of its words are given here/);
		expect(page).toContain("[…]");
	});

	it("leaves no mark without its partner", () => {
		const texts = [...pageOf(record).matchAll(/<div class="text"[^>]*>(.*?)<\/article>/gs)].map(
			(match) => match[1] ?? "",
		);
		expect(texts).toHaveLength(2);
		for (const text of texts) expect(text.split("“").length).toBe(text.split("”").length);
	});

	it("leads to the same places as the whole page does", () => {
		const linksOf = (page: string): string[] => [...page.matchAll(/ href="#([^"]*)"/g)].map((match) => match[1] ?? "");
		const page = pageOf(record);
		const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? "");
		expect(linksOf(page).filter((link) => !ids.includes(link))).toEqual([]);
		expect(ids).toEqual([...new Set(ids)]);
	});
});
