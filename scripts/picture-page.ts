import { writeFileSync } from "node:fs";
import { collateInputs } from "../src/pipeline.ts";
import { renderRecord } from "../src/report/html/record-page.tsx";
import { nodeCollateEffects } from "../src/system/collate-effects.ts";
import { loadPageAssets } from "../src/system/page-assets.ts";
import { openBrowser } from "../test/browser/chromium.ts";

/**
 * Draws a piece of the page that `stemma collate examples --html` writes, for the README: docs/record-page.png.
 * `npx tsx scripts/picture-page.ts`; needs a Chromium on the machine.
 */

const VIEW = { width: 1120, height: 1000 };

const record = await collateInputs(["examples"], { ...nodeCollateEffects([]), progress: () => {} }, []);
const browser = await openBrowser();
const page = await (await browser.newContext({ viewport: VIEW, offline: true })).newPage();
await page.setContent(renderRecord(record, loadPageAssets(), { excerpts: false }));
await page.evaluate("document.fonts.ready.then(() => undefined)");
await page.evaluate(`document.querySelector(".said").scrollIntoView({ behavior: "instant" })`);
writeFileSync(new URL("../docs/record-page.png", import.meta.url), await page.screenshot());
await browser.close();
