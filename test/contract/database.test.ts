import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/store/database.ts";
import type { StoreLocation } from "../../src/store/location.ts";
import { findVersion, loadMigrations, migrate } from "../../src/store/migrations.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { allDrivers, nameBlock } from "./drivers.ts";

for (const driver of allDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("a database", driver), () => {
		const open: Database[] = [];

		async function make(): Promise<{ database: Database; place: StoreLocation }> {
			const place = await driver.createPlace();
			const database = await openDatabase(place, true);
			open.push(database);
			return { database, place };
		}

		afterEach(async () => {
			for (const database of open.splice(0)) await database.close();
		});
		afterAll(() => driver.dispose());

		it("gives every kind of value alike", async () => {
			const { database } = await make();
			const bytes = new Uint8Array([0, 1, 92, 255]);
			const [row] = await database.query(
				"SELECT $1::bigint AS large, 7::bigint AS small, count(*) AS counted, $2::int AS int, $3::text AS text," +
					" $4::bytea AS bytes, $5::date AS date, $6::timestamptz AS at, $7::boolean AS yes," +
					" $8::bigint[] AS ids, '{}'::bigint[] AS none, $9::int[] AS ints, $10::text[] AS texts, NULL::text AS absent",
				[
					9_223_372_036_854_775_807n,
					-5,
					'é "x" \\ 🚢',
					bytes,
					"2031-05-14",
					new Date("2031-05-14T01:02:03.456Z"),
					true,
					[1n, 9_223_372_036_854_775_807n],
					[1, -2],
					['a"b', "c,d", "\\", "", "{}"],
				],
			);
			const { bytes: read, ...rest } = row as { bytes: Uint8Array };
			expect(rest).toEqual({
				large: 9_223_372_036_854_775_807n,
				small: 7n,
				counted: 1n,
				int: -5,
				text: 'é "x" \\ 🚢',
				date: "2031-05-14",
				at: new Date("2031-05-14T01:02:03.456Z"),
				yes: true,
				ids: [1n, 9_223_372_036_854_775_807n],
				none: [],
				ints: [1, -2],
				texts: ['a"b', "c,d", "\\", "", "{}"],
				absent: null,
			});
			expect([...read]).toEqual([...bytes]);
		});

		it("takes rows as arrays, bytes among them", async () => {
			const { database } = await make();
			const rows = await database.query<{ id: bigint; bytes: Uint8Array }>(
				"SELECT * FROM unnest($1::bigint[], $2::bytea[]) AS t (id, bytes) ORDER BY id",
				[
					[1n, 2n],
					[new Uint8Array([0, 255]), new Uint8Array([])],
				],
			);
			expect(rows.map(({ id, bytes }) => [id, [...bytes]])).toEqual([
				[1n, [0, 255]],
				[2n, []],
			]);
		});

		it("keeps all of a transaction or none", async () => {
			const { database } = await make();
			await database.query("CREATE TABLE stemma.kept (n int)");
			await database.tx(async (tx) => {
				await tx.query("INSERT INTO stemma.kept VALUES (1)");
			});
			const failing = database.tx(async (tx) => {
				await tx.query("INSERT INTO stemma.kept VALUES (2)");
				throw new Error("no further");
			});
			await expect(failing).rejects.toThrow("no further");
			expect(await database.query("SELECT n FROM stemma.kept")).toEqual([{ n: 1 }]);
		});

		it("goes on after a statement that failed", async () => {
			const { database } = await make();
			await expect(database.query("SELECT 1/0 AS n")).rejects.toMatchObject({ code: "22012" });
			const failing = database.tx((tx) => tx.query("SELECT 1/0 AS n"));
			await expect(failing).rejects.toMatchObject({ code: "22012" });
			expect(await database.query("SELECT 1 AS n")).toEqual([{ n: 1 }]);
		});

		it("refuses to be asked inside its own transaction", async () => {
			const { database } = await make();
			await expect(database.tx(() => database.query("SELECT 1"))).rejects.toThrow("only its own handle");
			await expect(database.tx(() => database.tx(async () => 1))).rejects.toThrow("only its own handle");
			expect(await database.tx(async (tx) => tx.query("SELECT 1 AS n"))).toEqual([{ n: 1 }]);
		});

		it("serves many at once", async () => {
			const { database } = await make();
			await database.query("CREATE TABLE stemma.counter (n int)");
			await database.query("INSERT INTO stemma.counter VALUES (0)");
			const add = (): Promise<unknown> =>
				database.tx((tx) => tx.query("UPDATE stemma.counter SET n = n + 1 RETURNING n"));
			await Promise.all(Array.from({ length: 40 }, add));
			expect(await database.query("SELECT n FROM stemma.counter")).toEqual([{ n: 40 }]);
		});

		it("is closed once however often it is asked", async () => {
			const { database } = await make();
			await database.close();
			await database.close();
			await expect(database.query("SELECT 1")).rejects.toThrow();
		});

		it("takes the steps of the schema once", async () => {
			const { database, place } = await make();
			const steps = loadMigrations();
			expect(await findVersion(database)).toBe(steps.length);
			expect(await migrate(database)).toEqual([]);
			await database.close();
			const again = await openDatabase(place, false);
			open.push(again);
			const rows = await again.query<{ name: string }>("SELECT name FROM stemma.migration ORDER BY number");
			expect(rows.map(({ name }) => name)).toEqual(steps.map(({ name }) => name));
		});

		it("takes later steps over what is there, and none of a step that fails", async () => {
			const { database } = await make();
			const steps = loadMigrations();
			const next = steps.length + 1;
			const broken = { number: next, name: "broken", statements: ["CREATE TABLE stemma.half (n int)", "SELECT 1/0"] };
			await expect(migrate(database, [...steps, broken])).rejects.toMatchObject({ code: "22012" });
			expect(await findVersion(database)).toBe(steps.length);
			const whole = { number: next, name: "whole", statements: ["CREATE TABLE stemma.half (n int)"] };
			expect(await migrate(database, [...steps, whole])).toEqual(["whole"]);
			expect(await database.query("SELECT n FROM stemma.half")).toEqual([]);
		});

		it("refuses a store that a later program has changed", async () => {
			const { database, place } = await make();
			await database.query("INSERT INTO stemma.migration (number, name, program) VALUES (9999, 'later', '9.0.0')");
			await database.close();
			await expect(openDatabase(place, false)).rejects.toMatchObject({ code: "store/newer" });
			await expect(openDatabase(place, true)).rejects.toMatchObject({ code: "store/newer" });
		});

		it("lets many that start at once make one schema", async () => {
			const place = await driver.createPlace();
			const started = await Promise.allSettled(Array.from({ length: 5 }, () => openDatabase(place, true)));
			const opened = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
			open.push(...opened);
			// One process at a time owns a folder; a server is open to all.
			expect(opened).toHaveLength(driver.kind === "pglite" ? 1 : 5);
			for (const one of started) {
				if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "store/in-use" });
			}
			const rows = await opened[0]?.query("SELECT number FROM stemma.migration");
			expect(rows).toHaveLength(loadMigrations().length);
		});
	});
}
