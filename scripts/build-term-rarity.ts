/**
 * Writes src/stories/data/term-rarity.txt: in how many reports a term occurs, as a level of rarity.
 *
 * Run: npx tsx scripts/build-term-rarity.ts CORPORA
 * where CORPORA holds `polnear/train/text/*.txt` and `facts/shootings-train.jsonl`.
 * Only counts leave the corpora: no text, no order of words.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TokenKind } from "../src/model/annotated.ts";
import { RARITY_LEVELS } from "../src/stories/grouping/term-rarity.ts";
import { compareText } from "../src/text/compare.ts";
import { stemOf } from "../src/text/stem.ts";
import { findTokens } from "../src/text/tokens.ts";

const corpora = process.argv[2];
if (!corpora) throw new Error("usage: tsx scripts/build-term-rarity.ts CORPORA");

/** One text per report; the same text twice counts once. */
function readTexts(folder: string): { readonly name: string; readonly texts: readonly string[] }[] {
	const polnear = join(folder, "polnear", "train", "text");
	const shootings = readFileSync(join(folder, "facts", "shootings-train.jsonl"), "utf8")
		.trim()
		.split("\n");
	return [
		{
			name: "polnear train",
			texts: readdirSync(polnear)
				.filter((file) => file.endsWith(".txt"))
				.sort(compareText)
				.map((file) => readFileSync(join(polnear, file), "utf8")),
		},
		{ name: "facts/shootings-train", texts: shootings.map((line) => (JSON.parse(line) as { text: string }).text) },
	];
}

/**
 * The share of reports that a term is in: the geometric mean over the sources, half a report added to
 * each, so that a word that only one source is full of (its subject, not its language) stays telling.
 */
function countTerms(sources: readonly { readonly texts: readonly string[] }[]): Map<string, number> {
	const counts = new Map<string, number[]>();
	const sizes = sources.map(({ texts }) => new Set(texts).size);
	sources.forEach(({ texts }, source) => {
		for (const text of new Set(texts)) {
			const tokens = findTokens(text, [{ start: 0, end: text.length }]);
			const terms = new Set<string>();
			tokens.norms.forEach((norm, i) => {
				if (tokens.kinds[i] !== TokenKind.mark) terms.add(tokens.kinds[i] === TokenKind.word ? stemOf(norm) : norm);
			});
			for (const term of terms) {
				const count = counts.get(term) ?? sizes.map(() => 0);
				count[source] = (count[source] ?? 0) + 1;
				counts.set(term, count);
			}
		}
	});
	const shares = new Map<string, number>();
	for (const [term, count] of counts) {
		if (count.reduce((sum, documents) => sum + documents, 0) < 2) continue;
		const logs = count.map((documents, source) => Math.log((documents + 0.5) / ((sizes[source] ?? 0) + 1)));
		shares.set(term, Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length));
	}
	return shares;
}

const sources = readTexts(corpora);
const shares = countTerms(sources);
/** Share of reports that stands for rarity 1: about one report in 2,500, the size of what was counted. */
const RAREST = 1 / 2500;
const byLevel = new Map<number, string[]>();
for (const [term, share] of shares) {
	if (/[\s\t]/.test(term) || term.length > 40) continue;
	const rarity = Math.min(1, Math.log(share) / Math.log(RAREST));
	const level = Math.max(0, Math.round(rarity * RARITY_LEVELS));
	if (level < RARITY_LEVELS) byLevel.set(level, [...(byLevel.get(level) ?? []), term]);
}
const lines = [
	"# Term rarities. Written by scripts/build-term-rarity.ts; do not edit.",
	`# Counted over: ${sources.map(({ name, texts }) => `${name} (${texts.length} reports)`).join(", ")}.`,
	"# A line: a level from 0 (in every report) to 64 (in one of 2,500), a tab, the stems of that level.",
	"# Stems in fewer than two reports are left out; a term that is not here has level 64.",
];
for (const level of [...byLevel.keys()].sort((a, b) => a - b)) {
	lines.push(`${level}\t${(byLevel.get(level) ?? []).sort(compareText).join(" ")}`);
}
const target = fileURLToPath(new URL("../src/stories/data/term-rarity.txt", import.meta.url));
writeFileSync(target, `${lines.join("\n")}\n`);
