import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/store/database.ts";
import {
	type AskedJob,
	askJobs,
	claimJobs,
	completeJobs,
	countJobs,
	extendJobs,
	failJob,
	forgetJobs,
	type Job,
	listAside,
	releaseJobs,
	retryAside,
} from "../../src/store/jobs.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { makeId } from "../../src/text/hash.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

const CLAIM = { limit: 10, lease: 60, attempts: 3 };

function asked(...names: readonly string[]): AskedJob[] {
	return names.map((name) => ({ subject: makeId(name), detail: JSON.stringify({ name }) }));
}

function namesOf(jobs: readonly Pick<Job, "detail">[]): string[] {
	return jobs.map(({ detail }) => (JSON.parse(detail) as { name: string }).name).sort();
}

for (const driver of testDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("jobs", driver), () => {
		let database: Database;

		beforeAll(async () => {
			database = await openDatabase(await driver.createPlace(), true);
			await database.query("CREATE TABLE stemma.effect (name text)");
		});
		beforeEach(async () => {
			await database.query("DELETE FROM stemma.job");
			await database.query("DELETE FROM stemma.effect");
		});
		afterAll(async () => {
			await database?.close();
			await driver.dispose();
		});

		/** As if the lease of every job that is taken had ended. */
		const endLeases = (): Promise<unknown> =>
			database.query("UPDATE stemma.job SET due = now() WHERE lease IS NOT NULL");
		const effects = async (): Promise<string[]> =>
			(await database.query<{ name: string }>('SELECT name FROM stemma.effect ORDER BY name COLLATE "C"')).map(
				({ name }) => name,
			);
		const complete = (jobs: readonly Job[]): Promise<readonly Job[]> =>
			completeJobs(database, jobs, async (tx, held) => {
				for (const name of namesOf(held)) await tx.query("INSERT INTO stemma.effect VALUES ($1)", [name]);
			});

		it("are taken once, and gone when they are done", async () => {
			await askJobs(database, "read", asked("a", "b", "c"));
			const first = await claimJobs(database, "read", { ...CLAIM, limit: 2 });
			const second = await claimJobs(database, "read", CLAIM);
			expect([first.length, second.length]).toEqual([2, 1]);
			expect(await claimJobs(database, "read", CLAIM)).toEqual([]);
			expect(await claimJobs(database, "place", CLAIM)).toEqual([]);
			expect(await complete([...first, ...second])).toHaveLength(3);
			expect(await effects()).toEqual(["a", "b", "c"]);
			expect(await countJobs(database)).toEqual([]);
			expect(await complete(first)).toEqual([]);
			expect(await effects()).toEqual(["a", "b", "c"]);
		});

		it("are not doubled when they are asked for twice", async () => {
			await askJobs(database, "read", asked("a", "a"));
			await askJobs(database, "read", asked("a"));
			expect(namesOf(await claimJobs(database, "read", CLAIM))).toEqual(["a"]);
		});

		it("come back when the lease ends, and take effect once although two did them", async () => {
			await askJobs(database, "read", asked("a"));
			const slow = await claimJobs(database, "read", CLAIM);
			await endLeases();
			const [again] = await claimJobs(database, "read", CLAIM);
			expect(again).toMatchObject({ attempts: 2 });
			expect(await complete(slow)).toEqual([]);
			expect(await effects()).toEqual([]);
			expect(await complete(again ? [again] : [])).toHaveLength(1);
			expect(await complete(slow)).toEqual([]);
			expect(await effects()).toEqual(["a"]);
		});

		it("stay when what they do fails, with nothing of it kept", async () => {
			await askJobs(database, "read", asked("a"));
			const jobs = await claimJobs(database, "read", CLAIM);
			const failing = completeJobs(database, jobs, async (tx) => {
				await tx.query("INSERT INTO stemma.effect VALUES ('half')");
				throw new Error("the rest is missing");
			});
			await expect(failing).rejects.toThrow("the rest is missing");
			expect(await effects()).toEqual([]);
			expect(await complete(jobs)).toHaveLength(1);
		});

		it("can be kept longer by who has them and nobody else", async () => {
			await askJobs(database, "read", asked("a"));
			const jobs = await claimJobs(database, "read", CLAIM);
			await endLeases();
			expect(await extendJobs(database, jobs, 60)).toEqual(jobs);
			expect(await claimJobs(database, "read", CLAIM)).toEqual([]);
			await endLeases();
			await claimJobs(database, "read", CLAIM);
			expect(await extendJobs(database, jobs, 60)).toEqual([]);
		});

		it("are done again when they are asked for while they are done", async () => {
			await askJobs(database, "collate", asked("a"));
			const jobs = await claimJobs(database, "collate", CLAIM);
			await askJobs(database, "collate", [{ subject: makeId("a"), detail: '{"name":"a, changed"}' }]);
			expect(await claimJobs(database, "collate", CLAIM)).toEqual([]);
			expect(await complete(jobs)).toHaveLength(1);
			const later = await claimJobs(database, "collate", CLAIM);
			expect([namesOf(later), later[0]?.attempts]).toEqual([["a, changed"], 1]);
			await complete(later);
			expect(await effects()).toEqual(["a", "a, changed"]);
			expect(await countJobs(database)).toEqual([]);
		});

		it("wait for as long as was asked, and no longer however often they are asked for", async () => {
			await askJobs(database, "collate", asked("a"), 3600);
			expect(await claimJobs(database, "collate", CLAIM)).toEqual([]);
			expect(await countJobs(database)).toEqual([{ kind: "collate", waiting: 1, taken: 0, aside: 0, behind: 0 }]);
			await database.query("UPDATE stemma.job SET due = now() - interval '5 seconds'");
			await askJobs(database, "collate", asked("a"), 3600);
			const [counts] = await countJobs(database);
			expect(counts?.behind).toBeGreaterThanOrEqual(5);
			expect(await claimJobs(database, "collate", CLAIM)).toHaveLength(1);
		});

		it("that fail are tried again later, then set aside with the reason", async () => {
			await askJobs(database, "read", asked("a"));
			for (let attempt = 1; attempt <= CLAIM.attempts; attempt++) {
				await database.query("UPDATE stemma.job SET due = now()");
				const [job] = await claimJobs(database, "read", CLAIM);
				if (!job) throw new Error(`there is no job for try ${attempt}`);
				const last = attempt === CLAIM.attempts;
				expect(await failJob(database, job, `no \0 ${attempt}`, CLAIM.attempts)).toBe(last ? "aside" : "again");
				expect(await claimJobs(database, "read", CLAIM)).toEqual([]);
				expect(await failJob(database, job, "late", CLAIM.attempts)).toBe("lost");
			}
			const [aside] = await listAside(database, 10);
			expect(aside).toMatchObject({ kind: "read", subject: makeId("a"), attempts: 3, failure: "no \ufffd 3" });
			expect(await countJobs(database)).toEqual([{ kind: "read", waiting: 0, taken: 0, aside: 1, behind: 0 }]);
			expect(await retryAside(database, [-1n])).toBe(0);
			expect(await retryAside(database)).toBe(1);
			expect(await claimJobs(database, "read", CLAIM)).toMatchObject([{ attempts: 1 }]);
		});

		it("that kill whoever does them are set aside after as many tries", async () => {
			await askJobs(database, "read", asked("a"));
			for (let attempt = 1; attempt <= CLAIM.attempts; attempt++) {
				expect(await claimJobs(database, "read", CLAIM)).toHaveLength(1);
				await endLeases();
			}
			expect(await claimJobs(database, "read", CLAIM)).toEqual([]);
			expect(await listAside(database, 10)).toMatchObject([
				{ failure: expect.stringContaining("gone before it was done") },
			]);
			// What it is about has changed: it may go well now.
			await askJobs(database, "read", asked("a"));
			expect(await claimJobs(database, "read", CLAIM)).toMatchObject([{ attempts: 1 }]);
		});

		it("that are given back are due at once, without a try counted", async () => {
			await askJobs(database, "read", asked("a"));
			await releaseJobs(database, await claimJobs(database, "read", CLAIM));
			expect(await claimJobs(database, "read", CLAIM)).toMatchObject([{ attempts: 1 }]);
		});

		it("about what is forgotten are forgotten", async () => {
			await askJobs(database, "read", asked("a", "b"));
			await forgetJobs(database, [makeId("a")]);
			expect(namesOf(await claimJobs(database, "read", CLAIM))).toEqual(["b"]);
		});

		it("are shared out among many without loss or doubling", async () => {
			const names = Array.from({ length: 200 }, (_, number) => `job ${number}`);
			await askJobs(database, "read", asked(...names));
			const work = async (): Promise<void> => {
				for (;;) {
					const jobs = await claimJobs(database, "read", { ...CLAIM, limit: 7 });
					if (jobs.length === 0) return;
					await complete(jobs);
				}
			};
			await Promise.all(Array.from({ length: 6 }, work));
			expect(await effects()).toEqual([...names].sort());
		});
	});
}
