import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findShingles, findWordSequence } from "../../../src/stories/copies/fingerprints.ts";
import { findWords } from "../../../src/text/words.ts";
import { makeArticle } from "../../../test/make-article.ts";
import type { Measurement, Scorer } from "../measurement.ts";
import { meanOf } from "./clusters.ts";

interface Row {
	readonly id: string;
	readonly story: string;
	readonly kind: "wire" | "newspaper";
	readonly derivation?: Derivation;
	readonly text: string;
}

const CLASSES = ["wholly_derived", "partially_derived", "non_derived"] as const;
type Derivation = (typeof CLASSES)[number];

/** Runs of words compared, and the shares of a report's words in runs of a wire text that part the classes. */
const RUN_WORDS = 3;
const WHOLLY = 0.575;
const PARTIALLY = 0.25;

/**
 * Whether each newspaper report of METER is derived from the wire: by the share of its words that
 * stand in runs of three which any wire text of its story has, with two fixed thresholds. The mean of
 * the three classes' F1, all reports counted.
 */
export const scoreDerivation: Scorer = async (corpora): Promise<Measurement | null> => {
	const file = join(corpora, "stories", "meter.jsonl");
	if (!existsSync(file)) return null;
	const rows = readFileSync(file, "utf8")
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line) as Row);
	const wires = new Map<string, Set<number>>();
	for (const row of rows) {
		if (row.kind !== "wire") continue;
		const known = wires.get(row.story) ?? new Set<number>();
		for (const run of findRuns(row)) known.add(run);
		wires.set(row.story, known);
	}
	const reports = rows.flatMap(({ derivation, ...row }) => (derivation ? [{ row, derivation }] : []));
	const found = reports.map(({ row }) => classify(shareOf(findRuns(row), wires.get(row.story) ?? new Set())));
	const figures: { [name: string]: number } = {};
	let sum = 0;
	for (const name of CLASSES) {
		const both = reports.filter(({ derivation }, i) => derivation === name && found[i] === name).length;
		const said = found.filter((one) => one === name).length;
		const gold = reports.filter(({ derivation }) => derivation === name).length;
		const f1 = meanOf(said === 0 ? 0 : both / said, gold === 0 ? 0 : both / gold);
		figures[`${name.replace("_", " ")} F1`] = f1;
		sum += f1;
	}
	figures["macro F1"] = sum / CLASSES.length;
	const items = Object.fromEntries(reports.map(({ row, derivation }, i) => [row.id, found[i] === derivation ? 1 : 0]));
	return { stage: "derivation", corpus: "meter", figures, items };
};

function findRuns(row: Omit<Row, "derivation">): Uint32Array {
	const article = makeArticle(row.text, { sourceId: row.id });
	const words = findWords(article);
	const annotated = { article, words, entities: [], dates: [], numbers: [], quotations: [], terms: [], stages: [] };
	return findShingles(findWordSequence(annotated).words, RUN_WORDS);
}

/** Share of words that stand in a run of `other`, 0–1. */
function shareOf(runs: Uint32Array, other: ReadonlySet<number>): number {
	let covered = 0;
	let until = 0;
	runs.forEach((run, i) => {
		if (!other.has(run)) return;
		covered += i + RUN_WORDS - Math.max(i, until);
		until = i + RUN_WORDS;
	});
	return covered / Math.max(1, runs.length + RUN_WORDS - 1);
}

function classify(share: number): Derivation {
	return share >= WHOLLY ? "wholly_derived" : share >= PARTIALLY ? "partially_derived" : "non_derived";
}
