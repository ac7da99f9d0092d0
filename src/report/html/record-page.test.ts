import { describe, expect, it } from "vitest";
import { collateTexts } from "../../../test/collate-texts.ts";
import { hostileReports } from "../../../test/fixtures/hostile-reports.ts";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import type { PageAssets } from "./assets.ts";
import { renderRecord } from "./record-page.tsx";

const bare: PageAssets = { style: "", script: "", fonts: [] };
const whole = { excerpts: false };

function idsOf(page: string): string[] {
	return [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? "");
}

describe("the record's page", () => {
	it("is the same for the same record", () => {
		expect(renderRecord(fixtureRecord, bare, whole)).toBe(renderRecord(structuredClone(fixtureRecord), bare, whole));
	});

	it("names every place once and leads only to places it has", () => {
		const unsure = {
			...fixtureRecord,
			quotations: fixtureRecord.quotations.map((one) => ({ ...one, kind: "indirect" as const, confidence: 0.1 })),
		};
		for (const record of [fixtureRecord, unsure, collateTexts(hostileReports)]) {
			const page = renderRecord(record, bare, whole);
			const ids = idsOf(page);
			expect(ids).toEqual([...new Set(ids)]);
			const links = [...page.matchAll(/ href="#([^"]*)"/g)].map((match) => match[1] ?? "");
			expect(links.filter((link) => !ids.includes(link))).toEqual([]);
		}
	});

	it("holds nothing that would be asked of the network", () => {
		const page = renderRecord(fixtureRecord, bare, whole);
		expect(page).not.toMatch(/<(?:link|img|iframe|script src|object|embed)\b|@import|url\((?!#|data:)/);
	});

	it("gives every character of the texts, in order", () => {
		const page = renderRecord(fixtureRecord, bare, whole);
		const texts = [...page.matchAll(/<div class="text"[^>]*>(.*?)<\/article>/gs)].map((match) => match[1] ?? "");
		expect(texts).toHaveLength(fixtureRecord.articles.length);
		for (const [at, { text }] of fixtureRecord.articles.entries()) {
			const lines = [...(texts[at] ?? "").matchAll(/<p[^>]* data-s="\d+"[^>]*>(.*?)<\/p>/gs)].map((match) =>
				readEntities((match[1] ?? "").replace(/<[^>]*>/g, "")),
			);
			expect(lines.join("\n")).toBe(
				text
					.split("\n")
					.map((line) => line.trim())
					.filter((line) => line !== "")
					.join("\n"),
			);
		}
	});

	it("leaves out, as an excerpt, the words on which no finding stands", () => {
		const page = renderRecord(fixtureRecord, bare, { excerpts: true });
		expect(page).toContain("[…]");
		const words = (html: string): string =>
			/<section class="texts".*<\/section>/s.exec(html)?.[0].replace(/<[^>]*>/g, "") ?? "";
		expect(words(page).length).toBeLessThan(words(renderRecord(fixtureRecord, bare, whole)).length);
		const [quotation] = fixtureRecord.quotations;
		expect(readEntities(page.replace(/<[^>]*>/g, ""))).toContain(quotation?.exact.slice(0, 20));
	});

	it("says wherever it gives words that they were denied or not said", () => {
		const denied = {
			...fixtureRecord,
			quotations: fixtureRecord.quotations.map((one) => ({
				...one,
				kind: "indirect" as const,
				polarity: "denied" as const,
			})),
		};
		const page = renderRecord(denied, bare, whole);
		const inShort = /<section class="in-short"[^>]*>.*?<\/section>/s.exec(page)?.[0] ?? "";
		expect(inShort).toContain("denied: ");
		const opposed = {
			...fixtureRecord,
			facts: fixtureRecord.facts.map((fact) => ({
				...fact,
				relation: "contested" as const,
				states: fact.states.map((state) => ({ ...state, polarity: "denied" as const })),
			})),
		};
		const facts = renderRecord(opposed, bare, whole);
		for (const part of [/<section class="in-short"[^>]*>.*?<\/section>/s, /<section class="facts"[^>]*>.*?<\/table>/s])
			expect(part.exec(facts)?.[0]).toMatch(/denied by|somebody denies/);
	});

	it("puts no markup of a report into the page", () => {
		const page = renderRecord(collateTexts(hostileReports), bare, whole);
		expect(page.match(/<script/g)).toHaveLength(1);
		expect(page).not.toContain("<img");
		expect(page).toContain("&lt;script&gt;");
	});
});

function readEntities(html: string): string {
	return html
		.replace(/&lt;/g, "<")
		.replace(/&gt;/g, ">")
		.replace(/&quot;/g, '"')
		.replace(/&#39;/g, "'")
		.replace(/&amp;/g, "&");
}
