import { describe, expect, it } from "vitest";
import { findFreshness, parseContentType, parseHttpDate, parseRetryAfter } from "./header-values.ts";

const NOW = Date.UTC(1994, 10, 6, 8, 49, 37);
const fresh = (headers: { [name: string]: string }): number | null =>
	findFreshness({ cacheControl: null, expires: null, date: null, age: null, ...headers }, NOW);

describe("headers", () => {
	it("state a type and a character set", () => {
		expect(parseContentType('Text/HTML; Charset="UTF-8"')).toEqual({ mediaType: "text/html", charset: "utf-8" });
		expect(parseContentType("text/html;charset=windows-1252; x")).toEqual({
			mediaType: "text/html",
			charset: "windows-1252",
		});
		expect(parseContentType("nonsense")).toEqual({ mediaType: null, charset: null });
		expect(parseContentType(null)).toEqual({ mediaType: null, charset: null });
	});

	it("state a date, and nothing else is one", () => {
		expect(parseHttpDate("Sun, 06 Nov 1994 08:49:37 GMT")).toBe(NOW);
		expect(parseHttpDate("Sun, 06-Nov-1994 08:49:37 GMT")).toBe(NOW);
		for (const wrong of ["0", "-1", "soon", "Sun, 06 Foo 1994 08:49:37 GMT", "2026-01-01"]) {
			expect(parseHttpDate(wrong)).toBeNull();
		}
	});

	it("ask to wait for seconds or until a date, a day at most", () => {
		expect(parseRetryAfter("120", NOW)).toBe(120_000);
		expect(parseRetryAfter("Sun, 06 Nov 1994 08:50:37 GMT", NOW)).toBe(60_000);
		expect(parseRetryAfter("Sun, 06 Nov 1994 08:00:00 GMT", NOW)).toBe(0);
		expect(parseRetryAfter("9999999999", NOW)).toBe(86_400_000);
		expect([parseRetryAfter("later", NOW), parseRetryAfter(null, NOW)]).toEqual([null, null]);
	});

	it("say for how long an answer may be used", () => {
		expect(fresh({})).toBeNull();
		expect(fresh({ cacheControl: "public, max-age=600" })).toBe(600_000);
		expect(fresh({ cacheControl: 'max-age="600"', age: "100" })).toBe(500_000);
		expect(fresh({ cacheControl: "s-maxage=600" })).toBeNull();
		expect(fresh({ cacheControl: "max-age=600, no-cache" })).toBe(0);
		expect(fresh({ cacheControl: "no-store" })).toBe(0);
		expect(fresh({ expires: "Sun, 06 Nov 1994 08:50:37 GMT" })).toBe(60_000);
		expect(fresh({ expires: "Sun, 06 Nov 1994 08:50:37 GMT", date: "Sun, 06 Nov 1994 08:50:07 GMT", age: "10" })).toBe(
			20_000,
		);
		expect(fresh({ expires: "0" })).toBe(0);
		expect(fresh({ cacheControl: "max-age=60", expires: "0" })).toBe(60_000);
	});
});
