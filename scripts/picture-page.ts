import { writeFileSync } from "node:fs";
import process from "node:process";
import type { Page } from "playwright-core";
import { collateInputs } from "../src/pipeline.ts";
import { renderRecord } from "../src/report/html/record-page.tsx";
import { serve } from "../src/serve/serve.ts";
import { openStore } from "../src/store/store.ts";
import { nodeCollateEffects } from "../src/system/collate-effects.ts";
import { loadPageAssets } from "../src/system/page-assets.ts";
import { openBrowser } from "../test/browser/chromium.ts";

/**
 * Draws what the README shows of pages, from the reports in examples: docs/record-page.png, a piece of the page that
 * `stemma collate examples --html` writes, and docs/room-*.png, what `stemma serve examples` shows.
 * `npx tsx scripts/picture-page.ts`; needs a Chromium on the machine.
 */

const VIEW = { width: 1120, height: 1000 };
const ROOM_VIEW = { width: 1120, height: 760 };

const browser = await openBrowser();
await drawRecord();
await drawRoom();
await browser.close();

async function drawRecord(): Promise<void> {
	const record = await collateInputs(["examples"], { ...nodeCollateEffects([]), progress: () => {} }, []);
	const page = await (await browser.newContext({ viewport: VIEW, offline: true })).newPage();
	await page.setContent(renderRecord(record, loadPageAssets(), { excerpts: false }));
	await page.evaluate("document.fonts.ready.then(() => undefined)");
	await page.evaluate(`document.querySelector(".said").scrollIntoView({ behavior: "instant" })`);
	await draw(page, "record-page");
}

async function drawRoom(): Promise<void> {
	const store = await openStore({ kind: "memory" }, true);
	await store.queue(["examples"], { primaries: [], names: [], corrections: [] }, {});
	await store.work({ once: true, threads: 1, retry: false }, { stop: new AbortController().signal });
	const room = await serve(store, 0, loadPageAssets(), (error) => void process.stderr.write(`${error}\n`));
	const page = await (await browser.newContext({ viewport: ROOM_VIEW, colorScheme: "light" })).newPage();
	await page.goto(room.url);
	await page.evaluate("document.fonts.ready.then(() => undefined)");
	await draw(page, "room-front");
	await page.click(".card:has(.conflict) h3 a");
	await page.waitForURL(/\/stories\//);
	await page.evaluate("document.fonts.ready.then(() => undefined)");
	await draw(page, "room-story");
	await room.close();
	await store.close();
}

async function draw(page: Page, name: string): Promise<void> {
	writeFileSync(new URL(`../docs/${name}.png`, import.meta.url), await page.screenshot());
}
