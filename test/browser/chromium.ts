import { existsSync } from "node:fs";
import process from "node:process";
import { type Browser, chromium } from "playwright-core";

const PLACES = [
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Where a browser of Chromium's kind stands: as `STEMMA_CHROMIUM` says, else where it is usually found; null for none. */
export const CHROMIUM: string | null =
	process.env["STEMMA_CHROMIUM"] ?? PLACES.find((place) => existsSync(place)) ?? null;

export const NO_CHROMIUM = "skipped: no Chromium found (set STEMMA_CHROMIUM to its path)";

/** Starts the browser. It must be closed by whoever asked for it. */
export async function openBrowser(): Promise<Browser> {
	if (CHROMIUM === null) throw new Error(NO_CHROMIUM);
	return chromium.launch({
		executablePath: CHROMIUM,
		// Containers and many continuous-integration machines have no user namespaces to build a sandbox with.
		args: ["--no-sandbox", "--disable-dev-shm-usage"],
	});
}
