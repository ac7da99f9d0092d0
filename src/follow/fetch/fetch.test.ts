import type { ServerResponse } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalServer, serveBytesLocally, serveLocally } from "../../../test/local-server.ts";
import { parseOpenNets } from "./address-ranges.ts";
import { type FetchResult, fetchAddress, type Validators, type Wanted } from "./fetch.ts";
import { FETCH_LIMITS, type FetchLimits, type NetworkEffects } from "./network.ts";
import { nodeNetwork } from "./node-network.ts";

const NOW = Date.UTC(2026, 2, 4, 5, 6, 7, 890);
const TEXT = "The ferry stays. ".repeat(20);
const LIMIT = 2_000_000;
const wanted: Wanted = {
	accept: "text/html",
	what: "a page",
	limitOf: (mediaType) => (mediaType === null || mediaType.startsWith("text/") ? LIMIT : null),
};

let server: LocalServer;
let received: { readonly [name: string]: unknown } = {};

const PAGES: Readonly<{ [path: string]: (response: ServerResponse) => void }> = {
	"/page": (response) =>
		response.writeHead(200, { "content-type": "text/html; charset=windows-1252", etag: '"1"' }).end(TEXT),
	"/gzip": (response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(TEXT)),
	"/deflate": (response) => response.writeHead(200, { "content-encoding": "deflate" }).end(deflateSync(TEXT)),
	"/raw": (response) => response.writeHead(200, { "content-encoding": "deflate" }).end(deflateRawSync(TEXT)),
	"/br": (response) => response.writeHead(200, { "content-encoding": "br" }).end(brotliCompressSync(TEXT)),
	"/twice": (response) => response.writeHead(200, { "content-encoding": "gzip, gzip" }).end(gzipSync(gzipSync(TEXT))),
	"/zstd": (response) => response.writeHead(200, { "content-encoding": "zstd" }).end(TEXT),
	"/not-gzip": (response) => response.writeHead(200, { "content-encoding": "gzip" }).end(TEXT),
	"/half-gzip": (response) =>
		response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(TEXT).subarray(0, 40)),
	"/bomb": (response) =>
		response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(50_000_000))),
	"/br-bomb": (response) =>
		response.writeHead(200, { "content-encoding": "br" }).end(brotliCompressSync(Buffer.alloc(1_900_000))),
	"/empty-gzip": (response) => response.writeHead(200, { "content-encoding": "gzip" }).end(),
	"/image": (response) => response.writeHead(200, { "content-type": "image/png" }).end("x"),
	"/large": (response) => response.writeHead(200, { "content-length": "3000000" }).end(Buffer.alloc(3_000_000)),
	"/endless": (response) => {
		response.writeHead(200, { "content-type": "text/html" });
		const more = (): void => {
			while (!response.destroyed && response.write(Buffer.alloc(65_536, 97)));
		};
		response.on("drain", more);
		more();
	},
	"/silent": () => {},
	"/stops": (response) => {
		response.writeHead(200).write("The ferry");
	},
	"/drips": (response) => {
		response.writeHead(200);
		const timer = setInterval(() => response.write("a"), 20);
		response.on("close", () => clearInterval(timer));
	},
	"/headers": (response) => response.writeHead(200, { "x-long": "a".repeat(60_000) }).end("x"),
	"/there": (response) => response.writeHead(301, { location: "/page" }).end("moved"),
	"/for-now": (response) => response.writeHead(302, { location: "/there" }).end(),
	"/accent": (response) => response.writeHead(308, { location: Buffer.from("/é").toString("latin1") }).end(),
	"/%C3%A9": (response) => response.writeHead(200).end("accent"),
	"/ring": (response) => response.writeHead(302, { location: "/ring-2" }).end(),
	"/ring-2": (response) => response.writeHead(302, { location: "/ring" }).end(),
	"/inward": (response) => response.writeHead(302, { location: "http://127.0.0.2:8080/admin" }).end(),
	"/metadata": (response) => response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" }).end(),
	"/odd": (response) => response.writeHead(302, { location: "http://2130706433/" }).end(),
	"/file": (response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
	"/nowhere": (response) => response.writeHead(302).end(),
	"/gone": (response) => response.writeHead(410).end("gone"),
	"/busy": (response) => response.writeHead(503, { "retry-after": "120" }).end(),
	"/often": (response) => response.writeHead(429, { "retry-after": "Wed, 04 Mar 2026 05:07:07 GMT" }).end(),
};

