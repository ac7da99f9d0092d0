import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CorrectionLog } from "../src/model/correction-log.ts";
import { WRITES } from "../src/serve/api/writes.ts";
import { type Served, serve } from "../src/serve/serve.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { listStories } from "../src/store/stories.ts";
import { loadPageAssets } from "../src/system/page-assets.ts";
import { CHROMIUM, NO_CHROMIUM, openBrowser } from "./browser/chromium.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const NONE = { primaries: [], names: [], corrections: [] };
const REPORTS = [
	"PORT AMITY, May 14, 2031 (Quay Wire) - The ferry Halda sank off Port Amity on Wednesday, the coast guard said.\n\n“We counted 12 boats before noon,” harbour master Ada Vane said. Nobody was hurt.",
	"CARDLE, May 14, 2031 (Tarn Post) - The ferry Halda sank off Port Amity on Wednesday and two people were hurt, the coast guard said.\n\n“We counted twelve boats before the storm,” said Ada Vane, the harbour master.",
	"QUELL, May 20, 2031 (Tarn Post) - Parliament passed the budget by two votes after ministers dropped the fuel levy.",
];

let folder: string;
let store: Store;
let served: Served;
let working: Promise<unknown>;
const stop = new AbortController();
const failures: unknown[] = [];
const signIns: string[] = [];
const tokens: Record<string, string> = {};

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "stemma-access-"));
	for (const [at, text] of REPORTS.entries()) writeFileSync(join(folder, `${at}.txt`), text);
	store = await openStore({ kind: "memory" }, true);
	await store.queue([folder], NONE, {});
	await store.work({ once: true, threads: 1, retry: false }, { stop: stop.signal });
	working = store.work({ once: false, threads: 1, retry: false }, { stop: stop.signal });
	tokens["reader"] = await store.tokens.add("reader", ["read"], null);
	tokens["Ona"] = await store.tokens.add("Ona", ["read", "write", "correct"], null);
	tokens["gone"] = await store.tokens.add("gone", ["read", "write", "correct"], null);
	await store.tokens.revoke(["gone"]);
	served = await serve(store, 0, loadPageAssets(), (error) => failures.push(error), null, {
		...{ host: null, names: [], owner: "desk", allowNet: [], userAgent: null },
		signIn: (url) => signIns.push(url),
	});
});
afterAll(async () => {
	stop.abort();
	await working;
	await served?.close();
	await store?.close();
	rmSync(folder, { recursive: true, force: true });
});

interface Asked {
	readonly method?: string;
	readonly token?: string;
	readonly json?: unknown;
	readonly body?: string;
	readonly headers?: Record<string, string>;
}

async function call(path: string, { method = "POST", token, json, body, headers = {} }: Asked = {}) {
	const answer = await fetch(new URL(path, served.url), {
		method,
		redirect: "manual",
		headers: {
			...(token === undefined ? {} : { authorization: `Bearer ${tokens[token]}` }),
			...(json === undefined ? {} : { "content-type": "application/json" }),
			...headers,
		},
		...(json === undefined ? (body === undefined ? {} : { body }) : { body: JSON.stringify(json) }),
	});
	const text = await answer.text();
	const type = answer.headers.get("content-type") ?? "";
	return { status: answer.status, text, type, json: type.includes("json") ? JSON.parse(text) : null, answer };
}

const api = (path: string, asked?: Asked) => call(`/api/v1${path}`, asked);

async function listIds(): Promise<{ id: string; articles: readonly string[]; name: string | null }[]> {
	const stories = await listStories(store.database, { limit: 9, after: null });
	return stories.map(({ story: { id, articles, name } }) => ({ id, articles, name }));
}

