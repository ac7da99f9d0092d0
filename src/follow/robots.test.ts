import { describe, expect, it } from "vitest";
import { parseRobots } from "./robots.ts";

const AT = "https://harbour-post.example/robots.txt";
const at = (path: string): string => `https://harbour-post.example${path}`;

describe("robots.txt", () => {
	it("allows and disallows paths, ours before everybody's", () => {
		const robots = parseRobots(
			"User-agent: *\nDisallow: /\n\nUser-agent: Other\nUser-agent: Stemma/1.0\nDisallow: /private\nAllow: /private/open\nCrawl-delay: 2.5\n",
			AT,
		);
		expect([robots.allows(at("/a")), robots.allows(at("/private/b")), robots.allows(at("/private/open"))]).toEqual([
			true,
			false,
			true,
		]);
		expect(robots.delay).toBe(2500);
		expect(parseRobots("User-agent: *\nDisallow: /*.pdf$\n", AT).allows(at("/a.pdf"))).toBe(false);
	});

	it("allows everything where it says nothing to us", () => {
		for (const text of ["", "User-agent: other\nDisallow: /", "<!doctype html><p>Not found", "Disallow"]) {
			expect(parseRobots(text, AT).allows(at("/a"))).toBe(true);
		}
		expect(parseRobots("User-agent: *\nCrawl-delay: soon", AT).delay).toBeNull();
		expect(parseRobots("User-agent: *\nCrawl-delay: 86400", AT).delay).toBe(60_000);
	});

	it("names sitemaps", () => {
		const text = `Sitemap: ${at("/news.xml")}\nSitemap: ${at("/news.xml")}\nSitemap: /relative.xml\n`;
		expect(parseRobots(text, AT).sitemaps).toEqual([at("/news.xml")]);
	});

	it("of thousands of robots and rules, or of stars alone, costs no more than its length", () => {
		const many = parseRobots("user-agent: a\nuser-agent: b\n".repeat(10_000) + "disallow: /\n".repeat(20_000), AT);
		expect(many.allows(at("/a"))).toBe(true);
		const stars = parseRobots(`user-agent: *\n${`disallow: /b${"*a".repeat(1000)}\n`.repeat(240)}`, AT);
		expect([stars.allows(at(`/${"a".repeat(7000)}`)), stars.allows(at("/b"))]).toEqual([true, false]);
	});
});
