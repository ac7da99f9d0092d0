import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { readArticle } from "../../src/article/article.ts";
import type { Capture } from "../../src/model/capture.ts";
import { readCaptures } from "../../src/read/captures.ts";
import { decode } from "../../src/read/charset.ts";
import { nodeReadEffects } from "../../src/system/read-effects.ts";

/** Pages a second on one core, by this project and by plain Readability on linkedom. */
export interface PageSpeed {
	readonly pages: number;
	/** Characters of a page's HTML, on average. */
	readonly characters: number;
	/** From a page's bytes to its article, pages a second. */
	readonly stemma: number;
	/** From the same bytes to Readability's result, pages a second. */
	readonly readability: number;
}

/** Times each page is read: the quickest of them counts, since whatever else runs only ever adds. */
const ROUNDS = 5;

/**
 * Reads every page of pages/article-body by both, turn by turn, so that what slows the machine slows
 * both. Parsing is counted in both. Null where the corpus is not there.
 */
export async function measurePages(corpora: string): Promise<PageSpeed | null> {
	const { captures } = await readCaptures([join(corpora, "pages", "article-body", "html")], nodeReadEffects());
	if (captures.length === 0) return null;
	let characters = 0;
	let stemma = 0;
	let readability = 0;
	for (const capture of captures) {
		characters += decode(capture.bytes, capture.charset, capture.mediaType).text.length;
		let [quickest, quickestPlain] = [Infinity, Infinity];
		for (let round = 0; round < ROUNDS; round++) {
			quickest = Math.min(
				quickest,
				time(() => readArticle(capture)),
			);
			quickestPlain = Math.min(
				quickestPlain,
				time(() => readPlain(capture)),
			);
		}
		stemma += quickest;
		readability += quickestPlain;
	}
	const { length } = captures;
	return {
		pages: length,
		characters: Math.round(characters / length),
		stemma: (1000 * length) / stemma,
		readability: (1000 * length) / readability,
	};
}

/** Readability as its own documentation runs it. It throws on pages that it does not foresee; the time counts all the same. */
function readPlain(capture: Capture): void {
	const { text } = decode(capture.bytes, capture.charset, capture.mediaType);
	try {
		new Readability(parseHTML(text).document as never).parse();
	} catch {}
}

/** Milliseconds that some work takes. */
function time(work: () => void): number {
	const started = performance.now();
	work();
	return performance.now() - started;
}