/** Waits until all is done that was asked for. */
async function settle(): Promise<void> {
	for (;;) {
		const jobs = await store.database.query("SELECT 1 AS one FROM stemma.job LIMIT 1");
		if (jobs.length === 0) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

/** Bodies that a route takes; `A` is a report of the ferry's story, and `C` the other story's. */
const BODIES: Readonly<Record<string, Asked & { readonly path?: string; readonly expected: number }>> = {
	"post /corrections": {
		json: { kind: "rename-story", why: "as we call it", articles: ["A"], name: "The Halda" },
		expected: 201,
	},
	"post /corrections/{id}/undo": { path: "/corrections/L/undo", json: { why: "no" }, expected: 201 },
	"post /captures": {
		path: "/captures?url=https://quay.example/2&outlet=Quay",
		body: "QUAY, May 22, 2031 (Quay Wire) - A crane fell.",
		headers: { "content-type": "text/plain; charset=utf-8" },
		expected: 202,
	},
	// The network is refused to tests, as inner hosts are to everybody.
	"post /captures/fetch": { json: { address: "http://127.0.0.1:9/page" }, expected: 422 },
	"post /feeds": { json: { address: "http://127.0.0.1:9/feed" }, expected: 422 },
	"post /feeds/{id}/pause": { path: "/feeds/nowhere/pause", expected: 404 },
	"post /feeds/{id}/resume": { path: "/feeds/nowhere/resume", expected: 404 },
	"delete /feeds/{id}": { path: "/feeds/nowhere", expected: 404 },
	"post /alerts": { json: { name: "boats", words: "boats" }, expected: 201 },
	"delete /alerts/{name}": { path: "/alerts/boats", expected: 200 },
};

describe("what changes the store over the interface", () => {
	it.each(WRITES.map((route) => [`${route.method} ${route.path}`, route] as const))(
		"%s takes a token that is good for it, and answers as it is documented",
		async (key, route) => {
			const given = BODIES[key];
			expect(given, "a body for each route").toBeDefined();
			const [entry] = (await store.corrections.list({ limit: 1, after: null, story: null })).entries;
			const stories = await listIds();
			const ferry = stories.find(({ articles }) => articles.length === 2)?.articles[0] ?? "";
			const path = (given?.path ?? route.path).replace("L", entry?.id ?? "");
			const asked: Asked = {
				...given,
				method: route.method.toUpperCase(),
				...(given?.json === undefined
					? {}
					: { json: JSON.parse(JSON.stringify(given.json).replace('"A"', `"${ferry}"`)) }),
			};
			for (const [token, status] of [
				[undefined, 401],
				["reader", 403],
				["gone", 401],
			] as const) {
				const refused = await api(path, token === undefined ? asked : { ...asked, token });
				expect([refused.status, refused.type]).toEqual([status, "application/problem+json"]);
				expect(refused.answer.headers.get("www-authenticate")).toBe(status === 401 ? 'Bearer realm="stemma"' : null);
			}
			const done = await api(path, { ...asked, token: "Ona" });
			expect(done.status, done.text).toBe(given?.expected);
			if (done.status < 300) expect(route.answer.safeParse(done.json).error?.issues ?? []).toEqual([]);
		},
	);

	it("names who decided in the log, and follows what was decided", async () => {
		await settle();
		const [log, again] = [await api("/corrections", { method: "GET" }), await api("/alerts", { method: "GET" })];
		expect((log.json as CorrectionLog).entries).toMatchObject([
			{ who: "Ona", why: "no", undoes: expect.any(String) },
			{ who: "Ona", why: "as we call it", decision: { kind: "rename-story", name: "The Halda" } },
		]);
		expect(again.json.alerts).toEqual([]);
		const sent = { body: "A crane fell.", headers: { "content-type": "text/plain" }, token: "Ona" };
		const [first, twice] = [await api("/captures", sent), await api("/captures", sent)];
		expect([first.json.known, twice.json.known, first.json.id]).toEqual([false, true, twice.json.id]);
	});

	it.each([
		["/corrections", { json: { kind: "rename-story", why: "x", articles: ["A"], name: "y" } }, 400, "articles.0"],
		["/corrections", { json: { kind: "nothing", why: "x" } }, 400, "kind"],
		["/corrections", { body: "{", headers: { "content-type": "application/json" } }, 400, "body"],
		["/corrections", { body: "kind=x", headers: { "content-type": "text/plain" } }, 400, "Content-Type"],
		["/corrections", { json: { kind: "split-story", why: "x", articles: ["0000000000000000"] } }, 404, "no report"],
		["/corrections/0000000000000000/undo", { json: { why: "x" } }, 404, "no decision"],
		["/corrections", { json: "x".repeat(600_000) }, 413, "bytes"],
		["/captures", { body: "x".repeat(3_100_000), headers: { "content-type": "text/html" } }, 413, "bytes"],
		["/captures", { body: "GIF89a", headers: { "content-type": "image/gif" } }, 422, "image/gif is not read"],
		["/feeds", { json: { address: "file:///etc/passwd" } }, 400, "address"],
		["/feeds", { json: { address: "http://169.254.169.254/latest" } }, 422, ""],
		["/alerts", { json: { name: "x", words: "" } }, 422, "needs words"],
	] as const)("refuses %s %#", async (path, asked, status, words) => {
		const { status: got, json } = await api(path, { ...asked, token: "Ona" });
		expect([got, json.status]).toEqual([status, status]);
		expect(json.detail).toContain(words);
	});

	it("is refused from a page of another site, and to who only has its cookie", async () => {
		const json = { why: "x" };
		const other = { json, token: "Ona", headers: { origin: "https://other.example" } };
		expect((await api("/corrections/0000000000000000/undo", other)).status).toBe(403);
		const cookie = await signIn(tokens["Ona"] ?? "");
		expect((await api("/corrections/0000000000000000/undo", { json, headers: { cookie } })).status).toBe(401);
	});
});

/** The cookie of a session that a token opens. */
async function signIn(token: string): Promise<string> {
	const { status, answer } = await send("/sign-in", { token, to: "/corrections" });
	expect([status, answer.headers.get("location")]).toEqual([303, "/corrections"]);
	const cookie = answer.headers.get("set-cookie") ?? "";
	expect(cookie).toMatch(/^stemma-\d+=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
	return cookie.split(";")[0] ?? "";
}

function send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
	const own = { origin: new URL(served.url).origin, "content-type": "application/x-www-form-urlencoded" };
	return call(path, { body: new URLSearchParams(fields).toString(), headers: { ...own, ...headers } });
}

describe("pages that change the store", () => {
	it("take a session that is not revoked, of this browser, and the form of this session", async () => {
		const token = await store.tokens.add("Piet", ["correct"], null);
		const cookie = await signIn(token);
		const [story] = (await listIds()).filter(({ articles }) => articles.length === 2);
		const page = await call(`/stories/${story?.id}/correct`, { method: "GET", headers: { cookie } });
		const form = /name="form" value="([\w-]{43})"/.exec(page.text)?.[1] ?? "";
		const fields = { kind: "rename-story", story: story?.id ?? "", name: "Ferry <b>Halda</b>", why: "shorter" };
		expect((await send("/corrections", { ...fields, form })).status).toBe(401);
		expect((await send("/corrections", fields, { cookie })).status).toBe(403);
		expect((await send("/corrections", { ...fields, form: `${form}x` }, { cookie })).status).toBe(403);
		expect((await send("/corrections", { ...fields, form }, { cookie, origin: "null" })).status).toBe(403);
		expect((await send("/corrections", { ...fields, form, why: " " }, { cookie })).status).toBe(422);
		const done = await send("/corrections", { ...fields, form }, { cookie });
		expect([done.status, done.answer.headers.get("location")]).toEqual([
			303,
			expect.stringMatching(/^\/corrections#entry-[0-7][0-9a-f]{15}$/),
		]);
		await settle();
		const log = await call("/corrections", { method: "GET" });
		expect(log.text).toMatch(/Ferry &lt;b&gt;Halda&lt;\/b&gt;/);
		expect(log.text).not.toMatch(/<form method="post"/);
		const entry = done.answer.headers.get("location")?.split("-")[1] ?? "";
		await store.tokens.revoke(["Piet"]);
		expect((await send(`/corrections/${entry}/undo`, { form, why: "x" }, { cookie })).status).toBe(401);
		await store.corrections.undo("Ona", entry, "tidy");
		await settle();
	});

	it("are entered by the printed address once, and lead nowhere else", async () => {
		const url = new URL(signIns.at(-1) ?? "");
		const key = url.searchParams.get("key") ?? "";
		// Looking at the address, as programs that preview links do, uses nothing up.
		expect((await call(`${url.pathname}${url.search}`, { method: "GET" })).text).toMatch(/value="desk"/);
		const before = signIns.length;
		const entered = await send("/sign-in", { key, name: "Desk", to: "//other.example" });
		expect([entered.status, entered.answer.headers.get("location"), signIns.length]).toEqual([303, "/", before + 1]);
		expect((await send("/sign-in", { key, name: "Desk", to: "/" })).status).toBe(401);
		const cookie = entered.answer.headers.get("set-cookie")?.split(";")[0] ?? "";
		const page = await call("/sign-in", { method: "GET", headers: { cookie } });
		expect(page.text).toMatch(/signed in as <strong>Desk/);
		const form = /name="form" value="([\w-]{43})"/.exec(page.text)?.[1] ?? "";
		expect((await send("/sign-out", { form }, { cookie })).status).toBe(303);
		expect((await call("/sign-in", { method: "GET", headers: { cookie } })).text).not.toMatch(/signed in as/);
	});
});

describe("a room that others may reach", () => {
	let room: Served;
	beforeAll(async () => {
		room = await serve(store, 0, loadPageAssets(), (error) => failures.push(error), null, {
			...{ host: "127.0.0.1", names: ["desk.example"], owner: "", allowNet: [], userAgent: null },
			signIn: () => {},
		});
	});
	afterAll(() => room?.close());

	const ask = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
		fetch(new URL(path, room.url), { headers, redirect: "manual" });

	it("shows nothing but the way in to who has no token", async () => {
		for (const path of ["/", "/corrections", "/sources", "/api/v1/stories", "/api/v1/openapi.json", "/nowhere"]) {
			const page = await ask(path, { accept: "text/html" });
			expect([path, page.status]).toEqual([path, 401]);
			expect(await page.text()).not.toMatch(/Halda/);
		}
		expect((await ask("/sign-in")).status).toBe(200);
		expect((await ask("/api/v1/stories", { authorization: `Bearer ${tokens["gone"]}` })).status).toBe(401);
		const read = await ask("/api/v1/stories", { authorization: `Bearer ${tokens["reader"]}` });
		expect([read.status, read.headers.get("cache-control")]).toEqual([200, "private, no-cache"]);
		expect((await ask("/", { authorization: `Bearer ${tokens["reader"]}` })).status).toBe(200);
	});

	it("says when to come again to who tries too many tokens, and lets in who has one", async () => {
		let last = await ask("/api/v1/stories", { authorization: "Bearer x" });
		for (let at = 0; at < 12; at++) last = await ask("/api/v1/stories", { authorization: "Bearer x" });
		expect([last.status, Number(last.headers.get("retry-after"))]).toEqual([429, expect.any(Number)]);
		expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
		expect((await ask("/api/v1/stories", { authorization: `Bearer ${tokens["reader"]}` })).status).toBe(200);
	});

	it("is not opened where nobody could enter", async () => {
		const bare = await openStore({ kind: "memory" }, true);
		const opened = serve(bare, 0, loadPageAssets(), () => {}, null, {
			...{ host: "127.0.0.1", names: [], owner: "", allowNet: [], userAgent: null },
			signIn: () => {},
		});
		await expect(opened).rejects.toThrow(/stemma token add NAME --scope read/);
		await bare.close();
	});
});

describe.skipIf(CHROMIUM === null)(
	`correcting in Chromium${CHROMIUM === null ? ` (skipped: ${NO_CHROMIUM})` : ""}`,
	() => {
		let browser: Browser;
		beforeAll(async () => {
			browser = await openBrowser();
		});
		afterAll(() => browser?.close());

		it.each([true, false])("joins stories and undoes it, with a script: %s", async (javaScriptEnabled) => {
			const context = await browser.newContext({ javaScriptEnabled });
			const page = await context.newPage();
			await page.goto(signIns.at(-1) ?? "");
			await page.fill("#name", "Ona Vane");
			await page.click("main button");
			const stories = await listIds();
			const [ferry, vote] = [2, 1].map((count) => stories.find(({ articles }) => articles.length === count)?.id ?? "");
			await page.goto(new URL(`/stories/${ferry}`, served.url).href);
			await page.click("text=Correct this story");
			await page.click("#join-stories summary");
			await page.fill("#join-stories [name=other]", new URL(`/stories/${vote}`, served.url).href);
			await page.fill("#join-stories [name=why]", "one inquiry");
			await page.click("#join-stories button");
			await page.waitForURL(/\/corrections#entry-/);
			await settle();
			await page.reload();
			expect(await page.textContent("ol.log > li:first-child")).toMatch(/joined by Ona Vane: one inquiry/);
			// The other story's address leads to what it became part of.
			await page.goto(new URL(`/stories/${vote}`, served.url).href);
			expect(await page.textContent("main")).toMatch(/joined by Ona Vane: one inquiry/);
			await page.goto(new URL("/corrections", served.url).href);
			await page.click("ol.log > li:first-child summary");
			await page.fill("ol.log > li:first-child [name=why]", "two matters");
			await page.click("ol.log > li:first-child button");
			await page.waitForURL(/\/corrections#entry-/);
			await settle();
			expect((await listIds()).map(({ id }) => id).sort()).toEqual(stories.map(({ id }) => id).sort());
			expect(failures).toEqual([]);
			await context.close();
		});

		it("finds nothing that keeps anybody out", async () => {
			const context = await browser.newContext({ bypassCSP: true });
			const page = await context.newPage();
			await page.goto(signIns.at(-1) ?? "");
			const found: unknown[] = [];
			const check = async (): Promise<void> => {
				await page.addScriptTag({ path: AXE });
				found.push(
					...((await page.evaluate(
						"axe.run().then(({violations}) => violations.map(({id, nodes}) => [id, nodes[0].html]))",
					)) as unknown[]),
				);
			};
			await check();
			await page.click("main button");
			const [story] = (await listIds()).filter(({ articles }) => articles.length === 2);
			for (const path of [`/stories/${story?.id}/correct`, "/corrections", "/sign-in"]) {
				await page.goto(new URL(path, served.url).href);
				for (const summary of await page.$$("details:not([open]) > summary")) await summary.click();
				await check();
			}
			expect(found).toEqual([]);
			await context.close();
		});
	},
);
