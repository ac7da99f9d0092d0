import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Article } from "../../src/model/article.ts";
import { type AskedSearch, WIDE_SEARCH } from "../../src/model/search-listing.ts";
import { annotate } from "../../src/pipeline.ts";
import { keepAnnotations } from "../../src/store/annotations.ts";
import type { Database } from "../../src/store/database.ts";
import type { StoreLocation } from "../../src/store/location.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { keepReadings } from "../../src/store/readings.ts";
import { searchStore } from "../../src/store/search/search.ts";
import { findUnits } from "../../src/store/search/units.ts";
import { vacuum } from "../../src/store/upkeep.ts";
import { loadTermRarity } from "../../src/system/data.ts";
import { sha256Hex } from "../../src/text/hash.ts";
import { makeArticle } from "../../test/make-article.ts";
import { startPostgres, whyNoPostgres } from "../../test/postgres.ts";

/**
 * How long a search takes on each database: the middle and the 95th percentile of each kind of question, and the bytes
 * of the index. Texts are PolNeAR's, mixed by paragraphs, until there are as many articles as the first argument says
 * (2,000 without one); quotations are found by the rules alone. Run with `npm run scale:search -- 4000`. Gates
 * nothing.
 */

const count = Number(process.argv[2] ?? 2000);
const here = dirname(fileURLToPath(import.meta.url));
const corpora = process.env["STEMMA_CORPORA"] ?? join(here, "..", "..", "..", "shared", "data");
const folder = join(corpora, "polnear", "train", "text");

/** Questions of each kind. */
const QUESTIONS = 60;
const BATCH = 50;

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

/** The same numbers in each run: a linear congruential generator (Numerical Recipes). */
function makeRandom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

/** Articles of paragraphs from two texts each, so that no two are alike. */
function makeArticles(): readonly Article[] {
	const texts = readdirSync(folder)
		.sort()
		.map((name) => readFileSync(join(folder, name), "utf8").split("\n\n"));
	const random = makeRandom(7);
	return Array.from({ length: count }, (_, number) => {
		const [one = [], other = []] = [texts[random(texts.length)], texts[random(texts.length)]];
		const text = [...one.filter(() => random(2) === 0), ...other.filter(() => random(2) === 0), `Number ${number}.`];
		return makeArticle(text.join("\n\n"), { sourceId: `https://wire.example/${number}` });
	});
}

/** Questions that have an answer, by what they ask for. */
function makeQuestions(articles: readonly Article[]): ReadonlyMap<string, readonly Partial<AskedSearch>[]> {
	const random = makeRandom(11);
	const rarity = loadTermRarity();
	const make = (ask: (words: readonly string[], telling: readonly string[]) => Partial<AskedSearch>) =>
		Array.from({ length: QUESTIONS }, () => {
			const { text } = articles[random(articles.length)] ?? { text: "" };
			const units = findUnits(text);
			const words = units.map(({ start, end }) => text.slice(start, end));
			return ask(
				words,
				words.filter((_, i) => rarity.rarityOf(units[i]?.stem ?? "") > 0.3),
			);
		});
	const pick = (words: readonly string[]): string => words[random(words.length)] ?? "the";
	return new Map([
		["a word", make((_, telling) => ({ text: pick(telling) }))],
		["two words", make((_, telling) => ({ text: `${pick(telling)} ${pick(telling)}` }))],
		["a common word and another", make((words, telling) => ({ text: `${pick(words)} ${pick(telling)}` }))],
		[
			"a phrase of three",
			make((words) => {
				const at = random(Math.max(1, words.length - 3));
				return { text: `"${words.slice(at, at + 3).join(" ")}"` };
			}),
		],
		["who says", make((_, telling) => ({ text: pick(telling), speaker: "clinton" }))],
		["what is in most", make(() => ({ text: ["said", "people", "state", "president"][random(4)] ?? "" }))],
	]);
}

async function fill(database: Database, articles: readonly Article[]): Promise<number> {
	let ms = 0;
	for (let at = 0; at < articles.length; at += BATCH) {
		const batch = articles.slice(at, at + BATCH);
		const readings = batch.map((article) => {
			const bytes = new TextEncoder().encode(article.text);
			const stated = { outlet: null, published: null, title: null, role: "report" } as const;
			const capture = {
				...article.capture,
				place: article.sourceId,
				sha256: sha256Hex(bytes),
				bytes,
				charset: null,
				stated,
			};
			return { capture, input: article.sourceId, article, problems: [] };
		});
		await keepReadings(database, readings, "2031-06-01", "measured");
		const annotated = batch.map((article) => annotate(article));
		const from = performance.now();
		await database.tx((tx) => keepAnnotations(tx, annotated, "measured"));
		ms += performance.now() - from;
	}
	return ms;
}

async function measure(name: string, place: StoreLocation, articles: readonly Article[]): Promise<void> {
	const database = await openDatabase(place, true);
	try {
		const ms = await fill(database, articles);
		await vacuum(database);
		const [size] = await database.query<{ bytes: number }>(
			`SELECT sum(pg_total_relation_size(c.oid))::float8 AS bytes FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE n.nspname = 'stemma' AND c.relkind = 'r' AND c.relname IN ('posting', 'search_article', 'search_speaker', 'speaker_word')`,
		);
		const each = ((size?.bytes ?? 0) / articles.length / 1000).toFixed(1);
		print(
			`\n${name}, ${articles.length} articles: index ${each} KB each; ${(ms / articles.length).toFixed(1)} ms to keep annotation and index of one\n`,
		);
		print("| question | middle, ms | 95th percentile, ms | most, ms |\n|---|---|---|---|");
		const rarity = loadTermRarity();
		for (const [what, questions] of makeQuestions(articles)) {
			const times: number[] = [];
			for (const question of questions) {
				const from = performance.now();
				await searchStore(database, name, { ...WIDE_SEARCH, ...question }, rarity);
				times.push(performance.now() - from);
			}
			times.sort((a, b) => a - b);
			const at = (share: number): string =>
				(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(0);
			print(`| ${what} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`);
		}
	} finally {
		await database.close();
	}
}

if (!existsSync(folder)) {
	print(`no texts to measure with: ${folder} is not there (STEMMA_CORPORA names the folder of the corpora)`);
} else {
	const articles = makeArticles();
	const root = mkdtempSync(join(tmpdir(), "stemma-search-"));
	try {
		await measure("PGlite", { kind: "folder", folder: join(root, "store") }, articles);
		const missing = whyNoPostgres();
		if (missing !== null) print(`\nPostgreSQL was not measured: ${missing}`);
		else {
			const server = await startPostgres();
			try {
				await measure("PostgreSQL", { kind: "server", url: await server.createDatabase() }, articles);
			} finally {
				await server.stop();
			}
		}
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
}
