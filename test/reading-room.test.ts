import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoryPage } from "../src/model/story-card.ts";
import { ROUTES } from "../src/serve/api/routes.ts";
import { WRITES } from "../src/serve/api/writes.ts";
import { type Served, serve } from "../src/serve/serve.ts";
import { openStore, type Store } from "../src/store/store.ts";
import { loadPageAssets } from "../src/system/page-assets.ts";
import { CHROMIUM, NO_CHROMIUM, openBrowser } from "./browser/chromium.ts";
import { hostileReports } from "./fixtures/hostile-reports.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const REPORTS = [
	"PORT AMITY, May 14, 2031 (Quay Wire) - The ferry Halda sank off Port Amity on Wednesday, the coast guard said.\n\n“We counted 12 boats before noon,” harbour master Ada Vane said. Nobody was hurt.",
	"CARDLE, May 14, 2031 (Tarn Post) - The ferry Halda sank off Port Amity on Wednesday and two people were hurt, the coast guard said.\n\n“We counted twelve boats before the storm,” said Ada Vane, the harbour master.",
];

/** Two texts of one address. */
const LOGGED = [
	"Ferry Halda sinks off Port Amity\n\nThe ferry Halda sank off Port Amity on Wednesday, the coast guard said. Two people were hurt.",
	"Ferry Halda sinks off Port Amity\n\nThe ferry Halda sank off Port Amity on Wednesday, the coast guard said. Three people were hurt.",
];

const failures: unknown[] = [];
let folder: string;
let store: Store;
let served: Served;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "stemma-room-"));
	for (const [at, text] of REPORTS.entries()) writeFileSync(join(folder, `${at}.txt`), text);
	for (const [at, { text }] of hostileReports.entries()) writeFileSync(join(folder, `hostile-${at}.txt`), text);
	writeFileSync(
		join(folder, "log.jsonl"),
		LOGGED.map((text, at) =>
			JSON.stringify({
				url: "https://kelp-post.example/halda",
				outlet: "Kelp Post",
				published: `2031-05-14T1${at}:00Z`,
				text,
			}),
		).join("\n"),
	);
	writeFileSync(join(folder, "empty.txt"), "");
	store = await openStore({ kind: "memory" }, true);
	await store.queue([folder], { primaries: [], names: [], corrections: [] }, {});
	await store.work({ once: true, threads: 1, retry: false }, { stop: new AbortController().signal });
	const asked = { kind: "words", words: "boats", speaker: null, about: null, lines: null, edits: [] } as const;
	await store.alerts.add({ name: "boats", asked, isForAll: true, targets: [] });
	served = await serve(store, 0, loadPageAssets(), (error) => failures.push(error));
});
afterAll(async () => {
	await served?.close();
	await store?.close();
	rmSync(folder, { recursive: true, force: true });
});

async function read(path: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
	const answer = await fetch(new URL(path, served.url), { headers, redirect: "manual" });
	return { status: answer.status, text: await answer.text() };
}

async function listStories(): Promise<string[]> {
	return [...(await read("/")).text.matchAll(/href="(\/stories\/[0-9a-f]{16})"/g)].map((match) => match[1] ?? "");
}

async function findFerry(): Promise<string> {
	const { text } = await read("/search?q=Halda");
	return /\/articles\/[0-9a-f]{16}/.exec(text)?.[0] ?? "";
}

