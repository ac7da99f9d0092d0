import { describe, expect, it } from "vitest";
import { findOfferedFeeds } from "./discovery.ts";

const AT = "https://harbour-post.example/news/";

describe("the feeds that a page offers", () => {
	it("are those its head declares, then links that look like one, comments last", () => {
		const page = `<!doctype html><html><head><base href="/">
<link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed">
<link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" title="News" href="news.atom">
<link rel="alternate" type="application/feed+json" href="feed.json">
<link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" href="rss.css"></head>
<body><a href="/rss.xml">RSS</a><a href="/news.atom">News again</a><a href="/feedback">Write to us</a><a href="javascript:feed.xml">No</a></body>`;
		expect(findOfferedFeeds(page, AT)).toEqual([
			{ url: "https://harbour-post.example/news.atom", title: "News", declared: true, comments: false },
			{ url: "https://harbour-post.example/feed.json", title: null, declared: true, comments: false },
			{ url: "https://harbour-post.example/comments/feed", title: "Comments", declared: true, comments: true },
			{ url: "https://harbour-post.example/rss.xml", title: null, declared: false, comments: false },
		]);
	});

	it("are few, however many a page names or however deep it is", () => {
		const many = '<link rel="alternate" type="application/rss+xml" href="/feed">'.replace("/feed", "/f");
		expect(
			findOfferedFeeds(Array.from({ length: 500 }, (_, i) => many.replace("/f", `/${i}`)).join(""), AT).length,
		).toBe(50);
		expect(findOfferedFeeds(`${"<div>".repeat(200_000)}${many}`, AT)).toEqual([]);
		expect(findOfferedFeeds("", AT)).toEqual([]);
	});
});
