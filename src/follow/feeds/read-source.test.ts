import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readSource } from "./read-source.ts";
import type { FeedReading, SourceReading } from "./source-reading.ts";

const AT = "https://harbour-post.example/feeds/news.xml";

function read(text: string | Uint8Array, charset: string | null = null): Promise<SourceReading> {
	return readSource(typeof text === "string" ? new TextEncoder().encode(text) : text, charset, AT);
}

async function feed(text: string): Promise<FeedReading> {
	const reading = await read(text);
	if (reading.kind !== "feed") throw new Error(JSON.stringify(reading));
	return reading;
}

describe("a feed", () => {
	it("that is said to be in UTF-16 and cannot be is read as what it is", async () => {
		const text = '<rss version="2.0"><channel><title>Quay</title></channel></rss>';
		for (const one of [text, `${text} `]) {
			expect(await read(one, "utf-16")).toMatchObject({ kind: "feed", title: "Quay" });
		}
		const wide = new Uint8Array([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
		expect(await read(wide, "utf-16le")).toMatchObject({ kind: "feed", title: "Quay" });
	});

	it("in RSS gives its entries with absolute addresses, the whole text before the summary", async () => {
		const { entries, ...rest } = await feed(`<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Post</title><link>https://harbour-post.example/</link><language>en</language><ttl>30</ttl>
<item><title>Ferry &amp; port</title><link>/ferry</link><guid isPermaLink="false">f1</guid><pubDate>Wed, 04 Mar 2026 05:00:00 GMT</pubDate>
<description>It stays.</description><content:encoded><![CDATA[<p>It stays, the port said.</p>]]></content:encoded><dc:creator>Ada Vane</dc:creator></item>
<item><guid>https://harbour-post.example/port</guid><description>&lt;b&gt;Short&lt;/b&gt;</description></item>
<item><guid isPermaLink="false">f1</guid><title>The same again</title></item>
<item><link>javascript:alert(1)</link><title>Nothing to fetch</title></item>
</channel></rss>`);
		expect(rest).toEqual({
			kind: "feed",
			format: "rss",
			title: "Harbour Post",
			home: "https://harbour-post.example/",
			language: "en",
			every: 1_800_000,
			cut: false,
		});
		expect(entries).toEqual([
			{
				id: "f1",
				url: "https://harbour-post.example/ferry",
				title: "Ferry & port",
				published: "Wed, 04 Mar 2026 05:00:00 GMT",
				updated: null,
				content: { text: "<p>It stays, the port said.</p>", type: "html", whole: true },
				authors: ["Ada Vane"],
			},
			{
				id: "https://harbour-post.example/port",
				url: "https://harbour-post.example/port",
				title: null,
				published: null,
				updated: null,
				content: { text: "<b>Short</b>", type: "html", whole: false },
				authors: [],
			},
			expect.objectContaining({ url: null, title: "Nothing to fetch", id: expect.stringMatching(/^[0-9a-f]{16}$/) }),
		]);
	});

	it("in Atom takes the page among the links, its base, and the feed's author for its entries", async () => {
		const { entries, home, format } =
			await feed(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://isle-post.example/">
<title>Isle Post</title><link rel="self" href="feed"/><link href="/"/><author><name>Tove Lind</name></author>
<entry><id>tag:isle,1</id><title type="html">A</title><link rel="enclosure" href="a.mp3"/><link rel="alternate" type="application/json" href="a.json"/>
<link rel="alternate" type="text/html" href="a"/><published>2026-03-04T05:00:00Z</published><updated>2026-03-04T06:00:00Z</updated><summary>Short</summary></entry></feed>`);
		expect([format, home]).toEqual(["atom", "https://isle-post.example/"]);
		expect(entries).toEqual([
			{
				id: "tag:isle,1",
				url: "https://isle-post.example/a",
				title: "A",
				published: "2026-03-04T05:00:00Z",
				updated: "2026-03-04T06:00:00Z",
				content: { text: "Short", type: "text", whole: false },
				authors: ["Tove Lind"],
			},
		]);
	});

	it("in RDF and as JSON Feed is read too", async () => {
		const rdf =
			await feed(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel><title>T</title><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel><item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link></item></rdf:RDF>`);
		expect([rdf.format, rdf.every, rdf.entries.map(({ id }) => id)]).toEqual([
			"rdf",
			21_600_000,
			["https://a.example/1"],
		]);
		const json = await feed(
			JSON.stringify({
				version: "https://jsonfeed.org/version/1.1",
				title: "J",
				items: [{ id: 7, url: "/x", content_text: "Words", date_published: "2026-03-04T05:00:00Z" }],
			}),
		);
		expect(json).toMatchObject({
			format: "json",
			entries: [
				{ id: "7", url: "https://harbour-post.example/x", content: { text: "Words", type: "text", whole: true } },
			],
		});
	});

	it("without entries is a feed, and so is one whose server calls it something else", async () => {
		expect(await feed('<rss version="2.0"><channel></channel></rss>')).toMatchObject({ format: "rss", entries: [] });
		expect(await feed('<feed xmlns="http://www.w3.org/2005/Atom"></feed>')).toMatchObject({
			format: "atom",
			entries: [],
		});
	});

	it("is read in the character set that it or its server states", async () => {
		const latin = Uint8Array.from(
			'<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>Caf\u00e9</title></channel></rss>',
			(c) => c.charCodeAt(0),
		);
		expect(await read(latin)).toMatchObject({ title: "Café" });
		expect(await read(latin, "iso-8859-1")).toMatchObject({ title: "Café" });
		expect(await read(gzipSync("<rss><channel><title>Packed</title></channel></rss>"))).toMatchObject({
			title: "Packed",
		});
	});
});

describe("a sitemap", () => {
	it("of news gives titles and dates, whatever its prefixes, and leaves pictures out", async () => {
		const { entries, format } =
			await feed(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="x" xmlns:image="y">
<url><loc> https://harbour-post.example/ferry?a=1&amp;b=2 </loc><image:image><image:loc>https://a.example/i.jpg</image:loc><image:title>No</image:title></image:image>
<news:news><news:publication><news:name>Harbour Post</news:name></news:publication><news:publication_date>2026-03-04</news:publication_date><news:title>Ferry</news:title></news:news><lastmod>2026-03-05</lastmod></url>
<url><loc>/port</loc></url><url><loc>ftp://a.example/</loc></url></urlset>`);
		expect(format).toBe("sitemap");
		expect(entries).toEqual([
			{
				id: "https://harbour-post.example/ferry?a=1&b=2",
				url: "https://harbour-post.example/ferry?a=1&b=2",
				title: "Ferry",
				published: "2026-03-04",
				updated: "2026-03-05",
				content: null,
				authors: [],
			},
			expect.objectContaining({ url: "https://harbour-post.example/port" }),
		]);
	});

	it("may be an index of sitemaps, plain lines, or broken off", async () => {
		expect(
			await read("<sitemapindex><sitemap><loc>/a.xml.gz</loc><lastmod>2026-03-04</lastmod></sitemap></sitemapindex>"),
		).toEqual({ kind: "index", sitemaps: [{ url: "https://harbour-post.example/a.xml.gz", updated: "2026-03-04" }] });
		expect((await feed("https://a.example/1\nhttps://a.example/2\n\n")).entries.length).toBe(2);
		expect((await feed("<urlset><url><loc>/a</loc></url><url><loc>/b</loc></url><url><lo")).entries.length).toBe(2);
	});
});

describe("what is no feed", () => {
	it.each([
		["", "feed/empty"],
		["<!doctype html><title>The rss of the port</title>", "feed/none"],
		["Just words.", "feed/none"],
		["{}", "feed/none"],
		["<rss version='2.0'><channel><item><title>It breaks", "feed/damaged"],
		[`<rss version='2.0'>${"<a>".repeat(100_000)}`, "feed/damaged"],
		[`<urlset>${"<url>".repeat(100_000)}`, "feed/damaged"],
		["\u0000\u0001\u0002\u0003<rss>", "feed/binary"],
		["a".repeat(5_000_001), "feed/too-large"],
	])("is refused with the reason", async (text, code) => {
		const reading = await read(text);
		expect(reading).toMatchObject({ kind: "refused", code });
		if (reading.kind === "refused") expect(reading.reason.length).toBeGreaterThan(5);
	});

	it("is refused also when it is packed, and a bomb is not unpacked", async () => {
		expect(await read(gzipSync(Buffer.alloc(20_000_000)))).toMatchObject({ code: "feed/too-large" });
		expect(await read(gzipSync("<rss>").subarray(0, 12))).toMatchObject({ code: "feed/damaged" });
	});
});

describe("a hostile feed", () => {
	it("does not multiply its entities", async () => {
		const declared = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join("");
		const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha"><!ENTITY % p SYSTEM "file:///etc/passwd"> %p; ${declared}]><rss version="2.0"><channel><title>&e30;</title><item><title>&e30;</title></item></channel></rss>`;
		const { title, entries } = await feed(bomb);
		expect([title, entries.map((one) => one.title)]).toEqual(["&e30;", ["&e30;"]]);
	});

	it("of more entries than are taken is cut, and says so", async () => {
		const items = Array.from({ length: 1500 }, (_, i) => `<item><guid>${i}</guid></item>`).join("");
		const { entries, cut } = await feed(`<rss version="2.0"><channel>${items}</channel></rss>`);
		expect([entries.length, cut]).toEqual([1000, true]);
	});
});
