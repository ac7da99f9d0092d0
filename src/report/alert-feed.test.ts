import { expect, it } from "vitest";
import { readXml } from "../../test/read-xml.ts";
import type { AlertEntry } from "../model/alert.ts";
import { writeAlertFeed } from "./alert-feed.ts";

const ENTRY: AlertEntry = {
	id: "1122334455667788",
	alert: "ferry",
	kind: "conflict",
	foundAt: "2031-05-14T09:30:00.000Z",
	title: "In conflict: <b>how many</b>\u0000 \ud800",
	summary: "Given in 2 ways that cannot all be so.",
	details: ["63 & more (Harbour Post)"],
	story: null,
	reports: [
		{
			article: "00112233445566aa",
			role: "report",
			place: "saved/a.txt",
			url: "https://harbour-post.example/a?x=1&y=2",
			outlet: null,
			headline: null,
			published: null,
			words: [{ start: 0, end: 9, exact: "<script>1" }],
		},
		{
			article: "00112233445566bb",
			role: "primary",
			place: "javascript:alert(1)",
			url: "javascript:alert(1)",
			outlet: "Town Hall",
			headline: "Order",
			published: "14 May 2031",
			words: [],
		},
	],
};

const ATOM = "http://www.w3.org/2005/Atom";

it("is an Atom feed that other readers take, whatever reports say", () => {
	readXml(
		writeAlertFeed("f.atom", ["ferry"], [ENTRY, { ...ENTRY, id: "1122334455667799", reports: [] }]),
		ATOM,
		(read) => {
			for (const name of ["id", "title", "updated"]) expect(read.texts(`/x:feed/x:${name}`)).toHaveLength(1);
			for (const name of ["id", "title", "updated", "published", "content"]) {
				expect(read.texts(`//x:entry/x:${name}`)).toHaveLength(2);
			}
			expect(read.texts("//x:entry/x:link/@href")).toEqual(["https://harbour-post.example/a?x=1&y=2"]);
			expect(read.texts("//x:entry/x:category/@term")).toEqual(["ferry", "ferry"]);
			const [content] = read.texts("//x:entry[1]/x:content");
			expect(content).toContain("<li>63 &amp; more (Harbour Post)</li>");
			expect(content).toContain("<blockquote>&lt;script&gt;1</blockquote>");
			expect(content).toContain("<p>primary document, Town Hall, 14 May 2031: Order</p>");
			expect(content).not.toContain("javascript:");
		},
	);
});

it("is a JSON Feed where its name ends with .json, also of nothing", () => {
	const feed = JSON.parse(writeAlertFeed("f.json", [], [ENTRY])) as { items: { [name: string]: unknown }[] };
	expect(feed).toMatchObject({ version: "https://jsonfeed.org/version/1.1", title: "Alerts of Stemma" });
	expect(feed.items).toMatchObject([
		{
			id: expect.stringMatching(/^urn:uuid:/),
			external_url: "https://harbour-post.example/a?x=1&y=2",
			date_published: ENTRY.foundAt,
			tags: ["ferry"],
			_stemma: { kind: "conflict", articles: ["00112233445566aa", "00112233445566bb"] },
		},
	]);
	expect(JSON.parse(writeAlertFeed("f.json", ["ferry"], []))).toMatchObject({ items: [] });
});
