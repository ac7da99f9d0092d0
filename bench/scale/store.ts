import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { annotate } from "../../src/pipeline.ts";
import { keepAnnotations } from "../../src/store/annotations.ts";
import type { StoreLocation } from "../../src/store/location.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { readArticles } from "../../src/store/stored-articles.ts";
import { startPostgres, whyNoPostgres } from "../../test/postgres.ts";

/**
 * What a store takes on each database: milliseconds to make one and to open one that is there, articles that are kept
 * a second, and bytes an article by table. Texts are PolNeAR's (about 4 KB each), again and again with a number of
 * their own, until there are as many as the first argument says (2,000 without one). Prints tables for docs/scale.md,
 * where they are put by hand. Run with `npm run scale:store`. Gates nothing.
 */

const articles = Number(process.argv[2] ?? 2000);
const here = dirname(fileURLToPath(import.meta.url));
const corpora = process.env["STEMMA_CORPORA"] ?? join(here, "..", "..", "..", "shared", "data");
const texts = join(corpora, "polnear", "train", "text");

/** Reports that one file of the inputs holds. */
const IN_A_FILE = 500;

/** Times that an open store is opened again; the middle one is told. */
const OPENINGS = 5;

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

function writeReports(folder: string): void {
	const names = readdirSync(texts).sort();
	for (let from = 0; from < articles; from += IN_A_FILE) {
		const lines: string[] = [];
		for (let number = from; number < Math.min(articles, from + IN_A_FILE); number++) {
			const text = readFileSync(join(texts, names[number % names.length] ?? ""), "utf8");
			// The last paragraph tells one from another.
			lines.push(
				JSON.stringify({ text: `${text}\n\nNumber ${number} of the wire.`, url: `https://wire.example/${number}` }),
			);
		}
		writeFileSync(join(folder, `${String(from).padStart(7, "0")}.jsonl`), `${lines.join("\n")}\n`);
	}
}

interface Timed<T> {
	readonly result: T;
	/** Milliseconds on the clock, and of this process on all processors. */
	readonly ms: number;
	readonly cpu: number;
}

async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
	const before = process.cpuUsage();
	const from = performance.now();
	const result = await work();
	const ms = performance.now() - from;
	const { user, system } = process.cpuUsage(before);
	return { result, ms, cpu: (user + system) / 1000 };
}

/** How often a second, by the clock and by a processor that does nothing else. */
function rate(count: number, { ms, cpu }: Timed<unknown>): string {
	return `${((1000 * count) / ms).toFixed(0)} | ${((1000 * count) / cpu).toFixed(0)}`;
}

async function annotateAll(store: Store): Promise<void> {
	const data = await store.loadData({ names: [], corrections: [] });
	const { rarity } = data;
	for await (const batch of readArticles(store.database)) {
		const annotated = batch.map((article) => annotate(article, data.tagger, data.names));
		await store.database.tx((tx) => keepAnnotations(tx, annotated, "measured", rarity));
	}
}

async function measure(name: string, place: StoreLocation, folder: string): Promise<void> {
	print(`\n${name}, ${articles} articles\n`);
	const made = await timed(() => openStore(place, true));
	print(`| make a store, ms | ${made.ms.toFixed(0)} | ${made.cpu.toFixed(0)} |`);
	const empty = (await made.result.status()).bytes;
	const added = await timed(() => made.result.add([folder], { primaries: [], names: [], corrections: [] }, {}));
	print(`| articles kept a second | ${rate(added.result.articles.length, added)} |`);
	const again = await timed(() => made.result.add([folder], { primaries: [], names: [], corrections: [] }, {}));
	print(`| known ones passed over a second | ${rate(again.result.known, again)} |`);
	const annotated = await timed(() => annotateAll(made.result));
	print(`| annotated and kept a second | ${rate(articles, annotated)} |`);
	await made.result.vacuum();
	const { bytes } = await made.result.status();
	await made.result.close();
	const openings: Timed<Store>[] = [];
	for (let turn = 0; turn < OPENINGS; turn++) {
		const opened = await timed(() => openStore(place, false));
		openings.push(opened);
		await opened.result.close();
	}
	const middle = openings.sort((a, b) => a.ms - b.ms)[OPENINGS >> 1];
	print(`| open it, ms | ${middle?.ms.toFixed(0)} | ${middle?.cpu.toFixed(0)} |`);
	print(`| bytes on the disk, empty and full | ${empty.disk} and ${bytes.disk} |`);
	print(`| bytes captured an article | ${Math.round(bytes.captured / articles)} |`);
	print(`| bytes of tables an article | ${bytes.article} |`);
	for (const { table, bytes: size } of bytes.byTable.slice(0, 6))
		print(`| ${table} | ${Math.round(size / articles)} |`);
	print(`| resident, MB | ${Math.round(process.memoryUsage.rss() / 1e6)} |`);
}

if (!existsSync(texts)) print(`no texts in ${texts}: nothing is measured (STEMMA_CORPORA says where they are)`);
else {
	const folder = mkdtempSync(join(tmpdir(), "stemma-scale-"));
	const reports = mkdtempSync(join(tmpdir(), "stemma-reports-"));
	try {
		writeReports(reports);
		await measure("PGlite in a folder", { kind: "folder", folder: join(folder, "store") }, reports);
		const missing = whyNoPostgres();
		if (missing !== null) print(`\nnot measured on a server: ${missing}`);
		else {
			const server = await startPostgres();
			await measure("PostgreSQL", { kind: "server", url: await server.createDatabase() }, reports);
			await server.stop();
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
		rmSync(reports, { recursive: true, force: true });
	}
}
