import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readArticle } from "../../src/article/article.ts";
import type { AnnotatedArticle } from "../../src/model/annotated.ts";
import type { Capture } from "../../src/model/capture.ts";
import { annotate, collateArticles } from "../../src/pipeline.ts";
import { loadAnalysisData } from "../../src/system/data.ts";
import { sha256Hex } from "../../src/text/hash.ts";
import { measurePages } from "./pages.ts";
import { type SpeedTable, writeSpeedPage } from "./speed-page.ts";
import { measureStages } from "./stages.ts";

/**
 * Articles a second on one core and peak memory over PolNeAR's texts (about 4 KB each): every
 * per-article stage, then collating a set of them; and pages a second, beside plain Readability.
 * Prints what it measures and writes docs/speed.md. Run with `npm run speed`, which
 * compiles the program as users run it. Gates nothing.
 */

/** Articles collated together: a busy day of one matter. */
const COLLATED = 100;

const corpora = process.env["STEMMA_CORPORA"] ?? join("..", "shared", "data");
const page = join("docs", "speed.md");
const folder = join(corpora, "polnear", "train", "text");

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

function readCapture(name: string): Capture {
	const bytes = new Uint8Array(readFileSync(join(folder, name)));
	return {
		place: name,
		url: null,
		mediaType: "text/plain",
		sha256: sha256Hex(bytes),
		at: null,
		bytes,
		charset: null,
		stated: { outlet: null, published: null, title: null, role: "report" },
	};
}

function measureTexts(): SpeedTable {
	const captures = readdirSync(folder).sort().map(readCapture);
	const characters = captures.reduce((sum, capture) => sum + capture.bytes.length, 0);
	const { tagger } = loadAnalysisData();
	print(`${captures.length} articles, ${Math.round(characters / captures.length)} bytes each on average`);
	const rows: { name: string; value: string }[] = [];
	for (const round of ["cold", "warm"]) {
		const annotated: AnnotatedArticle[] = [];
		const started = performance.now();
		for (const capture of captures) {
			const { article } = readArticle(capture);
			if (article) annotated.push(annotate(article, tagger));
		}
		const seconds = (performance.now() - started) / 1000;
		const rate = (annotated.length / seconds).toFixed(0);
		print(`${round}: ${rate} articles/s through article, words, language, quotations`);
		rows.push({ name: `articles a second, article to quotations, ${round}`, value: rate });
		const data = loadAnalysisData();
		const collating = performance.now();
		const record = collateArticles(annotated.slice(0, COLLATED), data);
		const taken = ((performance.now() - collating) / 1000).toFixed(2);
		print(`${round}: ${COLLATED} articles collated in ${taken} s (${record.stories.length} stories)`);
		rows.push({ name: `seconds to collate ${COLLATED} of them, ${round}`, value: taken });
	}
	const names = readdirSync(folder).sort();
	const speeds = measureStages(names.map((name) => join(folder, name)));
	for (const round of ["cold", "warm"] as const)
		for (const [stage, about] of [
			["language", "names, dates and numbers"],
			["quotations", "quotations, speakers and carriers"],
		] as const) {
			const taken = speeds[round][stage];
			print(`${round}: ${taken.toFixed(2)} ms an article for ${about} alone, ${(1000 / taken).toFixed(0)} articles/s`);
			rows.push({ name: `milliseconds an article, ${about} alone, ${round}`, value: taken.toFixed(2) });
			rows.push({ name: `articles a second, ${about} alone, ${round}`, value: (1000 / taken).toFixed(0) });
		}
	const memory = String(Math.round(process.resourceUsage().maxRSS / 1024));
	print(`peak memory ${memory} MB`);
	rows.push({ name: "peak memory, MB", value: memory });
	return {
		title: "Texts",
		about: `${captures.length} articles of polnear train, ${Math.round(characters / captures.length)} bytes each on average, as plain text.`,
		rows,
	};
}

async function measureAll(): Promise<void> {
	const tables: SpeedTable[] = [];
	const pages = await measurePages(corpora);
	if (pages) {
		const { stemma, readability } = pages;
		print(`${pages.pages} pages, ${pages.characters} characters each on average`);
		print(
			`${stemma.toFixed(1)} pages/s from bytes to article; plain Readability on linkedom ${readability.toFixed(1)} pages/s`,
		);
		tables.push({
			title: "Pages",
			about:
				`${pages.pages} pages of pages/article-body, ${pages.characters} characters of HTML each on average, from bytes to article, ` +
				"parsing included; beside them plain Readability on linkedom from the same bytes. Each page is read by both in turn, five times, and the quickest counts.",
			rows: [
				{ name: "pages a second", value: stemma.toFixed(1) },
				{ name: "pages a second, plain Readability", value: readability.toFixed(1) },
			],
		});
	} else print("No corpus at STEMMA_CORPORA/pages/article-body: no pages measured.");
	if (existsSync(folder)) tables.push(measureTexts());
	else print("No corpus at STEMMA_CORPORA/polnear/train/text: no texts measured.");
	if (tables.length > 0) writeFileSync(page, writeSpeedPage(tables));
}

await measureAll();
