import { describe, expect, it } from "vitest";
import { FetchRefusal } from "./refusal.ts";
import { parseWebAddress } from "./web-address.ts";

function codeOf(written: string, base?: string): string {
	try {
		return parseWebAddress(written, base === undefined ? undefined : new URL(base)).href;
	} catch (error) {
		if (error instanceof FetchRefusal) return error.code;
		throw error;
	}
}

describe("an address on the web", () => {
	it.each([
		["https://harbour-post.example/a?b=c#d", "https://harbour-post.example/a?b=c"],
		["HTTP://Harbour-Post.example:80", "http://harbour-post.example/"],
		["https://harbour-post.example:8443/", "https://harbour-post.example:8443/"],
		["http://93.184.216.34/", "http://93.184.216.34/"],
		["http://[2606:4700::1]/", "http://[2606:4700::1]/"],
	])("%s is taken", (written, expected) => {
		expect(codeOf(written)).toBe(expected);
	});

	it.each([
		["nothing", "fetch/address"],
		["https://", "fetch/address"],
		["http://256.1.1.1/", "fetch/address"],
		[`https://a.example/${"x".repeat(8000)}`, "fetch/address"],
		["file:///etc/passwd", "fetch/scheme"],
		["ftp://a.example/", "fetch/scheme"],
		["javascript:alert(1)", "fetch/scheme"],
		["data:text/html,x", "fetch/scheme"],
		["https://ada:secret@a.example/", "fetch/credentials"],
		["http://a.example:22/", "fetch/port"],
		["http://a.example:6667/", "fetch/port"],
		["http://0x7f.1/", "fetch/address-form"],
		["http://2130706433/", "fetch/address-form"],
		["http://0177.0.0.1/", "fetch/address-form"],
		["http://127.1:8080/", "fetch/address-form"],
		["http://127。0。0。1/", "fetch/address-form"],
		["http:\\\\0x7f.1\\", "fetch/address-form"],
		["http://%31%32%37.0.0.1/", "fetch/address-form"],
	])("%s is refused", (written, code) => {
		expect(codeOf(written)).toBe(code);
	});

	it("is relative to where it stands", () => {
		const base = "http://93.184.216.34/a/b";
		expect(codeOf("../c", base)).toBe("http://93.184.216.34/c");
		expect(codeOf("//2130706433/", base)).toBe("fetch/address-form");
		expect(codeOf("//a.example/x", base)).toBe("http://a.example/x");
		expect(codeOf("gopher://a.example/", base)).toBe("fetch/scheme");
	});
});