/** A story of several reports. */
async function findTold(): Promise<string> {
	for (const path of await listStories()) if (/\/compare"/.test((await read(path)).text)) return path;
	return "";
}

/** Two texts of one source, by id. */
async function findReports(): Promise<string[]> {
	const { text } = await read("/search?q=Halda&outlet=Kelp");
	return [...new Set([...text.matchAll(/\/articles\/([0-9a-f]{16})/g)].map((match) => match[1] ?? ""))];
}

describe("the reading room", () => {
	it("lists the stories by day, and leads to each and from there to its reports", async () => {
		const front = await read("/");
		expect(front.status).toBe(200);
		expect(front.text).toMatch(/14 May 2031/);
		const stories = await listStories();
		expect(stories.length).toBeGreaterThan(0);
		for (const path of stories) {
			const story = await read(path);
			expect(story.status).toBe(200);
			for (const [, article] of story.text.matchAll(/href="(\/articles\/[0-9a-f]{16})"/g)) {
				expect((await read(article ?? "")).status).toBe(200);
			}
		}
		expect(failures).toEqual([]);
	});

	it("narrows the list by name, outlet, language, day and what contradicts, and says what to do where nothing is left", async () => {
		const titles = async (query: string): Promise<number> =>
			(await read(`/?${query}`)).text.match(/<article class="card">/g)?.length ?? 0;
		const all = (await listStories()).length;
		expect(await titles("entity=ada+vane")).toBe(1);
		expect(await titles("outlet=0.TXT&from=2031-05-14&to=2031-05-14")).toBe(1);
		expect(await titles("from=2031-05-15&to=2031-05-16")).toBeLessThan(all);
		const none = await read("/?entity=Vane+Ada&conflicts=only");
		expect(none.text).toMatch(/No story is like that.*<a href="\/">All stories<\/a>/s);
		expect(none.text).toMatch(/Did you mean <a href="\/\?entity=[^"]*&amp;conflicts=only">/);
		expect((await read("/?from=soon")).text).toMatch(/“soon” is not a day/);
		expect(failures).toEqual([]);
	});

	it("finds what is searched for, marks it, and says when nothing is found", async () => {
		expect((await read("/search?q=twelve+boats")).text).toMatch(/<mark>twelve boats<\/mark>/);
		expect((await read("/search?q=zeppelin")).text).toMatch(/Nothing found/);
		expect((await read("/search?q=ferry&from=soon")).text).toMatch(/“soon” is not a day/);
	});

	it("traces a sentence, and says why it cannot", async () => {
		const found = await read("/trace?text=We+counted+twelve+boats+before+noon");
		expect(found.text).toMatch(/places? in 2 of 6 reports/);
		expect((await read("/trace?text=%3F%3F")).text).toMatch(/no word in the text to trace/);
	});

	it.each([
		"/stories/0123456789abcdef",
		"/articles/0123456789abcdef",
		"/stories/x",
		"/nowhere",
		"/?after=0123456789abcdef",
	])("says that there is no page at %s", async (path) => {
		const { status, text } = await read(path);
		expect([status, text]).toEqual([404, expect.stringMatching(/no such page/)]);
	});

	it("sets two reports side by side, and says what one alone has and what differs", async () => {
		const story = await findTold();
		const { status, text } = await read(`${story}/compare`);
		expect([status, text]).toEqual([200, expect.stringMatching(/They (?:are|count as)/)]);
		expect(text).toMatch(/<span class="tie /);
		expect((await read(`${story}/compare?a=x`)).status).toBe(404);
		expect((await read(`${story}/why`)).text).toMatch(/Why is this here/);
		const [first = "", second = ""] = await findReports();
		const pair = await read(`/articles/${first}/compare?with=${second}`);
		expect(pair.text.replace(/<mark[^>]*>|<\/mark>/g, "[")).toMatch(/\[(?:Two|Three)\[ people were hurt/);
		expect((await read(`/articles/${first}/compare?with=${first}`)).status).toBe(404);
	});

	it("shows what a later text changed, and gives the capture as a file and never as a page", async () => {
		const [id = ""] = await findReports();
		const { text } = await read(`/articles/${id}`);
		expect(text).toMatch(/changed: 1 number/);
		const capture = /href="(\/articles\/[0-9a-f]{16}\/captures\/[0-9a-f]{64})"/.exec(text)?.[1] ?? "";
		const answer = await fetch(new URL(capture, served.url));
		expect(answer.headers.get("content-type")).toBe("application/octet-stream");
		expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
		expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
		expect(LOGGED).toContain(await answer.text());
		expect((await read(capture.replace(/.{64}$/, "0".repeat(64)))).status).toBe(404);
	});

	it("brings together what somebody said, and what an outlet has from whom", async () => {
		expect((await read("/speakers")).text).toMatch(/href="\/speakers\/Ada%20Vane"/);
		expect((await read("/speakers/Ada%20Vane")).text).toMatch(/We counted/);
		expect((await read("/outlets")).text).toMatch(/href="\/outlets\/Kelp%20Post"/);
		const outlet = await read("/outlets/Kelp%20Post");
		expect(outlet.text).toMatch(/1 report of which this store has more than one text/);
		for (const path of [
			"/speakers/Nobody",
			"/speakers/%3F",
			"/outlets/Nobody",
			"/speakers/Vane?after=x",
			"/outlets?after=x",
		])
			expect([path, (await read(path)).status]).toEqual([path, 404]);
	});

	it("says what was set aside and why, how well it reads, and what can be asked", async () => {
		expect((await read("/aside")).text).toMatch(/empty\.txt/);
		expect((await read("/quality")).text).toMatch(/<th scope="col">floor<\/th>/);
		const { text } = await read("/api");
		for (const { path } of ROUTES) expect(text).toContain(path);
		for (const [, path = ""] of text.matchAll(/href="(\/api\/[^"]+)"/g))
			expect([path, (await read(path)).status]).toEqual([path, 200]);
		expect((await read("/api/shapes/constructor")).status).toBe(404);
	});

	it("lets its pages run nothing but its own script, and be in nobody's frame", async () => {
		const answer = await fetch(served.url);
		const policy = answer.headers.get("content-security-policy") ?? "";
		expect(policy).toMatch(/default-src 'none'/);
		expect(policy).toMatch(/frame-ancestors 'none'/);
		expect(policy).not.toMatch(/unsafe/);
		expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
	});

	it("is closed to who reaches it under another name", async () => {
		const { request } = await import("node:http");
		const status = await new Promise((resolve, reject) =>
			request(served.url, { headers: { host: "rebound.example" } }, (answer) => resolve(answer.resume().statusCode))
				.on("error", reject)
				.end(),
		);
		expect(status).toBe(421);
	});
});

/** Collates a story anew, as far as anybody can tell from outside. */
async function collateAnew(path: string): Promise<void> {
	const key = BigInt(`0x${path.split("/").at(-1)}`);
	await store.database.query("UPDATE stemma.story_record SET made_at = now() WHERE story_id = $1", [key]);
}

describe("what changes while somebody reads", () => {
	/** Listens until what it is told has a word in it. */
	async function listen(until: RegExp, headers: Record<string, string>, act: () => Promise<void>): Promise<string> {
		const leaving = new AbortController();
		const answer = await fetch(new URL("/events", served.url), { headers, signal: leaving.signal });
		expect(answer.headers.get("content-type")).toMatch(/^text\/event-stream/);
		let text = "";
		let isActed = false;
		for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
			text += chunk;
			if (until.test(text)) break;
			if (!isActed) await act();
			isActed = true;
		}
		leaving.abort();
		return text;
	}

	it("is told as it comes about, and to who comes back what was missed", async () => {
		const [first = "", second = first] = await listStories();
		const id = (path: string): string => path.split("/").at(-1) ?? "";
		const heard = await listen(/event: stories[\s\S]*\n\n$/, {}, () => collateAnew(first));
		expect(heard).toMatch(/^retry: \d+\n\n/);
		expect(heard).toContain(id(first));
		const last = /id: (\d+)/.exec(heard)?.[1] ?? "";
		await new Promise((resolve) => setTimeout(resolve, 2));
		await collateAnew(second);
		const missed = await listen(/event: stories[\s\S]*\n\n$/, { "last-event-id": last }, async () => {});
		expect(missed).toContain(id(second));
	});
});

/** A call of each route that finds something; `S` is a story and `A` a report. */
const CALLS: Readonly<Record<string, string>> = {
	"/stories": "/stories?limit=1&entity=Ada%20Vane&language=en&from=2031-05-14",
	"/stories/{id}": "/stories/S",
	"/utterances": "/utterances?story=S",
	"/entities": "/entities?story=S",
	"/positions": "/positions?story=S",
	"/articles/{id}": "/articles/A",
	"/stories/{id}/compare": "/stories/T/compare",
	"/stories/{id}/membership": "/stories/S/membership",
	"/articles/{id}/compare": "/articles/A/compare?with=B",
	"/articles/{id}/versions": "/articles/A/versions",
	"/articles/{id}/captures": "/articles/A/captures",
	"/quoted": "/quoted",
	"/speakers/{name}": "/speakers/Vane",
	"/outlets": "/outlets?limit=1",
	"/outlets/{name}": "/outlets/Kelp%20Post",
	"/search": "/search?q=boats",
	"/articles": "/articles?q=ferry&limit=1",
	"/quotations": "/quotations?speaker=Vane",
	"/speakers": "/speakers?speaker=Vane",
	"/facts": "/facts?q=Halda&relation=single-source",
	"/trace": "/trace?text=We%20counted%20twelve%20boats",
	"/feeds": "/feeds",
	"/aside": "/aside",
	"/quality": "/quality",
	"/corrections": "/corrections?limit=1",
	"/alerts": "/alerts",
	"/alerts/{name}/entries": "/alerts/boats/entries",
	"/status": "/status",
};

describe("the interface for programs", () => {
	async function call(path: string, headers: Record<string, string> = {}): Promise<Response> {
		return fetch(new URL(`/api/v1${path}`, served.url), { headers });
	}

	it.each(ROUTES.map((route) => [route.path, route] as const))(
		"answers %s as it is documented",
		async (path, route) => {
			const [story = ""] = (await listStories()).map((one) => one.split("/").at(-1) ?? "");
			const { cards } = (await (await call("/stories")).json()) as StoryPage;
			const told = cards.find(({ reports }) => reports > 1)?.id ?? "";
			const [article = "", other = ""] = await findReports();
			const asked = (CALLS[path] ?? "")
				.replace("S", story)
				.replace("T", told)
				.replace("A", article)
				.replace("B", other);
			const answer = await call(asked);
			expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
			const body: unknown = await answer.json();
			expect([answer.status, route.answer.safeParse(body).error?.issues ?? []]).toEqual([200, []]);
			const again = await call(asked, { "if-none-match": answer.headers.get("etag") ?? "" });
			// The list of sources names the moment.
			if (path !== "/feeds") expect(again.status).toBe(304);
		},
	);

	it("goes on page by page, with nothing twice", async () => {
		const seen: string[] = [];
		for (let next: string | null = ""; next !== null; ) {
			const answer = await call(`/stories?limit=1${next === "" ? "" : `&after=${next}`}`);
			const page = (await answer.json()) as StoryPage;
			seen.push(...page.cards.map(({ id }) => id));
			next = page.next;
		}
		expect([seen.length, new Set(seen).size]).toEqual([(await listStories()).length, seen.length]);
	});

	it.each([
		["/stories?limit=0", 400, "limit: "],
		["/stories?limt=3", 400, "limt: is not known"],
		["/stories?conflicts=yes", 400, "conflicts: "],
		["/stories?after=0123456789abcdef", 422, "names no page"],
		["/stories?limit=1&limit=2", 400, "limit: is given more than once"],
		["/stories/x", 400, "id: an id of sixteen"],
		["/stories/0123456789abcdef", 404, "no such thing"],
		["/utterances", 400, "story: is missing"],
		["/search?q=ferry&from=2031-02-30", 400, "from: a day such as"],
		["/trace?text=%3F", 422, "no word in the text"],
		["/nowhere", 404, "no such route"],
	])("says what is wrong with %s", async (path, status, detail) => {
		const answer = await call(path);
		expect(answer.headers.get("content-type")).toBe("application/problem+json");
		expect([answer.status, await answer.json()]).toEqual([
			status,
			expect.objectContaining({ status, detail: expect.stringContaining(detail) }),
		]);
	});

	it("is described by a document that another reader takes", async () => {
		const document = (await (await call("/openapi.json")).json()) as Record<string, unknown>;
		const { valid, errors } = await new Validator().validate(document);
		expect([valid, errors ?? []]).toEqual([true, []]);
		expect(Object.keys(document["paths"] as object)).toEqual([
			...new Set([...ROUTES, ...WRITES].map(({ path }) => path)),
		]);
	});

	it("never fails, whatever is asked", async () => {
		const words = fc.constantFrom("0", "-1", "1e9", "null", '"', "a", "en", "2031-05-14", "0123456789abcdef");
		const value = fc.oneof(words, fc.string({ unit: "binary" }));
		const ask = async (path: string, values: readonly string[], isMistaken: boolean): Promise<number> => {
			const { query: fields } = ROUTES.find((route) => route.path === path) ?? { query: {} };
			const names = [...Object.keys(fields), ...(isMistaken ? ["bogus"] : [])];
			const query = names.flatMap((name, at) => {
				const given = values[at]?.toWellFormed() ?? "";
				return given === "" ? [] : [`${name}=${encodeURIComponent(given)}`];
			});
			const place = path.replace(/\{\w+\}/, () => encodeURIComponent(values[0]?.toWellFormed() || "x"));
			return (await call(`${place}?${query.join("&")}`)).status;
		};
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...ROUTES.map((route) => route.path)),
				fc.array(value, { minLength: 10, maxLength: 10 }),
				fc.boolean(),
				async (...asked) => {
					expect([200, 400, 404, 422]).toContain(await ask(...asked));
				},
			),
			{ numRuns: 150 },
		);
		expect(failures).toEqual([]);
	});
});

