import { existsSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { randomFrom } from "../../scripts/quotation-training/random.ts";
import type { Signature } from "../../src/stories/grouping/signature.ts";
import { StoryIndex } from "../../src/stories/grouping/story-index.ts";
import { STORY } from "../../src/stories/grouping/thresholds.ts";
import { loadAnalysisData } from "../../src/system/data.ts";
import { readStories, tellEvents } from "./recombined.ts";

/**
 * What grouping costs as the window grows: articles added a second with the story of each asked for,
 * while the oldest leave, and memory, at windows of 10³ to 10⁶ (or up to the first argument). Articles
 * are made from the corpora by recombination, see recombined.ts. Counts the processor's time, not the
 * clock's, so that what else the machine does tells less. Prints what it measures and writes
 * docs/scale.md. Run with `npm run scale`. Gates nothing.
 */

/** Articles timed at each window, after it has been filled. */
const MEASURED = 1000;

const here = dirname(fileURLToPath(import.meta.url));
const corpora = process.env["STEMMA_CORPORA"] ?? join(here, "..", "..", "..", "shared", "data");
const page = join(here, "..", "..", "docs", "scale.md");

interface Row {
	readonly window: number;
	/** Milliseconds of the processor an article: the mean, and what one of a hundred takes at least. */
	readonly mean: number;
	readonly slow: number;
	readonly bytes: number;
	/** Bytes that the process holds. */
	readonly process: number;
	readonly together: number;
}

class Feed {
	readonly #articles: Generator<Signature, never>;
	readonly #index = new StoryIndex(STORY);
	#number = 0;
	#oldest = 0;

	constructor(articles: Generator<Signature, never>) {
		this.#articles = articles;
	}

	fill(window: number): void {
		while (this.#index.size < window) this.#index.add(`a${this.#number++}`, this.#articles.next().value);
	}

	measure(window: number): Row {
		const signatures = Array.from({ length: MEASURED }, () => this.#articles.next().value);
		const times: number[] = [];
		let together = 0;
		for (const signature of signatures) {
			const id = `a${this.#number++}`;
			const started = process.cpuUsage();
			this.#index.add(id, signature);
			if (this.#index.groupOf(id).length > 1) together++;
			this.#index.remove(`a${this.#oldest++}`);
			const { user, system } = process.cpuUsage(started);
			times.push((user + system) / 1000);
		}
		times.sort((a, b) => a - b);
		return {
			window,
			mean: times.reduce((sum, time) => sum + time, 0) / MEASURED,
			slow: times[Math.floor(times.length * 0.99)] ?? 0,
			bytes: this.#index.bytes / this.#index.size,
			process: process.memoryUsage().rss,
			together: together / MEASURED,
		};
	}
}

/** @param before the row of the window a tenth as large */
function writeRow(row: Row, before: Row | null): string {
	const cells = [
		`10${[..."⁰¹²³⁴⁵⁶⁷⁸⁹"][Math.round(Math.log10(row.window))]}`,
		(1000 / row.mean).toFixed(0),
		row.mean.toFixed(2),
		before ? (row.mean / before.mean).toFixed(1) : "",
		row.slow.toFixed(1),
		row.bytes.toFixed(0),
		(row.process / 1e6).toFixed(0),
		before ? ((row.process - before.process) / (row.window - before.window)).toFixed(0) : "",
		row.together.toFixed(2),
	];
	return `| ${cells.join(" | ")} |`;
}

const HEAD = [
	"| window | articles a second | ms an article | times that of a tenth | one of a hundred, ms | bytes an article | process, MB | bytes the process grew an article | in a story of several |",
	"|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
];

function writePage(rows: readonly string[]): string {
	return `# Scale

Written by \`npm run scale\` (bench/scale), on one core; not by hand. It gates nothing: timings depend on the machine and on what else it does.

Measured with Node ${process.versions.node} on ${platform()} ${arch()}, ${cpus()[0]?.model.trim() ?? "unknown processor"}. Times are the processor's, not the clock's, collecting garbage included.

A window of articles is filled, then ${MEASURED} more are added one by one, the story of each is asked for, and the oldest article leaves; all three are timed. Articles come as the vectors that grouping reads, made by recombination from ECB+ and METER: an event takes its shape from a real story, terms that several stories have are drawn anew by their frequency, and rare ones from an open vocabulary in which the n-th word is 1/n as common, the same for all reports of the event. A tenth of the events are told by 2 to 40 reports. Bytes an article are those of vectors, posting rows, ties and weights; the process holds the corpora and the engine besides, and grows by what the engine adds to each object.

${[...HEAD, ...rows].join("\n")}
`;
}

function measureAll(): void {
	const most = Number(process.argv[2] ?? 1_000_000);
	const stories = existsSync(corpora) ? readStories(corpora, loadAnalysisData().rarity) : null;
	if (!stories) {
		process.stdout.write("No stories to recombine: set STEMMA_CORPORA.\n");
		return;
	}
	const feed = new Feed(tellEvents(stories, randomFrom(1)));
	const rows: string[] = [];
	let before: Row | null = null;
	process.stdout.write(`${HEAD.join("\n")}\n`);
	for (let window = 1000; window <= most; window *= 10) {
		feed.fill(window);
		const measured = feed.measure(window);
		rows.push(writeRow(measured, before));
		before = measured;
		process.stdout.write(`${rows.at(-1)}\n`);
		// After each row, so that a run that is broken off leaves what it has measured.
		writeFileSync(page, writePage(rows));
	}
}

measureAll();
