import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { randomFrom } from "../../scripts/quotation-training/random.ts";
import type { Signature } from "../../src/stories/grouping/signature.ts";
import { StoryIndex } from "../../src/stories/grouping/story-index.ts";
import { STORY } from "../../src/stories/grouping/thresholds.ts";
import { WorkCounts } from "../../src/stories/grouping/work-counts.ts";
import { loadAnalysisData } from "../../src/system/data.ts";
import { readStories, tellEvents } from "./recombined.ts";

/**
 * What grouping costs as the window grows: articles added a second with the story of each asked for,
 * while the oldest leave, and memory, at windows of 10³ to 10⁶ (or up to the first argument). Articles
 * are made from the corpora by recombination, see recombined.ts. Counts the processor's time, not the
 * clock's, so that what else the machine does tells less, and the steps of the work, which no machine
 * changes. Prints what it measures and writes docs/scale.md, up to its section on stores. Run with `npm run scale`. Gates nothing.
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
	/** Steps an article. */
	readonly work: WorkCounts;
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
		Object.assign(this.#index.counts, new WorkCounts());
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
		const work = Object.assign(new WorkCounts(), this.#index.counts);
		for (const name of Object.keys(work) as (keyof WorkCounts)[]) work[name] /= MEASURED;
		return {
			window,
			mean: times.reduce((sum, time) => sum + time, 0) / MEASURED,
			slow: times[Math.floor(times.length * 0.99)] ?? 0,
			bytes: this.#index.bytes / this.#index.size,
			process: process.memoryUsage().rss,
			together: together / MEASURED,
			work,
		};
	}
}

function writeWindow(window: number): string {
	return `10${[..."⁰¹²³⁴⁵⁶⁷⁸⁹"][Math.round(Math.log10(window))]}`;
}

/** @param before the row of the window a tenth as large */
function writeRow(row: Row, before: Row | null): string {
	const cells = [
		writeWindow(row.window),
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

/** What the steps are called, in the order of the table. */
const STEPS: readonly (readonly [name: keyof WorkCounts, shown: string])[] = [
	["rows", "posting rows gone to"],
	["placed", "comparisons to find a place in a row"],
	["moved", "entries moved in rows"],
	["read", "entries read from rows"],
	["met", "articles met in them"],
	["weighedOnAdding", "pairs weighed when it is added"],
	["weighedOnRemoving", "pairs weighed when one leaves"],
	["weighedInParts", "pairs weighed inside parts"],
	["questioned", "ties asked about anew"],
	["connected", "articles that ties led to"],
	["clustered", "articles clustered"],
	["clusteredPairs", "pairs in what was clustered"],
];

function writeWork(rows: readonly Row[]): string {
	const table = [
		["steps an article", ...rows.map(({ window }) => writeWindow(window))],
		["---", ...rows.map(() => "---:")],
		...STEPS.map(([name, shown]) => [shown, ...rows.map(({ work }) => work[name].toFixed(1))]),
	];
	return table.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function writePage(lines: readonly string[], rows: readonly Row[]): string {
	return `# Scale

Written by \`npm run scale\` (bench/scale), on one core; not by hand, up to the section on stores. It gates nothing: timings depend on the machine and on what else it does.

Measured with Node ${process.versions.node} on ${platform()} ${arch()}, ${cpus()[0]?.model.trim() ?? "unknown processor"}. Times are the processor's, not the clock's, collecting garbage included.

A window of articles is filled, then ${MEASURED} more are added one by one, the story of each is asked for, and the oldest article leaves; all three are timed. Articles come as the vectors that grouping reads, made by recombination from ECB+ and METER: an event takes its shape from a real story, terms that several stories have are drawn anew by their frequency, and rare ones from an open vocabulary in which the n-th word is 1/n as common, the same for all reports of the event. A tenth of the events are told by 2 to 40 reports. Bytes an article are those of vectors, posting rows, ties and weights; the process holds the corpora and the engine besides, and grows by what the engine adds to each object.

${[...HEAD, ...lines].join("\n")}

## Steps

What was done for each article in the same measurement, counted rather than timed: the same on every machine. An article is put in its posting rows and meets others there; those that weigh enough are tied; what ties connect is a part, in which all pairs are weighed and clustered. When one leaves, those that it stood between meet. Where times grow by more than these steps, the rest is memory: the larger the window, the more of it lies far from the processor.

${writeWork(rows)}
`;
}

/** What stands on the page behind the measurements, which people write. */
function readByHand(): string {
	const before = existsSync(page) ? readFileSync(page, "utf8") : "";
	const at = before.indexOf("\n## Stores");
	return at < 0 ? "" : before.slice(at);
}

function measureAll(): void {
	const most = Number(process.argv[2] ?? 1_000_000);
	const stories = existsSync(corpora) ? readStories(corpora, loadAnalysisData().rarity) : null;
	if (!stories) {
		process.stdout.write("No stories to recombine: set STEMMA_CORPORA.\n");
		return;
	}
	const feed = new Feed(tellEvents(stories, randomFrom(1)));
	const rows: Row[] = [];
	const lines: string[] = [];
	process.stdout.write(`${HEAD.join("\n")}\n`);
	for (let window = 1000; window <= most; window *= 10) {
		feed.fill(window);
		const measured = feed.measure(window);
		lines.push(writeRow(measured, rows.at(-1) ?? null));
		rows.push(measured);
		process.stdout.write(`${lines.at(-1)}\n`);
		// After each row, so that a run that is broken off leaves what it has measured.
		writeFileSync(page, writePage(lines, rows) + readByHand());
	}
	process.stdout.write(`\n${writeWork(rows)}\n`);
}

measureAll();
