import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { collateInputs, listQuotations, listStories, traceInputs } from "../../src/pipeline.ts";
import { formatQuotations, formatRecord, formatStories, formatTrace } from "../../src/report/json.ts";
import type { StoreLocation } from "../../src/store/location.ts";
import { type GivenFiles, openStore, restoreStore, type Store } from "../../src/store/store.ts";
import { findArticles, findCaptures } from "../../src/store/stored-articles.ts";
import { nodeCollateEffects } from "../../src/system/collate-effects.ts";
import { nameBlock, testDrivers } from "./drivers.ts";

const NONE: GivenFiles = { primaries: [], names: [], corrections: [] };

/** Long enough for the slower of the two on a busy machine. */
const LONG = 120_000;

const FERRY = `The ferry Amity Star sank off Port Amity on Tuesday, the coast guard said.

“We will look for the nine missing until dark,” harbour master Ada Vane said on Wednesday.`;

function reportLine(fields: object): string {
	return `${JSON.stringify(fields)}\n`;
}

for (const driver of testDrivers()) {
	describe.skipIf(driver.missing !== null)(nameBlock("a store", driver), () => {
		const open: Store[] = [];
		let folder: string;

		beforeAll(() => {
			folder = mkdtempSync(join(tmpdir(), "stemma-reports-"));
		});
		afterEach(async () => {
			for (const store of open.splice(0)) await store.close();
		});
		afterAll(async () => {
			rmSync(folder, { recursive: true, force: true });
			await driver.dispose();
		});

		async function make(place?: StoreLocation): Promise<Store> {
			const store = await openStore(place ?? (await driver.createPlace()), true);
			open.push(store);
			return store;
		}

		let count = 0;
		/** A folder with these files; their places. */
		function write(files: Readonly<Record<string, string | Uint8Array>>): string {
			const own = join(folder, String(count++));
			mkdirSync(own);
			for (const [name, content] of Object.entries(files)) writeFileSync(join(own, name), content);
			return own;
		}

		const add = (store: Store, inputs: readonly string[], given: Partial<GivenFiles> = {}) =>
			store.add(inputs, { ...NONE, ...given }, {});
		const stored = async (store: Store): Promise<string> =>
			formatRecord(await store.collate({ names: [], corrections: [] }, () => {}));
		const collated = async (inputs: readonly string[], given: Partial<GivenFiles> = {}): Promise<string> => {
			const { primaries, names, corrections } = { ...NONE, ...given };
			return formatRecord(await collateInputs(inputs, nodeCollateEffects(names, corrections), primaries));
		};

		it(
			"gives the record that collating the same files gives, byte for byte, however often it is asked",
			async () => {
				const store = await make();
				const added = await add(store, ["examples"]);
				const { articles } = JSON.parse(await collated(["examples"])) as { articles: readonly unknown[] };
				expect(added).toMatchObject({ known: 0, versions: 0, problems: [] });
				expect(added.articles).toHaveLength(articles.length);
				const first = await stored(store);
				expect(first).toBe(await collated(["examples"]));
				// The second time with the annotations that the first one kept.
				expect(await stored(store)).toBe(first);
				const text = "The harbour stays closed.";
				const traced = await traceInputs(text, ["examples"], nodeCollateEffects());
				expect(formatTrace(await store.trace(text, [], () => {}))).toBe(formatTrace(traced));
				const quoted = await listQuotations(["examples"], nodeCollateEffects());
				expect(formatQuotations(await store.listQuotations([], () => {}))).toBe(formatQuotations(quoted));
				const told = await listStories(["examples"], nodeCollateEffects());
				expect(formatStories(await store.listStories(NONE, () => {}))).toBe(formatStories(told));
				expect(await store.status()).toMatchObject({ annotated: articles.length, outdated: 0 });
			},
			LONG,
		);

		it(
			"gives that record with inputs that gave nothing, twice the same article, primaries, names and corrections",
			async () => {
				const reports = write({
					"a.txt": `${FERRY}\n`,
					"b.html": "",
					"broken.txt": new Uint8Array([0, 1, 2, 0, 255, 0]),
					"list.jsonl":
						reportLine({ text: `${FERRY} It was blue.`, url: "https://post.example/ferry", outlet: "Harbour Post" }) +
						"not JSON\n" +
						reportLine({ text: `${FERRY} It was blue.`, url: "https://post.example/ferry", title: "Ferry \0 sinks" }) +
						reportLine({ text: "half \ud83d of a character", url: "https://post.example/half" }),
					"zero.txt": "The mast broke, Ada Vane said on Wednesday in Port Amity, and nobody saw it fall.",
				});
				const beside = write({
					"statement.txt": `${FERRY}\n\nThe harbour stays closed.`,
					"names.jsonl": reportLine({ name: "Amity Star", type: "document", aliases: ["the Star"] }),
					"corrections.jsonl": reportLine({
						kind: "speaker",
						who: "Ira Quill",
						when: "2031-05-16",
						why: "The clerk wrote it down.",
						words: [
							{
								article: `${reports}/a.txt`,
								start: FERRY.indexOf("We will"),
								end: FERRY.indexOf(",” harbour"),
								exact: "We will look for the nine missing until dark",
							},
						],
						speaker: null,
					}),
				});
				const given = {
					primaries: [`${beside}/statement.txt`],
					names: [`${beside}/names.jsonl`],
					corrections: [`${beside}/corrections.jsonl`],
				};
				const store = await make();
				const added = await add(store, [reports], given);
				expect(added.problems.map(({ code }) => code).sort()).toEqual([
					"article/empty",
					"read/bad-line",
					"read/binary",
					"read/lone-surrogate",
				]);
				const whole = await collated([reports], given);
				expect(JSON.parse(whole)).toMatchObject({ corrections: [{ applied: true }] });
				expect(await stored(store)).toBe(whole);
				// In another order, in parts and again.
				const other = await make();
				await add(other, [`${reports}/zero.txt`, `${reports}/list.jsonl`]);
				await add(other, [`${reports}/list.jsonl`, `${reports}/b.html`, `${reports}/broken.txt`]);
				await add(other, [`${reports}/a.txt`], given);
				expect(await stored(other)).toBe(whole);
			},
			LONG,
		);

		it(
			"keeps what it is given once, with its bytes, and each text of a source that changes",
			async () => {
				const reports = write({ "a.txt": FERRY });
				const store = await make();
				expect(await add(store, [reports])).toMatchObject({ inputs: 1, captures: 1, known: 0, versions: 0 });
				expect(await add(store, [reports, `${reports}/a.txt`])).toMatchObject({ captures: 0, known: 1, articles: [] });
				writeFileSync(join(reports, "a.txt"), `${FERRY} It was blue.`);
				const again = await add(store, [reports]);
				expect(again).toMatchObject({ captures: 1, known: 0, versions: 1 });
				expect(await store.status()).toMatchObject({
					articles: 2,
					captures: 2,
					versioned: { sources: 1, articles: 2 },
				});
				const record = JSON.parse(await stored(store)) as { versions: readonly unknown[] };
				expect(record.versions).toHaveLength(1);
				const articles = await findArticles(store.database, [...again.articles, "0000000000000000"]);
				expect([...articles.values()].map(({ text }) => text)).toEqual([`${FERRY} It was blue.`]);
				const [capture] = await findCaptures(store.database, again.articles);
				expect(new TextDecoder().decode(capture?.bytes)).toBe(`${FERRY} It was blue.`);
			},
			LONG,
		);

		it(
			"lets two add the same at once, and keeps it once",
			async () => {
				const reports = write(
					Object.fromEntries(
						Array.from({ length: 30 }, (_, number) => [`${number}.txt`, `${FERRY}\n\nNote ${number}.`]),
					),
				);
				const place = await driver.createPlace();
				const store = await make(place);
				const second = driver.kind === "postgres" ? await make(place) : store;
				const [a, b] = await Promise.all([add(store, [reports]), add(second, [reports])]);
				expect(new Set([...a.articles, ...b.articles]).size).toBe(30);
				expect(a.articles.length + b.articles.length).toBe(30);
				expect(await store.status()).toMatchObject({ articles: 30, captures: 30 });
				expect(await stored(store)).toBe(await collated([reports]));
			},
			LONG,
		);

		it(
			"forgets an article with what was derived from it, and says so",
			async () => {
				const reports = write({ "a.txt": FERRY, "b.txt": `${FERRY} It was blue.`, "c.jsonl": "no JSON\n" });
				const store = await make();
				await add(store, [reports]);
				await stored(store);
				const gone = await store.forget({ kind: "places", places: [`${reports}/a.txt`, `${reports}/c.jsonl`] });
				expect(gone).toMatchObject({
					articles: [{ place: `${reports}/a.txt` }],
					captures: 1,
					annotations: 1,
					unread: 1,
					storiesGone: [],
				});
				expect(await stored(store)).toBe(await collated([`${reports}/b.txt`]));
				const rows = await store.database.query("SELECT article_id FROM stemma.content");
				expect(rows).toHaveLength(1);
				expect(await store.forget({ kind: "places", places: [`${reports}/a.txt`] })).toMatchObject({ articles: [] });
			},
			LONG,
		);

		it(
			"forgets what is older than a day",
			async () => {
				const line = (day: string): string =>
					reportLine({ text: `${FERRY} It was ${day}.`, url: `https://post.example/${day}`, published: day });
				const reports = write({ "list.jsonl": ["2031-05-14", "2031-05-15", "2031-06-01"].map(line).join("") });
				const store = await make();
				await add(store, [reports]);
				const gone = await store.forget({ kind: "before", day: "2031-05-15" });
				expect(gone.articles.map(({ day }) => day)).toEqual(["2031-05-14"]);
				expect(await store.status()).toMatchObject({ articles: 2, published: { earliest: "2031-05-15" } });
			},
			LONG,
		);

		it(
			"puts what is of a day into that day's partitions once they are opened, which can be dropped whole",
			async () => {
				const line = (day: string): string =>
					reportLine({ text: `${FERRY} It was ${day}.`, url: `https://post.example/${day}`, published: day });
				const reports = write({ "list.jsonl": ["2031-05-14", "2031-05-15"].map(line).join("") });
				const store = await make();
				const tables = ["article_body", "annotation", "capture", "content"];
				for (const table of tables) {
					await store.database.query(
						`CREATE TABLE stemma.${table}_20310514 PARTITION OF stemma.${table} FOR VALUES FROM ('2031-05-14') TO ('2031-05-15')`,
					);
				}
				await add(store, [reports]);
				expect(await stored(store)).toBe(await collated([reports]));
				for (const table of tables) {
					expect(await store.database.query(`SELECT day FROM stemma.${table}_20310514`), table).toEqual([
						{ day: "2031-05-14" },
					]);
				}
				const { byTable } = (await store.status()).bytes;
				expect(byTable.map(({ table }) => table).filter((table) => /\d|default/.test(table))).toEqual([]);
				for (const table of tables) await store.database.query(`DROP TABLE stemma.${table}_20310514`);
				expect((await store.forget({ kind: "before", day: "2031-05-15" })).articles).toHaveLength(1);
				expect(await store.status()).toMatchObject({ articles: 1, captures: 1 });
			},
			LONG,
		);

		it(
			"reads again what another program has read, and moves what comes out otherwise",
			async () => {
				const reports = write({ "a.txt": FERRY, "b.txt": `${FERRY} It was blue.` });
				const store = await make();
				await add(store, [reports]);
				await store.database.query("UPDATE stemma.capture SET program = 'older'");
				// As if the older one had read another text in the first: an article of another id, with what belongs to it.
				const moved = "123456789";
				const [first] = await store.database.query<{ id: bigint }>("SELECT min(article_id) AS id FROM stemma.article");
				for (const table of ["content", "capture"]) {
					await store.database.query(`UPDATE stemma.${table} SET article_id = ${moved} WHERE article_id = $1`, [
						first?.id ?? null,
					]);
				}
				await store.database.query("DELETE FROM stemma.article_body WHERE article_id = $1", [first?.id ?? null]);
				await store.database.query(`UPDATE stemma.article SET article_id = ${moved} WHERE article_id = $1`, [
					first?.id ?? null,
				]);
				expect(await store.status()).toMatchObject({ articles: 2, outdated: 2 });
				expect(await store.reread(() => {})).toEqual({ captures: 2, articles: 1 });
				expect(await store.status()).toMatchObject({ articles: 2, captures: 2, outdated: 0 });
				expect(await stored(store)).toBe(await collated([reports]));
			},
			LONG,
		);

		it(
			"comes back whole from a backup, on either database",
			async () => {
				const reports = write({ "a.txt": FERRY, "b.txt": `${FERRY} It was blue.`, "c.jsonl": "no JSON\n" });
				const store = await make();
				await add(store, [reports]);
				const before = await stored(store);
				const path = join(folder, `${driver.kind}.backup`);
				await store.backUp(path);
				for (const other of testDrivers()) {
					if (other.missing !== null) continue;
					const place = await other.createPlace();
					await restoreStore(place, path);
					const copy = await openStore(place, false);
					expect(await stored(copy)).toBe(before);
					expect(await add(copy, [reports])).toMatchObject({ captures: 0, known: 2 });
					await copy.close();
					await expect(restoreStore(place, path)).rejects.toMatchObject({ code: "store/not-empty" });
					await other.dispose();
				}
			},
			LONG,
		);

		it("refuses a backup that is torn, changed or none, and keeps nothing of it", async () => {
			const store = await make();
			await add(store, [write({ "a.txt": FERRY })]);
			const path = join(folder, `${driver.kind}-whole.backup`);
			await store.backUp(path);
			const whole = readFileSync(path);
			const place = await driver.createPlace();
			const cases = {
				torn: whole.subarray(0, whole.length - 20),
				changed: Uint8Array.from(whole, (byte, at) => (at === whole.length >> 1 ? byte ^ 1 : byte)),
				text: new TextEncoder().encode("no backup"),
			};
			for (const [name, bytes] of Object.entries(cases)) {
				writeFileSync(join(folder, name), bytes);
				await expect(restoreStore(place, join(folder, name)), name).rejects.toMatchObject({ code: "store/backup" });
			}
			await expect(restoreStore(place, join(folder, "nothing"))).rejects.toThrow("no such file");
			await restoreStore(place, path);
		});
	});
}
