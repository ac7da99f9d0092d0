import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalServer, serveLocally } from "../../test/local-server.ts";
import { UserError } from "../model/problem.ts";
import { readCaptures } from "../read/captures.ts";
import { parseOpenNets } from "./fetch/address-ranges.ts";
import { FETCH_LIMITS } from "./fetch/network.ts";
import { nodeNetwork } from "./fetch/node-network.ts";
import { chooseUserAgent } from "./fetch/user-agent.ts";
import { nodeInputFetcher, openInputFetcher } from "./input-fetcher.ts";

const PAGE = "<!doctype html><title>The ferry stays</title><p>The port said so.</p>";

let server: LocalServer;
let underWay = 0;
let most = 0;

beforeAll(async () => {
	server = await serveLocally((request, response) => {
		const type = /^\/(text|image|application)_([\w.+-]+)/.exec(request.url ?? "");
		most = Math.max(most, ++underWay);
		setTimeout(() => {
			underWay--;
			if (request.url === "/gone") response.writeHead(410).end();
			else if (request.url === "/moved") response.writeHead(301, { location: "/text_html" }).end();
			else {
				const feed = request.url?.endsWith("?feed") ? '<?xml version="1.0"?>\n<rss version="2.0"></rss>' : null;
				response.writeHead(200, type ? { "content-type": `${type[1]}/${type[2]}; charset=ISO-8859-1` } : {});
				response.end(feed ?? (request.url?.endsWith("?pdf") ? "%PDF-1.4\n" : PAGE));
			}
		}, 5);
	});
});

afterAll(() => server.close());

async function read(...paths: string[]): Promise<Awaited<ReturnType<typeof readCaptures>> & { waited: number[] }> {
	const waited: number[] = [];
	const policy = { userAgent: "Test/1", open: parseOpenNets(["127.0.0.1"]), limits: FETCH_LIMITS };
	const fetch = openInputFetcher(
		policy,
		{ ...nodeNetwork(), now: () => Date.UTC(2026, 2, 4) },
		async (milliseconds) => void waited.push(milliseconds),
	);
	const nothing = { list: async () => ({ kind: "missing", files: [] }) as const, read: async () => new Uint8Array() };
	const inputs = paths.map((path) => (path.startsWith("/") ? server.origin + path : path));
	return { ...(await readCaptures(inputs, { ...nothing, stdin: async () => new Uint8Array(), fetch })), waited };
}

describe("addresses as inputs", () => {
	it("become captures with the address that gave them, the time, the type and the character set", async () => {
		const { captures, problems } = await read("/moved");
		expect(problems).toEqual([]);
		expect(captures).toMatchObject([
			{
				place: `${server.origin}/moved`,
				url: `${server.origin}/text_html`,
				at: "2026-03-04T00:00:00Z",
				mediaType: "text/html",
				charset: "iso-8859-1",
			},
		]);
	});

	it("are told by what they hold where a server's word cannot be relied on", async () => {
		const { captures } = await read("/text_plain", "/application_octet-stream", "/unstated", "/text_html?pdf");
		expect(captures.map(({ mediaType }) => mediaType)).toEqual([
			"text/html",
			"text/html",
			"text/html",
			"application/pdf",
		]);
	});

	it("that give nothing are problems, and the others go on in the order given", async () => {
		const { captures, problems } = await read(
			"/gone",
			"/text_html",
			"gone.txt",
			"/application_rss+xml?feed",
			"/image_png",
		);
		expect(captures.map(({ place }) => place)).toEqual([`${server.origin}/text_html`]);
		expect(problems.map(({ code, place }) => [code, place])).toEqual([
			["fetch/gone", `${server.origin}/gone`],
			["read/missing", "gone.txt"],
			["read/feed", `${server.origin}/application_rss+xml?feed`],
			["fetch/type", `${server.origin}/image_png`],
		]);
		expect(problems.at(-1)?.reason).toBe(
			`${server.origin}/image_png: this is image/png, not a page, a text or a document`,
		);
	});

	it("are fetched once each, and one at a time from a host, with a second between", async () => {
		most = 0;
		const before = server.asked.length;
		const { captures, waited } = await read("/text_html?1", "/text_html?2", "/text_html?1", "/text_html?3");
		expect(captures.length).toBe(3);
		expect([server.asked.length - before, most, waited]).toEqual([3, 1, [1000, 1000]]);
	});

	it("tell how far fetching has come", async () => {
		const told: [number, string][] = [];
		const policy = { userAgent: "Test/1", open: parseOpenNets(["127.0.0.1"]), limits: FETCH_LIMITS };
		const fetch = openInputFetcher(
			policy,
			nodeNetwork(),
			async () => {},
			(done, label) => void told.push([done, label]),
		);
		await Promise.all(["/text_html", "/gone"].map((path) => fetch(server.origin + path)));
		expect(told.map(([done, label]) => `${done} ${label.replace(server.origin, "")}`)).toEqual([
			"0 fetching /text_html",
			"1 fetched /text_html",
			"1 fetching /gone",
			"2 fetched /gone",
		]);
	});

	it("are refused where nothing is to be fetched", async () => {
		const { problems } = await readCaptures(["https://a.example/"], {
			list: async () => ({ kind: "missing", files: [] }),
			read: async () => new Uint8Array(),
			stdin: async () => new Uint8Array(),
		});
		expect(problems.map(({ code }) => code)).toEqual(["read/no-network"]);
	});
});

describe("the options of fetching", () => {
	it("must be ranges and plain text", () => {
		const open = (allowNet: readonly string[], userAgent: string | null): unknown =>
			nodeInputFetcher({ allowNet, userAgent }, () => {});
		expect(() => open(["home"], null)).toThrow(UserError);
		expect(() => open([], "a\r\nCookie: b")).toThrow(UserError);
		expect(open(["10.0.0.0/8"], "desk@a.example")).toBeTypeOf("function");
	});

	it("name Stemma, whatever is added", () => {
		expect(chooseUserAgent(null)).toMatch(/^Stemma\/\d/);
		expect(chooseUserAgent("desk@a.example")).toMatch(/^Stemma\/[\d.]+ \(desk@a\.example\)$/);
		expect(chooseUserAgent("Our-Stemma/2 (+https://a.example)")).toBe("Our-Stemma/2 (+https://a.example)");
	});
});