beforeAll(async () => {
	server = await serveLocally((request, response) => {
		received = request.headers;
		const { pathname, searchParams } = new URL(request.url ?? "/", "http://a.example");
		if (pathname === "/chain") {
			const left = Number(searchParams.get("left"));
			response.writeHead(302, { location: left > 0 ? `/chain?left=${left - 1}` : "/page" }).end();
		} else if (pathname === "/cached") {
			if (request.headers["if-none-match"] === '"1"') response.writeHead(304, { "cache-control": "max-age=60" }).end();
			else response.writeHead(200, { etag: '"1"' }).end(TEXT);
		} else (PAGES[pathname] ?? ((missing) => missing.writeHead(404).end()))(response);
	});
});

afterAll(() => server.close());

interface Options {
	readonly origin?: string;
	readonly open?: readonly string[];
	readonly limits?: Partial<FetchLimits>;
	readonly effects?: Partial<NetworkEffects>;
	readonly validators?: Validators;
}

function get(path: string, options: Options = {}): Promise<FetchResult> {
	return fetchAddress(
		`${options.origin ?? server.origin}${path}`,
		wanted,
		{
			userAgent: "Test/1",
			open: parseOpenNets(options.open ?? ["127.0.0.1"]),
			limits: { ...FETCH_LIMITS, ...options.limits },
		},
		{ ...nodeNetwork(), now: () => NOW, ...options.effects },
		options.validators ?? null,
	);
}

async function textOf(path: string): Promise<string> {
	const result = await get(path);
	return result.kind === "body" ? new TextDecoder().decode(result.bytes) : `${result.kind}`;
}

async function refusal(path: string, options: Options = {}): Promise<readonly [code: string, reason: string]> {
	const result = await get(path, options);
	return result.kind === "refused" ? [result.code, result.reason] : [result.kind, ""];
}

describe("fetching", () => {
	it("gives the bytes with what the server says of them", async () => {
		expect(await get("/page#part")).toEqual({
			kind: "body",
			address: `${server.origin}/page`,
			at: "2026-03-04T05:06:07Z",
			bytes: new Uint8Array(Buffer.from(TEXT)),
			mediaType: "text/html",
			charset: "windows-1252",
			movedTo: null,
			fresh: null,
			validators: { etag: '"1"', lastModified: null },
		});
		expect(received).toMatchObject({
			"user-agent": "Test/1",
			accept: "text/html",
			"accept-encoding": "gzip, deflate, br",
		});
	});

	it.each(["/gzip", "/deflate", "/raw", "/br"])("unpacks %s", async (path) => {
		expect(await textOf(path)).toBe(TEXT);
	});

	it("follows redirects, and says where to ask from now on only as far as they are for good", async () => {
		const { origin } = server;
		expect(await get("/there")).toMatchObject({ address: `${origin}/page`, movedTo: `${origin}/page` });
		expect(await get("/for-now")).toMatchObject({ address: `${origin}/page`, movedTo: null });
		expect(await textOf("/accent")).toBe("accent");
		expect(await get("/chain?left=9")).toMatchObject({ kind: "body" });
	});

	it("asks whether anything changed, and keeps what a 304 does not repeat", async () => {
		const validators = { etag: '"1"', lastModified: "Sun, 06 Nov 1994 08:49:37 GMT" };
		expect(await get("/cached", { validators })).toEqual({
			kind: "unchanged",
			movedTo: null,
			fresh: 60_000,
			validators,
		});
		expect(received).toMatchObject({ "if-modified-since": validators.lastModified });
		expect(await get("/cached", { validators: { etag: '"0"', lastModified: null } })).toMatchObject({ kind: "body" });
	});

	it("keeps apart what is missing, gone, forbidden or busy, and how long to wait", async () => {
		expect(await get("/none")).toMatchObject({ code: "fetch/not-found", status: 404, retryAfter: null });
		expect(await get("/gone")).toMatchObject({ code: "fetch/gone", status: 410 });
		expect(await get("/busy")).toMatchObject({ code: "fetch/host-error", status: 503, retryAfter: 120_000 });
		expect(await get("/often")).toMatchObject({ code: "fetch/too-many", retryAfter: 59_110 });
		expect(await refusal("/nowhere")).toEqual(["fetch/status", expect.stringContaining("302")]);
	});
});

