import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalServer, serveLocally } from "../../test/local-server.ts";
import { choosePolicy, openFetcher } from "./fetcher.ts";
import { findSources, type SourcesFound } from "./find-sources.ts";

const FEED = '<rss version="2.0"><channel><title>Harbour Post</title><link>/</link></channel></rss>';
const link = (href: string, title: string): string =>
	`<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;

const PAGES: Readonly<{ [path: string]: string }> = {
	"/feed": FEED,
	"/home": `<!doctype html>${link("/comments/feed", "Comments")}${link("/feed", "News")}${link("/sport", "Sport")}`,
	"/links": '<!doctype html><a href="/rss.xml">Not one</a><a href="/atom/feed">Feed</a>',
	"/rss.xml": "<!doctype html><p>No feed",
	"/atom/feed": FEED,
	"/bare": "<!doctype html><p>Nothing",
	"/index":
		"<sitemapindex><sitemap><loc>/old.xml</loc></sitemap><sitemap><loc>/news-1.xml</loc></sitemap></sitemapindex>",
	"/dated": ["01", "04", "02", "03"]
		.map((day) => `<sitemap><loc>/${day}.xml</loc><lastmod>2026-03-${day}</lastmod></sitemap>`)
		.join("")
		.replace(/^(.*)$/, "<sitemapindex>$1</sitemapindex>"),
	"/broken": FEED.slice(0, 40),
};

let server: LocalServer;
let robots = "";

beforeAll(async () => {
	server = await serveLocally((request, response) => {
		const path = request.url ?? "";
		const text = path === "/robots.txt" ? robots : PAGES[path];
		if (path === "/moved") response.writeHead(301, { location: "/feed" }).end();
		else response.writeHead(text === undefined ? 404 : 200, { "content-type": "text/html" }).end(text);
	});
});

afterAll(() => server.close());

async function find(path: string): Promise<SourcesFound & { readonly paths: string[] }> {
	const fetch = openFetcher(choosePolicy({ allowNet: ["127.0.0.1"], userAgent: null }));
	const result = await findSources(`${server.origin}${path}`, fetch);
	return { ...result, paths: result.sources.map(({ url }) => url.replace(server.origin, "")) };
}

describe("the sources that an address stands for", () => {
	it("are the feed itself, where it is for good", async () => {
		const { sources, problem } = await find("/moved");
		expect(sources).toEqual([
			{ url: `${server.origin}/feed`, title: "Harbour Post", home: `${server.origin}/`, from: "itself" },
		]);
		expect(problem).toBeNull();
	});

	it("are the feeds that a page declares, without those of comments, and else links that are feeds", async () => {
		expect((await find("/home")).paths).toEqual(["/feed", "/sport"]);
		expect((await find("/links")).sources).toEqual([
			{ url: `${server.origin}/atom/feed`, title: "Harbour Post", home: `${server.origin}/links`, from: "page" },
		]);
	});

	it("are the sitemaps of news in an index, and else those that changed last", async () => {
		expect((await find("/index")).paths).toEqual(["/news-1.xml"]);
		expect((await find("/dated")).paths).toEqual(["/04.xml", "/03.xml", "/02.xml"]);
	});

	it("are the news sitemaps of the host where a page offers nothing", async () => {
		robots = `Sitemap: ${server.origin}/all.xml\nSitemap: ${server.origin}/news.xml\n`;
		expect(await find("/bare")).toMatchObject({ paths: ["/news.xml"], sources: [{ from: "robots" }] });
		robots = "";
	});

	it("are none, with the reason", async () => {
		expect((await find("/bare")).problem).toMatchObject({
			code: "follow/no-feed",
			reason: expect.stringContaining("/bare offers no feed"),
		});
		expect((await find("/none")).problem?.code).toBe("fetch/not-found");
		expect((await find("/broken")).problem?.code).toBe("feed/damaged");
	});
});
