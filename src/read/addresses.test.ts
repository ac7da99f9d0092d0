import { describe, expect, it } from "vitest";
import { formatOfType, isAddress, sniffFeed } from "./addresses.ts";

describe("an address", () => {
	it("is told from a path", () => {
		expect(["https://a.example/", "HTTP://a.example", "ftp://a.example"].filter(isAddress).length).toBe(3);
		expect(["a/b.txt", "C://a.txt", "http.txt", "saved/https:/a", "-"].filter(isAddress)).toEqual([]);
	});

	it("gives what its type says, where that can be relied on", () => {
		expect(formatOfType("application/xhtml+xml")).toBe("page");
		expect(formatOfType("text/plain")).toBeNull();
		expect(formatOfType(null)).toBeNull();
	});

	it("gives a feed when its first element is one", () => {
		expect(sniffFeed('<?xml version="1.0"?><!-- <html> --><rss version="2.0">')).toBe("a feed");
		expect(sniffFeed('<!DOCTYPE rdf:RDF [ ]>\n<rdf:RDF xmlns="x">')).toBe("a feed");
		expect(sniffFeed("<urlset>")).toBe("a sitemap");
		expect(sniffFeed('{ "version": "https://jsonfeed.org/version/1.1" }')).toBe("a feed");
		expect(sniffFeed("<!doctype html><title>The rss of the port</title>")).toBeNull();
		expect(sniffFeed(`<${"!--".repeat(2000)}`)).toBeNull();
	});
});
