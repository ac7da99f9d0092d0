import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readArticle } from "../../src/article/article.ts";
import type { AnnotatedArticle } from "../../src/model/annotated.ts";
import type { Capture } from "../../src/model/capture.ts";
import { annotate, collateArticles } from "../../src/pipeline.ts";
import { loadAnalysisData } from "../../src/system/data.ts";
import { sha256Hex } from "../../src/text/hash.ts";

/**
 * Articles a second on one core and peak memory over PolNeAR's texts (about 4 KB each): every
 * per-article stage, then collating a set of them. Run with `npm run speed`. Gates nothing.
 */

/** Articles collated together: a busy day of one matter. */
const COLLATED = 100;

const here = dirname(fileURLToPath(import.meta.url));
const corpora = process.env["STEMMA_CORPORA"] ?? join(here, "..", "..", "..", "shared", "data");
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

function measure(): void {
	const captures = readdirSync(folder).sort().map(readCapture);
	const characters = captures.reduce((sum, capture) => sum + capture.bytes.length, 0);
	print(`${captures.length} articles, ${Math.round(characters / captures.length)} bytes each on average`);
	for (const round of ["cold", "warm"]) {
		const annotated: AnnotatedArticle[] = [];
		const started = performance.now();
		for (const capture of captures) {
			const { article } = readArticle(capture);
			if (article) annotated.push(annotate(article));
		}
		const seconds = (performance.now() - started) / 1000;
		print(
			`${round}: ${(annotated.length / seconds).toFixed(0)} articles/s through article, words, language, quotations`,
		);
		const data = loadAnalysisData();
		const collating = performance.now();
		const record = collateArticles(annotated.slice(0, COLLATED), data);
		print(
			`${round}: ${COLLATED} articles collated in ${((performance.now() - collating) / 1000).toFixed(2)} s (${record.stories.length} stories)`,
		);
	}
	print(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

if (existsSync(folder)) measure();
else print(`No corpus at STEMMA_CORPORA/polnear/train/text: nothing measured.`);
