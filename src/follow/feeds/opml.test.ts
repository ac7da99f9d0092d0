import { describe, expect, it } from "vitest";
import { type ListedFeed, readOpml, writeOpml } from "./opml.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const FEEDS: readonly ListedFeed[] = [
	{
		url: "https://harbour-post.example/rss?a=1&b=2",
		title: "Harbour <Post>",
		home: "https://harbour-post.example/",
		folder: ["News", "Coast"],
	},
	{ url: "https://isle-post.example/feed", title: null, home: null, folder: [] },
	{ url: "https://tarn-press.example/feed", title: "Tarn Press", home: null, folder: ["News"] },
];

describe("a list of feeds", () => {
	it("is read with the headings its feeds stand under, each address once", () => {
		const list = readOpml(
			bytes(`<?xml version="1.0"?><opml version="2.0"><head><title>Desk</title></head><body>
<outline text="News"><outline text="Post" title="Harbour Post" type="rss" xmlUrl="https://harbour-post.example/rss" htmlUrl="https://harbour-post.example/"/>
<outline text="Again" xmlUrl="https://harbour-post.example/rss"/><outline text="No feed" xmlUrl="javascript:1"/></outline></body></opml>`),
		);
		expect(list).toEqual({
			kind: "list",
			title: "Desk",
			feeds: [
				{
					url: "https://harbour-post.example/rss",
					title: "Harbour Post",
					home: "https://harbour-post.example/",
					folder: ["News"],
				},
			],
		});
	});

	it("comes back as it was written", () => {
		const written = readOpml(bytes(writeOpml("Desk & more", FEEDS)));
		if (written.kind !== "list") throw new Error(written.reason);
		expect(written.title).toBe("Desk & more");
		const plain = FEEDS.map((feed) => ({ ...feed, title: feed.title ?? feed.url }));
		const byUrl = (list: readonly ListedFeed[]): ListedFeed[] => [...list].sort((a, b) => (a.url < b.url ? -1 : 1));
		expect(byUrl(written.feeds)).toEqual(byUrl(plain));
	});

	it("that is none is refused with the reason", () => {
		expect(readOpml(bytes("<html></html>"))).toMatchObject({ kind: "refused", code: "feed/no-opml" });
		expect(readOpml(bytes("<opml version='2.0'><body><outline text='a'"))).toMatchObject({ code: "feed/damaged" });
		expect(readOpml(bytes("<opml version='2.0'><body></body></opml>"))).toMatchObject({ kind: "list", feeds: [] });
		expect(readOpml(bytes(""))).toMatchObject({ kind: "refused" });
		expect(readOpml(bytes(`<opml><body>${"<outline text='a'>".repeat(50_000)}`))).toMatchObject({ kind: "refused" });
	});
});
