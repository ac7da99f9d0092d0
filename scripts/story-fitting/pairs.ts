import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { annotateStoryText, readStoryTexts, type StoryText } from "../../bench/quality/scorers/story-texts.ts";
import { findCopies } from "../../src/stories/copies/copies.ts";
import { findWordSequence } from "../../src/stories/copies/fingerprints.ts";
import { ArticleKeys } from "../../src/stories/grouping/article-keys.ts";
import { findFeatures } from "../../src/stories/grouping/features.ts";
import { EVIDENCE, gatherEvidence } from "../../src/stories/grouping/pair-evidence.ts";
import type { Signature } from "../../src/stories/grouping/signature.ts";
import { daysApart } from "../../src/stories/grouping/similarity.ts";
import type { TermRarity } from "../../src/stories/grouping/term-rarity.ts";
import { compareText } from "../../src/text/compare.ts";

/** Two texts of a corpus that are compared: positions in its list, `a < b`. */
export interface ComparedPair {
	readonly a: number;
	readonly b: number;
	readonly evidence: Float64Array;
	/** Days between their publication; null when either is unknown. */
	readonly days: number | null;
}

export interface ComparedCorpus {
	/** Once each, by id of the article made of them. */
	readonly texts: readonly StoryText[];
	/** Of each text the first exact copy; others are not compared. */
	readonly leaders: readonly number[];
	readonly pairs: readonly ComparedPair[];
	/** Copies, and how much of the shorter text they are. */
	readonly copies: readonly { readonly a: number; readonly b: number; readonly contained: number }[];
}

/** Fitted on more pairs than posting rows lead to: those that share two of so many heaviest terms, as keys pair them. */
const FITTED_TERMS = 24;

/** So many of PolNeAR's and of the shootings' texts: the first by name, or in the order of the file. */
const MOST_TEXTS = 600;

export function readEcbplus(corpora: string): StoryText[] {
	return readStoryTexts(corpora, "ecbplus") ?? fail(`${corpora}/stories/ecbplus.jsonl`);
}

/** Reports with their days, that hardly ever tell one event. */
export function readOthers(corpora: string): StoryText[][] {
	const shootings = readFileSync(join(corpora, "facts", "shootings-train.jsonl"), "utf8")
		.trim()
		.split("\n")
		.slice(0, MOST_TEXTS)
		.map((line, i): StoryText => {
			const row = JSON.parse(line) as { readonly text: string; readonly publish_date: string };
			return { id: `s${i}`, story: `s${i}`, text: row.text, date: row.publish_date.slice(0, 10) };
		});
	const folder = join(corpora, "polnear", "train", "text");
	const polnear = readdirSync(folder)
		.sort(compareText)
		.slice(0, MOST_TEXTS)
		.flatMap((file): StoryText[] => {
			// The day stands in the file's name, as in PolNeAR's table of articles.
			const date = /_(20\d\d-\d\d-\d\d)_/.exec(file)?.[1];
			return date ? [{ id: file, story: file, text: readFileSync(join(folder, file), "utf8"), date }] : [];
		});
	return [shootings, polnear];
}

/** All pairs that share a key. */
export function comparePairs(texts: readonly StoryText[], rarity: TermRarity): ComparedCorpus {
	const byId = new Map(
		texts.map((text) => {
			const annotated = annotateStoryText(text);
			return [annotated.article.id, { text, annotated }] as const;
		}),
	);
	const rows = [...byId].sort(([x], [y]) => compareText(x, y)).map(([, row]) => row);
	const annotated = rows.map((row) => row.annotated);
	const copies = findCopies(annotated, annotated.map(findWordSequence));
	const signatures = annotated.map((one) => findFeatures(one, rarity).signature);
	return {
		texts: rows.map(({ text }) => text),
		leaders: copies.leaders,
		pairs: listPairs(signatures, copies.leaders),
		copies: copies.pairs.map(({ a, b, contained }) => ({ a, b, contained })),
	};
}

function listPairs(signatures: readonly Signature[], leaders: readonly number[]): ComparedPair[] {
	const rows = new Map<number, number[]>();
	const pairs: ComparedPair[] = [];
	const keys = new ArticleKeys(FITTED_TERMS);
	signatures.forEach((signature, b) => {
		if (leaders[b] !== b) return;
		const met = new Set<number>();
		keys.read(signature);
		for (const key of keys.keys.subarray(0, keys.count)) {
			const row = rows.get(key);
			for (const a of row ?? []) met.add(a);
			if (row) row.push(b);
			else rows.set(key, [b]);
		}
		for (const a of met) {
			const other = signatures[a];
			if (!other) continue;
			const evidence = new Float64Array(EVIDENCE.length);
			gatherEvidence(other, signature, evidence);
			pairs.push({ a, b, evidence, days: daysApart(other, signature) });
		}
	});
	return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}

function fail(path: string): never {
	throw new Error(`There is no ${path}: name the folder of corpora with --corpora.`);
}
