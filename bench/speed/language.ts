import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readArticle } from "../../src/article/article.ts";
import { findLanguage } from "../../src/language/language.ts";
import type { Capture } from "../../src/model/capture.ts";
import { sha256Hex } from "../../src/text/hash.ts";
import { findWords } from "../../src/text/words.ts";

/**
 * Milliseconds an article that names, dates and numbers take alone, words and sentences found before: over all texts
 * once in a process that has read none yet, and once more. Run by run.ts in a process of its own, since what has run
 * before warms it.
 */
export interface LanguageSpeed {
	readonly cold: number;
	readonly warm: number;
}

/** @param paths plain texts */
export function measureLanguage(paths: readonly string[]): LanguageSpeed {
	const file = fileURLToPath(import.meta.url);
	const { stdout, status } = spawnSync(process.execPath, [...process.execArgv, file], {
		input: JSON.stringify(paths),
		encoding: "utf8",
		stdio: ["pipe", "pipe", "inherit"],
	});
	if (status !== 0) throw new Error(`the language layer could not be measured: ${file} ended with ${status}`);
	return JSON.parse(stdout) as LanguageSpeed;
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

function measureHere(paths: readonly string[]): LanguageSpeed {
	const articles = paths.flatMap((path) => readArticle(readText(path)).article ?? []);
	const worded = articles.map((article) => ({ article, words: findWords(article) }));
	const round = (): number => {
		const started = performance.now();
		for (const { article, words } of worded) findLanguage(article, words);
		return (performance.now() - started) / worded.length;
	};
	return { cold: round(), warm: round() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	process.stdout.write(JSON.stringify(measureHere(JSON.parse(readFileSync(0, "utf8")) as string[])));
}
