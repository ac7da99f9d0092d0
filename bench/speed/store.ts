import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { annotate, groupAnnotated } from "../../src/pipeline.ts";
import { toId } from "../../src/store/keys.ts";
import type { StoreLocation } from "../../src/store/location.ts";
import { openStore, type Store } from "../../src/store/store.ts";
import { annotateStore } from "../../src/store/stored-record.ts";
import { nodeReadingEffects } from "../../src/system/collate-effects.ts";
import { loadAnalysisData } from "../../src/system/data.ts";
import { sha256Hex } from "../../src/text/hash.ts";
import { startPostgres, whyNoPostgres } from "../../test/postgres.ts";
import { type MadeReport, makeReports } from "./made-reports.ts";
import { timeOfChildren } from "./server-time.ts";
import type { Worked } from "./work-once.ts";

/**
 * What working on a store takes, from queued bytes to the records of stories, on each database: milliseconds of the
 * processor an article, the server's included, and how near that comes to what reading and annotating alone take.
 * Reports are made (made-reports.ts). Prints a table for docs/scale.md, where it is put by hand. Gates nothing.
 *
 *   npm run speed:store                                              1,000 reports on both databases, one worker
 *   npm run speed:store -- --reports 20000 --workers 1,2,4           more, by so many processes (on a server)
 *   npm run speed:store -- --driver pglite --threads 2               on one database, by so many threads a worker
 *   npm run speed:store -- --whole 100                               placing among neighbours from so many articles on,
 *                                                                    and how far its stories are those of grouping all
 *   npm run speed:store -- --profile FOLDER                          with a profile of each thread
 */
const { values } = parseArgs({
	options: {
		reports: { type: "string", default: "1000" },
		driver: { type: "string", default: "both" },
		workers: { type: "string", default: "1" },
		threads: { type: "string", default: "2" },
		whole: { type: "string", default: "0" },
		profile: { type: "string" },
	},
});

const corpora = process.env["STEMMA_CORPORA"] ?? join("..", "shared", "data");
const folder = join(corpora, "polnear", "train", "text");
const count = Number(values.reports);

/** Reports that one file of the inputs holds, and those by which the ceiling is measured, after as many to warm up. */
const IN_A_FILE = 500;
const MOST_ALONE = 400;

/** Times that the store is opened again; the middle one is told. */
const OPENINGS = 5;

/** The queue is filled before anybody works. */
const NO_LIMITS = { captures: 1e9, bytes: 1e15, patience: 1000 };
const NOTHING = { primaries: [], names: [], corrections: [] };

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

/** Seconds of the processor that this process has taken. */
function own(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}

function writeReports(into: string, reports: readonly MadeReport[]): void {
	for (let from = 0; from < reports.length; from += IN_A_FILE) {
		const lines = reports.slice(from, from + IN_A_FILE).map((report) => JSON.stringify(report));
		writeFileSync(join(into, `${String(from).padStart(7, "0")}.jsonl`), `${lines.join("\n")}\n`);
	}
}

/** Milliseconds of the processor that reading and annotating one report takes, and nothing else. */
async function measureAlone(reports: readonly MadeReport[]): Promise<number> {
	const data = loadAnalysisData();
	const { readArticle } = nodeReadingEffects();
	const some = reports.slice(0, 2 * MOST_ALONE);
	let started = own();
	for (const [at, { text, url, outlet, published }] of some.entries()) {
		if (at === some.length >> 1) started = own();
		const bytes = new TextEncoder().encode(text);
		const { article } = await readArticle({
			place: url,
			url,
			mediaType: "text/plain",
			sha256: sha256Hex(bytes),
			at: null,
			bytes,
			charset: null,
			stated: { outlet, published, title: null, role: "report" },
		});
		if (article) annotate(article, data.tagger, data.names);
	}
	return (1000 * (own() - started)) / (some.length - (some.length >> 1));
}