describe.skipIf(CHROMIUM === null)(
	`the reading room in a browser${CHROMIUM === null ? `, ${NO_CHROMIUM}` : ""}`,
	() => {
		let browser: Browser;
		beforeAll(async () => {
			browser = await openBrowser();
		});
		afterAll(() => browser.close());

		async function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
			const context = await browser.newContext(options);
			const page = await context.newPage();
			page.on("pageerror", (error) => failures.push(error));
			page.on("console", (message) => {
				// A page that is not there is told of here too.
				if (message.type() === "error" && !/404/.test(message.text())) failures.push(message.text());
			});
			await page.goto(new URL(path, served.url).href);
			return page;
		}

		it.each([
			"/",
			"/?entity=nobody+Vane&from=soon",
			"/search",
			"/search?q=ferry",
			"/trace?text=We+counted+12+boats",
			"/sources",
			"/about",
			"the first story",
			"a report",
			"two reports",
			"why",
			"/speakers",
			"/speakers/Ada%20Vane",
			"/outlets",
			"/outlets/Kelp%20Post",
			"/aside",
			"/api",
			"/api/routes/getFacts",
			"/nowhere",
		])("breaks no rule of accessibility and fits the window, light, dark and on a phone: %s", async (name) => {
			const [story = ""] = await listStories();
			const places: Readonly<Record<string, () => Promise<string>>> = {
				"the first story": async () => story,
				"a report": async () => `/articles/${(await findReports())[0]}`,
				"two reports": async () => `${await findTold()}/compare`,
				why: async () => `${await findTold()}/why`,
			};
			const path = (await places[name]?.()) ?? name;
			// The checker itself is another's script.
			const page = await open(path, { bypassCSP: true });
			await page.addScriptTag({ path: AXE });
			for (const [width, colorScheme] of [
				[1280, "light"],
				[360, "dark"],
			] as const) {
				await page.setViewportSize({ width, height: 800 });
				await page.emulateMedia({ colorScheme });
				const found = await page.evaluate(
					"axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))",
				);
				expect(found).toEqual([]);
				expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
			}
			await page.context().close();
		});

		it("asks nothing of others and runs what stands in no report", async () => {
			const asked: string[] = [];
			for (const path of ["/", await findFerry(), ...(await listStories())]) {
				const page = await open(path);
				page.on("request", (request) => asked.push(request.url()));
				await page.reload();
				await page.context().close();
			}
			expect(asked.length).toBeGreaterThan(6);
			expect(asked.filter((url) => !url.startsWith(served.url))).toEqual([]);
			expect(failures).toEqual([]);
		});

		it("leads from what was found to the words, which it marks", async () => {
			const page = await open("/search?q=%22before+the+storm%22");
			await page.click(".hits a[href*='#']");
			await page.waitForURL(/\/articles\//);
			const marked = await page.evaluate("[...CSS.highlights.get('aimed')].map(String)");
			expect(marked).toEqual([expect.stringMatching(/twelve boats before the storm/)]);
			await page.context().close();
		});

		it("is read without a script", async () => {
			const page = await open("/", { javaScriptEnabled: false });
			await page.click(".filters summary");
			await page.fill(".filters input[name='entity']", "Ada Vane");
			await page.click(".filters button");
			await page.waitForURL(/entity=Ada\+Vane/);
			await page.click(".card h3 a");
			await page.waitForSelector("h2");
			await page.fill("#quick", "ferry");
			await page.click("form button");
			await page.waitForSelector("mark");
			await page.context().close();
		});

		it("says what has changed since, and moves nothing of what is read", async () => {
			const [story = "", other = ""] = await listStories();
			const [list, page, elsewhere] = [await open("/"), await open(story), await open(other)];
			await collateAnew(story);
			await list.waitForSelector("#changed a");
			expect(await list.textContent("#changed")).toMatch(/1 story has changed. Show/);
			await page.waitForSelector("#changed a");
			expect(await page.textContent("#changed")).toMatch(/This story has changed/);
			expect(await elsewhere.textContent("#changed")).toBe("");
			await page.click("#changed a");
			await page.waitForSelector("#changed:empty", { state: "attached" });
			for (const one of [list, page, elsewhere]) await one.context().close();
		});

		/** Goes on by Tab until what has the focus matches; says what it is. Everything on the way shows that it has it. */
		async function tabTo(page: Page, selector: string): Promise<void> {
			for (let steps = 0; steps < 200; steps++) {
				await page.keyboard.press("Tab");
				const state = await page.evaluate(
					`(() => {
						const at = document.activeElement;
						const { outlineStyle, outlineWidth } = getComputedStyle(at);
						const isShown = outlineStyle !== "none" && outlineWidth !== "0px";
						return [at.matches(${JSON.stringify(selector)}), isShown || at === document.body, at.outerHTML.slice(0, 80)];
					})()`,
				);
				const [isThere, isShown, what] = state as [boolean, boolean, string];
				expect([isShown, what]).toEqual([true, what]);
				if (isThere) return;
			}
			throw new Error(`the keyboard does not come to ${selector}`);
		}

		it("is read with the keyboard alone, from the list to the words of a report and to a search", async () => {
			const page = await open("/");
			await page.keyboard.press("Tab");
			expect(await page.evaluate("document.activeElement.className")).toBe("skip");
			await page.keyboard.press("Enter");
			await tabTo(page, ".card h3 a");
			await page.keyboard.press("Enter");
			await page.waitForURL(/\/stories\//);
			await tabTo(page, "main a[href^='/articles/']");
			await page.keyboard.press("Enter");
			await page.waitForURL(/\/articles\//);
			await tabTo(page, "#quick");
			await page.keyboard.type("ferry");
			await page.keyboard.press("Enter");
			await page.waitForSelector("mark");
			await page.context().close();
		});

		it("is light on paper and dark in the dark, and leaves what only screens need off paper: every kind of page", async () => {
			const page = await open("/");
			const kinds = new Map<string, string>();
			const follow = async (): Promise<void> => {
				const links = await page.evaluate(
					"[...document.querySelectorAll('a[href^=\"/\"]')].map((a) => a.getAttribute('href'))",
				);
				for (const link of links as string[]) {
					// Of an address with an id or a question, those of one form are one kind.
					const kind = link.replace(/[?#].*$/, "").replace(/[0-9a-f]{16}/g, "ID");
					// Data and the bytes of captures are no pages.
					if (!kinds.has(kind) && !/^\/api\/|\/captures\//.test(kind)) kinds.set(kind, link);
				}
			};
			await follow();
			for (const path of [(await listStories())[0] ?? "", await findFerry()]) {
				await page.goto(new URL(path, served.url).href);
				await follow();
			}
			expect(kinds.size).toBeGreaterThan(6);
			const look = (): Promise<unknown> =>
				page.evaluate(
					`(() => {
						const probe = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
						const lightness = (color) => {
							probe.clearRect(0, 0, 1, 1);
							probe.fillStyle = color;
							probe.fillRect(0, 0, 1, 1);
							const [r, g, b, a] = probe.getImageData(0, 0, 1, 1).data;
							return a === 0 ? null : Math.round((0.21 * r + 0.72 * g + 0.07 * b) / 2.55);
						};
						const paper = lightness(getComputedStyle(document.documentElement).backgroundColor)
							?? lightness(getComputedStyle(document.body).backgroundColor);
						const shown = (name) => [...document.querySelectorAll(name)].some((at) => at.checkVisibility());
						return { paper, ink: lightness(getComputedStyle(document.body).color), nav: shown(".room-head nav") };
					})()`,
				);
			for (const link of kinds.values()) {
				await page.goto(new URL(link, served.url).href);
				await page.emulateMedia({ media: "screen", colorScheme: "dark" });
				const dark = (await look()) as { paper: number | null; ink: number; nav: boolean };
				expect([link, dark.paper !== null && dark.paper < 20, dark.ink > 60, dark.nav]).toEqual([
					link,
					true,
					true,
					true,
				]);
				await page.emulateMedia({ media: "print", colorScheme: "dark" });
				const printed = (await look()) as { paper: number | null; ink: number; nav: boolean };
				expect([link, (printed.paper ?? 100) > 90, printed.ink < 35, printed.nav]).toEqual([link, true, true, false]);
			}
			await page.context().close();
		});
	},
);
