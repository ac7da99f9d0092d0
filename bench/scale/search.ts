import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describeArticle } from "../../src/collation/collate.ts";
import type { AnnotatedArticle } from "../../src/model/annotated.ts";
import type { Article } from "../../src/model/article.ts";
import type { CollationRecord, Fact, Story } from "../../src/model/record.ts";
import { type AskedSearch, WIDE_SEARCH } from "../../src/model/search-listing.ts";
import { annotate, collateArticles } from "../../src/pipeline.ts";
import { keepAnnotations, nameAnalysis } from "../../src/store/annotations.ts";
import type { Database } from "../../src/store/database.ts";
import type { StoreLocation } from "../../src/store/location.ts";
import { keepReadings } from "../../src/store/readings.ts";
import { findUnits } from "../../src/store/search/units.ts";
import { openStore } from "../../src/store/store.ts";
import { keepStory, keepStoryRecord, packRecord } from "../../src/store/stories.ts";
import { vacuum } from "../../src/store/upkeep.ts";
import { loadAnalysisData, loadTermRarity } from "../../src/system/data.ts";
import { makeId, sha256Hex } from "../../src/text/hash.ts";
import { findSentences } from "../../src/text/sentences.ts";
import { makeArticle, publishedOn } from "../../test/make-article.ts";
import { startPostgres, whyNoPostgres } from "../../test/postgres.ts";
import { makeReports } from "../speed/made-reports.ts";

/**
 * How long a search and a trace take on each database: the middle and the 95th percentile of each kind of question, and
 * the bytes of the index. Reports are made of PolNeAR's (bench/speed/made-reports.ts); quotations are found by the rules
 * alone, and each number in a report is a fact of a story of its own. The first argument says how many articles PGlite
 * gets (20,000 without one), the second how many PostgreSQL gets (as many); 0 leaves one out. Run with `npm run scale:search -- 20000
 * 200000`. Gates nothing.
 */

const count = Number(process.argv[2] ?? 20_000);
const onServer = Number(process.argv[3] ?? count);
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

/** Made reports as articles, each with its day and outlet. */
function* makeArticles(articles: number): Generator<Article> {
	const texts = readdirSync(folder)
		.sort()
		.map((name) => readFileSync(join(folder, name), "utf8"));
	const reports = makeReports(texts, 7);
	for (let number = 0; number < articles; number++) {
		const { text, url, published } = reports.next().value;
		yield makeArticle(text, { sourceId: url, published: publishedOn(published.slice(0, 10)) });
	}
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
		["who says", make((_, telling) => ({ text: pick(telling), speaker: pick(telling) }))],
		["facts, two words", make((_, telling) => ({ text: `${pick(telling)} ${pick(telling)}`, kinds: ["fact"] }))],
		["facts in conflict", make((_, telling) => ({ text: pick(telling), relations: ["conflict"], kinds: ["fact"] }))],
		["what is in most", make(() => ({ text: ["said", "people", "state", "president"][random(4)] ?? "" }))],
	]);
}

/** Texts to trace, by what they are. */
function makeTexts(articles: readonly Article[]): ReadonlyMap<string, readonly string[]> {
	const random = makeRandom(13);
	const sentences = Array.from({ length: QUESTIONS }, () => {
		const { text, blocks } = articles[random(articles.length)] ?? { text: "", blocks: [] };
		const found = findSentences(text, blocks)
			.map((span) => text.slice(span.start, span.end))
			.filter((sentence) => sentence.split(/\s+/).length >= LEAST_TRACED);
		return found[random(found.length)] ?? text.slice(0, 200);
	});
	const others = articles.map(({ text }) => text.split(/\s+/));
	const reword = (sentence: string): string =>
		sentence.replace(/\S+/g, (word) => {
			const other = others[random(others.length)] ?? [];
			return random(4) === 0 ? (other[random(other.length)] ?? word) : word;
		});
	return new Map([
		["traced: a sentence", sentences],
		["traced: a sentence, each fourth word another", sentences.map(reword)],
		[
			"traced: words of anywhere",
			sentences.map(() =>
				Array.from({ length: 15 }, () => {
					const other = others[random(others.length)] ?? [];
					return other[random(other.length)] ?? "word";
				}).join(" "),
			),
		],
	]);
}

/** Words that a traced sentence has at least. */
const LEAST_TRACED = 8;

const NO_RECORD = collateArticles([], loadAnalysisData());