function startWorker(place: StoreLocation): Promise<Worked> {
	const file = fileURLToPath(new URL("./work-once.js", import.meta.url));
	const profile = values.profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${values.profile}`];
	const child = spawn(process.execPath, [...profile, file, JSON.stringify(place), values.threads, values.whole], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	let text = "";
	child.stdout.on("data", (chunk: Buffer) => {
		text += chunk.toString("utf8");
	});
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) =>
			code === 0 ? resolve(JSON.parse(text) as Worked) : reject(new Error(`a worker ended with ${code}`)),
		);
	});
}

/** One row of the table; where a server was at work, its time is in what the children of this process took. */
async function measure(
	name: string,
	workers: number,
	place: StoreLocation,
	reports: string,
	alone: number,
): Promise<void> {
	const made = await openStore(place, true);
	const queueing = own() + (timeOfChildren() ?? 0);
	await made.queue([reports], NOTHING, {}, NO_LIMITS);
	const queued = own() + (timeOfChildren() ?? 0) - queueing;
	await made.close();
	const before = timeOfChildren();
	const from = performance.now();
	const worked = await Promise.all(Array.from({ length: workers }, () => startWorker(place)));
	const seconds = (performance.now() - from) / 1000;
	const inWorkers = worked.reduce((sum, { processor }) => sum + processor, 0);
	const starting = worked.reduce((sum, one) => sum + one.starting, 0);
	const all = (timeOfChildren() ?? inWorkers) - (before ?? 0);
	const openings: number[] = [];
	for (let turn = 0; turn < OPENINGS; turn++) {
		const opening = own();
		await (await openStore(place, false)).close();
		openings.push(own() - opening);
	}
	const store = await openStore(place, false);
	const { articles, stories, jobs, bytes } = await store.status();
	const agreement = Number(values.whole) > 0 ? await compareStories(store) : null;
	await store.close();
	if (articles !== count || jobs.length > 0) throw new Error(`${articles} articles, and jobs ${JSON.stringify(jobs)}`);
	const each = (taken: number): string => ((1000 * taken) / count).toFixed(1);
	const server = Math.max(0, all - inWorkers - starting);
	const rate = count / (queued + inWorkers + server);
	const memory = Math.max(...worked.map((one) => one.memory));
	const collated = worked.reduce((sum, { done }) => sum + (done["collate"] ?? 0), 0);
	print(
		`| ${name}, ${workers} | ${count} | ${stories} | ${collated} | ${each(queued)} | ${each(inWorkers)} | ${each(server)} | ` +
			`${rate.toFixed(1)} | ${((rate * alone) / 10).toFixed(0)} % | ${(count / seconds).toFixed(1)} | ` +
			`${bytes.article} | ${Math.round(bytes.disk / 1e6)} | ${memory.toFixed(0)} | ` +
			`${(1000 * (openings.sort((a, b) => a - b)[OPENINGS >> 1] ?? 0)).toFixed(0)} |`,
	);
	if (agreement !== null) print(`\n${agreement}\n`);
}

/** Pairs of reports in one story: how many of the store's are so when all are grouped, and the other way round. */
async function compareStories(store: Store): Promise<string> {
	const data = await store.loadData({ names: [], corrections: [] });
	const { articles } = await annotateStore(store.database, data);
	const rows = await store.database.query<{ members: bigint[] }>(
		"SELECT array_agg(article_id) AS members FROM stemma.story_member GROUP BY story_id",
	);
	const placed = listPairs(rows.map(({ members }) => members.map(toId)));
	const grouped = listPairs(groupAnnotated(articles, data).stories.map((story) => story.articles));
	const both = [...placed].filter((pair) => grouped.has(pair)).length;
	return `of ${placed.size} pairs of reports in one story ${both} are when all are grouped, which has ${grouped.size}`;
}

function listPairs(stories: readonly (readonly string[])[]): ReadonlySet<string> {
	const pairs = new Set<string>();
	for (const story of stories) for (const a of story) for (const b of story) if (a < b) pairs.add(`${a} ${b}`);
	return pairs;
}

async function measureAll(): Promise<void> {
	const texts = readdirSync(folder)
		.sort()
		.map((name) => readFileSync(join(folder, name), "utf8"));
	const made = makeReports(texts, 7);
	const reports = Array.from({ length: count }, () => made.next().value);
	const root = mkdtempSync(join(tmpdir(), "stemma-speed-"));
	const inputs = mkdtempSync(join(tmpdir(), "stemma-speed-reports-"));
	try {
		writeReports(inputs, reports);
		const alone = await measureAlone(reports);
		print(`Reading and annotating alone: ${alone.toFixed(1)} ms an article, ${(1000 / alone).toFixed(1)} a second.\n`);
		print(
			"| database, workers | articles | stories | collated | queue, ms | work, ms | server, ms | a second of the processor | of the ceiling | a second of the clock | bytes of tables an article | disk, MB | memory, MB | open, ms |",
		);
		print("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
		if (values.driver !== "postgres") {
			await measure("PGlite", 1, { kind: "folder", folder: join(root, "store") }, inputs, alone);
		}
		if (values.driver === "pglite") return;
		const missing = whyNoPostgres();
		if (missing !== null) return print(`not measured on PostgreSQL: ${missing}`);
		const server = await startPostgres();
		try {
			for (const workers of values.workers.split(",").map(Number)) {
				await measure("PostgreSQL", workers, { kind: "server", url: await server.createDatabase() }, inputs, alone);
			}
		} finally {
			await server.stop();
		}
	} finally {
		rmSync(root, { recursive: true, force: true });
		rmSync(inputs, { recursive: true, force: true });
	}
}

if (existsSync(folder)) await measureAll();
else print(`no texts in ${folder}: nothing is measured (STEMMA_CORPORA says where they are)`);