describe("a hostile server", () => {
	it.each([
		["/twice", "fetch/encoding"],
		["/zstd", "fetch/encoding"],
		["/not-gzip", "fetch/damaged"],
		["/half-gzip", "fetch/damaged"],
		["/bomb", "fetch/too-large"],
		["/br-bomb", "fetch/bomb"],
		["/image", "fetch/type"],
		["/large", "fetch/too-large"],
		["/endless", "fetch/too-large"],
		["/headers", "fetch/headers"],
		["/ring", "fetch/redirect-loop"],
		["/chain?left=10", "fetch/redirects"],
		["/odd", "fetch/address-form"],
		["/file", "fetch/scheme"],
	])("that answers with %s is refused: %s", async (path, code) => {
		const [found, reason] = await refusal(path);
		expect(found).toBe(code);
		expect(reason.startsWith(`${server.origin}${path}`)).toBe(true);
	});

	it("that says nothing, stops or drips is given up", async () => {
		expect((await refusal("/silent", { limits: { idle: 60 } }))[0]).toBe("fetch/idle");
		expect((await refusal("/stops", { limits: { idle: 60 } }))[0]).toBe("fetch/idle");
		expect((await refusal("/drips", { limits: { whole: 150 } }))[0]).toBe("fetch/too-slow");
		expect((await get("/empty-gzip")).kind).toBe("body");
	});

	it.each([
		["a length that is not kept", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nThe ferry", "fetch/broken-off"],
		["chunks that end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nThe ferry\r\n", "fetch/broken-off"],
		["two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", "fetch/broken-off"],
		["no HTTP", "SSH-2.0-OpenSSH_9.0\r\n", "fetch/no-http"],
		["nothing", "", "fetch/broken-off"],
	])("that sends %s is refused", async (_what, bytes, code) => {
		const raw = await serveBytesLocally(bytes);
		expect((await refusal("/", { origin: raw.origin }))[0]).toBe(code);
		await raw.close();
	});

	it("that sends headers without end is refused", async () => {
		const raw = await serveBytesLocally((write) => {
			write("HTTP/1.1 200 OK\r\n");
			const timer = setInterval(() => {
				if (!write(`X-${"a".repeat(1000)}: b\r\n`.repeat(10))) clearInterval(timer);
			}, 1);
		});
		expect((await refusal("/", { origin: raw.origin }))[0]).toBe("fetch/headers");
		await raw.close();
	});
});

describe("an inner address", () => {
	it("is refused before anything is sent, and --allow-net is named", async () => {
		const before = server.asked.length;
		expect(await refusal("/page", { open: [] })).toEqual([
			"fetch/closed-address",
			`${server.origin}/page: the host is at 127.0.0.1, this machine itself, which is closed to fetching; --allow-net 127.0.0.1 opens it`,
		]);
		expect(server.asked.length).toBe(before);
	});

	it("is refused behind a name, a redirect, and in every other form", async () => {
		const inner = { effects: { resolve: async () => ["10.0.0.7"] } };
		expect((await refusal("/", { ...inner, origin: "http://harbour-post.example" }))[0]).toBe("fetch/closed-address");
		expect((await refusal("/inward"))[0]).toBe("fetch/closed-address");
		expect((await refusal("/metadata"))[0]).toBe("fetch/closed-address");
		expect((await refusal("/", { origin: "http://[::ffff:127.0.0.1]" }))[0]).toBe("fetch/closed-address");
		expect((await refusal("/", { origin: "http://[::1]" }))[0]).toBe("fetch/closed-address");
	});

	it("is never connected to when a name changes its meaning between two look-ups", async () => {
		const connected: string[] = [];
		let looked = 0;
		const effects: Partial<NetworkEffects> = {
			resolve: async () => (looked++ === 0 ? ["127.0.0.1"] : ["127.0.0.2"]),
			connect: (target, signal) => {
				connected.push(target.address);
				return nodeNetwork().connect(target, signal);
			},
		};
		const origin = server.origin.replace("127.0.0.1", "harbour-post.example");
		expect((await get("/page", { origin, effects })).kind).toBe("body");
		expect([looked, connected]).toEqual([1, ["127.0.0.1"]]);
		expect(await refusal("/there", { origin, effects })).toEqual([
			"fetch/closed-address",
			expect.stringContaining("127.0.0.2"),
		]);
		expect(connected).toEqual(["127.0.0.1"]);
	});

	it("is left out where a name has public ones too, and a connection that went elsewhere is dropped", async () => {
		const asked: string[] = [];
		const effects: Partial<NetworkEffects> = {
			resolve: async () => ["10.0.0.7", "93.184.216.34"],
			connect: (target, signal) => {
				asked.push(target.address);
				return nodeNetwork().connect({ ...target, address: "127.0.0.1" }, signal);
			},
		};
		const origin = server.origin.replace("127.0.0.1", "harbour-post.example");
		expect((await refusal("/page", { origin, effects }))[1]).toContain("the connection went elsewhere");
		expect(asked).toEqual(["93.184.216.34"]);
	});
});

describe("a host that cannot be reached", () => {
	const failing = (code: string): Error => Object.assign(new Error(code), { code });

	it.each([
		["ENOTFOUND", "fetch/no-such-host"],
		["EAI_AGAIN", "fetch/name-service"],
	])("by its name gives %s → %s", async (code, expected) => {
		const effects = { resolve: () => Promise.reject(failing(code)) };
		expect((await refusal("/", { origin: "http://a.example", effects }))[0]).toBe(expected);
	});

	it.each([
		["ECONNREFUSED", "fetch/unreachable"],
		["CERT_HAS_EXPIRED", "fetch/certificate"],
		["ERR_TLS_CERT_ALTNAME_INVALID", "fetch/certificate"],
		["EPROTO", "fetch/tls"],
	])("by its address gives %s → %s, after every address was tried", async (code, expected) => {
		const tried: string[] = [];
		const effects: Partial<NetworkEffects> = {
			resolve: async () => ["93.184.216.34", "93.184.216.35"],
			connect: ({ address }) => {
				tried.push(address);
				return Promise.reject(failing(code));
			},
		};
		expect((await refusal("/", { origin: "https://a.example", effects }))[0]).toBe(expected);
		expect(tried).toEqual(["93.184.216.34", "93.184.216.35"]);
	});

	it("is given up when it takes no connection, or its name is looked up for ever", async () => {
		const never = (): Promise<never> => new Promise(() => {});
		const origin = "http://a.example";
		const hanging: NetworkEffects["connect"] = (_target, signal) =>
			new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
		const public_ = { resolve: async () => ["93.184.216.34"] };
		expect(
			(await refusal("/", { origin, effects: { ...public_, connect: hanging }, limits: { connect: 50 } }))[0],
		).toBe("fetch/unreachable");
		expect((await refusal("/", { origin, effects: { resolve: never }, limits: { whole: 50 } }))[0]).toBe(
			"fetch/too-slow",
		);
	});

	it("by a bug is a bug", async () => {
		const effects = { resolve: () => Promise.reject(new TypeError("lost count")) };
		await expect(get("/", { origin: "http://a.example", effects })).rejects.toThrow("lost count");
	});
});
