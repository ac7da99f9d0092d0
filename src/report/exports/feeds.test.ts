import { describe, expect, it } from "vitest";
import { disturbRecord, HOSTILE_WORDS } from "../../../test/fixtures/disturbed-record.ts";
import { fixtureRecord } from "../../../test/fixtures/record.ts";
import { expectGolden } from "../../../test/golden.ts";
import { readXml } from "../../../test/read-xml.ts";
import type { CollationRecord } from "../../model/record.ts";
import { writeAtom } from "./atom.ts";
import { writeJsonFeed } from "./json-feed.ts";

const ATOM = "http://www.w3.org/2005/Atom";
/** RFC 3339, as RFC 4287 asks of every date. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;
const UUID = /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

const undated: CollationRecord = {
	...fixtureRecord,
	articles: fixtureRecord.articles.map((article) => ({ ...article, published: { ...article.modified } })),
};

describe("stories as an Atom feed", () => {
	const xml = writeAtom(fixtureRecord);

	it("is what it was", () => expectGolden("export.atom", xml));

	it.each([
		["the fixture", fixtureRecord],
		["a record without dates", undated],
		[
			"a record without anything",
			{ ...fixtureRecord, articles: [], stories: [], lineage: [], facts: [], utterances: [] },
		],
	])("has of %s what RFC 4287 asks for, once each", (_, record) => {
		readXml(writeAtom(record), ATOM, ({ texts }) => {
			for (const name of ["id", "title", "updated"]) expect(texts(`/x:feed/x:${name}`)).toHaveLength(1);
			expect(texts("/x:feed/x:author/x:name")).toEqual(["Stemma"]);
			const count = texts("/x:feed/x:entry").length;
			expect(count).toBe(record.stories.length);
			for (const name of ["id", "title", "updated", "content"]) {
				for (let at = 1; at <= count; at++) expect(texts(`/x:feed/x:entry[${at}]/x:${name}`)).toHaveLength(1);
			}
			for (const moment of texts("//x:updated | //x:published")) expect(moment).toMatch(MOMENT);
			const ids = texts("//x:id");
			for (const id of ids) expect(id).toMatch(UUID);
			expect(new Set(ids).size).toBe(ids.length);
		});
	});

	it("has the latest story first, updated when its last report was published", () => {
		readXml(xml, ATOM, ({ texts }) => {
			expect(texts("//x:entry/x:updated")).toEqual(["2031-05-15T00:00:00Z", "2031-04-02T00:00:00Z"]);
			expect(texts("/x:feed/x:updated")).toEqual(["2031-05-15T00:00:00Z"]);
		});
	});

	it("links to addresses of the web alone", () => {
		const record = {
			...fixtureRecord,
			articles: fixtureRecord.articles.map((article) => ({
				...article,
				capture: { ...article.capture, url: "javascript:alert(1)" },
			})),
		};
		readXml(writeAtom(record), ATOM, ({ texts }) => {
			expect(texts("//x:link/@href")).toEqual(["https://lantern.example/2031/05/strait-%E6%97%A5%E6%9C%AC"]);
			expect(texts("//x:content").join("")).not.toContain("javascript:");
		});
	});

	it.each(HOSTILE_WORDS)("is the same tree, content included, whatever the words (%#)", (words) => {
		const tags = (feed: string): readonly [string[], string[]] =>
			readXml(feed, ATOM, ({ names, texts }) => [
				names(),
				texts("//x:content")
					.join("")
					.match(/<[^<>]*>/g) ?? [],
			]);
		expect(tags(writeAtom(disturbRecord(fixtureRecord, `w${words}`)))).toEqual(
			tags(writeAtom(disturbRecord(fixtureRecord, "w"))),
		);
	});
});

describe("stories as a JSON Feed", () => {
	const json = writeJsonFeed(fixtureRecord);

	it("is what it was", () => expectGolden("export.jsonfeed.json", json));

	it("has what version 1.1 asks for, and the items of the Atom feed", () => {
		const feed = JSON.parse(json);
		expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
		expect(typeof feed.title).toBe("string");
		expect(feed.items).toHaveLength(2);
		for (const item of feed.items) {
			expect(item.id).toMatch(UUID);
			expect(item.content_html).toContain("<p>");
			expect(item.date_published).toMatch(MOMENT);
		}
		const entries = readXml(writeAtom(fixtureRecord), ATOM, ({ texts }) => [
			texts("//x:entry/x:id"),
			texts("//x:content"),
		]);
		expect(feed.items.map((item: { id: string }) => item.id)).toEqual(entries[0]);
		expect(feed.items.map((item: { content_html: string }) => item.content_html)).toEqual(entries[1]);
	});

	it("leaves out dates that nobody states", () => {
		for (const item of JSON.parse(writeJsonFeed(undated)).items) expect(item).not.toHaveProperty("date_published");
	});
});
