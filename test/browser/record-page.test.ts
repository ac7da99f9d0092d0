import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CollationRecord } from "../../src/model/record.ts";
import { renderRecord } from "../../src/report/html/record-page.tsx";
import { loadPageAssets } from "../../src/system/page-assets.ts";
import { collateTexts } from "../collate-texts.ts";
import { hostileReports } from "../fixtures/hostile-reports.ts";
import { fixtureRecord } from "../fixtures/record.ts";
import { CHROMIUM, NO_CHROMIUM, openBrowser } from "./chromium.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const assets = loadPageAssets();

describe.skipIf(CHROMIUM === null)(
	`the record's page in a browser${CHROMIUM === null ? `, ${NO_CHROMIUM}` : ""}`,
	() => {
		let browser: Browser;
		beforeAll(async () => {
			browser = await openBrowser();
		});
		afterAll(() => browser.close());

		async function show(
			record: CollationRecord,
			options: {
				readonly width?: number;
				readonly dark?: boolean;
				readonly script?: boolean;
				readonly excerpts?: boolean;
			} = {},
		): Promise<Page> {
			const context = await browser.newContext({
				viewport: { width: options.width ?? 1280, height: 900 },
				colorScheme: options.dark === true ? "dark" : "light",
				javaScriptEnabled: options.script ?? true,
				offline: true,
			});
			const page = await context.newPage();
			page.on("pageerror", (error) => {
				throw error;
			});
			await page.setContent(renderRecord(record, assets, { excerpts: options.excerpts ?? false }));
			return page;
		}

		it.each([
			["light, wide", { width: 1280 }],
			["dark, on a phone", { width: 390, dark: true }],
			["in excerpts", { width: 1280, excerpts: true }],
		])("has no violation of accessibility rules: %s", async (_, options) => {
			const page = await show(fixtureRecord, options);
			await page.evaluate(readFileSync(AXE, "utf8"));
			const violations = await page.evaluate(
				`axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))`,
			);
			expect(violations).toEqual([]);
			await page.context().close();
		});

		it.each([320, 768, 1600])("is no wider than a window of %d pixels", async (width) => {
			for (const record of [fixtureRecord, collateTexts(hostileReports)]) {
				const page = await show(record, { width });
				expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
				await page.context().close();
			}
		});

		it("leads from every finding to the words it names", async () => {
			const page = await show(fixtureRecord);
			const broken = await page.evaluate(`[...document.querySelectorAll('a[href^="#"]')]
			.filter((link) => !document.getElementById(link.getAttribute("href").slice(1)))
			.map((link) => link.outerHTML)`);
			expect(broken).toEqual([]);
			const named = (await page.evaluate(`[...document.querySelectorAll('a[href^="#p-"]')].map((link) => {
			const start = document.getElementById(link.getAttribute("href").slice(1));
			return [link.textContent, Number(start.id.split("-").at(-1)), start.textContent, start.closest(".report").querySelector(".siglum").textContent];
		})`)) as [string, number, string, string][];
			expect(named.length).toBeGreaterThan(20);
			for (const [label, start, words, siglum] of named) {
				const [article, from, to] = /^(\w+):(\d+)–(\d+)$/.exec(label)?.slice(1) ?? [];
				expect([article, Number(from)]).toEqual([siglum, start]);
				const text = fixtureRecord.articles.find((one) => one.siglum === siglum)?.text ?? "";
				expect(text.slice(start, Number(to)).startsWith(words) || words.startsWith(text.slice(start, Number(to)))).toBe(
					true,
				);
			}
			await page.context().close();
		});

		it("marks a place to its last character when a link to it is followed", async () => {
			const page = await show(fixtureRecord);
			const link = page.locator(".reading a[href^='#p-']").first();
			const [, from, to] = /:(\d+)–(\d+)/.exec((await link.textContent()) ?? "") ?? [];
			const siglum = ((await link.textContent()) ?? "").split(":")[0];
			await link.click();
			const marked = await page.evaluate(`[...CSS.highlights.get("aimed")][0].toString()`);
			const text = fixtureRecord.articles.find((one) => one.siglum === siglum)?.text ?? "";
			expect(marked).toBe(text.slice(Number(from), Number(to)));
			await page.context().close();
		});

		it("shows another rendition as the text when a reader chooses it, without a script", async () => {
			const page = await show(fixtureRecord, { script: false });
			const utterance = page.locator(".utterance").first();
			const readings = utterance.locator(".reading");
			expect(await readings.nth(0).isVisible()).toBe(true);
			expect(await readings.nth(1).isVisible()).toBe(false);
			await utterance.locator(".bases label").nth(1).click();
			expect(await readings.nth(0).isVisible()).toBe(false);
			expect(await readings.nth(1).isVisible()).toBe(true);
			await page.context().close();
		});

		it("lets every rendition of more than a fragment be the text, named by its report", async () => {
			const page = await show(fixtureRecord, { script: false });
			const labels = await page.locator(".utterance").first().locator(".bases label").allTextContents();
			expect(labels.length).toBeGreaterThan(2);
			for (const label of labels) expect(label).toMatch(/^[A-F][¹²³]*(?: [A-F][¹²³]*)* \S/);
			expect(labels.join("\n")).toContain("paraphrase");
			await page.context().close();
		});

		it("has one stop of the Tab key a group, and the arrow keys lead on inside one", async () => {
			const page = await show(fixtureRecord);
			const stops = `[...document.querySelectorAll(".matrix a[href], .matrix summary")].filter((one) => one.tabIndex === 0)`;
			expect(await page.evaluate(`${stops}.length`)).toBe(await page.locator(".matrix").count());
			await page.evaluate(`${stops}[0].focus()`);
			const first = await page.evaluate("document.activeElement.outerHTML");
			await page.keyboard.press("ArrowRight");
			expect(await page.evaluate("document.activeElement.outerHTML")).not.toBe(first);
			expect(await page.evaluate("document.activeElement.tabIndex")).toBe(0);
			await page.keyboard.press("ArrowLeft");
			expect(await page.evaluate("document.activeElement.outerHTML")).toBe(first);
			await page.keyboard.press("Tab");
			expect(await page.evaluate(`document.activeElement.closest(".matrix") === null`)).toBe(true);
			await page.context().close();
		});

		it("leaves every link to the Tab key where no script runs", async () => {
			const page = await show(fixtureRecord, { script: false });
			const hidden = `[...document.querySelectorAll("a[href], summary")].filter((one) => one.tabIndex < 0).length`;
			expect(await page.evaluate(hidden)).toBe(0);
			expect(await page.locator(".keys").isVisible()).toBe(false);
			await page.context().close();
		});

		it("says on a phone that a table goes on beyond the edge", async () => {
			const page = await show(fixtureRecord, { width: 390 });
			const hint = `getComputedStyle(document.querySelector(".scroll:has(table)"), "::before").content`;
			expect(await page.evaluate(hint)).toContain("goes on");
			await page.context().close();
		});

		it("hides and shows a layer of the texts without a script", async () => {
			const page = await show(fixtureRecord, { script: false });
			const shade = (): Promise<unknown> =>
				page.evaluate(`getComputedStyle(document.querySelector(".text .q")).backgroundColor`);
			const marked = await shade();
			await page.locator(".switch-q").click();
			expect(await shade()).not.toBe(marked);
			await page.context().close();
		});

		it("keeps hostile text in its box", async () => {
			const record = collateTexts(hostileReports);
			const page = await show(record);
			expect(await page.title()).not.toBe("taken");
			expect(await page.evaluate("document.images.length")).toBe(0);
			expect(await page.evaluate("document.scripts.length")).toBe(1);
			expect(await page.evaluate(`document.querySelectorAll("style").length`)).toBe(1);
			expect(await page.locator("footer").isVisible()).toBe(true);
			expect(await page.locator(".report").count()).toBe(record.articles.length);
			const shown = (await page.evaluate(`document.querySelector(".report .text").innerText`)) as string;
			expect(shown).toContain("<script>document.title = 'taken'</script>");
			// What turns the reading order inside a text turns nothing outside it.
			const places = (await page.evaluate(
				`[...document.querySelectorAll(".report h3, footer, .layers")].map((one) => getComputedStyle(one).direction)`,
			)) as string[];
			expect(new Set(places)).toEqual(new Set(["ltr"]));
			await page.context().close();
		});

		it("asks nothing of the network", async () => {
			const page = await show(fixtureRecord);
			const asked: string[] = [];
			page.on("request", (request) => asked.push(request.url()));
			await page.reload().catch(() => undefined);
			await page.setContent(renderRecord(fixtureRecord, assets, { excerpts: false }));
			await page.evaluate("document.fonts.ready.then(() => undefined)");
			expect(asked.filter((url) => !url.startsWith("data:") && url !== "about:blank")).toEqual([]);
			expect(await page.evaluate(`document.fonts.check('16px "Source Serif 4"')`)).toBe(true);
			await page.context().close();
		});

		it("prints on A4 with what is folded unfolded, and without what only a screen can use", async () => {
			const page = await show(fixtureRecord);
			await page.emulateMedia({ media: "print" });
			for (const part of [".cite", ".bases label", ".layers", ".keys"])
				expect([part, await page.locator(`${part}:visible`).count()]).toEqual([part, 0]);
			await page.emulateMedia({ media: null });
			const bytes = await page.pdf({ preferCSSPageSize: true });
			expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
			expect(bytes.toString("latin1")).toMatch(/\/MediaBox\s*\[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/);
			await page.context().close();
		});
	},
);
