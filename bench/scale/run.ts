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
 * are made from the corpora by recombination, see recombined.ts. Prints what it measures and writes
 * docs/scale.md. Run with `npm run scale`. Gates nothing.
 */

/** Articles timed at each window, after it has been filled. */
const MEASURED = 1000;

const here = dirname(fileURLToPath(import.meta.url));
const corpora = process.env["STEMMA_CORPORA"] ?? join(here, "..", "..", "..", "shared", "data");
const page = join(here, "..", "..", "docs", "scale.md");

interface Row {
	readonly window: number;
	readonly added: number;
	readonly slow: number;
	readonly bytes: number;
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

	/** Adds one, the time that it took in milliseconds, and whether it stands in a story with others. */
	add(): { readonly taken: number; readonly together: boolean } {
		const signature = this.#articles.next().value;
		const id = `a${this.#number++}`;
		const started = performance.now();
		this.#index.add(id, signature);
		const together = this.#index.groupOf(id).length > 1;
		return { taken: performance.now() - started, together };
	}

	removeOldest(): number {
		const started = performance.now();
		this.#index.remove(`a${this.#oldest++}`);
		return performance.now() - started;
	}

	fill(window: number): void {
		while (this.#index.size < window) this.#index.add(`a${this.#number++}`, this.#articles.next().value);
	}

	measure(window: number): Row {
		const times: number[] = [];
		let together = 0;
		for (let i = 0; i < MEASURED; i++) {
			const added = this.add();
			if (added.together) together++;
			times.push(added.taken + this.removeOldest());
		}
		times.sort((a, b) => a - b);
		return {
			window,
			added: MEASURED / (times.reduce((sum, time) => sum + time, 0) / 1000),
			slow: times[Math.floor(times.length * 0.99)] ?? 0,
			bytes: this.#index.bytes / this.#index.size,
			process: process.memoryUsage().rss / 1e6,
			together: together / MEASURED,
		};
	}
}

function writeRow({ window, added, slow, bytes, process: held, together }: Row): string {
	const cells = [window, added.toFixed(0), slow.toFixed(1), bytes.toFixed(0), held.toFixed(0), together.toFixed(2)];
	return `| ${cells.join(" | ")} |`;
}

const HEAD = [
	"| window | articles a second | slowest of a hundred, ms | bytes an article | process, MB | in a story of several |",
	"|---:|---:|---:|---:|---:|---:|",
];

function writePage(rows: readonly string[]): string {
	return `# Scale

Written by \`npm run scale\` (bench/scale), on one core; not by hand. It gates nothing: timings depend on the machine and on what else it does.

Measured with Node ${process.versions.node} on ${platform()} ${arch()}, ${cpus()[0]?.model.trim() ?? "unknown processor"}.

A window of articles is filled, then ${MEASURED} more are added one by one, the story of each is asked for, and the oldest article leaves; all three are timed. Articles come as the vectors that grouping reads, made by recombination from ECB+ and METER: an event takes its shape from a real story, terms that several stories have are drawn anew by their frequency, and rare ones from an open vocabulary in which the n-th word is 1/n as common, the same for all reports of the event. A tenth of the events are told by 2 to 40 reports. Bytes are those of vectors, posting rows and ties; the process holds the corpora and the engine besides.

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
	process.stdout.write(`${HEAD.join("\n")}\n`);
	for (let window = 1000; window <= most; window *= 10) {
		feed.fill(window);
		const row = writeRow(feed.measure(window));
		process.stdout.write(`${row}\n`);
		rows.push(row);
		// After each row, so that a run that is broken off leaves what it has measured.
		writeFileSync(page, writePage(rows));
	}
}

measureAll();
