import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readArticle } from "../../src/article/article.ts";
import { findLanguage } from "../../src/language/language.ts";
import type { Capture } from "../../src/model/capture.ts";
import { findQuotations } from "../../src/quotations/quotations.ts";
import { loadAnalysisData } from "../../src/system/data.ts";
import { sha256Hex } from "../../src/text/hash.ts";
import { findWords } from "../../src/text/words.ts";

/** Milliseconds an article. */
export interface StageSpeed {
	/** Names, dates and numbers, words and sentences found before. */
	readonly language: number;
	/** Quotations, speakers and carriers, all of the former found before. */
	readonly quotations: number;
}

/** All texts once in a process that has read none yet, and the quickest of three rounds after. */
export interface StageSpeeds {
	readonly cold: StageSpeed;
	readonly warm: StageSpeed;
}

const WARM_ROUNDS = 3;

/**
 * What each of the two stages takes alone, in a process of its own, since what has run before warms it.
 *
 * @param paths plain texts
 */
export function measureStages(paths: readonly string[]): StageSpeeds {
	const file = fileURLToPath(import.meta.url);
	const { stdout, status } = spawnSync(process.execPath, [...process.execArgv, file], {
		input: JSON.stringify(paths),
		encoding: "utf8",
		stdio: ["pipe", "pipe", "inherit"],
	});
	if (status !== 0) throw new Error(`the stages could not be measured: ${file} ended with ${status}`);
	return JSON.parse(stdout) as StageSpeeds;
}

function readText(path: string): Capture {
	const bytes = new Uint8Array(readFileSync(path));
	const stated = { outlet: null, published: null, title: null, role: "report" } as const;
	return {
		place: path,
		url: null,
		mediaType: "text/plain",
		sha256: sha256Hex(bytes),
		at: null,
		bytes,
		charset: null,
		stated,
	};
}

function measureHere(paths: readonly string[]): StageSpeeds {
	const weights = loadAnalysisData().tagger?.weights ?? null;
	const articles = paths.flatMap((path) => readArticle(readText(path)).article ?? []);
	const worded = articles.map((article) => ({ article, words: findWords(article) }));
	const round = (): StageSpeed => {
		const started = performance.now();
		const read = worded.map(({ article, words }) => ({ article, words, findings: findLanguage(article, words) }));
		const between = performance.now();
		for (const { article, words, findings } of read) findQuotations(article, words, findings, weights);
		const count = Math.max(1, worded.length);
		return { language: (between - started) / count, quotations: (performance.now() - between) / count };
	};
	const cold = round();
	const rounds = Array.from({ length: WARM_ROUNDS }, round);
	const least = (of: (speed: StageSpeed) => number): number => Math.min(...rounds.map(of));
	return {
		cold,
		warm: { language: least(({ language }) => language), quotations: least(({ quotations }) => quotations) },
	};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	process.stdout.write(JSON.stringify(measureHere(JSON.parse(readFileSync(0, "utf8")) as string[])));
}
