import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packEvidence } from "../../src/evidence/evidence.ts";
import { verifyEvidence } from "../../src/evidence/verify.ts";
import type { CollationRecord } from "../../src/model/record.ts";
import { formatRecord } from "../../src/report/json.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { keepStory } from "../../src/store/stories.ts";
import { CAPTURES, evidenceEffects } from "../make-evidence.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

const NONE = { primaries: [], names: [], corrections: [] };
const quiet = (): void => {};

for (const driver of testDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("evidence out of a store", driver), () => {
		let root: string;
		let store: Store;
		let record: CollationRecord;

		beforeAll(async () => {
			root = mkdtempSync(join(tmpdir(), "stemma-evidence-"));
			const places = CAPTURES.map(({ place, bytes }) => {
				writeFileSync(join(root, place), bytes);
				return join(root, place);
			});
			const names = join(root, "names.jsonl");
			writeFileSync(names, '{"name": "Ada Vane", "type": "person", "aliases": ["the Mayor of Tarn"]}\n');
			store = await openStore(await driver.createPlace(), true);
			await store.add([...places, join(root, "gone.txt")], { ...NONE, names: [names] }, {});
			record = await store.collate(NONE, quiet);
		}, 60_000);
		afterAll(async () => {
			await store?.close();
			rmSync(root, { recursive: true, force: true });
			await driver.dispose();
		});

		it("holds all of it, with the record that the store gives, and is verified", async () => {
			const evidence = await store.gatherEvidence({ story: null, choose: null }, NONE, quiet);
			expect(evidence.captures).toHaveLength(3);
			expect(formatRecord(evidence.record)).toBe(formatRecord(record));
			const verified = await verifyEvidence(packEvidence(evidence), "e.wacz", evidenceEffects);
			expect(verified.outcome).toBe("verified");
		});

		it("holds one story, as a person means it or by the id that the store has, former ones too", async () => {
			const story = record.stories.find(({ articles }) => articles.length === 2);
			if (!story) throw new Error("the reports tell no story of two");
			const meant = await store.gatherEvidence({ story: null, choose: () => new Set(story.articles) }, NONE, quiet);
			expect(meant.captures.map(({ place }) => place)).toEqual(["a.txt", "b.txt"].map((name) => join(root, name)));
			const former = "0011223344556677";
			await store.database.tx((tx) => keepStory(tx, { ...story, aliases: [former] }));
			const packed = packEvidence(meant);
			for (const id of [story.id, former]) {
				const placed = await store.gatherEvidence({ story: id, choose: null }, NONE, quiet);
				expect(packEvidence(placed)).toEqual(packed);
			}
			expect((await verifyEvidence(packed, "e.wacz", evidenceEffects)).outcome).toBe("verified");
		});

		it("comes back into a store with its places and with the names that it was made with", async () => {
			const path = join(root, "kept.wacz");
			const evidence = await store.gatherEvidence({ story: null, choose: null }, NONE, quiet);
			writeFileSync(path, packEvidence(evidence));
			const other = await openStore(await driver.createPlace(), true);
			try {
				const added = await other.add([path], NONE, {});
				expect(added).toMatchObject({ captures: 3, given: [join(root, "names.jsonl")] });
				expect(formatRecord(await other.collate(NONE, quiet))).toBe(formatRecord(record));
				expect(await other.add([path], NONE, {})).toMatchObject({ captures: 0, known: 3, given: [] });
				await other.forget({ kind: "places", places: [join(root, "a.txt")] });
				expect((await other.collate(NONE, quiet)).articles).toHaveLength(2);
			} finally {
				await other.close();
			}
		}, 60_000);
	});
}
