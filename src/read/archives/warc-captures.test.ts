import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { httpResponse, type TestRecord, warcFile, warcRecord } from "../../../test/make-warc.ts";
import type { Capture } from "../../model/capture.ts";
import type { ListedProblem } from "../../model/problem.ts";
import { nodeArchiveEffects } from "../../system/archive-effects.ts";
import { joinBytes } from "../join-bytes.ts";
import { sourceOf } from "./byte-source.ts";
import { readWarcCaptures } from "./warc-captures.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const PAGE = "<!doctype html><title>Tarn</title><p>The harbour stays closed.</p>";

async function read(bytes: Uint8Array): Promise<{ captures: Capture[]; problems: ListedProblem[] }> {
	const captures: Capture[] = [];
	const problems: ListedProblem[] = [];
	for await (const found of readWarcCaptures(sourceOf(bytes), "a.warc.gz", nodeArchiveEffects(), null)) {
		if ("capture" in found) captures.push(found.capture);
		else if ("problem" in found) problems.push(found.problem);
	}
	return { captures, problems };
}

const page = (uri: string, more: TestRecord = {}): Uint8Array =>
	warcRecord({ uri, block: httpResponse(PAGE), ...more });
const texts = (captures: readonly Capture[]): string[] => captures.map(({ bytes }) => new TextDecoder().decode(bytes));
const places = (captures: readonly Capture[]): string[] => captures.map(({ place }) => place);
const told = (problems: readonly ListedProblem[]): string[] => problems.map(({ code, place }) => `${code} ${place}`);

