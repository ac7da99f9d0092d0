import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findLanguage } from "../../src/language/language.ts";
import { findFeatures } from "../../src/stories/grouping/features.ts";
import { At, HEAD, type Signature } from "../../src/stories/grouping/signature.ts";
import { StoryIndex } from "../../src/stories/grouping/story-index.ts";
import { STORY } from "../../src/stories/grouping/thresholds.ts";
import { loadAnalysisData } from "../../src/system/data.ts";
import { findWords } from "../../src/text/words.ts";
import { makeArticle, publishedOn } from "../../test/make-article.ts";

/**
 * What grouping costs as the window grows: articles added a second, memory an article, at windows of
 * 10³ to 10⁶ (or up to the first argument). Articles are recombined from the corpora: a report of a
 * made event takes its terms from a real one of a random story; in each event, the rarest half of its
 * terms and all names, phrases and figures are others' (hashed with the event's number), since a larger
 * window holds more events of other people and places, not more of the same. The common half stays, and
 * is what the rows of keys grow by. A tenth of the events are retold by 2 to 40 reports on neighbouring
 * days, the others stand alone. Gates nothing. Run with `npm run scale`.
 */

const MEASURED = 2000;
const DAYS = 10;
const RARE_SHARE = 0.5;

const here = dirname(fileURLToPath(import.meta.url));
const corpora = process.env["STEMMA_CORPORA"] ?? join(here, "..", "..", "..", "shared", "data");

interface Row {
	readonly id: string;
	readonly story: string;
	readonly text: string;
	readonly date?: string;
}

function readStories(): Signature[][] {
	const { rarity } = loadAnalysisData();
	const stories = new Map<string, Signature[]>();
	for (const corpus of ["ecbplus", "meter"]) {
		const file = join(corpora, "stories", `${corpus}.jsonl`);
		if (!existsSync(file)) continue;
		for (const line of readFileSync(file, "utf8").trim().split("\n")) {
			const row = JSON.parse(line) as Row;
			const dated = row.date === undefined ? {} : { published: publishedOn(row.date) };
			const article = makeArticle(row.text, { sourceId: row.id, ...dated });
			const words = findWords(article);
			const annotated = {
				article,
				words,
				...findLanguage(article, words),
				quotations: [],
				terms: [],
				stages: ["language"],
			};
			const key = `${corpus} ${row.story}`;
			const list = stories.get(key) ?? [];
			list.push(findFeatures(annotated, rarity).signature);
			stories.set(key, list);
		}
	}
	return [...stories.values()];
}

/** A fixed sequence of 32-bit numbers (mulberry32). */
function makeRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const other = (hash: number, event: number): number => {
	let h = Math.imul(hash ^ Math.imul(event + 1, 0x9e3779b1), 0x85ebca6b);
	h ^= h >>> 13;
	h = Math.imul(h, 0xc2b2ae35);
	return (h ^ (h >>> 16)) >>> 0;
};

/** The signature of a report of the event, made of a real one. */
function recast(from: Signature, event: number, day: number): Signature {
	const made = from.slice();
	let at = HEAD;
	const section = (count: number, words: number, change: (hash: number) => number): void => {
		const rows = Array.from({ length: count }, (_, i) => made.slice(at + i * words, at + (i + 1) * words));
		for (const row of rows) row[0] = change(row[0] ?? 0);
		rows.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
		for (const row of rows) {
			made.set(row, at);
			at += words;
		}
	};
	// Which half of the terms is an event's own is drawn by the term, so that its reports agree.
	section(from[At.terms] ?? 0, 2, (hash) => (other(hash, 7) / 4_294_967_296 < RARE_SHARE ? other(hash, event) : hash));
	section(from[At.phrases] ?? 0, 1, (hash) => other(hash, event));
	section(from[At.figures] ?? 0, 2, (hash) => other(hash, event % 1000));
	section(from[At.persons] ?? 0, 3, (hash) => other(hash, event));
	section(from[At.places] ?? 0, 2, (hash) => other(hash, event % 5000));
	made[At.earliest] = 1_020_000 + day;
	made[At.latest] = 1_020_000 + day;
	return made;
}

function* tell(stories: readonly Signature[][]): Generator<Signature> {
	const random = makeRandom(1);
	const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
	const waiting: Signature[] = [];
	for (let event = 0; ; event++) {
		const story = pick(stories) ?? [];
		const day = Math.floor(random() * DAYS);
		const reports = random() < 0.1 ? 2 + Math.floor(random() ** 3 * 39) : 1;
		for (let i = 0; i < reports; i++) {
			const report = pick(story);
			if (report) waiting.push(recast(report, event, day + (random() < 0.3 ? 1 : 0)));
		}
		// Reports of many events come mixed.
		while (waiting.length > 500) {
			const [next] = waiting.splice(Math.floor(random() * waiting.length), 1);
			if (next) yield next;
		}
	}
}

function measure(): void {
	const most = Number(process.argv[2] ?? 1_000_000);
	const stories = readStories();
	if (stories.length === 0) {
		process.stdout.write("no stories to recombine: set STEMMA_CORPORA\n");
		return;
	}
	const articles = tell(stories);
	const index = new StoryIndex(STORY);
	let number = 0;
	let [signatures, bytes] = [0, 0];
	process.stdout.write("window | added a second | ms for the slowest of a hundred | bytes an article | stories' share above one\n");
	for (let window = 1000; window <= most; window *= 10) {
		const add = (): void => {
			const signature = articles.next().value as Signature;
			signatures++;
			bytes += signature.byteLength;
			index.add(`a${number++}`, signature);
		};
		while (index.size < window) add();
		const times: number[] = [];
		let grouped = 0;
		for (let i = 0; i < MEASURED; i++) {
			const started = performance.now();
			add();
			if (index.groupOf(`a${number - 1}`).length > 1) grouped++;
			times.push(performance.now() - started);
			index.remove(`a${number - 1 - window}`);
		}
		times.sort((a, b) => a - b);
		const total = times.reduce((sum, time) => sum + time, 0);
		const memory = index.bytes / index.size;
		const slow = times[Math.floor(times.length * 0.99)] ?? 0;
		process.stdout.write(
			`${window} | ${Math.round((MEASURED / total) * 1000)} | ${slow.toFixed(2)} | ${Math.round(memory)} (signature ${Math.round(bytes / signatures)}) | ${(grouped / MEASURED).toFixed(2)} | process ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`,
		);
	}
}

measure();
