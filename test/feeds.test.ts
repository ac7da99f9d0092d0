import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readOpml } from "../src/follow/feeds/opml.ts";
import { readSource } from "../src/follow/feeds/read-source.ts";

/**
 * The feeds, sitemaps and lists of feeds of the corpora, where these are present: well-formed, ill-formed, in every
 * character set. Each is read or refused with a reason.
 */
const corpora =
	process.env["STEMMA_CORPORA"] ?? join(dirname(fileURLToPath(import.meta.url)), "..", "..", "shared", "data");
const folder = join(corpora, "feeds");

/** What lies beside the fixtures and is none. */
const BESIDE = /(?:^|\/)(?:LICENSE|README\.md|\.gitignore|icon\.png)$/;

/** The character set that a fixture says its server states, in the comment it opens with. */
function statedCharset(bytes: Uint8Array): string | null {
	const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 600));
	return /^Header:\s*Content-type:[^\n]*charset\s*=\s*"?([\w-]+)/im.exec(head)?.[1] ?? null;
}

describe.skipIf(!existsSync(folder))("the corpora's feeds", () => {
	it("are each read or refused with a reason, and nine in ten of them are read", { timeout: 120_000 }, async () => {
		const places = readdirSync(folder, { withFileTypes: true, recursive: true })
			.filter((one) => one.isFile())
			.map((one) => join(one.parentPath, one.name))
			.filter((place) => !BESIDE.test(place));
		const refused: string[] = [];
		let entries = 0;
		for (const place of places) {
			const bytes = new Uint8Array(readFileSync(place));
			const reading = place.endsWith(".opml")
				? readOpml(bytes)
				: await readSource(bytes, statedCharset(bytes), "https://harbour-post.example/feed");
			if (reading.kind === "refused") refused.push(`${relative(folder, place)} ${reading.code} ${reading.reason}`);
			if (reading.kind === "feed") {
				entries += reading.entries.length;
				expect(new Set(reading.entries.map(({ id }) => id)).size, place).toBe(reading.entries.length);
				for (const { url } of reading.entries) expect(url === null || URL.canParse(url), place).toBe(true);
			}
		}
		for (const line of refused) expect(line).toMatch(/ feed\/[a-z-]+ .{10}/);
		expect(refused.length).toBeLessThan(places.length * 0.1);
		expect(entries).toBeGreaterThan(0);
	});
});