describe("a WARC file", () => {
	const three = ["1", "2", "3"].map((name) => page(`https://harbour.example/${name}`));

	it("gives what it holds with address, time and character set, packed or not", async () => {
		for (const packing of ["none", "each", "whole"] as const) {
			const { captures, problems } = await read(warcFile(three, packing));
			expect(problems).toEqual([]);
			expect(places(captures)).toEqual(["a.warc.gz#1", "a.warc.gz#2", "a.warc.gz#3"]);
			expect(captures[1]).toMatchObject({
				url: "https://harbour.example/2",
				at: "2031-05-14T08:30:00Z",
				mediaType: "text/html",
				charset: "utf-8",
			});
			expect(texts(captures)).toEqual([PAGE, PAGE, PAGE]);
		}
	});

	it("gives resources too, and nothing of requests, pictures, redirections and crawlers' own notes", async () => {
		const { captures, problems } = await read(
			warcFile([
				warcRecord({ type: "warcinfo", uri: "", block: "software: x" }),
				warcRecord({ type: "request", block: "GET / HTTP/1.1\r\n\r\n" }),
				warcRecord({ block: httpResponse("x", { "Content-Type": "image/png" }) }),
				warcRecord({ block: httpResponse("", { Location: "/2" }, "301 Moved Permanently") }),
				warcRecord({ type: "resource", uri: "urn:text:https://harbour.example/", block: "text" }),
				warcRecord({
					uri: "https://harbour.example/robots.txt",
					block: httpResponse("x", { "Content-Type": "text/plain" }),
				}),
				warcRecord({ type: "resource", uri: "https://harbour.example/statement", block: "A statement." }),
			]),
		);
		expect(problems).toEqual([]);
		expect(texts(captures)).toEqual(["A statement."]);
	});

	it("unpacks what was sent packed or in chunks, and takes what is kept unpacked as it stands", async () => {
		const body = utf8(PAGE);
		const chunked = `${PAGE.length.toString(16)}\r\n${PAGE}\r\n0\r\n\r\n`;
		const cases: [Uint8Array | string, { [name: string]: string }][] = [
			[new Uint8Array(gzipSync(body)), { "Content-Encoding": "gzip" }],
			[new Uint8Array(deflateSync(body)), { "Content-Encoding": "deflate" }],
			[new Uint8Array(deflateRawSync(body)), { "Content-Encoding": "deflate" }],
			[new Uint8Array(brotliCompressSync(body)), { "Content-Encoding": "br" }],
			[new Uint8Array(gzipSync(brotliCompressSync(body))), { "Content-Encoding": "br, gzip" }],
			[chunked, { "Transfer-Encoding": "chunked" }],
			[body, { "Transfer-Encoding": "chunked", "Content-Encoding": "gzip" }],
			[body, { "Content-Encoding": "br" }],
			[body, { "Content-Encoding": "zstd" }],
		];
		const records = cases.map(([sent, fields]) => warcRecord({ block: httpResponse(sent, fields) }));
		const { captures, problems } = await read(warcFile(records));
		expect(problems).toEqual([]);
		expect(texts(captures)).toEqual(cases.map(() => PAGE));
	});

	it("says which record is cut off or damaged inside, and gives nothing of it", async () => {
		const packed = new Uint8Array(gzipSync(PAGE));
		const { captures, problems } = await read(
			warcFile([
				warcRecord({ block: httpResponse(packed.subarray(0, -12), { "Content-Encoding": "gzip" }) }),
				warcRecord({ block: httpResponse(`${(500).toString(16)}\r\n${PAGE}`, { "Transfer-Encoding": "chunked" }) }),
				warcRecord({ block: httpResponse(new Uint8Array([0x28, 0xb5, 0x2f, 0xfd]), { "Content-Encoding": "zstd" }) }),
				warcRecord({ block: httpResponse(PAGE), fields: { "WARC-Truncated": "length" } }),
				warcRecord({ block: "this is no HTTP" }),
			]),
		);
		expect(captures).toEqual([]);
		expect(told(problems)).toEqual([1, 2, 3, 4, 5].map((n) => `read/bad-record a.warc.gz#${n}`));
	});

	it("is read on behind a record with a wrong length, is cut off or is damaged", async () => {
		const long = page("https://harbour.example/bad", { fields: { "Content-Length": "300" } });
		const none = page("https://harbour.example/bad", { fields: { "Content-Length": "" } });
		for (const bad of [long, none]) {
			for (const packing of ["none", "each"] as const) {
				const { captures, problems } = await read(
					warcFile([page("https://harbour.example/1"), bad, ...three.slice(1)], packing),
				);
				expect(captures.map(({ url }) => url?.slice(-1))).toEqual(["1", "2", "3"]);
				expect(told(problems)).toEqual(["read/bad-record a.warc.gz#2"]);
			}
		}
		const cut = warcFile(three).slice(0, -40);
		expect(told((await read(cut)).problems)).toEqual(["read/bad-record a.warc.gz#3"]);
		const [one, two, last] = three.map((record) => warcFile([record], "each"));
		const torn = joinBytes([one, two?.subarray(0, -30), last].filter((part) => part !== undefined));
		const { captures, problems } = await read(torn);
		expect(places(captures)).toEqual(["a.warc.gz#1", "a.warc.gz#3"]);
		expect(told(problems)[0]).toBe("read/bad-record a.warc.gz#2");
	});

	it("says of a page that was found unchanged when it does not hold what that was", async () => {
		const revisit = (uri: string, refers: string): Uint8Array =>
			warcRecord({
				type: "revisit",
				uri,
				date: "2031-05-15T08:30:00Z",
				fields: { "WARC-Refers-To-Target-URI": uri, "WARC-Refers-To-Date": refers },
			});
		const held = await read(warcFile([...three, revisit("https://harbour.example/1", "2031-05-14T08:30:00Z")]));
		expect([held.captures.length, held.problems]).toEqual([3, []]);
		const lost = await read(warcFile([...three, revisit("https://harbour.example/9", "2031-05-01T00:00:00Z")]));
		expect(lost.problems).toMatchObject([{ code: "read/revisit" }]);
		expect(lost.problems[0]?.reason).toContain("https://harbour.example/9 was found unchanged on 2031-05-15T08:30:00Z");
	});

	it("counts pages that the server did not give, and says when nothing can be read", async () => {
		const gone = ["8", "9"].map((name) =>
			page(`https://harbour.example/${name}`, { block: httpResponse("x", {}, "404 Not Found") }),
		);
		const { problems } = await read(warcFile(gone));
		expect(problems.map(({ reason }) => reason)).toEqual([
			"2 times the server answered 404 and gave no page; first https://harbour.example/8",
		]);
		expect(told((await read(warcFile([]))).problems)).toEqual(["read/empty a.warc.gz"]);
		expect(told((await read(utf8("hello"))).problems)).toEqual(["read/bad-record a.warc.gz"]);
		expect((await read(utf8("filedesc://a.arc 0.0.0.0 20140301000000 text/plain 1"))).problems[0]?.reason).toContain(
			"ARC",
		);
	});

	it("holds records to the digest that they state", async () => {
		const digest = (stated: string): TestRecord => ({ fields: { "WARC-Block-Digest": stated } });
		const good = `sha256:${"0".repeat(64)}`;
		const { captures, problems } = await read(
			warcFile([page("https://harbour.example/1", digest(good)), page("https://harbour.example/2", digest("md4:x"))]),
		);
		expect([captures.length, told(problems)]).toEqual([2, ["read/digest a.warc.gz#1"]]);
	});

	it("cleans addresses that writers set in brackets or with spaces, and takes no date from before the web", async () => {
		const { captures } = await read(
			warcFile([
				page("<https://harbour.example/a b>", { date: "20310514083000" }),
				page("https://harbour.example/2", { date: "1970-01-01T00:00:00Z" }),
			]),
		);
		expect(captures.map(({ url, at }) => [url, at])).toEqual([
			["https://harbour.example/a%20b", "2031-05-14T08:30:00Z"],
			["https://harbour.example/2", null],
		]);
	});

	it("refuses a record that is too large, and unpacks no bomb", async () => {
		const bomb = new Uint8Array(gzipSync(new Uint8Array(20_000_000)));
		const { captures, problems } = await read(
			warcFile(
				[
					warcRecord({ block: httpResponse(bomb, { "Content-Encoding": "gzip" }) }),
					warcRecord({ block: httpResponse(new Uint8Array(60_000_000)) }),
					page("https://harbour.example/3"),
				],
				"each",
			),
		);
		expect(places(captures)).toEqual(["a.warc.gz#3"]);
		expect(told(problems)).toEqual(["read/bad-record a.warc.gz#1", "read/too-large a.warc.gz#2"]);
	});
});

const CORPUS = join(process.env["STEMMA_CORPORA"] ?? "../shared/data", "archives", "warc");

describe.skipIf(!existsSync(CORPUS))("the sample archives", () => {
	it("are each read or refused with a reason", async () => {
		for (const name of readdirSync(CORPUS)) {
			const { captures, problems } = await read(new Uint8Array(readFileSync(join(CORPUS, name))));
			expect([name, captures.length + problems.length > 0]).toEqual([name, true]);
			expect(problems.every(({ reason }) => reason.length > 20)).toBe(true);
		}
	});
});
