import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { ReadEffects } from "../../src/read/captures.ts";
import { readCaptures } from "../../src/read/captures.ts";
import { readArticleGuarded } from "../../src/system/guarded-article.ts";
import { hash32 } from "../../src/text/hash.ts";
import { findArticleBreaches } from "../../test/article-invariants.ts";
import { mutate } from "./mutate.ts";
import { Random } from "./random.ts";
import { gatherSeeds, type Seeds } from "./seeds.ts";

/**
 * Reads mutated real files with every reader and holds what comes of each to what must be true of any
 * article: no crash, no hang, every span exact, every character accounted for, the same again on a
 * second reading. Ends with 1 at a breach and prints the command that repeats the case.
 *
 *   npm run robustness                                 300 cases a reader
 *   npm run robustness -- --cases 5000                 more of them
 *   npm run robustness -- --reader page --case 1234    one case again
 *   npm run robustness -- --part 1/2                   half of the cases, for one of two processes
 */

const here = dirname(fileURLToPath(import.meta.url));
const corpora = process.env["STEMMA_CORPORA"] ?? join(here, "..", "..", "..", "shared", "data");

/** Milliseconds after which a case hangs: the reader's own deadline and time to begin a new thread. */
const HANGS = 15_000;

/** Every case of this number is read twice and compared. */
const TWICE = 25;

/** Share (0–1) of the cases of a container's reader that change what is inside it. */
const INSIDE = 0.8;

/** Breaches printed for one reader. */
const PRINTED = 10;

const { values } = parseArgs({
	options: {
		cases: { type: "string", default: "300" },
		reader: { type: "string" },
		case: { type: "string" },
		part: { type: "string", default: "1/1" },
	},
});

interface Outcome {
	readonly read: number;
	readonly problems: ReadonlyMap<string, number>;
	readonly breaches: readonly string[];
	readonly slowest: number;
}

async function main(): Promise<number> {
	const cases = Number(values.cases);
	const [part = 1, parts = 1] = values.part.split("/").map(Number);
	let bad = 0;
	for (const seeds of gatherSeeds(join(here, "..", ".."), corpora)) {
		if (values.reader !== undefined && values.reader !== seeds.reader) continue;
		const numbers =
			values.case === undefined
				? Array.from({ length: cases }, (_, at) => at).filter((at) => at % parts === part - 1)
				: [Number(values.case)];
		const outcome = await tryCases(seeds, numbers);
		bad += outcome.breaches.length;
		report(seeds, numbers.length, outcome);
	}
	return bad > 0 ? 1 : 0;
}

async function tryCases(seeds: Seeds, numbers: readonly number[]): Promise<Outcome> {
	const problems = new Map<string, number>();
	const breaches: string[] = [];
	let read = 0;
	let slowest = 0;
	for (const number of numbers) {
		const random = new Random(hash32(`${seeds.reader} ${number}`));
		const { name, bytes } = random.pick(seeds.files);
		const other = random.pick(seeds.files).bytes;
		const change = (part: Uint8Array): Uint8Array => mutate(part, random, other);
		const inside = seeds.inside !== undefined && random.next() < INSIDE;
		const changed = inside ? seeds.inside(bytes, change, (list) => random.pick(list)) : change(bytes);
		const fail = (what: string): void => {
			breaches.push(`${what}\n    ${name}: npm run robustness -- --reader ${seeds.reader} --case ${number}`);
		};
		const before = performance.now();
		try {
			const first = await readCase(seeds.place, changed);
			const took = performance.now() - before;
			slowest = Math.max(slowest, took);
			if (took > HANGS) fail(`took ${Math.round(took)} ms`);
			read += first.articles.length;
			for (const code of first.codes) problems.set(code, (problems.get(code) ?? 0) + 1);
			if (first.articles.length === 0 && first.codes.length === 0) fail("neither an article nor a problem");
			for (const article of first.articles) for (const breach of findArticleBreaches(article)) fail(breach);
			if (number % TWICE === 0 && !first.codes.includes("article/too-slow")) {
				const again = await readCase(seeds.place, changed);
				if (JSON.stringify(again) !== JSON.stringify(first)) fail("a second reading differs");
			}
		} catch (cause) {
			fail(cause instanceof Error ? `threw ${describe(cause)}` : `threw ${String(cause)}`);
		}
	}
	return { read, problems, breaches, slowest };
}

function describe(error: Error): string {
	const inner = error.cause instanceof Error ? error.cause : error;
	return inner.stack?.split("\n").slice(0, 4).join("\n      ") ?? inner.message;
}

async function readCase(
	place: string,
	bytes: Uint8Array,
): Promise<{ articles: NonNullable<Awaited<ReturnType<typeof readArticleGuarded>>["article"]>[]; codes: string[] }> {
	const effects: ReadEffects = {
		list: async () => ({ kind: "file", files: [{ path: place, size: bytes.length }] }),
		read: async (_, limit) => bytes.slice(0, limit + 1),
		stdin: async () => new Uint8Array(),
	};
	const { captures, problems } = await readCaptures([place], effects);
	const codes = problems.map(({ code }) => code);
	const articles = [];
	for (const capture of captures) {
		const reading = await readArticleGuarded(capture);
		if (reading.article) articles.push(reading.article);
		codes.push(...reading.problems.map(({ code }) => code));
		if (!reading.article && reading.problems.length === 0) codes.push("no-article-and-no-reason");
	}
	return { articles, codes };
}

function report(seeds: Seeds, tried: number, { read, problems, breaches, slowest }: Outcome): void {
	const listed = [...problems].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => `${code} ${count}`);
	print(
		`${seeds.reader}: ${tried} cases of ${seeds.files.length} files, ${read} articles, ${breaches.length} breaches, slowest ${Math.round(slowest)} ms`,
	);
	if (listed.length > 0) print(`  ${listed.join(", ")}`);
	for (const breach of breaches.slice(0, PRINTED)) print(`  BREACH ${breach}`);
	if (breaches.length > PRINTED) print(`  and ${breaches.length - PRINTED} more breaches`);
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

process.exitCode = await main();
