import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AnnotatedArticle } from "../../../src/model/annotated.ts";
import { type Derivation, findDerivation } from "../../../src/stories/copies/derivation.ts";
import { loadAnalysisData } from "../../../src/system/data.ts";
import { findWords } from "../../../src/text/words.ts";
import { makeArticle } from "../../../test/make-article.ts";
import type { Measurement, Scorer } from "../measurement.ts";
import { meanOf } from "./clusters.ts";

interface Row {
	readonly id: string;
	readonly story: string;
	readonly kind: "wire" | "newspaper";
	readonly derivation?: Class;
	readonly text: string;
}

const CLASSES = ["wholly_derived", "partially_derived", "non_derived"] as const;
type Class = (typeof CLASSES)[number];

const CLASS_OF: { readonly [kind in Derivation["kind"]]: Class } = {
	whole: "wholly_derived",
	part: "partially_derived",
	none: "non_derived",
};

/**
 * Whether each newspaper report of METER is derived from the wire, as `findDerivation` has it, with all
 * wire texts of its story as candidates. The mean of the three classes' F1, all reports counted.
 */
export const scoreDerivation: Scorer = async (corpora): Promise<Measurement | null> => {
	const file = join(corpora, "stories", "meter.jsonl");
	if (!existsSync(file)) return null;
	const rows = readFileSync(file, "utf8")
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line) as Row);
	const wires = new Map<string, AnnotatedArticle[]>();
	for (const row of rows) {
		if (row.kind !== "wire") continue;
		const known = wires.get(row.story);
		if (known) known.push(annotate(row));
		else wires.set(row.story, [annotate(row)]);
	}
	const { rarity } = loadAnalysisData();
	const reports = rows.flatMap(({ derivation, ...row }) => (derivation ? [{ row, derivation }] : []));
	const found = reports.map(
		({ row }) => CLASS_OF[findDerivation(annotate(row), wires.get(row.story) ?? [], rarity).kind],
	);
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

function annotate(row: Omit<Row, "derivation">): AnnotatedArticle {
	const article = makeArticle(row.text, { sourceId: row.id });
	const words = findWords(article);
	return { article, words, entities: [], dates: [], numbers: [], quotations: [], terms: [], stages: [] };
}
