import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { randomFrom } from "../../scripts/quotation-training/random.ts";
import { ALL_STORIES, type StoryCard } from "../../src/model/story-card.ts";
import { listCards } from "../../src/store/cards/list-cards.ts";
import type { StoreLocation } from "../../src/store/location.ts";
import { openStore, restoreStore } from "../../src/store/store.ts";
import { startPostgres, whyNoPostgres } from "../../test/postgres.ts";
import { makeReports } from "../speed/made-reports.ts";
import { type Asked, type Library, Reader, ROUTES } from "./reader.ts";
import { type ServedProcess, startServing } from "./served-process.ts";

/**
 * How long readers wait for the pages of a store: percentiles by kind of page, errors, and what the server holds of
 * memory over time, on each database. Reports are made (bench/speed/made-reports.ts), cut to so many letters, and go
 * the whole way through `stemma work`; readers come one after the other, ask, read, and ask again (reader.ts). The
 * readers run in this process, the server in one of its own. Prints tables for docs/scale.md, where they are put by
 * hand. Gates nothing.
 *
 *   npm run load                                             10,000 reports, 200 readers, 60 seconds, both databases
 *   npm run load -- --readers 20 --seconds 15 --articles 1000 --database pglite
 *   npm run load -- --backup FILE                            the store is made of that backup; where it is not there,
 *                                                            it is written once the store is made, for the next time
 *   npm run load -- --profile FOLDER                         with a profile of the server
 */
const { values } = parseArgs({
	options: {
		readers: { type: "string", default: "200" },
		seconds: { type: "string", default: "60" },
		articles: { type: "string", default: "10000" },
		letters: { type: "string", default: "2000" },
		database: { type: "string", default: "both" },
		backup: { type: "string" },
		profile: { type: "string" },
	},
});
const [readers, seconds, articles, letters] = [values.readers, values.seconds, values.articles, values.letters].map(
	Number,
) as [number, number, number, number];

const corpora = process.env["STEMMA_CORPORA"] ?? join("..", "shared", "data");
const texts = join(corpora, "polnear", "train", "text");

/** Seconds that a reader reads before asking for the next thing: between these, each as often. */
const THINKING = [2, 8] as const;

/** Seconds between two looks at the server's memory. */
const LOOK_EVERY = 1;

/** The queue is filled before anybody works. */
const NO_LIMITS = { captures: 1e9, bytes: 1e15, patience: 1000 };
const NOTHING = { primaries: [], names: [], corrections: [] };

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

function note(line: string): void {
	process.stderr.write(`${line}\n`);
}