/** A record of nothing but the numbers of one report. */
function makeRecord(annotated: AnnotatedArticle, story: string): CollationRecord {
	const { article, numbers } = annotated;
	const facts = numbers.map(
		({ start, end, exact, of }, at): Fact => ({
			id: makeId("fact", story, String(at)),
			story,
			statement: of ?? "number",
			type: "number",
			relation: at % 50 === 0 ? "conflict" : "single-source",
			reason: "made",
			states: [
				{
					article: article.id,
					spans: [{ start, end }],
					value: exact,
					mode: "asserted",
					polarity: "said",
					by: null,
					quotation: null,
				},
			],
			pairs: [],
			silent: [],
		}),
	);
	return { ...NO_RECORD, articles: [describeArticle(annotated, "A")], facts };
}

function makeStory({ id, published }: Article): Story {
	const reason = "made";
	return {
		id: makeId("story", id),
		aliases: [],
		articles: [id],
		why: [{ article: id, reason }],
		near: [],
		headline: null,
		name: null,
		when: published,
		where: null,
		lines: [{ articles: [id], reason }],
	};
}

/** Articles of which questions are made. */
const SAMPLED = 2000;

async function fill(database: Database, articles: number): Promise<readonly Article[]> {
	const sample: Article[] = [];
	// As if the tagger had been at work, so that a trace takes what is kept.
	const data = loadAnalysisData();
	const analysis = nameAnalysis(data);
	let batch: Article[] = [];
	let done = 0;
	const keep = async (): Promise<void> => {
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
		await database.tx((tx) => keepAnnotations(tx, annotated, analysis, data.rarity));
		for (const one of annotated) {
			const story = makeStory(one.article);
			const packed = await packRecord(makeRecord(one, story.id), [one], story.id);
			await database.tx(async (tx) => keepStoryRecord(tx, story.id, await keepStory(tx, story), packed, "measured"));
		}
		done += batch.length;
		batch = [];
		if (done % 1000 === 0) process.stderr.write(`\r${done} of ${articles}`);
	};
	const every = Math.max(1, Math.floor(articles / SAMPLED));
	let number = 0;
	for (const article of makeArticles(articles)) {
		if (number++ % every === 0) sample.push(article);
		batch.push(article);
		if (batch.length === BATCH) await keep();
	}
	if (batch.length > 0) await keep();
	process.stderr.write("\n");
	return sample;
}

async function measure(name: string, place: StoreLocation, articles: number): Promise<void> {
	const store = await openStore(place, true);
	const { database } = store;
	try {
		const from = performance.now();
		const sample = await fill(database, articles);
		const ms = performance.now() - from;
		await vacuum(database);
		const [size] = await database.query<{ bytes: number }>(
			`SELECT sum(pg_total_relation_size(c.oid))::float8 AS bytes FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE n.nspname = 'stemma' AND c.relkind = 'r'
				AND c.relname IN ('posting', 'search_article', 'search_speaker', 'speaker_word', 'search_fact')`,
		);
		const each = ((size?.bytes ?? 0) / articles / 1000).toFixed(1);
		print(
			`\n${name}, ${articles} articles: index ${each} KB each; ${(ms / articles).toFixed(1)} ms to keep one with all of it\n`,
		);
		print("| question | middle, ms | 95th percentile, ms | most, ms |\n|---|---|---|---|");
		const time = async (what: string, questions: readonly (() => Promise<unknown>)[]): Promise<void> => {
			const times: number[] = [];
			// The first finds neither code nor pages ready.
			await questions[0]?.();
			for (const question of questions) {
				const before = performance.now();
				await question();
				times.push(performance.now() - before);
			}
			times.sort((a, b) => a - b);
			const at = (share: number): string =>
				(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(0);
			print(`| ${what} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`);
		};
		for (const [what, questions] of makeQuestions(sample)) {
			await time(
				what,
				questions.map((question) => () => store.search({ ...WIDE_SEARCH, ...question }, () => {})),
			);
		}
		for (const [what, texts] of makeTexts(sample)) {
			await time(
				what,
				texts.map((text) => () => store.trace(text, [], () => {})),
			);
		}
	} finally {
		await store.close();
	}
}

if (!existsSync(folder)) {
	print(`no texts to measure with: ${folder} is not there (STEMMA_CORPORA names the folder of the corpora)`);
} else {
	const root = mkdtempSync(join(tmpdir(), "stemma-search-"));
	try {
		if (count > 0) await measure("PGlite", { kind: "folder", folder: join(root, "store") }, count);
		const missing = whyNoPostgres();
		if (missing !== null) print(`\nPostgreSQL was not measured: ${missing}`);
		else if (onServer > 0) {
			const server = await startPostgres();
			try {
				await measure("PostgreSQL", { kind: "server", url: await server.createDatabase() }, onServer);
			} finally {
				await server.stop();
			}
		}
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
}
