import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TraceListing } from "../../src/model/trace-listing.ts";
import { traceInArticles } from "../../src/pipeline.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { annotateStore } from "../../src/store/stored-record.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

const LONG = 120_000;

const SAID = "We will look for the nine missing sailors until dark";
const TOLD = [
	`The ferry Amity Star sank off Port Amity on Tuesday.\n\n“${SAID},” harbour master Ada Vane said.`,
	`A ferry sank on Tuesday. “${SAID},” the harbour master of Port Amity, Ada Vane, said on Wednesday.`,
	"Harbour master Ada Vane said that nine missing sailors would be looked for until dark after the Amity Star sank.",
];
const OTHERS = Array.from(
	{ length: 27 },
	(_, n) => `Council ${n} voted on tram line ${n} on Monday. “Line ${n} will be late,” council leader Ira Quill said.`,
);

for (const driver of testDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("a trace of a store that is not small", driver), () => {
		let store: Store;
		let folder: string;

		beforeAll(async () => {
			folder = mkdtempSync(join(tmpdir(), "stemma-trace-"));
			const lines = [...TOLD, ...OTHERS].map((text, n) =>
				JSON.stringify({ text, url: `https://post-${n}.example/${n}`, published: "2031-05-14" }),
			);
			writeFileSync(join(folder, "list.jsonl"), lines.map((line) => `${line}\n`).join(""));
			store = await openStore(await driver.createPlace(), true);
			await store.add([folder], { primaries: [], names: [], corrections: [] }, {});
		}, LONG);
		afterAll(async () => {
			await store?.close();
			rmSync(folder, { recursive: true, force: true });
			await driver.dispose();
		});

		const trace = (text: string): Promise<TraceListing> => store.trace(text, [], () => {});

		it("analyses what is not, looks into what has the words alone, and finds what a search of all finds", async () => {
			const found = await trace(SAID);
			expect(found.coverage).toEqual({ articles: 30, indexed: 30, left: 0 });
			expect(found.articles.length).toBeLessThan(10);
			const data = await store.loadData({ names: [], corrections: [] });
			const { articles } = await annotateStore(store.database, data);
			const all = traceInArticles(SAID, articles, data);
			expect(all.coverage).toBeNull();
			expect(found.places).toEqual(all.places);
			expect(found.places.map(({ kind }) => kind).sort()).toEqual(["exact", "exact", "reworded"]);
		}, 60_000);

		it("says so of a text that stands nowhere, and of reports that are not analysed", async () => {
			const nowhere = await trace("Zebras grazed quietly beside the velvet cathedral.");
			expect([nowhere.places, nowhere.articles, nowhere.coverage?.articles]).toEqual([[], [], 30]);
			expect((await trace("He did not.")).coverage?.indexed).toBe(30);
		});
	});
}
