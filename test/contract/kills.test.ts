import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AskedAlert } from "../../src/model/alert.ts";
import { openStore } from "../../src/store/store.ts";
import { compiledForTests } from "../compiled-program.ts";
import { KilledWork, writeReports } from "../killed-work.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

/** Rounds of killing, and reports that come with each; bench/robustness/kills.ts plays a hundred. */
const ROUNDS = 20;
const REPORTS = 3;

const LONG = 900_000;

const VANE: AskedAlert = { kind: "statement", words: "", speaker: "Ada Vane", about: null, lines: null, edits: [] };

for (const driver of testDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("work whose processes are killed", driver), () => {
		let folder: string;
		beforeAll(() => {
			folder = mkdtempSync(join(tmpdir(), "stemma-kills-"));
		});
		afterAll(async () => {
			rmSync(folder, { recursive: true, force: true });
			await driver.dispose();
		});

		it(
			"loses nothing and doubles nothing, of reports and of what alerts find",
			async () => {
				const place = await driver.createPlace();
				const begun = await openStore(place, true);
				await begun.alerts.add({ name: "vane", asked: VANE, isForAll: false, targets: [] });
				await begun.close();
				const play = new KilledWork(compiledForTests(), place, folder);
				for (let round = 0; round < ROUNDS; round++) {
					writeReports(folder, REPORTS * round, REPORTS);
					expect(await play.round(round + 1)).toBe(0);
				}
				expect(play.acknowledged).toBeGreaterThan(0);
				expect(await play.end()).toEqual([]);
			},
			LONG,
		);
	});
}