function wait(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A backup of a store of made reports: the one that is named, or a new one. */
async function provideBackup(root: string): Promise<string> {
	const file = values.backup ?? join(root, "backup");
	if (existsSync(file)) return file;
	const folder = join(root, "reports");
	const names = readdirSync(texts).sort();
	const made = makeReports(
		names.map((name) => readFileSync(join(texts, name), "utf8")),
		3,
	);
	const lines: string[] = [];
	for (let number = 0; number < articles; number++) {
		const report = made.next().value;
		lines.push(JSON.stringify({ ...report, text: cut(report.text) }));
	}
	const list = `${folder}.jsonl`;
	writeFileSync(list, `${lines.join("\n")}\n`);
	const started = performance.now();
	const store = await openStore({ kind: "folder", folder: join(root, "made") }, true);
	await store.queue([list], NOTHING, {}, NO_LIMITS);
	let told = 0;
	await store.work(
		{ once: true, threads: availableParallelism(), retry: false },
		{
			stop: new AbortController().signal,
			progress: ({ done, left, stage }) => {
				if (performance.now() - told < 5000) return;
				told = performance.now();
				process.stderr.write(`\r${stage}: ${done.annotate} annotated, ${done.collate} collated, ${left} jobs left   `);
			},
		},
	);
	await store.vacuum();
	await store.backUp(file);
	await store.close();
	note(`\nmade a store of ${articles} reports in ${((performance.now() - started) / 1000).toFixed(0)} s`);
	return file;
}

/** Whole paragraphs, until so many letters are there. */
function cut(text: string): string {
	const at = text.indexOf("\n\n", letters);
	return at < 0 ? text : text.slice(0, at);
}

/** Words and sentences that are looked for. */
const SAMPLED = 400;

async function fill(place: StoreLocation, backup: string): Promise<Library> {
	await restoreStore(place, backup);
	const store = await openStore(place, false);
	try {
		// What another state of the program has made is made anew now, and not while it is measured.
		const threads = availableParallelism();
		await store.work({ once: true, threads, retry: false }, { stop: new AbortController().signal });
		await store.vacuum();
		const cards: StoryCard[] = [];
		for (let after: string | null = null; ; ) {
			const page = await listCards(store.database, { ...ALL_STORIES, limit: 500, after });
			cards.push(...page.cards);
			if (page.next === null) break;
			after = page.next;
		}
		const told = cards.map(({ title }) => title).filter((title) => title.split(" ").length > 4);
		const random = randomFrom(5);
		const pick = (): string => told[Math.floor(random() * told.length)] ?? "no title";
		return {
			// The most told first, as readers choose.
			cards: cards.sort((a, b) => b.lines - a.lines || (a.id < b.id ? -1 : 1)),
			words: Array.from({ length: SAMPLED }, () => {
				const words = pick().match(/\p{L}{4,}/gu) ?? ["report"];
				return words.slice(0, 1 + Math.floor(random() * 2)).join(" ");
			}),
			sentences: Array.from({ length: SAMPLED }, pick),
		};
	} finally {
		await store.close();
	}
}

interface Looked {
	readonly at: number;
	readonly memory: number;
}

async function play(served: ServedProcess, library: Library): Promise<{ asked: Asked[]; looked: Looked[] }> {
	const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
	const asked: Asked[] = [];
	const looked: Looked[] = [];
	const started = performance.now();
	const end = started + seconds * 1000;
	const looking = setInterval(() => {
		const found = served.measure();
		if (found) looked.push({ at: (performance.now() - started) / 1000, memory: found.memory });
	}, LOOK_EVERY * 1000);
	const think = (random: () => number): number => 1000 * (THINKING[0] + random() * (THINKING[1] - THINKING[0]));
	await Promise.all(
		Array.from({ length: readers }, async (_, number) => {
			const random = randomFrom(100 + number);
			const reader = new Reader(served.url, agent, random, library, (one) => void asked.push(one));
			// They do not all come at once.
			await wait(Math.min(seconds * 250, 1000 * THINKING[1]) * random());
			await reader.arrive();
			for (;;) {
				const pause = think(random);
				if (performance.now() + pause >= end) return;
				await wait(pause);
				await reader.goOn();
			}
		}),
	);
	clearInterval(looking);
	agent.destroy();
	return { asked, looked };
}

/** What server works on at its start is done. */
async function settle(url: URL): Promise<void> {
	for (;;) {
		const answer = await fetch(new URL("/api/v1/status", url));
		const { jobs } = (await answer.json()) as { jobs: readonly { waiting: number; taken: number }[] };
		if (jobs.every(({ waiting, taken }) => waiting + taken === 0)) return;
		await wait(2000);
	}
}

function percentile(sorted: readonly number[], share: number): string {
	return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
}

async function measure(name: string, place: StoreLocation, backup: string): Promise<void> {
	const library = await fill(place, backup);
	const store = place.kind === "server" ? place.url : place.kind === "folder" ? place.folder : "";
	const served = await startServing(store, values.profile ?? null);
	try {
		await settle(served.url);
		const before = served.measure();
		const { asked, looked } = await play(served, library);
		const after = served.measure();
		print(`\n${name}: ${articles} reports in ${library.cards.length} stories, ${readers} readers, ${seconds} s\n`);
		print("| asked for | times | middle, ms | 95 of 100, ms | 99 of 100, ms | most, ms | not changed | errors |");
		print("|---|---:|---:|---:|---:|---:|---:|---:|");
		for (const route of [...Object.keys(ROUTES), "style and script", "all"]) {
			const own = asked.filter((one) => route === "all" || one.route === route);
			if (own.length === 0) continue;
			const times = own.map(({ ms }) => ms).sort((a, b) => a - b);
			const cells = [0.5, 0.95, 0.99, 1].map((share) => percentile(times, share));
			const same = own.filter(({ status }) => status === 304).length;
			print(`| ${[route, own.length, ...cells, same, own.filter(isError).length].join(" | ")} |`);
		}
		for (const { path, status } of asked.filter(isError).slice(0, 5)) note(`error ${status}: ${path}`);
		if (before && after) {
			const memory = [0, 0.25, 0.5, 0.75, 1].map((share) => {
				const { memory: held } = looked[Math.min(looked.length - 1, Math.floor(share * looked.length))] ?? before;
				return held.toFixed(0);
			});
			const most = Math.max(...looked.map(({ memory: held }) => held));
			print(`\nmemory of the server, MB, at each quarter of the time: ${memory.join(", ")}; most ${most.toFixed(0)}`);
			print(`processor of the server: ${((100 * (after.processor - before.processor)) / seconds).toFixed(0)} % of one`);
		}
	} finally {
		const complaints = await served.stop();
		if (complaints !== "") note(complaints);
	}
}

function isError({ status }: Asked): boolean {
	return status !== 200 && status !== 304;
}

if (!existsSync(texts) && (values.backup === undefined || !existsSync(values.backup))) {
	print(`no texts to make reports of: ${texts} is not there (STEMMA_CORPORA names the folder of the corpora)`);
} else {
	const root = mkdtempSync(join(tmpdir(), "stemma-load-"));
	try {
		const backup = await provideBackup(root);
		if (values.database !== "postgres") {
			await measure("PGlite in a folder", { kind: "folder", folder: join(root, "store") }, backup);
		}
		const missing = whyNoPostgres();
		if (values.database !== "pglite" && missing !== null) print(`\nPostgreSQL was not measured: ${missing}`);
		else if (values.database !== "pglite") {
			const server = await startPostgres();
			try {
				await measure("PostgreSQL", { kind: "server", url: await server.createDatabase() }, backup);
			} finally {
				await server.stop();
			}
		}
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
}
