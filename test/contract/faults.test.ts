import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collateInputs } from "../../src/pipeline.ts";
import { formatRecord } from "../../src/report/json.ts";
import { openStore } from "../../src/store/store.ts";
import { nodeCollateEffects } from "../../src/system/collate-effects.ts";
import { ended, startProcess } from "../store-process.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

const REPORTS = 60;

/** Reports after which the process that adds them is killed: early, and while a transaction is written. */
const KILLS = [3, 50];

const LONG = 300_000;

for (const driver of testDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("faults of a store", driver), () => {
		let folder: string;

		beforeAll(() => {
			folder = mkdtempSync(join(tmpdir(), "stemma-faults-"));
			for (let number = 0; number < REPORTS; number++) {
				const text = `The ferry ${number} sank off Port Amity, the coast guard said.\n\nNobody knows why it sank at berth ${number % 7}.`;
				writeFileSync(join(folder, `${String(number).padStart(3, "0")}.txt`), text);
			}
		});
		afterAll(async () => {
			rmSync(folder, { recursive: true, force: true });
			await driver.dispose();
		});

		it(
			"lose nothing and double nothing when who adds is killed, and the same command finishes",
			async () => {
				const place = await driver.createPlace();
				const add = `
					const store = await openStore(place, true);
					await store.add([${JSON.stringify(folder)}], { primaries: [], names: [], corrections: [] }, {
						progress: (done) => console.log("at " + done),
					});`;
				let before = 0;
				for (const kill of KILLS) {
					const child = startProcess(place, add);
					await ended(child, (line) => {
						if (line === `at ${kill}`) child.kill("SIGKILL");
					});
					expect(child.signalCode).toBe("SIGKILL");
					const store = await openStore(place, false);
					const { articles, captures } = await store.status();
					await store.close();
					// What was kept stays, and is whole.
					expect(articles).toBe(captures);
					expect(articles).toBeGreaterThanOrEqual(before);
					before = articles;
				}
				expect(before).toBeGreaterThan(0);
				const store = await openStore(place, false);
				try {
					await store.add([folder], { primaries: [], names: [], corrections: [] }, {});
					expect(await store.status()).toMatchObject({ articles: REPORTS, captures: REPORTS });
					const rows = await store.database.query<{ table: string; rows: number }>(
						`SELECT 'content' AS table, count(*)::int AS rows FROM stemma.content
						UNION ALL SELECT 'article_body', count(*)::int FROM stemma.article_body ORDER BY 1`,
					);
					expect(rows.map((row) => row.rows)).toEqual([REPORTS, REPORTS]);
					const record = await store.collate({ names: [], corrections: [] }, () => {});
					expect(formatRecord(record)).toBe(formatRecord(await collateInputs([folder], nodeCollateEffects())));
				} finally {
					await store.close();
				}
			},
			LONG,
		);

		it(
			"let processes that start at the same moment make one store",
			async () => {
				const place = await driver.createPlace();
				const moment = Date.now() + 5000;
				const start = `
					await new Promise((resolve) => setTimeout(resolve, ${moment} - Date.now()));
					try { const store = await openStore(place, true); console.log("open"); await new Promise((r) => setTimeout(r, 3000)); await store.close(); }
					catch (error) { console.log(error.code + " " + error.message); }`;
				const printed = await Promise.all([1, 2, 3].map(() => ended(startProcess(place, start))));
				const opened = printed.filter((text) => text === "open\n");
				if (driver.kind === "postgres") expect(printed).toEqual(["open\n", "open\n", "open\n"]);
				else {
					expect(opened).toHaveLength(1);
					for (const text of printed)
						expect(text).toMatch(/^open\n$|^store\/in-use .* is in use by process \d+, since /);
				}
				const store = await openStore(place, false);
				expect(await store.status()).toMatchObject({ articles: 0 });
				await store.close();
			},
			LONG,
		);
	});
}
