import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { freeBytes, guardSpace, LEAST_FREE } from "./free-space.ts";
import { openPglite } from "./pglite-database.ts";

describe("the space where a store lies", () => {
	const folder = mkdtempSync(join(tmpdir(), "stemma-space-"));
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	it("is known, or said not to be", async () => {
		expect(await freeBytes(tmpdir())).toBeGreaterThan(0);
		expect(await freeBytes(join(tmpdir(), "stemma-that-is-to-be-made"))).toBeGreaterThan(0);
		expect(await freeBytes(join(tmpdir(), "stemma-that-is-not-there", "inside"))).toBeNull();
	});

	it("is looked at again after a while, and too little of it is refused with what is left", async () => {
		let free = LEAST_FREE;
		let looks = 0;
		const guard = guardSpace("kept", async () => {
			looks++;
			return free;
		});
		await guard();
		await guard();
		expect(looks).toBe(1);
		free = 2_900_000;
		await new Promise((resolve) => setTimeout(resolve, 300));
		await expect(guard()).rejects.toThrow("the disk that holds the store kept has 2 MB left, and the store needs 64");
		await expect(guard()).rejects.toMatchObject({ code: "store/full" });
		free = LEAST_FREE;
		await guard();
		await guardSpace("kept", async () => null)();
	});

	it("is looked at before a database is opened, and before each of its statements", async () => {
		let free = 0;
		const look = async (): Promise<number> => free;
		await expect(openPglite(folder, look)).rejects.toMatchObject({ code: "store/full" });
		free = LEAST_FREE;
		const database = await openPglite(folder, look);
		try {
			await database.query("CREATE TABLE kept (word text)");
			free = 0;
			await new Promise((resolve) => setTimeout(resolve, 300));
			await expect(database.query("INSERT INTO kept VALUES ('a')")).rejects.toMatchObject({ code: "store/full" });
			await expect(database.tx((tx) => tx.query("SELECT 1"))).rejects.toMatchObject({ code: "store/full" });
			free = LEAST_FREE;
			expect(await database.query("SELECT word FROM kept")).toEqual([]);
		} finally {
			await database.close();
		}
	}, 60_000);
});
