import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/store/database.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

/** A table as the catalogue has it; a partition is its parent's matter. */
interface Table {
	readonly name: string;
	/** The first word of its comment. */
	readonly standing: string;
	readonly columns: readonly string[];
}

for (const driver of testDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("the schema", driver), () => {
		let database: Database;
		let tables: readonly Table[];

		beforeAll(async () => {
			database = await openDatabase(await driver.createPlace(), true);
			const rows = await database.query<{ name: string; comment: string | null; columns: string[] }>(
				`SELECT c.relname AS name, obj_description(c.oid, 'pg_class') AS comment,
					array(SELECT attname::text FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
						ORDER BY attnum) AS columns
				FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE n.nspname = 'stemma' AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`,
			);
			tables = rows.map(({ name, comment, columns }) => ({
				name,
				standing: /^(\w+): /.exec(comment ?? "")?.[1] ?? "nothing is said",
				columns,
			}));
		});
		afterAll(async () => {
			await database?.close();
			await driver.dispose();
		});

		const distributed = (): readonly Table[] => tables.filter(({ standing }) => standing === "distributed");

		it("says of each table whether it is distributed, a reference or local", () => {
			expect(tables.length).toBeGreaterThan(10);
			const unsaid = tables.filter(({ standing }) => !["distributed", "reference", "local"].includes(standing));
			expect(unsaid).toEqual([]);
		});

		it("has article_id in every unique key of what is distributed", async () => {
			const keys = await database.query<{ name: string; key: string; columns: string[] }>(
				`SELECT t.relname AS name, x.relname AS key, array(SELECT a.attname::text FROM pg_attribute a
					WHERE a.attrelid = t.oid AND a.attnum = ANY (i.indkey)) AS columns
				FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
					JOIN pg_namespace n ON n.oid = t.relnamespace
				WHERE n.nspname = 'stemma' AND i.indisunique AND NOT t.relispartition`,
			);
			const wrong = keys.filter(
				({ name, columns }) => distributed().some((table) => table.name === name) && !columns.includes("article_id"),
			);
			expect(wrong).toEqual([]);
			const keyed = new Set(keys.map(({ name }) => name));
			expect(tables.filter(({ name }) => !keyed.has(name))).toEqual([]);
		});

		it("has an article_id that is never null, a bigint, in all that is distributed", async () => {
			const rows = await database.query<{ name: string }>(
				`SELECT table_name::text AS name FROM information_schema.columns
				WHERE table_schema = 'stemma' AND column_name = 'article_id' AND data_type = 'bigint' AND is_nullable = 'NO'`,
			);
			const having = new Set(rows.map(({ name }) => name));
			expect(distributed().filter(({ name }) => !having.has(name))).toEqual([]);
			const others = tables.filter(
				({ standing, columns }) => standing !== "distributed" && columns.includes("article_id"),
			);
			expect(others).toEqual([]);
		});

		it("ties what is distributed by article_id alone, and to nothing local", async () => {
			const ties = await database.query<{ from: string; to: string; columns: string[]; others: string[] }>(
				`SELECT f.relname AS from, t.relname AS to,
					array(SELECT attname::text FROM pg_attribute WHERE attrelid = f.oid AND attnum = ANY (c.conkey)) AS columns,
					array(SELECT attname::text FROM pg_attribute WHERE attrelid = t.oid AND attnum = ANY (c.confkey)) AS others
				FROM pg_constraint c JOIN pg_class f ON f.oid = c.conrelid JOIN pg_class t ON t.oid = c.confrelid
					JOIN pg_namespace n ON n.oid = f.relnamespace
				WHERE n.nspname = 'stemma' AND c.contype = 'f' AND NOT f.relispartition`,
			);
			expect(ties.length).toBeGreaterThan(5);
			const standing = new Map(tables.map((table) => [table.name, table.standing]));
			for (const { from, to, columns, others } of ties) {
				expect([standing.get(from), standing.get(to), columns, others], `${from} to ${to}`).toEqual([
					"distributed",
					"distributed",
					["article_id"],
					["article_id"],
				]);
			}
		});

		it("has neither triggers nor functions of its own", async () => {
			const triggers = await database.query(
				`SELECT tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE n.nspname = 'stemma' AND NOT t.tgisinternal`,
			);
			const functions = await database.query(
				"SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'stemma'",
			);
			expect([...triggers, ...functions]).toEqual([]);
		});

		it("parts by day what grows with the reports' text, all of it with a place for any day", async () => {
			const rows = await database.query<{ name: string; key: string; other: string | null }>(
				`SELECT c.relname AS name, pg_get_partkeydef(c.oid) AS key, d.relname AS other
				FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid JOIN pg_namespace n ON n.oid = c.relnamespace
					LEFT JOIN pg_class d ON d.oid = p.partdefid
				WHERE n.nspname = 'stemma' ORDER BY 1`,
			);
			const names = ["annotation", "article_body", "capture", "content"];
			expect(rows).toEqual(names.map((name) => ({ name, key: "RANGE (day)", other: `${name}_default` })));
		});

		it("indexes nothing that a long text could burst", async () => {
			const texts = await database.query<{ index: string; column: string }>(
				`SELECT x.relname AS index, a.attname AS column FROM pg_index i
					JOIN pg_class t ON t.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
					JOIN pg_namespace n ON n.oid = t.relnamespace
					JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
					JOIN pg_type y ON y.oid = a.atttypid
				WHERE n.nspname = 'stemma' AND y.typcategory = 'S' AND a.attname <> 'kind'`,
			);
			expect(texts).toEqual([]);
		});
	});
}
